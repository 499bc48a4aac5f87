//! From text to a parsed document, without letting the parser be the weapon: it descends once a
//! bracket, in the lists and objects of arguments without any bound of its own, so a few kilobytes
//! of `[` would overflow the stack and end the process.

use async_graphql::parser::{
    parse_query,
    types::{DocumentOperations, ExecutableDocument, OperationDefinition},
};
use async_graphql::{Positioned, Variables};

use super::{limits::Limits, refusal::Refusal};

/// Brackets within brackets that the parser is given, and fragments and fields within each other
/// that a document may expand to. The library refuses more than this many of the latter.
pub(super) const NESTING: usize = 32;

/// Parses the document, once and for all.
pub(super) fn parse(query: &str, limits: &Limits) -> Result<ExecutableDocument, Refusal> {
    if query.len() > limits.document_bytes {
        return Err(Refusal::DocumentTooLarge {
            limit: limits.document_bytes,
        });
    }
    let shape = shape(query.as_bytes());
    if shape.nesting > NESTING {
        return Err(Refusal::TooDeep { limit: NESTING });
    }
    if shape.tokens > limits.tokens {
        return Err(Refusal::TooManyTokens {
            limit: limits.tokens,
        });
    }
    parse_query(query).map_err(|error| {
        let at = error.positions().next();
        let text = error.to_string();
        // The parser's text is a drawing of the line with an arrow; its last line says what is meant.
        let reason = text.rsplit(" = ").next().unwrap_or_default().trim();
        let message = match at {
            Some(at) => format!(
                "The document is not valid GraphQL at line {}, column {}: {reason}.",
                at.line, at.column,
            ),
            None => format!("The document is not valid GraphQL: {reason}."),
        };
        Refusal::ParseFailed { message, at }
    })
}

/// The operation that will run, chosen as the specification says.
pub(super) fn operation<'d>(
    document: &'d ExecutableDocument,
    name: Option<&str>,
) -> Result<&'d Positioned<OperationDefinition>, Refusal> {
    let found = match (&document.operations, name) {
        (DocumentOperations::Single(only), None) => Some(only),
        (DocumentOperations::Single(_), Some(_)) => None,
        (DocumentOperations::Multiple(operations), Some(name)) => operations.get(name),
        (DocumentOperations::Multiple(operations), None) if operations.len() == 1 => {
            operations.values().next()
        }
        (DocumentOperations::Multiple(_), None) => None,
    };
    found
        .ok_or_else(|| Refusal::UnknownOperation(name.map(|name| name.chars().take(100).collect())))
}

/// Gives variables that were left out their default. The library does so for arguments but not for
/// `@skip` and `@include`, and we want to measure the very values that it will use.
pub(super) fn fill_defaults(variables: &mut Variables, operation: &OperationDefinition) {
    for definition in &operation.variable_definitions {
        if let Some(default) = &definition.node.default_value
            && !variables.contains_key(&definition.node.name.node)
        {
            variables.insert(definition.node.name.node.clone(), default.node.clone());
        }
    }
}

/// What the parser will have to do.
#[derive(Default)]
struct Shape {
    /// The deepest nesting of brackets.
    nesting: usize,
    /// Names, numbers, strings and punctuation.
    tokens: usize,
}

/// The document's shape outside strings and comments. What the parser takes for a string must be one
/// here: a `"""` that is never closed is, to the parser, an empty string and more text.
fn shape(text: &[u8]) -> Shape {
    let (mut shape, mut depth, mut at) = (Shape::default(), 0_usize, 0);
    let mut unclosed = false; // Found once, so that no other `"""` need search to the end again.
    while let Some(&byte) = text.get(at) {
        at += 1;
        match byte {
            b' ' | b'\t' | b'\n' | b'\r' | b',' => continue,
            b'#' => {
                at += line_length(&text[at..]);
                continue;
            }
            b'{' | b'[' | b'(' => {
                depth += 1;
                shape.nesting = shape.nesting.max(depth);
            }
            b'}' | b']' | b')' => depth = depth.saturating_sub(1),
            b'"' if text[at..].starts_with(b"\"\"") => {
                let length = if unclosed {
                    None
                } else {
                    block_length(&text[at + 2..])
                };
                unclosed = length.is_none();
                at += length.map_or(1, |length| length + 2);
            }
            b'"' => at += string_length(&text[at..]),
            _ if is_of_name(byte) => at += name_length(&text[at..]),
            _ => {}
        }
        shape.tokens += 1;
    }
    shape
}

fn is_of_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

fn name_length(text: &[u8]) -> usize {
    text.iter()
        .position(|&byte| !is_of_name(byte))
        .unwrap_or(text.len())
}

fn line_length(text: &[u8]) -> usize {
    text.iter()
        .position(|byte| matches!(byte, b'\n' | b'\r'))
        .unwrap_or(text.len())
}

/// Up to and including the closing quote, or to the end of the line, where a string cannot go on.
fn string_length(text: &[u8]) -> usize {
    let mut at = 0;
    while let Some(&byte) = text.get(at) {
        at += 1;
        match byte {
            b'\\' => at += 1,
            b'"' | b'\n' | b'\r' => break,
            _ => {}
        }
    }
    at
}

/// Up to and including the closing `"""`, if there is one.
fn block_length(text: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        let rest = text.get(at..)?;
        if rest.starts_with(b"\"\"\"") {
            return Some(at + 3);
        }
        at += if rest.starts_with(b"\\\"\"\"") { 4 } else { 1 };
    }
}
