//! Puts the answer's keys in the order in which they were asked, as the specification has it. The
//! library writes them as the fields happen to finish, so the same question could be answered with
//! different bytes; and it leaves out a field that failed, where the specification has a null.

use std::collections::HashMap;

use async_graphql::{
    Name, PathSegment, Positioned, Response, ServerError, Value, Variables,
    parser::types::{Directive, ExecutableDocument, Selection, SelectionSet},
};

use super::document;

/// What was asked, kept while the schema has the document.
pub(super) struct Asked {
    document: ExecutableDocument,
    operation_name: Option<String>,
    /// Those that `@skip` and `@include` can refer to.
    conditions: HashMap<Name, bool>,
}

impl Asked {
    pub fn new(
        document: ExecutableDocument,
        operation_name: Option<String>,
        variables: &Variables,
    ) -> Self {
        let conditions = variables.iter().filter_map(|(name, value)| match value {
            Value::Boolean(value) => Some((name.clone(), *value)),
            _ => None,
        });
        let conditions = conditions.collect();
        Self {
            document,
            operation_name,
            conditions,
        }
    }

    /// Takes time in proportion to the selections of every object returned, which is what
    /// [`super::measure`] bounds as values.
    pub fn restore(&self, response: &mut Response) {
        for error in &response.errors {
            write_null(&mut response.data, error);
        }
        let name = self.operation_name.as_deref();
        if let Ok(operation) = document::operation(&self.document, name) {
            self.order(&mut response.data, &[&operation.node.selection_set.node]);
        }
    }

    /// `sets` are several where a field was asked for several times: their answers are one object.
    fn order(&self, value: &mut Value, sets: &[&SelectionSet]) {
        match value {
            Value::List(items) => items.iter_mut().for_each(|item| self.order(item, sets)),
            Value::Object(members) if sets.iter().any(|set| !set.items.is_empty()) => {
                let mut finished = std::mem::take(members);
                members.reserve(finished.len());
                for guess in [Fragments::Fitting, Fragments::All] {
                    if finished.is_empty() {
                        break;
                    }
                    let mut fields = Fields::default();
                    let has = |key: &str| guess == Fragments::All || finished.contains_key(key);
                    for set in sets {
                        self.collect(set, &has, &mut fields);
                    }
                    for (key, below) in fields.in_order {
                        if let Some((key, mut value)) = finished.swap_remove_entry(key) {
                            self.order(&mut value, &below);
                            members.insert(key, value);
                        }
                    }
                }
                members.extend(finished);
            }
            _ => {}
        }
    }

    fn collect<'d>(
        &'d self,
        set: &'d SelectionSet,
        has: &impl Fn(&str) -> bool,
        fields: &mut Fields<'d>,
    ) {
        for selection in &set.items {
            if self.is_skipped(selection.node.directives()) {
                continue;
            }
            match &selection.node {
                Selection::Field(field) => {
                    fields.add(
                        &field.node.response_key().node,
                        &field.node.selection_set.node,
                    );
                }
                Selection::InlineFragment(inline) => {
                    let set = &inline.node.selection_set.node;
                    if inline.node.type_condition.is_none() || self.fits(set, has) {
                        self.collect(set, has, fields);
                    }
                }
                Selection::FragmentSpread(spread) => {
                    let fragment = self.document.fragments.get(&spread.node.fragment_name.node);
                    let set = fragment.map(|fragment| &fragment.node.selection_set.node);
                    if let Some(set) = set.filter(|set| self.fits(set, has)) {
                        self.collect(set, has, fields);
                    }
                }
            }
        }
    }

    /// Whether a fragment seems to have applied to an object: we know the object's keys, not its
    /// type. Wrong only for two fragments that ask the very same keys in different order.
    fn fits(&self, set: &SelectionSet, has: &impl Fn(&str) -> bool) -> bool {
        set.items.iter().all(|selection| match &selection.node {
            Selection::Field(field) => {
                has(&field.node.response_key().node) || self.is_skipped(&field.node.directives)
            }
            _ => true,
        })
    }

    fn is_skipped(&self, directives: &[Positioned<Directive>]) -> bool {
        directives.iter().any(|directive| {
            let wanted = match directive.node.name.node.as_str() {
                "skip" => false,
                "include" => true,
                _ => return false,
            };
            let condition = directive.node.get_argument("if").map(|condition| {
                let value = |name: Name| Ok::<_, ()>(self.conditions.get(&name).copied().into());
                condition.node.clone().into_const_with(value)
            });
            matches!(condition, Some(Ok(Value::Boolean(condition))) if condition != wanted)
        })
    }
}

/// Which fragments to believe: first those whose every key is there, then any, for keys left over.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fragments {
    Fitting,
    All,
}

#[derive(Default)]
struct Fields<'d> {
    in_order: Vec<(&'d str, Vec<&'d SelectionSet>)>,
    places: HashMap<&'d str, usize>,
}

impl<'d> Fields<'d> {
    fn add(&mut self, key: &'d str, set: &'d SelectionSet) {
        let place = *self.places.entry(key).or_insert(self.in_order.len());
        match self.in_order.get_mut(place) {
            Some((_, sets)) => sets.push(set),
            None => self.in_order.push((key, vec![set])),
        }
    }
}

/// Writes the null that stands for a failed field, where the object around it is there.
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
