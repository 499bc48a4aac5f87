//! One asking of somebody to sign for a school, in the schema.

use async_graphql::ID;
use chrono::{DateTime, NaiveDate, Utc};
use entity::agreement;

use super::load::LatestScan;
use super::{AgreementScan, AgreementState};
use crate::access::{Action as _, CheckSignatory, ReadSignature, ResendAgreement, SendScan};
use crate::agreement::{resend_from, scan};
use crate::application::graphql::SignatoryCapacity;
use crate::approval::graphql::{LetterOf, LetterStatus};
use crate::clock::days_between;
use crate::person::shown_to;
use crate::reading::int;
use crate::schema::{each, object};

object! {
    /// One asking of somebody to sign for the school that it supports an applicant.
    Agreement(asked: agreement::Model, loads);

    /// Stable for good.
    id: ID => asked.id.into();
    /// Where it stands.
    state: AgreementState => asked.state.into();
    /// Who is asked; "(hidden)" for tools that may not read names.
    name: &str => if loads.actor().may_see_names() { &asked.name } else { "(hidden)" };
    /// Their address, masked unless you are an administrator.
    email: String => shown_to(loads.actor(), &asked.email);
    /// What they are at the school.
    capacity: SignatoryCapacity => asked.capacity.into();
    /// The asking whose signatory named this one.
    handed_from: Option<ID> => asked.handed_from.map(Into::into);
    /// When they were asked.
    asked_at: DateTime<Utc> => asked.asked_at;
    /// Days in London from the asking to the answer, or to today.
    waiting_days: i32 => int(days_between(asked.asked_at, asked.decided_at.unwrap_or(loads.reader().now)));
    /// How many reminders they have had.
    reminders: i32 => asked.reminders;
    /// How many of their questions wait for the programme office. While there are any, nobody is reminded.
    open_questions: i32 => asked.open_questions;
    /// How the latest letter is doing.
    letter: Option<LetterStatus> where found = asked.letter_id.map(LetterOf) => each(found);
    /// From when on you may have the letter sent again; null where you may not.
    resend_from: Option<DateTime<Utc>> =>
        resend_from(asked).filter(|_| ResendAgreement::permits(loads.actor(), asked));
    /// When the address was compared with the school's record; null while that is to be done.
    checked_at: Option<DateTime<Utc>> => asked.checked_at;
    /// Who compared it; null to everybody but administrators.
    checked_by: Option<&str> =>
        asked.checked_by.as_deref().filter(|_| CheckSignatory::permits(loads.actor(), asked));
    /// When they answered.
    decided_at: Option<DateTime<Utc>> => asked.decided_at;
    /// Why it was declined, handed on, replaced or taken back; null for reporting tools.
    reason: Option<&str> => asked.reason.as_deref().filter(|_| !loads.actor().is_tool());
    /// The name that was signed with; null for reporting tools.
    signed_name: Option<&str> => asked.signed_name.as_deref().filter(|_| !loads.actor().is_tool());
    /// The words exactly as they were signed; null for reporting tools.
    signed_text: Option<&str> => asked.signed_text.as_deref().filter(|_| !loads.actor().is_tool());
    /// Where you can download what was signed, with the evidence, as a PDF: an address below the portal's, for the browser in
    /// which you are signed in. It answers 503 in the minute in which the file is made. Null before it is signed, and for
    /// reporting tools.
    pdf_path: Option<String> => asked.signed_text.as_ref()
        .filter(|_| ReadSignature::permits(loads.actor(), asked))
        .map(|_| format!("/signed-agreements/{}.pdf", asked.id));
    /// What stands at the foot of each page of the paper, where somebody signs by hand.
    reference: String => scan::reference(asked.id);
    /// The scan of a signed paper that was sent last.
    scan: Option<AgreementScan> where found = LatestScan(asked.id) => each(found);
    /// Where you can type in a paper that came by post or e-mail: an address below the portal's, for the browser in which you
    /// are signed in. Null where you may not, and where nobody is asked to sign.
    paper_path: Option<String> => Some(format!("/office/agreements/{}/paper", asked.id))
        .filter(|_| resend_from(asked).is_some() && SendScan::permits(loads.actor(), asked));
    /// SHA-256 of these words, in hex.
    text_hash: Option<&str> => asked.text_hash.as_deref();
    /// The day of the appointment as the school states it.
    appointed_on: Option<NaiveDate> => asked.appointed_on;
    /// The mentor whom the school names; null for reporting tools.
    mentor_name: Option<&str> => asked.mentor_name.as_deref().filter(|_| !loads.actor().is_tool());
    /// Their post at the school.
    mentor_post: Option<&str> => asked.mentor_post.as_deref();
    /// Their address, masked unless you are an administrator.
    mentor_email: Option<String> => asked.mentor_email.as_deref().map(|email| shown_to(loads.actor(), email));
}
