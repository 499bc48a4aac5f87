//! What a report answers, as bars.

use serde_json::Value;

use super::ask::AGES;
use crate::api::Day;
use crate::api::read::field;
use crate::ui::when::{self, count};

/// Bars of parts. Each part has a meaning and a look.
#[derive(Default)]
pub struct Chart {
    pub title: &'static str,
    /// What the bars are.
    pub label: &'static str,
    pub parts: Vec<Part>,
    pub bars: Vec<Bar>,
    /// What else is to be said.
    pub note: String,
}

#[derive(Clone, Copy, PartialEq)]
pub struct Part {
    pub words: &'static str,
    /// The end of its class: `good`, `wait`, `bad`, `rest` or `plain`.
    pub look: &'static str,
}

pub struct Bar {
    /// As short as it has to be beside the bar.
    pub label: String,
    /// Said in the table only.
    pub more: String,
    pub numbers: Vec<i32>,
    /// A look of its own, where its label says the same; else empty.
    pub look: &'static str,
}

const fn part(words: &'static str, look: &'static str) -> Part {
    Part { words, look }
}

fn bar(label: impl Into<String>, numbers: Vec<i32>) -> Bar {
    Bar {
        label: label.into(),
        more: String::new(),
        numbers,
        look: "",
    }
}

fn total(data: &Value, name: &str) -> i32 {
    field(&data[name], "total_count").unwrap_or_default()
}

fn nodes(data: &Value) -> &[Value] {
    data["all"]["nodes"].as_array().map_or(&[], Vec::as_slice)
}

fn number(row: &Value, name: &str) -> i32 {
    field(row, name).unwrap_or_default()
}

fn text(row: &Value, name: &str) -> String {
    field(row, name).unwrap_or_default()
}

pub fn risk(data: &Value) -> Chart {
    let numbers = ["n0", "n1", "n2"].map(|name| total(data, name));
    let [red, amber, green] = numbers;
    let none = total(data, "all") - red - amber - green;
    let bars = [
        ("Red: too late", red, "bad"),
        ("Amber: close", amber, "wait"),
        ("Green: in time", green, "good"),
        ("No deadline", none, "rest"),
    ];
    let bars = bars.map(|(label, number, look)| Bar {
        look,
        ..bar(label, vec![number])
    });
    Chart {
        title: "Will the award be held in time?",
        label: "Risk",
        parts: vec![part("Participants", "plain")],
        bars: bars.into(),
        note: "Participants under way, by how their forecast keeps the statutory deadline.".into(),
    }
}

/// Rows of one outcome, such as those of several groups, are one bar.
pub fn outcomes(data: &Value) -> Chart {
    let rows = nodes(data);
    let title = "How far are the outcomes covered?";
    if data["all"]["pageInfo"]["hasNextPage"] == Value::Bool(true) {
        return Chart {
            title,
            note: "Too many rows match for a picture. Filter them by group or cohort.".into(),
            ..Chart::default()
        };
    }
    let mut bars: Vec<Bar> = Vec::new();
    for row in rows {
        let label = text(row, "outcome");
        let numbers = ["met", "partial", "none"].map(|name| number(row, name));
        match bars.iter_mut().find(|bar| bar.label == label) {
            Some(known) => {
                let sums = known.numbers.iter_mut().zip(numbers);
                sums.for_each(|(sum, number)| *sum += number);
            }
            None => bars.push(Bar {
                label,
                more: text(row, "outcome_title"),
                numbers: numbers.into(),
                look: "",
            }),
        }
    }
    Chart {
        title,
        label: "Outcome",
        parts: vec![
            part("Covered", "good"),
            part("Begun", "wait"),
            part("Not yet", "rest"),
        ],
        bars,
        note: "Participants, by what their tasks have covered of each outcome.".into(),
    }
}

pub fn ages(data: &Value) -> Chart {
    Chart {
        title: "How long have requests waited?",
        parts: vec![part("Requests", "plain")],
        note: "Requests to mentors that wait for an answer now, by their age.".into(),
        ..by_age(data)
    }
}

pub fn schools(data: &Value) -> Chart {
    Chart {
        title: "How long have schools been asked to sign?",
        parts: vec![part("Applications", "plain")],
        note: "Applications that wait for the school’s signature now, by the time since the signatory was asked.".into(),
        ..by_age(data)
    }
}

fn by_age(data: &Value) -> Chart {
    let bars = AGES
        .iter()
        .zip(["n0", "n1", "n2", "n3"])
        .map(|((from, to), name)| {
            let label = match to {
                Some(to) if *from == 0 => format!("Under {to} days"),
                Some(to) => format!("{from} to {} days", to - 1),
                None => format!("{from} days or more"),
            };
            bar(label, vec![total(data, name)])
        });
    Chart {
        label: "Waiting for",
        bars: bars.collect(),
        ..Chart::default()
    }
}

pub fn weeks(data: &Value) -> Chart {
    let states = ["APPROVED", "WAITING", "RETURNED"];
    let mut bars: Vec<Bar> = Vec::new();
    for row in nodes(data) {
        let label = when::day_and_month(&Day(text(row, "week")));
        if bars.last().is_none_or(|last| last.label != label) {
            bars.push(bar(label, vec![0; 4]));
        }
        let state = text(row, "state");
        let place = states
            .iter()
            .position(|one| *one == state)
            .unwrap_or(states.len());
        if let Some(last) = bars.last_mut() {
            last.numbers[place] += number(row, "requests");
        }
    }
    Chart {
        title: "What became of requests, week by week?",
        label: "Week of",
        parts: vec![
            part("Approved", "good"),
            part("Waiting", "wait"),
            part("Returned", "bad"),
            part("Withdrawn or revoked", "rest"),
        ],
        bars,
        note: "Requests to mentors by the week in which they were asked, for the last 12 weeks."
            .into(),
    }
}

/// Days up to a week one by one, then weeks.
pub fn times(data: &Value) -> Chart {
    let mut bars: Vec<Bar> = Vec::new();
    let mut median = None;
    for row in nodes(data) {
        let label = match number(row, "days") {
            0 => "Under a day".into(),
            days @ 1..=6 => count(days, "day", "days"),
            days @ 7..=27 => format!("{} to {} days", days / 7 * 7, days / 7 * 7 + 6),
            days => format!("{days} days or more"),
        };
        median = row["medianHours"].as_f64();
        let answered = number(row, "answered");
        match bars.last_mut().filter(|last| last.label == label) {
            Some(last) => last.numbers[0] += answered,
            None => bars.push(bar(label, vec![answered])),
        }
    }
    let half = median.map(|hours| match hours {
        ..48.0 => format!(" Half came within {} hours.", when::number(hours)),
        _ => format!(
            " Half came within {} days.",
            when::number((hours / 2.4).round() / 10.0)
        ),
    });
    Chart {
        title: "How soon do mentors answer?",
        label: "Answered after",
        parts: vec![part("Requests", "plain")],
        bars,
        note: format!(
            "Answers by the days that they took.{}",
            half.unwrap_or_default()
        ),
    }
}
