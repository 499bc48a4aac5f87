use async_graphql::parser::types::{ExecutableDocument, Selection, SelectionSet};

/// What of the schema an operation asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AsksSchema {
    No,
    /// `__type`, which may find nothing.
    Type,
    /// `__schema`, which always answers or is refused.
    Whole,
}

/// The operation's own fields, through whatever fragments they come.
#[derive(Default)]
pub(super) struct Roots<'d> {
    names: Vec<&'d str>,
    entered: Vec<&'d str>,
}

impl<'d> Roots<'d> {
    pub fn of(document: &'d ExecutableDocument, set: &'d SelectionSet) -> Self {
        let mut roots = Self::default();
        roots.collect(document, set);
        roots
    }

    /// Whether nothing but the schema is asked for.
    pub fn only_schema(&self) -> bool {
        self.asks_schema() != AsksSchema::No
            && self
                .names
                .iter()
                .all(|name| matches!(*name, "__schema" | "__type" | "__typename"))
    }

    pub fn asks_schema(&self) -> AsksSchema {
        if self.names.contains(&"__schema") {
            AsksSchema::Whole
        } else if self.names.contains(&"__type") {
            AsksSchema::Type
        } else {
            AsksSchema::No
        }
    }

    fn collect(&mut self, document: &'d ExecutableDocument, set: &'d SelectionSet) {
        for selection in &set.items {
            match &selection.node {
                Selection::Field(field) => self.names.push(field.node.name.node.as_str()),
                Selection::InlineFragment(inline) => {
                    self.collect(document, &inline.node.selection_set.node);
                }
                Selection::FragmentSpread(spread) => {
                    let name = spread.node.fragment_name.node.as_str();
                    if let Some(fragment) = document.fragments.get(name)
                        && !self.entered.contains(&name)
                    {
                        self.entered.push(name);
                        self.collect(document, &fragment.node.selection_set.node);
                    }
                }
            }
        }
    }
}
