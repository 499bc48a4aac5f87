//! The cohort to which people apply.

use entity::cohort;
use entity::training_group::{self, Mode};
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait as _, ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use server::access::{self, AddGroup};
use server::programme::GroupDetails;
use server::tx;
use uuid::Uuid;

use crate::Portal;
use crate::programme::day;

/// A cohort that takes applications until it begins on 1 September 2026, with one group. It is there for tests that ask
/// for it.
#[derive(Clone, Copy, Debug)]
pub struct Autumn {
    pub cohort_id: Uuid,
    pub group_id: Uuid,
}

impl Portal {
    /// The cohort, opened for whoever asks first.
    pub async fn autumn(&self) -> Autumn {
        let db = &self.app.db.read;
        let found = training_group::Entity::find()
            .filter(training_group::Column::Name.eq("Southfield"))
            .one(db)
            .await;
        if let Some(group) = found.expect("groups") {
            return Autumn {
                cohort_id: group.cohort_id,
                group_id: group.id,
            };
        }
        let running = cohort::Entity::find_by_id(self.programme.cohort_id)
            .one(db)
            .await;
        let programme_id = running
            .expect("cohorts")
            .expect("the running one")
            .programme_id;
        let office = self.programme.office();
        let opened = tx::write(&self.app, &office, async |tx| {
            let cohort = cohort::ActiveModel {
                id: Set(Uuid::now_v7()),
                programme_id: Set(programme_id),
                name: Set("September 2026".into()),
                starts_on: Set(day("2026-09-01")),
                ends_on: Set(day("2027-07-16")),
                applications_from: Set(Some(day("2026-01-05"))),
                applications_to: Set(Some(day("2026-08-31"))),
            };
            let cohort_id = cohort.insert(tx).await?.id;
            let group = GroupDetails {
                tutor_id: Some(self.programme.tutor_id),
                ..GroupDetails::new("Southfield", "Southfield Library", Mode::FaceToFace)
            };
            let may = access::entitle::<AddGroup>(&tx.actor)?;
            let group = server::programme::add_group(tx, may, cohort_id, group).await?;
            let group_id = group.id;
            Ok(Autumn {
                cohort_id,
                group_id,
            })
        });
        opened.await.expect("a cohort")
    }
}
