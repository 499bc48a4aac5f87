//! Applying for a place: who is reminded of what and when, and what is not said once it is no longer true.

mod board;
mod bounces;
mod changing;
mod counted;
mod deferring;
mod document;
mod handing_in;
mod naming;
mod needs;
mod notes;
mod offering;
mod orders;
mod paper;
mod questions;
mod rounds;
mod signing;
mod untrue;
mod versions;
mod writing;

use entity::letter::{self, Kind};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use tests::Portal;

/// How the letters of this kind are doing, oldest first.
async fn states(portal: &Portal, kind: Kind) -> Vec<letter::State> {
    let found = letter::Entity::find().filter(letter::Column::Kind.eq(kind));
    let mut letters = found.all(&portal.app.db.read).await.expect("letters");
    letters.sort_by_key(|letter| letter.id);
    letters.into_iter().map(|letter| letter.state).collect()
}
