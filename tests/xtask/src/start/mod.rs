//! `cargo xtask start`: a portal to try by hand, with demo people and a mailbox that catches all
//! their letters.

mod environment;
mod server;
mod wait;

use std::fs;

use anyhow::Context as _;
use mailbox::Mailbox;

use crate::place::Place;
use crate::{bundle, port, shell};
use environment::Environment;

/// What can be said with `start`.
#[derive(clap::Args)]
pub struct Wishes {
    /// Forget what the last start left in the database.
    #[arg(long)]
    fresh: bool,
    /// The port of the portal on this machine.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// The port of the mailbox's page on this machine.
    #[arg(long, default_value_t = 8025)]
    mail_port: u16,
}

/// Runs until Ctrl-C.
///
/// # Errors
/// When a port is taken, something does not build or the portal does not start.
pub fn start(place: &Place, wishes: &Wishes) -> anyhow::Result<()> {
    // First, since building takes minutes and a taken port can be told at once.
    let address = port::wanted(wishes.port, "the portal", "--port")?;
    let mail_page = port::wanted(wishes.mail_port, "the mailbox's page", "--mail-port")?;

    // A heavy bundle is for `bundle` and `test` to refuse; it can still be tried.
    bundle::refresh(place)?;
    eprintln!("• building the portal");
    shell::run(shell::cargo(place).args(["build", "--quiet", "--package", "server"]))?;
    if wishes.fresh {
        forget_database(place)?;
    }

    let runtime = tokio::runtime::Runtime::new().context("no async runtime")?;
    runtime.block_on(async {
        let mailbox = Mailbox::start().await?;
        let page = mailbox.serve_page(mail_page).await?;
        let environment = Environment::new(place, address, &mailbox.smtp_url())?;

        eprintln!("• preparing the database");
        shell::run_quietly(environment.portal(place).arg("migrate"))?;
        let people = shell::run_quietly(environment.portal(place).args(["seed", "--demo"]))?;

        let server = server::Server::start(environment.portal(place))?;
        let server = wait::until_ready(server, address).await?;
        println!("\nPortal    {}", environment.public_url());
        println!("Mailbox   http://{page}");
        println!("\n{}\n\nCtrl-C stops.", people.trim());
        server.run_until_asked_to_stop().await
    })
}

fn forget_database(place: &Place) -> anyhow::Result<()> {
    for name in ["portal.db", "portal.db-shm", "portal.db-wal"] {
        let file = place.data().join(name);
        if file.exists() {
            fs::remove_file(&file).with_context(|| format!("cannot remove {}", file.display()))?;
        }
    }
    Ok(())
}
