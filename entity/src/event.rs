//! What happened: append-only, the database refuses to change or delete it.

use sea_orm::entity::prelude::*;

/// What kind of thing happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum Kind {
    /// Signed in.
    #[sea_orm(string_value = "signed_in")]
    SignedIn,
    /// Signed out.
    #[sea_orm(string_value = "signed_out")]
    SignedOut,
    /// Task started.
    #[sea_orm(string_value = "task_started")]
    TaskStarted,
    /// Task submitted.
    #[sea_orm(string_value = "task_submitted")]
    TaskSubmitted,
    /// Task withdrawn.
    #[sea_orm(string_value = "task_withdrawn")]
    TaskWithdrawn,
    /// Task approved.
    #[sea_orm(string_value = "task_approved")]
    TaskApproved,
    /// Task returned.
    #[sea_orm(string_value = "task_returned")]
    TaskReturned,
    /// Task decision undone.
    #[sea_orm(string_value = "task_decision_undone")]
    TaskDecisionUndone,
    /// Task decision disowned.
    #[sea_orm(string_value = "task_decision_disowned")]
    TaskDecisionDisowned,
    /// Task reopened.
    #[sea_orm(string_value = "task_reopened")]
    TaskReopened,
    /// Task waived.
    #[sea_orm(string_value = "task_waived")]
    TaskWaived,
    /// Approval resent.
    #[sea_orm(string_value = "approval_resent")]
    ApprovalResent,
    /// Approval moved.
    #[sea_orm(string_value = "approval_moved")]
    ApprovalMoved,
    /// Mentor replaced.
    #[sea_orm(string_value = "mentor_replaced")]
    MentorReplaced,
    /// Mentor reminded.
    #[sea_orm(string_value = "mentor_reminded")]
    MentorReminded,
    /// Participant notified.
    #[sea_orm(string_value = "participant_notified")]
    ParticipantNotified,
    /// Letter sent.
    #[sea_orm(string_value = "letter_sent")]
    LetterSent,
    /// Letter failed.
    #[sea_orm(string_value = "letter_failed")]
    LetterFailed,
    /// Letter retried.
    #[sea_orm(string_value = "letter_retried")]
    LetterRetried,
    /// Token created.
    #[sea_orm(string_value = "token_created")]
    TokenCreated,
    /// Token revoked.
    #[sea_orm(string_value = "token_revoked")]
    TokenRevoked,
    /// Address created.
    #[sea_orm(string_value = "address_created")]
    AddressCreated,
    /// Address revoked.
    #[sea_orm(string_value = "address_revoked")]
    AddressRevoked,
    /// Enrolment started.
    #[sea_orm(string_value = "enrolment_started")]
    EnrolmentStarted,
    /// Enrolment withdrawn.
    #[sea_orm(string_value = "enrolment_withdrawn")]
    EnrolmentWithdrawn,
    /// Person added.
    #[sea_orm(string_value = "person_added")]
    PersonAdded,
    /// School added.
    #[sea_orm(string_value = "school_added")]
    SchoolAdded,
    /// School checked.
    #[sea_orm(string_value = "school_checked")]
    SchoolChecked,
    /// Schools imported.
    #[sea_orm(string_value = "schools_imported")]
    SchoolsImported,
    /// Application started.
    #[sea_orm(string_value = "application_started")]
    ApplicationStarted,
    /// Application submitted.
    #[sea_orm(string_value = "application_submitted")]
    ApplicationSubmitted,
    /// Application withdrawn.
    #[sea_orm(string_value = "application_withdrawn")]
    ApplicationWithdrawn,
    /// Application rejected.
    #[sea_orm(string_value = "application_rejected")]
    ApplicationRejected,
    /// Application deferred.
    #[sea_orm(string_value = "application_deferred")]
    ApplicationDeferred,
    /// Application expired.
    #[sea_orm(string_value = "application_expired")]
    ApplicationExpired,
    /// Application noted.
    #[sea_orm(string_value = "application_noted")]
    ApplicationNoted,
    /// Teacher status checked.
    #[sea_orm(string_value = "teacher_status_checked")]
    TeacherStatusChecked,
    /// Agreement sent.
    #[sea_orm(string_value = "agreement_sent")]
    AgreementSent,
    /// Agreement resent.
    #[sea_orm(string_value = "agreement_resent")]
    AgreementResent,
    /// Agreement checked.
    #[sea_orm(string_value = "agreement_checked")]
    AgreementChecked,
    /// Gaps accepted.
    #[sea_orm(string_value = "gaps_accepted")]
    GapsAccepted,
    /// Agreement signed.
    #[sea_orm(string_value = "agreement_signed")]
    AgreementSigned,
    /// Agreement scan sent.
    #[sea_orm(string_value = "agreement_scan_sent")]
    AgreementScanSent,
    /// Agreement scan infected.
    #[sea_orm(string_value = "agreement_scan_infected")]
    AgreementScanInfected,
    /// Agreement scan accepted.
    #[sea_orm(string_value = "agreement_scan_accepted")]
    AgreementScanAccepted,
    /// Agreement scan rejected.
    #[sea_orm(string_value = "agreement_scan_rejected")]
    AgreementScanRejected,
    /// Agreement declined.
    #[sea_orm(string_value = "agreement_declined")]
    AgreementDeclined,
    /// Agreement handed on.
    #[sea_orm(string_value = "agreement_handed_on")]
    AgreementHandedOn,
    /// An administrator published a version of the agreement's words.
    #[sea_orm(string_value = "agreement_text_published")]
    AgreementTextPublished,
    /// A signatory asked the office something.
    #[sea_orm(string_value = "agreement_question_asked")]
    AgreementQuestionAsked,
    /// The office answered it.
    #[sea_orm(string_value = "agreement_question_answered")]
    AgreementQuestionAnswered,
    /// The office closed it without an answer.
    #[sea_orm(string_value = "agreement_question_closed")]
    AgreementQuestionClosed,
    /// Agreement superseded.
    #[sea_orm(string_value = "agreement_superseded")]
    AgreementSuperseded,
    /// Agreement revoked.
    #[sea_orm(string_value = "agreement_revoked")]
    AgreementRevoked,
    /// Signatory reminded.
    #[sea_orm(string_value = "signatory_reminded")]
    SignatoryReminded,
    /// Office message sent.
    #[sea_orm(string_value = "office_message_sent")]
    OfficeMessageSent,
    /// Mentor invited.
    #[sea_orm(string_value = "mentor_invited")]
    MentorInvited,
    /// Mentor accepted.
    #[sea_orm(string_value = "mentor_accepted")]
    MentorAccepted,
    /// Mentor declined.
    #[sea_orm(string_value = "mentor_declined")]
    MentorDeclined,
    /// Place offered.
    #[sea_orm(string_value = "place_offered")]
    PlaceOffered,
    /// Place accepted.
    #[sea_orm(string_value = "place_accepted")]
    PlaceAccepted,
    /// Group added.
    #[sea_orm(string_value = "group_added")]
    GroupAdded,
    /// Group changed.
    #[sea_orm(string_value = "group_changed")]
    GroupChanged,
    /// Partner added.
    #[sea_orm(string_value = "partner_added")]
    PartnerAdded,
}

/// Who did it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum ActorKind {
    /// Somebody signed in.
    #[sea_orm(string_value = "person")]
    Person,
    /// A mentor, through an e-mail link.
    #[sea_orm(string_value = "mentor")]
    Mentor,
    /// A headteacher, through an e-mail link.
    #[sea_orm(string_value = "headteacher")]
    Headteacher,
    /// Somebody who signs for a school, through an e-mail link.
    #[sea_orm(string_value = "signatory")]
    Signatory,
    /// The portal itself.
    #[sea_orm(string_value = "system")]
    System,
}

/// What happened: append-only, the database refuses to change or delete it.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "event")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub at: DateTimeUtc,
    pub kind: Kind,
    pub actor_kind: ActorKind,
    pub actor_id: Option<Uuid>,
    /// The actor's name as it was.
    pub actor_name: String,
    pub enrolment_id: Option<Uuid>,
    pub task_id: Option<Uuid>,
    pub request_id: Option<Uuid>,
    pub person_id: Option<Uuid>,
    pub mentor_id: Option<Uuid>,
    pub letter_id: Option<Uuid>,
    pub application_id: Option<Uuid>,
    pub agreement_id: Option<Uuid>,
    pub invitation_id: Option<Uuid>,
    /// The words that go with it: a comment, a reason.
    pub note: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
