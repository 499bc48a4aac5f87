//! Loading what a portal begins with.

use anyhow::Result;
use chrono::NaiveDate;
use server::access::Actor;
use server::portal::Portal;
use server::programme::{self, demo, scale};
use server::tx;

use super::told;

#[derive(clap::Args)]
pub struct Seed {
    /// Load the fictional demo programme too, once.
    #[arg(long)]
    demo: bool,
    /// Load a fictional programme of so many participants, to measure on. Takes minutes, once.
    #[arg(
        long,
        value_name = "PARTICIPANTS",
        num_args = 0..=1,
        default_missing_value = "20000",
        value_parser = clap::value_parser!(u32).range(1..=500_000)
    )]
    scale: Option<u32>,
    /// With --scale: another number gives other people.
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    random: u64,
    /// With --scale: the day on which that programme stands.
    #[arg(long, value_name = "DAY", default_value = "2026-11-02")]
    today: NaiveDate,
}

impl Seed {
    pub async fn run(self, portal: &Portal) -> Result<()> {
        let awards = tx::write(portal, &Actor::System, async |tx| {
            programme::load_awards(tx).await
        })
        .await;
        for name in awards.map_err(told)? {
            println!("award loaded: {name}");
        }
        if self.demo {
            println!("{}", demo::load(portal).await.map_err(told)?);
        }
        if let Some(participants) = self.scale {
            let wanted = scale::Scale {
                participants: usize::try_from(participants)?,
                random: self.random,
                today: self.today,
            };
            let loaded = scale::load(portal, &wanted).await;
            println!("{}", loaded.map_err(told)?);
        }
        // The last one to close an SQLite file brings into it what still lies beside it.
        Ok(portal.db.close().await?)
    }
}
