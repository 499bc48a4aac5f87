//! One step after the other: what it says is passed on, what it counts is added up.

use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use super::count::Count;
use super::watch::watch;

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
        self.step(name, || watch(command))
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
