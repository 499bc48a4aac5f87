//! One row a letter: whether it went, whether it came back, how soon it was answered.

use entity::{letter, mentor};
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{ColumnTrait as _, IntoSimpleExpr as _};

use super::approvals::hours;
use super::{on, rows_of};
use crate::access::{self, ReadMailHealth, bounds};
use crate::report::column::{of, reckoned};
use crate::report::value::maybe;
use crate::report::words::{LETTER_KIND, LETTER_STATE};
use crate::report::{Kind, Report, Value};

/// The first answer to what a letter asked.
const ANSWERED: &str =
    "(SELECT min(a.decided_at) FROM approval_request a WHERE a.letter_id = letter.id)";

pub(super) fn report() -> Report {
    use letter::Column::{Attempts, CreatedAt, Id, Kind as LetterKind, SentAt, State, ToEmail};
    let columns = vec![
        of(Kind::Id, "letter_id", "Letter id", "Stable for good.", Id),
        of(
            Kind::Word(&LETTER_KIND),
            "kind",
            "Kind",
            "What the letter is for.",
            LetterKind,
        ),
        reckoned(
            Kind::Text,
            "recipient_domain",
            "Recipient's domain",
            "The mail server's name in the address that it went to, such as school.example.",
            vec![ToEmail.into_simple_expr()],
            |cells| {
                let domain = cells.text(0)?.and_then(|address| address.rsplit_once('@'));
                Ok(maybe(domain, |(_, domain)| Value::Text(domain.into())))
            },
        )
        .or_nothing(),
        of(
            Kind::Word(&LETTER_STATE),
            "state",
            "State",
            "Where the letter stands.",
            State,
        ),
        of(
            Kind::Whole,
            "attempts",
            "Attempts",
            "How often it was tried.",
            Attempts.into_simple_expr().cast_as("bigint"),
        ),
        of(
            Kind::Moment,
            "created_at",
            "Written",
            "When it was queued, in UTC.",
            CreatedAt,
        ),
        of(
            Kind::Moment,
            "sent_at",
            "Sent",
            "When the mail server took it, in UTC.",
            SentAt,
        )
        .or_nothing(),
        of(
            Kind::Flag,
            "bounced",
            "Bounced",
            "Whether it was refused for good, or letters to this mentor come back.",
            State
                .eq(letter::State::Failed)
                .or(mentor::Column::BouncedAt.is_not_null()),
        ),
        of(
            Kind::Moment,
            "answered_at",
            "Answered",
            "When the first of the tasks that it asked about was answered, in UTC.",
            Expr::cust(ANSWERED),
        )
        .or_nothing(),
        reckoned(
            Kind::Decimal,
            "hours_to_answer",
            "Hours to answer",
            "Hours from sending to that answer, to a tenth.",
            vec![SentAt.into_simple_expr(), Expr::cust(ANSWERED)],
            |cells| {
                let span = cells.moment(0)?.zip(cells.moment(1)?);
                Ok(maybe(span, |(sent, answered)| {
                    Value::Decimal(hours(answered - sent))
                }))
            },
        )
        .or_nothing(),
    ];
    Report {
        name: "mailHealth",
        title: "Mail health",
        about: "One row a letter, without whom it went to: whether it was sent, whether it came back, how soon it was \
                answered. For administrators, and for tools that may read every group.",
        columns,
        from: |reader| {
            rows_of(letter::Entity)
                .left_join(
                    mentor::Entity,
                    on(mentor::Column::Id, letter::Column::MentorId),
                )
                .cond_where(bounds::letters_without_names(&reader.actor))
                .take()
        },
        key: vec![(Id.into_simple_expr(), Kind::Id)],
        permits: |actor| access::entitle::<ReadMailHealth>(actor).map(drop),
    }
}
