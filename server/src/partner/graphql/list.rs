//! Lists of delivery partners: what they are narrowed and sorted by.

use entity::delivery_partner::{self, Column};

use super::PartnerKind;
use crate::reading::SortKey;
use crate::schema::{IdFilter, TextFilter, filter, order, sought, words};

words! {
    /// What a delivery partner is to be.
    pub DeliveryPartnerKindFilter: PartnerKind as delivery_partner::Kind
}

filter! {
    /// Which delivery partners. All that is said must hold; what is left out does not narrow the list.
    pub DeliveryPartnerWhere |reader| {
        /// The delivery partner itself.
        id: IdFilter => Column::Id;
        /// The name.
        name: TextFilter => Column::Name;
        /// What it is.
        kind: DeliveryPartnerKindFilter => Column::Kind;
        /// Part of the name.
        search: String => sought([Column::Name]);
    }
}

order! {
    /// How delivery partners are sorted; those that are equal, by id.
    pub DeliveryPartnerOrder
    /// What delivery partners are sorted by.
    by DeliveryPartnerOrderField |reader| {
        /// The name.
        Name => SortKey::text(Column::Name);
        /// When it was added.
        Added => SortKey::age();
    }
}
