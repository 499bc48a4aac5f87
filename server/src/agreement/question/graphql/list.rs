//! Lists of questions: what they are narrowed and sorted by.

use entity::agreement_question::Column;

use super::AgreementQuestionStateFilter;
use crate::reading::SortKey;
use crate::schema::{IdFilter, MomentFilter, filter, order};

filter! {
    /// Which questions. All that is said must hold; what is left out does not narrow the list.
    pub AgreementQuestionWhere |reader| {
        /// The question itself.
        id: IdFilter => Column::Id;
        /// Where it stands.
        state: AgreementQuestionStateFilter => Column::State;
        /// The application for which somebody is asked to sign.
        application: IdFilter => Column::ApplicationId;
        /// When it was asked.
        asked_at: MomentFilter => Column::AskedAt;
    }
}

order! {
    /// How questions are sorted; those that are equal, by id.
    pub AgreementQuestionOrder
    /// What questions are sorted by.
    by AgreementQuestionOrderField |reader| {
        /// When they were asked.
        AskedAt => SortKey::moment(Column::AskedAt);
    }
}
