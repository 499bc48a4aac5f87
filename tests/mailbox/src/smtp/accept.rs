//! Accepts a letter into the post office, unless a fault spoils it.

use std::io;

use tokio::io::AsyncBufReadExt as _;
use tokio::time::{sleep, timeout};

use super::Counter;
use super::converse::{Connection, LONGEST_SILENCE, Turn};
use super::receive::{Received, receive};
use super::reply::Reply;
use crate::Fault;

/// Reads the letter that belongs in this envelope and keeps it.
pub(super) async fn accept(
    connection: &mut Connection,
    from: String,
    to: Vec<String>,
    counter: &Counter,
) -> io::Result<Turn> {
    Reply::new(354, "end with a dot").say(connection).await?;
    if counter.faults.drop_before_dot(&to) {
        // Waits for the letter to begin, so that it is cut off in the middle.
        connection.fill_buf().await?;
        return Ok(Turn::Leave);
    }
    let received = receive(connection, counter.letter_bytes);
    let Ok(received) = timeout(LONGEST_SILENCE, received).await else {
        return Ok(Turn::Leave);
    };
    let Received::Whole(raw) = received? else {
        return Ok(Turn::Say(Reply::new(552, "that was too big")));
    };
    let fault = counter.faults.at_the_dot(&to);
    if let Some(Fault::RefuseLetter(refusal)) = fault {
        let reply = Reply::new(refusal.number(), "this letter is refused on request");
        return Ok(Turn::Say(reply));
    }
    counter.shelf.keep(from, to, raw);
    match fault {
        Some(Fault::DropAfterDot) => return Ok(Turn::Leave),
        Some(Fault::DelayReply(delay)) => sleep(delay).await,
        _ => {}
    }
    Ok(Turn::Say(Reply::ok()))
}
