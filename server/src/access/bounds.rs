//! What bounds an actor's view, in the pieces that scopes are put together from.

use entity::person_role::Role;
use entity::{application, enrolment, letter, partner_member, task, training_group};
use sea_orm::sea_query::{SelectStatement, SimpleExpr};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait as _, QueryFilter as _, QuerySelect as _, QueryTrait as _,
};
use uuid::Uuid;

use super::{Actor, Guarded as _};

/// No row at all.
pub(super) fn nothing() -> Condition {
    Condition::all().add(sea_orm::sea_query::Expr::cust("1 = 0"))
}

/// Every row.
pub(super) fn everything() -> Condition {
    Condition::all()
}

/// Whether the actor's view has no bound: then subqueries over enrolments are left out.
pub(super) fn sees_all(actor: &Actor) -> bool {
    actor.is_administrator()
        || matches!(actor, Actor::System)
        || matches!(actor, Actor::Token(token) if token.group_id.is_none())
}

/// The ids of the groups that a tutor teaches or a delivery partner hosts; none for who has neither role.
pub fn groups_run(actor: &Actor) -> Option<SelectStatement> {
    let user = actor.user()?;
    let mut run = Condition::any();
    if user.roles.contains(&Role::Tutor) {
        run = run.add(training_group::Column::TutorId.eq(user.id));
    }
    if user.roles.contains(&Role::Partner) {
        run = run.add(training_group::Column::DeliveryPartnerId.in_subquery(partners_of(user.id)));
    }
    (!run.is_empty()).then(|| {
        training_group::Entity::find()
            .select_only()
            .column(training_group::Column::Id)
            .filter(run)
            .into_query()
    })
}

/// The delivery partners that a person signs in for.
pub(super) fn partners_of(person_id: Uuid) -> SelectStatement {
    partner_member::Entity::find()
        .select_only()
        .column(partner_member::Column::DeliveryPartnerId)
        .filter(partner_member::Column::PersonId.eq(person_id))
        .into_query()
}

/// A column of the enrolments that exist for the actor, for use in a subquery.
pub(super) fn of_enrolments(actor: &Actor, column: enrolment::Column) -> SelectStatement {
    enrolment::Entity::find()
        .select_only()
        .column(column)
        .filter(enrolment::Entity::visible(actor))
        .into_query()
}

/// The schools of the enrolments that exist for the actor, for use in a subquery.
pub fn schools_of(actor: &Actor) -> SelectStatement {
    of_enrolments(actor, enrolment::Column::SchoolId)
}

/// The same, of those whose work the actor may look into: not that of others for a delivery partner.
pub(super) fn of_work(actor: &Actor, column: enrolment::Column) -> SelectStatement {
    enrolment::Entity::find()
        .select_only()
        .column(column)
        .filter(enrolment::Entity::visible(actor))
        .filter(work_seen(actor, enrolment::Column::PersonId))
        .into_query()
}

/// Of the work that belongs to enrolments which the actor sees, what it may look into: all of it, but only their own for
/// a delivery partner. `whose` is the participant.
pub fn work_seen(actor: &Actor, whose: impl ColumnTrait) -> Condition {
    Condition::all().add_option(only_own(actor, whose))
}

/// What bounds a delivery partner to their own work.
pub(super) fn only_own(actor: &Actor, whose: impl ColumnTrait) -> Option<SimpleExpr> {
    actor.as_partner().map(|user| whose.eq(user.id))
}

/// The groups in which the person is offered a place, or has one, for use in a subquery.
pub(super) fn groups_offered(actor: &Actor) -> Option<SelectStatement> {
    let mut groups = of_applications(actor, application::Column::GroupId)?;
    groups.and_where(application::Column::EndedAt.is_null());
    Some(groups)
}

/// A column of the person's own applications, for use in a subquery.
pub(super) fn of_applications(
    actor: &Actor,
    column: application::Column,
) -> Option<SelectStatement> {
    let user = actor.user()?;
    let own = application::Entity::find()
        .select_only()
        .column(column)
        .filter(application::Column::PersonId.eq(user.id))
        .filter(column.is_not_null());
    Some(own.into_query())
}

/// Whose link the letter's is, or what it is about, while it acts. Asked within the transaction, so that a link that has
/// just been stopped opens nothing any more.
pub(super) fn acting_letter(letter_id: Uuid, names: letter::Column) -> SelectStatement {
    letter::Entity::find()
        .select_only()
        .column(names)
        .filter(letter::Column::Id.eq(letter_id))
        .filter(letter::Column::VoidReason.is_null())
        .into_query()
}

/// What hangs on applications: everybody's, or the applicant's own. `whose` is the applicant.
pub(super) fn of_applicant(actor: &Actor, whose: impl ColumnTrait) -> Condition {
    match actor {
        _ if sees_all(actor) => everything(),
        Actor::Person(user) => Condition::all().add(whose.eq(user.id)),
        _ => nothing(),
    }
}

/// Tasks as they may be counted: whoever sees the participant may know how far they are.
pub fn tasks_counted(actor: &Actor) -> Condition {
    if sees_all(actor) {
        return everything();
    }
    Condition::all()
        .add(task::Column::EnrolmentId.in_subquery(of_enrolments(actor, enrolment::Column::Id)))
}

/// Letters as they may be counted: a tool that sees everybody's work may know how letters fare, though not to whom they
/// went.
pub fn letters_without_names(actor: &Actor) -> Condition {
    match actor {
        Actor::Token(token) if token.group_id.is_none() => everything(),
        _ => letter::Entity::visible(actor),
    }
}
