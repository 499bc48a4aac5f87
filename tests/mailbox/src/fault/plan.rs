//! Whom a fault strikes, and how often.

use super::Fault;

/// A fault with the letters it strikes.
#[derive(Clone, Debug)]
pub struct Plan {
    pub(super) fault: Fault,
    recipient: Option<String>,
    left: Option<u32>,
}

impl Fault {
    /// Strikes the next chance only.
    pub fn once(self) -> Plan {
        self.times(1)
    }

    /// Strikes the next `times` chances: connections, recipients or letters, as the fault has it.
    pub fn times(self, times: u32) -> Plan {
        Plan {
            fault: self,
            recipient: None,
            left: Some(times),
        }
    }

    /// Strikes until [`Faults::clear`](super::Faults::clear).
    pub fn always(self) -> Plan {
        Plan {
            fault: self,
            recipient: None,
            left: None,
        }
    }
}

impl From<Fault> for Plan {
    fn from(fault: Fault) -> Self {
        fault.always()
    }
}

impl Plan {
    /// Strikes only this recipient, or letters with this recipient among theirs; case does not
    /// matter.
    ///
    /// # Panics
    /// For [`Fault::RefuseConnection`]: a connection has no recipient yet.
    pub fn to(mut self, address: &str) -> Self {
        assert!(
            self.fault != Fault::RefuseConnection,
            "a connection is refused before anybody knows its recipients"
        );
        self.recipient = Some(address.to_owned());
        self
    }

    /// Whether one of these recipients is meant; nobody in particular means everybody.
    pub(super) fn means(&self, recipients: &[String]) -> bool {
        self.recipient.as_ref().is_none_or(|meant| {
            recipients
                .iter()
                .any(|recipient| recipient.eq_ignore_ascii_case(meant))
        })
    }

    /// Counts one strike.
    pub(super) fn use_up_one(&mut self) {
        self.left = self.left.map(|left| left.saturating_sub(1));
    }

    pub(super) fn is_spent(&self) -> bool {
        self.left == Some(0)
    }
}
