//! Doing something with an application.

use async_graphql::{Context, ID, Object, Result};
use entity::{application, cohort};
use uuid::Uuid;

use super::{
    AcceptPlaceInput, Application, BeginApplicationInput, DeferApplicationInput,
    EndApplicationInput, OfferPlaceInput, ReplaceSignatoryInput, SaveApplicationInput,
    SubmitApplicationInput, WithdrawApplicationInput,
};
use crate::access::{
    self, AcceptPlace, Apply, DeferApplication, Guarded as _, OfferPlace, RejectApplication,
    ReplaceSignatory, SubmitApplication, WithdrawApplication, WriteApplication,
};
use crate::agreement;
use crate::application::{
    Deferral, Submission, Written, accept, begin, defer, offer, reject, save, submit, withdraw,
};
use crate::schema::{actor, portal, uuid};
use crate::tx;

#[derive(Default)]
pub struct ApplicationMutation;

#[Object]
impl ApplicationMutation {
    /// Begins an application for yourself, or answers the one that you have begun.
    async fn begin_application(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What you apply to.")] input: BeginApplicationInput,
    ) -> Result<Application> {
        let id = uuid(&input.cohort_id, cohort::Entity::NAME)?;
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            begin(tx, access::load::<Apply>(tx, id).await?).await
        });
        Ok(Application::from(row.await?))
    }

    /// Saves what you have answered so far. Nothing has to be complete yet.
    async fn save_application(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The answers, all of them.")] input: SaveApplicationInput,
    ) -> Result<Application> {
        let id = named(&input.application_id)?;
        let written = Written::try_from(input)?;
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            save(tx, access::load::<WriteApplication>(tx, id).await?, written).await
        });
        Ok(Application::from(row.await?))
    }

    /// Hands an application in. Whoever signs for the school gets a letter.
    async fn submit_application(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The application, as it was checked.")] input: SubmitApplicationInput,
    ) -> Result<Application> {
        let id = named(&input.application_id)?;
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            let application = access::load::<SubmitApplication>(tx, id).await?;
            let submission = Submission {
                version: input.version,
                is_declared: input.declaration,
            };
            submit(tx, application, submission).await
        });
        Ok(Application::from(row.await?))
    }

    /// Takes your application back, also after an offer. Whoever at the school was asked is told.
    async fn withdraw_application(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The application, and why.")] input: WithdrawApplicationInput,
    ) -> Result<Application> {
        let id = named(&input.application_id)?;
        let reason = input.reason.unwrap_or_default();
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            let application = access::load::<WithdrawApplication>(tx, id).await?;
            withdraw(tx, application, input.leaving.into(), &reason).await
        });
        Ok(Application::from(row.await?))
    }

    /// Puts an application off to a later cohort, free of charge: for its applicant once a place is offered, for
    /// administrators before that, too. It ends, and answers the one that goes on, with everything that was answered. What
    /// the school signed goes along unless its words have changed since; then it is asked anew.
    async fn defer_application(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The application, to when, and why.")] input: DeferApplicationInput,
    ) -> Result<Application> {
        let id = named(&input.application_id)?;
        let deferral = Deferral::try_from(input)?;
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            let application = access::load::<DeferApplication>(tx, id).await?;
            defer(tx, application, deferral).await
        });
        Ok(Application::from(row.await?))
    }

    /// Says no to an application. The applicant is told why. For administrators.
    async fn reject_application(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The application, and why.")] input: EndApplicationInput,
    ) -> Result<Application> {
        let id = named(&input.application_id)?;
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            let application = access::load::<RejectApplication>(tx, id).await?;
            reject(tx, application, &input.reason).await
        });
        Ok(Application::from(row.await?))
    }

    /// Has somebody else asked to sign for the school, or the same person at another address. Links of before open nothing
    /// any more, and a signature of before counts no more.
    async fn replace_signatory(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who is to sign, and why.")] input: ReplaceSignatoryInput,
    ) -> Result<Application> {
        let id = named(&input.application_id)?;
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            let application = access::load::<ReplaceSignatory>(tx, id).await?;
            agreement::replace(tx, application, input.signatory(), &input.reason).await
        });
        Ok(Application::from(row.await?))
    }

    /// Offers a place. The applicant gets a letter. For administrators, once the school has signed and the signatory's
    /// address was compared with the school's record.
    async fn offer_place(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The application and the group.")] input: OfferPlaceInput,
    ) -> Result<Application> {
        let id = named(&input.application_id)?;
        let group = uuid(&input.group_id, "group")?;
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            offer(tx, access::load::<OfferPlace>(tx, id).await?, group).await
        });
        Ok(Application::from(row.await?))
    }

    /// Accepts the place that you were offered: your enrolment begins.
    async fn accept_place(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The application.")] input: AcceptPlaceInput,
    ) -> Result<Application> {
        let id = named(&input.application_id)?;
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            accept(tx, access::load::<AcceptPlace>(tx, id).await?).await
        });
        Ok(Application::from(row.await?))
    }
}

fn named(id: &ID) -> Result<Uuid> {
    uuid(id, application::Entity::NAME)
}
