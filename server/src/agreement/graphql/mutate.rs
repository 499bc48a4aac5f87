//! Doing something with an asking.

use async_graphql::{Context, ID, InputObject, Object, Result};
use entity::agreement;

use super::Agreement;
use crate::access::{self, CheckSignatory, Guarded as _, ResendAgreement};
use crate::agreement::{check, resend};
use crate::schema::{actor, portal, uuid};
use crate::tx;

#[derive(Default)]
pub struct AgreementMutation;

#[Object]
impl AgreementMutation {
    /// Writes to the signatory again; once a day.
    async fn resend_agreement(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The asking.")] input: ResendAgreementInput,
    ) -> Result<Agreement> {
        let id = uuid(&input.agreement_id, agreement::Entity::NAME)?;
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            resend(tx, access::load::<ResendAgreement>(tx, id).await?).await
        });
        Ok(Agreement::from(row.await?))
    }

    /// Puts down that the signatory's address is the school's, by the school's record. For administrators.
    async fn check_signatory(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The asking.")] input: CheckSignatoryInput,
    ) -> Result<Agreement> {
        let id = uuid(&input.agreement_id, agreement::Entity::NAME)?;
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            check(tx, access::load::<CheckSignatory>(tx, id).await?).await
        });
        Ok(Agreement::from(row.await?))
    }
}

/// A letter to a signatory to be sent again.
#[derive(InputObject)]
pub struct ResendAgreementInput {
    /// The asking.
    agreement_id: ID,
}

/// A signatory whose address is the school's.
#[derive(InputObject)]
pub struct CheckSignatoryInput {
    /// The asking.
    agreement_id: ID,
}
