//! An account of this machine.

use std::process::Command;

use crate::shell;

/// Who the server runs as when we are root, which it refuses.
#[derive(Clone, Copy)]
pub struct Owner {
    pub user: u32,
    pub group: u32,
}

impl Owner {
    /// The account that Debian's package brings, or else the one that owns nothing.
    ///
    /// # Errors
    /// When the machine has neither.
    pub fn find() -> anyhow::Result<Self> {
        let id = |which: &str, name: &str| -> anyhow::Result<u32> {
            Ok(shell::run_quietly(Command::new("id").args([which, name]))?
                .trim()
                .parse()?)
        };
        let name = if id("-u", "postgres").is_ok() {
            "postgres"
        } else {
            "nobody"
        };
        Ok(Self {
            user: id("-u", name)?,
            group: id("-g", name)?,
        })
    }
}
