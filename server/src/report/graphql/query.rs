//! Asking for reports.

use std::borrow::Cow;

use async_graphql::parser::types::Field;
use async_graphql::registry::Registry;
use async_graphql::{
    Context, ContextSelectionSet, Object, OutputType, Positioned, Result, ServerResult, Value,
};

use super::read::{Part, read};
use super::{register, write};
use crate::access::{self, ReadReports};
use crate::schema::{Asked, Writer, asked_of, finished, loads, reader};

#[derive(Default)]
pub struct ReportQuery;

#[Object]
impl ReportQuery {
    /// Flat rows to count and to draw, within what you may see. For administrators, tutors, delivery partners and
    /// tokens; `list` has those that are for you. The same rows come as files: `/reports/<name>.csv` and
    /// `/reports/<name>.xlsx`, with `where`, `orderBy`, `direction` and `columns`.
    async fn reports(&self, ctx: &Context<'_>) -> Result<Reports> {
        access::entitle::<ReadReports>(&reader(ctx).actor)?;
        Ok(Reports)
    }
}

/// All reports; what is asked of it says which.
#[derive(Debug)]
pub struct Reports;

impl Reports {
    pub(super) const NAME: &'static str = "Reports";
}

impl OutputType for Reports {
    fn type_name() -> Cow<'static, str> {
        Self::NAME.into()
    }

    fn create_type_info(registry: &mut Registry) -> String {
        register::reports(registry)
    }

    /// A statement a report, two where its length is asked for.
    async fn resolve(
        &self,
        ctx: &ContextSelectionSet<'_>,
        field: &Positioned<Field>,
    ) -> ServerResult<Value> {
        let asked = asked_of(ctx, field);
        let mut parts: Vec<(&Positioned<Field>, Part)> = Vec::new();
        for (below, sets) in asked.fields(Self::NAME) {
            let fragments = asked.fragments;
            let inner = ctx.with_field(below);
            let part = read(&inner, &Asked { sets, fragments }).await;
            let part = part.map_err(|why| inner.set_error_path(why.into_server_error(below.pos)));
            parts.push((below, part?));
        }
        let inner = ctx.with_field(field);
        let mut to = Writer::new(&field.node.response_key().node, field.pos);
        let written = to.object(|to| {
            for (below, part) in &parts {
                let key = &below.node.response_key().node;
                to.member(key, below.pos, |to| write::part(part, loads(&inner), to))?;
            }
            Ok(())
        });
        finished(to, written, ctx)
    }
}
