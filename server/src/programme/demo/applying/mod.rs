//! The demo's applicants: somebody at every stage from a draft to a place, for a cohort that is still to come.

mod answers;
mod file;
mod mailing;
mod needs;
mod paper;
mod places;
mod questions;
mod sign;
mod step;
mod who;

use chrono::{DateTime, Duration, NaiveTime, Utc};

use crate::access::Actor;
use crate::clock::{london_day, london_moment};
use crate::error::Result;
use crate::outbox::{Post, drain};
use crate::portal::Portal;
use crate::{agreement, application, invitation, post};
use file::{Applicant, ApplyingFile, Story};
use step::{What, take};
use who::mentor_address;

/// Plays what applicants, schools and the office did up to `now`, and what the portal did by itself each morning.
pub async fn play(past: &Portal, office: &Actor, now: DateTime<Utc>) -> Result<()> {
    let file = ApplyingFile::read()?;
    let places = places::lay_out(past, office, &file, london_day(now)).await?;
    let mut steps: Vec<(DateTime<Utc>, &Applicant, What)> = Vec::new();
    for (minute, applicant) in file.applicants.iter().enumerate() {
        let minute = u32::try_from(minute).unwrap_or(0);
        let time = NaiveTime::from_hms_opt(16, minute % 60, 0).unwrap_or_default();
        for (days_ago, what) in told(applicant.story) {
            let at = london_moment(london_day(now) - Duration::days(*days_ago), time);
            steps.push((at, applicant, *what));
        }
    }
    steps.retain(|(at, ..)| *at < now);
    steps.sort_by_key(|(at, ..)| *at);
    let post = Post::Nowhere {
        refused: file.applicants.iter().filter_map(wrong_address).collect(),
    };
    let mut morning = steps.first().map_or(now, |(at, ..)| *at);
    for (at, applicant, what) in steps {
        mornings(past, &post, &mut morning, at).await?;
        past.clock.set(at);
        take(past, office, &places, applicant, what).await?;
        drain(past, &post, post::render).await?;
    }
    mornings(past, &post, &mut morning, now).await
}

/// What the portal does by itself, each morning up to a moment.
async fn mornings(
    past: &Portal,
    post: &Post,
    from: &mut DateTime<Utc>,
    upto: DateTime<Utc>,
) -> Result<()> {
    let nine = NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default();
    loop {
        let next = london_moment(london_day(*from) + Duration::days(1), nine);
        if next > upto {
            return Ok(());
        }
        past.clock.set(next);
        application::expire(past).await?;
        agreement::chase(past).await?;
        invitation::chase(past).await?;
        application::remind(past).await?;
        drain(past, post, post::render).await?;
        *from = next;
    }
}

/// The address at which letters of this story come back.
fn wrong_address(applicant: &Applicant) -> Option<String> {
    match applicant.story {
        Story::Bounced | Story::Corrected => {
            applicant.signs.as_ref().map(|signs| signs.email.clone())
        }
        Story::MentorBounced => Some(mentor_address(applicant)),
        _ => None,
    }
}

/// What happened, and how many days ago.
fn told(story: Story) -> &'static [(i64, What)] {
    match story {
        Story::Drafting => &[(6, What::Begin), (2, What::Write)],
        Story::Waiting => &[
            (4, What::Begin),
            (3, What::Write),
            (3, What::Submit),
            (1, What::Ask),
        ],
        Story::WaitingLong => &[
            (19, What::Begin),
            (18, What::Write),
            (18, What::Submit),
            (16, What::Ask),
            (15, What::AnswerQuestion),
        ],
        Story::WaitingLongest => &[
            (34, What::Begin),
            (33, What::Write),
            (33, What::Submit),
            (31, What::Ask),
            (30, What::CloseQuestion),
            (3, What::WriteToSchools),
            (1, What::Note),
        ],
        Story::Bounced => &[(6, What::Begin), (5, What::Write), (5, What::Submit)],
        Story::Corrected => &[
            (9, What::Begin),
            (8, What::Write),
            (8, What::Submit),
            (6, What::Correct),
        ],
        Story::Unchecked => &[
            (10, What::Begin),
            (9, What::Write),
            (9, What::Submit),
            // A paper was on its way, and then it was signed online.
            (5, What::SendPaper),
            (4, What::Sign),
        ],
        Story::Ready | Story::Gaps => &[
            (15, What::Begin),
            (14, What::Write),
            (14, What::Submit),
            (9, What::Sign),
            (7, What::SeeStatus),
            (6, What::MentorAccepts),
        ],
        Story::PaperWaiting => &[
            (11, What::Begin),
            (10, What::Write),
            (10, What::Submit),
            (1, What::SendPaper),
        ],
        Story::PaperAccepted => &[
            (16, What::Begin),
            (15, What::Write),
            (15, What::Submit),
            (6, What::SendPaper),
            (5, What::SendPaper),
            (4, What::AcceptPaper),
        ],
        Story::PaperRejected => &[
            (13, What::Begin),
            (12, What::Write),
            (12, What::Submit),
            (4, What::SendPaper),
            (2, What::RejectPaper),
        ],
        Story::HandedOn => &[
            (12, What::Begin),
            (11, What::Write),
            (11, What::Submit),
            (5, What::HandOn),
        ],
        Story::Declined => &[
            (16, What::Begin),
            (16, What::Write),
            (15, What::Submit),
            (7, What::Decline),
        ],
        Story::MentorDeclined => &[
            (20, What::Begin),
            (19, What::Write),
            (19, What::Submit),
            (12, What::Sign),
            (8, What::MentorDeclines),
        ],
        Story::MentorBounced => &[
            (13, What::Begin),
            (12, What::Write),
            (12, What::Submit),
            (8, What::Sign),
        ],
        Story::Offered => &[
            (24, What::Begin),
            (23, What::Write),
            (23, What::Submit),
            (17, What::Sign),
            (16, What::MentorAccepts),
            (3, What::Offer),
        ],
        Story::Expired => &[
            (38, What::Begin),
            (37, What::Write),
            (37, What::Submit),
            (33, What::Sign),
            (32, What::MentorAccepts),
            (25, What::Offer),
        ],
        Story::Deferred => &[
            (25, What::Begin),
            (24, What::Write),
            (24, What::Submit),
            (18, What::Sign),
            (17, What::MentorAccepts),
            (8, What::Offer),
            (5, What::Defer),
        ],
        Story::Enrolled => &[
            (30, What::Begin),
            (29, What::Write),
            (29, What::Submit),
            (26, What::Sign),
            (25, What::MentorAccepts),
            (14, What::Offer),
            (10, What::Accept),
        ],
        Story::MentorSilent => &[
            (23, What::Begin),
            (22, What::Write),
            (22, What::Submit),
            (16, What::Sign),
            (12, What::Offer),
            (9, What::Accept),
        ],
        Story::GivenUp => &[
            (26, What::Begin),
            (25, What::Write),
            (25, What::Submit),
            (20, What::Sign),
            (19, What::MentorAccepts),
            (13, What::Offer),
            (9, What::Accept),
            (2, What::Withdraw),
        ],
        Story::Withdrawn => &[
            (28, What::Begin),
            (27, What::Write),
            (27, What::Submit),
            (13, What::Withdraw),
        ],
        Story::Rejected => &[
            (27, What::Begin),
            (26, What::Write),
            (26, What::Submit),
            (22, What::Sign),
            (11, What::Reject),
        ],
    }
}
