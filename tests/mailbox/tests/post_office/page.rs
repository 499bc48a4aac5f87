//! People read the letters of a demo.

use std::net::SocketAddr;

use mailbox::Mailbox;
use tokio::net::TcpStream;

use crate::client::{Client, fetch, post};

async fn opened() -> (Mailbox, SocketAddr) {
    let mailbox = Mailbox::start().await.unwrap();
    let anywhere = "127.0.0.1:0".parse().unwrap();
    let http = mailbox.serve_page(anywhere).await.unwrap();
    (mailbox, http)
}

#[tokio::test]
async fn an_empty_mailbox_says_so() {
    let (_mailbox, http) = opened().await;
    let page = fetch(http, "/").await;
    assert!(page.contains("<title>Mailbox (demo)</title>"));
    assert!(page.contains("No letters yet."));
    assert!(fetch(http, "/page.css").await.contains("max-width"));
    assert!(fetch(http, "/letters/1").await.starts_with("HTTP/1.1 404"));
}

#[tokio::test]
async fn what_a_letter_says_never_becomes_markup() {
    let (mailbox, http) = opened().await;
    let subject = "<script>alert('s')</script>";
    let text = "<img src=x onerror=alert(1)> \"https://a.test/l/x?a=1&b=2\" javascript:alert(2)";
    post(&mailbox, "\"<b>\"@school.test", subject, text).await;
    let search = fetch(http, "/?q=%22%3E%3Cscript%3E").await;
    assert!(search.contains("value=\"&quot;&gt;&lt;script&gt;\""));
    assert!(search.contains("No letters match “&quot;&gt;&lt;script&gt;”"));
    for page in [
        fetch(http, "/").await,
        fetch(http, "/letters/1").await,
        search,
    ] {
        let lower = page.to_lowercase();
        assert!(!lower.contains("<script"), "{page}");
        assert!(!lower.contains("<img"), "{page}");
        assert!(!lower.contains("<b>"), "{page}");
        assert!(!lower.contains("href=\"javascript"), "{page}");
        assert!(lower.contains("content-security-policy: default-src 'none'; style-src 'self'"));
        assert!(lower.contains("referrer-policy: no-referrer"));
    }
    let letter = fetch(http, "/letters/1").await;
    assert!(letter.contains("<a href=\"https://a.test/l/x?a=1&amp;b=2\">"));
    assert!(letter.contains("This letter has no HTML part."));
}

#[tokio::test]
async fn a_letters_html_is_kept_in_a_frame() {
    let (mailbox, http) = opened().await;
    let mut client = Client::greet(&mailbox).await;
    let letter = "Subject: Styled\r\nContent-Type: text/html; charset=utf-8\r\n\r\n\
        <!doctype html><html><HEAD><title>x</title></head><body><a href=\"/l/1\">Go</a>";
    assert_eq!(client.send("ada@school.test", letter).await, 250);
    let page = fetch(http, "/letters/1").await;
    assert!(page.contains("This letter has no text part."));
    assert!(page.contains(
        "src=\"/letters/1/html\" sandbox=\"allow-popups allow-popups-to-escape-sandbox \
         allow-top-navigation-by-user-activation\""
    ));
    let frame = fetch(http, "/letters/1/html").await;
    assert!(frame.contains("<!doctype html><html><HEAD><base target=\"_top\"><title>"));
    let policy = "form-action 'none'; frame-ancestors 'self'; sandbox allow-popups";
    assert!(frame.contains(policy), "{frame}");
    assert!(!frame.contains("allow-scripts"));
    let raw = fetch(http, "/letters/1/raw").await;
    assert!(raw.contains("content-type: text/plain"));
    assert!(raw.contains("Subject: Styled\r\nContent-Type: text/html"));
}

#[tokio::test]
async fn letters_are_found_and_turned_over() {
    let (mailbox, http) = opened().await;
    for number in 1..=51 {
        let recipient = format!("person{number}@school.test");
        post(&mailbox, &recipient, &format!("Letter {number}"), "").await;
    }
    let first = fetch(http, "/").await;
    assert!(first.contains("1 to 50 of 51"));
    assert!(first.contains(">Letter 51</a>"));
    assert!(!first.contains(">Letter 1</a>"));
    assert!(first.contains("<a rel=\"next\" href=\"/?q=&amp;page=2\">Older</a>"));
    for path in ["/?q=&page=2", "/?page=99"] {
        let last = fetch(http, path).await;
        assert!(last.contains("51 to 51 of 51"), "{last}");
        assert!(last.contains(">Letter 1</a>"));
    }
    assert!(fetch(http, "/?page=x").await.contains("1 to 50 of 51"));
    let found = fetch(http, "/?q=+PERSON7%40").await;
    assert!(found.contains("1 to 1 of 1,"));
    assert!(found.contains(">Letter 7</a>"));
}

#[tokio::test]
async fn scripts_read_json() {
    let (mailbox, http) = opened().await;
    post(&mailbox, "ada@school.test", "One", "https://a.test/l/x").await;
    post(&mailbox, "bo@school.test", "Two", "").await;
    let answer = fetch(http, "/api/letters.json?q=ada").await;
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    assert!(head.contains("content-type: application/json"));
    let letters: serde_json::Value = serde_json::from_str(body).unwrap();
    assert_eq!(letters.as_array().unwrap().len(), 1);
    assert_eq!(letters[0]["number"], 1);
    assert_eq!(letters[0]["to"][0], "ada@school.test");
    assert_eq!(letters[0]["links"][0], "https://a.test/l/x");
}

#[tokio::test]
async fn the_pages_close_with_the_last_handle() {
    let (mailbox, http) = opened().await;
    fetch(http, "/").await;
    drop(mailbox);
    // The listener goes in its own task; connecting fails as soon as it has.
    while TcpStream::connect(http).await.is_ok() {
        tokio::task::yield_now().await;
    }
}
