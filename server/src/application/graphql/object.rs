//! One application in the schema.

use async_graphql::{ID, Result};
use chrono::{DateTime, NaiveDate, Utc};
use entity::application::{self, Answers};

use super::can::can;
use super::delay::DelayOf;
use super::load::{AgreementsOf, AheadOf, ApplicationEvents, GoesOnAs, LatestInvitation};
use super::offer::MilesOf;
use super::{
    ApplicationAction, ApplicationHolder, ApplicationState, ApplicationStep, ApplicationTrouble,
    Fee, LeavingReason, NeedsAnalysis, Payer, SignatoryCapacity,
};
use crate::agreement::graphql::Agreement;
use crate::agreement::question::graphql::{AgreementQuestion, QuestionsOf};
use crate::application as room;
use crate::eligibility::graphql::{Induction, SencoRole, Setting, TeacherStatus};
use crate::enrolment::graphql::{Enrolment, EnrolmentById};
use crate::event::graphql::Event;
use crate::invitation::graphql::MentorInvitation;
use crate::note::graphql::{ApplicationNote, NotesOf, latest_check, remarks};
use crate::person::graphql::{Person, PersonById};
use crate::programme::graphql::{Cohort, CohortById, CourseOf, Group, GroupById, Mode};
use crate::schema::{each, must, object};
use crate::school::graphql::{School, SchoolById};
use crate::statutory::graphql::{StartChoice, StatutoryClock};

object! {
    /// One person's application for a place in a cohort.
    Application(row: application::Model, loads);

    /// Stable for good.
    id: ID => row.id.into();
    /// Where it stands.
    state: ApplicationState => row.state.into();
    /// Goes up with every change. Send back the one that was changed: it tells whether somebody was faster.
    version: i32 => row.version;
    /// Who applies.
    person: Result<Person> where found = PersonById(row.person_id) => must(found, "person");
    /// What they apply to.
    cohort: Result<Cohort> where found = CohortById(row.cohort_id) => must(found, "cohort");
    /// The school where they work; null before one is chosen.
    school: Option<School> where found = row.school_id.map(SchoolById) => each(found);
    /// What they have answered; null for reporting tools.
    answers: Option<ApplicationAnswers> =>
        Some(ApplicationAnswers::from(row.answers.clone())).filter(|_| !loads.actor().is_tool());
    /// When it was handed in.
    submitted_at: Option<DateTime<Utc>> => row.submitted_at;
    /// The group in which a place is offered.
    group: Option<Group> where found = row.group_id.map(GroupById) => each(found);
    /// How far it is from the school to where that group is taught: miles in a straight line, to one decimal. Null where
    /// it is taught online, and where nobody has said where school or group are.
    distance_miles: Option<f64> where found = MilesOf(row.id) => found;
    /// What the place costs; null for an award without a fee.
    fee: Option<Fee> where course = CourseOf(row.cohort_id) => {
        let payer = row.answers.payer;
        course.and_then(|course| room::Fee::of(&course.1, payer)).map(Fee::from)
    };
    /// When the place was offered.
    offered_at: Option<DateTime<Utc>> => row.offered_at;
    /// The last day, in London, on which the offer can be accepted.
    offer_until: Option<NaiveDate> => row.offer_until;
    /// The enrolment that came of it.
    enrolment: Option<Enrolment> where found = row.enrolment_id.map(EnrolmentById) => each(found);
    /// The last day, in London, on which the place that was accepted can still be given up or put off; null before that.
    change_until: Option<NaiveDate> => row.change_until;
    /// By when they must hold the award, and when they are likely to with this cohort; null once it is over.
    clock: Option<StatutoryClock> where delay = DelayOf(row.id) => delay.map(|delay| delay.clock.into());
    /// What putting it off to each later cohort would mean, soonest first; at most 6, and none once it is over.
    deferrals: Vec<StartChoice> where delay = DelayOf(row.id) => {
        let later = delay.map(|delay| delay.later.clone()).unwrap_or_default();
        later.into_iter().map(StartChoice::from).collect()
    };
    /// The later cohort to which it was put off.
    deferred_to: Option<Cohort> where found = row.deferred_to.map(CohortById) => each(found);
    /// The id of the application for that cohort, which goes on.
    goes_on_as: Option<ID> where found = GoesOnAs(row.id) => found.map(|later| later.id.into());
    /// The id of the application that was put off, and that this one goes on from.
    carried_from: Option<ID> => row.carried_from.map(Into::into);
    /// What kind of reason somebody gave for giving the place up or putting it off.
    leaving: Option<LeavingReason> => row.leaving.map(Into::into);
    /// Why it was rejected, withdrawn, put off or closed; null for reporting tools.
    reason: Option<&str> => row.reason.as_deref().filter(|_| !loads.actor().is_tool());
    /// When it was over without a place.
    ended_at: Option<DateTime<Utc>> => row.ended_at;
    /// When it was begun.
    created_at: DateTime<Utc> => row.created_at;
    /// When it came to stand where it does.
    stands_since: DateTime<Utc> => row.stands_since;
    /// When it last changed.
    updated_at: DateTime<Utc> => row.updated_at;
    /// The latest asking of somebody to sign for the school.
    agreement: Option<Agreement> where found = AgreementsOf(row.id) => each(found.last().cloned());
    /// Every such asking, oldest first: who was asked, who handed on to whom.
    agreements: Vec<Agreement> where found = AgreementsOf(row.id) => each(found);
    /// What those who are asked to sign wanted to know of the programme office, newest first; at most 100.
    questions: Vec<AgreementQuestion> where found = QuestionsOf(row.id) => each(found);
    /// The latest asking of the nominated mentor whether they will be one.
    invitation: Option<MentorInvitation> where found = LatestInvitation(row.id) => each(found);
    /// How they can show each learning outcome, and what the school says to it; null where none is needed.
    needs_analysis: Option<NeedsAnalysis> where found = AgreementsOf(row.id) =>
        NeedsAnalysis::of(row, found.last());
    /// What has to happen next.
    next_step: ApplicationStep where found = AheadOf(row.id) => AheadOf::step(found.as_ref());
    /// Who holds that step.
    holder: ApplicationHolder where found = AheadOf(row.id) =>
        found.map_or(room::Holder::Nobody, |found| found.step.holder()).into();
    /// What hinders it; nothing once it is over.
    troubles: Vec<ApplicationTrouble> where found = AheadOf(row.id) => {
        let troubles = found.map(|found| found.troubles).unwrap_or_default();
        troubles.into_iter().map(Into::into).collect()
    };
    /// What happened to it, newest first; at most 100. Empty for reporting tools.
    timeline: Vec<Event> where found = ApplicationEvents(row.id) => each(found);
    /// What the programme office noted down for itself, newest first; at most 100. Empty to everybody but administrators.
    notes: Vec<ApplicationNote> where found = NotesOf(row.id) => each(remarks(&found));
    /// When the programme office last saw the applicant's teacher status, and who; null while that is to be done, and to
    /// everybody but administrators.
    teacher_status_check: Option<ApplicationNote> where found = NotesOf(row.id) => each(latest_check(&found));
    /// What you may do with it now.
    can: Vec<ApplicationAction> where found = AgreementsOf(row.id) =>
        can(loads, row, found.last().map(|latest| &**latest));
}

object! {
    /// What an applicant has answered so far.
    ApplicationAnswers(told: Answers, loads);

    /// A telephone number.
    phone: Option<&str> => told.phone.as_deref();
    /// Teacher reference number: seven digits. Well-formed, not verified.
    trn: Option<&str> => told.trn.as_deref();
    /// Their teacher status.
    teacher_status: Option<TeacherStatus> => told.teacher_status.map(Into::into);
    /// With QTLS: whether they are a member of the Society for Education and Training.
    member: Option<bool> => told.member;
    /// How far they are with their induction as a teacher.
    induction: Option<Induction> => told.induction.map(Into::into);
    /// What they have to do with the role of SENCO.
    role: Option<SencoRole> => told.role.map(Into::into);
    /// The day on which they became SENCO.
    appointed_on: Option<NaiveDate> => told.appointed_on;
    /// Months that they were a SENCO before that, in total.
    service_months: Option<i32> => told.service_months;
    /// Whether they work as a teacher at the school.
    teaches: Option<bool> => told.teaches;
    /// Where they work.
    setting: Option<Setting> => told.setting.map(Into::into);
    /// Whether they hold a national award for SENCOs.
    award_held: Option<bool> => told.award_held;
    /// The day on which they began this award with another provider.
    began_on: Option<NaiveDate> => told.began_on;
    /// Who signs for the school.
    signatory_name: Option<&str> => told.signatory_name.as_deref();
    /// Their address.
    signatory_email: Option<&str> => told.signatory_email.as_deref();
    /// What they are at the school.
    signatory_capacity: Option<SignatoryCapacity> => told.signatory_capacity.map(Into::into);
    /// How they would like to be taught.
    mode: Option<Mode> => told.mode.map(Into::into);
    /// Where they could come.
    places: Option<&str> => told.places.as_deref();
    /// Who pays the fee.
    payer: Option<Payer> => told.payer.map(Into::into);
    /// The payer's purchase order.
    purchase_order: Option<&str> => told.purchase_order.as_deref();
    /// What they need to take part.
    access_needs: Option<&str> => told.access_needs.as_deref();
}
