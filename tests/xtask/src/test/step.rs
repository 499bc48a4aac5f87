//! One step after the other: what it says is passed on, what it counts is added up.

use std::io::{self, BufRead as _, BufReader, IsTerminal as _, Read, Write};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Instant;

use anyhow::{Context as _, bail};

use super::count::{Count, in_line};

static INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// No further step begins.
pub fn interrupt() {
    INTERRUPTED.store(true, Ordering::Relaxed);
}

/// What has happened so far.
pub struct Record {
    total: Count,
    told: Vec<String>,
}

impl Record {
    pub fn new() -> Self {
        Self {
            total: Count::default(),
            told: Vec::new(),
        }
    }

    /// A step that either succeeds or counts as one failure. Returns whether it succeeded.
    pub fn task(&mut self, name: &str, work: impl FnOnce() -> anyhow::Result<()>) -> bool {
        self.step(name, || work().map(|()| Count::default()))
    }

    /// A program that either succeeds or counts as one failure. Returns whether it succeeded.
    pub fn command(&mut self, name: &str, command: &mut Command) -> bool {
        self.task(name, || crate::shell::run(command))
    }

    /// A program that runs tests. Failing without a failed test, it counts as one failure.
    pub fn tests(&mut self, name: &str, command: &mut Command) -> bool {
        self.step(name, || run_and_count(command))
    }

    /// Something that later steps need. Nothing is told of one that starts.
    pub fn resource<T>(
        &mut self,
        name: &str,
        start: impl FnOnce() -> anyhow::Result<T>,
    ) -> Option<T> {
        if INTERRUPTED.load(Ordering::Relaxed) {
            return None;
        }
        match start() {
            Ok(resource) => Some(resource),
            Err(error) => {
                self.task(name, || Err(error));
                None
            }
        }
    }

    pub fn has_failures(&self) -> bool {
        self.total.failed > 0
    }

    /// A line for each step and, alone on the last line, the total.
    pub fn summary(&self) -> String {
        let Count { passed, failed } = self.total;
        format!(
            "\n{}\n{passed} passed, {failed} failed",
            self.told.join("\n")
        )
    }

    fn step(&mut self, name: &str, work: impl FnOnce() -> anyhow::Result<Count>) -> bool {
        if INTERRUPTED.load(Ordering::Relaxed) {
            self.tell(
                name,
                Count {
                    passed: 0,
                    failed: 1,
                },
                "interrupted",
            );
            return false;
        }
        eprintln!("\n━━ {name}");
        let begin = Instant::now();
        let count = work().unwrap_or_else(|error| {
            eprintln!("{name}: {error:#}");
            Count {
                passed: 0,
                failed: 1,
            }
        });
        self.tell(
            name,
            count,
            &format!("{:.1} s", begin.elapsed().as_secs_f32()),
        );
        count.failed == 0
    }

    fn tell(&mut self, name: &str, count: Count, time: &str) {
        self.total.add(count);
        let mark = if count.failed == 0 {
            "ok    "
        } else {
            "FAILED"
        };
        let Count { passed, failed } = count;
        self.told.push(match passed + failed {
            0 => format!("{mark} {name}: {time}"),
            _ => format!("{mark} {name}: {passed} of {} in {time}", passed + failed),
        });
    }
}

fn run_and_count(command: &mut Command) -> anyhow::Result<Count> {
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
