//! The PDF of a signed agreement. It is made once and kept: a later version of the programme would set it otherwise, and its
//! fingerprint must stay what it is.

use entity::agreement::{self, State};
use entity::agreement_scan::{self, Source};
use entity::{agreement_file, agreement_text, application, event};
use poem::Response;
use poem::http::{StatusCode, header};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    QuerySelect as _, QueryTrait as _,
};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::pdf::{self, Evidence, OnPaper};
use super::proof::{self, Code};
use super::reread::signed_blocks;
use super::{review, scan};
use crate::access::{Actor, Granted, ReadSignature, hex};
use crate::application::{capacity, surroundings};
use crate::error::{Error, Result};
use crate::event::{of_agreement, seal, seal_of};
use crate::page::attachment;
use crate::portal::Portal;
use crate::tx;

/// What the file is called.
pub(super) const NAME: &str = "support-agreement.pdf";
pub(super) const MEDIA_TYPE: &str = "application/pdf";

/// Seconds after which a file is made.
const SOON: u32 = 60;

/// Files that are made at a time: other rounds have their turn too.
const AT_A_TIME: u64 = 20;

/// The file as an answer, for whoever may read the signature. While it is being made, the answer says so.
pub async fn download(
    db: &impl ConnectionTrait,
    agreement: &Granted<ReadSignature>,
) -> Result<Response> {
    Ok(match of(db, agreement.id).await? {
        Some(file) => attachment(MEDIA_TYPE, NAME).body(file.content),
        None => Response::builder()
            .header(header::CACHE_CONTROL, "no-store")
            .status(StatusCode::SERVICE_UNAVAILABLE)
            .header(header::RETRY_AFTER, SOON)
            .content_type("text/plain; charset=utf-8")
            .body("The PDF is being made. Try again in a minute.\n"),
    })
}

pub(super) async fn of(
    db: &impl ConnectionTrait,
    agreement_id: Uuid,
) -> Result<Option<agreement_file::Model>> {
    let file = agreement_file::Entity::find_by_id(agreement_id);
    Ok(file.one(db).await?)
}

/// Whether it is made.
pub(super) async fn is_there(db: &impl ConnectionTrait, agreement_id: Uuid) -> Result<bool> {
    let file = agreement_file::Entity::find_by_id(agreement_id);
    Ok(file.count(db).await? > 0)
}

/// Makes the files that are still to be made, and answers how many.
pub async fn make_files(portal: &Portal) -> Result<usize> {
    let made = agreement_file::Entity::find()
        .select_only()
        .column(agreement_file::Column::AgreementId);
    let missing: Vec<Uuid> = agreement::Entity::find()
        .select_only()
        .column(agreement::Column::Id)
        .filter(agreement::Column::State.is_in([State::Signed, State::Revoked]))
        .filter(agreement::Column::SignedText.is_not_null())
        .filter(agreement::Column::Id.not_in_subquery(made.into_query()))
        .limit(AT_A_TIME)
        .into_tuple()
        .all(&portal.db.read)
        .await?;
    for id in &missing {
        make_file(portal, *id).await?;
    }
    Ok(missing.len())
}

/// Makes the file of a signed agreement, if it is not there.
///
/// Its evidence names the signature's place in the chain, which is there only once the event is sealed: so everything that
/// waits is sealed first, and not with the next round.
pub async fn make_file(portal: &Portal, agreement_id: Uuid) -> Result<()> {
    if is_there(&portal.db.read, agreement_id).await? {
        return Ok(());
    }
    seal(portal).await?;
    let Some(evidence) = evidence(portal, agreement_id).await? else {
        return Ok(());
    };
    let code = evidence.code.clone();
    // Setting a document takes a processor for a while, and others wait for this thread.
    let made = tokio::task::spawn_blocking(move || pdf::make(&pdf::paper(&evidence)));
    let content = made.await.map_err(anyhow::Error::from)??;
    tx::write(portal, &Actor::System, async |tx| {
        let file = agreement_file::ActiveModel {
            agreement_id: Set(agreement_id),
            code: Set(code.as_str().to_owned()),
            sha256: Set(hex(&Sha256::digest(&content))),
            content: Set(content),
            made_at: Set(tx.now),
        };
        // Two letters may have wanted it at the same moment; the first stays.
        agreement_file::Entity::insert(file)
            .on_conflict(OnConflict::new().do_nothing().to_owned())
            .exec_without_returning(tx)
            .await?;
        Ok(())
    })
    .await
}

/// Everything that stands in the file; none where nothing is signed.
async fn evidence(portal: &Portal, agreement_id: Uuid) -> Result<Option<Evidence>> {
    let db = &portal.db.read;
    let found = agreement::Entity::find_by_id(agreement_id)
        .find_also_related(application::Entity)
        .one(db)
        .await?;
    let Some((agreement, Some(application))) = found else {
        return Ok(None);
    };
    let Some(signature) = of_agreement(db, &agreement, event::Kind::AgreementSigned).await? else {
        return Ok(None);
    };
    let (Some(signed_at), Some(words), Some(sealed)) = (
        agreement.decided_at,
        &agreement.signed_text,
        seal_of(db, signature.id).await?,
    ) else {
        return Ok(None);
    };
    let around = surroundings(db, &application).await?;
    let text = agreement_text::Entity::find_by_id(agreement.text_id);
    let text = text.one(db).await?;
    let text = text.ok_or(Error::NotFound("text of the agreement"))?;
    let on_paper = scan::of_signature(db, &agreement).await?.map(on_paper);
    let title = words.lines().next().unwrap_or_default().to_owned();
    let blocks = signed_blocks(&text, words);
    let school = around.school_name().to_owned();
    Ok(Some(Evidence {
        title,
        number: text.number,
        blocks,
        school,
        applicant: around.person.name,
        signed_name: agreement.signed_name.unwrap_or_default(),
        capacity: capacity(agreement.capacity),
        appointed_on: agreement.appointed_on,
        review: agreement
            .review
            .as_ref()
            .map_or_else(Vec::new, review::lines),
        mentor: agreement.mentor_name.unwrap_or_default(),
        mentor_post: agreement.mentor_post.unwrap_or_default(),
        email: agreement.email,
        asked_at: agreement.asked_at,
        signed_at,
        on_paper,
        ip: agreement.ip.unwrap_or_default(),
        browser: agreement.user_agent.unwrap_or_default(),
        text_hash: agreement.text_hash.unwrap_or_default(),
        position: sealed.position,
        chain_hash: sealed.hash,
        code: Code::of(&portal.keys, agreement_id),
        verify_at: format!("{}{}", portal.config.public_url, proof::PLACE),
    }))
}

fn on_paper(scan: agreement_scan::Model) -> OnPaper {
    OnPaper {
        reference: scan::reference(scan.agreement_id),
        sent_by: scan.sent_by,
        is_from_office: scan.source == Source::Office,
        sent_at: scan.sent_at,
        accepted_by: scan.decided_by.unwrap_or_default(),
        accepted_at: scan.decided_at.unwrap_or(scan.sent_at),
        sha256: scan.sha256,
    }
}
