use std::fmt;

use super::refusal::Refusal;

/// What is wrong, the limit, and what to do, in plain English.
impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MethodNotAllowed { reason, .. } => f.write_str(reason),
            Self::UnsupportedMediaType => f.write_str(
                "Send the request as JSON: `Content-Type: application/json` in UTF-8, without content encoding.",
            ),
            Self::NotAcceptable => f.write_str(
                "Answers come as `application/graphql-response+json` or `application/json`. Name one of them in `Accept`.",
            ),
            Self::CrossSite { came_from, public_origin } => write!(
                f,
                "This request came from {came_from}. A browser may only ask from {public_origin}: open the portal there.",
            ),
            Self::BodyTooLarge { limit } => write!(
                f,
                "The request is larger than {limit} bytes. Send less at once.",
            ),
            Self::BodyTooSlow { limit } => write!(
                f,
                "The request did not arrive within {} seconds. Send it again.",
                limit.as_secs(),
            ),
            Self::BadRequest(reason) => f.write_str(reason),
            Self::BatchNotSupported => f.write_str(
                "Several operations in one request are not supported. Send one JSON object a request.",
            ),
            Self::DocumentTooLarge { limit } => write!(
                f,
                "The GraphQL document is larger than {limit} bytes. Move values to variables, or ask in several requests.",
            ),
            Self::TooManyTokens { limit } => write!(
                f,
                "The GraphQL document is longer than {limit} words and signs. Move values to variables, or ask in several requests.",
            ),
            Self::ParseFailed { message, .. } => f.write_str(message),
            Self::UnknownOperation(Some(name)) => write!(
                f,
                "The document has no operation named \"{name}\". Check `operationName`.",
            ),
            Self::UnknownOperation(None) => f.write_str(
                "The document has several operations. Say in `operationName` which one to run.",
            ),
            Self::TooManySelections { limit } => write!(
                f,
                "With its fragments written out the document selects more than {limit} fields. Ask in several requests.",
            ),
            Self::TooManyObjects { limit } => write!(
                f,
                "The answer could hold more than {limit} objects. Ask for smaller pages, or nest fewer lists.",
            ),
            Self::TooManyValues { limit } => write!(
                f,
                "The answer could hold more than {limit} values. Ask for smaller pages, or for fewer fields.",
            ),
            Self::TooManyInputValues { limit } => write!(
                f,
                "The variables put more than {limit} values into the document. Use large variables fewer times.",
            ),
            Self::TooManyAliases { limit } => write!(
                f,
                "The document has more than {limit} aliases. Ask in several requests.",
            ),
            Self::TooManySpreads { limit } => write!(
                f,
                "The document spreads fragments more than {limit} times. Ask in several requests.",
            ),
            Self::TooManyDirectives { limit } => write!(
                f,
                "The document has more than {limit} directives. Leave out what is not wanted before sending.",
            ),
            Self::TooDeep { limit } => write!(
                f,
                "The document is nested more than {limit} levels deep. Ask for the inner things in a request of their own.",
            ),
            Self::FragmentCycle(name) => write!(
                f,
                "The fragment \"{name}\" contains itself. Remove the spread that leads back to it.",
            ),
            Self::PageTooLarge { limit, .. } => write!(
                f,
                "`first` and `last` are whole numbers from 0 to {limit}. Ask for the rest with `after` or `before`.",
            ),
            Self::IntrospectionNotAllowed => f.write_str(
                "The schema is shown to signed-in people and to API tokens. Sign in, or read it at /schema.graphql.",
            ),
            Self::Unauthenticated => f.write_str(
                "The session or token is unknown, has expired or was revoked. Sign in again, or use another token.",
            ),
            Self::TooManyRequests { retry_after } => write!(
                f,
                "Too many requests. Try again in {} seconds.",
                retry_after.as_secs().max(1),
            ),
            Self::Exhausted(why) => why.fmt(f),
            Self::Unavailable => {
                f.write_str("The portal cannot answer at the moment. Nothing was changed; try again soon.")
            }
            Self::TimedOut { limit } => write!(
                f,
                "The operation did not finish within {} seconds and was stopped. Look whether a change was made before you repeat it.",
                limit.as_secs(),
            ),
        }
    }
}
