//! Where PostgreSQL's own programs are.

use std::fs;
use std::path::{Path, PathBuf};

use crate::shell;

/// The newest that Debian installed, which it keeps off the path, or else what the path leads to.
pub fn find() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten();
    let newest = versions
        .map(|version| version.path())
        .filter(|version| version.join("bin/initdb").is_file())
        .max_by_key(|version| {
            version
                .file_name()
                .and_then(|name| name.to_str()?.parse::<u32>().ok())
        });
    newest
        .map(|version| version.join("bin"))
        .or_else(|| shell::on_path("pg_ctl")?.parent().map(Path::to_path_buf))
}
