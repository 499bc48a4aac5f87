//! Asking.

use chrono::Duration;
use entity::agreement;
use entity::agreement_question::{ActiveModel, Column, Entity, Model, State};
use entity::event;
use sea_orm::ActiveValue::Set;
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, EntityTrait as _, IntoActiveModel as _,
    PaginatorTrait as _, QueryFilter as _,
};
use uuid::Uuid;

use crate::access::{AskQuestion, Granted};
use crate::agreement::is_open;
use crate::error::{Error, FieldError, Result};
use crate::event::record;
use crate::person::named;
use crate::tx::Tx;
use crate::words::prose;

/// Characters of a question.
const LONGEST: usize = 2_000;

/// Questions of one asking within a day.
const A_DAY: u64 = 5;

/// Puts a question to the office, under the name that was typed. The same again, while it is open, is the same question:
/// a browser may send a form twice.
///
/// # Errors
/// `INVALID_INPUT` for what is empty or too long, `TOO_MANY` after five within a day, `WRONG_STATE` where nobody is asked to
/// sign any more.
pub async fn ask(tx: &Tx, agreement: Granted<AskQuestion>, by: &str, text: &str) -> Result<Model> {
    let agreement = agreement.into_row();
    if !is_open(agreement.state) {
        return Err(Error::WrongState(
            "The signatory has answered, or is no longer asked.".into(),
        ));
    }
    let (by, text) = checked(by, text)?;
    let same = Entity::find()
        .filter(Column::AgreementId.eq(agreement.id))
        .filter(Column::State.eq(State::Open))
        .filter(Column::AskedBy.eq(&by))
        .filter(Column::Text.eq(&text));
    if let Some(same) = same.one(tx).await? {
        return Ok(same);
    }
    not_too_many(tx, agreement.id).await?;
    let row = ActiveModel {
        id: Set(Uuid::now_v7()),
        agreement_id: Set(agreement.id),
        application_id: Set(agreement.application_id),
        person_id: Set(agreement.person_id),
        state: Set(State::Open),
        text: Set(text),
        asked_by: Set(by),
        asked_at: Set(tx.now),
        answer: Set(None),
        settled_by: Set(None),
        settled_at: Set(None),
        letter_id: Set(None),
    };
    let row = row.insert(tx).await?;
    // The applicant reads what happened, but not what was asked.
    record(tx, event::Kind::AgreementQuestionAsked, &agreement, None).await?;
    let open = agreement.open_questions + 1;
    let mut waiting: agreement::ActiveModel = agreement.into_active_model();
    waiting.open_questions = Set(open);
    waiting.update(tx).await?;
    Ok(row)
}

fn checked(by: &str, text: &str) -> Result<(String, String)> {
    let mut wrong = Vec::new();
    let text = prose(text);
    let message = match text.chars().count() {
        0 => Some("Write your question".to_owned()),
        1..=LONGEST => None,
        _ => Some(format!("Shorten your question to {LONGEST} characters")),
    };
    wrong.extend(message.map(|message| FieldError {
        name: "question",
        message,
    }));
    let by = named("askedBy", by, &mut wrong);
    match wrong.is_empty() {
        true => Ok((by, text)),
        false => Err(Error::Invalid(wrong)),
    }
}

async fn not_too_many(tx: &Tx, agreement_id: Uuid) -> Result<()> {
    let today = Entity::find()
        .filter(Column::AgreementId.eq(agreement_id))
        .filter(Column::AskedAt.gt(tx.now - Duration::days(1)))
        .count(tx)
        .await?;
    if today < A_DAY {
        return Ok(());
    }
    Err(Error::TooMany(format!(
        "{A_DAY} questions came from this page within a day. Ask the next one tomorrow, or answer the letter."
    )))
}
