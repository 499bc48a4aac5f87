//! What people type into the pages, read and checked.

use std::collections::HashMap;

use poem::error::ReadBodyError;
use poem::http::StatusCode;
use poem::web::{Form, Query};
use poem::{Body, FromRequest as _, Request, RequestBody};
use uuid::Uuid;

use crate::approval::waiting::AT_A_TIME;
use crate::approval::{Answer, Decision};

const LONGEST_NAME: usize = 200;
const LONGEST_COMMENT: usize = 4_000;

/// Names and values as they were sent.
#[derive(Clone, Debug, Default)]
pub(super) struct Fields(Vec<(String, String)>);

impl Fields {
    pub async fn of_query(request: &Request) -> Self {
        let read = Query::<Vec<(String, String)>>::from_request_without_body(request).await;
        read.map(|Query(fields)| Self(fields)).unwrap_or_default()
    }

    /// The fields of a posted form, or the status that says why there are none.
    pub async fn of_body(request: &Request, body: Body, limit: usize) -> Result<Self, StatusCode> {
        let bytes = match body.into_bytes_limit(limit).await {
            Ok(bytes) => bytes,
            Err(ReadBodyError::PayloadTooLarge) => return Err(StatusCode::PAYLOAD_TOO_LARGE),
            Err(_) => return Err(StatusCode::BAD_REQUEST),
        };
        let mut body = RequestBody::new(Body::from_bytes(bytes));
        let read = Form::<Vec<(String, String)>>::from_request(request, &mut body).await;
        read.map(|Form(fields)| Self(fields))
            .map_err(|_| StatusCode::BAD_REQUEST)
    }

    /// The last value of that name: a browser sends the one that counts last.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .rev()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    pub fn is_ticked(&self, name: &str) -> bool {
        self.get(name) == Some("yes")
    }

    /// The ids that were sent under that name, as many as a page can hold.
    pub fn ids(&self, name: &str) -> Vec<Uuid> {
        let named = self.0.iter().filter(|(known, _)| known == name);
        some(named.filter_map(|(_, value)| Uuid::parse_str(value).ok()))
    }

    /// The ids in names such as `decision-<id>`.
    fn ids_after(&self, prefix: &str) -> Vec<Uuid> {
        some(
            self.0
                .iter()
                .filter_map(|(name, _)| Uuid::parse_str(name.strip_prefix(prefix)?).ok()),
        )
    }
}

/// The first few, each once.
fn some(ids: impl Iterator<Item = Uuid>) -> Vec<Uuid> {
    let most = usize::try_from(AT_A_TIME).unwrap_or(usize::MAX);
    let mut seen = Vec::new();
    for id in ids {
        if seen.len() < most && !seen.contains(&id) {
            seen.push(id);
        }
    }
    seen
}

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
        let comment = field("comment-")
            .replace("\r\n", "\n")
            .replace(|c: char| c.is_control() && c != '\n' && c != '\t', "");
        Self {
            choice: match field("decision-") {
                "approve" => Some(Choice::Approve),
                "return" => Some(Choice::Return),
                "later" => Some(Choice::Later),
                _ => None,
            },
            comment: comment.trim().to_owned(),
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

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        Fields(
            pairs
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect(),
        )
    }

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

    #[test]
    fn no_more_tasks_than_a_page_holds() {
        let many: Vec<_> = (0..200)
            .map(|n| {
                (
                    format!("decision-{}", Uuid::from_u128(n)),
                    "approve".to_owned(),
                )
            })
            .collect();
        assert_eq!(Typed::read(&Fields(many)).tasks.len(), 50);
        assert!(fields(&[("request", "no uuid")]).ids("request").is_empty());
    }
}
