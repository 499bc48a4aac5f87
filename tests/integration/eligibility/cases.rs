//! `cases.txt`, read.

use chrono::NaiveDate;
use entity::award::{self, Limits};
use entity::circumstances::{Induction, SencoRole, Setting, TeacherStatus};
use serde_json::Value;
use server::eligibility::Told;
use uuid::Uuid;

/// One line.
pub struct Case {
    pub line: usize,
    pub today: NaiveDate,
    pub award: String,
    pub starts_on: NaiveDate,
    pub told: Told,
    pub result: String,
}

pub struct Table {
    pub codes: Vec<Vec<String>>,
    pub cases: Vec<Case>,
}

impl Table {
    pub fn read() -> Self {
        let mut table = Self {
            codes: Vec::new(),
            cases: Vec::new(),
        };
        let mut today = NaiveDate::default();
        for (at, text) in include_str!("cases.txt").lines().enumerate() {
            let cells: Vec<&str> = text
                .split("  ")
                .map(str::trim)
                .filter(|cell| !cell.is_empty())
                .collect();
            match cells.as_slice() {
                [] | ["code" | "award", ..] => {}
                [first, ..] if first.starts_with('#') => {}
                ["today", day] => today = day.parse().expect("a day"),
                cells if cells.len() == 5 => {
                    let row = cells.iter().map(ToString::to_string);
                    table.codes.push(row.collect());
                }
                cells => table.cases.push(case(at + 1, today, cells)),
            }
        }
        table
    }
}

fn case(line: usize, today: NaiveDate, cells: &[&str]) -> Case {
    let &[
        award,
        starts,
        status,
        induction,
        role,
        since,
        before,
        teaches,
        setting,
        holds,
        began,
        result,
    ] = cells
    else {
        panic!("line {line} has {} columns instead of 12", cells.len());
    };
    let unknown = |column: &str, word: &str| -> ! { panic!("line {line}: {column} {word:?}") };
    let day = |column: &str, text: &str| match text {
        "-" => None,
        day => Some(day.parse().unwrap_or_else(|_| unknown(column, text))),
    };
    let yes = |column: &str, text: &str| match text {
        "yes" => Some(true),
        "no" => Some(false),
        "-" => None,
        _ => unknown(column, text),
    };
    let (status, about) = status.split_once(", ").unwrap_or((status, ""));
    let seen = about.strip_prefix("seen ");
    let told = Told {
        teacher_status: match status {
            "QTS" => TeacherStatus::Qts,
            "QTLS" => TeacherStatus::Qtls,
            "EYTS" => TeacherStatus::Eyts,
            "none" => TeacherStatus::None,
            _ => unknown("teacher status", status),
        },
        member: match about {
            "a member" => Some(true),
            "not a member" => Some(false),
            _ => seen.map(|_| true),
        },
        member_seen_on: seen.and_then(|on| day("teacher status", on)),
        induction: match induction {
            "passed" => Some(Induction::Passed),
            "not required" => Some(Induction::NotRequired),
            "in progress" => Some(Induction::InProgress),
            "not passed" => Some(Induction::NotPassed),
            "-" => None,
            _ => unknown("induction", induction),
        },
        role: match role {
            "SENCO" => SencoRole::Designated,
            "headteacher" => SencoRole::Headteacher,
            "aspiring" => SencoRole::Aspiring,
            _ => unknown("role", role),
        },
        appointed_on: day("since", since),
        service_months: match before.split_once(' ') {
            Some((months, "month" | "months")) => months.parse().ok(),
            _ if before == "-" => None,
            _ => unknown("before", before),
        },
        teaches: yes("teaches", teaches),
        setting: match setting {
            "mainstream" => Setting::Mainstream,
            "early years" => Setting::EarlyYears,
            "other" => Setting::Other,
            _ => unknown("setting", setting),
        },
        award_held: yes("holds one", holds).unwrap_or_else(|| unknown("holds one", holds)),
        began_on: day("began", began),
    };
    Case {
        line,
        today,
        award: award.to_owned(),
        starts_on: day("starts", starts).unwrap_or_else(|| unknown("starts", starts)),
        told,
        result: result.to_owned(),
    }
}

/// An award as it ships.
pub fn award(name: &str) -> award::Model {
    let text = match name {
        "NASENCO" => include_str!("../../../server/data/awards/nasenco.json"),
        "NPQ" => include_str!("../../../server/data/awards/npq_senco.json"),
        _ => panic!("no award {name:?}"),
    };
    let file: Value = serde_json::from_str(text).expect("JSON");
    let word = |name: &str| file[name].as_str().expect("a text").to_owned();
    let limits: Limits = serde_json::from_value(file["limits"].clone()).expect("limits");
    award::Model {
        id: Uuid::nil(),
        code: word("code"),
        name: word("name"),
        short_name: word("short_name"),
        qualification: word("qualification"),
        credits: 0,
        level: None,
        limits,
    }
}
