//! Lists of mentors: what they are narrowed and sorted by.

use entity::approval_request;
use entity::mentor::Column;
use sea_orm::sea_query::SimpleExpr;
use sea_orm::{
    ColumnTrait as _, EntityTrait as _, QueryFilter as _, QuerySelect as _, QueryTrait as _,
};

use crate::reading::SortKey;
use crate::schema::{IdFilter, MomentFilter, TextFilter, filter, order, personal, sought};

filter! {
    /// Which mentors. All that is said must hold; what is left out does not narrow the list.
    pub MentorWhere |reader| {
        /// The mentor itself.
        id: IdFilter => Column::Id;
        /// The name.
        name: TextFilter => personal(reader, Column::Name)?;
        /// The address.
        email: TextFilter => personal(reader, Column::Email)?;
        /// Whether letters to the address come back.
        bounced: bool => Column::BouncedAt.is_not_null();
        /// Since when letters to the address come back.
        bounced_at: MomentFilter => Column::BouncedAt;
        /// Whether a task waits for them.
        waiting: bool => waited_for();
        /// Part of the name or address.
        search: String => sought([Column::Name, Column::Email]);
    }
}

order! {
    /// How mentors are sorted; those that are equal, by id.
    pub MentorOrder
    /// What mentors are sorted by.
    by MentorOrderField |reader| {
        /// The name.
        Name => SortKey::text(personal(reader, Column::Name)?);
        /// Since when letters come back; those with no such trouble count as before all others.
        BouncedAt => SortKey::maybe_moment(Column::BouncedAt);
        /// When a school first named them.
        CreatedAt => SortKey::moment(Column::CreatedAt);
    }
}

fn waited_for() -> SimpleExpr {
    use approval_request::{Entity, State};
    let waiting = Entity::find()
        .select_only()
        .column(approval_request::Column::MentorId)
        .filter(approval_request::Column::State.eq(State::Waiting));
    Column::Id.in_subquery(waiting.into_query())
}
