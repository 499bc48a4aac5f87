//! Who may take which award: `cases.txt` against the decision.

mod asked;
pub mod cases;

use std::collections::BTreeSet;

use cases::{Table, award};
use entity::application::Answers;
use server::application::needs::is_needed;
use server::eligibility::{Code, Route, Rules, Verdict, decide, explain};
use server::error::Error;

#[test]
fn every_case_comes_out_as_the_table_says() {
    let table = Table::read();
    assert!(table.cases.len() >= 150, "{} cases", table.cases.len());
    let mut wrong = Vec::new();
    for case in &table.cases {
        let award = award(&case.award);
        let rules = Rules {
            award: &award,
            successor: None,
            starts_on: case.starts_on,
            today: case.today,
        };
        let comes_out = match case.told.circumstances(case.today) {
            Ok(person) => decide(&person, &rules).word().replace('_', " "),
            Err(Error::Invalid(fields)) => {
                let names: Vec<&str> = fields.iter().map(|field| field.name).collect();
                format!("ask {}", names.join(", "))
            }
            Err(other) => format!("{other:?}"),
        };
        if comes_out != case.result {
            let (line, result) = (case.line, &case.result);
            wrong.push(format!("line {line}: {result:?}, but {comes_out:?}"));
        }
    }
    assert!(wrong.is_empty(), "cases.txt:\n{}", wrong.join("\n"));
}

#[test]
fn every_code_is_reached() {
    let table = Table::read();
    let reached: BTreeSet<&str> = table.cases.iter().map(|case| &*case.result).collect();
    for code in Code::ALL {
        let word = code.word().replace('_', " ");
        assert!(
            reached.contains(&*word),
            "cases.txt has no case of {word:?}"
        );
    }
}

#[test]
fn what_follows_is_what_the_table_says() {
    let table = Table::read();
    let told: Vec<Vec<&str>> = table
        .codes
        .iter()
        .map(|row| row.iter().map(String::as_str).collect())
        .collect();
    let yes = |it: bool| if it { "yes" } else { "no" };
    let words = Code::ALL.map(|code| code.word().replace('_', " "));
    let follows: Vec<Vec<&str>> = Code::ALL
        .iter()
        .zip(&words)
        .map(|(code, word)| {
            let follows = code.follows();
            let verdict = match follows.verdict {
                Verdict::Yes => "yes",
                Verdict::NotYet => "not yet",
                Verdict::No => "no",
            };
            let route = match follows.route {
                Some(Route::Full) => "full",
                Some(Route::EarlyYears) => "early years",
                None => "-",
            };
            let needs = yes(follows.needs_analysis);
            vec![word, verdict, route, needs, yes(follows.clock_runs)]
        })
        .collect();
    assert_eq!(told, follows);
}

#[test]
fn a_needs_analysis_is_asked_for_where_the_decision_says_so() {
    for case in Table::read().cases {
        let award = award(&case.award);
        let rules = Rules {
            award: &award,
            successor: None,
            starts_on: case.starts_on,
            today: case.today,
        };
        let Ok(person) = case.told.circumstances(case.today) else {
            continue;
        };
        let follows = decide(&person, &rules).follows();
        let answers = Answers {
            role: Some(case.told.role),
            teacher_status: Some(case.told.teacher_status),
            ..Answers::default()
        };
        if follows.verdict == Verdict::Yes {
            let line = case.line;
            assert_eq!(is_needed(&answers), follows.needs_analysis, "line {line}");
        }
    }
}

#[test]
fn every_code_is_explained_in_words_of_its_own() {
    let (closing, successor) = (award("NASENCO"), award("NPQ"));
    let rules = Rules {
        award: &closing,
        successor: Some(&successor),
        starts_on: closing.limits.caught_after,
        today: closing.limits.caught_after,
    };
    let mut told = BTreeSet::new();
    for code in Code::ALL {
        let words = explain(code, &rules);
        for text in [words.title, &words.text, &words.next_step, words.source] {
            assert!(text.len() > 15, "{code:?}: {text:?}");
            assert!(!text.contains("  "), "{code:?}: {text:?}");
        }
        assert!(
            told.insert(words.text.clone()),
            "{code:?} says what another says"
        );
    }
    let closed = explain(Code::AwardClosed, &rules);
    assert!(
        closed.text.contains("Sunday 1 September 2024"),
        "{}",
        closed.text
    );
    assert!(
        closed.next_step.contains("NPQ for SENCOs"),
        "{}",
        closed.next_step
    );
}
