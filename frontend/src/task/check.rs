//! Reading it all once more before it goes to the mentor.

use cynic::{MutationBuilder, QueryBuilder};
use leptos::prelude::*;

use super::changes::{SubmitTask, SubmitTaskInput, SubmitVariables};
use super::page::answers;
use super::queries::{Task, TaskQuery};
use super::{TaskAction, TaskState};
use crate::api::ById;
use crate::route::Route;
use crate::ui::answer::{answer, show};
use crate::ui::form::Form;
use crate::ui::{button, errors, heading, summary};

/// The fields behind the rows of `answers`, in the same order.
const FIELDS: [&str; 5] = ["account", "reflection", "doneFrom", "doneTo", "outcomeIds"];

pub fn page(id: String) -> AnyView {
    let task = answer(move || {
        TaskQuery::build(ById {
            id: cynic::Id::new(&*id),
        })
    });
    let sent = RwSignal::new(false);
    show(task, move |data| {
        if sent.get() {
            done(&data.task)
        } else {
            check(data.task, sent)
        }
    })
}

fn check(task: Task, sent: RwSignal<bool>) -> AnyView {
    let back = Route::Task(task.id.inner().into()).href();
    if !task.may(TaskAction::Submit) {
        return not_now(&task, back);
    }
    let form = Form::new("submit");
    let mentor = task.mentor_name();
    let input = SubmitTaskInput {
        task_id: task.id.clone(),
        version: task.version,
    };
    let send = move || {
        form.send(
            SubmitTask::build(SubmitVariables {
                input: input.clone(),
            }),
            move |_| {
                crate::navigate::expect_focus();
                sent.set(true);
            },
        )
    };
    let rows = answers(&task)
        .into_iter()
        .zip(FIELDS)
        .map(|(row, field)| row.change(back.clone(), field))
        .collect();
    let what_next = format!(
        "When you send it, {mentor} gets a letter by e-mail with a link to read and approve it, or to return it with a comment. You cannot change it while it waits, but you can withdraw it."
    );
    view! {
        {heading::back(back.clone(), "Back to the task")}
        {errors::summary(form)}
        {heading::captioned(task.title.clone(), "Check your answers")}
        {summary::list(rows)}
        <h2 class="govuk-heading-m">{format!("Send it to {mentor}")}</h2>
        <p class="govuk-body">{what_next}</p>
        {button::form(form, send, button::submit(form, "Send for approval"))}
    }
    .into_any()
}

fn not_now(task: &Task, back: String) -> AnyView {
    let words = match task.state {
        TaskState::Submitted => "It is already with the mentor.",
        TaskState::Approved => "It is already approved.",
        _ => "It cannot be sent now.",
    };
    view! {
        {heading::back(back, "Back to the task")}
        {heading::captioned(task.title.clone(), "Check your answers")}
        <p class="govuk-body">{words}</p>
        {summary::list(answers(task))}
    }
    .into_any()
}

fn done(task: &Task) -> AnyView {
    let mentor = task.mentor_name();
    view! {
        <div class="govuk-panel govuk-panel--confirmation">{heading::panel_title(format!("Sent to {mentor}"), task.title.clone())}</div>
        <h2 class="govuk-heading-m">"What happens next"</h2>
        <p class="govuk-body">{format!("{mentor} gets a letter by e-mail and can approve the task or return it with a comment. We remind them after 7, 14 and 28 days.")}</p>
        <p class="govuk-body">"You get a letter as soon as there is a decision. Meanwhile you can see here how long it has been waiting."</p>
        <div class="govuk-button-group">
            {button::link(Route::Home.href(), "See your next step")}
            <a class="govuk-link" href=Route::Task(task.id.inner().into()).href()>"See this task"</a>
        </div>
    }
    .into_any()
}
