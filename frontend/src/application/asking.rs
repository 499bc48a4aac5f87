//! How the asking of the school goes, and of the mentor whom it names.

use super::words::{
    AgreementState, InvitationState, ScanAction, ScanSource, ScanState, SignatoryCapacity,
};
use crate::api::{Day, Moment, schema};
use crate::approval::queries::LetterStatus;

/// How the latest asking of the school goes.
#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct Agreement {
    pub id: cynic::Id,
    pub state: AgreementState,
    pub name: String,
    pub email: String,
    pub capacity: SignatoryCapacity,
    pub asked_at: Moment,
    pub waiting_days: i32,
    pub open_questions: i32,
    pub letter: Option<LetterStatus>,
    pub resend_from: Option<Moment>,
    pub checked_at: Option<Moment>,
    pub checked_by: Option<String>,
    pub decided_at: Option<Moment>,
    pub reason: Option<String>,
    pub signed_name: Option<String>,
    pub signed_text: Option<String>,
    pub pdf_path: Option<String>,
    pub reference: String,
    pub scan: Option<Scan>,
    pub paper_path: Option<String>,
}
reads!(Agreement {
    id,
    state,
    name,
    email,
    capacity,
    asked_at,
    waiting_days,
    open_questions,
    letter,
    resend_from,
    checked_at,
    checked_by,
    decided_at,
    reason,
    signed_name,
    signed_text,
    pdf_path,
    reference,
    scan,
    paper_path
});

/// The paper that was sent in last.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "AgreementScan")]
pub struct Scan {
    pub id: cynic::Id,
    pub state: ScanState,
    pub source: ScanSource,
    pub sent_by: Option<String>,
    pub sent_at: Moment,
    pub bytes: i32,
    pub pages: i32,
    pub sha256: String,
    pub signed_name: Option<String>,
    pub appointed_on: Option<Day>,
    pub mentor_name: Option<String>,
    pub mentor_post: String,
    pub mentor_email: String,
    pub review: Vec<String>,
    pub decided_at: Option<Moment>,
    pub decided_by: Option<String>,
    pub reason: Option<String>,
    pub file_path: Option<String>,
    pub can: Vec<ScanAction>,
}
reads!(Scan {
    id,
    state,
    source,
    sent_by,
    sent_at,
    bytes,
    pages,
    sha256,
    signed_name,
    appointed_on,
    mentor_name,
    mentor_post,
    mentor_email,
    review,
    decided_at,
    decided_by,
    reason,
    file_path,
    can
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "MentorInvitation")]
pub struct Invitation {
    pub id: cynic::Id,
    pub state: InvitationState,
    pub mentor: Mentor,
    pub asked_at: Moment,
    pub letter: Option<LetterStatus>,
    pub resend_from: Option<Moment>,
    pub decided_at: Option<Moment>,
    pub reason: Option<String>,
}
reads!(Invitation {
    id,
    state,
    mentor,
    asked_at,
    letter,
    resend_from,
    decided_at,
    reason
});

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct Mentor {
    pub name: String,
    pub email: String,
}
reads!(Mentor { name, email });
