//! What the school signed on paper: what was sent, and for the office deciding on it.

use cynic::MutationBuilder;
use leptos::prelude::*;

use super::asking::{Agreement, Scan};
use super::changes::ChangedAgreement;
use super::queries::ApplicationQuery;
use super::words::{ScanAction, ScanState};
use crate::api::schema;
use crate::ui::answer::Answer;
use crate::ui::choice::{Checkboxes, Choice};
use crate::ui::field::TextField;
use crate::ui::form::Form;
use crate::ui::{banner, button, errors, summary, when};

#[derive(cynic::InputObject, Clone, Debug)]
pub struct AcceptScanInput {
    pub scan_id: cynic::Id,
    pub agrees: bool,
}

#[derive(cynic::InputObject, Clone, Debug)]
pub struct RejectScanInput {
    pub scan_id: cynic::Id,
    pub reason: String,
}

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct AcceptScanVariables {
    pub input: AcceptScanInput,
}

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct RejectScanVariables {
    pub input: RejectScanInput,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "AcceptScanVariables")]
pub struct AcceptScan {
    #[arguments(input: $input)]
    #[allow(dead_code)]
    pub accept_scan: ChangedAgreement,
}
reads!(AcceptScan { accept_scan });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "RejectScanVariables")]
pub struct RejectScan {
    #[arguments(input: $input)]
    #[allow(dead_code)]
    pub reject_scan: ChangedAgreement,
}
reads!(RejectScan { reject_scan });

/// Nothing where no paper was sent, and none can be.
pub fn panel(asked: &Agreement, answer: Answer<ApplicationQuery>) -> AnyView {
    let enter = asked.paper_path.clone().map(|path| {
        view! {
            <p class="govuk-body">
                <a class="govuk-link" href=path rel="external">"Print it, or enter a signed paper that came by post or e-mail"</a>
            </p>
        }
    });
    let sent = asked.scan.as_ref().map(|scan| shown(asked, scan, answer));
    view! { {sent} {enter} }.into_any()
}

fn shown(asked: &Agreement, scan: &Scan, answer: Answer<ApplicationQuery>) -> AnyView {
    let file = scan.file_path.clone().map(|path| {
        let (size, pages) = (when::size(scan.bytes.into()), when::count(scan.pages, "page", "pages"));
        view! {
            <p class="govuk-body portal-no-print">
                <a class="govuk-link" href=path download>"Download the signed paper (" {size} ", " {pages} ")"</a>
            </p>
        }
    });
    let may = |action| scan.can.contains(&action);
    view! {
        <h3 class="govuk-heading-s">"Signed on paper"</h3>
        {summary::list(rows(asked, scan))}
        {file}
        {may(ScanAction::Accept).then(|| accept(asked, scan, answer))}
        {may(ScanAction::Reject).then(|| reject(scan, answer))}
    }
    .into_any()
}

fn rows(asked: &Agreement, scan: &Scan) -> Vec<summary::Row> {
    let mut rows = vec![
        summary::row("Paper", scan.state.words()),
        summary::row("Sent", when::exact(&scan.sent_at)),
        summary::row("By", scan.source.words()),
        summary::row("Reference on the paper", asked.reference.clone()),
    ];
    let known = [
        ("Sent by", scan.sent_by.clone()),
        ("Signed by, as typed in", scan.signed_name.clone()),
    ];
    let known = known.into_iter();
    rows.extend(known.filter_map(|(name, known)| Some(summary::row(name, known?))));
    // Whoever sees the mentor's name sees all that was typed in.
    if let Some(mentor) = &scan.mentor_name {
        let mentor = format!("{mentor}, {}, {}", scan.mentor_post, scan.mentor_email);
        rows.push(summary::row("Mentor, as typed in", mentor));
        let appointed = scan.appointed_on.as_ref();
        rows.extend(appointed.map(|on| summary::row("SENCO since", when::day_words(on))));
        let review = scan.review.iter().cloned();
        rows.extend(review.map(|line| summary::row("Needs analysis", line)));
        rows.push(summary::row("SHA-256 of the file", scan.sha256.clone()));
    }
    if !matches!(scan.state, ScanState::Checking | ScanState::Waiting) {
        let decided = scan.decided_at.as_ref();
        rows.extend(decided.map(|at| summary::row("Decided", when::exact(at))));
        let by = scan.decided_by.clone();
        rows.extend(by.map(|by| summary::row("Decided by", by)));
    }
    rows.extend(
        scan.reason
            .clone()
            .map(|reason| summary::row("Reason", reason)),
    );
    rows
}

fn accept(asked: &Agreement, scan: &Scan, answer: Answer<ApplicationQuery>) -> AnyView {
    let form = Form::new(format!("accept-{}", scan.id.inner()));
    let agrees = form.field("agrees");
    let id = scan.id.clone();
    let send = move || {
        let input = AcceptScanInput {
            scan_id: id.clone(),
            agrees: !agrees.get().is_empty(),
        };
        form.send(
            AcceptScan::build(AcceptScanVariables { input }),
            move |_| {
                banner::done("The paper counts as the school’s signature. The mentor is asked.");
                answer.reload();
            },
        );
    };
    let (name, reference) = (&asked.name, &asked.reference);
    let compared = format!(
        "I have read the paper: it is signed, for the school, by whom is typed in above; the words are ours, unchanged, and the reference at the foot of each page is {reference}"
    );
    let inside = view! {
        <Checkboxes field=agrees legend="Compare the paper" hint=format!("{name} was asked to sign. If somebody else did, be sure that they may.") choices=vec![Choice::new("yes", compared)] />
        {button::submit(form, "Accept the paper as the school’s signature")}
    };
    view! { {errors::summary(form)} {button::form(form, send, inside.into_any())} }.into_any()
}

fn reject(scan: &Scan, answer: Answer<ApplicationQuery>) -> AnyView {
    let form = Form::new(format!("reject-{}", scan.id.inner()));
    let reason = form.field("reason");
    let id = scan.id.clone();
    let send = move || {
        let input = RejectScanInput {
            scan_id: id.clone(),
            reason: reason.get(),
        };
        form.send(
            RejectScan::build(RejectScanVariables { input }),
            move |_| {
                banner::done("Rejected. The school is asked again, and the applicant is told.");
                answer.reload();
            },
        );
    };
    let inside = view! {
        <TextField field=reason label="Why can it not be taken?" hint="For example, “The second page is missing”. School and applicant read it." />
        {button::warning(form, "Reject the paper")}
    };
    view! { {errors::summary(form)} {button::form(form, send, inside.into_any())} }.into_any()
}
