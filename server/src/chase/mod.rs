//! Chasing an answer that somebody was asked for by letter: reminding them, telling whoever waits for it, and noticing
//! that a letter came back. What is asked is the business of the things that are [`Chased`].

mod again;
mod due;
mod mail;
mod round;

pub use again::{again_from, not_before};
pub use due::Asked;
pub use mail::{Mailed, look_at_mail};
pub use round::{Chased, chase};

/// The part of [`Chased`] that is the same for all, since all have these columns: which state waits, also as it stands in
/// the indexes, and what else has to hold.
macro_rules! asked_for {
    ($waiting:path, $as_indexed:literal) => {
        $crate::chase::asked_for!($waiting, $as_indexed, |_row| true);
    };
    ($waiting:path, $as_indexed:literal, |$row:ident| $waits:expr) => {
        const WAITING: &'static str = $as_indexed;
        const ASKED_AT: Column = Column::AskedAt;
        const REMINDERS: Column = Column::Reminders;
        const NOTICES: Column = Column::Notices;
        const LETTER_ID: Column = Column::LetterId;

        fn asked($row: &Model) -> Option<$crate::chase::Asked> {
            ($row.state == $waiting && $waits).then_some($crate::chase::Asked {
                asked_at: $row.asked_at,
                resent_at: $row.resent_at,
                reminders: $row.reminders,
                notices: $row.notices,
            })
        }
    };
}
pub(crate) use asked_for;
