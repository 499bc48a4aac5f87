//! Lists of schools: what they are narrowed and sorted by.

use entity::school::Column;

use crate::reading::SortKey;
use crate::schema::{IdFilter, TextFilter, filter, order, sought};

filter! {
    /// Which schools. All that is said must hold; what is left out does not narrow the list.
    pub SchoolWhere |reader| {
        /// The school itself.
        id: IdFilter => Column::Id;
        /// Its number in the national register, six digits.
        urn: TextFilter => Column::Urn;
        /// The name.
        name: TextFilter => Column::Name;
        /// The town.
        town: TextFilter => Column::Town;
        /// The postcode.
        postcode: TextFilter => Column::Postcode;
        /// The local authority.
        local_authority: TextFilter => Column::LocalAuthority;
        /// Part of the name, town, postcode or URN.
        search: String => sought([Column::Name, Column::Town, Column::Postcode, Column::Urn]);
    }
}

order! {
    /// How schools are sorted; those that are equal, by id.
    pub SchoolOrder
    /// What schools are sorted by.
    by SchoolOrderField |reader| {
        /// The name.
        Name => SortKey::text(Column::Name);
        /// The number in the national register.
        Urn => SortKey::text(Column::Urn);
        /// The town.
        Town => SortKey::text(Column::Town);
        /// The postcode.
        Postcode => SortKey::text(Column::Postcode);
        /// The local authority.
        LocalAuthority => SortKey::text(Column::LocalAuthority);
    }
}
