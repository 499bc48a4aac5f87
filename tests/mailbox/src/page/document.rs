//! A whole HTML page, with the headers that keep letters from doing harm.

use poem::Response;
use poem::http::StatusCode;
use poem::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};

/// A page of ours may load its stylesheet, frame a letter and send its search form.
const OUR_POLICY: &str = "default-src 'none'; style-src 'self'; frame-src 'self'; \
    form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// A page of ours. `title` is text, `main` is HTML.
pub(super) fn document(title: &str, main: &str) -> Response {
    let title = super::escape::escaped(title);
    let html = format!(
        r#"<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="stylesheet" href="/page.css">
</head>
<body>
<main>
{main}
</main>
</body>
</html>
"#
    );
    response("text/html; charset=utf-8", OUR_POLICY, html)
}

/// The page for a letter that is not here.
pub(super) fn missing() -> Response {
    let mut page = document(
        "Letter not found – Mailbox (demo)",
        "<h1>Letter not found</h1>\n\
         <p>It never came, was cleared away, or made room for newer ones.</p>\n\
         <p><a href=\"/\">All letters</a></p>",
    );
    page.set_status(StatusCode::NOT_FOUND);
    page
}

/// Any answer, under a content security policy.
pub(super) fn response(content_type: &str, policy: &str, body: impl Into<poem::Body>) -> Response {
    Response::builder()
        .header(CONTENT_TYPE, content_type)
        .header(CONTENT_SECURITY_POLICY, policy)
        .header(X_CONTENT_TYPE_OPTIONS, "nosniff")
        // A letter's link may be a secret, and the next page need not know where it was clicked.
        .header(REFERRER_POLICY, "no-referrer")
        .header(CACHE_CONTROL, "no-store")
        .body(body)
}
