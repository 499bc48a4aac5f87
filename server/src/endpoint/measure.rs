//! How much the chosen operation can return. Each fragment is weighed once, however often it is
//! spread: its weight is the same everywhere.

use std::collections::HashMap;

use async_graphql::{
    Value, Variables,
    parser::types::{ExecutableDocument, Field, OperationDefinition, Selection, SelectionSet},
};

use super::{
    limits::Limits,
    refusal::Refusal,
    roots::{AsksSchema, Roots},
};

/// Refuses an operation whose answer could exceed the limits. [`super::tally::check`] comes first:
/// it has made sure that fragments do not contain themselves.
pub(super) fn check(
    document: &ExecutableDocument,
    operation: &OperationDefinition,
    variables: &Variables,
    limits: &Limits,
) -> Result<Measured, Refusal> {
    let set = &operation.selection_set.node;
    let mut scale = Scale::new(document, variables, limits);
    let weight = scale.selection_set(set, Place::Portal)?;
    let roots = Roots::of(document, set);
    let (depth, values) = if roots.only_schema() {
        (limits.introspection_depth, limits.introspection_values)
    } else {
        (limits.depth, limits.values)
    };
    if weight.depth > depth {
        return Err(Refusal::TooDeep { limit: depth });
    }
    if weight.objects > limits.objects && !roots.only_schema() {
        return Err(Refusal::TooManyObjects {
            limit: limits.objects,
        });
    }
    if weight.values > values {
        return Err(Refusal::TooManyValues { limit: values });
    }
    Ok(Measured {
        asks_schema: roots.asks_schema(),
        points: if roots.only_schema() {
            SCHEMA_POINTS
        } else {
            weight.objects.max(1)
        },
    })
}

/// What an operation asks for, and what it costs.
pub(super) struct Measured {
    pub asks_schema: AsksSchema,
    /// One for each object that the answer could hold.
    pub points: usize,
}

/// What a question about the schema alone costs: its objects are none of ours, and finding them is
/// about as much work as a page of a hundred rows.
const SCHEMA_POINTS: usize = 100;

/// What a selection can return.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Weight {
    /// Fields within fields.
    depth: usize,
    /// Fields with a selection of their own, times the page sizes around them.
    objects: usize,
    /// All fields, times the page sizes around them.
    values: usize,
}

/// Where a field stands. `__Type.fields` is a list without a page size; a `fields` of ours is not.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Portal,
    Introspection,
}

struct Scale<'d> {
    document: &'d ExecutableDocument,
    variables: &'d Variables,
    limits: &'d Limits,
    known: HashMap<&'d str, Weight>,
    /// Selections looked at: a test holds it against the document's size.
    visited: usize,
}

impl<'d> Scale<'d> {
    fn new(document: &'d ExecutableDocument, variables: &'d Variables, limits: &'d Limits) -> Self {
        Self {
            document,
            variables,
            limits,
            known: HashMap::new(),
            visited: 0,
        }
    }

    fn selection_set(&mut self, set: &'d SelectionSet, place: Place) -> Result<Weight, Refusal> {
        let mut sum = Weight::default();
        for selection in &set.items {
            self.visited += 1;
            let weight = match &selection.node {
                Selection::Field(field) => self.field(&field.node, place)?,
                Selection::InlineFragment(inline) => {
                    self.selection_set(&inline.node.selection_set.node, place)?
                }
                Selection::FragmentSpread(spread) => {
                    self.fragment(spread.node.fragment_name.node.as_str())?
                }
            };
            sum.depth = sum.depth.max(weight.depth);
            sum.objects = sum.objects.saturating_add(weight.objects);
            sum.values = sum.values.saturating_add(weight.values);
        }
        Ok(sum)
    }

    fn fragment(&mut self, name: &'d str) -> Result<Weight, Refusal> {
        if let Some(weight) = self.known.get(name) {
            return Ok(*weight);
        }
        let Some(fragment) = self.document.fragments.get(name) else {
            return Ok(Weight::default()); // Validation will name it.
        };
        let on = fragment.node.type_condition.node.on.node.as_str();
        let place = if on.starts_with("__") {
            Place::Introspection
        } else {
            Place::Portal
        };
        let weight = self.selection_set(&fragment.node.selection_set.node, place)?;
        self.known.insert(name, weight);
        Ok(weight)
    }

    /// A page of n holds n objects with everything below each. For a connection that counts the
    /// connection itself n times too, which errs on the safe side.
    fn field(&mut self, field: &'d Field, place: Place) -> Result<Weight, Refusal> {
        let name = field.name.node.as_str();
        let below = match name {
            "__schema" | "__type" => Place::Introspection,
            _ => place,
        };
        let inside = self.selection_set(&field.selection_set.node, below)?;
        let count = match place {
            Place::Portal => self.page(field)?,
            Place::Introspection => assumed_length(name),
        };
        let object = usize::from(!field.selection_set.node.items.is_empty());
        Ok(Weight {
            depth: inside.depth.saturating_add(1),
            objects: count.saturating_mul(inside.objects.saturating_add(object)),
            values: count.saturating_mul(inside.values.saturating_add(1)),
        })
    }

    /// The larger of `first` and `last`; 1 without either. Every list has its own `first`, so one
    /// that leaves it out is either refused by validation or short by nature. A board's `cards` are
    /// those of each of its columns.
    fn page(&self, field: &Field) -> Result<usize, Refusal> {
        let mut largest = 1;
        for (name, lists) in [("first", 1), ("last", 1), ("cards", BOARD_COLUMNS)] {
            let Some(argument) = field.get_argument(name) else {
                continue;
            };
            let given = argument.node.clone().into_const_with(|name| {
                let value = self.variables.get(&name);
                // Only a number is of interest, and anything else may be long to copy.
                Ok::<_, ()>(
                    value
                        .filter(|value| matches!(value, Value::Number(_)))
                        .cloned()
                        .unwrap_or_default(),
                )
            });
            let Ok(Value::Number(number)) = given else {
                continue;
            }; // Of the wrong type: validation.
            let limit = self.limits.page;
            let size = number.as_u64().and_then(|size| usize::try_from(size).ok());
            match size.filter(|&size| size <= limit) {
                Some(size) => largest = largest.max(size.saturating_mul(lists)),
                None => {
                    return Err(Refusal::PageTooLarge {
                        limit,
                        at: argument.pos,
                    });
                }
            }
        }
        Ok(largest)
    }
}

/// Columns of a board of applications that have cards.
const BOARD_COLUMNS: usize = 6;

/// How long the lists of the introspection types are taken to be, which have no page size. Roughly
/// a schema of a hundred types. Without this, `fields { type { fields { type { …` would be free.
fn assumed_length(field: &str) -> usize {
    match field {
        "types" => 100,
        "fields" => 10,
        "inputFields" | "enumValues" | "directives" => 5,
        "args" | "interfaces" | "possibleTypes" => 2,
        _ => 1,
    }
}

#[cfg(test)]
#[path = "tests/measure.rs"]
mod tests;
