//! One task: what is asked, what was written, whom it waits for, what happened.

use cynic::QueryBuilder;
use leptos::prelude::*;

use super::draft::Draft;
use super::queries::{Task, TaskQuery};
use super::{TaskAction, TaskState, asked, editor};
use crate::api::ById;
use crate::event;
use crate::route::Route;
use crate::ui::answer::{Answer, answer, show};
use crate::ui::{button, errors, heading, summary, when};

pub fn page(id: String) -> AnyView {
    let task = answer(move || {
        TaskQuery::build(ById {
            id: cynic::Id::new(&*id),
        })
    });
    show(task, move |data| drawn(data.task, task))
}

fn drawn(task: Task, answer: Answer<TaskQuery>) -> AnyView {
    let mine = task.is_mine();
    let (back, back_words, caption) = match mine {
        true => (
            Route::Tasks.href(),
            "Your tasks".to_string(),
            "Task".to_string(),
        ),
        false => {
            let name = task.enrolment.person.name.clone();
            (
                Route::Participant(task.enrolment.id.inner().into()).href(),
                name.clone(),
                name,
            )
        }
    };
    let draft = task.may(TaskAction::Save).then(|| Draft::open(&task));
    view! {
        {heading::back(back, back_words)}
        {draft.map(|draft| errors::summary(draft.form))}
        {heading::captioned(caption, task.title.clone())}
        <p class="govuk-body">{task.state.tag()} " " {due(&task)}</p>
        {asked::panel(&task, answer)}
        <h2 class="govuk-heading-m">"What is asked"</h2>
        <p class="govuk-body portal-prose">{task.guidance.clone()}</p>
        {match draft {
            Some(draft) => editor::editor(&task, draft),
            None => written(&task),
        }}
        {actions(&task)}
        <h2 class="govuk-heading-m">"What happened"</h2>
        {event::timeline(task.timeline)}
    }
    .into_any()
}

fn due(task: &Task) -> AnyView {
    match (&task.approved_at, task.state) {
        (Some(at), TaskState::Approved) => view! { "Approved " {when::ago(at)} }.into_any(),
        (_, TaskState::Approved | TaskState::Waived) => ().into_any(),
        _ if task.overdue => view! { <strong class="portal-overdue">{when::due(&task.due_on, true)}</strong> }.into_any(),
        _ if task.due_on < when::today() => view! { "Was due on " {when::day_words(&task.due_on)} }.into_any(),
        _ => view! { "Due " {when::due(&task.due_on, false)} ", on " {when::day_words(&task.due_on)} }.into_any(),
    }
}

fn written(task: &Task) -> AnyView {
    if task.state == TaskState::Available && task.account.as_deref().is_none_or(str::is_empty) {
        return view! { <p class="govuk-body">"Nothing is written yet."</p> }.into_any();
    }
    view! { <h2 class="govuk-heading-m">"What was written"</h2> {summary::list(answers(task))} }
        .into_any()
}

/// The answers as they are saved.
pub fn answers(task: &Task) -> Vec<summary::Row> {
    let day = |day: &Option<crate::api::Day>| {
        day.as_ref()
            .map_or_else(|| "Not given".into(), when::day_words)
    };
    let outcomes: Vec<AnyView> = task
        .outcome_names()
        .into_iter()
        .map(|name| view! { <li>{name}</li> }.into_any())
        .collect();
    vec![
        summary::row(
            "What was done",
            prose(task.account.as_deref().unwrap_or_default()),
        ),
        summary::row(
            "What was learned",
            prose(task.reflection.as_deref().unwrap_or_default()),
        ),
        summary::row("Started", day(&task.done_from)),
        summary::row("Finished", day(&task.done_to)),
        summary::row(
            "Outcomes",
            if outcomes.is_empty() {
                "None chosen".into_any()
            } else {
                view! { <ul class="govuk-list">{outcomes}</ul> }.into_any()
            },
        ),
    ]
}

fn prose(text: &str) -> AnyView {
    let text = if text.trim().is_empty() {
        "Nothing written".to_string()
    } else {
        text.to_string()
    };
    view! { <div class="portal-prose">{text}</div> }.into_any()
}

fn actions(task: &Task) -> AnyView {
    let id = task.id.inner();
    let buttons = [
        (
            TaskAction::Withdraw,
            Route::WithdrawTask(id.into()),
            "Withdraw it from the mentor",
        ),
        (
            TaskAction::Reopen,
            Route::ReopenTask(id.into()),
            "Reopen this task",
        ),
        (
            TaskAction::Waive,
            Route::WaiveTask(id.into()),
            "Waive this task",
        ),
    ];
    let buttons: Vec<AnyView> = buttons
        .into_iter()
        .filter(|(action, ..)| task.may(*action))
        .map(|(_, route, words)| button::secondary(route.href(), words))
        .collect();
    view! { <div class="govuk-button-group">{buttons}</div> }.into_any()
}
