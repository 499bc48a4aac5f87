//! What the mentor answers.

use entity::letter::Kind;
use entity::mentor_invitation::Model;
use entity::mentorship::{self, State as Stands};
use entity::{application, event};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};

use super::Step;
use super::invite::{seek, tell_applicant};
use super::life::advance;
use crate::access::{AnswerInvitation, Granted};
use crate::error::{Error, Result};
use crate::event::record;
use crate::person::named;
use crate::tx::Tx;

/// They will. Where the enrolment has begun meanwhile, they approve its tasks from now on.
///
/// # Errors
/// `INVALID_INPUT` without a name, `WRONG_STATE` where it is answered already.
pub async fn accept(tx: &Tx, invitation: Granted<AnswerInvitation>, name: &str) -> Result<Model> {
    let mut wrong = Vec::new();
    let name = named("name", name, &mut wrong);
    if !wrong.is_empty() {
        return Err(Error::Invalid(wrong));
    }
    let now = tx.now;
    let accepted = advance(tx, invitation.into_row(), Step::Accept, |row| {
        row.decided_at = Set(Some(now));
        row.signed_name = Set(Some(name));
    })
    .await?;
    settle(tx, &accepted, Stands::Active).await?;
    record(tx, event::Kind::MentorAccepted, &accepted, None).await?;
    tell_applicant(tx, &accepted, Kind::MentorAccepted).await?;
    Ok(accepted)
}

/// They will not. The applicant hears it, and whoever signed for the school, who can name somebody else.
///
/// # Errors
/// `INVALID_INPUT` without a reason or name, `WRONG_STATE` where it is answered already.
pub async fn decline(
    tx: &Tx,
    invitation: Granted<AnswerInvitation>,
    name: &str,
    reason: &str,
) -> Result<Model> {
    let mut wrong = Vec::new();
    let reason = named("reason", reason, &mut wrong);
    let name = named("name", name, &mut wrong);
    if !wrong.is_empty() {
        return Err(Error::Invalid(wrong));
    }
    let now = tx.now;
    let declined = advance(tx, invitation.into_row(), Step::Decline, |row| {
        row.decided_at = Set(Some(now));
        row.signed_name = Set(Some(name));
        row.reason = Set(Some(reason.clone()));
    })
    .await?;
    settle(tx, &declined, Stands::Ended).await?;
    record(tx, event::Kind::MentorDeclined, &declined, Some(reason)).await?;
    tell_applicant(tx, &declined, Kind::MentorDeclined).await?;
    seek(tx, &declined).await?;
    Ok(declined)
}

/// The mentorship of an enrolment that has begun while the mentor was asked.
async fn settle(tx: &Tx, invitation: &Model, state: Stands) -> Result<()> {
    let application = application::Entity::find_by_id(invitation.application_id)
        .one(tx)
        .await?;
    let Some(enrolment_id) = application.and_then(|application| application.enrolment_id) else {
        return Ok(());
    };
    let mut change =
        mentorship::Entity::update_many().col_expr(mentorship::Column::State, Expr::value(state));
    if state == Stands::Ended {
        change = change
            .col_expr(mentorship::Column::EndedAt, Expr::value(tx.now))
            .col_expr(
                mentorship::Column::EndReason,
                Expr::value("The mentor declined."),
            );
    }
    change
        .filter(mentorship::Column::EnrolmentId.eq(enrolment_id))
        .filter(mentorship::Column::MentorId.eq(invitation.mentor_id))
        .filter(mentorship::Column::State.eq(Stands::Invited))
        .exec(tx)
        .await?;
    Ok(())
}
