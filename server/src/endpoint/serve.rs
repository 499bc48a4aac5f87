use std::sync::Arc;

use async_graphql::{
    Executor, Request, Response,
    parser::types::{ExecutableDocument, OperationType},
};
use poem::{Body, Endpoint, http::Method};
use tokio::time::timeout;

use super::{
    answer,
    ask::Ask,
    body,
    callers::{Callers, Introspection},
    cost::Cost,
    cross_site::{self, PublicOrigin},
    document,
    known::Known,
    limits::Limits,
    measure::{self, Measured},
    negotiate,
    nulls::Nulls,
    order::Asked,
    refusal::Refusal,
    roots::AsksSchema,
    tally,
};

/// The `/graphql` endpoint over a schema, and over [`Callers`] that tell it who is asking.
pub struct GraphQl<S, C> {
    schema: S,
    callers: C,
    public_origin: PublicOrigin,
    limits: Limits,
    nulls: Nulls,
    known: Known,
}

impl<S: Executor, C: Callers> GraphQl<S, C> {
    pub fn new(schema: S, callers: C, public_origin: PublicOrigin, limits: Limits) -> Self {
        Self {
            schema,
            callers,
            public_origin,
            limits,
            nulls: Nulls::default(),
            known: Known::default(),
        }
    }
}

impl<S: Executor, C: Callers> Endpoint for GraphQl<S, C> {
    type Output = poem::Response;

    /// Never an error: a refusal is an answer as well.
    async fn call(&self, mut request: poem::Request) -> poem::Result<poem::Response> {
        let body = request.take_body();
        let accepted = negotiate::answer_type(request.headers());
        let media = accepted.clone().unwrap_or_default();
        let answer = match accepted {
            Ok(_) => self.answer(&request, body).await,
            Err(refusal) => Err(refusal),
        };
        Ok(match answer {
            Ok((response, cost)) => answer::executed(media, response, cost),
            Err(refusal) => {
                tracing::info!(code = refusal.code(), "refused a GraphQL request");
                answer::refused(media, &refusal)
            }
        })
    }
}

impl<S: Executor, C: Callers> GraphQl<S, C> {
    async fn answer(&self, request: &poem::Request, body: Body) -> Result<Answered, Refusal> {
        let ask = self.ask(request, body).await?;
        let checked = self.check(request.method(), ask)?;
        let limit = self.limits.deadline;
        timeout(limit, self.run(request, checked))
            .await
            .unwrap_or(Err(Refusal::TimedOut { limit }))
    }

    /// Reads the request, if it comes the right way and from the right place.
    async fn ask(&self, request: &poem::Request, body: Body) -> Result<Ask, Refusal> {
        let headers = request.headers();
        match *request.method() {
            Method::POST => {
                cross_site::check(headers, &self.public_origin)?;
                negotiate::check_body_type(headers)?;
                Ask::from_json(&body::read(headers, body, &self.limits).await?)
            }
            Method::GET => {
                cross_site::check(headers, &self.public_origin)?;
                Ask::from_parameters(self.parameters(request)?)
            }
            _ => Err(Refusal::MethodNotAllowed {
                allowed: "GET, POST",
                reason: "Send operations by POST. A query may come by GET.",
            }),
        }
    }

    fn parameters(&self, request: &poem::Request) -> Result<Vec<(String, String)>, Refusal> {
        let limit = self.limits.body_bytes;
        if request
            .uri()
            .query()
            .is_some_and(|query| query.len() > limit)
        {
            return Err(Refusal::BodyTooLarge { limit });
        }
        request.params().map_err(|_| {
            Refusal::BadRequest("The address's query string cannot be read.".to_owned())
        })
    }

    /// Everything that needs neither the schema nor the caller.
    fn check(&self, method: &Method, ask: Ask) -> Result<Checked, Refusal> {
        let Ask {
            query,
            operation_name,
            mut variables,
        } = ask;
        let document = self.known.parse(&query, &self.limits)?;
        let operation = &document::operation(&document, operation_name.as_deref())?.node;
        let kind = operation.ty;
        if method == Method::GET && kind != OperationType::Query {
            return Err(Refusal::MethodNotAllowed {
                allowed: "POST",
                reason: "Only a query may come by GET. Send this operation by POST.",
            });
        }
        document::fill_defaults(&mut variables, operation);
        tally::check(&document, &variables, &self.limits)?;
        let measured = measure::check(&document, operation, &variables, &self.limits)?;
        let mut request = Request::new(query).variables(variables);
        request.operation_name = operation_name;
        Ok(Checked {
            request,
            document,
            kind,
            measured,
        })
    }

    async fn run(&self, from: &poem::Request, checked: Checked) -> Result<Answered, Refusal> {
        let Checked {
            mut request,
            document,
            kind,
            measured,
        } = checked;
        let points = measured.points;
        let caller = self.callers.identify(from, points, kind).await?;
        if caller.introspection == Introspection::Refused {
            if measured.asks_schema == AsksSchema::Whole {
                return Err(Refusal::IntrospectionNotAllowed);
            }
            request = request.disable_introspection();
        }
        request.data = caller.data;
        let asked = Asked::new(&document, &request);
        request.set_parsed_query(Arc::unwrap_or_clone(document));
        let mut response = self.schema.execute(request).await;
        if !response.errors.is_empty() {
            let name = asked.operation_name.as_deref();
            let nulls = &self.nulls;
            nulls
                .write(&self.schema, &asked.query, name, &mut response)
                .await;
        }
        asked.restore(&mut response);
        Ok((response, caller.cost))
    }
}

/// A request that has passed, parsed once.
struct Checked {
    request: Request,
    document: Arc<ExecutableDocument>,
    kind: OperationType,
    measured: Measured,
}

/// What came of it, and what the caller hears of its cost.
type Answered = (Response, Option<Cost>);
