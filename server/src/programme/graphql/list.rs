//! Lists of groups: what they are narrowed and sorted by.

use entity::training_group::{self, Column};

use super::Mode;
use crate::reading::SortKey;
use crate::schema::{IdFilter, TextFilter, filter, order, sought, words};

words! {
    /// How the taught days are to be held.
    pub GroupModeFilter: Mode as training_group::Mode
}

filter! {
    /// Which groups. All that is said must hold; what is left out does not narrow the list.
    pub GroupWhere |reader| {
        /// The group itself.
        id: IdFilter => Column::Id;
        /// The cohort.
        cohort: IdFilter => Column::CohortId;
        /// The tutor.
        tutor: IdFilter => Column::TutorId;
        /// The delivery partner that hosts it.
        delivery_partner: IdFilter => Column::DeliveryPartnerId;
        /// The name.
        name: TextFilter => Column::Name;
        /// Where it meets.
        place: TextFilter => Column::Place;
        /// How the taught days are held.
        mode: GroupModeFilter => Column::Mode;
        /// Part of the name or place.
        search: String => sought([Column::Name, Column::Place]);
    }
}

order! {
    /// How groups are sorted; those that are equal, by id.
    pub GroupOrder
    /// What groups are sorted by.
    by GroupOrderField |reader| {
        /// The name.
        Name => SortKey::text(Column::Name);
        /// Where it meets.
        Place => SortKey::text(Column::Place);
        /// When it was added.
        Added => SortKey::age();
    }
}
