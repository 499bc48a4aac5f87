//! Whatever applicants, schools, mentors and the office do in whatever order: nobody signs or approves for themselves, no
//! old link acts, and what is signed stays as it was shown.
//!
//! `PROPTEST_CASES=500` tells more stories than the suite has time for.

mod answers;
mod rows;
mod secrets;
mod story;

use std::sync::atomic::{AtomicUsize, Ordering};

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use tests::Portal;
use tokio::runtime::Handle;
use tokio::task::block_in_place;

use story::Story;

/// Stories told in the suite.
const STORIES: u32 = 12;

/// One thing that somebody does. Links are counted from the newest; addresses are places in the story's pool, the first
/// of which are the applicant's own in other spellings.
#[derive(Clone, Debug)]
enum Step {
    Write { signatory: usize },
    HandIn,
    Resend,
    AskInstead { to: usize, by_office: bool },
    Bounce,
    Sign { link: usize, mentor: usize },
    Decline { link: usize },
    HandOn { link: usize, to: usize },
    Renew { link: usize },
    Agree { link: usize },
    Refuse { link: usize },
    Check,
    Offer,
    Accept,
    GiveUp,
    NameMentor { mentor: usize },
    Rename,
    Wait { hours: i64 },
}

fn step() -> impl Strategy<Value = Step> {
    let link = || prop_oneof![3 => Just(0_usize), 2 => 1..5_usize];
    let address = || prop_oneof![1 => 0..story::OWN, 3 => story::OWN..story::POOL];
    prop_oneof![
        2 => address().prop_map(|signatory| Step::Write { signatory }),
        3 => Just(Step::HandIn),
        2 => Just(Step::Resend),
        3 => (address(), any::<bool>()).prop_map(|(to, by_office)| Step::AskInstead { to, by_office }),
        2 => Just(Step::Bounce),
        8 => (link(), address()).prop_map(|(link, mentor)| Step::Sign { link, mentor }),
        1 => link().prop_map(|link| Step::Decline { link }),
        3 => (link(), address()).prop_map(|(link, to)| Step::HandOn { link, to }),
        1 => link().prop_map(|link| Step::Renew { link }),
        3 => link().prop_map(|link| Step::Agree { link }),
        1 => link().prop_map(|link| Step::Refuse { link }),
        3 => Just(Step::Check),
        3 => Just(Step::Offer),
        3 => Just(Step::Accept),
        1 => Just(Step::GiveUp),
        3 => address().prop_map(|mentor| Step::NameMentor { mentor }),
        1 => Just(Step::Rename),
        3 => prop_oneof![3 => Just(25), 1 => Just(24 * 22)].prop_map(|hours| Step::Wait { hours }),
    ]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_any_order_nobody_signs_for_themselves_and_no_old_link_acts() {
    let portal = Portal::start().await;
    let wished = std::env::var("PROPTEST_CASES").ok();
    let config = Config {
        cases: wished.and_then(|wish| wish.parse().ok()).unwrap_or(STORIES),
        max_shrink_iters: 60,
        failure_persistence: None,
        ..Config::default()
    };
    let mut runner = TestRunner::new(config);
    let number = AtomicUsize::new(0);
    let ran = runner.run(&prop::collection::vec(step(), 6..20), |steps| {
        let number = number.fetch_add(1, Ordering::Relaxed);
        block_in_place(|| Handle::current().block_on(tell(&portal, number, &steps)))
    });
    ran.unwrap_or_else(|failure| panic!("{failure}"));
}

async fn tell(portal: &Portal, number: usize, steps: &[Step]) -> Result<(), TestCaseError> {
    // Sessions end after thirty days.
    portal.wait_until("2026-03-03T10:00:00Z");
    let mut story = Story::begin(portal, number).await;
    for (place, step) in steps.iter().enumerate() {
        let happened = story.happens(step).await;
        let told = match happened {
            Ok(()) => story.looks_around().await,
            Err(why) => Err(why),
        };
        if let Err(why) = told {
            let at = place + 1;
            return Err(TestCaseError::fail(format!(
                "{why} after step {at} of {steps:?}"
            )));
        }
    }
    story.keeps_its_secrets().await.map_err(TestCaseError::fail)
}
