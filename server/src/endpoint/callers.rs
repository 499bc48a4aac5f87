use std::future::Future;

use async_graphql::{Data, parser::types::OperationType};

use super::{cost::Cost, refusal::Refusal};

/// Finds out who is asking. Called once a request, after its document has been measured, so that a
/// refused document costs no query; its time counts towards the deadline.
///
/// `points` is what the request costs; whoever has a limit pays here, before it runs. `operation`
/// is what it is about to do.
///
/// No session and no token is a caller too (someone about to sign in). A session or token that is
/// wrong is [`Refusal::Unauthenticated`]; [`Refusal::TooManyRequests`], [`Refusal::Exhausted`] and
/// [`Refusal::Unavailable`] are for the implementation as well.
pub trait Callers: Send + Sync {
    fn identify(
        &self,
        request: &poem::Request,
        points: usize,
        operation: OperationType,
    ) -> impl Future<Output = Result<Caller, Refusal>> + Send;
}

/// Who is asking: what the resolvers may know of it, and whether the schema is shown.
#[derive(Default)]
pub struct Caller {
    /// Becomes the request's data: `ctx.data::<Actor>()` finds what was inserted here.
    pub data: Data,
    pub introspection: Introspection,
    /// What it hears of the cost; nothing where it is none.
    pub cost: Option<Cost>,
}

/// Whether `__schema` and `__type` are answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Introspection {
    Allowed,
    /// `__schema` is refused, and `__type` finds nothing: what one may not see does not exist.
    #[default]
    Refused,
}
