//! The commands of the portal.

mod commands;

use clap::Parser as _;

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
