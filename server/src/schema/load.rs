//! Loading children. Each wanted kind is loaded for all parents at once before the answer is written; writing then finds
//! the rows here. There is no timer that gathers keys: it falls apart when the server is busy.

use std::any::{Any, TypeId, type_name};
use std::collections::{HashMap, HashSet};
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};

use async_graphql::{Context, Result};
use uuid::Uuid;

use super::{Plan, Shown, must, plan_of};
use crate::access::Actor;
use crate::error::{self, Error};
use crate::reading::{Found, Reader};

/// Everything that one request has loaded so far, and for whom.
#[derive(Debug)]
pub struct Loads {
    reader: Reader,
    /// By the type of the key, what was found by each id.
    found: Mutex<HashMap<TypeId, Box<dyn Any + Send>>>,
}

/// An id, and the statement that finds what belongs to many of them, within what the reader may see.
pub trait Key: Copy + Eq + Hash + Send + Sync + 'static {
    /// What belongs to one id; its default if nothing does.
    type Found: Clone + Default + Send + Sync + 'static;

    fn id(self) -> Uuid;

    fn find(
        loads: &Loads,
        plan: &Plan,
        ids: &[Uuid],
    ) -> impl Future<Output = Result<Found<Self::Found>, Error>> + Send;
}

/// Keys: what they are of, what is found by them, and the function that finds it.
macro_rules! keys {
    ($($(#[$doc:meta])* $vis:vis $key:ident => $found:ty = $find:expr;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        $vis struct $key(pub uuid::Uuid);

        impl $crate::schema::Key for $key {
            type Found = $found;

            fn id(self) -> uuid::Uuid {
                self.0
            }

            async fn find(
                loads: &$crate::schema::Loads,
                _: &$crate::schema::Plan,
                ids: &[uuid::Uuid],
            ) -> $crate::error::Result<$crate::reading::Found<$found>> {
                $find(loads.reader(), ids).await
            }
        }
    )*};
}
pub(crate) use keys;

/// A key, or none where there is nothing to look for.
pub trait MaybeKey {
    type Key: Key;

    fn key(self) -> Option<Self::Key>;
}

impl<K: Key> MaybeKey for K {
    type Key = K;

    fn key(self) -> Option<K> {
        Some(self)
    }
}

impl<K: Key> MaybeKey for Option<K> {
    type Key = K;

    fn key(self) -> Self {
        self
    }
}

impl Loads {
    pub fn new(reader: Reader) -> Self {
        Self {
            reader,
            found: Mutex::default(),
        }
    }

    /// The eyes with which this request reads.
    pub fn reader(&self) -> &Reader {
        &self.reader
    }

    /// Who asks.
    pub fn actor(&self) -> &Actor {
        &self.reader.actor
    }

    /// Loads what belongs to all of these that is not known yet, in one go; `plan` is what is wanted of it.
    ///
    /// # Errors
    /// That it could not be read.
    pub async fn fetch<K: MaybeKey>(
        &self,
        keys: impl IntoIterator<Item = K>,
        plan: &Plan,
    ) -> error::Result<()> {
        let keys = keys.into_iter().filter_map(MaybeKey::key);
        let ids: HashSet<Uuid> = keys.map(Key::id).collect();
        let unknown: Vec<Uuid> = self.known::<K::Key, _>(|known| {
            let unknown = ids.into_iter().filter(|id| !known.contains_key(id));
            unknown.collect()
        });
        if unknown.is_empty() {
            return Ok(());
        }
        let mut found = K::Key::find(self, plan, &unknown).await?;
        // That nothing belongs to an id is worth remembering too.
        let all = unknown.into_iter();
        let all = all.map(|id| (id, found.remove(&id).unwrap_or_default()));
        self.known::<K::Key, _>(|known| known.extend(all));
        Ok(())
    }

    /// What belongs to this one, which was fetched before.
    pub fn found<K: MaybeKey>(&self, key: K) -> <K::Key as Key>::Found {
        let Some(key) = key.key() else {
            return Default::default();
        };
        let found = self.known::<K::Key, _>(|known| known.get(&key.id()).cloned());
        if found.is_none() {
            tracing::error!(
                key = type_name::<K::Key>(),
                "asked for what was not fetched"
            );
        }
        debug_assert!(found.is_some(), "{} was not fetched", type_name::<K::Key>());
        found.unwrap_or_default()
    }

    /// Tells what belongs to ids and was found on another way.
    pub fn tell<K: Key>(&self, found: impl IntoIterator<Item = (K, K::Found)>) {
        let found = found.into_iter().map(|(key, found)| (key.id(), found));
        self.known::<K, _>(|known| known.extend(found));
    }

    fn known<K: Key, R>(&self, with: impl FnOnce(&mut Found<K::Found>) -> R) -> R {
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        let of_kind = found
            .entry(TypeId::of::<K>())
            .or_insert_with(|| Box::<Found<K::Found>>::default());
        match of_kind.downcast_mut() {
            Some(known) => with(known),
            // Never: under a key's type is only what is found by it.
            None => with(&mut Found::default()),
        }
    }
}

/// The loads of this request.
pub fn loads<'a>(ctx: &Context<'a>) -> &'a Loads {
    ctx.data_unchecked()
}

/// The one row that belongs to this id.
///
/// # Errors
/// `NOT_FOUND`, by `name`, if there is none for this reader.
pub async fn load_row<N, K, M>(ctx: &Context<'_>, key: K, name: &'static str) -> Result<N>
where
    N: Shown + From<Arc<M>>,
    K: Key<Found = Option<Arc<M>>>,
{
    let loads = loads(ctx);
    let plan = plan_of::<N, _>(ctx, ctx.item);
    loads.fetch([key], &plan).await?;
    must(loads.found(key), name)
}
