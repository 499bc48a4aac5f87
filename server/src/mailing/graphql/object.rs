//! A mailing in the schema.

use std::sync::Arc;

use async_graphql::{Enum, ID};
use chrono::{DateTime, Utc};
use entity::mailing::{self, Audience, Model};

use crate::application::graphql::Application;
use crate::letter::graphql::LetterPreview;
use crate::mailing as room;
use crate::outbox::Rendered;
use crate::reading::{by_id, int};
use crate::schema::{keys, named, object};

/// To whom a message goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "Audience")]
pub enum MailingAudience {
    /// The applicants.
    Applicants,
    /// Who are asked to sign for the school and have not answered; the letter has their link.
    Signatories,
    /// Who are asked to be a mentor and have not answered; the letter has their link.
    Mentors,
}

/// Why nobody is written to about an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "room::Why")]
pub enum LeftOutReason {
    /// The application is over.
    Over,
    /// Nobody is asked, or they have answered.
    NotWaiting,
    /// The last letter to them came back.
    Bounced,
    /// They wait for the programme office: they asked it something, or sent a paper that it has to look at.
    QuestionOpen,
    /// They were asked, or somebody was written to by the office about the application, less than a day ago.
    WrittenToday,
}

named!(LeftOutReason, MailingAudience);

keys! {
    /// A mailing by id.
    pub MailingById => Option<Arc<Model>> = by_id::<mailing::Entity, _>;
}

object! {
    /// A message of the programme office to many.
    Mailing(mailing: Model, loads);

    /// Stable for good.
    id: ID => mailing.id.into();
    /// To whom it went.
    audience: MailingAudience => mailing.audience.into();
    /// Its subject, with placeholders.
    subject: &str => &mailing.subject;
    /// Its words, with placeholders.
    body: &str => &mailing.body;
    /// How many letters it became; `letters(where: {mailing: …})` says how they are doing.
    count: i32 => mailing.count;
    /// The administrator's name as it was.
    written_by: &str => &mailing.written_by;
    /// When it was sent.
    written_at: DateTime<Utc> => mailing.written_at;
}

/// What a mailing would come to now.
#[derive(Clone, Debug)]
pub struct Looked {
    pub count: usize,
    pub left_out: Vec<Arc<room::LeftOut>>,
    pub to: Option<(String, String)>,
    pub letter: Option<Arc<Rendered>>,
}

object! {
    /// What a letter to many would come to now.
    MailingPreview(looked: Looked, loads);

    /// How many letters it would be.
    count: i32 => int(looked.count);
    /// About whom nobody would be written to, and why.
    left_out: Vec<LeftOutApplication> => {
        looked.left_out.iter().cloned().map(LeftOutApplication::from).collect()
    };
    /// The name of the first who would get it; null where nobody would.
    to_name: Option<&str> => looked.to.as_ref().map(|(name, _)| name.as_str());
    /// Their address.
    to_email: Option<&str> => looked.to.as_ref().map(|(_, email)| email.as_str());
    /// The letter as it would reach them; its links do not work.
    letter: Option<LetterPreview> => looked.letter.clone().map(LetterPreview::from);
}

object! {
    /// An application about which nobody would be written to.
    LeftOutApplication(left: room::LeftOut, loads);

    /// The application.
    application: Application => Application::from(left.application.clone());
    /// Why.
    reason: LeftOutReason => left.why.into();
}
