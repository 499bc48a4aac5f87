//! A browser sends our cookie along with requests that a foreign page made. Browsers also say where
//! a request comes from; those that come from elsewhere are refused. The request's own `Host` proves
//! nothing here (whoever rebinds a name chooses it): the comparison is with `PUBLIC_URL`.

use std::{fmt, str::FromStr};

use poem::http::{HeaderMap, HeaderValue, Uri, header};

use super::refusal::Refusal;

/// Refuses what a browser sends on behalf of another site. A request with a bearer token and no
/// cookie is let through: no browser adds a token by itself.
pub(super) fn check(headers: &HeaderMap, ours: &PublicOrigin) -> Result<(), Refusal> {
    if headers.contains_key(header::AUTHORIZATION) && !headers.contains_key(header::COOKIE) {
        return Ok(());
    }
    let foreign_origin = headers
        .get_all(header::ORIGIN)
        .iter()
        .find(|origin| !ours.is(origin));
    let foreign_site = headers
        .get_all("sec-fetch-site")
        .iter()
        .find(|site| !matches!(site.as_bytes(), b"same-origin" | b"none"));
    let came_from = match (foreign_origin, foreign_site) {
        (None, None) => return Ok(()),
        (Some(origin), _) if origin.as_bytes() != b"null" => {
            String::from_utf8_lossy(origin.as_bytes())
                .chars()
                .take(200)
                .collect()
        }
        _ => "another site".to_owned(),
    };
    Err(Refusal::CrossSite {
        came_from,
        public_origin: ours.to_string(),
    })
}

/// Whether another site made a browser send this: the same rule, for doors that are no GraphQL.
pub fn is_foreign(headers: &HeaderMap, ours: &PublicOrigin) -> bool {
    check(headers, ours).is_err()
}

/// The origin of `PUBLIC_URL`, written the way browsers write `Origin`: lower case, without path,
/// without the scheme's own port.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicOrigin(String);

impl PublicOrigin {
    fn is(&self, origin: &HeaderValue) -> bool {
        origin.as_bytes() == self.0.as_bytes()
    }
}

impl FromStr for PublicOrigin {
    type Err = NotAnOrigin;

    fn from_str(public_url: &str) -> Result<Self, NotAnOrigin> {
        let refused = || NotAnOrigin(public_url.to_owned());
        let uri: Uri = public_url.trim().parse().map_err(|_| refused())?;
        let scheme = uri.scheme_str().ok_or_else(refused)?.to_ascii_lowercase();
        let host = uri
            .host()
            .filter(|host| !host.is_empty())
            .ok_or_else(refused)?;
        let own_port = match scheme.as_str() {
            "https" => 443,
            "http" => 80,
            _ => return Err(refused()),
        };
        let host = host.to_ascii_lowercase();
        Ok(Self(match uri.port_u16() {
            Some(port) if port != own_port => format!("{scheme}://{host}:{port}"),
            _ => format!("{scheme}://{host}"),
        }))
    }
}

impl fmt::Display for PublicOrigin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// `PUBLIC_URL` was not an `http` or `https` address.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not an address such as https://portal.example.org")]
pub struct NotAnOrigin(String);
