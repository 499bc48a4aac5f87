//! An administrator looks at a school that is not on the list.

use entity::{event, school, school_word};
use sea_orm::sea_query::{Alias, Expr, ExprTrait as _, Query};
use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, ColumnTrait as _, ConnectionTrait as _,
    EntityTrait as _, IntoActiveModel as _, ModelTrait as _, QueryFilter as _,
};
use uuid::Uuid;

use crate::access::{self, CheckSchool, Granted};
use crate::error::{Error, Result};
use crate::event::{About, record};
use crate::tx::Tx;

/// Every column that says at which school something is. A test holds them against the database: whoever adds one adds it
/// here, so that it moves along.
pub const REFERENCES: [(&str, &str); 3] = [
    ("application", "school_id"),
    ("enrolment", "school_id"),
    ("letter", "school_id"),
];

/// Accepts the school as one of its own; or says which school of the list it is: then everything moves there, with the
/// headteacher if the other has none, and the school that was entered is gone. Answers the school that stays.
///
/// # Errors
/// `WRONG_STATE` for a school of the list, `INVALID_INPUT` if the other is none.
pub async fn check(
    tx: &Tx,
    entered: Granted<CheckSchool>,
    same_as: Option<Uuid>,
) -> Result<school::Model> {
    if entered.urn.is_some() {
        return Err(Error::WrongState(
            "This school is on the national list: there is nothing to check.".into(),
        ));
    }
    match same_as {
        Some(id) => merge(tx, entered.into_row(), id).await,
        None if entered.checked_at.is_some() => Ok(entered.into_row()),
        None => accept(tx, entered.into_row()).await,
    }
}

async fn accept(tx: &Tx, entered: school::Model) -> Result<school::Model> {
    let mut row = entered.into_active_model();
    row.checked_by = Set(tx.actor.user().map(|user| user.id));
    row.checked_at = Set(Some(tx.now));
    let school = row.update(tx).await?;
    note(tx, format!("{} is a school of its own", school.name)).await?;
    Ok(school)
}

async fn merge(tx: &Tx, entered: school::Model, id: Uuid) -> Result<school::Model> {
    let listed = access::load::<CheckSchool>(tx, id).await?.into_row();
    let Some(urn) = listed.urn.clone() else {
        let why = "Choose a school that is on the national list.";
        return Err(Error::field("sameAs", why));
    };
    for (table, column) in REFERENCES {
        let moved = Query::update()
            .table(Alias::new(table))
            .value(Alias::new(column), listed.id)
            .and_where(Expr::col(Alias::new(column)).eq(entered.id))
            .to_owned();
        tx.execute(&moved).await?;
    }
    school_word::Entity::delete_many()
        .filter(school_word::Column::SchoolId.eq(entered.id))
        .exec(tx)
        .await?;
    let told = format!("{} is {}, URN {urn}", entered.name, listed.name);
    let head = (entered.head_name.clone(), entered.head_email.clone());
    entered.delete(tx).await?;
    note(tx, told).await?;
    if listed.head_email.is_some() || head.1.is_none() {
        return Ok(listed);
    }
    let mut row = listed.into_active_model();
    (row.head_name, row.head_email) = (Set(head.0), Set(head.1));
    Ok(row.update(tx).await?)
}

async fn note(tx: &Tx, told: String) -> Result<()> {
    record(tx, event::Kind::SchoolChecked, About::default(), Some(told)).await
}
