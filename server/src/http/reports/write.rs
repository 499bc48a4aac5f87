//! Writing one file.

use poem::http::Method;
use poem::{Body, Response};

use super::ask::Parameters;
use super::refuse::{busy, refused, wrong};
use crate::access::Actor;
use crate::clock::london_day;
use crate::endpoint::Refusal;
use crate::error::Result;
use crate::ledger::Exhausted;
use crate::page::attachment;
use crate::portal::Portal;
use crate::reading::Reader;
use crate::report::{AtEnd, Places, Plan, Report, csv, rows, xlsx};
use crate::token::charge;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Csv,
    Xlsx,
}

impl Form {
    /// The form by the name's ending.
    pub fn of(ending: &str) -> Option<Self> {
        match ending {
            "csv" => Some(Self::Csv),
            "xlsx" => Some(Self::Xlsx),
            _ => None,
        }
    }

    fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }

    fn media(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8; header=present",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

/// A file that may be written.
pub struct Writing {
    form: Form,
    plan: Plan,
    mark: bool,
}

impl Writing {
    /// # Errors
    /// As [`Plan::whole`].
    pub fn new(
        report: &'static Report,
        form: Form,
        reader: &Reader,
        asked: &Parameters,
    ) -> Result<Self> {
        Ok(Self {
            form,
            plan: Plan::whole(report, reader, &asked.asked)?,
            mark: asked.mark,
        })
    }

    pub async fn answer(
        self,
        method: &Method,
        portal: &Portal,
        reader: &Reader,
        places: &Places,
    ) -> Response {
        if method == Method::HEAD {
            return self.headers(reader).finish();
        }
        let Some(place) = places.take() else {
            return busy();
        };
        let at_end = match bill(portal, &reader.actor) {
            Ok(at_end) => at_end,
            Err(told) => return refused(&Refusal::Exhausted(told)),
        };
        let headers = self.headers(reader);
        let begun = rows(&portal.db.read, self.plan, place, at_end).await;
        let body = match (begun, self.form) {
            (Ok(rows), Form::Csv) => Ok(Body::from_bytes_stream(csv(rows, self.mark))),
            (Ok(rows), Form::Xlsx) => xlsx(rows)
                .await
                .map(|file| Body::from_async_read(tokio::fs::File::from_std(file))),
            (Err(error), _) => Err(error),
        };
        match body {
            Ok(body) => headers.body(body),
            Err(error) => wrong(&error),
        }
    }

    fn headers(&self, reader: &Reader) -> poem::ResponseBuilder {
        let today = london_day(reader.now);
        let name = format!("{}-{today}.{}", self.plan.report.name, self.form.ending());
        attachment(self.form.media(), &name)
    }
}

/// What a tool pays for a file: a point a row, taken when the file ends, since nobody counts the rows before. A file that
/// has begun is never cut off; who has no point left begins none.
fn bill(portal: &Portal, actor: &Actor) -> Result<AtEnd, Exhausted> {
    let Actor::Token(token) = actor else {
        return Ok(Box::new(drop));
    };
    charge(portal, token, 1)?;
    let (portal, token) = (portal.clone(), token.clone());
    Ok(Box::new(move |rows| {
        if let Err(Exhausted(told)) = charge(&portal, &token, rows) {
            let left = usize::try_from(told.left).unwrap_or_default();
            // Somebody else may have taken the rest meanwhile; then there is nothing to take.
            let _taken = charge(&portal, &token, left);
        }
    }))
}
