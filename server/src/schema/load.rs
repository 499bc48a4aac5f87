//! Loading children. A list loads each wanted kind for all its rows at once, before the children are asked for; these
//! then find their rows here. There is no timer that gathers keys: it falls apart when the server is busy.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use async_graphql::dataloader::{DataLoader, HashMapCache, Loader};
use async_graphql::{Context, Lookahead, Result};
use uuid::Uuid;

use super::Node;
use crate::error::Error;
use crate::reading::{Found, Reader};

/// What one request has loaded so far.
pub type Loads = DataLoader<Reader, HashMapCache>;

/// A loader for one request.
pub fn new(reader: Reader) -> Loads {
    DataLoader::with_cache(reader, tokio::spawn, HashMapCache::default()).max_batch_size(1)
}

/// The loads of this request.
pub fn loads<'a>(ctx: &Context<'a>) -> &'a Loads {
    ctx.data_unchecked()
}

/// An id, and the statement that finds what belongs to many of them, within what the reader may see.
pub trait Key: Copy + Eq + Hash + Send + Sync + 'static {
    /// What belongs to one id; its default if nothing does.
    type Found: Clone + Default + Send + Sync + 'static;

    fn id(self) -> Uuid;

    fn find(
        reader: &Reader,
        ids: &[Uuid],
    ) -> impl Future<Output = Result<Found<Self::Found>, Error>> + Send;
}

impl<K: Key> Loader<K> for Reader {
    type Value = K::Found;
    type Error = async_graphql::Error;

    async fn load(&self, keys: &[K]) -> Result<HashMap<K, K::Found>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.id()).collect();
        let mut found = K::find(self, &ids).await?;
        let pairs = keys
            .iter()
            .filter_map(|key| Some((*key, found.remove(&key.id())?)));
        Ok(pairs.collect())
    }
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
                reader: &$crate::reading::Reader,
                ids: &[uuid::Uuid],
            ) -> $crate::error::Result<$crate::reading::Found<$found>> {
                $find(reader, ids).await
            }
        }
    )*};
}
pub(crate) use keys;

/// What belongs to this id.
///
/// # Errors
/// That it could not be read.
pub async fn load<K: Key>(ctx: &Context<'_>, key: K) -> Result<K::Found> {
    Ok(loads(ctx).load_one(key).await?.unwrap_or_default())
}

/// The one row that belongs to this id.
///
/// # Errors
/// `NOT_FOUND`, by `name`, if there is none for this reader.
pub async fn load_row<K, M>(ctx: &Context<'_>, key: K, name: &'static str) -> Result<M>
where
    K: Key<Found = Option<M>>,
{
    Ok(load(ctx, key).await?.ok_or(Error::NotFound(name))?)
}

/// Loads what belongs to all of these ids, in one go.
///
/// # Errors
/// That it could not be read.
pub async fn fetch<K: Key>(
    loads: &Loads,
    keys: impl IntoIterator<Item = K>,
) -> Result<Vec<K::Found>> {
    let keys: HashSet<K> = keys.into_iter().collect();
    let found = loads.load_many(keys.iter().copied()).await?;
    // That nothing belongs to an id is worth remembering too: otherwise each of these would be asked for once more.
    let nothing: Vec<_> = keys
        .into_iter()
        .filter(|key| !found.contains_key(key))
        .map(|key| (key, K::Found::default()))
        .collect();
    loads.feed_many(nothing).await;
    Ok(found.into_values().collect())
}

/// The same for what the schema shows as `N`, with what the client wants of it; nothing if the client does not want it.
///
/// # Errors
/// That it could not be read.
pub async fn fetch_nodes<N, K>(
    loads: &Loads,
    look: Lookahead<'_>,
    keys: impl IntoIterator<Item = K>,
) -> Result<()>
where
    N: Node,
    K: Key<Found: IntoIterator<Item = N::Row>>,
{
    if !look.exists() {
        return Ok(());
    }
    let found = fetch(loads, keys).await?;
    let rows: Vec<N::Row> = found.into_iter().flatten().collect();
    N::prefetch(loads, look, &rows).await
}
