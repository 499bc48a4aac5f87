//! A participant's home: the one next step, what waits on whom, how far, and by when.

use cynic::QueryBuilder;
use leptos::prelude::*;

use super::queries::{Home, HomeQuery, NextStep, TaskDue, Waiting};
use super::{NextStepKind, progress};
use crate::route::Route;
use crate::statutory;
use crate::ui::answer::{answer, show};
use crate::ui::table::{link, plain, table, words};
use crate::ui::{button, heading, next, state, summary, when};

pub fn page() -> AnyView {
    show(answer(|| HomeQuery::build(())), |data| {
        let enrolments = data.me.map(|me| me.enrolments).unwrap_or_default();
        let none = enrolments.is_empty().then(|| state::empty("You are not enrolled on an award yet. Your programme administrator can tell you more."));
        let several = enrolments.len() > 1;
        let enrolments: Vec<AnyView> = enrolments
            .into_iter()
            .map(|enrolment| one(enrolment, several))
            .collect();
        let applications = link(Route::Applications.href(), "Your applications");
        view! { {heading::heading("Your award")} {none} {enrolments} <p class="govuk-body">{applications}</p> }.into_any()
    })
}

fn one(home: Home, several: bool) -> AnyView {
    let name = several.then(|| {
        view! { <h2 class="govuk-heading-l">{home.cohort.award.name.clone()}</h2> }.into_any()
    });
    view! {
        {name}
        {next_step(&home.next_step)}
        {waiting(&home.waiting)}
        {progress::panel(&home.progress)}
        {deadlines(&home)}
        {home.clock.as_ref().map(statutory::panel)}
        {details(&home)}
    }
    .into_any()
}

fn next_step(step: &NextStep) -> AnyView {
    let title = step
        .task
        .as_ref()
        .map(|task| task.title.clone())
        .unwrap_or_default();
    let href = step.task.as_ref().map_or_else(
        || Route::Tasks.href(),
        |task| Route::Task(task.id.inner().into()).href(),
    );
    let (what, why, press) = match step.kind {
        NextStepKind::AnswerReturned => (
            format!("Answer the comment on “{title}”"),
            "Your mentor returned it with a comment. Change your text, then send it again.",
            "Read the comment",
        ),
        NextStepKind::FinishDraft => (
            format!("Finish “{title}”"),
            "You started it. Everything you wrote is saved.",
            "Go on writing",
        ),
        NextStepKind::StartTask => (
            format!("Start “{title}”"),
            "Read what is asked, do it at your school, then write about it.",
            "Start now",
        ),
        NextStepKind::WaitForMentor => (
            "Wait for your mentor".into(),
            "You have done everything for now. We remind your mentor and write to you when there is a decision.",
            "See what waits",
        ),
        NextStepKind::AllDone | NextStepKind::Hidden => (
            "Everything is approved".into(),
            "There is nothing left to do in the tasks. Well done.",
            "See your tasks",
        ),
    };
    let due = step.task.as_ref().filter(|task| task.state.is_open()).map(|task| {
        view! { <p class="govuk-body-l">{if task.overdue { "" } else { "Due " }} {when::due(&task.due_on, task.overdue)}</p> }.into_any()
    });
    let happened = match step.kind {
        NextStepKind::AnswerReturned => "Returned ",
        NextStepKind::FinishDraft => "You last changed it ",
        NextStepKind::StartTask
        | NextStepKind::WaitForMentor
        | NextStepKind::AllDone
        | NextStepKind::Hidden => "Since ",
    };
    let since = step.since.as_ref().map(|since| {
        view! { <p class="govuk-body">{happened} {when::ago(since)} "."</p> }.into_any()
    });
    let inside = view! {
        {due}
        <p class="govuk-body">{why}</p>
        {since}
        {button::link(href, press)}
    };
    next::panel("Your next step", what, inside.into_any())
}

fn waiting(waiting: &[Waiting]) -> AnyView {
    let rows = waiting
        .iter()
        .map(|one| {
            let days = if one.waiting_days == 0 {
                "since today".into()
            } else {
                when::count(one.waiting_days, "day", "days")
            };
            let trouble = if one.mentor.bounced_at.is_some() {
                " – letters do not arrive"
            } else {
                ""
            };
            vec![
                link(
                    Route::Task(one.task.id.inner().into()).href(),
                    one.task.title.clone(),
                ),
                words(format!("{}{trouble}", one.mentor.name)),
                words(days),
                when::exact(&one.asked_at),
            ]
        })
        .collect::<Vec<_>>();
    let list = match rows.is_empty() {
        true => state::empty("Nothing waits for anybody."),
        false => table(
            "What waits for your mentor",
            &[
                plain("Task"),
                plain("Waiting for"),
                plain("For"),
                plain("Asked"),
            ],
            rows,
        ),
    };
    view! { <h2 class="govuk-heading-m">"What waits on whom"</h2> {list} }.into_any()
}

fn deadlines(home: &Home) -> AnyView {
    let mut open: Vec<&TaskDue> = home
        .tasks
        .iter()
        .filter(|task| task.state.is_open())
        .collect();
    open.sort_by(|a, b| a.due_on.0.cmp(&b.due_on.0));
    let overdue = open.iter().filter(|task| task.overdue).count();
    let next = open.iter().find(|task| !task.overdue);
    let mut rows = Vec::new();
    if overdue > 0 {
        rows.push(summary::row(
            "Overdue",
            link(
                "/tasks?overdue=yes&sort=due".into(),
                when::count(overdue as i32, "task", "tasks"),
            ),
        ));
    }
    if let Some(task) = next {
        let what = link(
            Route::Task(task.id.inner().into()).href(),
            task.title.clone(),
        );
        rows.push(summary::row("Next due", view! { {what} ", " {when::due(&task.due_on, false)} " (" {when::day_words(&task.due_on)} ")" }));
    }
    rows.push(summary::row(
        "End of the programme",
        view! { {when::day_words(&home.ends_on)} ", " {when::due(&home.ends_on, false)} },
    ));
    view! { <h2 class="govuk-heading-m">"Deadlines"</h2> {summary::list(rows)} }.into_any()
}

fn details(home: &Home) -> AnyView {
    let tutor = home
        .group
        .tutor
        .as_ref()
        .map_or_else(|| "Not named yet".into(), |tutor| tutor.name.clone());
    let mentor = home
        .mentor
        .as_ref()
        .map_or_else(|| "Not named yet".into(), |mentor| mentor.name.clone());
    view! {
        <h2 class="govuk-heading-m">"Your programme"</h2>
        {summary::list(vec![
            summary::row("Award", home.cohort.award.name.clone()),
            summary::row("Cohort and group", format!("{}, {}", home.cohort.name, home.group.name)),
            summary::row("School", home.school.name.clone()),
            summary::row("Mentor", mentor),
            summary::row("Tutor", tutor),
        ])}
    }
    .into_any()
}
