//! What can be made to go wrong at the post office.

mod plan;
mod refusal;
mod strike;

use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

pub use plan::Plan;
pub use refusal::Refusal;

/// One thing that goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The connection is closed before the greeting.
    RefuseConnection,
    /// `RCPT TO` is answered with this; the letter can go on to its other recipients.
    RefuseRecipient(Refusal),
    /// The final dot is answered with this; the letter is not kept.
    RefuseLetter(Refusal),
    /// The connection is closed while the letter is being sent; it is not kept.
    DropBeforeDot,
    /// The letter is accepted and kept, then the connection is closed without a reply: its sender
    /// cannot know.
    DropAfterDot,
    /// The letter is accepted and kept at once; the reply to the final dot comes this much later.
    DelayReply(Duration),
}

/// The faults to come. Of several that fit, the one added first strikes.
#[derive(Clone, Debug, Default)]
pub struct Faults {
    plans: Arc<Mutex<Vec<Plan>>>,
}

impl Faults {
    /// Plans a fault. A bare [`Fault`] strikes always and everybody; see [`Fault::once`],
    /// [`Fault::times`], [`Fault::always`] and [`Plan::to`].
    pub fn add(&self, plan: impl Into<Plan>) {
        let plan = plan.into();
        if !plan.is_spent() {
            self.plans().push(plan);
        }
    }

    /// From now on nothing goes wrong.
    pub fn clear(&self) {
        self.plans().clear();
    }

    /// Whether nothing is left to go wrong, so that a test can make sure its fault did strike.
    pub fn are_spent(&self) -> bool {
        self.plans().is_empty()
    }

    fn plans(&self) -> MutexGuard<'_, Vec<Plan>> {
        self.plans
            .lock()
            .expect("nothing panics while it holds this")
    }
}
