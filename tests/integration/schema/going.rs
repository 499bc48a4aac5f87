//! What is to go says what to use instead, and from which day on it may be gone.

use chrono::{NaiveDate, Utc};

use super::model::{Field, Model, Type, model};

/// Whether something may be gone, by the reason of its deprecation.
pub fn has_come(reason: &Option<String>, today: NaiveDate) -> bool {
    let told = reason.as_deref().and_then(read);
    told.is_some_and(|(_, day)| day <= today)
}

/// What to use instead, and the day: ``Use `title`. Goes on 2027-09-01.`` There may be more between the two.
fn read(reason: &str) -> Option<(&str, NaiveDate)> {
    let (instead, rest) = reason.strip_prefix("Use `")?.split_once('`')?;
    let (_, day) = rest.rsplit_once(" Goes on ")?;
    Some((instead, day.strip_suffix('.')?.parse().ok()?))
}

#[test]
fn whatever_is_to_go_says_when_and_what_is_instead() {
    let wrong = wrong(&model());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Nobody has to hold on to what could have been gone for long.
#[test]
fn nothing_outlives_its_day_by_a_year() {
    let long_ago = Utc::now().date_naive() - chrono::Days::new(365);
    let model = model();
    let old = reasons(&model).into_iter();
    let old = old.filter(|(_, reason, _)| has_come(&Some((*reason).to_owned()), long_ago));
    let old: Vec<String> = old.map(|(name, ..)| name).collect();
    assert_eq!(old, Vec::<String>::new(), "take them away");
}

/// A deprecated thing by name, its reason, and what may stand in its place by the name alone.
type Going<'m> = (String, &'m str, Vec<&'m str>);

fn reasons(model: &Model) -> Vec<Going<'_>> {
    let mut found = Vec::new();
    for (name, ty) in &model.types {
        let beside: Vec<&str> = names(ty).collect();
        for (value, word) in &ty.values {
            let reason = word.going.as_deref();
            found.extend(reason.map(|reason| (format!("{name}.{value}"), reason, beside.clone())));
        }
        for (field, told) in &ty.fields {
            let reason = told.going.as_deref();
            found.extend(reason.map(|reason| (format!("{name}.{field}"), reason, beside.clone())));
            let others: Vec<&str> = told.arguments.keys().map(String::as_str).collect();
            for (argument, told) in &told.arguments {
                let name = format!("{name}.{field}({argument})");
                let reason = told.going.as_deref();
                found.extend(reason.map(|reason| (name, reason, others.clone())));
            }
        }
    }
    found
}

fn names(ty: &Type) -> impl Iterator<Item = &str> {
    ty.fields.keys().chain(ty.values.keys()).map(String::as_str)
}

fn wrong(model: &Model) -> Vec<String> {
    let mut told = Vec::new();
    for (name, reason, beside) in reasons(model) {
        match read(reason) {
            None => told.push(format!(
                "{name} goes, but {reason:?} is not like \"Use `title`. Goes on 2027-09-01.\""
            )),
            Some((instead, _)) if !is_there(model, &beside, instead) => {
                told.push(format!("{name}: there is no {instead} to use instead"));
            }
            Some(_) => {}
        }
    }
    told
}

/// Finds `title` beside it, `Task.title` elsewhere, and `Query.tasks(where)`; what is to go itself does not count.
fn is_there(model: &Model, beside: &[&str], instead: &str) -> bool {
    let stays = |field: &Field| field.going.is_none();
    let Some((ty, field)) = instead.split_once('.') else {
        return beside.contains(&instead);
    };
    let Some(ty) = model.types.get(ty) else {
        return false;
    };
    match field.split_once('(') {
        None => ty.fields.get(field).is_some_and(stays) || ty.values.contains_key(field),
        Some((field, argument)) => {
            let arguments = ty.fields.get(field).map(|field| &field.arguments);
            let argument = arguments.and_then(|all| all.get(argument.trim_end_matches(')')));
            argument.is_some_and(stays)
        }
    }
}

#[test]
fn reasons_without_a_day_or_a_way_on_are_named() {
    let going = |reason: &str| format!("@deprecated(reason: \"{reason}\")");
    let sdl = format!(
        "type Query {{ title: Int task(id: ID, by: ID {}): Int name: Int {} label: Int {} word: Int {} old: Int {} }}",
        going("Use `id`. Goes on 2027-09-01."),
        going("Use `title`: it says the same. Goes on 2027-09-01."),
        going("Use `title`. Goes soon."),
        going("Use `luck`. Goes on 2027-09-01."),
        going("Use `Query.task(id)`. Goes on 2027-02-30."),
    );
    assert_eq!(
        wrong(&Model::read(&sdl)),
        [
            "Query.label goes, but \"Use `title`. Goes soon.\" is not like \"Use `title`. Goes on 2027-09-01.\"",
            "Query.old goes, but \"Use `Query.task(id)`. Goes on 2027-02-30.\" is not like \"Use `title`. Goes on 2027-09-01.\"",
            "Query.word: there is no luck to use instead",
        ]
    );
}
