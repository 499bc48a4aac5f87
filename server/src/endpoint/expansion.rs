//! What definitions come to with every fragment written out in place of its spreads.

use std::collections::HashMap;

use super::{document::NESTING, refusal::Refusal};

/// Refuses operations that together expand to more than `limit` selections, a single fragment that
/// does, nesting that the library would not follow, and fragments that contain themselves.
pub(super) fn check<'d>(
    operations: &[Definition<'d>],
    fragments: &HashMap<&'d str, Definition<'d>>,
    limit: usize,
) -> Result<(), Refusal> {
    let known = HashMap::new();
    let mut expansion = Expansion {
        fragments,
        known,
        limit,
    };
    // Unused fragments too: the library validates them.
    for name in fragments.keys() {
        expansion.fragment(name)?;
    }
    let mut selections = 0_usize;
    for operation in operations {
        selections = selections.saturating_add(expansion.definition(operation)?.selections);
    }
    expansion.within(selections)
}

/// One operation or fragment by itself, and what it spreads at which nesting.
#[derive(Default)]
pub(super) struct Definition<'d> {
    pub selections: usize,
    pub nesting: usize,
    pub spreads: Vec<(&'d str, usize)>,
}

/// The definitions with their spreads written out; each fragment is reckoned once.
struct Expansion<'a, 'd> {
    fragments: &'a HashMap<&'d str, Definition<'d>>,
    known: HashMap<&'d str, Known>,
    limit: usize,
}

#[derive(Clone, Copy)]
enum Known {
    /// Being reckoned: who comes here again is going in a circle.
    Entered,
    Reckoned(Expanded),
}

#[derive(Clone, Copy)]
struct Expanded {
    selections: usize,
    nesting: usize,
}

impl<'d> Expansion<'_, 'd> {
    /// Descends no deeper than there are spreads, which `Tally::within` has bounded.
    fn fragment(&mut self, name: &'d str) -> Result<Expanded, Refusal> {
        match self.known.get(name) {
            Some(Known::Reckoned(expanded)) => return Ok(*expanded),
            Some(Known::Entered) => {
                return Err(Refusal::FragmentCycle(name.chars().take(100).collect()));
            }
            None => {}
        }
        let Some(definition) = self.fragments.get(name) else {
            return Ok(Expanded {
                selections: 0,
                nesting: 0,
            }); // Validation will name it.
        };
        self.known.insert(name, Known::Entered);
        let expanded = self.definition(definition)?;
        self.known.insert(name, Known::Reckoned(expanded));
        Ok(expanded)
    }

    fn definition(&mut self, definition: &Definition<'d>) -> Result<Expanded, Refusal> {
        let Definition {
            mut selections,
            mut nesting,
            ..
        } = *definition;
        for &(name, at) in &definition.spreads {
            let inner = self.fragment(name)?;
            selections = selections.saturating_add(inner.selections);
            nesting = nesting.max(at.saturating_add(inner.nesting));
        }
        self.within(selections)?;
        if nesting > NESTING {
            return Err(Refusal::TooDeep { limit: NESTING });
        }
        Ok(Expanded {
            selections,
            nesting,
        })
    }

    fn within(&self, selections: usize) -> Result<(), Refusal> {
        let limit = self.limit;
        if selections > limit {
            Err(Refusal::TooManySelections { limit })
        } else {
            Ok(())
        }
    }
}
