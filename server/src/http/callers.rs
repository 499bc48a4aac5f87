//! Who asks: a session's cookie, a reporting tool's key, or nobody yet.

use std::time::Duration;

use async_graphql::Data;
use async_graphql::parser::types::OperationType;
use poem::Request;
use sea_orm::ConnectionTrait;

use super::client::address;
use crate::access::Actor;
use crate::account::{self, Limiter, Visit, cookie_name, sign_in_cookie_name};
use crate::endpoint::{Caller, Callers, Cost, Introspection, Refusal};
use crate::error::Error;
use crate::portal::Portal;
use crate::reading::Reader;
use crate::schema::Loads;
use crate::token::{self, Recognised};

/// Knows people by their sessions and tools by their keys.
#[derive(Clone, Debug)]
pub struct Sessions {
    pub portal: Portal,
    pub limiter: Limiter,
}

impl Callers for Sessions {
    async fn identify(
        &self,
        request: &Request,
        points: usize,
        operation: OperationType,
    ) -> Result<Caller, Refusal> {
        let look = self.portal.db.look();
        let actor = self.actor(request, &look).await?;
        if operation == OperationType::Mutation {
            look.rest().await;
        }
        let cost = self.cost(&actor, points)?;
        let introspection = if matches!(actor, Actor::Anonymous) && !self.portal.config.demo {
            Introspection::Refused
        } else {
            Introspection::Allowed
        };
        let mut data = Data::default();
        data.insert(self.visit(request));
        data.insert(self.limiter.clone());
        data.insert(Loads::new(Reader::through(look, &self.portal, actor)));
        Ok(Caller {
            data,
            introspection,
            cost,
        })
    }
}

impl Sessions {
    /// Who asks.
    ///
    /// # Errors
    /// A key that is not valid, or a database that does not answer. A session that is over is nobody: its owner signs
    /// in again.
    pub async fn actor(
        &self,
        request: &Request,
        db: &impl ConnectionTrait,
    ) -> Result<Actor, Refusal> {
        if let Some(header) = request.header("authorization") {
            let Some(secret) = header.strip_prefix("Bearer ") else {
                return Err(Refusal::Unauthenticated);
            };
            return match token::recognise(&self.portal, db, secret.trim())
                .await
                .map_err(unavailable)?
            {
                Recognised::Valid(actor) => Ok(actor),
                Recognised::Invalid => {
                    // Keys cannot be guessed, but trying must not be free either.
                    self.limit(request)?;
                    Err(Refusal::Unauthenticated)
                }
            };
        }
        match request.cookie().get(cookie_name(&self.portal)) {
            Some(cookie) => account::recognise(&self.portal, db, cookie.value_str())
                .await
                .map_err(unavailable),
            None => Ok(Actor::Anonymous),
        }
    }

    /// Lets each network address try only so often.
    ///
    /// # Errors
    /// That it has.
    pub fn limit(&self, request: &Request) -> Result<(), Refusal> {
        let ip = address(request, &self.portal.config.trusted_proxies);
        self.limiter
            .check(ip)
            .map_err(|_| Refusal::TooManyRequests {
                retry_after: Duration::from_secs(60),
            })
    }

    /// Has a tool pay for what it asks; people may ask as much as they like.
    fn cost(&self, actor: &Actor, points: usize) -> Result<Option<Cost>, Refusal> {
        match actor {
            Actor::Anonymous => Ok(None),
            Actor::Token(token) => {
                let told = token::charge(&self.portal, token, points);
                Ok(Some(Cost::Charged(told.map_err(Refusal::Exhausted)?)))
            }
            _ => Ok(Some(Cost::Weighed(points))),
        }
    }

    fn visit(&self, request: &Request) -> Visit {
        Visit {
            ip: address(request, &self.portal.config.trusted_proxies),
            user_agent: request.header("user-agent").unwrap_or_default().to_owned(),
            browser: request
                .cookie()
                .get(sign_in_cookie_name(&self.portal))
                .map(|cookie| cookie.value_str().to_owned()),
        }
    }
}

fn unavailable(error: Error) -> Refusal {
    tracing::error!(?error, "nobody could be recognised");
    Refusal::Unavailable
}
