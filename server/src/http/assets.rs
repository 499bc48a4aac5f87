//! The app and its files: from the disk in a debug build, from inside the program in a release.

use std::sync::LazyLock;

use poem::http::{HeaderMap, StatusCode, header};
use poem::web::Data;
use poem::{Request, Response, handler};
use rust_embed::{EmbeddedFile, RustEmbed};

use super::callers::Sessions;
use crate::access::{self, Actor, ReadReports};
use crate::schema;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../frontend/dist"]
#[allow_missing = true]
struct Dist;

/// What a browser may do with the app: run our WASM, talk to us, and nothing else.
const APP_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// GraphiQL puts styles into the page by script.
const GRAPHIQL_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; \
    worker-src 'self' blob:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

/// Names that carry a hash never change what they name.
const FOREVER: &str = "public, max-age=31536000, immutable";

/// The address of the stylesheet that link pages use too; none before the bundle is built.
pub fn stylesheet() -> Option<String> {
    static NAME: LazyLock<Option<String>> = LazyLock::new(|| {
        let manifest = Dist::get("assets/manifest.json")?;
        let names: serde_json::Value = serde_json::from_slice(&manifest.data).ok()?;
        Some(format!("/assets/{}", names.get("portal.css")?.as_str()?))
    });
    NAME.clone()
}

/// The app, for every address that is a page of it.
#[handler]
pub fn app(request: &Request) -> Response {
    page(request)
}

/// The same, for a door that shares its addresses with the app.
pub fn page(request: &Request) -> Response {
    let name = request.uri().path().rsplit('/').next().unwrap_or_default();
    if name.contains('.') {
        return missing();
    }
    match best(request.headers(), "index.html") {
        Some((file, encoding)) => answer("index.html", file, encoding, "no-cache", APP_POLICY),
        None => Response::builder()
            .status(StatusCode::SERVICE_UNAVAILABLE)
            .content_type("text/plain; charset=utf-8")
            .body("The app has not been built yet: run `cargo xtask bundle`.\n"),
    }
}

/// A file whose name carries its hash.
#[handler]
pub fn hashed(request: &Request) -> Response {
    file(request, "assets", FOREVER, APP_POLICY)
}

/// The query tool: for people who read reports, and for everybody in the demo.
#[handler]
pub async fn graphiql(request: &Request, sessions: Data<&Sessions>) -> Response {
    let actor = sessions
        .actor(request, &sessions.portal.db.read)
        .await
        .unwrap_or(Actor::Anonymous);
    if !sessions.portal.config.demo && access::entitle::<ReadReports>(&actor).is_err() {
        return missing();
    }
    match best(request.headers(), "graphiql/index.html") {
        Some((file, encoding)) => answer("index.html", file, encoding, "no-cache", GRAPHIQL_POLICY),
        None => missing(),
    }
}

/// A file of the query tool.
#[handler]
pub fn graphiql_file(request: &Request) -> Response {
    file(request, "graphiql", FOREVER, GRAPHIQL_POLICY)
}

/// The schema as text, for those who may also ask the endpoint for it.
#[handler]
pub async fn sdl(request: &Request, sessions: Data<&Sessions>) -> Response {
    static SDL: LazyLock<String> = LazyLock::new(schema::sdl);
    let actor = sessions
        .actor(request, &sessions.portal.db.read)
        .await
        .unwrap_or(Actor::Anonymous);
    if !sessions.portal.config.demo && matches!(actor, Actor::Anonymous) {
        return Response::builder()
            .status(StatusCode::UNAUTHORIZED)
            .content_type("text/plain; charset=utf-8")
            .body("Sign in, or send an API token as a bearer, to read the schema.\n");
    }
    Response::builder()
        .content_type("text/plain; charset=utf-8")
        .body(SDL.as_str())
}

/// There is nothing here, and the app must not pretend so.
#[handler]
pub fn nothing() -> Response {
    missing()
}

fn file(request: &Request, folder: &str, caching: &str, policy: &str) -> Response {
    let path = request.uri().path().trim_start_matches('/');
    let path = format!("{folder}/{path}");
    match best(request.headers(), &path) {
        Some((file, encoding)) => answer(&path, file, encoding, caching, policy),
        None => missing(),
    }
}

/// The smallest form of the file that the browser takes.
fn best(headers: &HeaderMap, path: &str) -> Option<(EmbeddedFile, Option<&'static str>)> {
    let accepted = headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let takes = |name: &str| {
        accepted.split(',').any(|part| {
            part.trim() == name
                || part.trim().starts_with(&format!("{name};q=")) && !part.ends_with("q=0")
        })
    };
    for (name, suffix) in [("br", ".br"), ("gzip", ".gz")] {
        if takes(name)
            && let Some(file) = Dist::get(&format!("{path}{suffix}"))
        {
            return Some((file, Some(name)));
        }
    }
    Dist::get(path).map(|file| (file, None))
}

fn answer(
    path: &str,
    file: EmbeddedFile,
    encoding: Option<&str>,
    caching: &str,
    policy: &str,
) -> Response {
    let mime = mime_guess::from_path(path).first_or_octet_stream();
    let charset = if mime.type_() == "text" {
        "; charset=utf-8"
    } else {
        ""
    };
    let mut response = Response::builder()
        .content_type(format!("{mime}{charset}"))
        .header(header::CACHE_CONTROL, caching)
        .header(header::CONTENT_SECURITY_POLICY, policy)
        .header(header::VARY, "accept-encoding");
    if let Some(encoding) = encoding {
        response = response.header(header::CONTENT_ENCODING, encoding);
    }
    response.body(file.data.into_owned())
}

fn missing() -> Response {
    Response::builder()
        .status(StatusCode::NOT_FOUND)
        .content_type("text/plain; charset=utf-8")
        .body("There is nothing at this address.\n")
}
