//! Lists of tasks: what they are narrowed and sorted by.

use entity::task::Column;
use entity::{enrolment, task_outcome};

use super::TaskStateFilter;
use crate::reading::SortKey;
use crate::schema::{DayFilter, IdFilter, MomentFilter, TextFilter, filter, order, within};
use crate::task::overdue;

filter! {
    /// Which tasks. All that is said must hold; what is left out does not narrow the list.
    pub TaskWhere |reader| {
        /// The task itself.
        id: IdFilter => Column::Id;
        /// Where it stands.
        state: TaskStateFilter => Column::State;
        /// The participant's place in a cohort.
        enrolment: IdFilter => Column::EnrolmentId;
        /// The participant's training group.
        group: IdFilter => within(Column::EnrolmentId, enrolment::Column::Id, enrolment::Column::GroupId);
        /// The participant's school.
        school: IdFilter => within(Column::EnrolmentId, enrolment::Column::Id, enrolment::Column::SchoolId);
        /// An outcome that it is claimed to cover.
        outcome: IdFilter => within(Column::Id, task_outcome::Column::TaskId, task_outcome::Column::OutcomeId);
        /// The award's code for it.
        code: TextFilter => Column::Code;
        /// What it is called.
        title: TextFilter => Column::Title;
        /// Past its day and not with the mentor, approved or waived; or not so.
        overdue: bool => overdue(reader.today());
        /// The day by which it should be with the mentor, in London.
        due_on: DayFilter => Column::DueOn;
        /// When it was last handed to the mentor.
        submitted_at: MomentFilter => Column::SubmittedAt;
        /// When the mentor approved it.
        approved_at: MomentFilter => Column::ApprovedAt;
        /// When it last changed.
        updated_at: MomentFilter => Column::UpdatedAt;
    }
}

order! {
    /// How tasks are sorted; those that are equal, by id.
    pub TaskOrder
    /// What tasks are sorted by.
    by TaskOrderField |reader| {
        /// The day by which it is due.
        DueOn => SortKey::day(Column::DueOn);
        /// The award's own order.
        Position => SortKey::int(Column::Position);
        /// By title.
        Title => SortKey::text(Column::Title);
        /// When it was last submitted; those never submitted count as before all others.
        SubmittedAt => SortKey::maybe_moment(Column::SubmittedAt);
        /// When the mentor approved it; those not approved count as before all others.
        ApprovedAt => SortKey::maybe_moment(Column::ApprovedAt);
        /// When it last changed.
        UpdatedAt => SortKey::moment(Column::UpdatedAt);
    }
}
