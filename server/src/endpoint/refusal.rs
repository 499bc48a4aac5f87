use std::time::Duration;

use async_graphql::{Pos, ServerError};
use poem::http::StatusCode;

use super::{cost::Cost, negotiate::Media};
use crate::ledger::Exhausted;

/// Why a request was not run. `code` is stable and for programs; the message says the limit and
/// what to do, and is for people: see `message.rs`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    MethodNotAllowed {
        allowed: &'static str,
        reason: &'static str,
    },
    UnsupportedMediaType,
    NotAcceptable,
    CrossSite {
        came_from: String,
        public_origin: String,
    },
    BodyTooLarge {
        limit: usize,
    },
    BodyTooSlow {
        limit: Duration,
    },
    BadRequest(String),
    BatchNotSupported,
    DocumentTooLarge {
        limit: usize,
    },
    TooManyTokens {
        limit: usize,
    },
    ParseFailed {
        message: String,
        at: Option<Pos>,
    },
    UnknownOperation(Option<String>),
    TooManySelections {
        limit: usize,
    },
    TooManyObjects {
        limit: usize,
    },
    TooManyValues {
        limit: usize,
    },
    TooManyInputValues {
        limit: usize,
    },
    TooManyAliases {
        limit: usize,
    },
    TooManySpreads {
        limit: usize,
    },
    TooManyDirectives {
        limit: usize,
    },
    TooDeep {
        limit: usize,
    },
    FragmentCycle(String),
    PageTooLarge {
        limit: usize,
        at: Pos,
    },
    IntrospectionNotAllowed,
    /// For [`super::Callers`]: the token or session is unknown, expired or revoked.
    Unauthenticated,
    /// For [`super::Callers`]: this caller asks too often.
    TooManyRequests {
        retry_after: Duration,
    },
    /// For [`super::Callers`]: this token has not so many points left.
    Exhausted(Exhausted),
    /// For [`super::Callers`]: who asks cannot be found out now.
    Unavailable,
    TimedOut {
        limit: Duration,
    },
}

impl Refusal {
    /// `extensions.code`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::MethodNotAllowed { .. } => "METHOD_NOT_ALLOWED",
            Self::UnsupportedMediaType => "UNSUPPORTED_MEDIA_TYPE",
            Self::NotAcceptable => "NOT_ACCEPTABLE",
            Self::CrossSite { .. } => "CROSS_SITE",
            Self::BodyTooLarge { .. } => "BODY_TOO_LARGE",
            Self::BodyTooSlow { .. } => "BODY_TOO_SLOW",
            Self::BadRequest(_) => "BAD_REQUEST",
            Self::BatchNotSupported => "BATCH_NOT_SUPPORTED",
            Self::DocumentTooLarge { .. } => "DOCUMENT_TOO_LARGE",
            Self::TooManyTokens { .. } => "TOO_MANY_TOKENS",
            Self::ParseFailed { .. } => "GRAPHQL_PARSE_FAILED",
            Self::UnknownOperation(_) => "UNKNOWN_OPERATION",
            Self::TooManySelections { .. } => "TOO_MANY_SELECTIONS",
            Self::TooManyObjects { .. } => "TOO_MANY_OBJECTS",
            Self::TooManyValues { .. } => "TOO_MANY_VALUES",
            Self::TooManyInputValues { .. } => "TOO_MANY_INPUT_VALUES",
            Self::TooManyAliases { .. } => "TOO_MANY_ALIASES",
            Self::TooManySpreads { .. } => "TOO_MANY_SPREADS",
            Self::TooManyDirectives { .. } => "TOO_MANY_DIRECTIVES",
            Self::TooDeep { .. } => "TOO_DEEP",
            Self::FragmentCycle(_) => "FRAGMENT_CYCLE",
            Self::PageTooLarge { .. } => "PAGE_TOO_LARGE",
            Self::IntrospectionNotAllowed => "INTROSPECTION_NOT_ALLOWED",
            Self::Unauthenticated => "UNAUTHENTICATED",
            Self::TooManyRequests { .. } | Self::Exhausted(_) => "TOO_MANY_REQUESTS",
            Self::Unavailable => "UNAVAILABLE",
            Self::TimedOut { .. } => "TIMED_OUT",
        }
    }

    /// The GraphQL-over-HTTP draft: what is wrong with the HTTP request has its own status for
    /// everybody; what is wrong with a well-formed request's document is 200 to clients that
    /// accept `application/json`, because older ones read a body only then.
    pub(super) fn status(&self, media: Media) -> StatusCode {
        match self {
            Self::MethodNotAllowed { .. } => StatusCode::METHOD_NOT_ALLOWED,
            Self::UnsupportedMediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::NotAcceptable => StatusCode::NOT_ACCEPTABLE,
            Self::CrossSite { .. } => StatusCode::FORBIDDEN,
            Self::BodyTooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
            Self::BodyTooSlow { .. } => StatusCode::REQUEST_TIMEOUT,
            Self::BadRequest(_) | Self::BatchNotSupported => StatusCode::BAD_REQUEST,
            Self::Unauthenticated => StatusCode::UNAUTHORIZED,
            Self::TooManyRequests { .. } | Self::Exhausted(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Unavailable | Self::TimedOut { .. } => StatusCode::SERVICE_UNAVAILABLE,
            Self::IntrospectionNotAllowed => media.request_error(StatusCode::FORBIDDEN),
            _ => media.request_error(StatusCode::BAD_REQUEST),
        }
    }

    /// What the caller hears of its cost, where that was the reason.
    pub(super) fn cost(&self) -> Option<Cost> {
        match self {
            Self::Exhausted(Exhausted(told)) => Some(Cost::Charged(*told)),
            _ => None,
        }
    }

    /// The error as it stands in the answer.
    pub(super) fn error(&self) -> ServerError {
        let at = match self {
            Self::ParseFailed { at, .. } => *at,
            Self::PageTooLarge { at, .. } => Some(*at),
            _ => None,
        };
        let mut error = ServerError::new(self.to_string(), at);
        error
            .extensions
            .get_or_insert_default()
            .set("code", self.code());
        error
    }
}

impl std::error::Error for Refusal {}
