//! What `portal` can be told to do.

mod schools;
mod seed;
mod token;

use anyhow::{Context as _, Result, bail};
use clap::{Parser, Subcommand};
use entity::letter::Kind;
use entity::person_role::Role;
use schools::SchoolsCommand;
use seed::Seed;
use server::access::{self, Actor, AddPerson};
use server::clock::Clock;
use server::config::Config;
use server::error::Error;
use server::outbox::{Draft, Post, drain, queue};
use server::person::{Address, NewPerson};
use server::portal::Portal;
use server::{account, person, post, schema, school, serve, tx};
use token::TokenCommand;
use tokio::sync::watch;

/// The portal for teacher-training awards.
#[derive(Parser)]
#[command(version)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the app, GraphQL and link pages, and send letters.
    Serve {
        /// Leave letters and reminders to `portal worker`.
        #[arg(long)]
        no_worker: bool,
    },
    /// Send letters and reminders only.
    Worker,
    /// Bring the database's tables up to date.
    Migrate,
    /// Load the awards.
    Seed(Seed),
    /// Print the GraphQL schema.
    Schema,
    /// Add an administrator, or make somebody one.
    CreateAdmin {
        /// Their address.
        email: String,
        /// Their name, if they are new here.
        #[arg(long)]
        name: Option<String>,
    },
    /// Print an address that signs somebody in once, for a quarter of an hour: the way in before mail works.
    SignInLink {
        /// Their address.
        email: String,
    },
    /// Keys for reporting tools.
    Token {
        #[command(subcommand)]
        command: TokenCommand,
    },
    /// The national list of schools.
    Schools {
        #[command(subcommand)]
        command: SchoolsCommand,
    },
    /// Queue and send a letter that proves that mail works.
    SendTestMail {
        /// Where to.
        to: String,
    },
    /// Check the chain that seals the events.
    Verify,
}

/// Logs to standard error, as `RUST_LOG` and `LOG_FORMAT` (`text` or `json`) say.
pub fn log() {
    use tracing_subscriber::EnvFilter;
    let filter = EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn,sea_orm_migration=warn"));
    let builder = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    if std::env::var("LOG_FORMAT").is_ok_and(|format| format == "json") {
        builder.json().init()
    } else {
        builder.init()
    }
}

async fn open() -> Result<Portal> {
    Portal::open(Config::from_env()?, Clock::default()).await
}

async fn run_server(stop: watch::Receiver<bool>, no_worker: bool) -> Result<()> {
    let portal = open().await?;
    require_tables(&portal).await?;
    let url = portal.config.public_url.clone();
    let opened = |address| tracing::info!(%address, url, "the portal is open");
    serve::serve(portal, !no_worker, stop, opened).await
}

async fn run_worker(stop: watch::Receiver<bool>) -> Result<()> {
    let portal = open().await?;
    require_tables(&portal).await?;
    serve::work(portal, stop).await
}

impl Cli {
    pub async fn run(self) -> Result<()> {
        match self.command {
            Command::Schema => {
                print!("{}", schema::sdl());
                return Ok(());
            }
            // They listen for the signal before they open: who is told to stop meanwhile stops as always.
            Command::Serve { no_worker } => {
                return run_server(serve::until_signal()?, no_worker).await;
            }
            Command::Worker => return run_worker(serve::until_signal()?).await,
            _ => {}
        }
        let portal = open().await?;
        match self.command {
            Command::Schema | Command::Serve { .. } | Command::Worker => Ok(()),
            Command::Migrate => migrate(&portal).await,
            Command::Seed(seed) => {
                require_tables(&portal).await?;
                seed.run(&portal).await
            }
            Command::CreateAdmin { email, name } => create_admin(&portal, &email, name).await,
            Command::SignInLink { email } => sign_in_link(&portal, &email).await,
            Command::Token { command } => command.run(&portal).await,
            Command::Schools { command } => {
                require_tables(&portal).await?;
                command.run(&portal).await
            }
            Command::SendTestMail { to } => send_test_mail(&portal, &to).await,
            Command::Verify => verify(&portal).await,
        }
    }
}

async fn migrate(portal: &Portal) -> Result<()> {
    portal.db.migrate().await?;
    school::words::note_missing(portal).await.map_err(told)?;
    Ok(())
}

async fn require_tables(portal: &Portal) -> Result<()> {
    if portal.db.is_migrated().await? {
        return Ok(());
    }
    bail!("the database has to be migrated first: run `portal migrate`")
}

async fn create_admin(portal: &Portal, email: &str, name: Option<String>) -> Result<()> {
    let address = Address::parse(email)
        .with_context(|| format!("{email:?} is no e-mail address"))?
        .into_string();
    let added = tx::write(portal, &Actor::System, async |tx| {
        let known = person::find(tx, &address).await?;
        match known {
            Some(person) => {
                person::give_role(tx, person.id, Role::Administrator).await?;
                Ok(person)
            }
            None => {
                let name = name.unwrap_or_else(|| address.clone());
                let new = NewPerson {
                    name,
                    email: address,
                    roles: vec![Role::Administrator],
                    delivery_partner_id: None,
                };
                person::add(tx, access::entitle::<AddPerson>(&tx.actor)?, new).await
            }
        }
    })
    .await;
    let person = added.map_err(told)?;
    println!("{} <{}> is an administrator.", person.name, person.email);
    Ok(())
}

async fn sign_in_link(portal: &Portal, email: &str) -> Result<()> {
    let link = tx::write(portal, &Actor::System, async |tx| {
        account::print_link(tx, email).await
    })
    .await;
    println!("{}", link.map_err(told)?);
    Ok(())
}

async fn send_test_mail(portal: &Portal, to: &str) -> Result<()> {
    let address = Address::parse(to)
        .with_context(|| format!("{to:?} is no e-mail address"))?
        .into_string();
    let queued = tx::write(portal, &Actor::System, async |tx| {
        queue(tx, Draft::new(Kind::TestMail, "", address)).await
    })
    .await;
    let id = queued.map_err(told)?;
    drain(portal, &Post::open(&portal.config.mail)?, post::render)
        .await
        .map_err(told)?;
    let letter = server::outbox::look(portal, id).await.map_err(told)?;
    match letter.last_error {
        None => println!("The mail server took the letter to {to}."),
        Some(why) => bail!("the mail server did not take the letter: {why}"),
    }
    Ok(())
}

async fn verify(portal: &Portal) -> Result<()> {
    match server::event::verify(&portal.db.read, None)
        .await
        .map_err(told)?
    {
        Ok(links) => println!("The chain holds over {links} events."),
        Err(broken) => bail!("the chain is broken at position {}", broken.position),
    }
    Ok(())
}

fn told(error: Error) -> anyhow::Error {
    match error {
        Error::Internal(cause) => cause,
        Error::Invalid(fields) => {
            anyhow::anyhow!(
                fields
                    .iter()
                    .map(|field| field.message.as_str())
                    .collect::<Vec<_>>()
                    .join(" ")
            )
        }
        other => anyhow::anyhow!(other.message()),
    }
}
