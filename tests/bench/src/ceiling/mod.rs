//! What the portal is measured against: the same answers, each by one prepared statement, with no GraphQL, no sign-in
//! and no rules. Nothing could answer much faster from these tables.

mod csv;
mod group;
mod participant;
mod report;
mod submit;

use std::net::SocketAddr;

use poem::endpoint::EndpointExt as _;
use poem::listener::TcpListener;
use poem::{IntoResponse, Response, Route, Server, get, post};
use sea_orm::sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};

/// As many connections as the portal has.
const CONNECTIONS: u32 = 16;

pub async fn serve(database: &str, bind: SocketAddr) -> anyhow::Result<()> {
    let options: PgConnectOptions = database.parse()?;
    let pool: PgPool = PgPoolOptions::new()
        .max_connections(CONNECTIONS)
        .min_connections(CONNECTIONS)
        .test_before_acquire(false)
        .connect_with(options.options([("TimeZone", "UTC")]))
        .await?;
    let routes = Route::new()
        .at("/q1", post(participant::dashboard))
        .at("/q2", post(group::overview))
        .at("/q3", post(report::page))
        .at("/m1", post(submit::submit))
        .at("/reports/tasks.csv", get(csv::tasks))
        .data(pool);
    Server::new(TcpListener::bind(bind)).run(routes).await?;
    Ok(())
}

fn json(text: String) -> Response {
    text.with_content_type("application/json").into_response()
}

fn broken(error: sea_orm::sqlx::Error) -> poem::Error {
    poem::Error::from_string(
        error.to_string(),
        poem::http::StatusCode::INTERNAL_SERVER_ERROR,
    )
}
