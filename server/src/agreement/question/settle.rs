//! The office's answer, or that there will be none.

use entity::agreement;
use entity::agreement_question::{Model, State};
use entity::event;
use entity::letter::Kind;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::LockType;
use sea_orm::{ActiveModelTrait as _, EntityTrait as _, IntoActiveModel as _, QuerySelect as _};

use crate::access::{Granted, SettleQuestion};
use crate::agreement::is_open;
use crate::agreement::send::write_to;
use crate::error::{Error, Result};
use crate::event::record;
use crate::tx::Tx;
use crate::words::prose;

/// Characters of an answer.
const LONGEST: usize = 4_000;

/// Answers by letter. Whoever is still asked to sign finds the link in it, and is not reminded before the days after this
/// one.
///
/// # Errors
/// `INVALID_INPUT` for an answer that is empty or too long, `WRONG_STATE` where somebody was faster.
pub async fn answer(tx: &Tx, question: Granted<SettleQuestion>, text: &str) -> Result<Model> {
    let text = checked("answer", text, "Write the answer.")?;
    settle(tx, question.into_row(), State::Answered, text).await
}

/// Closes it without a letter, such as after a telephone call. The signatory reads the reason on the page.
///
/// # Errors
/// As [`answer`].
pub async fn close(tx: &Tx, question: Granted<SettleQuestion>, reason: &str) -> Result<Model> {
    let reason = checked(
        "reason",
        reason,
        "Say why the question needs no answer by letter.",
    )?;
    settle(tx, question.into_row(), State::Closed, reason).await
}

async fn settle(tx: &Tx, question: Model, to: State, words: String) -> Result<Model> {
    if question.state != State::Open {
        let by = question.settled_by.unwrap_or_default();
        return Err(Error::WrongState(match question.state {
            State::Closed => format!("{by} has closed this question already."),
            State::Open | State::Answered => format!("{by} has answered this question already."),
        }));
    }
    let by = tx.actor.user().ok_or(Error::Unauthenticated)?.name.clone();
    let agreement = agreement::Entity::find_by_id(question.agreement_id)
        .lock(LockType::NoKeyUpdate)
        .one(tx)
        .await?
        .ok_or(Error::NotFound("agreement"))?;
    let is_asked = is_open(agreement.state);
    let (letter_id, happened) = match to {
        State::Answered => (
            Some(write_to(tx, &agreement, Kind::AgreementQuestionAnswered).await?),
            event::Kind::AgreementQuestionAnswered,
        ),
        State::Open | State::Closed => (None, event::Kind::AgreementQuestionClosed),
    };
    record(tx, happened, &agreement, None).await?;
    let mut row = question.into_active_model();
    row.state = Set(to);
    row.answer = Set(Some(words));
    row.settled_by = Set(Some(by));
    row.settled_at = Set(Some(tx.now));
    row.letter_id = Set(letter_id);
    let row = row.update(tx).await?;
    let open = agreement.open_questions - 1;
    let mut waiting: agreement::ActiveModel = agreement.into_active_model();
    waiting.open_questions = Set(open);
    if letter_id.is_some() && is_asked {
        // It asks again: whether it arrives is looked at, and it reminds of itself.
        waiting.letter_id = Set(letter_id);
        waiting.resent_at = Set(Some(tx.now));
    }
    waiting.update(tx).await?;
    Ok(row)
}

fn checked(field: &'static str, text: &str, empty: &str) -> Result<String> {
    let text = prose(text);
    match text.chars().count() {
        0 => Err(Error::field(field, empty)),
        1..=LONGEST => Ok(text),
        _ => Err(Error::field(
            field,
            format!("Shorten this to {LONGEST} characters."),
        )),
    }
}
