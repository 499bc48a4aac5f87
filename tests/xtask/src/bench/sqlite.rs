//! Many who submit at once on SQLite, where one writes at a time.

use std::fs;
use std::path::Path;

use anyhow::Context as _;

use super::process::{self, Memory};
use super::programs::Programs;
use super::round::{Course, Question, Round, ask};
use super::stage::here;

const PORTAL: u16 = 18082;

pub struct OnSqlite {
    pub rounds: Vec<Round>,
    pub memory: Memory,
}

/// # Errors
/// When the file cannot be loaded, or the portal does not start on it.
pub fn measure(
    programs: &Programs,
    folder: &Path,
    participants: u32,
    course: &Course,
) -> anyhow::Result<OnSqlite> {
    fs::create_dir_all(folder)?;
    let loaded = folder.join(format!("scale_{participants}.db"));
    let measured = folder.join("bench.db");
    if !loaded.exists() {
        remove(&measured)?;
        programs.load(folder, &url(&measured)?, participants)?;
        fs::rename(&measured, &loaded)?;
    }
    remove(&measured)?;
    fs::copy(&loaded, &measured)?;
    // Else what is measured waits for gigabytes of the copy to reach the disk.
    fs::File::open(&measured)?.sync_all()?;
    let (database, address) = (url(&measured)?, here(PORTAL));
    crate::shell::run_quietly(programs.portal(folder, &database, address).arg("migrate"))?;
    let token = programs.token(folder, &database)?;
    let portal = programs.serve(folder, &database, address)?;
    let (plan, at) = (folder.join("plan-sqlite.json"), address.to_string());
    let plan = plan.to_str().context("a path in UTF-8")?;
    programs.step(&[
        "prepare",
        "--database",
        &database,
        "--portal",
        &at,
        "--token",
        &token,
        "--plan",
        plan,
    ])?;
    let mut rounds = Vec::new();
    for number in 0..=course.rounds {
        programs.step(&["reset", "--database", &database, "--plan", plan])?;
        // The first one warms up.
        let seconds = if number == 0 { 1.0 } else { course.seconds };
        let before = process::cpu(portal.id())?;
        let mut round = ask(
            programs,
            plan,
            "portal",
            Question::M1,
            seconds,
            course.connections,
        )?;
        let asked = (round.answers + round.errors).max(1.0);
        round.cpu = (process::cpu(portal.id())? - before) * 1000.0 / asked;
        if number > 0 {
            eprintln!(
                "  m1 on SQLite {:>9.1} a second, p99 {:>8.2} ms",
                round.per_second, round.p99
            );
            rounds.push(round);
        }
    }
    Ok(OnSqlite {
        rounds,
        memory: process::memory(portal.id())?,
    })
}

fn url(file: &Path) -> anyhow::Result<String> {
    let path = file.to_str().context("a path in UTF-8")?;
    Ok(format!("sqlite://{path}?mode=rwc"))
}

/// The file and what SQLite keeps beside it.
fn remove(file: &Path) -> anyhow::Result<()> {
    let path = file.to_str().context("a path in UTF-8")?;
    for ending in ["", "-wal", "-shm"] {
        match fs::remove_file(format!("{path}{ending}")) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    Ok(())
}
