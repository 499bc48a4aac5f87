//! What exists for whom. Every read starts here, at the root and in nested fields, counts and loaders alike.

use entity::{
    agreement, agreement_question, agreement_scan, agreement_text, api_token, application,
    application_note, approval_request, cohort, delivery_partner, enrolment, event, letter,
    mailing, mentor, mentor_invitation, mentorship, person, report_address, school, session, task,
    training_group,
};
use sea_orm::sea_query::SelectStatement;
use sea_orm::{
    ColumnTrait as _, Condition, EntityTrait, QueryFilter as _, QuerySelect as _, QueryTrait as _,
};
use uuid::Uuid;

use super::before::{
    application_of_agreement, application_of_invitation, application_of_question,
    application_of_scan, task_of_request,
};
use super::bounds::{
    acting_letter, everything, groups_offered, groups_run, nothing, of_applicant, of_applications,
    of_enrolments, of_work, only_own, partners_of, schools_of, sees_all, tasks_counted,
};
use super::{Actor, Guarded};

/// Schools that somebody may look for: their place, number and state are published, and stand in the national list. One
/// that somebody entered by hand is found by others once an administrator has looked at it. What is not published of a
/// school, its headteacher, is no part of what is found.
pub fn findable(actor: &Actor) -> Condition {
    let mut known = Condition::any()
        .add(school::Column::Urn.is_not_null())
        .add(school::Column::CheckedAt.is_not_null());
    if let Some(user) = actor.user() {
        known = known.add(school::Column::EnteredBy.eq(user.id));
    }
    known
}

macro_rules! guarded {
    ($($table:ident $name:literal $(after $before:ident)?: |$actor:ident| $visible:expr;)*) => {$(
        impl Guarded for $table::Entity {
            const NAME: &'static str = $name;
            const ID: $table::Column = $table::Column::Id;
            fn id_of(row: &$table::Model) -> Uuid {
                row.id
            }
            fn visible($actor: &Actor) -> Condition {
                $visible
            }
            $(
                fn locked_before(id: Uuid) -> Option<SelectStatement> {
                    Some($before(id))
                }
            )?
        }
    )*};
}

guarded! {
    enrolment "participant": |actor| match actor {
        Actor::Person(user) if !actor.is_administrator() => {
            let mut mine = Condition::any().add(enrolment::Column::PersonId.eq(user.id));
            if let Some(groups) = groups_run(actor) {
                mine = mine.add(enrolment::Column::GroupId.in_subquery(groups));
            }
            mine
        }
        Actor::Token(token) => match token.group_id {
            Some(group) => Condition::all().add(enrolment::Column::GroupId.eq(group)),
            None => everything(),
        },
        Actor::Mentor { mentor_id, .. } => Condition::all().add(
            enrolment::Column::Id.in_subquery(
                approval_request::Entity::find()
                    .select_only()
                    .column(approval_request::Column::EnrolmentId)
                    .filter(approval_request::Column::MentorId.eq(*mentor_id))
                    .into_query(),
            ),
        ),
        Actor::Headteacher { school_id, .. } => Condition::all().add(enrolment::Column::SchoolId.eq(*school_id)),
        Actor::Signatory { .. } | Actor::Anonymous => nothing(),
        Actor::Person(_) | Actor::System => everything(),
    };

    task "task": |actor| tasks_counted(actor).add_option(only_own(actor, task::Column::ParticipantId));

    approval_request "approval request" after task_of_request: |actor| match actor {
        Actor::Mentor { mentor_id, letter_id, .. } => Condition::all()
            .add(approval_request::Column::MentorId.eq(*mentor_id))
            .add(approval_request::Column::MentorId.in_subquery(acting_letter(*letter_id, letter::Column::MentorId))),
        _ if sees_all(actor) => everything(),
        _ => Condition::all()
            .add(approval_request::Column::EnrolmentId.in_subquery(of_enrolments(actor, enrolment::Column::Id)))
            .add_option(only_own(actor, approval_request::Column::ParticipantId)),
    };

    person "person": |actor| if sees_all(actor) { everything() } else {
        let mut known = Condition::any()
            .add(person::Column::Id.in_subquery(of_enrolments(actor, enrolment::Column::PersonId)))
            .add(person::Column::Id.in_subquery(
                training_group::Entity::find()
                    .select_only()
                    .column(training_group::Column::TutorId)
                    .filter(training_group::Column::TutorId.is_not_null())
                    .filter(training_group::Entity::visible(actor))
                    .into_query(),
            ));
        if let Some(user) = actor.user() {
            known = known.add(person::Column::Id.eq(user.id));
        }
        known
    };

    school "school": |actor| if sees_all(actor) { everything() } else {
        let known = Condition::any().add(school::Column::Id.in_subquery(schools_of(actor)));
        known.add_option(
            of_applications(actor, application::Column::SchoolId).map(|named| school::Column::Id.in_subquery(named)),
        )
    };

    training_group "group": |actor| if sees_all(actor) { everything() } else {
        let mut known = Condition::any()
            .add(training_group::Column::Id.in_subquery(of_enrolments(actor, enrolment::Column::GroupId)));
        if let Some(groups) = groups_run(actor) {
            known = known.add(training_group::Column::Id.in_subquery(groups));
        }
        if let Some(offered) = groups_offered(actor) {
            known = known.add(training_group::Column::Id.in_subquery(offered));
        }
        known
    };

    mentorship "mentor": |actor| if sees_all(actor) { everything() } else {
        Condition::all().add(mentorship::Column::EnrolmentId.in_subquery(of_work(actor, enrolment::Column::Id)))
    };

    delivery_partner "delivery partner": |actor| if sees_all(actor) { everything() } else {
        let mut known = Condition::any().add(delivery_partner::Column::Id.in_subquery(
            training_group::Entity::find()
                .select_only()
                .column(training_group::Column::DeliveryPartnerId)
                .filter(training_group::Column::DeliveryPartnerId.is_not_null())
                .filter(training_group::Entity::visible(actor))
                .into_query(),
        ));
        if let Some(user) = actor.user() {
            known = known.add(delivery_partner::Column::Id.in_subquery(partners_of(user.id)));
        }
        known
    };

    mentor "mentor": |actor| if sees_all(actor) { everything() } else {
        // Whoever mentors now, and whoever was ever asked: the history names them.
        Condition::any()
            .add(mentor::Column::Id.in_subquery(
                mentorship::Entity::find()
                    .select_only()
                    .column(mentorship::Column::MentorId)
                    .filter(mentorship::Entity::visible(actor))
                    .into_query(),
            ))
            .add(mentor::Column::Id.in_subquery(
                approval_request::Entity::find()
                    .select_only()
                    .column(approval_request::Column::MentorId)
                    .filter(approval_request::Entity::visible(actor))
                    .into_query(),
            ))
            .add(mentor::Column::Id.in_subquery(
                mentor_invitation::Entity::find()
                    .select_only()
                    .column(mentor_invitation::Column::MentorId)
                    .filter(mentor_invitation::Entity::visible(actor))
                    .into_query(),
            ))
    };

    letter "letter": |actor| match actor {
        Actor::System => everything(),
        Actor::Mentor { letter_id, .. }
        | Actor::Headteacher { letter_id, .. }
        | Actor::Signatory { letter_id, .. } =>
            Condition::all().add(letter::Column::Id.eq(*letter_id)),
        _ if actor.is_administrator() => everything(),
        // A participant sees how the letters to their mentor are doing, through the approval request.
        _ => nothing(),
    };

    event "event": |actor| match actor {
        Actor::System => everything(),
        _ if actor.is_administrator() => everything(),
        Actor::Person(_) => Condition::any()
            .add(event::Column::EnrolmentId.in_subquery(of_work(actor, enrolment::Column::Id)))
            .add_option(
                of_applications(actor, application::Column::Id)
                    .map(|own| event::Column::ApplicationId.in_subquery(own)),
            ),
        _ => nothing(),
    };

    // Which cohorts there are is no secret.
    cohort "cohort": |_actor| everything();

    application "application": |actor| of_applicant(actor, application::Column::PersonId);

    // The office's own.
    application_note "note": |actor| if actor.is_administrator() { everything() } else { nothing() };
    agreement_text "version": |actor| if actor.is_administrator() { everything() } else { nothing() };
    mailing "mailing": |actor| if actor.is_administrator() { everything() } else { nothing() };

    agreement "agreement" after application_of_agreement: |actor| match actor {
        Actor::Signatory { agreement_id, letter_id, .. } => Condition::all()
            .add(agreement::Column::Id.eq(*agreement_id))
            .add(agreement::Column::Id.in_subquery(acting_letter(*letter_id, letter::Column::AgreementId))),
        _ if sees_all(actor) => everything(),
        Actor::Person(user) => Condition::all().add(agreement::Column::PersonId.eq(user.id)),
        _ => nothing(),
    };

    // That there is a question is seen with the application. What it says is the office's and the signatory's.
    agreement_question "question" after application_of_question: |actor| of_applicant(actor, agreement_question::Column::PersonId);

    agreement_scan "scan" after application_of_scan: |actor| of_applicant(actor, agreement_scan::Column::PersonId);

    mentor_invitation "invitation" after application_of_invitation: |actor| match actor {
        Actor::Mentor { mentor_id, letter_id, .. } => Condition::all()
            .add(mentor_invitation::Column::MentorId.eq(*mentor_id))
            .add(mentor_invitation::Column::Id.in_subquery(acting_letter(*letter_id, letter::Column::InvitationId))),
        _ if sees_all(actor) => everything(),
        Actor::Person(user) => Condition::all().add(mentor_invitation::Column::PersonId.eq(user.id)),
        _ => nothing(),
    };

    session "session": |actor| match actor.user() {
        Some(user) => Condition::all().add(session::Column::PersonId.eq(user.id)),
        None => nothing(),
    };

    api_token "API token": |actor| if actor.is_administrator() || matches!(actor, Actor::System) {
        everything()
    } else {
        nothing()
    };

    report_address "address": |actor| if actor.is_administrator() { everything() } else { nothing() };
}
