//! Names and values that a browser sends.

use poem::error::ReadBodyError;
use poem::http::StatusCode;
use poem::web::{Form, Query};
use poem::{Body, FromRequest as _, Request, RequestBody};
use uuid::Uuid;

use super::AT_A_TIME;
use crate::error::FieldError;
use crate::words::one_line;

/// Names and values as they were sent.
#[derive(Clone, Debug, Default)]
pub struct Fields(pub Vec<(String, String)>);

impl Fields {
    pub async fn of_query(request: &Request) -> Self {
        let read = Query::<Vec<(String, String)>>::from_request_without_body(request).await;
        read.map(|Query(fields)| Self(fields)).unwrap_or_default()
    }

    /// The fields of a posted form, or the status that says why there are none.
    pub async fn of_body(request: &Request, body: Body, limit: usize) -> Result<Self, StatusCode> {
        let bytes = match body.into_bytes_limit(limit).await {
            Ok(bytes) => bytes,
            Err(ReadBodyError::PayloadTooLarge) => return Err(StatusCode::PAYLOAD_TOO_LARGE),
            Err(_) => return Err(StatusCode::BAD_REQUEST),
        };
        let mut body = RequestBody::new(Body::from_bytes(bytes));
        let read = Form::<Vec<(String, String)>>::from_request(request, &mut body).await;
        read.map(|Form(fields)| Self(fields))
            .map_err(|_| StatusCode::BAD_REQUEST)
    }

    /// The last value of that name: a browser sends the one that counts last.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .rev()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    /// The name that somebody typed into a form that takes something back: what ticks boxes and presses buttons by
    /// itself types no name.
    pub fn typed_name(&self) -> Option<&str> {
        self.get("name")
            .map(str::trim)
            .filter(|name| !name.is_empty())
    }

    /// What was typed under this name, without blanks around it.
    pub fn typed(&self, name: &str) -> String {
        self.get(name).unwrap_or_default().trim().to_owned()
    }

    /// Names each of these fields that nothing was typed into, with what to do: all at once, since nobody likes to be told one
    /// by one.
    pub fn missing(&self, needed: &[(&'static str, &str)], wrong: &mut Vec<FieldError>) {
        let missing = needed
            .iter()
            .filter(|(name, _)| self.typed(name).is_empty());
        wrong.extend(missing.map(|(name, message)| FieldError {
            name,
            message: (*message).into(),
        }));
    }

    pub fn is_ticked(&self, name: &str) -> bool {
        self.get(name) == Some("yes")
    }

    /// What was typed on one line under names such as `comment-A1`, with what comes after the prefix.
    pub fn typed_after(&self, prefix: &str) -> Vec<(String, String)> {
        let named = self.0.iter();
        let typed = named.filter_map(|(name, value)| Some((name.strip_prefix(prefix)?, value)));
        typed
            .map(|(after, value)| (after.to_owned(), one_line(value)))
            .collect()
    }

    /// The boxes that were ticked of names such as `gap-A1`: what comes after the prefix.
    pub fn ticked_after(&self, prefix: &str) -> Vec<String> {
        let typed = self.typed_after(prefix).into_iter();
        let ticked = typed.filter(|(_, value)| value == "yes");
        ticked.map(|(after, _)| after).collect()
    }

    /// The ids that were sent under that name, as many as a page can hold.
    pub fn ids(&self, name: &str) -> Vec<Uuid> {
        let named = self.0.iter().filter(|(known, _)| known == name);
        some(named.filter_map(|(_, value)| Uuid::parse_str(value).ok()))
    }

    /// The ids in names such as `decision-<id>`.
    pub fn ids_after(&self, prefix: &str) -> Vec<Uuid> {
        some(
            self.0
                .iter()
                .filter_map(|(name, _)| Uuid::parse_str(name.strip_prefix(prefix)?).ok()),
        )
    }
}

/// The first few, each once.
pub fn some(ids: impl Iterator<Item = Uuid>) -> Vec<Uuid> {
    let most = usize::try_from(AT_A_TIME).unwrap_or(usize::MAX);
    let mut seen = Vec::new();
    for id in ids {
        if seen.len() < most && !seen.contains(&id) {
            seen.push(id);
        }
    }
    seen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_read_once_and_no_more_than_a_page_holds() {
        let id = Uuid::from_u128(7).to_string();
        let fields = Fields(
            ["no uuid", &id, &id]
                .map(|value| ("request".to_owned(), value.to_owned()))
                .into(),
        );
        assert_eq!(fields.ids("request"), [Uuid::from_u128(7)]);
        let most = usize::try_from(AT_A_TIME).expect("a page's size");
        assert_eq!(some((0..200).map(Uuid::from_u128)).len(), most);
    }
}
