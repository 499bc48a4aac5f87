//! What the server says.

use std::io;

use tokio::io::{AsyncWrite, AsyncWriteExt};

/// A reply: its code, and one line of text or several.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Reply {
    code: u16,
    lines: Vec<String>,
}

impl Reply {
    pub(super) fn new(code: u16, text: impl Into<String>) -> Self {
        Self {
            code,
            lines: vec![text.into()],
        }
    }

    pub(super) fn ok() -> Self {
        Self::new(250, "OK")
    }

    /// The reply to EHLO.
    pub(super) fn extensions(letter_bytes: usize) -> Self {
        Self {
            code: 250,
            lines: vec![
                "mailbox".to_owned(),
                "PIPELINING".to_owned(),
                format!("SIZE {letter_bytes}"),
                "8BITMIME".to_owned(),
            ],
        }
    }

    /// Says it, at once.
    pub(super) async fn say(&self, to: &mut (impl AsyncWrite + Unpin)) -> io::Result<()> {
        let last = self.lines.len() - 1;
        let mut text = String::new();
        for (index, line) in self.lines.iter().enumerate() {
            let mark = if index == last { ' ' } else { '-' };
            text.push_str(&format!("{}{mark}{line}\r\n", self.code));
        }
        to.write_all(text.as_bytes()).await?;
        to.flush().await
    }
}
