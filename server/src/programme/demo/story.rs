//! What each story means: which steps somebody took with which task, and when.

use chrono::Datelike as _;
use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Utc, Weekday};
use entity::task;

use super::file::Story;
use crate::clock::london_moment;

/// One step of the past.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happening {
    pub at: DateTime<Utc>,
    /// Position among the demo's participants.
    pub who: usize,
    /// Position among their tasks.
    pub task: usize,
    pub what: What,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    Draft,
    Submit,
    /// The participant takes it back before it is answered.
    Withdraw,
    Approve,
    Return,
    Waive,
    /// An administrator opens an approved task again.
    Reopen,
    /// The mail server refuses the letter to the mentor.
    Bounce,
}

/// Where a task is to stand at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Approved,
    /// Waiting for so many days.
    Waiting(i64),
    Returned,
    Draft,
    TakenBack,
    Waived,
    Reopened,
    Bounced,
}

/// The steps of one participant's story, in no order. `who` makes days and hours differ between people.
pub fn tell(story: Story, who: usize, tasks: &[task::Model], today: NaiveDate) -> Vec<Happening> {
    let due = tasks
        .iter()
        .filter(|task| task.due_on + Duration::weeks(2) <= today)
        .count();
    let done = match story {
        Story::Steady => due,
        Story::Ahead => (due + 3).min(tasks.len().saturating_sub(1)),
        Story::Quiet => due.min(2),
        Story::StuckMentor => due.saturating_sub(2).max(1),
        Story::Returned => due.saturating_sub(1).max(1),
        Story::New => 0,
        Story::Finished => tasks.len(),
        Story::Bounced => due.min(1),
    };
    let then: &[End] = match story {
        Story::Steady => &[End::Waiting(3), End::Draft],
        Story::Ahead => &[End::Waiting(1)],
        Story::Quiet | Story::New => &[End::Draft],
        Story::StuckMentor => &[End::Waiting(30), End::Waiting(11), End::Draft],
        Story::Returned => &[End::Returned, End::Reopened, End::TakenBack],
        Story::Finished => &[],
        Story::Bounced => &[End::Bounced],
    };
    let mut steps = Vec::new();
    for position in 0..done {
        let last = story == Story::Finished && position + 1 == tasks.len();
        let end = if last { End::Waived } else { End::Approved };
        steps.extend(steps_to(end, who, position, done, today));
    }
    for (offset, end) in then
        .iter()
        .enumerate()
        .filter(|(offset, _)| done + offset < tasks.len())
    {
        steps.extend(steps_to(*end, who, done + offset, done + 1, today));
    }
    steps
}

/// The steps that bring a task to its end. Approved ones are spread over the months before, in their order.
fn steps_to(
    end: End,
    who: usize,
    position: usize,
    done: usize,
    today: NaiveDate,
) -> Vec<Happening> {
    let (spread_who, spread_position) = (
        i64::try_from(who).unwrap_or(0),
        i64::try_from(position).unwrap_or(0),
    );
    let step = |days_ago: i64, hour: u32, what| {
        let minute = u32::try_from((spread_who * 7 + spread_position * 13) % 60).unwrap_or(0);
        Happening {
            at: school_hour(today - Duration::days(days_ago), hour, minute),
            who,
            task: position,
            what,
        }
    };
    match end {
        End::Approved => {
            // Eighteen days apart, the newest two to three weeks ago.
            let back = i64::try_from(done - position).unwrap_or(1) * 18 + spread_who % 7;
            let mut steps = vec![step(back + 12, 16, What::Draft)];
            if (spread_who + spread_position) % 5 == 0 {
                steps.extend([
                    step(back + 9, 17, What::Submit),
                    step(back + 6, 8, What::Return),
                ]);
            }
            steps.extend([
                step(back + 4, 17, What::Submit),
                step(back - spread_who % 3, 9, What::Approve),
            ]);
            steps
        }
        End::Waiting(days) => vec![
            step(days + 6, 16, What::Draft),
            step(days, 12, What::Submit),
        ],
        End::Bounced => {
            vec![
                step(12, 16, What::Draft),
                step(5, 15, What::Submit),
                step(5, 15, What::Bounce),
            ]
        }
        End::Returned => vec![
            step(16, 16, What::Draft),
            step(9, 17, What::Submit),
            step(4, 10, What::Return),
        ],
        End::Draft => vec![step(4 + spread_who % 5, 16, What::Draft)],
        End::TakenBack => vec![
            step(7, 16, What::Draft),
            step(3, 12, What::Submit),
            step(2, 16, What::Withdraw),
        ],
        End::Reopened => vec![
            step(40, 16, What::Draft),
            step(34, 17, What::Submit),
            step(30, 9, What::Approve),
            step(6, 11, What::Reopen),
        ],
        End::Waived => vec![step(20, 11, What::Waive)],
    }
}

/// The hour on that day, or on the Friday before where the day is on a weekend.
fn school_hour(day: NaiveDate, hour: u32, minute: u32) -> DateTime<Utc> {
    let day = match day.weekday() {
        Weekday::Sat => day - Duration::days(1),
        Weekday::Sun => day - Duration::days(2),
        _ => day,
    };
    london_moment(
        day,
        NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default(),
    )
}
