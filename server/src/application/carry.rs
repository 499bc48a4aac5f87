//! Going on with a later cohort: another application, to which what hangs on the first one moves.

use entity::application::{ActiveModel, Model};
use entity::{cohort, event, letter};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Alias, Expr, ExprTrait as _, Query};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, Condition, ConnectionTrait as _, EntityTrait as _,
    QueryFilter as _,
};

use super::{Step, advance};
use crate::error::{Error, Result, breaks_unique};
use crate::event::record;
use crate::tx::Tx;

/// Every table whose rows go along with an application. A test holds these against the database: whoever adds a table
/// that names an application adds it here, or says there that it stays.
pub const GOES_ALONG: [&str; 3] = ["agreement", "agreement_question", "mentor_invitation"];

/// Begins the application that goes on and hands it in, with the first one's answers and day; all askings, and the letters
/// about them, are the new one's from now on.
///
/// # Errors
/// `WRONG_STATE` if they apply to that cohort already.
pub(super) async fn carry(tx: &Tx, from: &Model, before: &cohort::Model) -> Result<Model> {
    let to = begin(tx, from).await?;
    let note = format!("goes on from {}", before.name);
    record(tx, event::Kind::ApplicationStarted, &to, Some(note)).await?;
    let to = advance(tx, to, Step::Submit, |row| {
        row.submitted_at = Set(from.submitted_at);
    })
    .await?;
    for table in GOES_ALONG {
        let moved = Query::update()
            .table(Alias::new(table))
            .value(Alias::new("application_id"), to.id)
            .and_where(Expr::col(Alias::new("application_id")).eq(from.id))
            .to_owned();
        tx.execute(&moved).await?;
    }
    let about_askings = Condition::any()
        .add(letter::Column::AgreementId.is_not_null())
        .add(letter::Column::InvitationId.is_not_null());
    letter::Entity::update_many()
        .col_expr(letter::Column::ApplicationId, Expr::value(to.id))
        .filter(letter::Column::ApplicationId.eq(from.id))
        .filter(about_askings)
        .exec(tx)
        .await?;
    Ok(to)
}

async fn begin(tx: &Tx, from: &Model) -> Result<Model> {
    let cohort_id = from.deferred_to.ok_or(Error::NotFound("cohort"))?;
    let row = ActiveModel {
        carried_from: Set(Some(from.id)),
        school_id: Set(from.school_id),
        answers: Set(from.answers.clone()),
        needs: Set(from.needs.clone()),
        ..super::begin::blank(tx, from.person_id, cohort_id)
    };
    row.insert(tx).await.map_err(|error| {
        match breaks_unique(&error, "application", &["person_id", "cohort_id"]) {
            true => Error::WrongState(
                "There is an application for that cohort already. Go on with that one.".into(),
            ),
            false => error.into(),
        }
    })
}
