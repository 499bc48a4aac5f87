//! Puts the answer's keys in the order in which they were asked, as the specification has it. The
//! library writes them as the fields happen to finish, so the same question could be answered with
//! different bytes.

use std::collections::HashMap;

use async_graphql::{
    Name, Positioned, Request, Response, Value,
    parser::parse_query,
    parser::types::{Directive, ExecutableDocument, Selection, SelectionSet},
};

use super::document;

/// What was asked, kept while the schema has the document.
pub(super) struct Asked {
    /// Read again only where something failed or the answer is not finished JSON: nearly all of our own answers are.
    pub query: String,
    pub operation_name: Option<String>,
    /// The keys of the answer itself.
    roots: Vec<String>,
    /// Those that `@skip` and `@include` can refer to.
    conditions: HashMap<Name, bool>,
}

impl Asked {
    pub fn new(document: &ExecutableDocument, request: &Request) -> Self {
        let Request {
            query,
            operation_name,
            variables,
            ..
        } = request;
        let conditions = variables.iter().filter_map(|(name, value)| match value {
            Value::Boolean(value) => Some((name.clone(), *value)),
            _ => None,
        });
        let conditions = conditions.collect();
        Self {
            query: query.clone(),
            operation_name: operation_name.clone(),
            roots: root_keys(document, operation_name.as_deref()),
            conditions,
        }
    }

    /// Takes time in proportion to the selections of every object returned, which is what
    /// [`super::measure`] bounds as values.
    pub fn restore(&self, response: &mut Response) {
        let Value::Object(members) = &mut response.data else {
            return;
        };
        if members.values().all(is_finished) {
            let mut finished = std::mem::take(members);
            let roots = self.roots.iter();
            members.extend(roots.filter_map(|key| finished.swap_remove_entry(key.as_str())));
            members.extend(finished);
            return;
        }
        let name = self.operation_name.as_deref();
        if let Ok(document) = parse_query(&self.query)
            && let Ok(operation) = document::operation(&document, name)
        {
            let within = Within {
                document: &document,
                conditions: &self.conditions,
            };
            within.order(&mut response.data, &[&operation.node.selection_set.node]);
        }
    }
}

/// Whether there is nothing inside that could be in another order.
fn is_finished(value: &Value) -> bool {
    !matches!(value, Value::Object(_) | Value::List(_))
}

fn root_keys(document: &ExecutableDocument, operation_name: Option<&str>) -> Vec<String> {
    let Ok(operation) = document::operation(document, operation_name) else {
        return Vec::new();
    };
    let within = Within {
        document,
        conditions: &HashMap::new(),
    };
    let mut fields = Fields::default();
    within.collect(&operation.node.selection_set.node, &|_| true, &mut fields);
    let keys = fields.in_order.into_iter();
    keys.map(|(key, _)| key.to_owned()).collect()
}

/// A document whose answer is put in order.
struct Within<'d> {
    document: &'d ExecutableDocument,
    conditions: &'d HashMap<Name, bool>,
}

impl<'w> Within<'w> {
    /// `sets` are several where a field was asked for several times: their answers are one object.
    fn order(&self, value: &mut Value, sets: &[&'w SelectionSet]) {
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

    fn collect(&self, set: &'w SelectionSet, has: &impl Fn(&str) -> bool, fields: &mut Fields<'w>) {
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
