//! The demo's own country: a list of schools as the real one is, and one school that is not on it.

use super::people::Enrolled;
use crate::access::{self, AddUnlistedSchool};
use crate::error::Result;
use crate::portal::Portal;
use crate::school::{UnlistedSchool, add_unlisted, import, link};
use crate::tx;

const SCHOOLS: &str = include_str!("../../../data/demo/schools.csv");
const LINKS: &str = include_str!("../../../data/demo/school_links.csv");

/// Reads the list, which joins up with the schools that the office entered.
pub async fn read_list(past: &Portal) -> Result<()> {
    import(past, SCHOOLS.as_bytes(), |_| ()).await?;
    link(past, LINKS.as_bytes(), |_| ()).await?;
    Ok(())
}

/// Has somebody enter a school that an administrator still has to look at.
pub async fn enter_one(past: &Portal, by: &Enrolled<'_>) -> Result<()> {
    let school = UnlistedSchool {
        name: "Saltmarsh Forest School".into(),
        street: Some("Sea Wall Lane".into()),
        town: "Saltby Staithe".into(),
        postcode: "ZZ3 6SF".into(),
        local_authority: "Marlshire".into(),
    };
    tx::write(past, &by.actor(), async |tx| {
        let entitled = access::entitle::<AddUnlistedSchool>(&tx.actor)?;
        add_unlisted(tx, entitled, school).await
    })
    .await?;
    Ok(())
}
