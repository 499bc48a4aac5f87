//! One question a page.

use cynic::QueryBuilder;
use leptos::prelude::*;

use super::ask::{AwardChoice, AwardsQuery};
use super::question::{Kind, Question, asked, next};
use super::result;
use crate::api::Day;
use crate::navigate::{Query, address, expect_focus, set_query};
use crate::route::Route;
use crate::ui::answer::{answer, show};
use crate::ui::choice::Radios;
use crate::ui::date_input::{self, DateInput};
use crate::ui::field::TextField;
use crate::ui::form::{Field, Form};
use crate::ui::{button, errors, heading};

pub fn page() -> AnyView {
    show(answer(|| AwardsQuery::build(())), |data| {
        // What still takes people comes first.
        let mut awards = data.awards;
        awards.sort_by_key(|award| award.start_before.is_some());
        let query = address().query;
        let first = StoredValue::new(true);
        (move || {
            // A question takes the place of another: its heading takes the focus, also on the way back.
            if !first.get_value() {
                expect_focus();
            }
            first.set_value(false);
            query.with(|said| match next(said, &awards) {
                Some(question) => ask(question, said, &awards),
                None => result::result(said, &awards),
            })
        })
        .into_any()
    })
}

/// The address at which this question is asked again, with all answers.
pub fn back_to(question: Question, said: &Query) -> String {
    let at = said.clone().with("at", question.name());
    format!("{}{}", Route::Check.href(), at.write())
}

fn ask(question: Question, said: &Query, awards: &[AwardChoice]) -> AnyView {
    let form = Form::new("check");
    let before = said.get(question.name()).unwrap_or_default();
    let kind = question.kind(awards);
    let field = match kind {
        Kind::Day => form.field_or(
            question.name(),
            &date_input::written(Some(&Day(before.into()))),
        ),
        Kind::Choice(_) | Kind::Number => form.field_or(question.name(), before),
    };
    let (words, hint) = (question.words(), question.hint());
    let is_day = matches!(kind, Kind::Day);
    let input = match kind {
        Kind::Choice(choices) => {
            view! { <Radios field=field legend=words hint=hint choices=choices /> }.into_any()
        }
        Kind::Day => view! { <DateInput field=field legend=words hint=hint /> }.into_any(),
        Kind::Number => view! {
            <TextField field=field label=words hint=hint numeric=true width="govuk-input--width-3" />
        }
        .into_any(),
    };
    let answers = said.clone();
    let go_on = move || {
        if let Some(answer) = given(question, field, is_day) {
            form.forget();
            set_query(
                answers
                    .clone()
                    .with("at", "")
                    .with(question.name(), &answer),
            );
        }
    };
    let asked = asked(said, awards);
    let place = asked.iter().position(|one| *one == question).unwrap_or(0);
    let back = match place.checked_sub(1).map(|before| asked[before]) {
        Some(before) => heading::back(back_to(before, said), "Back"),
        None => heading::back(Route::Home.href(), "Home"),
    };
    view! {
        {back}
        {errors::summary(form)}
        {heading::captioned("Is this award for you?".into(), words)}
        {(place == 0).then(|| view! { <p class="govuk-body">"A few questions, which take two minutes. You do not have to sign in, and nothing that you answer is kept."</p> }.into_any())}
        {button::form(form, go_on, view! { <div class="portal-question">{input}</div> {button::submit(form, "Continue")} }.into_any())}
    }
    .into_any()
}

/// The answer as the address has it; a complaint beside the field if there is none.
fn given(question: Question, field: Field, is_day: bool) -> Option<String> {
    let answer = match is_day {
        true => field.day().map(|day| day.0),
        false => field.filled(),
    };
    let months = question == Question::ServiceMonths;
    let fits = |answer: &String| !months || answer.parse::<u16>().is_ok();
    let answer = answer.filter(fits);
    if answer.is_none() && !field.form.has_problems() {
        field.form.complain(field.name, question.missing());
    }
    answer
}
