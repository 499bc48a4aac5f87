//! Asking somebody to sign.

use chrono::Duration;
use entity::agreement::{self, State};
use entity::application::{Answers, Capacity};
use entity::letter::Kind;
use entity::{application as applied, event};
use sea_orm::ActiveValue::Set;
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, EntityTrait as _, PaginatorTrait as _,
    QueryFilter as _,
};
use uuid::Uuid;

use super::current;
use crate::application::{self, Step, Surroundings};
use crate::error::{Error, Result};
use crate::event::record;
use crate::outbox::{Draft, queue};
use crate::tx::Tx;

/// Signatories whom one application can have asked within a day.
const ASKED_A_DAY: u64 = 5;

/// Who is asked to sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signatory {
    pub name: String,
    /// Lower case.
    pub email: String,
    pub capacity: Capacity,
}

impl Signatory {
    /// The one whom the applicant named, if all of it is there.
    pub fn named_in(answers: &Answers) -> Option<Self> {
        Some(Self {
            name: answers.signatory_name.clone()?,
            email: answers.signatory_email.clone()?,
            capacity: answers.signatory_capacity?,
        })
    }
}

/// Asks them, with the programme's current words; the application waits for the school from now on. `handed_from` is the
/// asking whose signatory named this one.
///
/// # Errors
/// `TOO_MANY` after five within a day.
pub async fn send(
    tx: &Tx,
    application: applied::Model,
    around: &Surroundings,
    signatory: &Signatory,
    handed_from: Option<Uuid>,
) -> Result<applied::Model> {
    not_too_many(tx, application.id).await?;
    let text = current(tx, around.programme.id).await?;
    let recorded = around
        .school
        .as_ref()
        .and_then(|school| school.head_email.as_deref());
    let is_recorded = recorded == Some(signatory.email.as_str());
    let mut row = agreement::ActiveModel {
        id: Set(Uuid::now_v7()),
        application_id: Set(application.id),
        person_id: Set(application.person_id),
        text_id: Set(text.id),
        state: Set(State::Sent),
        name: Set(signatory.name.clone()),
        email: Set(signatory.email.clone()),
        capacity: Set(signatory.capacity),
        handed_from: Set(handed_from),
        letter_id: Set(None),
        asked_at: Set(tx.now),
        resent_at: Set(None),
        reminders: Set(0),
        notices: Set(0),
        open_questions: Set(0),
        // The address that the school's record has needs nobody to compare it.
        checked_at: Set(is_recorded.then_some(tx.now)),
        checked_by: Set(is_recorded.then(|| "The school's record".to_owned())),
        decided_at: Set(None),
        reason: Set(None),
        signed_text: Set(None),
        text_hash: Set(None),
        signed_name: Set(None),
        appointed_on: Set(None),
        mentor_name: Set(None),
        mentor_email: Set(None),
        mentor_post: Set(None),
        review: Set(None),
        gaps_accepted_at: Set(None),
        gaps_accepted_by: Set(None),
        gaps_plan: Set(None),
        paper_since: Set(None),
        scan_id: Set(None),
        ip: Set(None),
        user_agent: Set(None),
        created_at: Set(tx.now),
    }
    .insert(tx)
    .await?;
    row.letter_id = Some(write_to(tx, &row, Kind::AgreementRequested).await?);
    let named = agreement::ActiveModel {
        id: sea_orm::ActiveValue::Unchanged(row.id),
        letter_id: Set(row.letter_id),
        ..Default::default()
    };
    named.update(tx).await?;
    record(tx, event::Kind::AgreementSent, &row, None).await?;
    application::advance(tx, application, Step::AskSchool, |_| {}).await
}

/// Addresses of strangers can be typed here: nobody has the portal write to many of them.
async fn not_too_many(tx: &Tx, application_id: Uuid) -> Result<()> {
    let today = agreement::Entity::find()
        .filter(agreement::Column::ApplicationId.eq(application_id))
        .filter(agreement::Column::AskedAt.gt(tx.now - Duration::days(1)))
        .count(tx)
        .await?;
    if today < ASKED_A_DAY {
        return Ok(());
    }
    Err(Error::TooMany(format!(
        "{ASKED_A_DAY} people were asked to sign within a day. Somebody else can be asked tomorrow."
    )))
}

/// Queues a letter to the signatory.
pub(super) async fn write_to(tx: &Tx, agreement: &agreement::Model, kind: Kind) -> Result<Uuid> {
    let draft = Draft::new(kind, &agreement.name, &agreement.email)
        .about_application(agreement.application_id)
        .about_agreement(agreement.id)
        .in_thread(format!("agreement.{}", agreement.id));
    queue(tx, draft).await
}

/// Queues a letter to the applicant about it.
pub(super) async fn tell_applicant(
    tx: &Tx,
    agreement: &agreement::Model,
    kind: Kind,
) -> Result<Uuid> {
    let draft = application::to_applicant(tx, agreement.person_id, agreement.application_id, kind)
        .await?
        .about_agreement(agreement.id);
    queue(tx, draft).await
}
