//! Who may do what. Loading and authorizing are one step: a verb accepts a [`Granted`] row, and only [`load`] makes one.

mod actor;
mod before;
pub mod bounds;
pub mod changed;
mod link;
mod policy;
pub mod scope;

use sea_orm::sea_query::{LockType, SelectStatement};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait, ModelTrait, QueryFilter as _, QuerySelect as _,
    Select,
};
use uuid::Uuid;

pub use actor::{Actor, Token, TokenScope, User};
pub use link::{Keys, Purpose, digest, hex, random_secret};
pub use policy::*;

use crate::error::{Error, Result};
use crate::tx::Tx;

/// One thing that somebody may do with a row.
pub trait Action {
    type On: Guarded;
    /// Whether this actor may do it with this row, which it can see.
    fn permits(actor: &Actor, row: &<Self::On as EntityTrait>::Model) -> bool;
}

/// One thing that somebody may do that is about no row yet.
pub trait Duty {
    fn permits(actor: &Actor) -> bool;
}

/// A table whose rows are shown and changed by permission.
pub trait Guarded: EntityTrait {
    /// What people call a row.
    const NAME: &'static str;
    /// Where a row's id stands.
    const ID: Self::Column;
    /// The id of this row.
    fn id_of(row: &Self::Model) -> Uuid;
    /// The rows that exist for this actor.
    fn visible(actor: &Actor) -> sea_orm::Condition;
    /// The same, to be read.
    fn seen_by(actor: &Actor) -> Select<Self> {
        Self::find().filter(Self::visible(actor))
    }
    /// The row with this id.
    fn by_id(id: Uuid) -> Select<Self> {
        Self::find().filter(Self::ID.eq(id))
    }
    /// The row that everybody locks before this one. Two who lock the same rows in different orders would wait for each
    /// other for ever.
    fn locked_before(_id: Uuid) -> Option<SelectStatement> {
        None
    }
}

/// A row that the actor of the transaction may do `A` with. Cannot be made by hand.
#[derive(Debug)]
pub struct Granted<A: Action> {
    row: <A::On as EntityTrait>::Model,
}

impl<A: Action> std::ops::Deref for Granted<A> {
    type Target = <A::On as EntityTrait>::Model;
    fn deref(&self) -> &Self::Target {
        &self.row
    }
}

impl<A: Action> Granted<A>
where
    <A::On as EntityTrait>::Model: ModelTrait,
{
    /// The row itself, to change it.
    pub fn into_row(self) -> <A::On as EntityTrait>::Model {
        self.row
    }
}

/// That the actor of the transaction may do `D`. Cannot be made by hand.
#[derive(Debug)]
pub struct Entitled<D: Duty>(std::marker::PhantomData<D>);

/// Keeps other writers out. Not the strongest lock: that one would also keep out those who write a row which only refers
/// to this one, and two such writers would wait for each other for ever.
const LOCK: LockType = LockType::NoKeyUpdate;

/// Locks the row and asks the policy.
///
/// # Errors
/// `NOT_FOUND` if there is no such row for this actor, `FORBIDDEN` if it sees the row but may not do `A`.
pub async fn load<A: Action>(tx: &Tx, id: Uuid) -> Result<Granted<A>> {
    require_somebody(&tx.actor)?;
    if let Some(mut before) = A::On::locked_before(id).filter(|_| tx.has_rivals()) {
        tx.query_one(before.lock(LOCK)).await?;
    }
    let row = A::On::by_id(id)
        .filter(A::On::visible(&tx.actor))
        .lock(LOCK)
        .one(tx)
        .await?
        .ok_or(Error::NotFound(A::On::NAME))?;
    granted(&tx.actor, row)
}

/// Asks the policy about a row that is only read, and locks nothing.
///
/// # Errors
/// As [`load`].
pub async fn look<A: Action>(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: Uuid,
) -> Result<Granted<A>> {
    require_somebody(actor)?;
    let row = A::On::by_id(id)
        .filter(A::On::visible(actor))
        .one(db)
        .await?
        .ok_or(Error::NotFound(A::On::NAME))?;
    granted(actor, row)
}

fn granted<A: Action>(actor: &Actor, row: <A::On as EntityTrait>::Model) -> Result<Granted<A>> {
    if A::permits(actor, &row) {
        Ok(Granted { row })
    } else {
        Err(Error::Forbidden)
    }
}

/// Asks the policy about a thing that is not there yet.
///
/// # Errors
/// `UNAUTHENTICATED` for nobody, `FORBIDDEN` for somebody else.
pub fn entitle<D: Duty>(actor: &Actor) -> Result<Entitled<D>> {
    require_somebody(actor)?;
    if D::permits(actor) {
        Ok(Entitled(std::marker::PhantomData))
    } else {
        Err(Error::Forbidden)
    }
}

/// Reading and writing begin with knowing who it is.
///
/// # Errors
/// `UNAUTHENTICATED` for nobody.
pub fn require_somebody(actor: &Actor) -> Result<()> {
    if matches!(actor, Actor::Anonymous) {
        Err(Error::Unauthenticated)
    } else {
        Ok(())
    }
}
