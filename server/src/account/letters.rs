//! Letters about signing in, and the one that proves that mail works.

use entity::letter::{self, Kind};
use entity::sign_in;
use sea_orm::EntityTrait as _;

use super::sign_in_link;
use crate::error::{Error, Result};
use crate::outbox::Rendered;
use crate::portal::Portal;
use crate::stationery::{write, written_as};
use crate::words::{moment, time};

#[derive(Clone, Debug)]
struct Code {
    code: String,
    link: String,
    until: String,
}

#[derive(Clone, Debug)]
struct Unknown {
    address: String,
    link: String,
    apply: String,
}

#[derive(Clone, Debug)]
struct Test {
    at: String,
}

written_as!(
    Code,
    "letters/sign_in_code.txt",
    "letters/sign_in_code.html"
);
written_as!(
    Unknown,
    "letters/sign_in_unknown.txt",
    "letters/sign_in_unknown.html"
);
written_as!(Test, "letters/test_mail.txt", "letters/test_mail.html");

impl Code {
    fn title(&self) -> String {
        "Your code to sign in to the SEN Award Portal".into()
    }
}

impl Unknown {
    fn title(&self) -> String {
        "The SEN Award Portal does not know this address".into()
    }
}

impl Test {
    fn title(&self) -> String {
        "Test letter from the SEN Award Portal".into()
    }
}

/// The letter's words, or none if nothing is left to say: a code that was used or is over.
///
/// # Errors
/// `NOT_FOUND` for a letter of another thing.
pub async fn render(portal: &Portal, letter: &letter::Model) -> Result<Option<Rendered>> {
    let config = &portal.config;
    match letter.kind {
        Kind::SignInCode => code(portal, letter).await,
        Kind::SignInUnknown => {
            let about = Unknown {
                address: letter.to_email.clone(),
                link: format!("{}/sign-in", config.public_url),
                apply: format!("{}/apply", config.public_url),
            };
            write(config, letter, None, &about).map(Some)
        }
        Kind::TestMail => write(
            config,
            letter,
            None,
            &Test {
                at: moment(portal.clock.now()),
            },
        )
        .map(Some),
        _ => Err(Error::NotFound("letter about signing in")),
    }
}

async fn code(portal: &Portal, letter: &letter::Model) -> Result<Option<Rendered>> {
    let Some(id) = letter.sign_in_id else {
        return Ok(None);
    };
    let now = portal.clock.now();
    let asked = sign_in::Entity::find_by_id(id).one(&portal.db.read).await?;
    let Some(asked) = asked.filter(|asked| asked.used_at.is_none() && asked.expires_at > now)
    else {
        return Ok(None);
    };
    let about = Code {
        code: portal.keys.code(id),
        link: sign_in_link(&portal.config.public_url, &portal.keys, id),
        until: time(asked.expires_at, now),
    };
    write(&portal.config, letter, None, &about).map(Some)
}
