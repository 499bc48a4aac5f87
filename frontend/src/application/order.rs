//! Which question follows which, and which answers make which questions needless.

use super::asked::Question;
use super::questions::QUESTIONS;

/// Whether the answers given so far leave this to be asked.
pub fn applies(name: &str, said: &dyn Fn(&str) -> String) -> bool {
    let is_senco = || matches!(&*said("role"), "Designated" | "Headteacher");
    match name {
        "member" => said("teacherStatus") == "Qtls",
        "induction" => matches!(&*said("teacherStatus"), "Qts" | "Qtls"),
        "appointedOn" | "serviceMonths" => is_senco(),
        "teaches" => said("role") != "Headteacher",
        "purchaseOrder" => !matches!(&*said("payer"), "" | "Applicant"),
        _ => true,
    }
}

/// Where in the order this page stands.
pub fn position(name: &str) -> Option<usize> {
    QUESTIONS.iter().position(|question| question.name == name)
}

/// The page after so many; at the end everything is checked.
pub fn page_at(at: usize) -> &'static str {
    QUESTIONS.get(at).map_or("check", |question| question.name)
}

/// The page to go on with: the first that lacks an answer, but none that comes after a page never seen.
pub fn resume(said: &dyn Fn(&str) -> String) -> &'static str {
    let lacks = |question: &Question| {
        question.asked.iter().any(|one| {
            !one.missing.is_empty() && applies(one.name, said) && said(one.name).is_empty()
        })
    };
    let seen = |question: &Question| question.asked.iter().any(|one| !said(one.name).is_empty());
    let lacking = QUESTIONS.iter().position(lacks).unwrap_or(QUESTIONS.len());
    let after = QUESTIONS.iter().rposition(seen).map_or(0, |at| at + 1);
    page_at(lacking.min(after))
}
