//! Decides at each step of a delivery whether something goes wrong now.

use super::{Fault, Faults, Refusal};

impl Faults {
    pub(crate) fn refuse_connection(&self) -> bool {
        self.strike(&[], |fault| fault == Fault::RefuseConnection)
            .is_some()
    }

    pub(crate) fn refuse_recipient(&self, recipient: &str) -> Option<Refusal> {
        let struck = self.strike(&[recipient.to_owned()], |fault| {
            matches!(fault, Fault::RefuseRecipient(_))
        });
        match struck {
            Some(Fault::RefuseRecipient(refusal)) => Some(refusal),
            _ => None,
        }
    }

    pub(crate) fn drop_before_dot(&self, recipients: &[String]) -> bool {
        self.strike(recipients, |fault| fault == Fault::DropBeforeDot)
            .is_some()
    }

    /// The fault that meets a letter whose final dot has come.
    pub(crate) fn at_the_dot(&self, recipients: &[String]) -> Option<Fault> {
        self.strike(recipients, |fault| {
            matches!(
                fault,
                Fault::RefuseLetter(_) | Fault::DropAfterDot | Fault::DelayReply(_)
            )
        })
    }

    fn strike(&self, recipients: &[String], due: impl Fn(Fault) -> bool) -> Option<Fault> {
        let mut plans = self.plans();
        let plan = plans
            .iter_mut()
            .find(|plan| due(plan.fault) && plan.means(recipients))?;
        let fault = plan.fault;
        plan.use_up_one();
        plans.retain(|plan| !plan.is_spent());
        Some(fault)
    }
}
