//! How a request may come: its method, its types, and the page that it comes from.

use reqwest::{Client, Method};
use serde_json::json;
use tests::Portal;

use super::sent::Sent;

const ASK: &str = r#"{"query":"{ __typename }"}"#;
const SIGN_OUT: &str = "mutation { signOut }";

/// What a foreign page can make a browser send without asking first, and what we do not read.
const TYPES: [&str; 9] = [
    "",
    "text/plain",
    "text/plain;charset=UTF-8",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/graphql",
    "text/json",
    "application/json; charset=iso-8859-1",
    "application/json-patch+json",
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_json_comes_in() {
    let (portal, client) = (Portal::start().await, Client::new());
    for content_type in TYPES {
        let sent = Sent::body(ASK).header("content-type", content_type);
        let received = sent.send(&client, portal.url()).await;
        let told = (received.status, received.code.as_str());
        assert_eq!(
            told,
            (415, "UNSUPPORTED_MEDIA_TYPE"),
            "{content_type:?}: {}",
            received.text
        );
    }
    let form = Sent::body("query=%7B__typename%7D").header("content-type", TYPES[3]);
    assert_eq!(form.send(&client, portal.url()).await.status, 415);
    let file = "--x\r\nContent-Disposition: form-data; name=\"operations\"\r\n\r\n{\"query\":\"{ __typename }\"}\r\n--x--\r\n";
    let multipart = Sent::body(file).header("content-type", TYPES[4]);
    assert_eq!(multipart.send(&client, portal.url()).await.status, 415);
    for encoding in ["gzip", "br", "deflate"] {
        let sent = Sent::body(ASK).header("content-encoding", encoding);
        assert_eq!(
            sent.send(&client, portal.url()).await.status,
            415,
            "{encoding}"
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn answers_are_json_or_none() {
    let (portal, client) = (Portal::start().await, Client::new());
    for accept in [
        "text/html",
        "image/*",
        "application/json;q=0",
        "application/xml, text/*",
    ] {
        let received = Sent::body(ASK)
            .header("accept", accept)
            .send(&client, portal.url())
            .await;
        assert_eq!(
            (received.status, received.code.as_str()),
            (406, "NOT_ACCEPTABLE"),
            "{accept}"
        );
    }
    for accept in [
        "*/*",
        "application/*",
        "application/json",
        "application/graphql-response+json",
    ] {
        let received = Sent::body(ASK)
            .header("accept", accept)
            .send(&client, portal.url())
            .await;
        assert_eq!(
            (received.status, received.code.as_str()),
            (200, "no code"),
            "{accept}"
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_done_by_reading() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let before = portal.dump().await;
    let mutation = Sent::get("query=mutation%20%7B%20signOut%20%7D");
    let received = mutation.send(ada.client(), portal.url()).await;
    assert_eq!(
        (received.status, received.code.as_str()),
        (405, "METHOD_NOT_ALLOWED")
    );
    assert!(!received.sets_cookie);
    for method in [Method::PUT, Method::PATCH, Method::DELETE, Method::OPTIONS] {
        let sent = Sent::document(SIGN_OUT).method(method.clone());
        assert_eq!(
            sent.send(ada.client(), portal.url()).await.status,
            405,
            "{method}"
        );
    }
    assert_eq!(before.differing(&portal.dump().await), Vec::<&str>::new());
    assert!(!ada.query("{ me { person { id } } }", json!({})).await["me"].is_null());
}

/// Signed in, so that a browser would send the cookie along.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_other_page_acts_for_somebody_signed_in() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let ours = portal.url().to_owned();
    let foreign = [
        ("https://evil.test", ""),
        ("null", ""),
        ("https://evil.test", "same-origin"),
        (ours.as_str(), "cross-site"),
        (ours.as_str(), "same-site"),
        ("", "cross-site"),
        ("", "same-site"),
        ("http://127.0.0.1", ""),
        ("http://localhost", ""),
    ];
    let before = portal.dump().await;
    for (origin, site) in foreign {
        let sent = Sent::document(SIGN_OUT)
            .header("origin", origin)
            .header("sec-fetch-site", site);
        let received = sent.send(ada.client(), &ours).await;
        let told = (received.status, received.code.as_str());
        assert_eq!(
            told,
            (403, "CROSS_SITE"),
            "{origin:?} {site:?}: {}",
            received.text
        );
        assert!(!received.sets_cookie);
        let read = Sent::get("query=%7B__typename%7D")
            .header("origin", origin)
            .header("sec-fetch-site", site);
        assert_eq!(
            read.send(ada.client(), &ours).await.code,
            "CROSS_SITE",
            "{origin:?} {site:?}"
        );
    }
    assert_eq!(before.differing(&portal.dump().await), Vec::<&str>::new());
    for (origin, site) in [
        ("", ""),
        (ours.as_str(), "same-origin"),
        (ours.as_str(), ""),
        ("", "none"),
    ] {
        let sent = Sent::body(ASK)
            .header("origin", origin)
            .header("sec-fetch-site", site);
        assert_eq!(
            sent.send(ada.client(), &ours).await.code,
            "no code",
            "{origin:?} {site:?}"
        );
    }
}
