//! How much a browser has to load.

use anyhow::bail;

/// One file's size in octets: as it is, and as it travels.
pub struct Size {
    /// Inside `frontend/dist`.
    pub path: String,
    pub raw: usize,
    pub gzip: usize,
    pub brotli: usize,
}

/// Octets of HTML, CSS, JavaScript and WebAssembly, compressed with brotli, that the first page of a
/// first visit may take. Past it, a school's
/// shared line and an old phone make people wait.
const FIRST_VISIT: usize = 300_000;

/// What a first visit does not load: the explorer, and the parts behind the sign-in.
const LATER: [&str; 3] = ["graphiql/", "assets/split_", "assets/chunk_"];

/// A table for people, ending with the first visit's sum.
pub fn table(sizes: &[Size]) -> String {
    let mut table = format!("{:<44}{:>11}{:>11}{:>11}", "file", "raw", "gzip", "brotli");
    for size in sizes {
        table += &row(&size.path, size.raw, size.gzip, size.brotli);
    }
    let sum = |octets: fn(&Size) -> usize| in_first_visit(sizes).map(octets).sum();
    table += &row(
        "first visit",
        sum(|size| size.raw),
        sum(|size| size.gzip),
        first_visit(sizes),
    );
    table + &format!("\n{:<44}{:>33}", "limit", FIRST_VISIT)
}

/// Octets that a first visit loads.
pub fn first_visit(sizes: &[Size]) -> usize {
    in_first_visit(sizes).map(|size| size.brotli).sum()
}

/// # Errors
/// When a first visit loads more than the limit.
pub fn check_first_visit(octets: usize) -> anyhow::Result<()> {
    if octets > FIRST_VISIT {
        bail!("a first visit loads {octets} octets; the limit is {FIRST_VISIT}");
    }
    Ok(())
}

fn in_first_visit(sizes: &[Size]) -> impl Iterator<Item = &Size> {
    let counts = ["html", "css", "js", "wasm"];
    sizes.iter().filter(move |size| {
        let ending = size.path.rsplit('.').next();
        let later = LATER.iter().any(|start| size.path.starts_with(start));
        !later && ending.is_some_and(|ending| counts.contains(&ending))
    })
}

fn row(name: &str, raw: usize, gzip: usize, brotli: usize) -> String {
    format!("\n{name:<44}{raw:>11}{gzip:>11}{brotli:>11}")
}
