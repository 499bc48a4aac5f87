//! Taking a mentor's answers.

use entity::letter::Kind;
use poem::Response;
use uuid::Uuid;

use super::desk::Desk;
use super::form::Typed;
use super::{back_to, closed};
use crate::access::{self, Actor, Decide};
use crate::approval::link::Link;
use crate::approval::{Answer, Decided, Decision, decide};
use crate::error::{Error, Result};
use crate::page::Fields;
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
    let mut sent = Vec::new();
    let mut trouble = None;
    for (id, answer) in &answers {
        match put_down(portal, &actor, *id, answer).await {
            Ok(came) => sent.push(told(*id, answer, came)),
            Err(error) => {
                tracing::error!(?error, request = %id, "a decision could not be recorded");
                trouble = Some(error);
            }
        }
    }
    match trouble {
        Some(error) if sent.is_empty() => Err(error),
        // The page tells from the database what stands and what still waits.
        _ => Ok(back_to(&format!("{}?{}", link.token, sent.join("&")))),
    }
}

/// One decision. What no longer fits is no error: the page says what became of it.
async fn put_down(
    portal: &Portal,
    actor: &Actor,
    id: Uuid,
    answer: &Answer,
) -> Result<Option<Decided>> {
    let done = tx::write(portal, actor, async |tx| {
        let request = access::load::<Decide>(tx, id).await?;
        decide(tx, request, answer).await
    });
    match done.await {
        Ok(came) => Ok(Some(came)),
        Err(Error::NotFound(_) | Error::Forbidden | Error::WrongState(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The part of the next page's address that names the answer. A text that had changed is told apart there, since the
/// request waits as it did before.
fn told(id: Uuid, answer: &Answer, came: Option<Decided>) -> String {
    let id = id.simple();
    let meant = match answer.decision {
        Decision::Approve(_) => format!("a={id}"),
        Decision::Return(_) => format!("r={id}"),
    };
    match came {
        Some(Decided::Changed(_)) => format!("{meant}&c={id}"),
        _ => meant,
    }
}
