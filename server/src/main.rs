//! The commands of the portal.

mod commands;

use clap::Parser as _;

/// An answer is a few thousand small pieces of memory, taken and given back by several threads.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> std::process::ExitCode {
    dotenvy::dotenv().ok();
    commands::log();
    match commands::Cli::parse().run().await {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("portal: {error:#}");
            std::process::ExitCode::FAILURE
        }
    }
}
