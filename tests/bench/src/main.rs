//! The parts of `cargo xtask bench` that run as processes of their own: a ceiling to measure the portal against, and
//! the clients who ask both.

mod ask;
mod ceiling;
mod compare;
mod load;
mod plan;
mod prepare;
mod reset;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use clap::Parser;
use load::Asking;
use plan::{Question, Side};

#[derive(Parser)]
enum Command {
    /// Open sessions and find out what can be asked; prints where the plan lies.
    Prepare {
        #[arg(long)]
        database: String,
        /// The portal's address, as HOST:PORT.
        #[arg(long)]
        portal: SocketAddr,
        #[arg(long)]
        ceiling: Option<SocketAddr>,
        /// A reporting tool's key.
        #[arg(long)]
        token: String,
        #[arg(long)]
        plan: PathBuf,
    },
    /// Serve the same answers without the portal, each by one statement.
    Ceiling {
        #[arg(long)]
        database: String,
        #[arg(long)]
        bind: SocketAddr,
    },
    /// Ask until the time is up, and print what came as JSON.
    Load {
        #[arg(long)]
        plan: PathBuf,
        #[arg(long)]
        side: Side,
        #[arg(long)]
        question: Question,
        #[arg(long)]
        seconds: f64,
        #[arg(long)]
        connections: usize,
    },
    /// Ask both sides the same, and fail if the answers differ.
    Compare {
        #[arg(long)]
        plan: PathBuf,
        #[arg(long)]
        question: Question,
    },
    /// Take back what was submitted since the plan was made.
    Reset {
        #[arg(long)]
        database: String,
        #[arg(long)]
        plan: PathBuf,
    },
}

fn main() -> anyhow::Result<()> {
    match Command::parse() {
        Command::Prepare {
            database,
            portal,
            ceiling,
            token,
            plan,
        } => wait_for(async {
            let made = prepare::prepare(&database, portal, ceiling, &token).await?;
            made.write(&plan)
        }),
        Command::Ceiling { database, bind } => {
            let many = tokio::runtime::Builder::new_multi_thread()
                .enable_all()
                .build()?;
            many.block_on(ceiling::serve(&database, bind))
        }
        Command::Load {
            plan,
            side,
            question,
            seconds,
            connections,
        } => {
            let asking = Asking {
                side,
                question,
                connections,
                time: Duration::from_secs_f64(seconds),
            };
            let told = wait_for(load::load(&plan::Plan::read(&plan)?, &asking))?;
            println!("{}", serde_json::to_string(&told)?);
            Ok(())
        }
        Command::Compare { plan, question } => {
            wait_for(compare::compare(&plan::Plan::read(&plan)?, question))
        }
        Command::Reset { database, plan } => {
            wait_for(reset::reset(&database, &plan::Plan::read(&plan)?))
        }
    }
}

/// On one thread: the clients must not take both processors from those whom they ask.
fn wait_for<T>(what: impl Future<Output = anyhow::Result<T>>) -> anyhow::Result<T> {
    let one = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    one.block_on(what)
}
