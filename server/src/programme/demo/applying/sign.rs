//! The signature of the school that the applicant names.

use entity::application::Model;

use super::file::Applicant;
use super::needs;
use super::who::{asked, mentor_address, mentor_of};
use crate::access::{self, AnswerAgreement};
use crate::agreement::{self, Signing};
use crate::application;
use crate::error::Result;
use crate::tx::Tx;

/// Signs, with whatever the needs analysis asks for.
pub(super) async fn sign(tx: &Tx, who: &Applicant, row: &Model) -> Result<()> {
    let asked = asked(tx, row.id).await?;
    let signing = signing(tx, who, row, &asked).await?;
    let asked = access::load::<AnswerAgreement>(tx, asked.id).await?;
    agreement::sign(tx, asked, signing).await.map(drop)
}

/// What a school types, or writes on paper.
pub(super) async fn signing(
    tx: &Tx,
    who: &Applicant,
    row: &Model,
    asked: &entity::agreement::Model,
) -> Result<Signing> {
    let around = application::surroundings(tx, row).await?;
    let words = agreement::shown(tx, asked, row, &around).await?;
    Ok(Signing {
        answered: needs::answered(who, words.analysis.as_ref()),
        hash: words.hash(),
        name: asked.name.clone(),
        appointed_on: row.answers.appointed_on,
        mentor_name: mentor_of(who),
        mentor_email: mentor_address(who),
        mentor_post: "Deputy headteacher".into(),
        ip: "192.0.2.10".into(),
        user_agent: "Mozilla/5.0".into(),
    })
}
