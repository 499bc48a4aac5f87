//! `cargo xtask …`: what cargo cannot do by itself.
//!
//! `bundle` makes the files a browser loads, `start` runs a portal to try by hand, `test` sets
//! everything up and runs every check, `bench` measures. Each folder reads from its `mod.rs` downwards.

mod bench;
mod bundle;
mod debian;
mod npm;
mod place;
mod port;
mod postgres;
mod secret;
mod shell;
mod start;
mod test;

use std::process::ExitCode;

use clap::Parser;

use place::Place;

/// Work on the portal: bundle, start, test, bench.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version)]
enum Task {
    /// Build the files that a browser loads into frontend/dist.
    Bundle,
    /// Run the portal with demo people, and a mailbox that catches every letter.
    Start(start::Wishes),
    /// Install what is missing, then check, build and run every test.
    Test(test::Wishes),
    /// Measure how many requests the portal answers, beside a ceiling on the same database.
    Bench(bench::Wishes),
}

fn main() -> ExitCode {
    match carry_out(Task::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Not by returning it: a backtrace through this program helps nobody.
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn carry_out(task: Task) -> anyhow::Result<()> {
    let place = Place::find()?;
    match task {
        Task::Bundle => bundle::bundle(&place),
        Task::Start(wishes) => start::start(&place, &wishes),
        Task::Test(wishes) => test::test(&place, &wishes),
        Task::Bench(wishes) => bench::bench(&place, &wishes),
    }
}
