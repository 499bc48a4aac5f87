//! One column of a report: written once, told everywhere.

use std::borrow::Cow;
use std::fmt;

use sea_orm::IntoSimpleExpr;
use sea_orm::sea_query::SimpleExpr;

use super::{At, Cells, Kind, Privacy, Value};
use crate::access::Actor;
use crate::error::{Error, Result};

/// How a column's value comes about.
pub(super) enum Source {
    /// The database tells it.
    Sql(SimpleExpr),
    /// The database tells it, for the moment of reading.
    SqlAt(fn(&At) -> SimpleExpr),
    /// Reckoned here, from what the database tells.
    Reckoned {
        needs: Vec<SimpleExpr>,
        value: for<'r> fn(&Cells<'r>) -> Result<Value<'r>>,
        by: Option<By>,
    },
}

/// How the database picks and sorts rows by a column that is reckoned here.
pub(super) enum By {
    /// It can reckon the same, for the moment of reading.
    Same(fn(&At) -> SimpleExpr),
    /// Days since this moment: the more of them, the earlier it was.
    Since(SimpleExpr),
}

/// What a column is compared with in the database.
pub(super) enum Compared {
    Value(SimpleExpr),
    DaysSince(SimpleExpr),
}

/// What puts rows into a column's order.
pub(super) struct Sorting {
    pub expr: SimpleExpr,
    pub kind: Kind,
    /// Whether it runs against the column's own order.
    pub is_turned: bool,
}

pub struct Column {
    /// As files name it, in `snake_case`.
    pub name: &'static str,
    pub title: &'static str,
    /// What it means, with its unit, for people.
    pub about: &'static str,
    pub kind: Kind,
    pub privacy: Privacy,
    /// Whether a row can have nothing here, whoever reads.
    pub may_be_empty: bool,
    pub(super) source: Source,
}

impl fmt::Debug for Column {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Column({})", self.name)
    }
}

/// A column that the database tells.
pub(super) fn of(
    kind: Kind,
    name: &'static str,
    title: &'static str,
    about: &'static str,
    expr: impl IntoSimpleExpr,
) -> Column {
    new(
        kind,
        name,
        title,
        about,
        Source::Sql(expr.into_simple_expr()),
    )
}

/// A column that the database tells for the moment of reading.
pub(super) fn of_now(
    kind: Kind,
    name: &'static str,
    title: &'static str,
    about: &'static str,
    expr: fn(&At) -> SimpleExpr,
) -> Column {
    new(kind, name, title, about, Source::SqlAt(expr))
}

/// A column that is reckoned from others, in the order of `needs`.
pub(super) fn reckoned(
    kind: Kind,
    name: &'static str,
    title: &'static str,
    about: &'static str,
    needs: Vec<SimpleExpr>,
    value: for<'r> fn(&Cells<'r>) -> Result<Value<'r>>,
) -> Column {
    let source = Source::Reckoned {
        needs,
        value,
        by: None,
    };
    new(kind, name, title, about, source)
}

fn new(
    kind: Kind,
    name: &'static str,
    title: &'static str,
    about: &'static str,
    source: Source,
) -> Column {
    Column {
        name,
        title,
        about,
        kind,
        privacy: Privacy::Open,
        may_be_empty: false,
        source,
    }
}

impl Column {
    pub(super) fn or_nothing(mut self) -> Self {
        self.may_be_empty = true;
        self
    }

    pub(super) fn naming(mut self) -> Self {
        self.privacy = Privacy::Name;
        self
    }

    pub(super) fn address(mut self) -> Self {
        self.privacy = Privacy::Address;
        self
    }

    /// For a reckoned column: how the database reckons the very same.
    pub(super) fn like(self, expr: fn(&At) -> SimpleExpr) -> Self {
        self.by(By::Same(expr))
    }

    /// For a reckoned column of days in London that have gone by since a moment.
    pub(super) fn since(self, moment: impl IntoSimpleExpr) -> Self {
        self.by(By::Since(moment.into_simple_expr()))
    }

    fn by(mut self, how: By) -> Self {
        if let Source::Reckoned { by, .. } = &mut self.source {
            *by = Some(how);
        }
        self
    }

    /// As GraphQL names it, in `camelCase`.
    pub fn field(&self) -> Cow<'static, str> {
        if !self.name.contains('_') {
            return self.name.into();
        }
        let mut parts = self.name.split('_');
        let mut field = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (first, rest) = part.split_at(part.len().min(1));
            field.push_str(&first.to_ascii_uppercase());
            field.push_str(rest);
        }
        field.into()
    }

    /// Whether some readers get nothing here, or every reader in some rows.
    pub fn is_nullable(&self) -> bool {
        self.may_be_empty || self.privacy != Privacy::Open
    }

    /// Whether the database can pick rows by it.
    pub fn can_filter(&self) -> bool {
        !matches!(self.source, Source::Reckoned { by: None, .. })
    }

    /// Whether the database can sort rows by it. The words of a reckoned column have an order of their own, which the
    /// alphabet is not.
    pub fn can_sort(&self) -> bool {
        let is_word = matches!(self.kind, Kind::Word(_));
        self.can_filter() && !(is_word && matches!(self.source, Source::Reckoned { .. }))
    }

    /// Whether this reader may ask by it: an order or a match would tell what the column itself hides.
    pub fn may_be_asked_by(&self, actor: &Actor) -> bool {
        self.permits_asking(actor).is_ok()
    }

    /// # Errors
    /// `FORBIDDEN`, saying why.
    pub(super) fn permits_asking(&self, actor: &Actor) -> Result<()> {
        if self.privacy != Privacy::Open {
            actor.may_ask_by_names()?;
        }
        match self.privacy {
            Privacy::Address if !actor.sees_addresses_whole() => Err(Error::Withheld(
                "You see these addresses masked, so you cannot filter or sort by them.",
            )),
            _ => Ok(()),
        }
    }

    /// What to compare with, where the database can.
    pub(super) fn compared(&self, at: &At) -> Option<Compared> {
        Some(match &self.source {
            Source::Sql(expr) => Compared::Value(expr.clone()),
            Source::SqlAt(expr) => Compared::Value(expr(at)),
            Source::Reckoned { by, .. } => match by.as_ref()? {
                By::Same(expr) => Compared::Value(expr(at)),
                By::Since(moment) => Compared::DaysSince(moment.clone()),
            },
        })
    }

    /// What to sort by, where the database can.
    pub(super) fn sorting(&self, at: &At) -> Option<Sorting> {
        if !self.can_sort() {
            return None;
        }
        Some(match self.compared(at)? {
            Compared::Value(expr) => Sorting {
                expr,
                kind: self.kind,
                is_turned: false,
            },
            Compared::DaysSince(expr) => Sorting {
                expr,
                kind: Kind::Moment,
                is_turned: true,
            },
        })
    }
}
