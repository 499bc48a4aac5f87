//! What the portal logs, kept so that tests can search it.

use std::io;
use std::sync::{Mutex, MutexGuard, Once, PoisonError};

use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::MakeWriter;

static KEPT: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// Everything logged in this process so far, by this test and by those beside it.
pub fn log() -> String {
    String::from_utf8_lossy(&kept()).into_owned()
}

/// Keeps the log from now on: all that our own code says, and what an operator would see of the rest.
pub(crate) fn listen() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        tracing_subscriber::fmt()
            .with_env_filter(EnvFilter::new(
                "info,server=trace,sqlx=warn,sea_orm_migration=warn",
            ))
            .with_ansi(false)
            .with_writer(Notebook)
            .init();
    });
}

fn kept() -> MutexGuard<'static, Vec<u8>> {
    KEPT.lock().unwrap_or_else(PoisonError::into_inner)
}

#[derive(Clone, Copy)]
struct Notebook;

impl<'a> MakeWriter<'a> for Notebook {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        *self
    }
}

impl io::Write for Notebook {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        kept().extend_from_slice(line);
        // Shown with the test's output if it fails.
        print!("{}", String::from_utf8_lossy(line));
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
