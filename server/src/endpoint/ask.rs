//! The request's parameters, by POST or GET. Taken apart by hand, because deserializing into a
//! struct would also take a JSON list for one, and would say "invalid type" instead of what to do.

use async_graphql::{Name, Value, Variables};
use serde_json::{Map, Value as Json};

use super::refusal::Refusal;

/// What is asked: a document not yet parsed, and what to run it with.
#[derive(Debug, PartialEq)]
pub(super) struct Ask {
    pub query: String,
    pub operation_name: Option<String>,
    pub variables: Variables,
}

impl Ask {
    /// From a POST's body.
    pub fn from_json(body: &[u8]) -> Result<Self, Refusal> {
        let body = body.trim_ascii();
        match body.first() {
            None => {
                return Err(bad(
                    "The request has no body. Send a JSON object with `query`.",
                ));
            }
            Some(b'[') => return Err(Refusal::BatchNotSupported),
            Some(b'{') => {}
            Some(_) => return Err(bad("The body must be a JSON object with `query`.")),
        }
        let members: Map<String, Json> = serde_json::from_slice(body)
            .map_err(|error| bad(&format!("The body is not valid JSON: {error}.")))?;
        Self::from_members(members)
    }

    /// From a GET's query string, where `variables` and `extensions` are JSON in a string.
    pub fn from_parameters(parameters: Vec<(String, String)>) -> Result<Self, Refusal> {
        let mut members = Map::new();
        for (name, text) in parameters {
            let value = match name.as_str() {
                "query" | "operationName" => Json::String(text),
                "variables" | "extensions" => serde_json::from_str(&text)
                    .map_err(|error| bad(&format!("`{name}` is not valid JSON: {error}.")))?,
                _ => continue,
            };
            if members.insert(name.clone(), value).is_some() {
                return Err(bad(&format!("`{name}` is given twice.")));
            }
        }
        Self::from_members(members)
    }

    fn from_members(mut members: Map<String, Json>) -> Result<Self, Refusal> {
        let query = match members.remove("query") {
            Some(Json::String(query)) => query,
            Some(Json::Null) | None => {
                return Err(bad("`query` is missing: it holds the GraphQL document."));
            }
            Some(other) => return Err(wrong("query", "a string", &other)),
        };
        let operation_name = match members.remove("operationName") {
            Some(Json::String(name)) => Some(name),
            Some(Json::Null) | None => None,
            Some(other) => return Err(wrong("operationName", "a string or null", &other)),
        };
        let variables = object(&mut members, "variables")?;
        object(&mut members, "extensions")?; // Checked as the draft asks; none is known here.
        Ok(Self {
            query,
            operation_name,
            variables: to_variables(variables)?,
        })
    }
}

fn object(members: &mut Map<String, Json>, name: &str) -> Result<Map<String, Json>, Refusal> {
    match members.remove(name) {
        Some(Json::Object(object)) => Ok(object),
        Some(Json::Null) | None => Ok(Map::new()),
        Some(other) => Err(wrong(name, "an object or null", &other)),
    }
}

fn to_variables(members: Map<String, Json>) -> Result<Variables, Refusal> {
    let mut variables = Variables::default();
    for (name, value) in members {
        let value = Value::from_json(value)
            .map_err(|error| bad(&format!("The variable \"{name}\" cannot be read: {error}.")))?;
        variables.insert(Name::new(name), value);
    }
    Ok(variables)
}

fn wrong(name: &str, wanted: &str, given: &Json) -> Refusal {
    let given = match given {
        Json::Null => "null",
        Json::Bool(_) => "a boolean",
        Json::Number(_) => "a number",
        Json::String(_) => "a string",
        Json::Array(_) => "a list",
        Json::Object(_) => "an object",
    };
    bad(&format!("`{name}` must be {wanted}; it was {given}."))
}

fn bad(reason: &str) -> Refusal {
    Refusal::BadRequest(reason.to_owned())
}
