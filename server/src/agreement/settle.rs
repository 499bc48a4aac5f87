//! What becomes of the school's word when an application goes on with a later cohort.

use entity::agreement::{Model, State};
use entity::application as applied;
use entity::letter::Kind;

use super::close::{standing, supersede};
use super::send::write_to;
use super::{Signatory, Step, current, send, words};
use crate::application::needs::analysis;
use crate::application::{self, Step as Applied, Surroundings};
use crate::error::Result;
use crate::invitation;
use crate::tx::Tx;

/// Takes the application to where the school's word has it. The words name neither cohort nor dates: as long as they are
/// the ones that the programme has now, filled in as they were, who was asked need not be asked again, and what is signed
/// stays signed. Otherwise the same signatory is asked anew.
pub async fn settle(
    tx: &Tx,
    application: applied::Model,
    around: &Surroundings,
) -> Result<applied::Model> {
    let Some(asked) = standing(tx, application.id).await? else {
        return application::advance(tx, application, Applied::AskSchool, |_| {}).await;
    };
    if !still_the_words(tx, &asked, &application, around).await? {
        let signatory = Signatory {
            name: asked.name.clone(),
            email: asked.email.clone(),
            capacity: asked.capacity,
        };
        supersede(tx, asked, Step::Supersede, "The words have changed since.").await?;
        invitation::close(tx, application.id).await?;
        return send(tx, application, around, &signatory, None).await;
    }
    let application = application::advance(tx, application, Applied::AskSchool, |_| {}).await?;
    write_to(tx, &asked, Kind::ApplicationDeferred).await?;
    if asked.state != State::Signed {
        return Ok(application);
    }
    invitation::go_on(tx, application.id).await?;
    application::advance(tx, application, Applied::Sign, |_| {}).await
}

/// Whether the school would be asked for the same today.
async fn still_the_words(
    tx: &Tx,
    asked: &Model,
    application: &applied::Model,
    around: &Surroundings,
) -> Result<bool> {
    let text = current(tx, around.programme.id).await?;
    Ok(match &asked.text_hash {
        Some(signed) => {
            let analysis = analysis(tx, application, around.award.id).await?;
            words(&text, around, &application.answers, analysis).hash() == *signed
        }
        None => asked.text_id == text.id,
    })
}
