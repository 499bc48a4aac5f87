//! How the asking of the school goes, and of the mentor whom it names.

use cynic::MutationBuilder;
use leptos::prelude::*;

use super::asking::{Agreement, Invitation};
use super::changes::{
    ResendAgreementInput, ResendAgreementVariables, ResendInvitationInput,
    ResendInvitationVariables, ResendToMentor, ResendToSchool,
};
use super::paper;
use super::queries::{Application, ApplicationQuery};
use super::words::{AgreementState, ApplicationAction, InvitationState};
use crate::letter::delivery::{again, delivery};
use crate::ui::answer::Answer;
use crate::ui::form::Form;
use crate::ui::{banner, button, summary, when};

pub fn panels(application: &Application, answer: Answer<ApplicationQuery>) -> AnyView {
    let asked = application.agreement.as_ref();
    view! {
        {asked.map(|asked| agreement(application, asked, answer))}
        {application.invitation.as_ref().map(|asked| invitation(asked, answer))}
    }
    .into_any()
}

fn agreement(
    application: &Application,
    asked: &Agreement,
    answer: Answer<ApplicationQuery>,
) -> AnyView {
    let mut rows = vec![
        summary::row(
            "Asked",
            format!("{}, {}", asked.name, asked.capacity.words()),
        ),
        summary::row("When", when::exact(&asked.asked_at)),
        summary::row("State", asked.state.words()),
    ];
    if matches!(asked.state, AgreementState::Sent | AgreementState::Bounced) {
        let days = match asked.waiting_days {
            0 => "Since today".to_string(),
            days => when::count(days, "day", "days"),
        };
        rows.extend([
            summary::row("Letter to", asked.email.clone()),
            summary::row("Letter", delivery(asked.letter.as_ref())),
            summary::row("Waiting", days),
        ]);
        if asked.open_questions > 0 {
            let waits = "Asked the programme office something, and waits for the answer";
            rows.push(summary::row("Question", waits));
        }
    }
    rows.extend(
        asked
            .signed_name
            .clone()
            .map(|name| summary::row("Signed by", name)),
    );
    rows.extend(
        asked
            .reason
            .clone()
            .map(|reason| summary::row("Reason", reason)),
    );
    rows.extend(
        asked
            .decided_at
            .as_ref()
            .map(|at| summary::row("Answered", when::exact(at))),
    );
    let form = Form::new("resend-school");
    let (id, name) = (asked.id.clone(), asked.name.clone());
    let send = move || {
        let done = format!("The letter to {name} is on its way again.");
        let input = ResendAgreementInput {
            agreement_id: id.clone(),
        };
        form.send(
            ResendToSchool::build(ResendAgreementVariables { input }),
            move |_| {
                banner::done(done);
                answer.reload();
            },
        );
    };
    let replace = application
        .may(ApplicationAction::ReplaceSignatory)
        .then(|| {
            button::secondary(
                application.page("ask"),
                "Ask somebody else, or correct the address",
            )
        });
    view! {
        <h2 class="govuk-heading-m">"The school’s signature"</h2>
        {summary::list(rows)}
        {again(form, asked.resend_from.as_ref(), send)}
        {asked.signed_text.clone().map(signed_text)}
        {asked.pdf_path.clone().map(signed_file)}
        {paper::panel(asked, answer)}
        {replace}
    }
    .into_any()
}

fn signed_text(text: String) -> AnyView {
    view! {
        <details class="govuk-details">
            <summary class="govuk-details__summary"><span class="govuk-details__summary-text">"Read what was signed"</span></summary>
            <div class="govuk-details__text portal-prose">{text}</div>
        </details>
    }
    .into_any()
}

fn signed_file(path: String) -> AnyView {
    view! {
        <p class="govuk-body portal-no-print">
            <a class="govuk-link" href=path download>"Download the signed agreement (PDF)"</a>
        </p>
    }
    .into_any()
}

fn invitation(asked: &Invitation, answer: Answer<ApplicationQuery>) -> AnyView {
    let mut rows = vec![
        summary::row("Name", asked.mentor.name.clone()),
        summary::row("State", asked.state.words()),
        summary::row("Letter to", asked.mentor.email.clone()),
        summary::row("Letter", delivery(asked.letter.as_ref())),
        summary::row("Asked", when::exact(&asked.asked_at)),
    ];
    rows.extend(
        asked
            .decided_at
            .as_ref()
            .map(|at| summary::row("Answered", when::exact(at))),
    );
    rows.extend(
        asked
            .reason
            .clone()
            .map(|reason| summary::row("Reason", reason)),
    );
    let form = Form::new("resend-mentor");
    let (id, name) = (asked.id.clone(), asked.mentor.name.clone());
    let send = move || {
        let done = format!("The letter to {name} is on its way again.");
        let input = ResendInvitationInput {
            invitation_id: id.clone(),
        };
        form.send(
            ResendToMentor::build(ResendInvitationVariables { input }),
            move |_| {
                banner::done(done);
                answer.reload();
            },
        );
    };
    let declined = (asked.state == InvitationState::Declined).then(|| {
        view! { <p class="govuk-body">"Whoever signed for the school was asked to name somebody else."</p> }
            .into_any()
    });
    view! {
        <h2 class="govuk-heading-m">"The mentor whom the school names"</h2>
        {summary::list(rows)}
        {declined}
        {again(form, asked.resend_from.as_ref(), send)}
    }
    .into_any()
}
