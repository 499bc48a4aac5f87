//! What an applicant wants to know of a place before they take it: how far it is, and what it costs.

use entity::application::{Column, Entity, Relation};
use entity::training_group::Mode;
use entity::{school, training_group};
use sea_orm::{ColumnTrait as _, JoinType, QueryFilter as _, QuerySelect as _, RelationTrait as _};
use uuid::Uuid;

use super::Payer;
use crate::access::Guarded as _;
use crate::application as room;
use crate::error;
use crate::programme::Point;
use crate::reading::{Found, Reader, any_of, int};
use crate::schema::{keys, object};

keys! {
    /// Miles from the school to where the group of the offer is taught, by the application's id.
    pub(super) MilesOf => Option<f64> = miles;
}

/// Easting and northing of a school, then of a group.
type Ends = (Uuid, Option<i32>, Option<i32>, Option<i32>, Option<i32>);

async fn miles(reader: &Reader, ids: &[Uuid]) -> error::Result<Found<Option<f64>>> {
    let ends: Vec<Ends> = Entity::seen_by(&reader.actor)
        .select_only()
        .column(Column::Id)
        .columns([school::Column::Easting, school::Column::Northing])
        .columns([
            training_group::Column::Easting,
            training_group::Column::Northing,
        ])
        .join(JoinType::InnerJoin, Relation::School.def())
        .join(JoinType::InnerJoin, Relation::TrainingGroup.def())
        .filter(any_of(&reader.db, Column::Id, ids))
        // Nobody travels to what is taught online.
        .filter(training_group::Column::Mode.eq(Mode::FaceToFace))
        .into_tuple()
        .all(&reader.db)
        .await?;
    let miles = |(id, east, north, to_east, to_north): Ends| {
        let (from, to) = (Point::at(east, north), Point::at(to_east, to_north));
        (id, from.zip(to).map(|(from, to)| from.miles_to(to)))
    };
    Ok(ends.into_iter().map(miles).collect())
}

object! {
    /// What a place costs.
    Fee(fee: room::Fee, loads);

    /// Without VAT, in pence.
    net_pence: i32 => int(fee.net);
    /// The VAT on it, in pence.
    vat_pence: i32 => int(fee.vat);
    /// What is to be paid, VAT included, in pence.
    gross_pence: i32 => int(fee.gross());
    /// The rate of VAT, in percent.
    vat_percent: i32 => int(fee.percent);
    /// All of it as people read it, such as "£2,250 + VAT 20% (£450) = £2,700".
    words: String => fee.words();
    /// Who pays, as the applicant said; null before they have, and for reporting tools.
    payer: Option<Payer> => fee.payer.filter(|_| !loads.actor().is_tool()).map(Into::into);
    /// What the VAT usually means to who pays, in a sentence; null where there is no VAT, before it is known who pays, and
    /// for reporting tools.
    vat_for_payer: Option<&'static str> => fee.vat_for_payer().filter(|_| !loads.actor().is_tool());
}
