//! Which changes are told to whom: those of what they see, and those that took something away from them.

use entity::change::{Column, Thing};
use entity::{
    application, approval_request, change, enrolment, mentor, school, task, training_group,
};
use sea_orm::sea_query::{Expr, ExprTrait as _, SelectStatement, SimpleExpr};
use sea_orm::{
    ColumnTrait as _, Condition, EntityTrait as _, QueryFilter as _, QuerySelect as _,
    QueryTrait as _,
};

use super::bounds::{groups_run, of_enrolments, sees_all};
use super::{Actor, Guarded};

/// The changes that exist for the actor. What it sees now it hears of; what it saw until then, it hears is gone.
pub fn told(actor: &Actor) -> Condition {
    if sees_all(actor) {
        return Condition::all().add(Column::Moved.eq(false));
    }
    let enrolments = of_enrolments(actor, enrolment::Column::Id);
    let mut told = Condition::any()
        .add(known_to(actor).add(Column::EnrolmentId.in_subquery(enrolments)))
        .add(of(Thing::School, ids::<school::Entity>(actor)))
        .add(of(Thing::Group, ids::<training_group::Entity>(actor)))
        .add(of(Thing::Mentor, ids::<mentor::Entity>(actor)));
    if let Some(groups) = groups_run(actor) {
        told = told.add(known_to(actor).add(Column::GroupId.in_subquery(groups)));
    }
    match actor {
        // Whatever belongs to their applications names them too.
        Actor::Person(user) => told.add(Column::PersonId.eq(user.id)),
        Actor::Token(token) => told.add(Column::GroupId.eq(token.group_id)),
        _ => Condition::all().add(Expr::cust("1 = 0")),
    }
}

/// Of what belongs to enrolments, what a delivery partner knows of at all: not that somebody worked, unless on their own.
fn known_to(actor: &Actor) -> Condition {
    let Some(user) = actor.as_partner() else {
        return Condition::all();
    };
    let own = enrolment::Entity::find()
        .select_only()
        .column(enrolment::Column::Id)
        .filter(enrolment::Column::PersonId.eq(user.id));
    Condition::all().add(
        Condition::any()
            .add(Column::Thing.is_in([Thing::Enrolment, Thing::Group, Thing::School]))
            .add(Column::EnrolmentId.in_subquery(own.into_query())),
    )
}

/// Whether what changed exists for the actor now.
pub fn is_there(actor: &Actor) -> SimpleExpr {
    Condition::any()
        .add(here::<enrolment::Entity>(Thing::Enrolment, actor))
        .add(here::<task::Entity>(Thing::Task, actor))
        .add(here::<approval_request::Entity>(Thing::Approval, actor))
        .add(here::<school::Entity>(Thing::School, actor))
        .add(here::<training_group::Entity>(Thing::Group, actor))
        .add(here::<mentor::Entity>(Thing::Mentor, actor))
        .add(here::<application::Entity>(Thing::Application, actor))
        .into()
}

/// What is seen through enrolments, where it changed itself. That it came into or went out of sight through somebody
/// else's enrolment is nobody's business.
fn of(thing: Thing, ids: SelectStatement) -> Condition {
    Condition::all()
        .add(Column::Moved.eq(false))
        .add(Column::Thing.eq(thing))
        .add(Column::RowId.in_subquery(ids))
}

fn ids<E: Guarded>(actor: &Actor) -> SelectStatement {
    E::seen_by(actor).select_only().column(E::ID).into_query()
}

fn here<E: Guarded>(thing: Thing, actor: &Actor) -> Condition {
    let row = E::seen_by(actor)
        .select_only()
        .column(E::ID)
        .filter(E::ID.into_expr().equals((change::Entity, Column::RowId)));
    Condition::all()
        .add(Column::Thing.eq(thing))
        .add(Expr::exists(row.into_query()))
}

/// What decides on what the actor sees, apart from the rows themselves: where this is another, so are the changes.
pub fn view(actor: &Actor) -> String {
    match actor {
        Actor::Person(user) => {
            let mut roles: Vec<String> =
                user.roles.iter().map(|role| format!("{role:?}")).collect();
            roles.sort_unstable();
            format!("person {} {}", user.id, roles.join(" "))
        }
        Actor::Token(token) => {
            let mut scopes: Vec<String> = token
                .scopes
                .iter()
                .map(|scope| format!("{scope:?}"))
                .collect();
            scopes.sort_unstable();
            format!("token {:?} {}", token.group_id, scopes.join(" "))
        }
        other => format!("{other:?}"),
    }
}
