//! Where a page ended: what its last row is sorted by, and the report's key.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::sea_query::{Expr, ExprTrait as _, SimpleExpr};
use sea_orm::{Condition, QueryResult, Value as Bound};
use serde_json::{Value as Json, json};
use uuid::Uuid;

use super::ask::Order;
use super::{Asked, Cells, Kind, Plan, Report};
use crate::error::{Error, Result};
use crate::reading::Direction;

/// Makes and reads the cursors of one report in one order.
pub(super) struct Cursor {
    /// Tells reports and orders apart.
    stamp: String,
}

/// A place between rows.
pub(super) struct Place {
    /// Nothing where the order has nothing for the row, or where there is no order.
    sorted: Option<Bound>,
    key: Vec<Bound>,
}

impl Cursor {
    pub fn of(report: &Report, asked: &Asked) -> Self {
        let order = asked.order.as_ref();
        let order = order.map(|(name, way)| format!("{} {way:?}", name.to_lowercase()));
        Self {
            stamp: format!("{} {}", report.name, order.unwrap_or_default()),
        }
    }

    /// Selects what a cursor is made of; answers where it stands.
    pub fn select(&self, plan: &mut Plan, report: &Report, order: Option<&Order>) -> usize {
        let order = order.map(|order| order.expr.clone());
        let key = report.key.iter().map(|(expr, _)| expr.clone());
        let all: Vec<SimpleExpr> = order.into_iter().chain(key).collect();
        plan.select_once(&all)
    }

    /// The cursor of a row.
    pub fn text(
        &self,
        plan: &Plan,
        report: &Report,
        order: Option<&Order>,
        row: &QueryResult,
        at: usize,
    ) -> Result<String> {
        let sorted = order.map(|order| order.kind);
        let key = report.key.iter().map(|(_, kind)| *kind);
        let mut told = vec![Json::from(self.stamp.as_str())];
        for (first, kind) in (at..).zip(sorted.into_iter().chain(key)) {
            let cells = Cells {
                row,
                first,
                at: plan.at,
            };
            told.push(written(&cells, kind)?);
        }
        let bytes = serde_json::to_vec(&told).map_err(anyhow::Error::from)?;
        Ok(URL_SAFE_NO_PAD.encode(bytes))
    }

    /// The place that a cursor names.
    ///
    /// # Errors
    /// `INVALID_INPUT` for a cursor of another report or order.
    pub fn place(
        &self,
        report: &Report,
        order: Option<&Order>,
        name: &'static str,
        given: &Json,
    ) -> Result<Place> {
        let why = "This cursor belongs to another report or another order. Begin without one.";
        self.read(report, order, given)
            .ok_or_else(|| Error::field(name, why))
    }

    fn read(&self, report: &Report, order: Option<&Order>, given: &Json) -> Option<Place> {
        let (stamp, mut told) = given.as_array()?.split_first()?;
        if stamp.as_str()? != self.stamp {
            return None;
        }
        let mut sorted = None;
        if let Some(order) = order {
            let (first, rest) = told.split_first()?;
            if !first.is_null() {
                sorted = Some(bound(order.kind, first)?);
            }
            told = rest;
        }
        let key = report.key.iter().zip(told);
        let key: Vec<Bound> = key
            .map(|((_, kind), given)| bound(*kind, given))
            .collect::<Option<_>>()?;
        (key.len() == report.key.len()).then_some(Place { sorted, key })
    }
}

/// The rows past a place, in this direction.
pub(super) fn beyond(
    report: &Report,
    order: Option<&Order>,
    place: &Place,
    way: Direction,
) -> Condition {
    let past = |left: Vec<SimpleExpr>, right: Vec<Bound>| {
        let (left, right) = (
            Expr::tuple(left),
            Expr::tuple(right.into_iter().map(Expr::value)),
        );
        match way {
            Direction::Asc => left.gt(right),
            Direction::Desc => left.lt(right),
        }
    };
    let keys = || report.key.iter().map(|(expr, _)| expr.clone());
    let past_key = || past(keys().collect(), place.key.clone());
    let Some(order) = order else {
        return Condition::all().add(past_key());
    };
    // Rows with nothing come last, so they lie beyond a place when rows run as they were asked to.
    let forward = way == order.direction;
    let expr = || order.expr.clone();
    match &place.sorted {
        Some(value) => {
            let left = std::iter::once(expr()).chain(keys()).collect();
            let right = std::iter::once(value.clone()).chain(place.key.iter().cloned());
            let mut any = Condition::any().add(past(left, right.collect()));
            if order.may_be_empty && forward {
                any = any.add(expr().is_null());
            }
            any
        }
        None => {
            let among_nothing = expr().is_null().and(past_key());
            let mut any = Condition::any().add(among_nothing);
            if !forward {
                any = any.add(expr().is_not_null());
            }
            any
        }
    }
}

fn written(cells: &Cells<'_>, kind: Kind) -> Result<Json> {
    Ok(match kind {
        Kind::Id => json!(cells.id(0)?),
        Kind::Text | Kind::Word(_) => json!(cells.text(0)?),
        Kind::Whole | Kind::Decimal => json!(cells.whole(0)?),
        Kind::Day => json!(cells.day(0)?),
        // Exactly, unlike what is shown.
        Kind::Moment => json!(cells.moment(0)?.map(|at| at.timestamp_micros())),
        Kind::Flag => json!(cells.flag(0)?),
    })
}

fn bound(kind: Kind, given: &Json) -> Option<Bound> {
    Some(match kind {
        Kind::Id => given.as_str()?.parse::<Uuid>().ok()?.into(),
        Kind::Text | Kind::Word(_) => given.as_str().filter(|text| !text.contains('\0'))?.into(),
        Kind::Whole | Kind::Decimal => given.as_i64()?.into(),
        Kind::Day => given.as_str()?.parse::<NaiveDate>().ok()?.into(),
        Kind::Moment => DateTime::<Utc>::from_timestamp_micros(given.as_i64()?)?.into(),
        Kind::Flag => given.as_bool()?.into(),
    })
}
