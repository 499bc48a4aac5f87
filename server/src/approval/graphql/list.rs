//! Lists of approval requests: what they are narrowed and sorted by.

use entity::approval_request::Column;
use entity::{enrolment, task_outcome};

use super::ApprovalStateFilter;
use crate::reading::SortKey;
use crate::schema::{IdFilter, MomentFilter, NumberFilter, filter, order, within};

filter! {
    /// Which approval requests. All that is said must hold; what is left out does not narrow the list.
    pub ApprovalWhere |reader| {
        /// The request itself.
        id: IdFilter => Column::Id;
        /// Where it stands.
        state: ApprovalStateFilter => Column::State;
        /// The task that it is about.
        task: IdFilter => Column::TaskId;
        /// The participant's place in a cohort.
        enrolment: IdFilter => Column::EnrolmentId;
        /// The participant's training group.
        group: IdFilter => within(Column::EnrolmentId, enrolment::Column::Id, enrolment::Column::GroupId);
        /// The participant's school.
        school: IdFilter => within(Column::EnrolmentId, enrolment::Column::Id, enrolment::Column::SchoolId);
        /// The mentor whom it waits for, or who answered.
        mentor: IdFilter => Column::MentorId;
        /// An outcome that the task is claimed to cover.
        outcome: IdFilter => within(Column::TaskId, task_outcome::Column::TaskId, task_outcome::Column::OutcomeId);
        /// When the mentor was asked.
        asked_at: MomentFilter => Column::AskedAt;
        /// When the mentor answered.
        decided_at: MomentFilter => Column::DecidedAt;
        /// How many reminders the mentor has had.
        reminders: NumberFilter => Column::Reminders;
    }
}

order! {
    /// How approval requests are sorted; those that are equal, by id.
    pub ApprovalOrder
    /// What approval requests are sorted by.
    by ApprovalOrderField |reader| {
        /// When the mentor was asked.
        AskedAt => SortKey::moment(Column::AskedAt);
        /// When the mentor answered; those without an answer count as before all others.
        DecidedAt => SortKey::maybe_moment(Column::DecidedAt);
        /// How many reminders the mentor has had.
        Reminders => SortKey::int(Column::Reminders);
    }
}
