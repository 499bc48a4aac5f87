//! The figures, told.

use serde_json::{Value, json};

use super::process::Memory;
use super::round::{Figures, Question, Round};
use super::sqlite::OnSqlite;

#[derive(Default)]
pub struct Report {
    pub beside: Vec<Figures>,
    pub memory: Option<Memory>,
    pub sqlite: Option<OnSqlite>,
}

impl Report {
    pub fn table(&self) -> String {
        let mut lines = vec![format!(
            "{:<36} {:>9} {:>9} {:>6} {:>6} {:>8} {:>8} {:>8} {:>8} {:>7}",
            "",
            "portal/s",
            "ceiling/s",
            "ratio",
            "goal",
            "p50 ms",
            "p99 ms",
            "p50 ceil",
            "p99 ceil",
            "errors"
        )];
        for figures in &self.beside {
            let (one, other) = (&figures.portal, &figures.ceiling);
            lines.push(format!(
                "{:<36} {:>9.1} {:>9.1} {:>6.2} {:>6} {:>8.2} {:>8.2} {:>8.2} {:>8.2} {:>7}",
                figures.question.title(),
                median(one, |round| round.per_second),
                median(other, |round| round.per_second),
                figures.ratio(),
                figures.goal(),
                median(one, |round| round.p50),
                median(one, |round| round.p99),
                median(other, |round| round.p50),
                median(other, |round| round.p99),
                errors(one) + errors(other),
            ));
        }
        lines.push(String::new());
        lines.push(format!(
            "{:<36} {:>9} {:>9} {:>9} {:>9} {:>9} {:>9} {:>8} {:>8} {:>8}",
            "processor ms a request",
            "portal",
            "ceiling",
            "pg/portal",
            "pg/ceil",
            "clients",
            "KB",
            "stmts",
            "idle",
            "ceil"
        ));
        for figures in &self.beside {
            let (one, other) = (&figures.portal, &figures.ceiling);
            lines.push(format!(
                "{:<36} {:>9.3} {:>9.3} {:>9.3} {:>9.3} {:>9.3} {:>9.1} {:>8.1} {:>8.1} {:>8.1}",
                figures.question.title(),
                median(one, |round| round.cpu),
                median(other, |round| round.cpu),
                median(one, |round| round.cpu_database),
                median(other, |round| round.cpu_database),
                median(one, |round| round.cpu_clients),
                median(one, |round| round.bytes) / 1024.0,
                median(one, |round| round.statements),
                figures.statements_idle,
                median(other, |round| round.statements),
            ));
        }
        lines.push(String::new());
        if let Some(memory) = self.memory {
            lines.push(format!(
                "memory of the portal: {} (goal 64 MB)",
                told(memory)
            ));
        }
        if let Some(sqlite) = &self.sqlite {
            lines.push(format!(
                "M1 on SQLite: {:.1} a second, p50 {:.2} ms, p99 {:.2} ms (goal 50 ms), longest {:.2} ms, {} errors (goal 0), \
                 {:.3} processor ms a request, memory {}",
                median(&sqlite.rounds, |round| round.per_second),
                median(&sqlite.rounds, |round| round.p50),
                median(&sqlite.rounds, |round| round.p99),
                median(&sqlite.rounds, |round| round.longest),
                errors(&sqlite.rounds),
                median(&sqlite.rounds, |round| round.cpu),
                told(sqlite.memory),
            ));
        }
        for figures in &self.beside {
            if let Some(difference) = &figures.difference {
                lines.push(format!("{}: {difference}", figures.question.title()));
            }
            let rounds = figures.portal.iter().chain(&figures.ceiling);
            if let Some(error) = rounds.filter_map(|round| round.error.as_ref()).next() {
                lines.push(format!("{}: {error}", figures.question.title()));
            }
        }
        lines.join("\n")
    }

    pub fn json(&self) -> Value {
        let beside: Vec<Value> = self.beside.iter().map(Figures::json).collect();
        let memory = |memory: Memory| json!({ "resident": memory.resident, "peak": memory.peak });
        json!({
            "beside": beside,
            "memory": self.memory.map(memory),
            "sqlite": self.sqlite.as_ref().map(|sqlite| json!({
                "rounds": sqlite.rounds.iter().map(Round::json).collect::<Vec<_>>(),
                "memory": memory(sqlite.memory),
            })),
        })
    }
}

impl Figures {
    /// Requests of the portal for one of the ceiling; for R1 how much longer the portal takes.
    fn ratio(&self) -> f64 {
        match self.question {
            Question::R1 => {
                median(&self.portal, |round| round.p50) / median(&self.ceiling, |round| round.p50)
            }
            _ => {
                median(&self.portal, |round| round.per_second)
                    / median(&self.ceiling, |round| round.per_second)
            }
        }
    }

    fn goal(&self) -> String {
        let sign = if self.question == Question::R1 {
            "≤"
        } else {
            "≥"
        };
        format!("{sign}{:.2}", self.question.goal())
    }

    fn json(&self) -> Value {
        json!({
            "question": self.question.name(),
            "ratio": self.ratio(),
            "goal": self.question.goal(),
            "statements_idle": self.statements_idle,
            "difference": self.difference,
            "portal": self.portal.iter().map(Round::json).collect::<Vec<_>>(),
            "ceiling": self.ceiling.iter().map(Round::json).collect::<Vec<_>>(),
        })
    }
}

impl Round {
    fn json(&self) -> Value {
        json!({
            "per_second": self.per_second, "p50_ms": self.p50, "p99_ms": self.p99, "longest_ms": self.longest,
            "answers": self.answers, "errors": self.errors, "error": self.error, "bytes": self.bytes,
            "statements": self.statements, "cpu_ms": self.cpu, "cpu_database_ms": self.cpu_database,
            "cpu_clients_ms": self.cpu_clients,
        })
    }
}

fn median(rounds: &[Round], of: impl Fn(&Round) -> f64) -> f64 {
    let mut values: Vec<f64> = rounds.iter().map(of).collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

fn errors(rounds: &[Round]) -> f64 {
    rounds.iter().map(|round| round.errors).sum()
}

fn told(memory: Memory) -> String {
    let megabytes = |bytes: u64| bytes / (1024 * 1024);
    format!(
        "{} MB, at most {} MB",
        megabytes(memory.resident),
        megabytes(memory.peak)
    )
}
