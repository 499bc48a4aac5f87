//! What a client wants of an object: its fields in the order asked, with fragments written out and repeated keys joined.
//! Made once for a list, not once for a row.

use std::collections::HashMap;

use async_graphql::parser::types::{Field, FragmentDefinition, Selection, SelectionSet};
use async_graphql::{Name, Pos, Positioned};

/// The fragments of a document, by name.
pub type Fragments = HashMap<Name, Positioned<FragmentDefinition>>;

/// What is wanted of an object; empty for what has no fields.
#[derive(Debug, Default)]
pub struct Plan {
    pub wanted: Vec<Wanted>,
}

/// One field that is wanted.
#[derive(Debug)]
pub struct Wanted {
    /// The key of its value in the answer.
    pub key: String,
    /// Which of the type's fields, by its place; none for the type's own name.
    pub field: Option<usize>,
    /// What the code calls it.
    pub name: &'static str,
    /// What is wanted of its value.
    pub plan: Plan,
    /// Where it was asked for.
    pub at: Pos,
}

/// What is asked of one value, in as many places as its key is repeated.
#[derive(Clone, Debug)]
pub struct Asked<'d> {
    pub sets: Vec<&'d SelectionSet>,
    pub fragments: &'d Fragments,
}

impl Plan {
    /// The plan of an object whose fields are called `names`; `below` makes the plan of one field's value.
    pub fn of_object(
        asked: &Asked<'_>,
        type_name: &str,
        names: &[&'static str],
        below: impl Fn(usize, &Asked<'_>) -> Self,
    ) -> Self {
        let wanted = asked
            .fields(type_name)
            .into_iter()
            .filter_map(|(field, sets)| {
                let name = field.node.name.node.as_str();
                let inner = Asked {
                    sets,
                    fragments: asked.fragments,
                };
                let place = names.iter().position(|snake| is_same(name, snake));
                // Validation has refused every other name.
                (place.is_some() || name == "__typename").then(|| Wanted {
                    key: field.node.response_key().node.to_string(),
                    field: place,
                    name: place.map_or("__typename", |place| names[place]),
                    plan: place.map(|place| below(place, &inner)).unwrap_or_default(),
                    at: field.pos,
                })
            });
        Self {
            wanted: wanted.collect(),
        }
    }

    /// Whether this field is wanted, by its name in the code.
    pub fn wants(&self, name: &str) -> bool {
        self.wanted.iter().any(|wanted| wanted.name == name)
    }

    /// Whether this field is wanted of the value of that one.
    pub fn wants_below(&self, name: &str, below: &str) -> bool {
        let mut named = self.wanted.iter().filter(|wanted| wanted.name == name);
        named.any(|wanted| wanted.plan.wants(below))
    }

    /// What is wanted of the nodes of a list, in each of the places where a list has them.
    pub fn of_nodes(&self) -> impl Iterator<Item = &Self> {
        let nodes = self.wanted.iter().filter(|wanted| wanted.name == "nodes");
        let edges = self.wanted.iter().filter(|wanted| wanted.name == "edges");
        let below = edges.flat_map(|wanted| &wanted.plan.wanted);
        let each = below.filter(|wanted| wanted.name == "node");
        nodes.chain(each).map(|wanted| &wanted.plan)
    }

    /// Whether nothing is wanted below.
    pub fn is_leaf(&self) -> bool {
        self.wanted.is_empty()
    }
}

impl<'d> Asked<'d> {
    /// The fields that are asked of an object of this type, each with what is asked of its value, wherever its key is
    /// repeated.
    pub fn fields(&self, type_name: &str) -> Vec<Found<'d>> {
        let mut found = Vec::new();
        for set in &self.sets {
            collect(set, self.fragments, type_name, &mut found);
        }
        found
    }
}

type Found<'d> = (&'d Positioned<Field>, Vec<&'d SelectionSet>);

/// What is skipped is gone from the document already.
fn collect<'d>(
    set: &'d SelectionSet,
    fragments: &'d Fragments,
    type_name: &str,
    found: &mut Vec<Found<'d>>,
) {
    let fits = |on: &str| on == type_name;
    for selection in &set.items {
        match &selection.node {
            Selection::Field(field) => {
                let key = &field.node.response_key().node;
                let below = &field.node.selection_set.node;
                let known = found
                    .iter_mut()
                    .find(|(known, _)| known.node.response_key().node == *key);
                match known {
                    Some((_, sets)) => sets.push(below),
                    None => found.push((field, vec![below])),
                }
            }
            Selection::InlineFragment(inline) => {
                let on = inline.node.type_condition.as_ref();
                if on.is_none_or(|on| fits(&on.node.on.node)) {
                    collect(&inline.node.selection_set.node, fragments, type_name, found);
                }
            }
            Selection::FragmentSpread(spread) => {
                let fragment = fragments.get(&spread.node.fragment_name.node);
                if let Some(fragment) =
                    fragment.filter(|fragment| fits(&fragment.node.type_condition.node.on.node))
                {
                    collect(
                        &fragment.node.selection_set.node,
                        fragments,
                        type_name,
                        found,
                    );
                }
            }
        }
    }
}

/// Whether a name of the schema, as `dueOn`, is this one of the code, as `due_on`.
fn is_same(camel: &str, snake: &str) -> bool {
    let mut left = camel.bytes();
    let mut upper = false;
    for byte in snake.bytes() {
        if byte == b'_' {
            upper = true;
            continue;
        }
        let wanted = if upper {
            byte.to_ascii_uppercase()
        } else {
            byte
        };
        upper = false;
        if left.next() != Some(wanted) {
            return false;
        }
    }
    left.next().is_none()
}

/// The name in the schema of what the code calls `due_on`.
pub fn camel(snake: &str) -> String {
    let mut name = String::with_capacity(snake.len());
    let mut upper = false;
    for letter in snake.chars() {
        if letter == '_' {
            upper = true;
        } else if std::mem::take(&mut upper) {
            name.push(letter.to_ascii_uppercase());
        } else {
            name.push(letter);
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::{camel, is_same};

    #[test]
    fn names_in_code_and_schema_are_known_from_each_other() {
        for snake in ["id", "due_on", "oldest_waiting_at", "r2_d2"] {
            assert!(is_same(&camel(snake), snake), "{snake}");
        }
        assert!(!is_same("dueO", "due_on") && !is_same("dueOnce", "due_on"));
    }
}
