//! The whole permission table on one page.

use entity::person_role::Role;
use entity::{
    agreement, agreement_question, agreement_scan, api_token, application, approval_request,
    cohort, enrolment, letter, mentor_invitation, mentorship, report_address, school, session,
    task, training_group,
};

use super::bounds::sees_all;
use super::{Action, Actor, Duty};

macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident on $table:ident: |$actor:ident, $row:ident| $rule:expr;)*) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $name;
        impl Action for $name {
            type On = $table::Entity;
            fn permits($actor: &Actor, $row: &$table::Model) -> bool {
                $rule
            }
        }
    )*};
}

macro_rules! duties {
    ($($(#[$doc:meta])* $name:ident: |$actor:ident| $rule:expr;)*) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $name;
        impl Duty for $name {
            fn permits($actor: &Actor) -> bool {
                $rule
            }
        }
    )*};
}

actions! {
    /// Write in a task.
    Save on task: |actor, row| actor.is_person(row.participant_id);
    /// Ask the mentor to approve it.
    Submit on task: |actor, row| actor.is_person(row.participant_id);
    /// Take the asking back.
    Withdraw on task: |actor, row| actor.is_person(row.participant_id);
    /// Open an approved or waived task again.
    Reopen on task: |actor, _row| actor.is_administrator();
    /// Excuse the participant from it.
    Waive on task: |actor, _row| actor.is_administrator();
    /// Approve it or send it back, and take that back while it is fresh.
    Decide on approval_request: |actor, row|
        matches!(actor, Actor::Mentor { mentor_id, .. } if *mentor_id == row.mentor_id);
    /// Say from the registered mailbox that a decision was none of theirs.
    Disown on approval_request: |actor, row|
        matches!(actor, Actor::Mentor { mentor_id, .. } if *mentor_id == row.mentor_id);
    /// Have the letter to the mentor sent again.
    Resend on approval_request: |actor, row| actor.is_person(row.participant_id) || actor.is_administrator();
    /// Remind the mentor, or tell the participant that no answer has come.
    Chase on approval_request: |actor, _row| matches!(actor, Actor::System);
    /// Put somebody else in the mentor's place; the school's word stands behind it.
    ReplaceMentor on enrolment: |actor, _row| actor.is_administrator();
    /// Be named a mentor for the first time.
    NominateMentor on mentorship: |actor, _row| actor.is_administrator();
    /// Send a letter that failed once more.
    RetryLetter on letter: |actor, _row| actor.is_administrator();
    /// Ask for a fresh link in place of an old one.
    RenewLink on letter: |actor, row|
        matches!(actor, Actor::Mentor { letter_id, .. } if *letter_id == row.id);
    /// End a session.
    EndSession on session: |actor, row| actor.is_person(row.person_id);
    /// Take a reporting tool's key away.
    RevokeToken on api_token: |actor, _row| actor.is_administrator() || matches!(actor, Actor::System);
    /// Give a spreadsheet an address that stands for a key.
    AddAddress on api_token: |actor, _row| actor.is_administrator();
    /// Take such an address away.
    RevokeAddress on report_address: |actor, _row| actor.is_administrator();
    /// Look at a school that is not on the national list.
    CheckSchool on school: |actor, _row| actor.is_administrator();
    /// Ask for a place in a cohort.
    Apply on cohort: |actor, _row| actor.user().is_some();
    /// Write in an application.
    WriteApplication on application: |actor, row| actor.is_person(row.person_id);
    /// Hand it in.
    SubmitApplication on application: |actor, row| actor.is_person(row.person_id);
    /// Take it back, also after an offer.
    WithdrawApplication on application: |actor, row| actor.is_person(row.person_id);
    /// Put it off to a later cohort.
    DeferApplication on application: |actor, row| actor.is_person(row.person_id) || actor.is_administrator();
    /// Have somebody else asked to sign for the school, or at another address.
    ReplaceSignatory on application: |actor, row| actor.is_person(row.person_id) || actor.is_administrator();
    /// Note something down about it, for the office alone.
    NoteOnApplication on application: |actor, _row| actor.is_administrator();
    /// Say that the applicant's teacher status was seen.
    CheckTeacherStatus on application: |actor, _row| actor.is_administrator();
    /// Say no.
    RejectApplication on application: |actor, _row| actor.is_administrator();
    /// Offer a place in a group.
    OfferPlace on application: |actor, _row| actor.is_administrator();
    /// Accept the place that is offered.
    AcceptPlace on application: |actor, row| actor.is_person(row.person_id);
    /// Let an application or an offer run out.
    ExpireApplication on application: |actor, _row| matches!(actor, Actor::System);
    /// Remind an applicant of the place that is offered.
    RemindOfOffer on application: |actor, _row| matches!(actor, Actor::System);
    /// Answer for the school.
    AnswerAgreement on agreement: |actor, row|
        matches!(actor, Actor::Signatory { agreement_id, .. } if *agreement_id == row.id);
    /// Ask the office something before that.
    AskQuestion on agreement: |actor, row|
        matches!(actor, Actor::Signatory { agreement_id, .. } if *agreement_id == row.id);
    /// Answer such a question, or close it.
    SettleQuestion on agreement_question: |actor, _row| actor.is_administrator();
    /// Name another mentor for the school.
    NameMentor on agreement: |actor, row|
        matches!(actor, Actor::Signatory { agreement_id, .. } if *agreement_id == row.id);
    /// Have what was signed as a file, with the evidence.
    ReadSignature on agreement: |actor, row| actor.is_person(row.person_id) || actor.is_administrator()
        || matches!(actor, Actor::Signatory { agreement_id, .. } if *agreement_id == row.id);
    /// Have the letter to the signatory sent again.
    ResendAgreement on agreement: |actor, row| actor.is_person(row.person_id) || actor.is_administrator();
    /// Say that the signatory's address is the school's.
    CheckSignatory on agreement: |actor, _row| actor.is_administrator();
    /// Decide how outcomes are met that the school cannot support.
    AcceptGaps on agreement: |actor, _row| actor.is_administrator();
    /// Remind the signatory, or tell the applicant that no answer has come.
    ChaseAgreement on agreement: |actor, _row| matches!(actor, Actor::System);
    /// Send in a scan of the paper that the school signed; for the office one that came by post, and not for itself.
    SendScan on agreement: |actor, row| (actor.is_administrator() && !actor.is_person(row.person_id))
        || matches!(actor, Actor::Signatory { agreement_id, .. } if *agreement_id == row.id);
    /// Say what the scanner said of a scan.
    CheckScan on agreement_scan: |actor, _row| matches!(actor, Actor::System);
    /// Take a scan for the school's signature, or say why not. Nobody does so for themselves.
    DecideScan on agreement_scan: |actor, row| actor.is_administrator() && !actor.is_person(row.person_id);
    /// Have the file of a scan. What the scanner has not seen nobody has; the applicant has what counts.
    ReadScan on agreement_scan: |actor, row| match row.state {
        agreement_scan::State::Waiting | agreement_scan::State::Rejected =>
            actor.is_administrator() && !actor.is_person(row.person_id),
        agreement_scan::State::Accepted => actor.is_administrator() || actor.is_person(row.person_id),
        agreement_scan::State::Checking | agreement_scan::State::Replaced
            | agreement_scan::State::Void | agreement_scan::State::Infected => false,
    };
    /// Say whether one will be a mentor.
    AnswerInvitation on mentor_invitation: |actor, row|
        matches!(actor, Actor::Mentor { mentor_id, .. } if *mentor_id == row.mentor_id);
    /// Have the letter to the nominated mentor sent again.
    ResendInvitation on mentor_invitation: |actor, row| actor.is_person(row.person_id) || actor.is_administrator();
    /// Remind the nominated mentor.
    ChaseInvitation on mentor_invitation: |actor, _row| matches!(actor, Actor::System);
    /// Give somebody a place in a group.
    Enrol on training_group: |actor, _row| actor.is_administrator();
    /// Say something else of a group.
    EditGroup on training_group: |actor, _row| actor.is_administrator();
}

duties! {
    AddPerson: |actor| actor.is_administrator() || matches!(actor, Actor::System);
    AddSchool: |actor| actor.is_administrator();
    /// Look for any school of the country: what is published of it.
    FindSchools: |actor| actor.user().is_some();
    /// Enter a school that is not on the national list.
    AddUnlistedSchool: |actor| actor.user().is_some();
    AddGroup: |actor| actor.is_administrator();
    AddPartner: |actor| actor.is_administrator();
    /// Write one letter to many.
    WriteToMany: |actor| actor.is_administrator();
    /// Write the next version of the words that schools sign.
    PublishAgreementText: |actor| actor.is_administrator();
    CreateToken: |actor| actor.is_administrator() || matches!(actor, Actor::System);
    /// Read the lists that belong to the office: people, schools, mentors, letters, events, tokens.
    ReadOffice: |actor| actor.is_administrator();
    /// Read flat report rows, within one's own scope.
    ReadReports: |actor| actor.is_administrator() || actor.is(Role::Tutor) || actor.is(Role::Partner)
        || matches!(actor, Actor::Token(_));
    /// Read rows that tell of single tasks, of mentors or of addresses.
    ReadWorkReports: |actor| actor.as_partner().is_none()
        && (actor.is_administrator() || actor.is(Role::Tutor) || matches!(actor, Actor::Token(_)));
    /// Read how letters fare, whoever they went to.
    ReadMailHealth: |actor| sees_all(actor);
    /// Read how applications fare, whoever applies.
    ReadApplicants: |actor| sees_all(actor);
}
