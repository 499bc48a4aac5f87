//! Where in the list stands what: columns are found by their names, in any order, among any others.

use crate::error::{Error, Result};

/// A row of one file, asked by the names of its columns.
pub struct Row<'r> {
    columns: &'r Columns,
    fields: &'r [String],
}

/// The columns of one file.
pub struct Columns {
    names: Vec<String>,
}

impl Columns {
    /// Reads the first line.
    ///
    /// # Errors
    /// `INVALID_INPUT` that names what is missing; of several names one is enough.
    pub fn read(names: Vec<String>, needed: &[&[&str]]) -> Result<Self> {
        let columns = Self { names };
        let missing: Vec<String> = needed
            .iter()
            .filter(|names| names.iter().all(|name| columns.place(name).is_none()))
            .map(|names| names.join("” or “"))
            .collect();
        if missing.is_empty() {
            return Ok(columns);
        }
        let why = format!(
            "The first line of the file has no column “{}”. Is it a CSV file of “Get Information about Schools”?",
            missing.join("”, no “")
        );
        Err(Error::field("file", why))
    }

    /// The row with these fields.
    pub fn row<'r>(&'r self, fields: &'r [String]) -> Row<'r> {
        Row {
            columns: self,
            fields,
        }
    }

    fn place(&self, name: &str) -> Option<usize> {
        let is_it = |known: &String| known.eq_ignore_ascii_case(name);
        self.names.iter().position(is_it)
    }
}

impl Row<'_> {
    /// What the row says there; nothing where it says nothing or the file has no such column.
    pub fn text(&self, name: &str) -> Option<&str> {
        let field = self.fields.get(self.columns.place(name)?)?;
        (!field.is_empty()).then_some(field)
    }
}
