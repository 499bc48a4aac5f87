//! Lists of events: what they are narrowed and sorted by.

use entity::event::Column;

use super::{ActorKindFilter, EventKindFilter};
use crate::reading::SortKey;
use crate::schema::{IdFilter, MomentFilter, TextFilter, filter, order};

filter! {
    /// Which events. All that is said must hold; what is left out does not narrow the list.
    pub EventWhere |reader| {
        /// The event itself.
        id: IdFilter => Column::Id;
        /// What kind of thing happened.
        kind: EventKindFilter => Column::Kind;
        /// Who did it.
        actor_kind: ActorKindFilter => Column::ActorKind;
        /// The name, as it was, of who did it.
        actor_name: TextFilter => Column::ActorName;
        /// The participant that it is about.
        enrolment: IdFilter => Column::EnrolmentId;
        /// The task that it is about.
        task: IdFilter => Column::TaskId;
        /// The person that it is about.
        person: IdFilter => Column::PersonId;
        /// The mentor that it is about.
        mentor: IdFilter => Column::MentorId;
        /// The letter that it is about.
        letter: IdFilter => Column::LetterId;
        /// When it happened.
        at: MomentFilter => Column::At;
    }
}

order! {
    /// How events are sorted; those that are equal, by id.
    pub EventOrder
    /// What events are sorted by.
    by EventOrderField |reader| {
        /// When it happened.
        At => SortKey::moment(Column::At);
    }
}
