//! A school that somebody chose.

use super::queries::FoundSchool;

/// A school that somebody chose: enough to name it, and its id, which is what the server wants.
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen {
    pub id: String,
    pub name: String,
    pub town: String,
}

/// Stands between the parts of one that is written down; no name has it.
const BETWEEN: char = '\t';

impl Chosen {
    /// As it is kept in a form's field.
    pub fn write(&self) -> String {
        [&*self.id, &*self.name, &*self.town].join("\t")
    }

    /// Reads what [`Self::write`] wrote; none where nothing was chosen.
    pub fn read(text: &str) -> Option<Chosen> {
        let mut parts = text.split(BETWEEN).map(String::from);
        Some(Chosen {
            id: parts.next().filter(|id| !id.is_empty())?,
            name: parts.next()?,
            town: parts.next()?,
        })
    }

    /// As people call it.
    pub fn words(&self) -> String {
        place([&self.name, &self.town])
    }
}

impl From<&FoundSchool> for Chosen {
    fn from(school: &FoundSchool) -> Self {
        Chosen {
            id: school.id.inner().into(),
            name: school.name.clone(),
            town: school.town.clone(),
        }
    }
}

/// What is known of a place, on one line; the list does not know everything of every school.
pub fn place<'p>(parts: impl IntoIterator<Item = &'p String>) -> String {
    let known: Vec<&str> = parts
        .into_iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    known.join(", ")
}
