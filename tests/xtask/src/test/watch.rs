//! Runs a test runner, passes on what it says and adds up what it counts.

use std::io::{self, BufRead as _, BufReader, IsTerminal as _, Read, Write};
use std::process::{Command, Stdio};
use std::thread;

use anyhow::{Context as _, bail};

use super::count::{Count, in_line};

/// Runs a test runner to its end.
///
/// # Errors
/// When it cannot be started, or fails before it has run a test.
pub fn watch(command: &mut Command) -> anyhow::Result<Count> {
    if io::stderr().is_terminal() {
        command.env("CARGO_TERM_COLOR", "always");
    }
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .context("the test runner cannot be started")?;
    let stdout = child.stdout.take().context("no output")?;
    let stderr = child.stderr.take().context("no output")?;
    let aside = thread::spawn(move || pass_on(stderr, io::stderr()));
    let mut count = pass_on(stdout, io::stdout());
    count.add(aside.join().unwrap_or_default());

    let status = child.wait()?;
    if !status.success() && count.failed == 0 {
        if count.passed == 0 {
            bail!("the test runner failed ({status})");
        }
        count.failed = 1;
    }
    Ok(count)
}

/// Copies line by line and adds up the summaries. Bytes, because tests may print anything.
fn pass_on(from: impl Read, mut to: impl Write) -> Count {
    let mut from = BufReader::new(from);
    let mut line = Vec::new();
    let mut count = Count::default();
    while from
        .read_until(b'\n', &mut line)
        .is_ok_and(|length| length > 0)
    {
        // A closed terminal must not end the tests.
        let _unseen = to.write_all(&line);
        if let Some(found) = in_line(&String::from_utf8_lossy(&line)) {
            count.add(found);
        }
        line.clear();
    }
    count
}
