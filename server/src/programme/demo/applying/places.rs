//! The programme, cohort and groups that the demo's applicants apply to.

use chrono::{Days, NaiveDate};
use uuid::Uuid;

use super::super::course;
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
    /// The next cohort of the programme.
    pub later: Uuid,
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
    let mut ahead = terms.iter().filter(|term| term.first > soonest);
    let (first, second) = (ahead.next(), ahead.next());
    let (Some(first), Some(second)) = (first, second) else {
        return Err(Error::NotFound("term"));
    };
    tx::write(past, office, async |tx| {
        let applying = (today - Days::new(OPEN_SINCE), first.first - Days::new(7));
        let cohort = course::open(tx, &file.programme, &terms, first, Some(applying)).await?;
        let later = course::open_later(tx, cohort, second).await?;
        let mut groups = Vec::new();
        for group in &file.groups {
            let details = GroupDetails {
                capacity: Some(group.places),
                venue: group.venue.clone(),
                postcode: group.postcode.clone(),
                easting: group.at.map(|(easting, _)| easting),
                northing: group.at.map(|(_, northing)| northing),
                ..GroupDetails::new(&group.name, &group.place, group.mode)
            };
            let entitled = access::entitle::<AddGroup>(&tx.actor)?;
            let added = add_group(tx, entitled, cohort, details).await?;
            groups.push(added.id);
        }
        Ok(Places {
            cohort,
            later,
            group: *groups.first().ok_or(Error::NotFound("group"))?,
        })
    })
    .await
}
