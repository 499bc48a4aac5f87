//! A letter to be sent or sent: its kind and whom and what it is about, never its text.

use sea_orm::entity::prelude::*;

/// What a letter is for: thing, change, intention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum Kind {
    /// A code and a link to sign in.
    #[sea_orm(string_value = "sign_in_code")]
    SignInCode,
    /// The address is not known here.
    #[sea_orm(string_value = "sign_in_unknown")]
    SignInUnknown,
    /// Asks a mentor to approve what waits for them.
    #[sea_orm(string_value = "task_approval_requested")]
    TaskApprovalRequested,
    /// Reminds a mentor.
    #[sea_orm(string_value = "task_approval_reminder")]
    TaskApprovalReminder,
    /// Tells a mentor that a request was taken back.
    #[sea_orm(string_value = "task_approval_request_withdrawn")]
    TaskApprovalRequestWithdrawn,
    /// Tells a mentor that requests went to somebody else.
    #[sea_orm(string_value = "task_approval_moved")]
    TaskApprovalMoved,
    /// A mentor's receipt, with the way to disown it.
    #[sea_orm(string_value = "task_decision_receipt")]
    TaskDecisionReceipt,
    /// Tells a participant that a task is approved.
    #[sea_orm(string_value = "task_approved")]
    TaskApproved,
    /// Tells a participant that a task came back.
    #[sea_orm(string_value = "task_returned")]
    TaskReturned,
    /// Tells a participant that the mentor has not answered.
    #[sea_orm(string_value = "task_approval_unanswered")]
    TaskApprovalUnanswered,
    /// Tells participant, tutor and administrators that a decision was disowned.
    #[sea_orm(string_value = "task_decision_disputed")]
    TaskDecisionDisputed,
    /// Tells a headteacher what was approved.
    #[sea_orm(string_value = "school_progress_digest")]
    SchoolProgressDigest,
    /// Tells an applicant what happens next.
    #[sea_orm(string_value = "application_received")]
    ApplicationReceived,
    /// Tells an applicant that the application is over, and why.
    #[sea_orm(string_value = "application_ended")]
    ApplicationEnded,
    /// Tells signatory and mentor that an application goes on with a later cohort.
    #[sea_orm(string_value = "application_deferred")]
    ApplicationDeferred,
    /// Asks somebody to sign the support agreement for the school.
    #[sea_orm(string_value = "agreement_requested")]
    AgreementRequested,
    /// Reminds a signatory.
    #[sea_orm(string_value = "agreement_reminder")]
    AgreementReminder,
    /// Tells an applicant that the school has not answered.
    #[sea_orm(string_value = "agreement_unanswered")]
    AgreementUnanswered,
    /// Tells an applicant that the letter to the school came back.
    #[sea_orm(string_value = "agreement_bounced")]
    AgreementBounced,
    /// A signatory's copy of what they signed.
    #[sea_orm(string_value = "agreement_signed_copy")]
    AgreementSignedCopy,
    /// An applicant's copy of what the school signed.
    #[sea_orm(string_value = "agreement_signed")]
    AgreementSigned,
    /// Tells an applicant that the school will not sign.
    #[sea_orm(string_value = "agreement_declined")]
    AgreementDeclined,
    /// Tells an applicant that somebody else is asked to sign.
    #[sea_orm(string_value = "agreement_handed_on")]
    AgreementHandedOn,
    /// Brings a signatory the office's answer to a question.
    #[sea_orm(string_value = "agreement_question_answered")]
    AgreementQuestionAnswered,
    /// Tells a signatory that there is nothing left to sign.
    #[sea_orm(string_value = "agreement_no_longer_needed")]
    AgreementNoLongerNeeded,
    /// Tells a signatory that a scan of the signed paper has come.
    #[sea_orm(string_value = "agreement_scan_received")]
    AgreementScanReceived,
    /// Tells a signatory that a scan cannot be taken, and asks again.
    #[sea_orm(string_value = "agreement_scan_rejected")]
    AgreementScanRejected,
    /// Tells an applicant that the school's paper could not be taken.
    #[sea_orm(string_value = "agreement_scan_returned")]
    AgreementScanReturned,
    /// Asks a nominated mentor whether they will be one.
    #[sea_orm(string_value = "mentor_invited")]
    MentorInvited,
    /// Reminds a nominated mentor.
    #[sea_orm(string_value = "mentor_invitation_reminder")]
    MentorInvitationReminder,
    /// Tells an applicant that the mentor has accepted.
    #[sea_orm(string_value = "mentor_accepted")]
    MentorAccepted,
    /// Tells applicant and signatory that the mentor has declined.
    #[sea_orm(string_value = "mentor_declined")]
    MentorDeclined,
    /// Mentor sought.
    #[sea_orm(string_value = "mentor_sought")]
    MentorSought,
    /// Tells an applicant that the mentor has not answered.
    #[sea_orm(string_value = "mentor_unanswered")]
    MentorUnanswered,
    /// Tells an applicant that the letter to the mentor came back.
    #[sea_orm(string_value = "mentor_bounced")]
    MentorBounced,
    /// Offers an applicant a place.
    #[sea_orm(string_value = "place_offered")]
    PlaceOffered,
    /// Reminds an applicant of an offer.
    #[sea_orm(string_value = "place_offer_reminder")]
    PlaceOfferReminder,
    /// Welcomes a new participant.
    #[sea_orm(string_value = "place_accepted")]
    PlaceAccepted,
    /// Brings a message of the programme office.
    #[sea_orm(string_value = "office_message_sent")]
    OfficeMessageSent,
    /// Proves that mail works.
    #[sea_orm(string_value = "test_mail")]
    TestMail,
}

/// Where a letter stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum State {
    /// Waits to be sent, or to be tried again.
    #[sea_orm(string_value = "queued")]
    Queued,
    /// The mail server has taken it.
    #[sea_orm(string_value = "sent")]
    Sent,
    /// The mail server refused it for good.
    #[sea_orm(string_value = "failed")]
    Failed,
    /// No longer needed before it was sent.
    #[sea_orm(string_value = "cancelled")]
    Cancelled,
}

/// Why a letter's link no longer acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum VoidReason {
    /// Somebody else is the mentor now.
    #[sea_orm(string_value = "mentor_replaced")]
    MentorReplaced,
    /// The receiver said that they had not acted.
    #[sea_orm(string_value = "disowned")]
    Disowned,
    /// Another asking took its place, or there is nothing left to answer.
    #[sea_orm(string_value = "superseded")]
    Superseded,
}

/// A letter to be sent or sent: its kind and whom and what it is about, never its text.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "letter")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub kind: Kind,
    pub to_name: String,
    pub to_email: String,
    pub person_id: Option<Uuid>,
    pub mentor_id: Option<Uuid>,
    pub school_id: Option<Uuid>,
    pub enrolment_id: Option<Uuid>,
    pub request_id: Option<Uuid>,
    pub sign_in_id: Option<Uuid>,
    pub application_id: Option<Uuid>,
    pub agreement_id: Option<Uuid>,
    pub invitation_id: Option<Uuid>,
    /// The message of the office that it brings.
    pub mailing_id: Option<Uuid>,
    pub state: State,
    /// Letters with the same key that still wait become one letter.
    pub batch_key: Option<String>,
    pub send_after: DateTimeUtc,
    pub attempts: i32,
    /// The mail server's last answer, where it refused.
    pub last_error: Option<String>,
    /// While set and in the future, a worker is sending it.
    pub claimed_until: Option<DateTimeUtc>,
    /// Set by us when the letter is queued and the same at every try.
    pub message_id: String,
    /// The Message-ID that it answers, so that mail readers show one thread.
    pub in_reply_to: Option<String>,
    /// Why its link no longer acts; none while it does.
    pub void_reason: Option<VoidReason>,
    pub created_at: DateTimeUtc,
    pub sent_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
