//! Lists of people: what they are narrowed and sorted by.

use entity::person::Column;
use entity::person_role;

use super::Role;
use crate::reading::SortKey;
use crate::schema::{
    IdFilter, MomentFilter, TextFilter, filter, order, personal, sought, within, words,
};

words! {
    /// What a person is to do in the programme.
    pub RoleFilter: Role as person_role::Role
}

filter! {
    /// Which people. All that is said must hold; what is left out does not narrow the list.
    pub PersonWhere |reader| {
        /// The person itself.
        id: IdFilter => Column::Id;
        /// A role that they have.
        role: RoleFilter => within(Column::Id, person_role::Column::PersonId, person_role::Column::Role);
        /// The name.
        name: TextFilter => personal(reader, Column::Name)?;
        /// The address.
        email: TextFilter => personal(reader, Column::Email)?;
        /// Since when they can sign in.
        created_at: MomentFilter => Column::CreatedAt;
        /// Part of the name or address.
        search: String => sought([Column::Name, Column::Email]);
    }
}

order! {
    /// How people are sorted; those that are equal, by id.
    pub PersonOrder
    /// What people are sorted by.
    by PersonOrderField |reader| {
        /// The name.
        Name => SortKey::text(personal(reader, Column::Name)?);
        /// Since when they can sign in.
        CreatedAt => SortKey::moment(Column::CreatedAt);
    }
}
