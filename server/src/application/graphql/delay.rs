//! The statutory clock of many applications, and what later cohorts would mean to them.

use std::collections::BTreeSet;
use std::sync::Arc;

use entity::{agreement, application};
use sea_orm::{ColumnTrait as _, QueryFilter as _};
use uuid::Uuid;

use crate::access::Guarded as _;
use crate::application::Clocked;
use crate::error;
use crate::programme::starts_with;
use crate::reading::{Found, Reader, rows_by};
use crate::schema::keys;
use crate::statutory::{Joining, Outlook};

/// A clock, and the later cohorts.
#[derive(Clone, Debug)]
pub struct Delay {
    pub clock: Outlook,
    pub later: Vec<Joining>,
}

keys! {
    /// The clock of an application that is not over, by its id.
    pub(super) DelayOf => Option<Arc<Delay>> = delays;
}

async fn delays(reader: &Reader, ids: &[Uuid]) -> error::Result<Found<Option<Arc<Delay>>>> {
    let open =
        application::Entity::seen_by(&reader.actor).filter(application::Column::EndedAt.is_null());
    let open: Found<Option<application::Model>> =
        rows_by(reader, open, application::Column::Id, ids).await?;
    let signed = agreement::Entity::seen_by(&reader.actor)
        .filter(agreement::Column::State.eq(agreement::State::Signed));
    let signed: Found<Option<agreement::Model>> =
        rows_by(reader, signed, agreement::Column::ApplicationId, ids).await?;
    let cohorts: BTreeSet<Uuid> = open.values().flatten().map(|row| row.cohort_id).collect();
    let cohorts: Vec<Uuid> = cohorts.into_iter().collect();
    let starts = starts_with(reader, &cohorts).await?;
    let delays = open.into_iter().filter_map(|(id, row)| {
        let row = row?;
        let starts = starts.get(&row.cohort_id)?.clone()?;
        let clocked = Clocked {
            answers: &row.answers,
            stated: signed
                .get(&id)
                .and_then(|signed| signed.as_ref()?.appointed_on),
            award: &starts.award,
            today: reader.today(),
        };
        let own = &starts.own;
        let delay = Delay {
            clock: clocked.outlook((own.cohort.starts_on, own.ends_on)),
            later: clocked.deferrals(&starts),
        };
        Some((id, Some(Arc::new(delay))))
    });
    Ok(delays.collect())
}
