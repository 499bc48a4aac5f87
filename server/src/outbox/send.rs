//! Handing a letter to the mail server, or whatever stands in for it.

use std::time::Duration;

use anyhow::Context as _;
use entity::letter;
use lettre::message::header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Body, Mailbox, Message, MultiPart};
use lettre::{AsyncFileTransport, AsyncSmtpTransport, AsyncTransport as _, Tokio1Executor};

use super::Rendered;
use crate::config::{Config, MailTransport};

/// What became of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The mail server has it.
    Taken,
    /// There is nothing left to say.
    NotNeeded,
    /// It will never be taken; why.
    Refused(String),
    /// Not now; why.
    Later(String),
}

/// A mail server must answer within this time.
const PATIENCE: Duration = Duration::from_secs(30);

/// The way out of the house.
#[derive(Clone, Debug)]
pub enum Post {
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    File(AsyncFileTransport<Tokio1Executor>),
    Log,
    /// Letters go nowhere and count as sent, but for those to some addresses, which come back: the demo's past.
    Nowhere {
        refused: Vec<String>,
    },
}

impl Post {
    pub fn open(transport: &MailTransport) -> anyhow::Result<Self> {
        Ok(match transport {
            MailTransport::Smtp(url) => Self::Smtp(
                AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
                    .context("SMTP_URL cannot be read")?
                    .timeout(Some(PATIENCE))
                    .build(),
            ),
            MailTransport::File(folder) => {
                std::fs::create_dir_all(folder).context("the folder for letters cannot be made")?;
                Self::File(AsyncFileTransport::new(folder))
            }
            MailTransport::Log => Self::Log,
        })
    }

    /// Sends one letter and says what became of it.
    pub async fn send(
        &self,
        config: &Config,
        letter: &letter::Model,
        rendered: Rendered,
    ) -> Outcome {
        let message = match compose(config, letter, rendered) {
            Ok(message) => message,
            Err(why) => return Outcome::Refused(format!("{why:#}")),
        };
        match self {
            Self::Smtp(transport) => match transport.send(message).await {
                Ok(_) => Outcome::Taken,
                Err(error) if error.is_permanent() => Outcome::Refused(error.to_string()),
                Err(error) => Outcome::Later(error.to_string()),
            },
            Self::File(transport) => match transport.send(message).await {
                Ok(_) => Outcome::Taken,
                Err(error) => Outcome::Later(error.to_string()),
            },
            Self::Nowhere { refused } if refused.contains(&letter.to_email) => {
                Outcome::Refused("550 5.1.1 There is no such mailbox here.".into())
            }
            Self::Nowhere { .. } => Outcome::Taken,
            Self::Log => {
                tracing::info!(kind = ?letter.kind, to = letter.to_email, "a letter would go now");
                Outcome::Taken
            }
        }
    }
}

/// The letter as it goes over the wire.
///
/// # Errors
/// An address that no mail server would take.
pub fn compose(
    config: &Config,
    letter: &letter::Model,
    rendered: Rendered,
) -> anyhow::Result<Message> {
    let from: Mailbox = config
        .mail_from
        .parse()
        .context("MAIL_FROM is no address")?;
    let address = letter
        .to_email
        .parse()
        .with_context(|| format!("{:?} is no address", letter.to_email))?;
    let mut message = Message::builder()
        .from(from)
        .to(Mailbox::new(Some(letter.to_name.clone()), address))
        .subject(rendered.subject)
        .message_id(Some(letter.message_id.clone()))
        .date(letter.created_at.into())
        .raw_header(HeaderValue::new(
            HeaderName::new_from_ascii_str("Auto-Submitted"),
            "auto-generated".into(),
        ));
    if let Some(reply_to) = &config.mail_reply_to {
        message = message.reply_to(reply_to.parse().context("MAIL_REPLY_TO is no address")?);
    }
    if let Some(thread) = &letter.in_reply_to {
        message = message
            .in_reply_to(thread.clone())
            .references(thread.clone());
    }
    let words = MultiPart::alternative_plain_html(rendered.text, rendered.html);
    if rendered.attached.is_empty() {
        return Ok(message.multipart(words)?);
    }
    let mut whole = MultiPart::mixed().multipart(words);
    for file in rendered.attached {
        let media_type = ContentType::parse(file.media_type).context("an attachment's type")?;
        // Other encodings leave line ends to the servers on the way.
        let content = Body::new_with_encoding(file.content, ContentTransferEncoding::Base64)
            .map_err(|_| anyhow::anyhow!("an attachment's content"))?;
        let part = Attachment::new(file.name.to_owned()).body(content, media_type);
        whole = whole.singlepart(part);
    }
    Ok(message.multipart(whole)?)
}
