//! The parts of a letter, decoded.

use mail_parser::{HeaderForm, Message, MessageParser, MessagePart, MimeHeaders as _, PartType};

use super::Letter;

impl Letter {
    /// The decoded subject; empty when there is none.
    pub fn subject(&self) -> String {
        self.header("Subject").unwrap_or_default()
    }

    /// The first header of this name, unfolded and decoded.
    pub fn header(&self, name: &str) -> Option<String> {
        self.parsed()?
            .header_as(name, HeaderForm::Text)
            .first()?
            .as_text()
            .map(|value| value.trim().to_owned())
    }

    /// The Message-ID without its angle brackets.
    pub fn message_id(&self) -> Option<String> {
        self.parsed()?.message_id().map(str::to_owned)
    }

    /// The decoded plain text part, its line ends as sent; empty when the letter has none.
    pub fn text(&self) -> String {
        let text = self.parsed().and_then(|message| {
            message.text_bodies().find_map(|part| match &part.body {
                PartType::Text(text) => Some(text.to_string()),
                _ => None,
            })
        });
        text.unwrap_or_default()
    }

    /// The decoded HTML part; empty when the letter has none.
    pub fn html(&self) -> String {
        let html = self.parsed().and_then(|message| {
            message.html_bodies().find_map(|part| match &part.body {
                PartType::Html(html) => Some(html.to_string()),
                _ => None,
            })
        });
        html.unwrap_or_default()
    }

    /// The files that came with it, decoded: name, media type without its parameters, and content.
    pub fn files(&self) -> Vec<(String, String, Vec<u8>)> {
        let Some(message) = self.parsed() else {
            return Vec::new();
        };
        let file = |part: &MessagePart<'_>| {
            let name = part.attachment_name().unwrap_or_default().to_owned();
            let kind = part.content_type().map_or_else(String::new, |kind| {
                format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or_default())
            });
            (name, kind, part.contents().to_vec())
        };
        message.attachments().map(file).collect()
    }

    /// Every header in order, unfolded, otherwise as sent.
    pub(crate) fn headers(&self) -> Vec<(String, String)> {
        let Some(message) = self.parsed() else {
            return Vec::new();
        };
        message
            .headers_raw()
            .map(|(name, raw)| (name.to_owned(), unfolded(raw)))
            .collect()
    }

    fn parsed(&self) -> Option<Message<'_>> {
        MessageParser::default().parse(&self.raw)
    }
}

fn unfolded(raw: &str) -> String {
    raw.split_whitespace().collect::<Vec<_>>().join(" ")
}
