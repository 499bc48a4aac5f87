//! One row a mentor: what waits for them, and since when.

use entity::approval_request::{self, State};
use entity::{mentor, mentorship};
use sea_orm::sea_query::{Alias, Expr, ExprTrait as _, Func, Query, SelectStatement, SimpleExpr};
use sea_orm::{ColumnTrait as _, IntoSimpleExpr as _};

use super::{aliased, rows_of, those_who_see_work};
use crate::access::Guarded as _;
use crate::clock::days_between;
use crate::reading::Reader;
use crate::report::column::{of, reckoned};
use crate::report::value::maybe;
use crate::report::{Kind, Report, Value};

pub(super) fn report() -> Report {
    use mentor::Column::{BouncedAt, Email, Id, Name, Post};
    let columns = vec![
        of(Kind::Id, "mentor_id", "Mentor id", "Stable for good.", Id),
        of(Kind::Text, "mentor", "Mentor", "The mentor's name.", Name).naming(),
        of(
            Kind::Text,
            "email",
            "E-mail",
            "The mentor's address, masked unless you are an administrator.",
            Email,
        )
        .address(),
        of(
            Kind::Text,
            "post",
            "Post",
            "The mentor's post at the school.",
            Post,
        )
        .naming(),
        of(
            Kind::Whole,
            "participants",
            "Participants",
            "How many participants they mentor now, of those that you may see.",
            number("mentored", "n"),
        ),
        of(
            Kind::Whole,
            "waiting",
            "Waiting approvals",
            "How many tasks wait for them, of those that you may see.",
            number("asked", "waiting"),
        ),
        of(
            Kind::Moment,
            "oldest_asked_at",
            "Oldest asked",
            "When the oldest of these was asked, in UTC.",
            aliased("asked", "oldest"),
        )
        .or_nothing(),
        reckoned(
            Kind::Whole,
            "oldest_waiting_days",
            "Oldest waiting days",
            "Days in London for which the oldest of these has waited.",
            vec![aliased("asked", "oldest")],
            |cells| {
                Ok(maybe(cells.moment(0)?, |since| {
                    Value::Whole(days_between(since, cells.at.now))
                }))
            },
        )
        .since(aliased("asked", "oldest"))
        .or_nothing(),
        of(
            Kind::Whole,
            "answered",
            "Answered",
            "How many requests they have answered, of those that you may see.",
            number("asked", "answered"),
        ),
        of(
            Kind::Moment,
            "last_answered_at",
            "Last answered",
            "When they last answered one, in UTC.",
            aliased("asked", "last"),
        )
        .or_nothing(),
        of(
            Kind::Moment,
            "bounced_at",
            "Bounced",
            "Since when letters to the address come back, in UTC.",
            BouncedAt,
        )
        .or_nothing(),
    ];
    Report {
        name: "mentorEngagement",
        title: "Mentor engagement",
        about: "One row a mentor: how many tasks wait for them and since when, and whether letters reach them.",
        columns,
        from: mentors,
        key: vec![(Id.into_simple_expr(), Kind::Id)],
        permits: those_who_see_work,
    }
}

fn mentors(reader: &Reader) -> SelectStatement {
    let mentor = || mentor::Column::Id.into_simple_expr();
    rows_of(mentor::Entity)
        .join_subquery(
            sea_orm::JoinType::LeftJoin,
            mentored(reader),
            Alias::new("mentored"),
            aliased("mentored", "mentor_id").eq(mentor()),
        )
        .join_subquery(
            sea_orm::JoinType::LeftJoin,
            asked(reader),
            Alias::new("asked"),
            aliased("asked", "mentor_id").eq(mentor()),
        )
        .cond_where(mentor::Entity::visible(&reader.actor))
        .take()
}

fn mentored(reader: &Reader) -> SelectStatement {
    use mentorship::Column::{EndedAt, Id, MentorId};
    Query::select()
        .from(mentorship::Entity)
        .column(MentorId)
        .expr_as(Func::count(Id.into_simple_expr()), Alias::new("n"))
        .cond_where(mentorship::Entity::visible(&reader.actor))
        .cond_where(EndedAt.is_null())
        .group_by_col(MentorId)
        .take()
}

fn asked(reader: &Reader) -> SelectStatement {
    use approval_request::Column::{AskedAt, DecidedAt, MentorId};
    let waiting = || approval_request::Column::State.eq(State::Waiting);
    let if_waiting = |expr: SimpleExpr| -> SimpleExpr { Expr::case(waiting(), expr).into() };
    Query::select()
        .from(approval_request::Entity)
        .column(MentorId)
        .expr_as(
            Func::count(if_waiting(Expr::value(1))),
            Alias::new("waiting"),
        )
        .expr_as(
            Func::min(if_waiting(AskedAt.into_simple_expr())),
            Alias::new("oldest"),
        )
        .expr_as(
            Func::count(DecidedAt.into_simple_expr()),
            Alias::new("answered"),
        )
        .expr_as(Func::max(DecidedAt.into_simple_expr()), Alias::new("last"))
        .cond_where(approval_request::Entity::visible(&reader.actor))
        .group_by_col(MentorId)
        .take()
}

/// A count of a subquery that has no row where it would count none.
fn number(table: &'static str, column: &'static str) -> SimpleExpr {
    Func::coalesce([aliased(table, column), Expr::value(0_i64)]).into()
}
