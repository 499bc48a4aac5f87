//! What the mentor was asked, and what came back.

use cynic::MutationBuilder;
use leptos::prelude::*;

use super::TaskAction;
use super::queries::{Asked, Task, TaskQuery};
use crate::approval::queries::{
    ApprovalState, ResendApproval, ResendApprovalInput, ResendVariables,
};
use crate::letter::delivery::{again, delivery};
use crate::letter::queries::LetterState;
use crate::ui::answer::Answer;
use crate::ui::form::Form;
use crate::ui::{banner, summary, when};

pub fn panel(task: &Task, answer: Answer<TaskQuery>) -> AnyView {
    let Some(asked) = &task.approval else {
        return ().into_any();
    };
    match asked.state {
        ApprovalState::Waiting => waiting(task, asked, answer),
        ApprovalState::Returned => returned(asked),
        ApprovalState::Approved => approved(asked),
        ApprovalState::Withdrawn | ApprovalState::Revoked => ().into_any(),
    }
}

fn waiting(task: &Task, asked: &Asked, answer: Answer<TaskQuery>) -> AnyView {
    let mentor = &asked.mentor;
    let since = match asked.waiting_days {
        0 => "since today".to_string(),
        days => format!("for {}", when::count(days, "day", "days")),
    };
    let trouble = mentor.bounced_at.is_some()
        || asked
            .letter
            .as_ref()
            .is_some_and(|letter| letter.state == LetterState::Failed);
    let warning = trouble.then(|| {
        view! {
            <div class="govuk-warning-text">
                <span class="govuk-warning-text__icon" aria-hidden="true">"!"</span>
                <strong class="govuk-warning-text__text">
                    <span class="govuk-visually-hidden">"Warning "</span>
                    "The letter could not be delivered. Ask your school to check the mentor’s address, and tell us: we replace it."
                </strong>
            </div>
        }
        .into_any()
    });
    view! {
        <section class="portal-panel" aria-labelledby="waiting">
            <h2 class="govuk-heading-m" id="waiting">{format!("Waiting for {} {since}", mentor.name)}</h2>
            {warning}
            {summary::list(vec![
                summary::row("Asked", when::exact(&asked.asked_at)),
                summary::row("Letter to", mentor.email.clone()),
                summary::row("Letter", delivery(asked.letter.as_ref())),
            ])}
            {task.may(TaskAction::Resend).then(|| resend(asked, answer))}
        </section>
    }
    .into_any()
}

fn resend(asked: &Asked, answer: Answer<TaskQuery>) -> AnyView {
    let form = Form::new("resend");
    let (id, name) = (asked.id.clone(), asked.mentor.name.clone());
    let send = move || {
        let name = name.clone();
        let input = ResendApprovalInput {
            approval_id: id.clone(),
        };
        form.send(
            ResendApproval::build(ResendVariables { input }),
            move |_| {
                banner::done(format!("The letter to {name} is on its way again."));
                answer.reload();
            },
        );
    };
    again(form, asked.resend_from.as_ref(), send)
}

fn returned(asked: &Asked) -> AnyView {
    view! {
        <section class="portal-panel portal-panel--returned" aria-labelledby="returned">
            <h2 class="govuk-heading-m" id="returned">{format!("{} returned this with a comment", signer(asked))}</h2>
            <blockquote class="govuk-inset-text portal-prose">{asked.comment.clone().unwrap_or_else(|| "No comment was given.".into())}</blockquote>
            <p class="govuk-body">"Returned " {asked.decided_at.as_ref().map(when::exact)} ". Change your text, then send it again."</p>
        </section>
    }
    .into_any()
}

fn approved(asked: &Asked) -> AnyView {
    let comment = asked
        .comment
        .clone()
        .filter(|comment| !comment.trim().is_empty());
    let settles = asked.settles_at.clone().filter(when::is_future);
    view! {
        <section class="portal-panel portal-panel--approved" aria-labelledby="approved">
            <h2 class="govuk-heading-m" id="approved">{format!("{} approved this", signer(asked))}</h2>
            {comment.map(|comment| view! { <blockquote class="govuk-inset-text portal-prose">{comment}</blockquote> }.into_any())}
            <p class="govuk-body">"Approved " {asked.decided_at.as_ref().map(when::exact)} "."</p>
            {settles.map(|at| view! { <p class="govuk-body">"The mentor may take the decision back until " {when::moment_words(&at)} "."</p> }.into_any())}
        </section>
    }
    .into_any()
}

fn signer(asked: &Asked) -> String {
    asked
        .signed_name
        .clone()
        .unwrap_or_else(|| asked.mentor.name.clone())
}
