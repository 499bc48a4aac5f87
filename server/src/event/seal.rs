//! A hash chain over the events. It is made after they are committed, so that writers never wait for each other.

use entity::{event, event_seal, event_unsealed};
use sea_orm::{
    ActiveEnum as _, ColumnTrait as _, ConnectionTrait, DbBackend, EntityTrait as _,
    IntoActiveModel as _, PaginatorTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    Statement,
};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::access::Actor;
use crate::error::Result;
use crate::portal::Portal;
use crate::reading::any_of;
use crate::tx::{self, Tx};

/// Events sealed at a time: a batch stays a short transaction.
const BATCH: usize = 500;
/// Batches at a time: after a great many events the other rounds have their turn too.
const BATCHES: usize = 40;
/// The lock under which events are sealed; any number, as long as all workers agree.
const SEALING: i64 = 7_365_622;

/// Where the chain does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    pub position: i64,
}

/// Seals the events that are not yet, oldest first, and answers how many.
pub async fn seal(portal: &Portal) -> Result<usize> {
    let mut sealed = 0;
    for _ in 0..BATCHES {
        let batch = seal_batch(portal).await?;
        sealed += batch;
        if batch < BATCH {
            break;
        }
    }
    if sealed > 0
        && let Some(head) = head(&portal.db.read).await?
    {
        // Published outside the database, where whoever could rewrite it cannot reach.
        tracing::info!(
            position = head.position,
            hash = head.hash,
            "the chain of events is sealed up to here"
        );
    }
    Ok(sealed)
}

async fn seal_batch(portal: &Portal) -> Result<usize> {
    tx::write(portal, &Actor::System, async |tx| {
        let mut chain = Chain::continued(tx).await?;
        // A walk along the key from its first entry, in both databases: what is sealed has left this table.
        let ids: Vec<Uuid> = event_unsealed::Entity::find()
            .select_only()
            .column(event_unsealed::Column::EventId)
            .order_by_asc(event_unsealed::Column::EventId)
            .limit(BATCH as u64)
            .into_tuple()
            .all(tx)
            .await?;
        if ids.is_empty() {
            return Ok(0);
        }
        let open = event::Entity::find()
            .filter(any_of(tx, event::Column::Id, &ids))
            .order_by_asc(event::Column::Id)
            .all(tx)
            .await?;
        let seals = open.iter().map(|event| chain.seal(event));
        let seals = seals.map(event_seal::Model::into_active_model);
        event_seal::Entity::insert_many(seals)
            .exec_without_returning(tx)
            .await?;
        close(tx, &ids).await?;
        Ok(open.len())
    })
    .await
}

/// These events are sealed, and no longer among those that are not.
pub async fn close(tx: &Tx, events: &[Uuid]) -> Result<()> {
    event_unsealed::Entity::delete_many()
        .filter(any_of(tx, event_unsealed::Column::EventId, events))
        .exec(tx)
        .await?;
    Ok(())
}

/// Two who go on from the same head would break the chain in two; the second would be refused. SQLite has one writer.
async fn wait_for_other_workers(tx: &Tx) -> Result<()> {
    if tx.has_rivals() {
        let lock = Statement::from_sql_and_values(
            DbBackend::Postgres,
            "SELECT pg_advisory_xact_lock($1)",
            [SEALING.into()],
        );
        tx.query_one_raw(lock).await?;
    }
    Ok(())
}

/// Walks the chain from the start and answers how many links hold, or the first that does not. `head` is the last
/// published position and hash, if known: without it, a tail that was cut off cannot be noticed.
pub async fn verify(
    db: &impl ConnectionTrait,
    published: Option<(i64, &str)>,
) -> Result<std::result::Result<u64, Broken>> {
    let mut hash = String::new();
    let mut position = 0;
    loop {
        let batch = event_seal::Entity::find()
            .filter(event_seal::Column::Position.gt(position))
            .order_by_asc(event_seal::Column::Position)
            .limit(BATCH as u64)
            .all(db)
            .await?;
        if batch.is_empty() {
            break;
        }
        let ids = batch.iter().map(|seal| seal.event_id);
        let events = event::Entity::find()
            .filter(event::Column::Id.is_in(ids))
            .all(db)
            .await?;
        for seal in &batch {
            position += 1;
            let Some(event) = events.iter().find(|event| event.id == seal.event_id) else {
                return Ok(Err(Broken { position }));
            };
            hash = link(&hash, event);
            let is_published = published.is_none_or(|(at, told)| at != position || told == hash);
            if seal.position != position || seal.hash != hash || !is_published {
                return Ok(Err(Broken { position }));
            }
        }
    }
    if published.is_some_and(|(at, _)| at > position) {
        return Ok(Err(Broken {
            position: position + 1,
        }));
    }
    Ok(Ok(event_seal::Entity::find().count(db).await?))
}

/// The end of the chain, to be made longer.
#[derive(Clone, Debug, Default)]
pub struct Chain {
    position: i64,
    hash: String,
}

impl Chain {
    /// The chain as it stands, for nobody else to go on with until this transaction ends.
    pub async fn continued(tx: &Tx) -> Result<Self> {
        wait_for_other_workers(tx).await?;
        Ok(head(tx).await?.map_or_else(Self::default, |head| Self {
            position: head.position,
            hash: head.hash,
        }))
    }

    /// The next link.
    pub fn seal(&mut self, event: &event::Model) -> event_seal::Model {
        self.position += 1;
        self.hash = link(&self.hash, event);
        event_seal::Model {
            position: self.position,
            event_id: event.id,
            hash: self.hash.clone(),
        }
    }
}

async fn head(db: &impl ConnectionTrait) -> Result<Option<event_seal::Model>> {
    Ok(event_seal::Entity::find()
        .order_by_desc(event_seal::Column::Position)
        .one(db)
        .await?)
}

/// The hash over the link before and every field of the event, each preceded by its length so that none runs into the next.
fn link(before: &str, event: &event::Model) -> String {
    let id = |id: &Option<Uuid>| id.map(|id| id.to_string()).unwrap_or_default();
    let fields = [
        before.to_owned(),
        event.id.to_string(),
        event.at.timestamp_micros().to_string(),
        event.kind.to_value(),
        event.actor_kind.to_value(),
        id(&event.actor_id),
        event.actor_name.clone(),
        id(&event.enrolment_id),
        id(&event.task_id),
        id(&event.request_id),
        id(&event.person_id),
        id(&event.mentor_id),
        id(&event.letter_id),
        event.note.clone().unwrap_or_default(),
    ];
    // Ids that came into use later take part where they are there: what was sealed before stays as it is.
    let later = [
        ("application", event.application_id),
        ("agreement", event.agreement_id),
        ("invitation", event.invitation_id),
    ];
    let later = later
        .into_iter()
        .filter_map(|(name, id)| id.map(|id| format!("{name} {id}")));
    let mut hasher = Sha256::new();
    for field in fields.into_iter().chain(later) {
        hasher.update((field.len() as u64).to_be_bytes());
        hasher.update(field.as_bytes());
    }
    crate::access::hex(&hasher.finalize())
}
