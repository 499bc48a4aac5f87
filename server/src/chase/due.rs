//! When a letter about something that waits is due.

use chrono::{DateTime, Days, NaiveTime, Utc};
use entity::award::Limits;

use crate::clock::{considerate, london_day, london_moment, london_time};
use crate::programme::Terms;

/// How long something has waited, and what was written about that.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    pub asked_at: DateTime<Utc>,
    /// When the letter was sent again because somebody wished it.
    pub resent_at: Option<DateTime<Utc>>,
    /// Reminders to whoever is asked.
    pub reminders: i32,
    /// Letters to whoever waits for the answer.
    pub notices: i32,
}

/// What is due about it at a moment: the number of days on the award's list that have come since it was asked, where
/// that is more than were written about. Days that came together, over holidays, are written about once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Due {
    pub reminder: Option<i32>,
    pub notice: Option<i32>,
}

impl Due {
    pub fn letters(self) -> usize {
        usize::from(self.reminder.is_some()) + usize::from(self.notice.is_some())
    }
}

impl Asked {
    pub(super) fn due(self, limits: &Limits, terms: &Terms, now: DateTime<Utc>) -> Due {
        // What is late must not go at night either: it waits for the morning, when it is looked at again.
        if considerate(now, terms) > now {
            return Due::default();
        }
        let come = |days: &[u32]| {
            let moments = days.iter().map(|days| self.moment(*days, terms));
            moments.take_while(|at| *at <= now).collect::<Vec<_>>()
        };
        let reminders = come(&limits.mentor_reminder_days);
        let notices = come(&limits.participant_notice_days);
        // A letter that was sent again reminds of itself.
        let was_reminded = |last: &DateTime<Utc>| self.resent_at.is_some_and(|at| at >= *last);
        Due {
            reminder: more(&reminders, self.reminders)
                .filter(|_| !reminders.last().is_some_and(was_reminded)),
            notice: more(&notices, self.notices),
        }
    }

    /// So many days later at the same time of day in London, moved on into school hours.
    fn moment(self, days: u32, terms: &Terms) -> DateTime<Utc> {
        let time: NaiveTime = london_time(self.asked_at);
        let day = london_day(self.asked_at) + Days::new(days.into());
        considerate(london_moment(day, time), terms)
    }
}

fn more(come: &[DateTime<Utc>], done: i32) -> Option<i32> {
    let come = i32::try_from(come.len()).unwrap_or(i32::MAX);
    (come > done).then_some(come)
}
