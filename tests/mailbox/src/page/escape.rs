//! Makes text safe inside HTML, and inside the query of a link.

use crate::letter::urls;

/// Text for an element or a quoted attribute.
pub(super) fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            _ => html.push(c),
        }
    }
    html
}

/// Text whose http and https URLs can be clicked.
pub(super) fn linked(text: &str) -> String {
    let mut html = String::new();
    let mut done = 0;
    for range in urls(text) {
        let url = escaped(&text[range.clone()]);
        html.push_str(&escaped(&text[done..range.start]));
        html.push_str(&format!(r#"<a href="{url}">{url}</a>"#));
        done = range.end;
    }
    html.push_str(&escaped(&text[done..]));
    html
}

/// Text as a value in a query.
pub(super) fn query_value(text: &str) -> String {
    let encoded = |byte: u8| {
        if byte.is_ascii_alphanumeric() {
            char::from(byte).to_string()
        } else {
            format!("%{byte:02X}")
        }
    };
    text.bytes().map(encoded).collect()
}

#[cfg(test)]
mod tests {
    use super::{escaped, linked, query_value};

    #[test]
    fn nothing_becomes_markup() {
        assert_eq!(
            escaped(r#"<b a="1" b='2'>&"#),
            "&lt;b a=&quot;1&quot; b=&#39;2&#39;&gt;&amp;"
        );
    }

    #[test]
    fn only_web_links_can_be_clicked() {
        assert_eq!(
            linked("<see> https://a.test/?x=1&y=2, not javascript:alert(1)"),
            "&lt;see&gt; <a href=\"https://a.test/?x=1&amp;y=2\">https://a.test/?x=1&amp;y=2</a>, \
             not javascript:alert(1)"
        );
    }

    #[test]
    fn a_query_value_stays_one_value() {
        assert_eq!(query_value("a&b=c é"), "a%26b%3Dc%20%C3%A9");
    }
}
