//! Many who ask at once, for a while.

use std::cell::Cell;
use std::rc::Rc;
use std::time::{Duration, Instant};

use anyhow::bail;
use serde::Serialize;
use tokio::task::LocalSet;

use crate::ask::Line;
use crate::plan::{Plan, Question, Side};

pub struct Asking {
    pub side: Side,
    pub question: Question,
    pub connections: usize,
    pub time: Duration,
}

/// What came of it. Times in milliseconds.
#[derive(Debug, Serialize)]
pub struct Told {
    pub answers: usize,
    pub errors: usize,
    /// One of the errors.
    pub error: Option<String>,
    pub seconds: f64,
    pub per_second: f64,
    pub p50: f64,
    pub p99: f64,
    pub longest: f64,
    /// Bytes of all answers.
    pub bytes: usize,
    /// Processor seconds of this process.
    pub cpu_seconds: f64,
}

#[derive(Default)]
struct Tally {
    micros: Vec<u32>,
    errors: usize,
    error: Option<String>,
    bytes: usize,
}

/// Asks over all connections until the time is up, or until everything that can be asked once was.
pub async fn load(plan: &Plan, asking: &Asking) -> anyhow::Result<Told> {
    let requests: Rc<[Vec<u8>]> = plan.requests(asking.side, asking.question).into();
    if requests.is_empty() {
        bail!("there is nothing to ask");
    }
    let address = plan.address(asking.side)?;
    let mut lines = Vec::new();
    for _ in 0..asking.connections {
        lines.push(Line::open(address).await?);
    }
    let (next, question) = (Rc::new(Cell::new(0)), asking.question);
    let (before, begin) = (cpu_seconds()?, Instant::now());
    let end = begin + asking.time;
    let together = LocalSet::new();
    let tasks: Vec<_> = lines
        .into_iter()
        .enumerate()
        .map(|(number, line)| {
            let order = Order {
                next: next.clone(),
                seed: number as u64,
                question,
            };
            together.spawn_local(keep_asking(line, requests.clone(), order, end))
        })
        .collect();
    let mut all = Tally::default();
    together
        .run_until(async {
            for task in tasks {
                let one = task.await?;
                all.micros.extend(one.micros);
                all.errors += one.errors;
                all.bytes += one.bytes;
                all.error = all.error.take().or(one.error);
            }
            anyhow::Ok(())
        })
        .await?;
    sum_up(all, begin.elapsed(), cpu_seconds()? - before)
}

/// Which request comes next: any, or each once where it can be asked only once.
struct Order {
    next: Rc<Cell<usize>>,
    seed: u64,
    question: Question,
}

impl Order {
    fn next(&mut self, of: usize) -> Option<usize> {
        if self.question == Question::M1 {
            let at = self.next.replace(self.next.get() + 1);
            return (at < of).then_some(at);
        }
        // Far apart, and every client on a way of its own (splitmix64).
        self.seed = self.seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.seed ^ (self.seed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        usize::try_from((mixed ^ (mixed >> 27)) % of as u64).ok()
    }
}

async fn keep_asking(
    mut line: Line,
    requests: Rc<[Vec<u8>]>,
    mut order: Order,
    end: Instant,
) -> Tally {
    let mut tally = Tally::default();
    while Instant::now() < end {
        let Some(at) = order.next(requests.len()) else {
            break;
        };
        let begin = Instant::now();
        let answer = line.ask(&requests[at]).await;
        let took = begin.elapsed();
        match answer.and_then(|body| check(body, order.question)) {
            Ok(bytes) => {
                tally
                    .micros
                    .push(u32::try_from(took.as_micros()).unwrap_or(u32::MAX));
                tally.bytes += bytes;
            }
            Err(error) => {
                tally.errors += 1;
                tally.error.get_or_insert(format!("{error:#}"));
            }
        }
    }
    tally
}

/// An answer has data and no errors.
fn check(body: &[u8], question: Question) -> anyhow::Result<usize> {
    let text = std::str::from_utf8(body)?;
    let is_good = match question {
        Question::R1 => text.len() > 1000,
        _ => text.starts_with("{\"data\"") && !text.contains("\"errors\""),
    };
    if is_good {
        Ok(text.len())
    } else {
        bail!("{}", text.chars().take(300).collect::<String>())
    }
}

fn sum_up(mut all: Tally, took: Duration, cpu_seconds: f64) -> anyhow::Result<Told> {
    all.micros.sort_unstable();
    let at = |of_thousand: usize| {
        let last = all.micros.len().saturating_sub(1);
        let micros = all
            .micros
            .get(last * of_thousand / 1000)
            .copied()
            .unwrap_or(0);
        f64::from(micros) / 1000.0
    };
    let seconds = took.as_secs_f64();
    Ok(Told {
        answers: all.micros.len(),
        errors: all.errors,
        seconds,
        per_second: all.micros.len() as f64 / seconds,
        p50: at(500),
        p99: at(990),
        longest: at(1000),
        bytes: all.bytes,
        cpu_seconds,
        error: all.error,
    })
}

/// Processor time of this process so far: fields 14 and 15 of `/proc/self/stat`, in hundredths.
fn cpu_seconds() -> anyhow::Result<f64> {
    let stat = std::fs::read_to_string("/proc/self/stat")?;
    let fields = stat
        .rsplit(')')
        .next()
        .unwrap_or_default()
        .split_whitespace();
    let ticks: Vec<f64> = fields
        .skip(11)
        .take(2)
        .filter_map(|field| field.parse().ok())
        .collect();
    Ok(ticks.iter().sum::<f64>() / 100.0)
}
