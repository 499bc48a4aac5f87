//! Keys for reporting tools, from the command line.

use anyhow::{Context as _, Result, bail};
use chrono::{Months, NaiveDate};
use clap::Subcommand;
use entity::{api_token, training_group};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use server::access::{self, Actor, CreateToken, RevokeToken, TokenScope};
use server::clock::london_day;
use server::portal::Portal;
use server::reading::Reader;
use server::token::{self, NewToken, State};
use server::tx;
use uuid::Uuid;

use super::told;

#[derive(Subcommand)]
pub enum TokenCommand {
    /// Make a key and print it, this once.
    Create {
        /// What it is for.
        #[arg(long)]
        name: String,
        /// What it may read: `reports`, `reports:personal`; may be given more than once.
        #[arg(long = "scope", required = true)]
        scopes: Vec<String>,
        /// The name of the one group that it may read.
        #[arg(long)]
        group: Option<String>,
        /// Its last day, such as 2027-07-31; a year from today if left out.
        #[arg(long, conflicts_with = "never_expires")]
        expires_on: Option<NaiveDate>,
        /// It stays until somebody revokes it.
        #[arg(long)]
        never_expires: bool,
    },
    /// List the keys, newest first, with what they may read and when they were last used.
    List,
    /// Take a key away, at once.
    Revoke {
        /// The key's id, as `portal token list` shows it.
        id: Uuid,
    },
}

impl TokenCommand {
    pub async fn run(self, portal: &Portal) -> Result<()> {
        match self {
            Self::Create {
                name,
                scopes,
                group,
                expires_on,
                never_expires,
            } => {
                let last_day = match never_expires {
                    true => None,
                    false => Some(expires_on.unwrap_or_else(|| in_a_year(portal))),
                };
                let new = NewToken {
                    name,
                    scopes: read_scopes(&scopes)?,
                    group_id: match group {
                        Some(name) => Some(find_group(portal, &name).await?),
                        None => None,
                    },
                    expires_at: last_day.map(token::expires_on),
                };
                create(portal, new).await
            }
            Self::List => list(portal).await,
            Self::Revoke { id } => revoke(portal, id).await,
        }
    }
}

async fn create(portal: &Portal, new: NewToken) -> Result<()> {
    let made = tx::write(portal, &Actor::System, async |tx| {
        token::create(tx, access::entitle::<CreateToken>(&tx.actor)?, new).await
    })
    .await;
    let (secret, row) = made.map_err(told)?;
    let last_day = day(row.expires_at, "the day on which it is revoked");
    eprintln!(
        "{} works until {last_day}. This is its secret, which is shown this once:",
        row.name
    );
    println!("{secret}");
    Ok(())
}

async fn list(portal: &Portal) -> Result<()> {
    let reader = Reader::new(portal, Actor::System);
    println!("id\tname\tstate\tscopes\tgroup\texpires\tlast used");
    for (row, group) in token::all(&reader).await.map_err(told)? {
        println!(
            "{}",
            line(&row, group.as_ref(), State::of(&row, reader.now))
        );
    }
    Ok(())
}

/// Tabs between the columns, so that other programs can take it apart.
fn line(row: &api_token::Model, group: Option<&training_group::Model>, state: State) -> String {
    let state = match state {
        State::Active => "active",
        State::Expired => "expired",
        State::Revoked => "revoked",
    };
    [
        row.id.to_string(),
        row.name.clone(),
        state.to_owned(),
        row.scopes.clone(),
        group.map_or_else(|| "every group".to_owned(), |group| group.name.clone()),
        day(row.expires_at, "never"),
        day(row.last_used_at, "never"),
    ]
    .join("\t")
}

async fn revoke(portal: &Portal, id: Uuid) -> Result<()> {
    let revoked = tx::write(portal, &Actor::System, async |tx| {
        token::revoke(tx, access::load::<RevokeToken>(tx, id).await?).await
    })
    .await;
    println!("{} is revoked.", revoked.map_err(told)?.name);
    Ok(())
}

fn read_scopes(scopes: &[String]) -> Result<Vec<TokenScope>> {
    let read = scopes.iter().map(|scope| {
        TokenScope::parse(scope).with_context(|| {
            format!("there is no scope {scope:?}: choose reports or reports:personal")
        })
    });
    read.collect()
}

async fn find_group(portal: &Portal, name: &str) -> Result<Uuid> {
    let named = training_group::Entity::find().filter(training_group::Column::Name.eq(name));
    match named.all(&portal.db.read).await?.as_slice() {
        [one] => Ok(one.id),
        [] => bail!("there is no group named {name:?}"),
        _ => bail!("several groups are named {name:?}: make the token in the app"),
    }
}

fn in_a_year(portal: &Portal) -> NaiveDate {
    let today = london_day(portal.clock.now());
    today.checked_add_months(Months::new(12)).unwrap_or(today)
}

fn day(at: Option<chrono::DateTime<chrono::Utc>>, none: &str) -> String {
    at.map_or_else(|| none.to_owned(), |at| london_day(at).to_string())
}
