//! Reopening or waiving a task: an administrator says why.

use cynic::{MutationBuilder, QueryBuilder};
use leptos::prelude::*;

use super::changes::{ReasonInput, ReasonVariables, ReopenTask, WaiveTask};
use super::queries::{Task, TaskQuery};
use crate::api::ById;
use crate::navigate::go;
use crate::route::Route;
use crate::ui::answer::{answer, show};
use crate::ui::field::TextArea;
use crate::ui::form::Form;
use crate::ui::{banner, button, errors, heading};

#[derive(Clone, Copy, PartialEq)]
enum Change {
    Reopen,
    Waive,
}

pub fn reopen(id: String) -> AnyView {
    page(id, Change::Reopen)
}

pub fn waive(id: String) -> AnyView {
    page(id, Change::Waive)
}

fn page(id: String, change: Change) -> AnyView {
    show(
        answer(move || {
            TaskQuery::build(ById {
                id: cynic::Id::new(&*id),
            })
        }),
        move |data| drawn(data.task, change),
    )
}

fn drawn(task: Task, change: Change) -> AnyView {
    let (verb, words) = match change {
        Change::Reopen => (
            "Reopen",
            "The participant can change the task again and has to send it for approval again. The approval that was given stays in the record.",
        ),
        Change::Waive => ("Waive", "The task counts as done without an approval."),
    };
    let form = Form::new(format!("{verb}-{}", task.id.inner()));
    let reason = form.field("reason");
    let back = Route::Task(task.id.inner().into()).href();
    let href = back.clone();
    let send = move || {
        let href = href.clone();
        let variables = ReasonVariables {
            input: ReasonInput {
                task_id: task.id.clone(),
                reason: reason.get(),
            },
        };
        let done = move || {
            go(&href);
            banner::done("Done. The reason is in the record.");
        };
        match change {
            Change::Reopen => form.send(ReopenTask::build(variables), move |_| done()),
            Change::Waive => form.send(WaiveTask::build(variables), move |_| done()),
        }
    };
    let inside = view! {
        <TextArea field=reason label="Reason" rows="4" hint="The participant, the tutor and later the board can read it." />
        <div class="govuk-button-group">
            {button::submit(form, format!("{verb} the task"))}
            <a class="govuk-link" href=back.clone()>"Cancel"</a>
        </div>
    };
    view! {
        {heading::back(back, "Back to the task")}
        {errors::summary(form)}
        {heading::captioned(task.enrolment.person.name, format!("{verb} “{}”", task.title))}
        <p class="govuk-body">{words}</p>
        {button::form(form, send, inside.into_any())}
    }
    .into_any()
}
