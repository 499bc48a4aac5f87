//! The reply code of a refusal.

/// A reply code from 400 to 599: 4xx asks to try later, 5xx says never.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal(u16);

impl Refusal {
    /// 450, "mailbox unavailable, try later".
    pub const LATER: Self = Self(450);
    /// 550, "no such mailbox".
    pub const NEVER: Self = Self(550);

    /// A refusal with this reply code.
    ///
    /// # Panics
    /// When the code is not one of 400 to 599.
    pub const fn code(code: u16) -> Self {
        assert!(400 <= code && code <= 599, "a refusal's code is 4xx or 5xx");
        Self(code)
    }

    pub(crate) fn number(self) -> u16 {
        self.0
    }
}
