//! The programme, cohort and groups that the demo's applicants apply to.

use chrono::{Days, NaiveDate};
use entity::{award, cohort, programme, term};
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait as _, ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

use super::super::terms::around;
use super::file::ApplyingFile;
use crate::access::{self, Actor, AddGroup};
use crate::error::{Error, Result};
use crate::portal::Portal;
use crate::programme::{GroupDetails, add_group};
use crate::tx;

/// What applicants choose, and where the office puts them.
#[derive(Debug)]
pub struct Places {
    pub cohort: Uuid,
    pub group: Uuid,
}

/// Days that remain for applying, at least.
const TIME_LEFT: u64 = 30;

/// Days for which applications have been taken.
const OPEN_SINCE: u64 = 60;

pub async fn lay_out(
    past: &Portal,
    office: &Actor,
    file: &ApplyingFile,
    today: NaiveDate,
) -> Result<Places> {
    let terms = around(today);
    let soonest = today + Days::new(TIME_LEFT);
    let first = terms.iter().find(|term| term.first > soonest);
    let first = first.ok_or(Error::NotFound("term"))?.clone();
    tx::write(past, office, async |tx| {
        let award = award::Entity::find()
            .filter(award::Column::Code.eq(&file.programme.award))
            .one(tx)
            .await?
            .ok_or(Error::NotFound("award"))?;
        let programme = programme::ActiveModel {
            id: Set(Uuid::now_v7()),
            award_id: Set(award.id),
            code: Set(file.programme.code.clone()),
            name: Set(file.programme.name.clone()),
            provider: Set(file.programme.provider.clone()),
        }
        .insert(tx)
        .await?;
        let rows = terms.iter().map(|known| term::ActiveModel {
            id: Set(Uuid::now_v7()),
            programme_id: Set(programme.id),
            name: Set(known.name.clone()),
            starts_on: Set(known.first),
            ends_on: Set(known.last),
        });
        term::Entity::insert_many(rows)
            .exec_without_returning(tx)
            .await?;
        let cohort = cohort::ActiveModel {
            id: Set(Uuid::now_v7()),
            programme_id: Set(programme.id),
            name: Set(first.name.clone()),
            starts_on: Set(first.first),
            ends_on: Set(first.first + Days::new(365)),
            applications_from: Set(Some(today - Days::new(OPEN_SINCE))),
            applications_to: Set(Some(first.first - Days::new(7))),
        }
        .insert(tx)
        .await?;
        let mut groups = Vec::new();
        for group in &file.groups {
            let details = GroupDetails {
                name: group.name.clone(),
                place: group.place.clone(),
                mode: group.mode,
                tutor_id: None,
                venue: None,
                postcode: None,
                easting: None,
                northing: None,
                capacity: Some(20),
                delivery_partner_id: None,
            };
            let entitled = access::entitle::<AddGroup>(&tx.actor)?;
            let added = add_group(tx, entitled, cohort.id, details).await?;
            groups.push(added.id);
        }
        Ok(Places {
            cohort: cohort.id,
            group: *groups.first().ok_or(Error::NotFound("group"))?,
        })
    })
    .await
}
