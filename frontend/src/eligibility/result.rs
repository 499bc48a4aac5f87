//! What the answers come to.

use leptos::prelude::*;

use super::ask::{Answered, AwardChoice, Eligibility, body};
use super::page::back_to;
use super::question::{Kind, Question, asked};
use crate::api::{Day, Problem};
use crate::navigate::Query;
use crate::route::Route;
use crate::statutory;
use crate::ui::answer::answer_to;
use crate::ui::{button, heading, state, summary, when};

pub fn result(said: &Query, awards: &[AwardChoice]) -> AnyView {
    let question = body(said, awards);
    let reply = answer_to::<Answered>(move || question.clone());
    let (said, awards) = (said.clone(), awards.to_vec());
    (move || match reply.get() {
        None => state::loading(),
        Some(Ok(answered)) => drawn(&answered.eligibility, &said, &awards),
        Some(Err(Problem::Invalid(problems))) => {
            let wrong = problems.into_iter().map(|problem| problem.message);
            refused(wrong.collect(), &said, &awards)
        }
        Some(Err(problem)) => state::failed(&problem, move || reply.reload()),
    })
    .into_any()
}

fn drawn(found: &Eligibility, said: &Query, awards: &[AwardChoice]) -> AnyView {
    let clock = found.clock.as_ref().map(|clock| {
        let next = match found.starts.first() {
            Some(start) => format!("With the next cohort, {}:", start.cohort_name),
            None if clock.starts_on == clock.today => {
                "No cohort is planned yet. If one began today:".into()
            }
            None => format!("As you began on {}:", when::short_day(&clock.starts_on)),
        };
        view! {
            <h2 class="govuk-heading-m">"By when"</h2>
            <p class="govuk-body">{next}</p>
            {statutory::panel(clock)}
        }
        .into_any()
    });
    let later = (found.starts.len() > 1).then(|| {
        view! {
            <h2 class="govuk-heading-m">"If you join later"</h2>
            {statutory::deferrals(&found.starts[1..])}
        }
        .into_any()
    });
    let go_on = match (found.verdict.as_str(), &found.successor) {
        ("YES", _) => Some(button::link(Route::Apply.href(), "Apply for a place")),
        (_, Some(award)) => {
            let instead = said.clone().with(Question::Award.name(), &award.code);
            let href = format!("{}{}", Route::Check.href(), instead.write());
            Some(button::link(
                href,
                format!("Check the {}", award.short_name),
            ))
        }
        _ => None,
    };
    view! {
        {heading::heading(found.title.clone())}
        <p class="govuk-body-l">{found.explanation.clone()}</p>
        <h2 class="govuk-heading-m">"What to do now"</h2>
        <p class="govuk-body">{found.next_step.clone()}</p>
        {go_on}
        {clock}
        {later}
        {answers(said, awards)}
        <p class="govuk-body-s">"Where the rule stands: "{found.source.clone()}"."</p>
    }
    .into_any()
}

fn refused(wrong: Vec<String>, said: &Query, awards: &[AwardChoice]) -> AnyView {
    let wrong: Vec<AnyView> = wrong
        .into_iter()
        .map(|words| view! { <li>{words}</li> }.into_any())
        .collect();
    view! {
        {heading::heading("Some answers need another look")}
        <ul class="govuk-list govuk-list--bullet">{wrong}</ul>
        {answers(said, awards)}
    }
    .into_any()
}

fn answers(said: &Query, awards: &[AwardChoice]) -> AnyView {
    let rows = asked(said, awards).into_iter().map(|question| {
        let answer = said.get(question.name()).unwrap_or_default();
        let words = match question.kind(awards) {
            Kind::Choice(choices) => choices
                .into_iter()
                .find(|choice| choice.value == answer)
                .map_or_else(String::new, |choice| choice.label),
            Kind::Day => when::short_day(&Day(answer.into())),
            Kind::Number => answer.into(),
        };
        let row = summary::row(question.words(), words);
        row.change(back_to(question, said), question.name())
    });
    view! {
        <h2 class="govuk-heading-m">"Your answers"</h2>
        {summary::list(rows.collect())}
    }
    .into_any()
}
