//! The national school list, from the command line.

use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use clap::Subcommand;
use indicatif::{ProgressBar, ProgressStyle};
use server::portal::Portal;
use server::school::{self, Done, Linked, Told};

use super::told;

#[derive(Subcommand)]
pub enum SchoolsCommand {
    /// Read the DfE's list of schools, as "Get Information about Schools" gives it as CSV. Reading it again brings it up to
    /// date; the headteachers that administrators entered stay.
    Import {
        /// The list: `edubasealldata….csv`, in Windows-1252 or UTF-8.
        file: PathBuf,
        /// The links between schools: `links_edubasealldata….csv`.
        #[arg(long, value_name = "FILE")]
        links: Option<PathBuf>,
        /// Where to write the rows that were not taken, or not whole, as CSV.
        #[arg(long, value_name = "FILE.csv")]
        rejects: Option<PathBuf>,
    },
}

impl SchoolsCommand {
    pub async fn run(self, portal: &Portal) -> Result<()> {
        let Self::Import {
            file,
            links,
            rejects,
        } = self;
        let mut rejects = rejects.as_deref().map(Rejects::create).transpose()?;
        let done = read(&file, &mut rejects, async |file, tell| {
            school::import(portal, file, tell).await.map_err(told)
        })
        .await?;
        println!("{}", sum(&done));
        let linked = match &links {
            Some(links) => {
                let linked = read(links, &mut rejects, async |file, tell| {
                    school::link(portal, file, tell).await.map_err(told)
                });
                Some(linked.await?)
            }
            None => None,
        };
        if let Some(linked) = &linked {
            println!("{}", sum_of_links(linked));
        }
        if let Some(rejects) = rejects {
            rejects.close()?;
        }
        if done.added + done.changed + done.unchanged == 0 {
            bail!("{} has no school that could be read", file.display());
        }
        Ok(())
    }
}

type Tell<'t> = Box<dyn FnMut(Told<'_>) + Send + 't>;

/// Reads a file, with a bar that shows how far, and tells what is not taken.
async fn read<T>(
    path: &Path,
    rejects: &mut Option<Rejects>,
    read: impl AsyncFnOnce(BufReader<File>, Tell<'_>) -> Result<T>,
) -> Result<T> {
    let file = File::open(path).with_context(|| format!("cannot open {}", path.display()))?;
    let bar = ProgressBar::new(file.metadata()?.len()).with_style(ProgressStyle::with_template(
        "{wide_bar} {bytes} of {total_bytes}, {eta} left",
    )?);
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mut failed = Ok(());
    let tell = |told: Told<'_>| {
        let (line, urn, why) = match told {
            Told::Read(bytes) => return bar.set_position(bytes),
            Told::Rejected { line, urn, why } => (line, urn, format!("not taken: {why}")),
            Told::Shortened { line, urn, why } => (line, urn, why.to_owned()),
        };
        let of = if urn.is_empty() {
            String::new()
        } else {
            format!(", URN {urn}")
        };
        bar.suspend(|| eprintln!("{name}, line {line}{of}: {why}"));
        if let Some(rejects) = rejects
            && failed.is_ok()
        {
            failed = rejects.write(&name, line, urn, &why);
        }
    };
    let answer = read(BufReader::new(file), Box::new(tell)).await;
    bar.finish_and_clear();
    failed?;
    answer
}

/// The file of rows that were not taken.
struct Rejects(csv::Writer<File>);

impl Rejects {
    fn create(path: &Path) -> Result<Self> {
        let mut to = csv::Writer::from_path(path)
            .with_context(|| format!("cannot write {}", path.display()))?;
        to.write_record(["file", "line", "urn", "reason"])?;
        Ok(Self(to))
    }

    fn write(&mut self, file: &str, line: u64, urn: &str, why: &str) -> Result<()> {
        let line = line.to_string();
        self.0
            .write_record([file, &line, urn, why])
            .context("cannot write the file of rejected rows")
    }

    fn close(mut self) -> Result<()> {
        self.0
            .flush()
            .context("cannot write the file of rejected rows")
    }
}

fn sum(done: &Done) -> String {
    let Done {
        added,
        changed,
        unchanged,
        closed,
        shortened,
        rejected,
    } = done;
    let first = if added + changed == 0 {
        "Nothing changed.".to_owned()
    } else {
        format!("{added} schools added, {changed} changed; {closed} of them have closed.")
    };
    format!(
        "{first} {unchanged} are as they were. {shortened} rows were taken without all they say, {rejected} not at all."
    )
}

fn sum_of_links(linked: &Linked) -> String {
    let Linked {
        added,
        unchanged,
        other,
        rejected,
    } = linked;
    format!(
        "{added} successors added. {unchanged} rows tell what was known, {other} tell of no successor; {rejected} were not taken."
    )
}
