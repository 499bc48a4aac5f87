//! The school's answer to a needs analysis.

use entity::needs::{Ability, Review, Reviewed};

use crate::application::needs::{Analysis, Line};
use crate::error::{Error, FieldError, Result};
use crate::words::list;

/// Characters of a comment.
const LONGEST: usize = 500;

/// What a signatory says of the outcomes.
#[derive(Clone, Debug, Default)]
pub struct Answered {
    /// The codes of those that the school cannot support.
    pub gaps: Vec<String>,
    /// By code.
    pub comments: Vec<(String, String)>,
    /// Whether it supports all others.
    pub is_confirmed: bool,
}

impl Answered {
    fn to(&self, outcome: &Line) -> Reviewed {
        let code = outcome.code.clone();
        let comment = self.comments.iter().find(|(of, _)| *of == code);
        Reviewed {
            is_supported: !self.gaps.contains(&code),
            comment: comment.map_or_else(String::new, |(_, said)| said.clone()),
            code,
        }
    }
}

/// The answer to every outcome.
///
/// # Errors
/// `INVALID_INPUT` for one that is not supported without saying what is missing, for one that the applicant cannot show
/// without saying how the school makes it possible, and without the confirmation.
pub(super) fn review(analysis: &Analysis, answered: &Answered) -> Result<Review> {
    let reviewed: Vec<Reviewed> = analysis.0.iter().map(|line| answered.to(line)).collect();
    let lines = analysis.0.iter().zip(&reviewed);
    let mut wrong: Vec<FieldError> = lines
        .filter_map(|(line, answer)| complaint(line, answer))
        .map(|message| FieldError {
            name: "needs",
            message,
        })
        .collect();
    if !answered.is_confirmed {
        wrong.push(FieldError {
            name: "supports",
            message: "Tick the box if the school supports the outcomes".into(),
        });
    }
    match wrong.is_empty() {
        true => Ok(Review(reviewed)),
        false => Err(Error::Invalid(wrong)),
    }
}

fn complaint(outcome: &Line, answer: &Reviewed) -> Option<String> {
    let code = &outcome.code;
    let is_silent = answer.comment.is_empty();
    match (answer.is_supported, outcome.ability) {
        _ if answer.comment.chars().count() > LONGEST => Some(format!(
            "{code}: shorten the comment to {LONGEST} characters"
        )),
        (false, _) if is_silent => Some(format!("{code}: say what is missing")),
        (true, Ability::Cannot) if is_silent => Some(format!(
            "{code}: say how the school makes it possible, or tick that it cannot"
        )),
        _ => None,
    }
}

/// "A3 and B2": the outcomes that the school cannot support; empty where there are none.
pub(super) fn gaps(review: &Review) -> String {
    let codes: Vec<String> = review.gaps().map(|gap| gap.code.clone()).collect();
    list(&codes)
}

/// The answer as people read it: what is supported, then the comments.
pub(super) fn lines(review: &Review) -> Vec<String> {
    let all = match gaps(review).as_str() {
        "" => "The school supports every learning outcome of the needs analysis.".to_owned(),
        gaps => format!(
            "The school supports every learning outcome of the needs analysis except {gaps}."
        ),
    };
    let comments = review.0.iter().filter(|one| !one.comment.is_empty());
    let comments = comments.map(|one| format!("{}: {}", one.code, one.comment));
    std::iter::once(all).chain(comments).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn analysis() -> Analysis {
        let line = |code: &str, ability| Line {
            code: code.into(),
            title: "Law".into(),
            description: String::new(),
            ability,
            note: String::new(),
        };
        Analysis(vec![line("A1", Ability::Now), line("A2", Ability::Cannot)])
    }

    fn answered(gaps: &[&str], comments: &[(&str, &str)]) -> Answered {
        Answered {
            gaps: gaps.iter().map(|code| (*code).to_owned()).collect(),
            comments: comments
                .iter()
                .map(|(code, said)| ((*code).to_owned(), (*said).to_owned()))
                .collect(),
            is_confirmed: true,
        }
    }

    #[test]
    fn what_cannot_be_shown_is_explained_either_way() {
        for (gaps, comments, complaints) in [
            (&[][..], &[][..], 1),
            (&["A2"], &[], 1),
            (&["A1", "A2"], &[], 2),
            (&[], &[("A2", "She joins the leadership team")], 0),
            (&["A2"], &[("A2", "There is no such work here")], 0),
            (&["Z9"], &[("A2", "She joins the leadership team")], 0),
        ] {
            let found = match review(&analysis(), &answered(gaps, comments)) {
                Err(Error::Invalid(wrong)) => wrong.len(),
                other => usize::from(other.is_err()),
            };
            assert_eq!(found, complaints, "{gaps:?} {comments:?}");
        }
    }

    #[test]
    fn gaps_are_named_before_the_comments() {
        let given = answered(&["A2"], &[("A2", "There is no such work here")]);
        let review = review(&analysis(), &given).expect("a review");
        assert_eq!(
            lines(&review),
            [
                "The school supports every learning outcome of the needs analysis except A2.",
                "A2: There is no such work here"
            ]
        );
    }
}
