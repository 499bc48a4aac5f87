//! A letter's lines, from DATA to the final dot.

use std::io;

use tokio::io::{AsyncBufRead, AsyncBufReadExt as _, AsyncReadExt as _};

/// Read at a time of a line that does not end.
const CHUNK: u64 = 8_192;

pub(super) enum Received {
    Whole(Vec<u8>),
    /// More than is allowed; read to its end and thrown away.
    TooBig,
}

/// Reads a letter and takes out the dots that SMTP adds (RFC 5321, 4.5.2). Only CRLF ends a line:
/// a dot between bare LFs is text, or letters could be smuggled inside letters.
pub(super) async fn receive(
    reader: &mut (impl AsyncBufRead + Unpin),
    allowed_bytes: usize,
) -> io::Result<Received> {
    let mut letter = Vec::new();
    let mut is_too_big = false;
    let mut chunk = Vec::new();
    let mut at_line_start = true;
    let mut after_cr = false;
    loop {
        chunk.clear();
        let mut bounded = (&mut *reader).take(CHUNK);
        if bounded.read_until(b'\n', &mut chunk).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        if at_line_start && chunk == b".\r\n" {
            break;
        }
        let text = match chunk.strip_prefix(b".") {
            Some(unstuffed) if at_line_start => unstuffed,
            _ => &chunk,
        };
        is_too_big |= letter.len() + text.len() > allowed_bytes;
        if is_too_big {
            letter = Vec::new();
        } else {
            letter.extend_from_slice(text);
        }
        at_line_start = chunk.ends_with(b"\r\n") || after_cr && chunk == b"\n";
        after_cr = chunk.ends_with(b"\r");
    }
    Ok(if is_too_big {
        Received::TooBig
    } else {
        Received::Whole(letter)
    })
}

#[cfg(test)]
mod tests {
    use super::{CHUNK, Received, receive};

    async fn received(sent: &str, allowed_bytes: usize) -> Option<String> {
        match receive(&mut sent.as_bytes(), allowed_bytes).await.unwrap() {
            Received::Whole(letter) => Some(String::from_utf8(letter).unwrap()),
            Received::TooBig => None,
        }
    }

    #[tokio::test]
    async fn added_dots_go_and_others_stay() {
        let letter = received("..one\r\n...two\r\na.b\r\n.c\r\n.\r\n", 100).await;
        assert_eq!(letter.as_deref(), Some(".one\r\n..two\r\na.b\r\nc\r\n"));
    }

    #[tokio::test]
    async fn only_crlf_dot_crlf_ends_a_letter() {
        let letter = received("a\n.\nb\n.\r\nc\r\n.\n\r\n.\r\n", 100).await;
        assert_eq!(letter.as_deref(), Some("a\n.\nb\n.\r\nc\r\n\n\r\n"));
    }

    #[tokio::test]
    async fn a_line_end_may_fall_between_two_reads() {
        let long = "x".repeat(CHUNK as usize - 1);
        let letter = received(&format!("{long}\r\n.\r\n"), 10_000).await;
        assert_eq!(letter, Some(format!("{long}\r\n")));
    }

    #[tokio::test]
    async fn a_letter_has_a_greatest_size() {
        assert_eq!(received("12\r\n.\r\n", 4).await.as_deref(), Some("12\r\n"));
        assert_eq!(received("12\r\n.\r\n", 3).await, None);
        assert_eq!(received("12345\r\n\r\n.\r\n", 3).await, None);
    }

    #[tokio::test]
    async fn a_letter_cut_short_is_none() {
        assert!(receive(&mut "a\r\n.".as_bytes(), 100).await.is_err());
    }
}
