//! `cargo xtask bench`: how many requests the portal answers, beside a ceiling on the same database.
//!
//! The ceiling answers the same with one prepared statement and nothing around it. Both are asked in turns within one
//! run, by the same clients, so that what else the machine does strikes both.

mod process;
mod programs;
mod round;
mod sqlite;
mod stage;
mod table;

use std::path::PathBuf;

use crate::place::Place;
use programs::Programs;
use round::{Course, Question};
use stage::Stage;
use table::Report;

/// What can be said with `bench`.
#[derive(clap::Args)]
pub struct Wishes {
    /// Participants to load; they are kept for the next run.
    #[arg(long, default_value_t = 20_000)]
    participants: u32,
    /// Rounds of each side; medians over them are told.
    #[arg(long, default_value_t = 5)]
    rounds: usize,
    /// Seconds of a round.
    #[arg(long, default_value_t = 5.0)]
    seconds: f64,
    /// Clients who ask at once.
    #[arg(long, default_value_t = 32)]
    connections: usize,
    /// Measure these only; may be given more than once.
    #[arg(long = "only", value_enum)]
    only: Vec<Question>,
    /// Write the figures into this file as well.
    #[arg(long)]
    json: Option<PathBuf>,
    /// Where the loaded databases are kept. The default is the folder `bench` of cargo's target folder.
    #[arg(long)]
    data: Option<PathBuf>,
    /// Measure this portal instead of building one.
    #[arg(long)]
    portal: Option<PathBuf>,
    /// Build nothing: measure what was built before.
    #[arg(long)]
    as_built: bool,
}

/// Measures, and prints a table. It judges nothing: the goals stand beside the figures.
///
/// # Errors
/// When something cannot be built, loaded or started.
pub fn bench(place: &Place, wishes: &Wishes) -> anyhow::Result<()> {
    let programs = Programs::build(place, wishes)?;
    let folder = wishes.data.clone().unwrap_or_else(|| place.bench());
    let course = Course {
        rounds: wishes.rounds,
        seconds: wishes.seconds,
        connections: wishes.connections,
    };
    let wanted = |question| wishes.only.is_empty() || wishes.only.contains(&question);
    let mut report = Report::default();
    if Question::BESIDE.into_iter().any(wanted) {
        let stage = Stage::set(&programs, &folder, wishes.participants)?;
        for question in Question::BESIDE
            .into_iter()
            .filter(|question| wanted(*question))
        {
            match round::beside(&stage, question, &course) {
                Ok(figures) => report.beside.push(figures),
                Err(why) => eprintln!("• {}: not measured: {why:#}", question.title()),
            }
        }
        report.memory = Some(stage.memory()?);
    }
    if wanted(Question::Sqlite) {
        report.sqlite = Some(sqlite::measure(
            &programs,
            &folder,
            wishes.participants,
            &course,
        )?);
    }
    println!("{}", report.table());
    if let Some(file) = &wishes.json {
        std::fs::write(file, serde_json::to_string_pretty(&report.json())?)?;
    }
    Ok(())
}
