//! Letters that came back, or got through after all.

use entity::letter::{self, State};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait as _, Condition, EntityTrait, JoinType, QueryFilter as _, QuerySelect as _,
    RelationDef,
};
use uuid::Uuid;

use super::Chased;
use crate::access::{self, Actor};
use crate::error::Result;
use crate::portal::Portal;
use crate::tx::{self, Tx};

/// Something whose state says that its letter came back.
pub trait Mailed: Chased {
    /// Which rows have had their letter come back.
    const BOUNCED: &'static str;
    /// The row's latest letter.
    fn letter_id(row: &Self::Model) -> Option<Uuid>;
    fn is_bounced(row: &Self::Model) -> bool;
    /// Puts down that the letter came back, and tells whoever waits for the answer.
    fn bounce(tx: &Tx, row: Self::Model) -> impl Future<Output = Result<()>> + Send;
    /// Puts down that it was taken after all: the office sent it once more.
    fn get_through(tx: &Tx, row: Self::Model) -> impl Future<Output = Result<()>> + Send;
}

/// Looks at what became of letters that somebody is to answer. Answers of how many that is news.
pub async fn look_at_mail<M: Mailed>(portal: &Portal) -> Result<usize> {
    let latest: RelationDef = M::belongs_to(letter::Entity)
        .from(M::LETTER_ID)
        .to(letter::Column::Id)
        .into();
    let came_back = Condition::all()
        .add(Expr::cust(M::WAITING))
        .add(letter::Column::State.eq(State::Failed));
    let got_through = Condition::all()
        .add(Expr::cust(M::BOUNCED))
        .add(letter::Column::State.eq(State::Sent));
    let ids: Vec<Uuid> = M::find()
        .select_only()
        .column(M::ID)
        .join(JoinType::InnerJoin, latest)
        .filter(Condition::any().add(came_back).add(got_through))
        .into_tuple()
        .all(&portal.db.read)
        .await?;
    let mut news = 0;
    for id in ids {
        news += usize::from(settle_one::<M>(portal, id).await?);
    }
    Ok(news)
}

async fn settle_one<M: Mailed>(portal: &Portal, id: Uuid) -> Result<bool> {
    tx::write(portal, &Actor::System, async |tx| {
        let row = access::load::<M::Chase>(tx, id).await?.into_row();
        // The letter may have been sent again between the look and the lock.
        let Some(letter_id) = M::letter_id(&row) else {
            return Ok(false);
        };
        let letter = letter::Entity::find_by_id(letter_id).one(tx).await?;
        match letter.map(|letter| letter.state) {
            Some(State::Failed) if M::asked(&row).is_some() => M::bounce(tx, row).await?,
            Some(State::Sent) if M::is_bounced(&row) => M::get_through(tx, row).await?,
            _ => return Ok(false),
        }
        Ok(true)
    })
    .await
}
