//! One participant, as a tutor or an administrator reads them.

use cynic::QueryBuilder;
use leptos::prelude::*;

use super::one::{Enrolment, EnrolmentQuery, Mentor, TaskOutcomes};
use super::queries::Waiting;
use super::{matrix, progress};
use crate::api::ById;
use crate::route::Route;
use crate::session::{self, Role};
use crate::statutory;
use crate::ui::answer::{answer, show};
use crate::ui::table::{Cells, link, plain, table, words};
use crate::ui::{button, heading, state, summary, tag, when};

pub fn page(id: String) -> AnyView {
    let enrolment = answer(move || {
        EnrolmentQuery::build(ById {
            id: cynic::Id::new(&*id),
        })
    });
    show(enrolment, |data| drawn(data.enrolment))
}

fn drawn(one: Enrolment) -> AnyView {
    view! {
        {heading::back(Route::Participants.href(), "Participants")}
        {heading::captioned(one.cohort.award.name.clone(), one.person.name.clone())}
        {details(&one)}
        {session::is(Role::Administrator).then(|| actions(&one))}
        {one.clock.as_ref().map(|clock| view! {
            <h2 class="govuk-heading-m">"In time for the law?"</h2>
            {statutory::panel(clock)}
            <h3 class="govuk-heading-s">"If they joined a later cohort"</h3>
            {statutory::deferrals(&one.deferrals)}
        })}
        <h2 class="govuk-heading-m">"Waiting for the mentor"</h2>
        {waiting(&one.waiting)}
        <h2 class="govuk-heading-m">"Tasks"</h2>
        {progress::counts(&one.progress)}
        {table("Tasks", &[plain("Task"), plain("State"), plain("Due")], one.tasks.iter().map(task).collect())}
        <h2 class="govuk-heading-m">"Outcomes"</h2>
        {matrix::matrix(&one.tasks, &one.progress.outcomes)}
    }
    .into_any()
}

fn details(one: &Enrolment) -> AnyView {
    let tutor = one
        .group
        .tutor
        .as_ref()
        .map_or("Not named yet".into(), |tutor| tutor.name.clone());
    let appointed = one
        .appointed_on
        .as_ref()
        .map_or("Not given".into(), when::short_day);
    let ends = view! { {when::short_day(&one.ends_on)} ", " {when::due(&one.ends_on, false)} };
    summary::list(vec![
        summary::row("State", one.state.tag()),
        summary::row(
            "E-mail",
            one.person
                .email
                .clone()
                .unwrap_or_else(|| "Not shown to you".into()),
        ),
        summary::row(
            "School",
            format!(
                "{}, {} (URN {})",
                one.school.name, one.school.town, one.school.urn
            ),
        ),
        summary::row(
            "Cohort and group",
            format!("{}, {}", one.cohort.name, one.group.name),
        ),
        summary::row("Tutor", tutor),
        summary::row("Mentor", mentor(one.mentor.as_ref())),
        summary::row("Became SENCO", appointed),
        summary::row("Started", when::short_day(&one.started_on)),
        summary::row("Must end by", ends),
    ])
}

fn mentor(mentor: Option<&Mentor>) -> AnyView {
    let Some(mentor) = mentor else {
        return words("Not named yet");
    };
    let bounced = mentor.bounced_at.as_ref().map(|at| {
        view! { " " {tag::tag("Letters do not arrive", "red")} " (" {when::ago(at)} ")" }.into_any()
    });
    view! { {format!("{}, {}, {}", mentor.name, mentor.post, mentor.email)} {bounced} }.into_any()
}

fn actions(one: &Enrolment) -> AnyView {
    let id = one.id.inner();
    view! {
        <div class="govuk-button-group">
            {button::secondary(Route::ReplaceMentor(id.into()).href(), "Replace the mentor")}
            {button::secondary(format!("/events?enrolment={id}"), "See what happened")}
        </div>
    }
    .into_any()
}

fn waiting(waiting: &[Waiting]) -> AnyView {
    if waiting.is_empty() {
        return state::empty("Nothing waits.");
    }
    let columns = [plain("Task"), plain("Waiting for"), plain("Asked")];
    let row = |one: &Waiting| {
        vec![
            link(
                Route::Task(one.task.id.inner().into()).href(),
                one.task.title.clone(),
            ),
            words(one.mentor.name.clone()),
            when::exact(&one.asked_at),
        ]
    };
    table(
        "Waiting for the mentor",
        &columns,
        waiting.iter().map(row).collect(),
    )
}

fn task(task: &TaskOutcomes) -> Cells {
    let due = match task.state.is_open() {
        true => when::due(&task.due_on, task.overdue),
        false => when::day(&task.due_on),
    };
    vec![
        link(Route::Task(task.id.inner().into()).href(), &*task.title),
        task.state.tag(),
        due,
    ]
}
