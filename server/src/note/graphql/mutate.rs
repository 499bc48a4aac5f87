//! Noting something down.

use async_graphql::{Context, ID, InputObject, Object, Result};
use entity::application;

use super::ApplicationNote;
use crate::access::{self, CheckTeacherStatus, Guarded as _, NoteOnApplication};
use crate::note::{check_status, write};
use crate::schema::{actor, portal, uuid};
use crate::tx;

#[derive(Default)]
pub struct NoteMutation;

#[Object]
impl NoteMutation {
    /// Notes something down about an application, for the office alone. It stays as it is. For administrators.
    async fn add_application_note(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The application and the words.")] input: AddApplicationNoteInput,
    ) -> Result<ApplicationNote> {
        let id = uuid(&input.application_id, application::Entity::NAME)?;
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            let application = access::load::<NoteOnApplication>(tx, id).await?;
            write(tx, application, &input.text).await
        });
        Ok(ApplicationNote::from(row.await?))
    }

    /// Notes down that you have seen an applicant's teacher status, such as in the register of teachers. For
    /// administrators.
    async fn check_teacher_status(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The application, and what was seen.")] input: CheckTeacherStatusInput,
    ) -> Result<ApplicationNote> {
        let id = uuid(&input.application_id, application::Entity::NAME)?;
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            let application = access::load::<CheckTeacherStatus>(tx, id).await?;
            check_status(tx, application, input.remark.as_deref().unwrap_or_default()).await
        });
        Ok(ApplicationNote::from(row.await?))
    }
}

/// Something to note down about an application.
#[derive(InputObject)]
pub struct AddApplicationNoteInput {
    /// The application.
    application_id: ID,
    /// The words; at most 2,000 characters.
    text: String,
}

/// An applicant whose teacher status was seen.
#[derive(InputObject)]
pub struct CheckTeacherStatusInput {
    /// The application.
    application_id: ID,
    /// What was seen, and where; at most 2,000 characters.
    remark: Option<String>,
}
