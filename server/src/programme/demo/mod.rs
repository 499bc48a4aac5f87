//! The demo programme: fictional people who do what real ones do. Their past is played through the real verbs with a
//! clock of its own, so that every screen has something true to show.

mod applying;
mod course;
mod file;
mod people;
mod play;
mod schools;
mod story;
pub(super) mod terms;

use std::sync::Arc;

use entity::programme;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};

use crate::clock::Clock;
use crate::error::Result;
use crate::portal::Portal;
use file::DemoFile;

/// Loads the demo programme unless it is there, and answers whom to sign in as.
pub async fn load(portal: &Portal) -> Result<String> {
    let file = DemoFile::read()?;
    let known = programme::Entity::find()
        .filter(programme::Column::Code.eq(&file.programme.code))
        .one(&portal.db.read)
        .await?;
    if known.is_none() {
        // The past has a clock of its own, and letters to nobody must not wait for each other.
        let mut config = (*portal.config).clone();
        config.digest_window = chrono::Duration::zero();
        // What the demo sends is its own.
        config.upload_scanner = None;
        let past = Portal {
            clock: Clock::default(),
            config: Arc::new(config),
            ..portal.clone()
        };
        play::play(&past, &file, portal.clock.now()).await?;
    }
    Ok(invitation(&file))
}

fn invitation(file: &DemoFile) -> String {
    let mut lines = vec![
        "Sign in with one of these addresses; the code comes by letter into the mailbox."
            .to_owned(),
    ];
    let mut line =
        |who: &str, name: &str, email: &str| lines.push(format!("  {who:<16} {email:<22} {name}"));
    if let Some(participant) = file.participants.first() {
        line("participant", &participant.name, &participant.email);
    }
    if let Some(group) = file.groups.first() {
        line("tutor", &group.tutor.name, &group.tutor.email);
    }
    if let Some(partner) = file.partners.first() {
        line(
            "delivery partner",
            &partner.person.name,
            &partner.person.email,
        );
    }
    line(
        "administrator",
        &file.administrator.name,
        &file.administrator.email,
    );
    lines.push(
        "Mentors and headteachers have no account: open their letters in the mailbox.".into(),
    );
    lines.join("\n")
}
