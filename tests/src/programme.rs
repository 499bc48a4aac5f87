//! The programme that runs in every test.

use chrono::{Months, NaiveDate};
use entity::person_role::Role;
use entity::training_group::Mode;
use entity::{award, cohort, programme, term};
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait as _, ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use server::access::{self, Actor, AddGroup, AddPerson, AddSchool, User};
use server::error::Result;
use server::person::NewPerson;
use server::programme::GroupDetails;
use server::school::NewSchool;
use server::tx::{self, Tx};
use uuid::Uuid;

/// First and last school days of the terms.
const TERMS: [(&str, &str); 6] = [
    ("2025-09-01", "2025-12-19"),
    ("2026-01-05", "2026-03-27"),
    ("2026-04-13", "2026-07-17"),
    ("2026-09-01", "2026-12-18"),
    ("2027-01-04", "2027-03-25"),
    ("2027-04-12", "2027-07-16"),
];

/// One cohort of the first award with one group, one school, a tutor and an administrator.
#[derive(Clone, Debug)]
pub struct Programme {
    pub award_id: Uuid,
    pub cohort_id: Uuid,
    pub group_id: Uuid,
    pub school_id: Uuid,
    pub tutor_id: Uuid,
    pub administrator_id: Uuid,
}

impl Programme {
    pub const TUTOR: &str = "tutor@provider.test";
    pub const ADMINISTRATOR: &str = "administrator@provider.test";
    pub const HEADTEACHER: &str = "head@willowbank.test";

    pub(crate) async fn set_up(app: &server::portal::Portal) -> Self {
        let (administrator_id, tutor_id) = tx::write(app, &Actor::System, async |tx| {
            let administrator = add(
                tx,
                "Amina Administrator",
                Self::ADMINISTRATOR,
                Role::Administrator,
            )
            .await?;
            let tutor = add(tx, "Tom Tutor", Self::TUTOR, Role::Tutor).await?;
            Ok((administrator, tutor))
        })
        .await
        .expect("staff");
        let office = office(administrator_id);
        tx::write(app, &office, async |tx| {
            let (award_id, cohort_id) = open_cohort(tx).await?;
            let group = GroupDetails {
                tutor_id: Some(tutor_id),
                ..GroupDetails::new("Northfield", "Northfield Town Hall", Mode::FaceToFace)
            };
            let entitled = access::entitle::<AddGroup>(&tx.actor)?;
            let group = server::programme::add_group(tx, entitled, cohort_id, group).await?;
            let school =
                server::school::add(tx, access::entitle::<AddSchool>(&tx.actor)?, willowbank())
                    .await?;
            let (group_id, school_id) = (group.id, school.id);
            Ok(Self {
                award_id,
                cohort_id,
                group_id,
                school_id,
                tutor_id,
                administrator_id,
            })
        })
        .await
        .expect("a programme")
    }

    /// Another cohort of this award, which begins on that day; in the award's programme, or a new one.
    ///
    /// # Panics
    /// If the database does not take it.
    pub async fn opens_cohort(app: &server::portal::Portal, award: &str, starts_on: &str) -> Uuid {
        let opened = tx::write(app, &Actor::System, async |tx| {
            let (_, programme_id) = open_programme(tx, award).await?;
            let name = format!("Cohort of {starts_on}");
            let cohort = cohort::ActiveModel {
                id: Set(Uuid::now_v7()),
                programme_id: Set(programme_id),
                name: Set(name),
                starts_on: Set(day(starts_on)),
                ends_on: Set(day(starts_on) + Months::new(18)),
                applications_from: Set(Some(day(starts_on) - Months::new(12))),
                applications_to: Set(Some(day(starts_on))),
            };
            Ok(cohort.insert(tx).await?.id)
        });
        opened.await.expect("a cohort")
    }

    /// The administrator, as verbs that are called without HTTP know them.
    pub fn office(&self) -> Actor {
        office(self.administrator_id)
    }
}

fn office(id: Uuid) -> Actor {
    let (name, roles) = ("Amina Administrator".into(), vec![Role::Administrator]);
    Actor::Person(User {
        id,
        name,
        roles,
        session_id: Uuid::nil(),
    })
}

async fn add(tx: &Tx, name: &str, email: &str, role: Role) -> Result<Uuid> {
    let person = NewPerson {
        name: name.into(),
        email: email.into(),
        roles: vec![role],
        delivery_partner_id: None,
    };
    let added = server::person::add(tx, access::entitle::<AddPerson>(&tx.actor)?, person).await?;
    Ok(added.id)
}

/// Programmes, cohorts and terms come with no verb of their own: they are data.
async fn open_cohort(tx: &Tx) -> Result<(Uuid, Uuid)> {
    let (award_id, programme_id) = open_programme(tx, "nasenco").await?;
    let cohort = cohort::ActiveModel {
        id: Set(Uuid::now_v7()),
        programme_id: Set(programme_id),
        name: Set("January 2026".into()),
        starts_on: Set(day("2026-01-12")),
        ends_on: Set(day("2027-07-16")),
        applications_from: Set(None),
        applications_to: Set(None),
    };
    Ok((award_id, cohort.insert(tx).await?.id))
}

/// The programme of an award, with its terms: the one that there is, or a new one.
async fn open_programme(tx: &Tx, award: &str) -> Result<(Uuid, Uuid)> {
    let award = award::Entity::find()
        .filter(award::Column::Code.eq(award))
        .one(tx)
        .await?;
    let award = award.expect("the award was loaded");
    let known = programme::Entity::find()
        .filter(programme::Column::AwardId.eq(award.id))
        .one(tx)
        .await?;
    if let Some(known) = known {
        return Ok((award.id, known.id));
    }
    let programme = programme::ActiveModel {
        id: Set(Uuid::now_v7()),
        award_id: Set(award.id),
        code: Set(format!("northfield_{}", award.code)),
        name: Set("Award programme of the Northfield Hub".into()),
        provider: Set("Northfield Teaching School Hub".into()),
    };
    let programme_id = programme.insert(tx).await?.id;
    for (starts_on, ends_on) in TERMS {
        let term = term::ActiveModel {
            id: Set(Uuid::now_v7()),
            programme_id: Set(programme_id),
            name: Set(format!("Term from {starts_on}")),
            starts_on: Set(day(starts_on)),
            ends_on: Set(day(ends_on)),
        };
        term.insert(tx).await?;
    }
    Ok((award.id, programme_id))
}

fn willowbank() -> NewSchool {
    NewSchool {
        urn: "100001".into(),
        name: "Willowbank Primary School".into(),
        town: "Northfield".into(),
        postcode: "NF1 2AB".into(),
        local_authority: "Northfield".into(),
        head_name: Some("Helen Headteacher".into()),
        head_email: Some(Programme::HEADTEACHER.into()),
    }
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}
