//! Lists of reporting tools' keys: what they are narrowed and sorted by.

use entity::api_token::Column;
use sea_orm::ColumnTrait as _;

use crate::reading::SortKey;
use crate::schema::{IdFilter, MomentFilter, TextFilter, filter, order};

filter! {
    /// Which keys. All that is said must hold; what is left out does not narrow the list.
    pub ApiTokenWhere |reader| {
        /// The key itself.
        id: IdFilter => Column::Id;
        /// What it is for.
        name: TextFilter => Column::Name;
        /// The one group that it may read.
        group: IdFilter => Column::GroupId;
        /// Whether it was taken away.
        revoked: bool => Column::RevokedAt.is_not_null();
        /// When it was made.
        created_at: MomentFilter => Column::CreatedAt;
        /// When it ends by itself.
        expires_at: MomentFilter => Column::ExpiresAt;
        /// When it was last used.
        last_used_at: MomentFilter => Column::LastUsedAt;
    }
}

order! {
    /// How keys are sorted; those that are equal, by id.
    pub ApiTokenOrder
    /// What keys are sorted by.
    by ApiTokenOrderField |reader| {
        /// What it is for.
        Name => SortKey::text(Column::Name);
        /// When it was made.
        CreatedAt => SortKey::moment(Column::CreatedAt);
        /// When it ends by itself; those that do not count as before all others.
        ExpiresAt => SortKey::maybe_moment(Column::ExpiresAt);
        /// When it was last used; those never used count as before all others.
        LastUsedAt => SortKey::maybe_moment(Column::LastUsedAt);
    }
}
