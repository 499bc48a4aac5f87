//! What the whole document amounts to, before the library looks at it. The library writes fragments
//! out again at every spread, without remembering: twenty fragments that each spread the next one
//! twice are a million walks. Here every definition is walked once, and [`expansion`] adds their sums
//! up over who spreads whom.

use std::{collections::HashMap, convert::Infallible};

use async_graphql::{
    Name, Positioned, Value, Variables,
    parser::types::{Directive, ExecutableDocument, Selection, SelectionSet},
};

use super::{
    expansion::{self, Definition},
    limits::Limits,
    refusal::Refusal,
};

/// Refuses a document that uses, or expands to, more than the limits allow.
pub(super) fn check(
    document: &ExecutableDocument,
    variables: &Variables,
    limits: &Limits,
) -> Result<(), Refusal> {
    let mut tally = Tally::new(variables);
    let mut operations = Vec::new();
    for (_, operation) in document.operations.iter() {
        let operation = &operation.node;
        tally.directives(&operation.directives);
        for definition in &operation.variable_definitions {
            tally.directives(&definition.node.directives);
        }
        operations.push(tally.definition(&operation.selection_set.node));
    }
    let mut fragments = HashMap::new();
    for (name, fragment) in &document.fragments {
        tally.directives(&fragment.node.directives);
        fragments.insert(
            name.as_str(),
            tally.definition(&fragment.node.selection_set.node),
        );
    }
    tally.within(limits)?;

    expansion::check(&operations, &fragments, limits.selections)
}

/// Sums over the document as it is written.
struct Tally<'d> {
    aliases: usize,
    spreads: usize,
    directives: usize,
    input_values: usize,
    /// How many values each variable holds.
    sizes: HashMap<&'d str, usize>,
}

impl<'d> Tally<'d> {
    fn new(variables: &'d Variables) -> Self {
        let sizes = variables
            .iter()
            .map(|(name, value)| (name.as_str(), size(value)))
            .collect();
        Self {
            aliases: 0,
            spreads: 0,
            directives: 0,
            input_values: 0,
            sizes,
        }
    }

    fn within(&self, limits: &Limits) -> Result<(), Refusal> {
        if self.directives > limits.directives {
            return Err(Refusal::TooManyDirectives {
                limit: limits.directives,
            });
        }
        if self.aliases > limits.aliases {
            return Err(Refusal::TooManyAliases {
                limit: limits.aliases,
            });
        }
        if self.spreads > limits.spreads {
            return Err(Refusal::TooManySpreads {
                limit: limits.spreads,
            });
        }
        if self.input_values > limits.input_values {
            return Err(Refusal::TooManyInputValues {
                limit: limits.input_values,
            });
        }
        Ok(())
    }

    fn definition(&mut self, set: &'d SelectionSet) -> Definition<'d> {
        let mut definition = Definition::default();
        self.selection_set(set, 0, &mut definition);
        definition
    }

    /// Descends as deep as brackets are nested, which `document::parse` has bounded.
    fn selection_set(&mut self, set: &'d SelectionSet, nesting: usize, sums: &mut Definition<'d>) {
        sums.nesting = sums.nesting.max(nesting);
        sums.selections += set.items.len();
        for selection in &set.items {
            self.directives(selection.node.directives());
            match &selection.node {
                Selection::Field(field) => {
                    self.aliases += usize::from(field.node.alias.is_some());
                    for (_, value) in &field.node.arguments {
                        let value = value.node.clone();
                        let _ = value.into_const_with(|name| self.variable(&name));
                    }
                    if !field.node.selection_set.node.items.is_empty() {
                        self.selection_set(&field.node.selection_set.node, nesting + 1, sums);
                    }
                }
                Selection::InlineFragment(inline) => {
                    self.selection_set(&inline.node.selection_set.node, nesting + 1, sums);
                }
                Selection::FragmentSpread(spread) => {
                    self.spreads += 1;
                    sums.spreads
                        .push((spread.node.fragment_name.node.as_str(), nesting + 1));
                }
            }
        }
    }

    fn directives(&mut self, directives: &[Positioned<Directive>]) {
        self.directives += directives.len();
        for (_, value) in directives
            .iter()
            .flat_map(|directive| &directive.node.arguments)
        {
            let value = value.node.clone();
            let _ = value.into_const_with(|name| self.variable(&name));
        }
    }

    /// The library keeps the type of an argument's value to itself, but walks it for us.
    fn variable(&mut self, name: &Name) -> Result<Value, Infallible> {
        let size = self.sizes.get(name.as_str()).copied().unwrap_or(1);
        self.input_values = self.input_values.saturating_add(size);
        Ok(Value::Null)
    }
}

/// How many values, long strings counting as several: what a copy costs.
fn size(value: &Value) -> usize {
    match value {
        Value::List(items) => 1 + items.iter().map(size).sum::<usize>(),
        Value::Object(members) => 1 + members.values().map(size).sum::<usize>(),
        Value::String(text) => 1 + text.len() / 64,
        _ => 1,
    }
}
