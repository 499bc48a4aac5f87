//! From whom to whom: the rules for MAIL, RCPT and DATA and their order.

use super::Counter;
use super::reply::Reply;

/// Far beyond the 100 that RFC 5321 asks for.
const MOST_RECIPIENTS: usize = 1_000;

/// How far the client has come with its next letter.
#[derive(Debug, Default)]
pub(super) enum Envelope {
    #[default]
    BeforeHello,
    Empty,
    Addressed {
        from: String,
        to: Vec<String>,
    },
}

impl Envelope {
    pub(super) fn hello(&mut self) {
        *self = Self::Empty;
    }

    pub(super) fn reset(&mut self) {
        if !matches!(self, Self::BeforeHello) {
            *self = Self::Empty;
        }
    }

    pub(super) fn mail(
        &mut self,
        sender: &str,
        announced_bytes: Option<usize>,
        counter: &Counter,
    ) -> Reply {
        match self {
            Self::BeforeHello => Reply::new(503, "say EHLO first"),
            Self::Addressed { .. } => Reply::new(503, "one sender at a time"),
            Self::Empty if announced_bytes.is_some_and(|bytes| bytes > counter.letter_bytes) => {
                Reply::new(552, "that is too big")
            }
            Self::Empty => {
                *self = Self::Addressed {
                    from: sender.to_owned(),
                    to: Vec::new(),
                };
                Reply::ok()
            }
        }
    }

    pub(super) fn rcpt(&mut self, recipient: &str, counter: &Counter) -> Reply {
        let Self::Addressed { to, .. } = self else {
            return Reply::new(503, "say MAIL first");
        };
        if to.len() >= MOST_RECIPIENTS {
            return Reply::new(452, "too many recipients");
        }
        if let Some(refusal) = counter.faults.refuse_recipient(recipient) {
            return Reply::new(refusal.number(), "this recipient is refused on request");
        }
        to.push(recipient.to_owned());
        Reply::ok()
    }

    /// Hands the envelope over for the letter that follows DATA.
    pub(super) fn close(&mut self) -> Result<(String, Vec<String>), Reply> {
        match self {
            Self::Addressed { to, .. } if to.is_empty() => {
                Err(Reply::new(554, "no valid recipients"))
            }
            Self::Addressed { from, to } => {
                let addressed = (std::mem::take(from), std::mem::take(to));
                *self = Self::Empty;
                Ok(addressed)
            }
            Self::BeforeHello | Self::Empty => Err(Reply::new(503, "say MAIL and RCPT first")),
        }
    }
}
