//! Whatever people do in whatever order: nobody approves their own work, no old link acts, and task and request agree.

use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::Duration;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use tests::{Asked, LinkPage, Participant, Person, Portal, TaskId, approval, refusal};
use tokio::runtime::Handle;
use tokio::task::block_in_place;

/// One thing that somebody does. Links are counted from the newest.
#[derive(Clone, Debug)]
enum Step {
    Submit,
    Withdraw,
    Approve { link: usize },
    Return { link: usize },
    Undo { link: usize },
    Resend,
    ReplaceMentor,
    NameOneself,
    Wait { minutes: i64 },
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => Just(Step::Submit),
        2 => Just(Step::Withdraw),
        3 => (0..3_usize).prop_map(|link| Step::Approve { link }),
        2 => (0..3_usize).prop_map(|link| Step::Return { link }),
        2 => (0..3_usize).prop_map(|link| Step::Undo { link }),
        1 => Just(Step::Resend),
        2 => Just(Step::ReplaceMentor),
        1 => Just(Step::NameOneself),
        1 => prop_oneof![Just(11), Just(60 * 25)].prop_map(|minutes| Step::Wait { minutes }),
    ]
}

/// What should be, reckoned without looking.
struct Expected {
    state: &'static str,
    mentor: usize,
    /// Who decided last, and for how many minutes it may be taken back.
    decided: Option<(usize, i64)>,
}

/// A letter's page as its mentor opened it.
struct Held {
    page: LinkPage,
    mentor: usize,
    /// The requests on it, which a later page need not have.
    asked: Vec<Asked>,
}

struct Story<'a> {
    portal: &'a Portal,
    office: &'a Person,
    ada: Participant,
    task: TaskId,
    mentors: Vec<String>,
    held: Vec<Held>,
    read: usize,
    expected: Expected,
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_any_order_the_rules_hold() {
    let portal = Portal::start().await;
    let config = Config {
        cases: 16,
        max_shrink_iters: 60,
        failure_persistence: None,
        ..Config::default()
    };
    let mut runner = TestRunner::new(config);
    let number = AtomicUsize::new(0);
    let ran = runner.run(&prop::collection::vec(step(), 3..14), |steps| {
        let number = number.fetch_add(1, Ordering::Relaxed);
        block_in_place(|| Handle::current().block_on(tell(&portal, number, &steps)))
    });
    ran.unwrap_or_else(|failure| panic!("{failure}"));
}

async fn tell(portal: &Portal, number: usize, steps: &[Step]) -> Result<(), TestCaseError> {
    // Sessions end after thirty days.
    portal.wait_until("2026-03-03T10:00:00Z");
    let office = portal.administrator().await;
    let ada = portal.participant(&format!("Ada {number}")).await;
    let task = ada.writes("policy_review").await;
    let mut story = Story {
        mentors: vec![ada.mentor.email.clone()],
        expected: Expected {
            state: "IN_PROGRESS",
            mentor: 0,
            decided: None,
        },
        portal,
        office: &office,
        ada,
        task,
        held: Vec::new(),
        read: 0,
    };
    for (place, step) in steps.iter().enumerate() {
        story.happens(step).await;
        story.letters_arrive().await;
        let seen = story.ada.sees(story.task).await;
        prop_assert_eq!(
            seen.state(),
            story.expected.state,
            "after step {} of {:?}",
            place + 1,
            steps
        );
        if let Err(why) = portal.tasks_and_requests_agree().await {
            return Err(TestCaseError::fail(format!(
                "{why} after step {} of {steps:?}",
                place + 1
            )));
        }
    }
    Ok(())
}

impl Story<'_> {
    async fn happens(&mut self, step: &Step) {
        match step {
            Step::Submit => {
                let may = ["IN_PROGRESS", "RETURNED"].contains(&self.expected.state);
                assert_eq!(self.ada.submits(self.task).await.is_ok(), may);
                if may {
                    self.expected.state = "SUBMITTED";
                    self.expected.decided = None;
                }
            }
            Step::Withdraw => {
                let may = self.expected.state == "SUBMITTED";
                assert_eq!(self.ada.withdraws(self.task).await.is_ok(), may);
                if may {
                    self.expected.state = "IN_PROGRESS";
                }
            }
            Step::Approve { link } => self.answers(*link, "APPROVED").await,
            Step::Return { link } => self.answers(*link, "RETURNED").await,
            Step::Undo { link } => self.takes_back(*link).await,
            Step::Resend => drop(self.ada.resends(self.task).await),
            Step::ReplaceMentor => {
                let email = format!("{}.{}", self.mentors.len(), self.mentors[0]);
                self.office
                    .replaces_mentor(self.ada.enrolment_id, "New Mentor", &email)
                    .await
                    .data();
                self.mentors.push(email);
                self.expected.mentor = self.mentors.len() - 1;
            }
            Step::NameOneself => {
                let named = self
                    .office
                    .replaces_mentor(self.ada.enrolment_id, "Ada", &self.ada.email)
                    .await;
                named.error("INVALID_INPUT");
            }
            Step::Wait { minutes } => {
                self.portal.wait(Duration::minutes(*minutes));
                self.expected.decided = self.expected.decided.filter(|(_, left)| left > minutes);
            }
        }
    }

    /// A form filled in on a page that was opened when its letter came, however long ago.
    async fn answers(&mut self, link: usize, decision: &'static str) {
        let Some(held) = self.held.iter().rev().nth(link) else {
            return;
        };
        let form = match decision {
            "APPROVED" => approval(&held.asked, "Grace Mentor"),
            _ => refusal(&held.asked[0], "Once more, please."),
        };
        let waits = self.now_waiting().await;
        let is_asked = held.asked.iter().any(|asked| Some(asked.id) == waits);
        held.page.posts(&form).await;
        if self.expected.state == "SUBMITTED" && held.mentor == self.expected.mentor && is_asked {
            self.expected.state = decision;
            self.expected.decided = Some((held.mentor, 10));
        }
    }

    async fn takes_back(&mut self, link: usize) {
        let Some(held) = self.held.iter().rev().nth(link) else {
            return;
        };
        let seen = self.ada.sees(self.task).await;
        let id = seen
            .get("/approval/id")
            .as_str()
            .unwrap_or_default()
            .to_owned();
        held.page
            .posts_to(
                "/undo",
                &[("request".into(), id), ("name".into(), "Grace".into())],
            )
            .await;
        let is_theirs = self
            .expected
            .decided
            .is_some_and(|(mentor, _)| mentor == held.mentor);
        if is_theirs && held.mentor == self.expected.mentor {
            self.expected.state = "SUBMITTED";
            self.expected.decided = None;
        }
    }

    async fn now_waiting(&self) -> Option<uuid::Uuid> {
        let seen = self.ada.sees(self.task).await;
        if seen.approval() != "WAITING" {
            return None;
        }
        seen.text("/approval/id").parse().ok()
    }

    /// Mentors open every letter that asks them, and keep the page open.
    async fn letters_arrive(&mut self) {
        self.portal.post_letters().await;
        let letters = self.portal.mailbox().letters();
        for letter in &letters[self.read.min(letters.len())..] {
            let Some(mentor) = self.mentors.iter().position(|email| letter.is_to(email)) else {
                continue;
            };
            let Some(link) = letter.find_link() else {
                continue;
            };
            let page = self.portal.follow(&link).await;
            let asked = page.asked();
            if !asked.is_empty() {
                self.held.push(Held {
                    page,
                    mentor,
                    asked,
                });
            }
        }
        self.read = letters.len();
        // A participant never gets a link that acts.
        assert!(
            self.portal
                .mailbox()
                .letters_to(&self.ada.email)
                .iter()
                .all(|letter| letter.find_link().is_none())
        );
    }
}
