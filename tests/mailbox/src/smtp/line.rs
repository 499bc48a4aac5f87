//! Command lines, bounded however long the client makes them.

use std::io;

use tokio::io::{AsyncBufRead, AsyncBufReadExt as _, AsyncReadExt as _};

/// RFC 5321 asks for 512 octets; extensions add to that.
const LONGEST: u64 = 2_048;

pub(super) enum Line {
    Whole(Vec<u8>),
    /// Longer than anything sensible; read to its end and thrown away.
    TooLong,
    /// The client has hung up.
    End,
}

/// Reads the next command line, without its line ending.
pub(super) async fn next(reader: &mut (impl AsyncBufRead + Unpin)) -> io::Result<Line> {
    let mut line = Vec::new();
    let mut is_too_long = false;
    loop {
        line.clear();
        let mut bounded = (&mut *reader).take(LONGEST);
        if bounded.read_until(b'\n', &mut line).await? == 0 {
            return Ok(Line::End);
        }
        if line.last() == Some(&b'\n') {
            break;
        }
        is_too_long = true;
    }
    if is_too_long {
        return Ok(Line::TooLong);
    }
    line.pop();
    if line.last() == Some(&b'\r') {
        line.pop();
    }
    Ok(Line::Whole(line))
}
