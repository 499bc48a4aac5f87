//! The office writes to every school that has not signed.

use entity::application::{Column, Entity, State};
use entity::mailing::Audience;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QuerySelect as _};
use uuid::Uuid;

use crate::access::{self, WriteToMany};
use crate::error::Result;
use crate::mailing::{Mailing, Message, recipients, send};
use crate::tx::Tx;

const SUBJECT: &str = "{name}: places for {cohort} are going";
const BODY: &str = "We offer the places for {cohort} in the order in which schools sign, and half of them are gone.\n\n\
    If {school} wants to support {name}, please sign this week. If it does not, a word on the same page helps us too: then \
    somebody else can have the place.";

pub async fn write(tx: &Tx) -> Result<()> {
    let waiting: Vec<Uuid> = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::State.eq(State::AwaitingSchool))
        .into_tuple()
        .all(tx)
        .await?;
    let found = recipients(tx, &waiting, Audience::Signatories, tx.now).await?;
    let mailing = Mailing {
        key: "demo".into(),
        audience: Audience::Signatories,
        message: Message::read(SUBJECT, BODY)?,
        applications: waiting,
        count: found.going.len(),
    };
    let entitled = access::entitle::<WriteToMany>(&tx.actor)?;
    send(tx, entitled, mailing).await.map(drop)
}
