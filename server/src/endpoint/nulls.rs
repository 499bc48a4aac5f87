//! The nulls in the place of what failed. The library leaves a field that failed out of the answer; the specification has a
//! null there, or where the field may not be null, in the place of what is around it: at the root, of all data.

use std::collections::{HashMap, HashSet};

use async_graphql::parser::types::{ExecutableDocument, OperationType, Selection, SelectionSet};
use async_graphql::{
    Executor, Name, PathSegment, Request, Response, ServerError, Value, parser::parse_query,
};
use tokio::sync::OnceCell;

use super::document;

/// The fields of the roots that may not be null, found out when the first of them fails.
#[derive(Default)]
pub(super) struct Nulls(OnceCell<HashSet<String>>);

const QUESTION: &str = "{ __schema { queryType { ...Of } mutationType { ...Of } } } \
    fragment Of on __Type { fields(includeDeprecated: true) { name type { kind } } }";

impl Nulls {
    /// Writes what the errors of an operation that ran ask for.
    pub async fn write(
        &self,
        schema: &impl Executor,
        query: &str,
        operation_name: Option<&str>,
        response: &mut Response,
    ) {
        let Ok(document) = parse_query(query) else {
            return;
        };
        let Ok(operation) = document::operation(&document, operation_name) else {
            return;
        };
        let mut names = HashMap::new();
        collect(&document, &operation.node.selection_set.node, &mut names);
        let sure = self.0.get_or_init(|| read(schema)).await;
        let Response { data, errors, .. } = response;
        for error in errors.iter() {
            let Some(PathSegment::Field(key)) = error.path.first() else {
                continue;
            };
            if let Value::Object(members) = data
                && members.contains_key(key.as_str())
            {
                write_null(data, error);
                continue;
            }
            let name = names.get(key.as_str()).copied().unwrap_or_default();
            if sure.contains(&at(operation.node.ty, name)) {
                *data = Value::Null;
                return;
            }
            // With nothing but failures, the library has no object at all.
            if *data == Value::Null {
                *data = Value::Object(Default::default());
            }
            if let Value::Object(members) = data {
                members.insert(Name::new(key), Value::Null);
            }
        }
    }
}

async fn read(schema: &impl Executor) -> HashSet<String> {
    let told = schema.execute(Request::new(QUESTION)).await.data;
    let told = told.into_json().unwrap_or_default();
    let mut sure = HashSet::new();
    for ty in [OperationType::Query, OperationType::Mutation] {
        let fields = told["__schema"][root(ty)]["fields"].as_array();
        let fields = fields.into_iter().flatten();
        let fields = fields.filter(|field| field["type"]["kind"] == "NON_NULL");
        let names = fields.filter_map(|field| field["name"].as_str());
        sure.extend(names.map(|name| at(ty, name)));
    }
    sure
}

fn at(ty: OperationType, name: &str) -> String {
    format!("{}.{name}", root(ty))
}

fn root(ty: OperationType) -> &'static str {
    match ty {
        OperationType::Mutation => "mutationType",
        OperationType::Query | OperationType::Subscription => "queryType",
    }
}

/// The fields of the root by the keys of the answer. Fragments do not contain themselves: `tally` has seen to it.
fn collect<'d>(
    document: &'d ExecutableDocument,
    set: &'d SelectionSet,
    names: &mut HashMap<&'d str, &'d str>,
) {
    for selection in &set.items {
        match &selection.node {
            Selection::Field(field) => {
                names.insert(&field.node.response_key().node, &field.node.name.node);
            }
            Selection::InlineFragment(inline) => {
                collect(document, &inline.node.selection_set.node, names);
            }
            Selection::FragmentSpread(spread) => {
                let fragment = document.fragments.get(&spread.node.fragment_name.node);
                if let Some(fragment) = fragment {
                    collect(document, &fragment.node.selection_set.node, names);
                }
            }
        }
    }
}

/// Writes the null further inside, where the object around it is there.
fn write_null(data: &mut Value, error: &ServerError) {
    let Some((PathSegment::Field(key), path)) = error.path.split_last() else {
        return;
    };
    let mut place = data;
    for segment in path {
        let inner = match (place, segment) {
            (Value::Object(members), PathSegment::Field(name)) => members.get_mut(name.as_str()),
            (Value::List(items), PathSegment::Index(index)) => items.get_mut(*index),
            _ => None,
        };
        let Some(inner) = inner else { return };
        place = inner;
    }
    if let Value::Object(members) = place {
        members.entry(Name::new(key)).or_insert(Value::Null);
    }
}
