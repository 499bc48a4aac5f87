//! One row an application that waits for the school's word: whom it waits for, since when, and what helps.

use entity::{agreement, application, letter, person, school};
use sea_orm::sea_query::{Expr, ExprTrait as _, Func, SelectStatement, SimpleExpr};
use sea_orm::{ColumnTrait as _, DbBackend, IntoSimpleExpr as _};

use super::participants::{course, with_course};
use super::{number_of_school, on, rows_of};
use crate::access::{self, Guarded as _, ReadApplicants};
use crate::clock::days_between;
use crate::person::masked;
use crate::reading::Reader;
use crate::report::column::{of, of_now, reckoned};
use crate::report::value::maybe;
use crate::report::words::{AGREEMENT_STATE, CHASE_ACTION, LETTER_STATE};
use crate::report::{At, Column, Kind, Report, Value};

/// The latest asking of an application: the one that its page shows. Those that wait are found by the index on the state,
/// their askings by that on the application: 100 of 607 among 20,000 applications with 40,000 askings in 17 ms.
const LATEST: &str = "agreement.id = (SELECT a.id FROM agreement a \
    WHERE a.application_id = application.id ORDER BY a.id DESC LIMIT 1)";

pub(super) fn report() -> Report {
    let mut columns = Vec::from(who());
    columns.extend(asked());
    columns.extend(course());
    Report {
        name: "agreementChase",
        title: "Agreements to chase",
        about: "One row an application that waits for the school's signature: who is asked to sign, how the letter is \
                doing, for how long, and what helps now. The longest wait first. For administrators, and for tools that \
                may read every group.",
        columns,
        from: waiting,
        key: vec![
            (since(), Kind::Moment),
            (application::Column::Id.into_simple_expr(), Kind::Id),
        ],
        permits: |actor| access::entitle::<ReadApplicants>(actor).map(drop),
    }
}

/// What the list is for comes first: a table is wider than a screen.
fn who() -> [Column; 6] {
    [
        of(
            Kind::Id,
            "application_id",
            "Application",
            "The application; stable for good.",
            application::Column::Id,
        ),
        of(
            Kind::Text,
            "applicant",
            "Applicant",
            "The applicant's name.",
            person::Column::Name,
        )
        .naming(),
        of_now(
            Kind::Word(&CHASE_ACTION),
            "next_action",
            "Next action",
            "What helps now.",
            next_action,
        ),
        reckoned(
            Kind::Whole,
            "waiting_days",
            "Days waiting",
            "Days in London since this signatory was asked, or since the application was handed in where nobody is.",
            vec![since()],
            |cells| {
                Ok(maybe(cells.moment(0)?, |since| {
                    Value::Whole(days_between(since, cells.at.now))
                }))
            },
        )
        .since(since()),
        of(
            Kind::Text,
            "school",
            "School",
            "The name of the applicant's school.",
            school::Column::Name,
        )
        .or_nothing(),
        of(
            Kind::Text,
            "urn",
            "URN",
            "The school's unique reference number: six digits. Empty for a school that is on no list.",
            number_of_school(),
        ),
    ]
}

fn asked() -> [Column; 8] {
    use agreement::Column::{AskedAt, Email, Name, Reminders, State};
    [
        of(
            Kind::Text,
            "signatory",
            "Signatory",
            "The name of who was asked last to sign for the school.",
            Name,
        )
        .or_nothing()
        .naming(),
        // Masked for everybody: files are passed on, and the application's page has it whole.
        reckoned(
            Kind::Text,
            "recipient",
            "Recipient",
            "The address that the letter went to, with all but its first letter and domain left out.",
            vec![Email.into_simple_expr()],
            |cells| {
                Ok(maybe(cells.text(0)?, |address| {
                    Value::Text(masked(address).into())
                }))
            },
        )
        .or_nothing()
        .naming(),
        of(
            Kind::Word(&AGREEMENT_STATE),
            "state",
            "Agreement",
            "Where the asking stands.",
            State,
        )
        .or_nothing(),
        of(
            Kind::Word(&LETTER_STATE),
            "delivery",
            "Delivery",
            "How the latest letter to them is doing.",
            letter::Column::State,
        )
        .or_nothing(),
        of(
            Kind::Moment,
            "sent_at",
            "Sent",
            "When the mail server took the latest letter to them, in UTC.",
            letter::Column::SentAt,
        )
        .or_nothing(),
        of(
            Kind::Whole,
            "reminders",
            "Reminders",
            "How many reminders the signatory has had.",
            SimpleExpr::from(Func::coalesce([
                Reminders.into_simple_expr().cast_as("bigint"),
                Expr::value(0_i64),
            ])),
        ),
        of(
            Kind::Moment,
            "asked_at",
            "Asked",
            "When this signatory was first asked, in UTC.",
            AskedAt,
        )
        .or_nothing(),
        of(
            Kind::Moment,
            "submitted_at",
            "Handed in",
            "When the application was handed in, in UTC.",
            application::Column::SubmittedAt,
        )
        .or_nothing(),
    ]
}

/// Since when it waits.
fn since() -> SimpleExpr {
    Func::coalesce([
        agreement::Column::AskedAt.into_simple_expr(),
        application::Column::SubmittedAt.into_simple_expr(),
        application::Column::UpdatedAt.into_simple_expr(),
    ])
    .into()
}

fn next_action(at: &At) -> SimpleExpr {
    use agreement::State::{Bounced, Sent};
    let reminders = Expr::cust(match at.backend {
        DbBackend::Sqlite => "json_array_length(award.limits, '$.mentor_reminder_days')",
        _ => "jsonb_array_length(award.limits -> 'mentor_reminder_days')",
    });
    let stands = || agreement::Column::State;
    // The round that notices it comes within a minute.
    let came_back = letter::Column::State.eq(letter::State::Failed);
    Expr::case(agreement::Column::PaperSince.is_not_null(), "check_paper")
        .case(
            stands().eq(Bounced).or(stands().eq(Sent).and(came_back)),
            "correct_address",
        )
        .case(
            stands()
                .eq(Sent)
                .and(agreement::Column::OpenQuestions.gt(0)),
            "answer_question",
        )
        .case(
            stands().eq(Sent).and(
                agreement::Column::Reminders
                    .into_simple_expr()
                    .gte(reminders),
            ),
            "call_school",
        )
        .case(stands().eq(Sent), "wait")
        .finally("name_signatory")
        .into()
}

fn waiting(reader: &Reader) -> SelectStatement {
    use application::State::{AwaitingSchool, Submitted};
    with_course(rows_of(application::Entity), application::Column::CohortId)
        .inner_join(
            person::Entity,
            on(person::Column::Id, application::Column::PersonId),
        )
        .left_join(
            school::Entity,
            on(school::Column::Id, application::Column::SchoolId),
        )
        .left_join(agreement::Entity, Expr::cust(LATEST))
        .left_join(
            letter::Entity,
            on(letter::Column::Id, agreement::Column::LetterId),
        )
        .cond_where(application::Entity::visible(&reader.actor))
        .cond_where(application::Column::State.is_in([Submitted, AwaitingSchool]))
        .take()
}
