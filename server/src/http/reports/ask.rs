//! What stands behind an address's question mark.

use poem::Request;
use serde_json::Value as Json;

use crate::error::{Error, Result};
use crate::reading::Direction;
use crate::report::Asked;

/// What stands behind the question mark.
#[derive(Default)]
pub struct Parameters {
    pub asked: Asked,
    /// With a byte order mark.
    pub mark: bool,
}

impl Parameters {
    /// # Errors
    /// `INVALID_INPUT`, by the parameter's name.
    pub fn read(request: &Request) -> Result<Self> {
        let unreadable = |_| Error::field("query", "The address's query string cannot be read.");
        let given: Vec<(String, String)> = request.params().map_err(unreadable)?;
        let mut read = Self::default();
        let mut direction = Direction::Asc;
        for (name, value) in given {
            match name.as_str() {
                "where" => read.asked.filter = Some(json_of(&value)?),
                "orderBy" => read.asked.order = Some((value, Direction::Asc)),
                "direction" => direction = way(&value)?,
                "columns" => {
                    let names = value.split(',').map(|name| name.trim().to_owned());
                    read.asked.columns = Some(names.collect());
                }
                "bom" => read.mark = value == "1" || value == "true",
                _ => {
                    let told = format!(
                        "There is no parameter {name:?}: only where, orderBy, direction, columns and bom."
                    );
                    return Err(Error::field("query", told));
                }
            }
        }
        if let Some((_, way)) = &mut read.asked.order {
            *way = direction;
        }
        Ok(read)
    }
}

fn json_of(text: &str) -> Result<Json> {
    serde_json::from_str(text).map_err(|why| {
        let told = format!(
            "where is no JSON ({why}). Write it as in GraphQL's variables, such as {{\"state\": {{\"eq\": \"ACTIVE\"}}}}."
        );
        Error::field("where", told)
    })
}

fn way(text: &str) -> Result<Direction> {
    match text.to_ascii_uppercase().as_str() {
        "ASC" => Ok(Direction::Asc),
        "DESC" => Ok(Direction::Desc),
        _ => Err(Error::field("direction", "direction is ASC or DESC.")),
    }
}
