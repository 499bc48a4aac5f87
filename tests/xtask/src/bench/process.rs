//! What a process costs, as Linux tells it.

use std::fs;
use std::process::{Child, Command, ExitStatus};

use anyhow::Context as _;

/// Hundredths of a second: the unit of `/proc/<process>/stat`, whatever the kernel counts in.
const TICKS: f64 = 100.0;

/// A running program. Dropping it ends it.
pub struct Process(Child);

impl Process {
    /// # Errors
    /// When it cannot be started.
    pub fn start(mut command: Command) -> anyhow::Result<Self> {
        let name = command.get_program().to_string_lossy().into_owned();
        let child = command.spawn();
        Ok(Self(
            child.with_context(|| format!("{name} cannot be started"))?,
        ))
    }

    pub fn id(&self) -> u32 {
        self.0.id()
    }

    /// Whether it has ended by itself.
    pub fn ended(&mut self) -> Option<ExitStatus> {
        self.0.try_wait().ok().flatten()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // One that ended by itself is no error here.
        let _ended = self.0.kill();
        let _status = self.0.wait();
    }
}

/// Memory in bytes.
#[derive(Clone, Copy, Debug)]
pub struct Memory {
    pub resident: u64,
    pub peak: u64,
}

/// Memory of a process.
///
/// # Errors
/// When there is no such process.
pub fn memory(process: u32) -> anyhow::Result<Memory> {
    let status = fs::read_to_string(format!("/proc/{process}/status"))?;
    let kilobytes = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name));
        let number = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
        number
            .map(|number| number * 1024)
            .with_context(|| format!("no {name}"))
    };
    Ok(Memory {
        resident: kilobytes("VmRSS:")?,
        peak: kilobytes("VmHWM:")?,
    })
}

/// Processor seconds of a process.
///
/// # Errors
/// When there is no such process.
pub fn cpu(process: u32) -> anyhow::Result<f64> {
    Ok(ticks(process, 2)? / TICKS)
}

/// Processor seconds of a process, its children, and those of its children that have ended.
///
/// # Errors
/// When there is no such process.
pub fn cpu_of_family(parent: u32) -> anyhow::Result<f64> {
    let mut sum = ticks(parent, 4)?;
    for entry in fs::read_dir("/proc")? {
        let Some(process) = entry?
            .file_name()
            .to_str()
            .and_then(|name| name.parse().ok())
        else {
            continue;
        };
        // It may end while we look.
        if stat(process).is_ok_and(|fields| fields.get(1) == Some(&f64::from(parent))) {
            sum += ticks(process, 2).unwrap_or(0.0);
        }
    }
    Ok(sum / TICKS)
}

/// The first of: user, system, children's user, children's system.
fn ticks(process: u32, fields: usize) -> anyhow::Result<f64> {
    Ok(stat(process)?.iter().skip(11).take(fields).sum())
}

/// The fields after the name, which may have anything in it. The first is a letter and counts as zero.
fn stat(process: u32) -> anyhow::Result<Vec<f64>> {
    let text = fs::read_to_string(format!("/proc/{process}/stat"))?;
    let fields = text.rsplit(')').next().unwrap_or_default();
    Ok(fields
        .split_whitespace()
        .map(|field| field.parse().unwrap_or(0.0))
        .collect())
}
