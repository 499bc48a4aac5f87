//! One connection, from greeting to goodbye.

use std::io;
use std::time::Duration;

use tokio::io::BufReader;
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::Counter;
use super::accept::accept;
use super::command::Command;
use super::envelope::Envelope;
use super::line::{self, Line};
use super::reply::Reply;

/// RFC 5321, 4.5.3.2.7.
pub(super) const LONGEST_SILENCE: Duration = Duration::from_secs(5 * 60);

pub(super) type Connection = BufReader<TcpStream>;

/// What the server does next.
pub(super) enum Turn {
    Say(Reply),
    SayGoodbye(Reply),
    /// Hangs up without a word.
    Leave,
}

/// Takes letters until the client quits, hangs up or falls silent, or a fault ends it.
pub(super) async fn converse(stream: TcpStream, counter: Counter) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let mut connection = BufReader::new(stream);
    let mut envelope = Envelope::default();
    let mut turn = Turn::Say(Reply::new(220, "mailbox ESMTP"));
    loop {
        match turn {
            Turn::Say(reply) => reply.say(&mut connection).await?,
            Turn::SayGoodbye(reply) => return reply.say(&mut connection).await,
            Turn::Leave => return Ok(()),
        }
        turn = match timeout(LONGEST_SILENCE, line::next(&mut connection)).await {
            Err(_) => Turn::SayGoodbye(Reply::new(421, "silent for too long")),
            Ok(line) => match line? {
                Line::End => Turn::Leave,
                Line::TooLong => Turn::Say(Reply::new(500, "line too long")),
                Line::Whole(line) => match Command::parse(&line) {
                    Ok(command) => obey(command, &mut connection, &mut envelope, &counter).await?,
                    Err(misunderstanding) => Turn::Say(misunderstanding),
                },
            },
        };
    }
}

async fn obey(
    command: Command<'_>,
    connection: &mut Connection,
    envelope: &mut Envelope,
    counter: &Counter,
) -> io::Result<Turn> {
    Ok(Turn::Say(match command {
        Command::Ehlo => {
            envelope.hello();
            Reply::extensions(counter.letter_bytes)
        }
        Command::Helo => {
            envelope.hello();
            Reply::new(250, "mailbox")
        }
        Command::Mail {
            from,
            announced_bytes,
        } => envelope.mail(from, announced_bytes, counter),
        Command::Rcpt { to } => envelope.rcpt(to, counter),
        Command::Rset => {
            envelope.reset();
            Reply::ok()
        }
        Command::Noop => Reply::ok(),
        Command::Vrfy => Reply::new(252, "cannot verify, but send it"),
        Command::Quit => return Ok(Turn::SayGoodbye(Reply::new(221, "goodbye"))),
        Command::Data => match envelope.close() {
            Ok((from, to)) => return accept(connection, from, to, counter).await,
            Err(refusal) => refusal,
        },
    }))
}
