//! Asking the office something.

use askama::Template;
use entity::agreement_question::{Model, State};
use poem::Response;
use poem::http::StatusCode;
use poem::web::Redirect;

use super::answer::{OWN_NAME, again, settled};
use super::back_to;
use crate::access::{self, AskQuestion};
use crate::agreement::link::Link;
use crate::agreement::question::{ask as put, of_agreement};
use crate::error::{Error, FieldError, Result};
use crate::page::{Fields, Filled, Frame, Standing, page};
use crate::person::masked;
use crate::portal::Portal;
use crate::tx;
use crate::words::moment;

/// A question and what came of it, as its signatory reads them.
#[derive(Clone, Debug)]
pub(super) struct Question {
    pub at: String,
    pub by: String,
    pub text: String,
    pub answer: Option<String>,
    /// When the answer came, or the question was closed.
    pub settled: String,
    pub is_closed: bool,
}

#[derive(Template)]
#[template(path = "pages/agreement_asked.html")]
struct AskedPage<'a> {
    frame: Frame,
    address: String,
    applicant: &'a str,
    mailbox: String,
    /// Whether the link still leads to the words and the form.
    is_open: bool,
    questions: Vec<Question>,
}

/// Puts the question, and shows that it is there.
pub(super) async fn ask(portal: &Portal, link: &Link, fields: &Fields) -> Result<Response> {
    if link.standing != Standing::Open {
        return Ok(back_to(&link.token));
    }
    let mut wrong = Vec::new();
    let needed = [("question", "Write your question"), ("askedBy", OWN_NAME)];
    fields.missing(&needed, &mut wrong);
    if !wrong.is_empty() {
        let filled = Filled::sent(fields, wrong);
        return again(portal, link, |forms| forms.ask = filled).await;
    }
    let (name, text) = (fields.typed("askedBy"), fields.typed("question"));
    let actor = link.actor(Some(&name));
    let done = tx::write(portal, &actor, async |tx| {
        let agreement = access::load::<AskQuestion>(tx, link.agreement.id).await?;
        put(tx, agreement, &name, &text).await
    });
    let wrong = match done.await {
        Ok(_) => {
            let shown = format!("{}/asked", super::page_of(&link.token));
            return Ok(poem::IntoResponse::into_response(Redirect::see_other(
                shown,
            )));
        }
        Err(Error::Invalid(wrong)) => wrong,
        Err(Error::TooMany(message)) => vec![FieldError {
            name: "question",
            message,
        }],
        Err(error) => return settled(link, Err(error)),
    };
    let filled = Filled::sent(fields, wrong);
    again(portal, link, |forms| forms.ask = filled).await
}

/// What was asked, while any of it waits for an answer.
pub(super) async fn asked(portal: &Portal, link: &Link) -> Result<Response> {
    if link.standing != Standing::Open || link.agreement.open_questions == 0 {
        return Ok(back_to(&link.token));
    }
    let questions = shown(portal, link).await?;
    let shown = AskedPage {
        frame: Frame::new(portal, "Your question is with the programme office"),
        address: super::page_of(&link.token),
        applicant: &link.around.person.name,
        mailbox: masked(&link.agreement.email),
        is_open: link.is_asked(),
        questions,
    };
    Ok(page(StatusCode::OK, &shown))
}

/// What this signatory asked.
pub(super) async fn shown(portal: &Portal, link: &Link) -> Result<Vec<Question>> {
    let asked = of_agreement(&portal.db.read, link.agreement.id).await?;
    Ok(asked.into_iter().map(Question::from).collect())
}

impl From<Model> for Question {
    fn from(row: Model) -> Self {
        Self {
            at: moment(row.asked_at),
            by: row.asked_by,
            text: row.text,
            answer: row.answer,
            settled: row.settled_at.map(moment).unwrap_or_default(),
            is_closed: row.state == State::Closed,
        }
    }
}
