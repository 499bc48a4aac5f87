//! `cargo xtask test`: sets up what is missing, then checks, builds and runs every test.

mod browser;
mod clients;
mod count;
mod plan;
mod runner;
mod step;
mod watch;

use std::process::exit;
use std::thread;

use crate::place::Place;
use step::Record;

/// What can be said with `test`.
#[derive(clap::Args)]
pub struct Wishes {
    /// Run only tests whose name has this in it, and leave out formatting and lints.
    #[arg(long)]
    filter: Option<String>,
}

/// Ends with the line `N passed, M failed`, and this process with 1 if anything failed.
///
/// # Errors
/// When the run cannot even begin.
pub fn test(place: &Place, wishes: &Wishes) -> anyhow::Result<()> {
    keep_running_after_ctrl_c()?;
    let mut record = Record::new();
    plan::run(place, wishes.filter.as_deref(), &mut record);
    println!("{}", record.summary());
    if record.has_failures() {
        exit(1);
    }
    Ok(())
}

/// A terminal sends Ctrl-C to the tests as well. They end, and this process goes on just long
/// enough to stop the database and the browser driver it started.
fn keep_running_after_ctrl_c() -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    thread::spawn(move || {
        if runtime.block_on(tokio::signal::ctrl_c()).is_ok() {
            step::interrupt();
            // A second one is from somebody who cannot wait.
            let _second = runtime.block_on(tokio::signal::ctrl_c());
            exit(130);
        }
    });
    Ok(())
}
