//! The mentor's form: what was typed into it, and what is wrong with that.

use std::collections::HashMap;

use uuid::Uuid;

use crate::approval::{Answer, Decision};
use crate::page::{Fields, some};
use crate::words::prose;

const LONGEST_NAME: usize = 200;
const LONGEST_COMMENT: usize = 4_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    Approve,
    Return,
    Later,
}

/// The mentor's form as it was typed.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    pub name: String,
    pub is_ticked: bool,
    pub tasks: HashMap<Uuid, Entry>,
    order: Vec<Uuid>,
}

/// What was typed about one task.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    pub choice: Option<Choice>,
    pub comment: String,
    pub hash: String,
}

/// What has to be changed before anything is decided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Wrong {
    pub nothing_chosen: bool,
    pub name: Option<String>,
    pub tick: Option<String>,
    pub choices: HashMap<Uuid, String>,
    pub comments: HashMap<Uuid, String>,
}

impl Typed {
    pub fn read(fields: &Fields) -> Self {
        let mut order = fields.ids_after("hash-");
        order.extend(fields.ids_after("decision-"));
        let order = some(order.into_iter());
        let tasks = order
            .iter()
            .map(|id| (*id, Entry::read(fields, *id)))
            .collect();
        let name = fields.get("name").unwrap_or_default();
        Self {
            name: name
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
                .replace(char::is_control, ""),
            is_ticked: fields.is_ticked("tick"),
            tasks,
            order,
        }
    }

    /// The answers, in the order of the page.
    pub fn check(&self) -> Result<Vec<(Uuid, Answer)>, Box<Wrong>> {
        let mut wrong = Wrong::default();
        let mut answers = Vec::new();
        for id in &self.order {
            let Some(entry) = self.tasks.get(id) else {
                continue;
            };
            match entry.decide() {
                Ok(Some(decision)) => {
                    let signed_name = self.name.clone();
                    answers.push((
                        *id,
                        Answer {
                            decision,
                            signed_name,
                            shown_hash: entry.hash.clone(),
                        },
                    ));
                }
                Ok(None) => {}
                Err(Slip::Choice(message)) => {
                    wrong.choices.insert(*id, message);
                }
                Err(Slip::Comment(message)) => {
                    wrong.comments.insert(*id, message);
                }
            }
        }
        wrong.nothing_chosen =
            answers.is_empty() && wrong.choices.is_empty() && wrong.comments.is_empty();
        wrong.name = match self.name.chars().count() {
            0 => Some("Enter your full name".into()),
            1..=LONGEST_NAME => None,
            _ => Some(format!("Shorten your name to {LONGEST_NAME} characters")),
        };
        if !self.is_ticked {
            wrong.tick = Some("Tick the box to confirm that these are your decisions".into());
        }
        if wrong == Wrong::default() {
            Ok(answers)
        } else {
            Err(Box::new(wrong))
        }
    }
}

enum Slip {
    Choice(String),
    Comment(String),
}

impl Entry {
    fn read(fields: &Fields, id: Uuid) -> Self {
        let field = |prefix: &str| fields.get(&format!("{prefix}{id}")).unwrap_or_default();
        Self {
            choice: match field("decision-") {
                "approve" => Some(Choice::Approve),
                "return" => Some(Choice::Return),
                "later" => Some(Choice::Later),
                _ => None,
            },
            comment: prose(field("comment-")),
            hash: field("hash-").to_owned(),
        }
    }

    fn decide(&self) -> Result<Option<Decision>, Slip> {
        let length = self.comment.chars().count();
        if length > LONGEST_COMMENT {
            return Err(Slip::Comment(format!(
                "Shorten the comment to 4,000 characters; it has {length}"
            )));
        }
        let comment = (length > 0).then(|| self.comment.clone());
        match (self.choice, comment) {
            (Some(Choice::Approve), comment) => Ok(Some(Decision::Approve(comment))),
            (Some(Choice::Return), Some(comment)) => Ok(Some(Decision::Return(comment))),
            (Some(Choice::Return), None) => Err(Slip::Comment(
                "Write what has to change before you return it".into(),
            )),
            (Some(Choice::Later), _) | (None, None) => Ok(None),
            // Otherwise the words would be lost without a sign.
            (None, Some(_)) => Err(Slip::Choice(
                "You wrote a comment: choose whether to approve or return".into(),
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(pairs: &[(&str, &str)]) -> (Uuid, Typed) {
        let id = Uuid::from_u128(7);
        let named = pairs
            .iter()
            .map(|(name, value)| (name.replace('#', &id.to_string()), (*value).to_owned()));
        (id, Typed::read(&Fields(named.collect())))
    }

    #[test]
    fn a_filled_form_is_an_answer() {
        let (id, typed) = form(&[
            ("hash-#", "abc"),
            ("decision-#", "approve"),
            ("name", " Grace  Whitfield "),
            ("tick", "yes"),
        ]);
        let answers = typed.check().expect("valid");
        assert_eq!(answers.len(), 1);
        assert_eq!(answers[0].0, id);
        let expected = Answer {
            decision: Decision::Approve(None),
            signed_name: "Grace Whitfield".into(),
            shown_hash: "abc".into(),
        };
        assert_eq!(answers[0].1, expected);
    }

    #[test]
    fn nothing_is_decided_while_anything_is_missing() {
        let (_, bare) = form(&[("hash-#", "abc")]);
        let wrong = bare.check().expect_err("nothing typed");
        assert!(wrong.nothing_chosen && wrong.name.is_some() && wrong.tick.is_some());

        let (id, silent) = form(&[
            ("decision-#", "return"),
            ("comment-#", " \r\n"),
            ("name", "Grace"),
            ("tick", "yes"),
        ]);
        let wrong = silent.check().expect_err("no comment");
        assert!(wrong.comments.contains_key(&id) && !wrong.nothing_chosen);

        let (id, undecided) = form(&[
            ("hash-#", "abc"),
            ("comment-#", "Good"),
            ("name", "Grace"),
            ("tick", "yes"),
        ]);
        assert!(
            undecided
                .check()
                .expect_err("no choice")
                .choices
                .contains_key(&id)
        );
    }

    #[test]
    fn lengths_and_odd_signs() {
        let long = "x".repeat(4_001);
        let (id, typed) = form(&[
            ("decision-#", "approve"),
            ("comment-#", &long),
            ("name", &long),
            ("tick", "yes"),
        ]);
        let wrong = typed.check().expect_err("too long");
        assert!(wrong.comments.contains_key(&id) && wrong.name.is_some());

        let (id, typed) = form(&[
            ("decision-#", "return"),
            ("comment-#", "a\0b\r\nc"),
            ("name", "G\0race"),
            ("tick", "yes"),
        ]);
        assert_eq!(typed.name, "Grace");
        assert_eq!(typed.tasks[&id].comment, "ab\nc");
    }
}
