//! Lists of letters: what they are narrowed and sorted by.

use entity::letter::Column;

use super::{LetterKindFilter, LetterStateFilter};
use crate::reading::SortKey;
use crate::schema::{IdFilter, MomentFilter, NumberFilter, TextFilter, filter, order, sought};

filter! {
    /// Which letters. All that is said must hold; what is left out does not narrow the list.
    pub LetterWhere |reader| {
        /// The letter itself.
        id: IdFilter => Column::Id;
        /// Where it stands.
        state: LetterStateFilter => Column::State;
        /// What it is for.
        kind: LetterKindFilter => Column::Kind;
        /// The address that it goes to.
        to_email: TextFilter => Column::ToEmail;
        /// The participant that it is about.
        enrolment: IdFilter => Column::EnrolmentId;
        /// The mentor that it goes to.
        mentor: IdFilter => Column::MentorId;
        /// The message to many that it brings.
        mailing: IdFilter => Column::MailingId;
        /// When it was written.
        created_at: MomentFilter => Column::CreatedAt;
        /// When the mail server took it.
        sent_at: MomentFilter => Column::SentAt;
        /// How many times it was tried.
        attempts: NumberFilter => Column::Attempts;
        /// Part of the receiver's name or address.
        search: String => sought([Column::ToEmail, Column::ToName]);
    }
}

order! {
    /// How letters are sorted; those that are equal, by id.
    pub LetterOrder
    /// What letters are sorted by.
    by LetterOrderField |reader| {
        /// When it was written.
        CreatedAt => SortKey::moment(Column::CreatedAt);
        /// When the mail server took it; those not taken yet count as before all others.
        SentAt => SortKey::maybe_moment(Column::SentAt);
        /// How many times it was tried.
        Attempts => SortKey::int(Column::Attempts);
    }
}
