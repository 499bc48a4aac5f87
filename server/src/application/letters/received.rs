//! Telling an applicant what happens next.

use entity::application::State;
use entity::{agreement, letter};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _};

use crate::application::{Topic, case};
use crate::error::Result;
use crate::outbox::Rendered;
use crate::person::masked;
use crate::portal::Portal;
use crate::stationery::{written, written_as};
use crate::words::plain;

#[derive(Clone, Debug)]
struct Received {
    topic: Topic,
    signatory: String,
    mailbox: String,
    /// The school was quick.
    is_signed: bool,
}

written_as!(
    Received,
    "letters/application_received.txt",
    "letters/application_received.html"
);

impl Received {
    fn title(&self) -> String {
        format!("We have your application for the {}", self.topic.award)
    }
}

pub(super) async fn acknowledge(
    portal: &Portal,
    letter: &letter::Model,
) -> Result<Option<Rendered>> {
    let Some(case) = case(portal, letter).await? else {
        return Ok(None);
    };
    let is_signed = match case.application.state {
        State::Submitted | State::AwaitingSchool => false,
        State::Ready => true,
        _ => return Ok(None),
    };
    let asked = agreement::Entity::find()
        .filter(agreement::Column::ApplicationId.eq(case.application.id))
        .order_by_desc(agreement::Column::Id)
        .one(&portal.db.read)
        .await?;
    let Some(asked) = asked else { return Ok(None) };
    let about = Received {
        signatory: plain(&asked.name),
        mailbox: masked(&asked.email),
        is_signed,
        topic: case.topic,
    };
    written(portal, letter, &about.topic.provider, &about)
}
