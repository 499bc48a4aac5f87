//! Papers that schools signed by hand.

use std::io::Cursor;

use entity::agreement_scan;
use entity::application::Model;
use image::{GrayImage, ImageFormat, Luma};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use uuid::Uuid;

use super::file::Applicant;
use super::sign::signing;
use super::who::asked;
use crate::access::{self, DecideScan, Granted, SendScan};
use crate::agreement::{self, Sending};
use crate::error::{Error, Result};
use crate::tx::Tx;
use crate::upload::keep;

const WHY: &str = "The page with the signature is missing";

pub(super) async fn send(tx: &Tx, who: &Applicant, row: &Model) -> Result<()> {
    let asked = asked(tx, row.id).await?;
    let kept = keep(photo()?).await?;
    let sending = Sending {
        signing: signing(tx, who, row, &asked).await?,
        sent_by: "The school’s secretary".into(),
        file: kept.map_err(|why| anyhow::anyhow!("the demo’s paper: {}", why.code()))?,
    };
    let asked = access::load::<SendScan>(tx, asked.id).await?;
    agreement::send_scan(tx, asked, sending).await.map(drop)
}

/// Nobody has a pen here: grey lines on white are to be words.
fn photo() -> Result<Vec<u8>> {
    let drawn = GrayImage::from_fn(620, 877, |x, y| {
        let is_written = (60..540).contains(&x) && (80..800).contains(&y) && y % 24 < 6;
        Luma([if is_written { 140 } else { 250 }])
    });
    let mut file = Cursor::new(Vec::new());
    let written = drawn.write_to(&mut file, ImageFormat::Png);
    written.map_err(anyhow::Error::from)?;
    Ok(file.into_inner())
}

pub(super) async fn accept(tx: &Tx, application_id: Uuid) -> Result<()> {
    let scan = latest(tx, application_id).await?;
    agreement::accept_scan(tx, scan, true).await.map(drop)
}

pub(super) async fn reject(tx: &Tx, application_id: Uuid) -> Result<()> {
    let scan = latest(tx, application_id).await?;
    agreement::reject_scan(tx, scan, WHY).await.map(drop)
}

async fn latest(tx: &Tx, application_id: Uuid) -> Result<Granted<DecideScan>> {
    let asked = asked(tx, application_id).await?;
    let scan = agreement_scan::Entity::find()
        .filter(agreement_scan::Column::AgreementId.eq(asked.id))
        .order_by_desc(agreement_scan::Column::Id)
        .one(tx)
        .await?
        .ok_or(Error::NotFound("scan"))?;
    access::load(tx, scan.id).await
}
