//! From a resolver's value to the JSON of a root field.

use async_graphql::parser::types::{Field, Selection, SelectionSet};
use async_graphql::registry::Registry;
use async_graphql::{
    ContextBase, ContextSelectionSet, OutputType, Positioned, ServerError, ServerResult, Value,
};

use super::plan::{Asked, Fragments, Plan};
use super::writer::Failed;
use super::{Loads, Shown, Writer};

/// What a root field gives back: loaded whole, then written whole.
///
/// The finished JSON travels as [`Value::Binary`], which no scalar of ours uses; `endpoint` puts it into the answer as it
/// is.
pub async fn answer<T: Shown + Clone>(
    value: T,
    ctx: &ContextSelectionSet<'_>,
    field: &Positioned<Field>,
) -> ServerResult<Value> {
    let loads: &Loads = ctx.data_unchecked();
    let plan = plan_of::<T, _>(ctx, field);
    if let Err(why) = T::prefetch(loads, &plan, vec![value.clone()]).await {
        return Err(ctx.set_error_path(why.into_server_error(field.pos)));
    }
    let mut to = Writer::new(&field.node.response_key().node, field.pos);
    let written = value.write(loads, &plan, &mut to);
    finished(to, written, ctx)
}

/// The finished JSON of a root field. Where it cannot be had, the field has failed as a whole, and `endpoint` writes the
/// null where the specification has it.
pub fn finished(
    to: Writer<'_>,
    written: Result<(), Failed>,
    ctx: &ContextSelectionSet<'_>,
) -> ServerResult<Value> {
    let (json, mut errors) = to.finish();
    let failed = written.err().map(|Failed| {
        let last = errors.pop();
        last.unwrap_or_else(|| ServerError::new("Something went wrong on our side.", None))
    });
    errors.into_iter().for_each(|error| ctx.add_error(error));
    match failed {
        None => Ok(Value::Binary(json.into())),
        Some(why) => Err(why),
    }
}

/// What the client wants of a root field.
pub fn plan_of<T: Shown, C>(ctx: &ContextBase<'_, C>, field: &Positioned<Field>) -> Plan {
    T::plan(&asked_of(ctx, field))
}

/// What the client asks of a root field.
pub fn asked_of<'d, C>(ctx: &ContextBase<'d, C>, field: &Positioned<Field>) -> Asked<'d> {
    let fragments = &ctx.query_env.fragments;
    let operation = &ctx.query_env.operation.node;
    let key = field.node.response_key().node.as_str();
    let mut sets = Vec::new();
    same_key(&operation.selection_set.node, fragments, key, &mut sets);
    Asked { sets, fragments }
}

/// The selections of every root field with this key: their answers are one.
fn same_key<'d>(
    set: &'d SelectionSet,
    fragments: &'d Fragments,
    key: &str,
    found: &mut Vec<&'d SelectionSet>,
) {
    for selection in &set.items {
        match &selection.node {
            Selection::Field(field) if field.node.response_key().node == key => {
                found.push(&field.node.selection_set.node);
            }
            Selection::Field(_) => {}
            Selection::InlineFragment(inline) => {
                same_key(&inline.node.selection_set.node, fragments, key, found);
            }
            Selection::FragmentSpread(spread) => {
                if let Some(fragment) = fragments.get(&spread.node.fragment_name.node) {
                    same_key(&fragment.node.selection_set.node, fragments, key, found);
                }
            }
        }
    }
}

/// A list without pages, which is short by nature.
pub struct All<N>(pub Vec<N>);

impl<N: Shown + Clone> OutputType for All<N> {
    fn type_name() -> std::borrow::Cow<'static, str> {
        Vec::<N>::type_name()
    }

    fn qualified_type_name() -> String {
        Vec::<N>::qualified_type_name()
    }

    fn create_type_info(registry: &mut Registry) -> String {
        Vec::<N>::create_type_info(registry)
    }

    async fn resolve(
        &self,
        ctx: &ContextSelectionSet<'_>,
        field: &Positioned<Field>,
    ) -> ServerResult<Value> {
        answer(self.0.clone(), ctx, field).await
    }
}
