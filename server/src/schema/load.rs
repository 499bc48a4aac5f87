//! Loading children. A list's resolver looks ahead and loads each wanted kind for all its rows at once; the children
//! then find their rows here. There is no timer that gathers keys: it falls apart when the server is busy.

use async_graphql::Context;
use async_graphql::dataloader::{DataLoader, HashMapCache};

use crate::reading::Reader;

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

/// Loads rows of a guarded table by id, within what the actor may see.
macro_rules! by_id {
    ($(#[$doc:meta])* $key:ident, $table:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub struct $key(pub uuid::Uuid);

        impl async_graphql::dataloader::Loader<$key> for $crate::reading::Reader {
            type Value = $table::Model;
            type Error = async_graphql::Error;

            async fn load(
                &self,
                keys: &[$key],
            ) -> async_graphql::Result<std::collections::HashMap<$key, $table::Model>> {
                use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
                let rows = $table::Entity::find()
                    .filter(<$table::Entity as $crate::access::Guarded>::visible(&self.actor))
                    .filter($table::Column::Id.is_in(keys.iter().map(|key| key.0)))
                    .all(&self.db)
                    .await
                    .map_err($crate::error::Error::from)?;
                Ok(rows.into_iter().map(|row| ($key(row.id), row)).collect())
            }
        }
    };
}
pub(crate) use by_id;
