//! What a client may say.

use super::address;
use super::reply::Reply;

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Command<'a> {
    Ehlo,
    Helo,
    Mail {
        from: &'a str,
        announced_bytes: Option<usize>,
    },
    Rcpt {
        to: &'a str,
    },
    Data,
    Rset,
    Noop,
    Vrfy,
    Quit,
}

impl<'a> Command<'a> {
    /// Understands a line, or says what is wrong with it.
    pub(super) fn parse(line: &'a [u8]) -> Result<Self, Reply> {
        let line = std::str::from_utf8(line)
            .map_err(|_| Reply::new(500, "a command is ASCII"))?
            .trim_end();
        let (verb, argument) = line.split_once(' ').unwrap_or((line, ""));
        match verb.to_ascii_uppercase().as_str() {
            "EHLO" => named(argument).map(|()| Self::Ehlo),
            "HELO" => named(argument).map(|()| Self::Helo),
            "MAIL" => mail(argument),
            "RCPT" => rcpt(argument),
            "DATA" => alone(argument).map(|()| Self::Data),
            "RSET" => alone(argument).map(|()| Self::Rset),
            "QUIT" => alone(argument).map(|()| Self::Quit),
            "NOOP" => Ok(Self::Noop),
            "VRFY" => Ok(Self::Vrfy),
            "STARTTLS" | "AUTH" | "EXPN" | "HELP" | "BDAT" => {
                Err(Reply::new(502, "this post office does not do that"))
            }
            _ => Err(Reply::new(500, "unknown command")),
        }
    }
}

fn named(argument: &str) -> Result<(), Reply> {
    if argument.trim().is_empty() {
        return Err(Reply::new(501, "say who you are"));
    }
    Ok(())
}

fn alone(argument: &str) -> Result<(), Reply> {
    if argument.trim().is_empty() {
        return Ok(());
    }
    Err(Reply::new(501, "this command takes no argument"))
}

fn mail(argument: &str) -> Result<Command<'_>, Reply> {
    let (from, parameters) = after_keyword(argument, "FROM:")
        .and_then(address::split)
        .ok_or_else(|| Reply::new(501, "expected MAIL FROM:<address>"))?;
    let mut announced_bytes = None;
    for parameter in parameters.split_ascii_whitespace() {
        let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
        match (name.to_ascii_uppercase().as_str(), value) {
            ("SIZE", bytes) => {
                let bytes = bytes.parse().map_err(|_| Reply::new(501, "bad SIZE"))?;
                announced_bytes = Some(bytes);
            }
            ("BODY", body) if is_known_body(body) => {}
            _ => return Err(Reply::new(555, "unknown MAIL parameter")),
        }
    }
    Ok(Command::Mail {
        from,
        announced_bytes,
    })
}

fn rcpt(argument: &str) -> Result<Command<'_>, Reply> {
    match after_keyword(argument, "TO:").and_then(address::split) {
        Some((to, "")) if !to.is_empty() => Ok(Command::Rcpt { to }),
        Some((to, _)) if !to.is_empty() => Err(Reply::new(555, "unknown RCPT parameter")),
        _ => Err(Reply::new(501, "expected RCPT TO:<address>")),
    }
}

fn after_keyword<'a>(argument: &'a str, keyword: &str) -> Option<&'a str> {
    let (start, rest) = argument.split_at_checked(keyword.len())?;
    start.eq_ignore_ascii_case(keyword).then_some(rest)
}

fn is_known_body(body: &str) -> bool {
    body.eq_ignore_ascii_case("7BIT") || body.eq_ignore_ascii_case("8BITMIME")
}
