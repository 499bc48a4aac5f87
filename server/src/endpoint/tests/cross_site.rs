//! Where a browser's request may come from.

use poem::http::StatusCode;

use super::scratch::{HELLO, PUBLIC_URL, answer, get, post};
use crate::endpoint::PublicOrigin;

#[tokio::test]
async fn a_browser_asks_from_our_pages_only() {
    let ours = PUBLIC_URL;
    for (headers, allowed) in [
        (vec![], true),
        (vec![("origin", ours)], true),
        (
            vec![("origin", ours), ("sec-fetch-site", "same-origin")],
            true,
        ),
        (vec![("sec-fetch-site", "none")], true),
        (vec![("sec-fetch-site", "same-site")], false),
        (vec![("sec-fetch-site", "cross-site")], false),
        (
            vec![("origin", ours), ("sec-fetch-site", "cross-site")],
            false,
        ),
        (vec![("origin", "null")], false),
        (vec![("origin", "http://portal.example.org")], false),
        (vec![("origin", "https://portal.example.org:444")], false),
        (
            vec![("origin", "https://portal.example.org.evil.example")],
            false,
        ),
        (
            vec![("origin", "https://evil.example"), ("host", "evil.example")],
            false,
        ),
        (
            vec![
                ("origin", "https://evil.example"),
                ("sec-fetch-site", "same-origin"),
            ],
            false,
        ),
        (
            vec![("origin", ours), ("origin", "https://evil.example")],
            false,
        ),
    ] {
        for cookie in [true, false] {
            let mut request = post();
            if cookie {
                request = request.header("cookie", "__Host-session=1");
            }
            let request = headers
                .iter()
                .fold(request, |request, (k, v)| request.header(*k, *v));
            let answer = answer(request.body(HELLO)).await;
            assert_eq!(
                answer.status == StatusCode::OK,
                allowed,
                "{headers:?}: {}",
                answer.text
            );
            assert_eq!(answer.code() == "CROSS_SITE", !allowed, "{headers:?}");
        }
        let program = headers
            .iter()
            .fold(post(), |request, (k, v)| request.header(*k, *v));
        let program = program.header("authorization", "Bearer known");
        assert_eq!(
            answer(program.body(HELLO)).await.status,
            StatusCode::OK,
            "{headers:?}"
        );
    }
    let both = post()
        .header("authorization", "Bearer known")
        .header("cookie", "a=b");
    let both = both.header("origin", "https://evil.example").body(HELLO);
    assert_eq!(answer(both).await.code(), "CROSS_SITE");
    let read = get("query=%7Bhello%7D")
        .header("cookie", "a=b")
        .header("sec-fetch-site", "cross-site");
    assert_eq!(answer(read.finish()).await.code(), "CROSS_SITE");
}

#[test]
fn the_public_origin_is_written_as_browsers_do() {
    for (url, origin) in [
        ("https://Portal.Example.org", "https://portal.example.org"),
        (
            "https://portal.example.org:443/app/",
            "https://portal.example.org",
        ),
        ("http://localhost:80", "http://localhost"),
        ("http://localhost:8000/", "http://localhost:8000"),
        ("http://[::1]:8000", "http://[::1]:8000"),
    ] {
        assert_eq!(
            url.parse::<PublicOrigin>()
                .map(|origin| origin.to_string())
                .as_deref(),
            Ok(origin)
        );
    }
    for url in [
        "",
        "portal.example.org",
        "/graphql",
        "ftp://portal.example.org",
        "https://",
    ] {
        assert!(url.parse::<PublicOrigin>().is_err(), "{url}");
    }
}
