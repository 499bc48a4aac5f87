//! How far an application is, as a row of stages. Each says in words whether it is done.

use leptos::prelude::*;

use super::queries::Application;
use super::words::{AgreementState, ApplicationState};

const STAGES: [&str; 5] = [
    "You answer the questions",
    "Your school signs",
    "We check",
    "We offer a place",
    "You have a place",
];

pub fn stages(application: &Application) -> AnyView {
    let (at, ended) = reached(application);
    let items: Vec<AnyView> = STAGES
        .into_iter()
        .enumerate()
        .map(|(number, words)| {
            let (class, said) = match number {
                number if number < at => ("portal-stages__item portal-stages__item--done", "Done"),
                number if number > at => ("portal-stages__item", "Not yet"),
                _ if ended => ("portal-stages__item portal-stages__item--ended", "Ended here"),
                _ => ("portal-stages__item portal-stages__item--now", "Now"),
            };
            let now = (number == at).then_some("step");
            view! { <li class=class aria-current=now><strong>{words}</strong> " " <span class="portal-stages__said">{said}</span></li> }
                .into_any()
        })
        .collect();
    view! { <ol class="portal-stages" aria-label="How far your application is">{items}</ol> }
        .into_any()
}

/// The stage that it stands at, and whether it has ended there.
fn reached(application: &Application) -> (usize, bool) {
    use ApplicationState::{
        Accepted, AwaitingSchool, Deferred, Draft, Enrolled, Expired, Offered, Ready, Rejected,
        Submitted, Withdrawn,
    };
    match application.state {
        Draft => (0, false),
        Submitted | AwaitingSchool => (1, false),
        Ready => (2, false),
        Offered => (3, false),
        Accepted | Enrolled => (STAGES.len(), false),
        Rejected | Withdrawn | Deferred | Expired => {
            let signed = |state| matches!(state, AgreementState::Signed | AgreementState::Revoked);
            let has_signed = application
                .agreement
                .as_ref()
                .is_some_and(|one| signed(one.state));
            let at = match () {
                _ if application.offer_until.is_some() => 3,
                _ if has_signed => 2,
                _ if application.submitted_at.is_some() => 1,
                _ => 0,
            };
            (at, true)
        }
    }
}
