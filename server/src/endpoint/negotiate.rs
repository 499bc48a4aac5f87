//! What the client sends and what it can read. Only JSON comes in: a form or `text/plain` is what a
//! foreign page can send without asking, and JSON is what it cannot.

use std::cmp::Reverse;

use poem::http::{HeaderMap, StatusCode, header};

use super::refusal::Refusal;

/// The two types an answer can have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Media {
    /// `application/json`: well-formed requests are answered with 200, also when they fail.
    #[default]
    Json,
    /// `application/graphql-response+json`: the status tells whether the operation ran.
    GraphQlResponse,
}

impl Media {
    pub fn content_type(self) -> &'static str {
        match self {
            Self::Json => "application/json; charset=utf-8",
            Self::GraphQlResponse => "application/graphql-response+json; charset=utf-8",
        }
    }

    /// The status of a well-formed request whose document was refused.
    pub fn request_error(self, status: StatusCode) -> StatusCode {
        match self {
            Self::Json => StatusCode::OK,
            Self::GraphQlResponse => status,
        }
    }
}

/// The answer's type: the preferred one of `Accept`, JSON when there is no preference.
pub(super) fn answer_type(headers: &HeaderMap) -> Result<Media, Refusal> {
    let mut ranges: Vec<(Media, u16)> = Vec::new();
    let mut named = false;
    for value in headers.get_all(header::ACCEPT) {
        let value = value.to_str().map_err(|_| Refusal::NotAcceptable)?;
        for range in value.split(',').filter(|range| !range.trim().is_empty()) {
            named = true;
            ranges.extend(offered(range));
        }
    }
    if !named {
        return Ok(Media::Json);
    }
    // Stable: of equals, the first named wins.
    ranges.sort_by_key(|&(_, weight)| Reverse(weight));
    match ranges.first() {
        Some(&(media, weight)) if weight > 0 => Ok(media),
        _ => Err(Refusal::NotAcceptable),
    }
}

/// A body is JSON in UTF-8, and neither compressed nor anything else.
pub(super) fn check_body_type(headers: &HeaderMap) -> Result<(), Refusal> {
    let encoded = headers
        .get_all(header::CONTENT_ENCODING)
        .iter()
        .any(|encoding| !encoding.as_bytes().eq_ignore_ascii_case(b"identity"));
    let mut types = headers.get_all(header::CONTENT_TYPE).iter();
    let json = match (types.next(), types.next()) {
        (Some(only), None) => only.to_str().is_ok_and(is_json),
        _ => false,
    };
    if json && !encoded {
        Ok(())
    } else {
        Err(Refusal::UnsupportedMediaType)
    }
}

fn is_json(content_type: &str) -> bool {
    let (essence, parameters) = split(content_type);
    essence.eq_ignore_ascii_case("application/json")
        && parameters.filter_map(pair).all(|(name, value)| {
            !name.eq_ignore_ascii_case("charset")
                || value.eq_ignore_ascii_case("utf-8")
                || value.eq_ignore_ascii_case("utf8")
        })
}

/// A range of `Accept` as one of our types and its weight in thousandths.
fn offered(range: &str) -> Option<(Media, u16)> {
    let (essence, parameters) = split(range);
    let media = match essence.to_ascii_lowercase().as_str() {
        "application/graphql-response+json" => Media::GraphQlResponse,
        "application/json" | "application/*" | "*/*" => Media::Json,
        _ => return None,
    };
    let weight = parameters
        .filter_map(pair)
        .find(|(name, _)| name.eq_ignore_ascii_case("q"))
        .map_or(Some(1.0), |(_, value)| value.parse::<f32>().ok())
        .filter(|weight| (0.0..=1.0).contains(weight))?;
    Some((media, (weight * 1000.0) as u16))
}

fn split(value: &str) -> (&str, impl Iterator<Item = &str>) {
    let mut parts = value.split(';').map(str::trim);
    (parts.next().unwrap_or_default(), parts)
}

fn pair(parameter: &str) -> Option<(&str, &str)> {
    let (name, value) = parameter.split_once('=')?;
    Some((name.trim(), value.trim().trim_matches('"')))
}
