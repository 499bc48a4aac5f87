//! Lists of versions: what they are narrowed and sorted by.

use entity::agreement_text::Column;

use crate::reading::SortKey;
use crate::schema::{IdFilter, MomentFilter, NumberFilter, filter, order};

filter! {
    /// Which versions. All that is said must hold; what is left out does not narrow the list.
    pub AgreementTextWhere |reader| {
        /// The version itself.
        id: IdFilter => Column::Id;
        /// The programme whose schools sign it.
        programme: IdFilter => Column::ProgrammeId;
        /// Its number.
        number: NumberFilter => Column::Number;
        /// When it was published.
        created_at: MomentFilter => Column::CreatedAt;
    }
}

order! {
    /// How versions are sorted; those that are equal, by id.
    pub AgreementTextOrder
    /// What versions are sorted by.
    by AgreementTextOrderField |reader| {
        /// When they were published.
        CreatedAt => SortKey::moment(Column::CreatedAt);
    }
}
