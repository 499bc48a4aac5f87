//! The mentor's receipt. It goes to the registered mailbox, so that its owner notices a link in wrong hands.

use entity::approval_request::{Column, State};
use entity::letter;
use sea_orm::{ColumnTrait as _, Condition};

use crate::access::Actor;
use crate::approval::link;
use crate::approval::waiting::{Case, among};
use crate::error::Result;
use crate::outbox::Rendered;
use crate::page::AT_A_TIME;
use crate::portal::Portal;
use crate::stationery::{written, written_as};
use crate::words::{count, list, moment, plain, time};

#[derive(Clone, Debug)]
struct Receipt {
    decisions: Vec<Line>,
    /// The names that were typed.
    signed: String,
    /// None once nothing can be taken back.
    undo_until: Option<String>,
    link: String,
}

#[derive(Clone, Debug)]
struct Line {
    verb: &'static str,
    task: String,
    participant: String,
    school: String,
    at: String,
}

written_as!(
    Receipt,
    "letters/task_decision_receipt.txt",
    "letters/task_decision_receipt.html"
);

impl Receipt {
    fn title(&self) -> String {
        match self.decisions.as_slice() {
            [one] => format!(
                "Your receipt: you {} “{}” of {}",
                one.verb, one.task, one.participant
            ),
            many => format!("Your receipt: {}", count(many.len(), "decision")),
        }
    }
}

pub(super) async fn acknowledge(
    portal: &Portal,
    letter: &letter::Model,
) -> Result<Option<Rendered>> {
    // Decisions that were taken back carry no receipt any more.
    let fits = Condition::all()
        .add(Column::ReceiptId.eq(letter.id))
        .add(Column::State.is_in([State::Approved, State::Returned]));
    let cases = among(&portal.db.read, &Actor::System, fits, AT_A_TIME).await?;
    let Some(first) = cases.first() else {
        return Ok(None);
    };
    let now = portal.clock.now();
    let undo_until = cases
        .iter()
        .filter_map(|case| case.request.settles_at)
        .min()
        .filter(|until| *until > now);
    let mut signed: Vec<String> = cases
        .iter()
        .filter_map(|case| case.request.signed_name.as_deref())
        .map(plain)
        .collect();
    signed.sort();
    signed.dedup();
    let about = Receipt {
        decisions: cases.iter().map(line).collect(),
        signed: list(&signed),
        undo_until: undo_until.map(|until| time(until, now)),
        link: link::address(&portal.config.public_url, &portal.keys, letter.id),
    };
    written(portal, letter, &first.place.provider, &about)
}

fn line(case: &Case) -> Line {
    Line {
        verb: if case.request.state == State::Approved {
            "approved"
        } else {
            "returned"
        },
        task: plain(&case.task.title),
        participant: plain(&case.place.participant.name),
        school: plain(&case.place.school.name),
        at: case.request.decided_at.map(moment).unwrap_or_default(),
    }
}
