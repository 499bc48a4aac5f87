//! Taking a mentor's answers.

use entity::letter::Kind;
use poem::Response;
use uuid::Uuid;

use super::form::{Fields, Typed};
use super::show::Desk;
use super::{back_to, closed};
use crate::access::{self, Actor, Decide};
use crate::approval::link::Link;
use crate::approval::{Answer, Decision, decide};
use crate::error::{Error, Result};
use crate::portal::Portal;
use crate::tx;

/// Records every decision by itself, so that one which no longer fits takes none of the others with it. Nothing is
/// recorded while anything in the form is missing.
pub(super) async fn answer(portal: &Portal, link: &Link, fields: &Fields) -> Result<Response> {
    let Some(mentor) = link.answering() else {
        return closed::show(portal, link, None).await;
    };
    if link.letter.kind == Kind::TaskDecisionReceipt {
        return Ok(back_to(&link.token));
    }
    let typed = Typed::read(fields);
    let answers = match typed.check() {
        Ok(answers) => answers,
        Err(wrong) => {
            return Desk {
                typed,
                wrong: *wrong,
                ..Desk::default()
            }
            .show(portal, link, mentor)
            .await;
        }
    };
    let actor = link.actor(Some(&typed.name));
    let mut recorded = 0;
    let mut trouble = None;
    for (id, answer) in &answers {
        match put_down(portal, &actor, *id, answer).await {
            Ok(()) => recorded += 1,
            Err(error) => {
                tracing::error!(?error, request = %id, "a decision could not be recorded");
                trouble = Some(error);
            }
        }
    }
    match trouble {
        Some(error) if recorded == 0 => Err(error),
        // The page tells from the database what stands and what still waits.
        _ => Ok(back_to(&told(link, &answers))),
    }
}

/// One decision. What no longer fits is no error: the page says what became of it.
async fn put_down(portal: &Portal, actor: &Actor, id: Uuid, answer: &Answer) -> Result<()> {
    let done = tx::write(portal, actor, async |tx| {
        let request = access::load::<Decide>(tx, id).await?;
        decide(tx, request, answer).await
    });
    match done.await {
        Ok(_) | Err(Error::NotFound(_) | Error::Forbidden | Error::WrongState(_)) => Ok(()),
        Err(error) => Err(error),
    }
}

fn told(link: &Link, answers: &[(Uuid, Answer)]) -> String {
    let sent: Vec<String> = answers
        .iter()
        .map(|(id, answer)| match answer.decision {
            Decision::Approve(_) => format!("a={}", id.simple()),
            Decision::Return(_) => format!("r={}", id.simple()),
        })
        .collect();
    format!("{}?{}", link.token, sent.join("&"))
}
