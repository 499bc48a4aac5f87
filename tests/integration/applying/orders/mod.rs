//! Whatever applicants, schools, mentors and the office do in whatever order: nobody signs or approves for themselves, no
//! old link acts, and what is signed stays as it was shown.
//!
//! `PROPTEST_CASES=500` tells more stories than the suite has time for.

mod answers;
mod papers;
mod rows;
mod secrets;
mod story;

use std::sync::atomic::{AtomicUsize, Ordering};

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use tests::Portal;
use tokio::runtime::Handle;
use tokio::task::block_in_place;

use story::{Story, Told};

/// Stories told in the suite.
const STORIES: u32 = 16;

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
    SendPaper { link: usize, mentor: usize },
    TakePaper { by_office: bool },
    RejectPaper,
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

/// How far it has come when the story begins.
#[derive(Clone, Copy, Debug)]
enum Begun {
    Draft,
    Asked,
    /// A paper waits for the office.
    Sent,
    Signed,
}

/// What the stories were about, so that they are not about nothing.
#[derive(Debug, Default)]
struct Tally {
    signatures: AtomicUsize,
    /// Answers through links that must not act any more.
    old_links: AtomicUsize,
    /// Attempts to name the applicant's own address.
    own: AtomicUsize,
    /// Papers that counted as a signature.
    papers: AtomicUsize,
    enrolled: AtomicUsize,
}

fn address() -> impl Strategy<Value = usize> {
    prop_oneof![1 => 0..story::OWN, 3 => story::OWN..story::POOL]
}

fn story() -> impl Strategy<Value = (Begun, Vec<Step>)> {
    let asked = prop_oneof![Just(Begun::Asked), Just(Begun::Sent), Just(Begun::Signed)];
    let further = (asked, prop::collection::vec(step(), 8..18));
    let begins =
        (address(), prop::collection::vec(step(), 4..12)).prop_map(|(signatory, steps)| {
            let begin = [Step::Write { signatory }, Step::HandIn];
            (Begun::Draft, begin.into_iter().chain(steps).collect())
        });
    prop_oneof![1 => begins, 3 => further]
}

fn step() -> impl Strategy<Value = Step> {
    let link = || prop_oneof![3 => Just(0_usize), 2 => 1..5_usize];
    prop_oneof![
        1 => address().prop_map(|signatory| Step::Write { signatory }),
        1 => Just(Step::HandIn),
        2 => Just(Step::Resend),
        4 => (address(), any::<bool>()).prop_map(|(to, by_office)| Step::AskInstead { to, by_office }),
        2 => Just(Step::Bounce),
        9 => (link(), address()).prop_map(|(link, mentor)| Step::Sign { link, mentor }),
        5 => (link(), address()).prop_map(|(link, mentor)| Step::SendPaper { link, mentor }),
        8 => prop_oneof![4 => Just(true), 1 => Just(false)].prop_map(|by_office| Step::TakePaper { by_office }),
        1 => Just(Step::RejectPaper),
        1 => link().prop_map(|link| Step::Decline { link }),
        4 => (link(), address()).prop_map(|(link, to)| Step::HandOn { link, to }),
        1 => link().prop_map(|link| Step::Renew { link }),
        4 => link().prop_map(|link| Step::Agree { link }),
        1 => link().prop_map(|link| Step::Refuse { link }),
        4 => Just(Step::Check),
        4 => Just(Step::Offer),
        4 => Just(Step::Accept),
        1 => Just(Step::GiveUp),
        3 => address().prop_map(|mentor| Step::NameMentor { mentor }),
        1 => Just(Step::Rename),
        3 => prop_oneof![3 => Just(25), 1 => Just(24 * 22)].prop_map(|hours| Step::Wait { hours }),
    ]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_any_order_nobody_signs_for_themselves_and_no_old_link_acts() {
    let wished = std::env::var("PROPTEST_CASES").ok();
    let config = Config {
        cases: wished.and_then(|wish| wish.parse().ok()).unwrap_or(STORIES),
        max_shrink_iters: 60,
        failure_persistence: None,
        ..Config::default()
    };
    let mut runner = TestRunner::new(config);
    let tally = Tally::default();
    let ran = runner.run(&story(), |(begun, steps)| {
        block_in_place(|| Handle::current().block_on(tell(&tally, begun, &steps)))
    });
    ran.unwrap_or_else(|failure| panic!("{failure}"));
    println!("{tally:?}");
    assert!(tally.old_links.load(Ordering::Relaxed) > 0, "{tally:?}");
}

async fn tell(tally: &Tally, begun: Begun, steps: &[Step]) -> Result<(), TestCaseError> {
    let portal = Portal::start().await;
    let told = told(&portal, tally, begun, steps).await;
    if told.is_err() {
        portal.leave_as_it_is();
    }
    told.map_err(TestCaseError::fail)
}

async fn told(portal: &Portal, tally: &Tally, begun: Begun, steps: &[Step]) -> Told {
    let mut story = Story::begin(portal, tally, begun).await;
    for (place, step) in steps.iter().enumerate() {
        let at = |why| format!("{why} after step {} of {begun:?}, {steps:?}", place + 1);
        story.happens(step).await.map_err(at)?;
        story.looks_around().await.map_err(at)?;
    }
    story.keeps_its_secrets().await
}
