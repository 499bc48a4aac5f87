//! Rounds: one side is asked for some seconds, then the other.

use anyhow::Context as _;
use clap::ValueEnum;
use serde_json::Value;

use super::process;
use super::stage::Stage;

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "lower")]
pub enum Question {
    Q1,
    Q2,
    Q3,
    M1,
    R1,
    /// M1 on SQLite, where there is no ceiling.
    Sqlite,
}

impl Question {
    /// Those that are asked of both sides.
    pub const BESIDE: [Self; 5] = [Self::Q1, Self::Q2, Self::Q3, Self::M1, Self::R1];

    pub fn name(self) -> &'static str {
        match self {
            Self::Q1 => "q1",
            Self::Q2 => "q2",
            Self::Q3 => "q3",
            Self::M1 | Self::Sqlite => "m1",
            Self::R1 => "r1",
        }
    }

    pub fn title(self) -> &'static str {
        match self {
            Self::Q1 => "Q1 a participant's dashboard",
            Self::Q2 => "Q2 fifty of a group, with progress",
            Self::Q3 => "Q3 a report page of a hundred tasks",
            Self::M1 => "M1 submit a task",
            Self::R1 => "R1 all tasks as CSV",
            Self::Sqlite => "M1 on SQLite",
        }
    }

    /// The share of the ceiling's requests that is the goal; for R1 how much longer it may take.
    pub fn goal(self) -> f64 {
        match self {
            Self::Q1 => 0.55,
            Self::Q2 => 0.75,
            Self::Q3 => 0.65,
            Self::M1 | Self::Sqlite => 0.50,
            Self::R1 => 1.5,
        }
    }
}

/// How long and how hard.
pub struct Course {
    pub rounds: usize,
    pub seconds: f64,
    pub connections: usize,
}

/// One round of one side. Times in milliseconds, processor time in milliseconds a request.
#[derive(Clone, Debug, Default)]
pub struct Round {
    pub per_second: f64,
    pub p50: f64,
    pub p99: f64,
    pub longest: f64,
    pub answers: f64,
    pub errors: f64,
    pub error: Option<String>,
    pub bytes: f64,
    pub statements: f64,
    pub cpu: f64,
    pub cpu_database: f64,
    pub cpu_clients: f64,
}

/// All rounds of a question.
pub struct Figures {
    pub question: Question,
    pub portal: Vec<Round>,
    pub ceiling: Vec<Round>,
    /// Statements of one request while nobody else asks.
    pub statements_idle: f64,
    /// Why the answers of both sides are not the same, if they are not.
    pub difference: Option<String>,
}

/// Measures both sides in turns.
///
/// # Errors
/// When nothing can be asked.
pub fn beside(stage: &Stage<'_>, question: Question, course: &Course) -> anyhow::Result<Figures> {
    let plan = plan(stage)?;
    let difference = if question == Question::M1 {
        None
    } else {
        let compared =
            stage
                .programs
                .step(&["compare", "--plan", plan, "--question", question.name()]);
        compared.err().map(|why| format!("{why:#}"))
    };
    let clients = if question == Question::R1 {
        1
    } else {
        course.connections
    };
    let warm = course.seconds.min(1.0);
    let statements_idle = one(stage, question, "portal", warm / 2.0, 1)?.statements;
    for side in ["portal", "ceiling"] {
        one(stage, question, side, warm, clients)?;
    }
    let mut figures = Figures {
        question,
        portal: Vec::new(),
        ceiling: Vec::new(),
        statements_idle,
        difference,
    };
    for number in 0..course.rounds {
        let mut turns = [
            ("portal", &mut figures.portal),
            ("ceiling", &mut figures.ceiling),
        ];
        // Whoever goes first has the warmer or the colder machine, each as often as the other.
        if number % 2 == 1 {
            turns.reverse();
        }
        for (side, rounds) in turns {
            let round = one(stage, question, side, course.seconds, clients)?;
            eprintln!(
                "  {} {side:<8} {:>9.1} a second, p99 {:>8.2} ms{}",
                question.name(),
                round.per_second,
                round.p99,
                round
                    .error
                    .as_ref()
                    .map(|error| format!(", {error}"))
                    .unwrap_or_default(),
            );
            rounds.push(round);
        }
    }
    Ok(figures)
}

fn plan<'a>(stage: &'a Stage<'_>) -> anyhow::Result<&'a str> {
    stage.plan.to_str().context("a path in UTF-8")
}

fn one(
    stage: &Stage<'_>,
    question: Question,
    side: &str,
    seconds: f64,
    clients: usize,
) -> anyhow::Result<Round> {
    let plan = plan(stage)?;
    if question == Question::M1 {
        let database = stage.postgres.url_of("bench");
        stage
            .programs
            .step(&["reset", "--database", &database, "--plan", plan])?;
    }
    stage.forget_statements()?;
    let server = if side == "portal" {
        stage.portal.id()
    } else {
        stage.ceiling.id()
    };
    let database = stage.postgres.process()?;
    let before = (process::cpu(server)?, process::cpu_of_family(database)?);
    let mut round = ask(stage.programs, plan, side, question, seconds, clients)?;
    let after = (process::cpu(server)?, process::cpu_of_family(database)?);
    let asked = (round.answers + round.errors).max(1.0);
    round.statements = stage.statements()? / asked;
    round.cpu = (after.0 - before.0) * 1000.0 / asked;
    round.cpu_database = (after.1 - before.1) * 1000.0 / asked;
    Ok(round)
}

/// Has clients ask, in a process of their own.
///
/// # Errors
/// When they cannot.
pub fn ask(
    programs: &super::Programs,
    plan: &str,
    side: &str,
    question: Question,
    seconds: f64,
    clients: usize,
) -> anyhow::Result<Round> {
    let (seconds, clients) = (seconds.to_string(), clients.to_string());
    let said = programs.step(&[
        "load",
        "--plan",
        plan,
        "--side",
        side,
        "--question",
        question.name(),
        "--seconds",
        &seconds,
        "--connections",
        &clients,
    ])?;
    let told: Value = serde_json::from_str(&said)?;
    let number = |name: &str| told[name].as_f64().unwrap_or(0.0);
    let asked = (number("answers") + number("errors")).max(1.0);
    Ok(Round {
        per_second: number("per_second"),
        p50: number("p50"),
        p99: number("p99"),
        longest: number("longest"),
        answers: number("answers"),
        errors: number("errors"),
        error: told["error"].as_str().map(str::to_owned),
        bytes: number("bytes") / asked,
        cpu_clients: number("cpu_seconds") * 1000.0 / asked,
        ..Round::default()
    })
}
