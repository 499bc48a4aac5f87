//! The doors: one route table.

pub mod assets;
mod callers;
mod client;
mod headers;
mod health;
mod papers;
mod patience;
mod reports;
mod say;
mod signed;
mod squeeze;
mod visitors;

use poem::endpoint::BoxEndpoint;
use poem::middleware::{CatchPanic, CookieJarManager};
use poem::{EndpointExt as _, IntoEndpoint as _, Route, get};

use crate::account::Limiter;
use crate::endpoint::{GraphQl, PublicOrigin};
use crate::portal::Portal;
use crate::report::Places;
use crate::schema::schema;
use crate::{agreement, approval, invitation};

use callers::Sessions;
pub use patience::Patient;

/// Everything that answers over HTTP.
///
/// # Errors
/// A `PUBLIC_URL` that is no origin.
pub fn routes(portal: Portal) -> anyhow::Result<BoxEndpoint<'static>> {
    let origin: PublicOrigin = portal
        .config
        .public_url
        .parse()
        .map_err(|why| anyhow::anyhow!("PUBLIC_URL cannot be used: {why}"))?;
    let sessions = Sessions {
        portal: portal.clone(),
        limiter: Limiter::default(),
    };
    let graphql = GraphQl::new(
        schema(portal.clone()),
        sessions.clone(),
        origin.clone(),
        portal.config.limits.clone(),
    );
    let places = Places::new(&portal.db);
    let app = Route::new()
        .at("/graphql", graphql)
        .at("/schema.graphql", get(assets::sdl.data(sessions.clone())))
        .at("/graphiql", get(assets::graphiql.data(sessions.clone())))
        .at(
            "/reports/:name",
            get(reports::download)
                .head(reports::download)
                .data(sessions.clone())
                .data(places.clone()),
        )
        .at(
            "/reports/at/:secret/:name",
            get(reports::download_at)
                .head(reports::download_at)
                .data(sessions.clone())
                .data(places),
        )
        .at(
            "/signed-agreements/:name",
            get(signed::download).data(sessions.clone()),
        )
        .at(
            "/agreement-scans/:id",
            get(papers::download).data(sessions.clone()),
        )
        .nest(
            papers::PLACE,
            Route::new()
                .at("/:id/paper", get(papers::show).post(papers::take))
                .at("/:id/support-agreement-to-sign.pdf", get(papers::blank))
                .data(sessions.clone())
                .data(origin)
                .with(visitors::Visitors)
                .with(headers::OfficePages),
        )
        .at("/healthz", get(health::alive))
        .at("/readyz", get(health::ready))
        .nest("/assets", get(assets::hashed))
        .nest("/graphiql-assets", get(assets::graphiql_file))
        .nest(
            "/l",
            approval::routes()
                .with(squeeze::Squeeze)
                .with(headers::LinkPages),
        )
        .nest(
            "/agreement",
            agreement::routes()
                .with(visitors::Visitors)
                .with(squeeze::Squeeze)
                .with(headers::LinkPages),
        )
        .nest(
            "/invitation",
            invitation::routes()
                .with(squeeze::Squeeze)
                .with(headers::LinkPages),
        )
        .nest(
            agreement::PROOF_PLACE,
            agreement::proof_routes()
                .data(sessions.limiter.clone())
                .with(visitors::Visitors)
                .with(squeeze::Squeeze)
                .with(headers::LinkPages),
        )
        .nest_no_strip("/api", get(assets::nothing))
        .nest("/", get(assets::app.data(sessions)));
    Ok(app
        .data(portal)
        .with(CookieJarManager::new())
        .with(CatchPanic::new())
        .with(headers::Everywhere)
        .map_to_response()
        .into_endpoint()
        .boxed())
}
