//! Writing a task.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::TaskAction;
use super::changes::Saved;
use super::draft::{Draft, Status};
use super::queries::Task;
use crate::navigate::go;
use crate::route::Route;
use crate::ui::button;
use crate::ui::choice::{Checkboxes, Choice};
use crate::ui::date_input::DateInput;
use crate::ui::field::TextArea;

pub fn editor(task: &Task, draft: Draft) -> AnyView {
    let form = draft.form;
    // The first words make a draft of the task, which can be sent.
    let may_submit = task.may(TaskAction::Submit);
    let is_draft =
        Memo::new(move |_| may_submit || !matches!(draft.status.get(), Status::Untouched));
    let check = Route::CheckTask(task.id.inner().into()).href();
    let send = move || {
        let check = check.clone();
        draft.from.day();
        draft.to.day();
        if form.problems.with_untracked(Vec::is_empty) {
            form.busy.set(true);
            spawn_local(async move {
                draft.settle().await;
                let saved = draft.save().await;
                let _ = form.busy.try_set(false);
                if saved {
                    go(&check);
                }
            });
        }
    };
    let inside = view! {
        {move || conflict(draft)}
        <TextArea field=draft.account label="What you did" rows="10"
            hint="Who was involved, what happened and what changed. Never name a pupil: write “pupil A”." />
        <TextArea field=draft.reflection label="What you learned from it" rows="6"
            hint="What went well, what you would do differently, and what you will do next." />
        <DateInput field=draft.from legend="When did you start it?" hint="For example, 5 12 2025" />
        <DateInput field=draft.to legend="When did you finish it?" hint="The same day if it took one day" />
        <Checkboxes field=draft.outcomes legend="Which outcomes does it show?" hint="Choose every outcome that your account gives evidence for." choices=choices(task) />
        {help()}
        <p class="govuk-body portal-saved portal-no-print" role="status" id="saved">
            {move || status(draft.status.get())}
            {move || matches!(draft.status.get(), Status::Conflict(_)).then(|| view! { " " <a class="govuk-link" href="#conflict">"See both texts"</a> }.into_any())}
        </p>
        {move || is_draft.get().then(|| button::submit(form, "Save and check your answers"))}
    };
    view! {
        <h2 class="govuk-heading-m">"Your work"</h2>
        {button::form(form, send, inside.into_any())}
    }
    .into_any()
}

fn choices(task: &Task) -> Vec<Choice> {
    let suggested = |id: &cynic::Id| task.suggested_outcomes.iter().any(|one| one.id == *id);
    task.enrolment
        .cohort
        .award
        .outcomes
        .iter()
        .map(|outcome| {
            let mark = if suggested(&outcome.id) {
                " (suggested for this task)"
            } else {
                ""
            };
            Choice::new(
                outcome.id.inner(),
                format!("{} {}{mark}", outcome.code, outcome.title),
            )
            .hint(&*outcome.description)
        })
        .collect()
}

fn help() -> AnyView {
    view! {
        <details class="govuk-details portal-no-print">
            <summary class="govuk-details__summary"><span class="govuk-details__summary-text">"What is an outcome?"</span></summary>
            <div class="govuk-details__text">
                "An outcome is something that the award asks you to know or to be able to do. Every outcome has to be shown at least once, by a task that your mentor approved. One task can show several."
            </div>
        </details>
    }
    .into_any()
}

fn status(status: Status) -> String {
    match status {
        Status::Untouched => "What you write is saved by itself.".into(),
        Status::Typing => "Not saved yet…".into(),
        Status::Saving => "Saving…".into(),
        Status::Saved(at) => format!("Saved at {at}"),
        Status::Unreachable => "Not saved: the portal cannot be reached. Your text is kept on this device, and we keep trying.".into(),
        Status::Refused(why) => format!("Not saved: {why} Your text is kept on this device."),
        Status::Conflict(_) => "Not saved: this task was changed somewhere else.".into(),
    }
}

fn conflict(draft: Draft) -> Option<AnyView> {
    let Status::Conflict(theirs) = draft.status.get() else {
        return None;
    };
    let (other, mine) = (theirs.clone(), theirs.clone());
    let view = view! {
        <div class="govuk-error-summary" role="alert" id="conflict" tabindex="-1">
            <h2 class="govuk-error-summary__title">"This task was changed somewhere else"</h2>
            <div class="govuk-error-summary__body">
                <p>"Perhaps you have it open in another window. Your own text is still in the boxes below. This is the other text:"</p>
                {their_text(theirs)}
                <div class="govuk-button-group">
                    <button type="button" class="govuk-button" on:click=move |_| draft.keep_mine(mine.clone())>"Keep my text"</button>
                    <button type="button" class="govuk-button govuk-button--secondary" on:click=move |_| draft.take_theirs(other.clone())>"Use the other text"</button>
                </div>
            </div>
        </div>
    };
    Some(view.into_any())
}

fn their_text(theirs: Saved) -> AnyView {
    view! {
        <h3 class="govuk-heading-s">"What you did"</h3>
        <p class="portal-prose">{theirs.account}</p>
        <h3 class="govuk-heading-s">"What you learned from it"</h3>
        <p class="portal-prose">{theirs.reflection}</p>
    }
    .into_any()
}
