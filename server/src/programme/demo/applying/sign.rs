//! The signature of the school that the applicant names.

use entity::agreement_text;
use entity::application::Model;
use sea_orm::EntityTrait as _;

use super::file::Applicant;
use super::needs;
use super::who::{asked, mentor_address, mentor_of};
use crate::access::{self, AnswerAgreement};
use crate::agreement::{self, Signing};
use crate::application;
use crate::application::needs::analysis;
use crate::error::{Error, Result};
use crate::tx::Tx;

/// Signs, with whatever the needs analysis asks for.
pub(super) async fn sign(tx: &Tx, who: &Applicant, row: &Model) -> Result<()> {
    let asked = asked(tx, row.id).await?;
    let text = agreement_text::Entity::find_by_id(asked.text_id)
        .one(tx)
        .await?
        .ok_or(Error::NotFound("text of the agreement"))?;
    let around = application::surroundings(tx, row).await?;
    let analysis = analysis(tx, row, around.award.id).await?;
    let signing = Signing {
        answered: needs::answered(who, analysis.as_ref()),
        hash: agreement::words(&text, &around, &row.answers, analysis).hash(),
        name: asked.name.clone(),
        appointed_on: row.answers.appointed_on,
        mentor_name: mentor_of(who),
        mentor_email: mentor_address(who),
        mentor_post: "Deputy headteacher".into(),
        ip: "192.0.2.10".into(),
        user_agent: "Mozilla/5.0".into(),
    };
    let asked = access::load::<AnswerAgreement>(tx, asked.id).await?;
    agreement::sign(tx, asked, signing).await.map(drop)
}
