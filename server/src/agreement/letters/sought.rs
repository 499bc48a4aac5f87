//! Asking whoever signed for another mentor.

use chrono::Duration;
use entity::agreement::State;
use entity::letter;

use super::asking;
use crate::agreement::link;
use crate::application::Topic;
use crate::clock::london_day;
use crate::error::Result;
use crate::invitation::vacancy;
use crate::outbox::Rendered;
use crate::person::masked;
use crate::portal::Portal;
use crate::stationery::{written, written_as};
use crate::words::{day, plain};

/// In whose place somebody is sought, and where to name them.
#[derive(Clone, Debug)]
struct Sought {
    topic: Topic,
    mentor: String,
    post: String,
    mailbox: String,
    /// None where no letter reached them.
    reason: Option<String>,
    link: String,
    until: String,
}

written_as!(
    Sought,
    "letters/mentor_sought.txt",
    "letters/mentor_sought.html"
);

impl Sought {
    fn title(&self) -> String {
        format!("Please name another mentor for {}", self.topic.applicant)
    }
}

pub(super) async fn ask(portal: &Portal, letter: &letter::Model) -> Result<Option<Rendered>> {
    let Some((agreement, case)) = asking(portal, letter).await? else {
        return Ok(None);
    };
    let vacant = vacancy(&portal.db.read, &case.application).await?;
    // Somebody was named meanwhile, or somebody else signs.
    let still = vacant.filter(|(asked, _)| Some(asked.id) == letter.invitation_id);
    let Some((asked, mentor)) = still.filter(|_| agreement.state == State::Signed) else {
        return Ok(None);
    };
    let days = case.around.award.limits.link_days;
    let about = Sought {
        mentor: plain(&mentor.name),
        post: plain(&mentor.post),
        mailbox: masked(&mentor.email),
        reason: asked.reason.as_deref().map(plain),
        link: link::address(&portal.config.public_url, &portal.keys, letter.id),
        until: day(london_day(portal.clock.now() + Duration::days(days.into()))),
        topic: case.topic,
    };
    written(portal, letter, &about.topic.provider, &about)
}
