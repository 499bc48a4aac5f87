//! The demo's people and places, entered as an administrator would.

use chrono::{Months, NaiveDate};
use entity::person_role::Role;
use entity::{delivery_partner, enrolment, task, training_group};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use uuid::Uuid;

use super::course;
use super::file::{DemoFile, Mode, Named, Participant, PartnerKind};
use super::terms::{around, start};
use crate::access::{self, Actor, AddGroup, AddPartner, AddPerson, AddSchool, Enrol, User};
use crate::clock::london_day;
use crate::enrolment::{Enrolling, enrol};
use crate::error::{Error, Result};
use crate::mentor::Nomination;
use crate::partner::{self, NewPartner};
use crate::person::{self, NewPerson};
use crate::portal::Portal;
use crate::programme::{GroupDetails, add_group};
use crate::school::{self, NewSchool};
use crate::tx::{self, Tx};

/// A participant of the demo with their tasks in the award's order.
pub struct Enrolled<'a> {
    pub told: &'a Participant,
    pub enrolment: enrolment::Model,
    pub tasks: Vec<task::Model>,
}

impl Enrolled<'_> {
    /// The participant as if signed in.
    pub fn actor(&self) -> Actor {
        signed_in(self.enrolment.person_id, &self.told.name, Role::Participant)
    }
}

/// Somebody as if signed in.
pub fn signed_in(id: Uuid, name: &str, role: Role) -> Actor {
    Actor::Person(User {
        id,
        name: name.to_owned(),
        roles: vec![role],
        session_id: Uuid::nil(),
    })
}

/// Adds the administrator and answers them.
pub async fn office(portal: &Portal, file: &DemoFile) -> Result<Actor> {
    let id = tx::write(portal, &Actor::System, async |tx| {
        add(tx, &file.administrator, Role::Administrator, None).await
    })
    .await?;
    Ok(signed_in(id, &file.administrator.name, Role::Administrator))
}

/// Adds programme, terms, cohort, groups with tutors, and schools. Answers the ids of groups and schools, in order.
pub async fn places(
    portal: &Portal,
    office: &Actor,
    file: &DemoFile,
    now: NaiveDate,
) -> Result<(Vec<Uuid>, Vec<Uuid>)> {
    let terms = around(now);
    let first = start(&terms, now).ok_or(Error::NotFound("term"))?.clone();
    tx::write(portal, office, async |tx| {
        let cohort = course::open(tx, &file.programme, &terms, &first, None).await?;
        let partners = partners(tx, file).await?;
        let mut groups = Vec::new();
        for group in &file.groups {
            let tutor = add(tx, &group.tutor, Role::Tutor, None).await?;
            let mode = match group.mode {
                Mode::FaceToFace => training_group::Mode::FaceToFace,
                Mode::DistanceLearning => training_group::Mode::DistanceLearning,
            };
            let details = GroupDetails {
                tutor_id: Some(tutor),
                venue: group.venue.clone(),
                postcode: group.postcode.clone(),
                capacity: Some(group.capacity),
                delivery_partner_id: group.partner.and_then(|at| partners.get(at).copied()),
                ..GroupDetails::new(&group.name, &group.place, mode)
            };
            let entitled = access::entitle::<AddGroup>(&tx.actor)?;
            groups.push(add_group(tx, entitled, cohort, details).await?.id);
        }
        let mut schools = Vec::new();
        for school in &file.schools {
            let new = NewSchool {
                urn: school.urn.clone(),
                name: school.name.clone(),
                town: school.town.clone(),
                postcode: school.postcode.clone(),
                local_authority: school.local_authority.clone(),
                head_name: Some(school.head.name.clone()),
                head_email: Some(school.head.email.clone()),
            };
            schools.push(
                school::add(tx, access::entitle::<AddSchool>(&tx.actor)?, new)
                    .await?
                    .id,
            );
        }
        Ok((groups, schools))
    })
    .await
}

/// Gives every participant a place, a mentor and their tasks.
pub async fn enrol_all<'a>(
    portal: &Portal,
    office: &Actor,
    file: &'a DemoFile,
    (groups, schools): &(Vec<Uuid>, Vec<Uuid>),
    today: NaiveDate,
) -> Result<Vec<Enrolled<'a>>> {
    let mut enrolled = Vec::new();
    for told in &file.participants {
        let (Some(group), Some(school)) = (groups.get(told.group), schools.get(told.school)) else {
            return Err(Error::NotFound("group or school of the demo"));
        };
        let head = file
            .schools
            .get(told.school)
            .map(|school| school.head.name.clone())
            .unwrap_or_default();
        let enrolling = Enrolling {
            name: told.name.clone(),
            email: told.email.clone(),
            school_id: *school,
            // The clock of the past may stand before the appointment, which no form would take.
            appointed_on: told
                .appointed_months_ago
                .and_then(|months| today.checked_sub_months(Months::new(months)))
                .map(|day| day.min(london_day(portal.clock.now()))),
            mentor: Nomination {
                name: told.mentor.name.clone(),
                email: told.mentor.email.clone(),
                post: told.mentor.post.clone(),
                nominated_by: head,
            },
        };
        let found = tx::write(portal, office, async |tx| {
            let group = access::load::<Enrol>(tx, *group).await?;
            let enrolment = enrol(tx, group, enrolling).await?;
            let tasks = task::Entity::find()
                .filter(task::Column::EnrolmentId.eq(enrolment.id))
                .order_by_asc(task::Column::Position)
                .all(tx)
                .await?;
            Ok((enrolment, tasks))
        });
        let (enrolment, tasks) = found.await?;
        enrolled.push(Enrolled {
            told,
            enrolment,
            tasks,
        });
    }
    Ok(enrolled)
}

/// Adds the delivery partners, each with somebody who signs in for it. Answers their ids, in order.
async fn partners(tx: &Tx, file: &DemoFile) -> Result<Vec<Uuid>> {
    let mut partners = Vec::new();
    for told in &file.partners {
        let new = NewPartner {
            name: told.name.clone(),
            kind: match told.kind {
                PartnerKind::TeachingSchoolHub => delivery_partner::Kind::TeachingSchoolHub,
                PartnerKind::LocalAuthority => delivery_partner::Kind::LocalAuthority,
                PartnerKind::SchoolNetwork => delivery_partner::Kind::SchoolNetwork,
            },
        };
        let entitled = access::entitle::<AddPartner>(&tx.actor)?;
        let partner = partner::add(tx, entitled, new).await?;
        add(tx, &told.person, Role::Partner, Some(partner.id)).await?;
        partners.push(partner.id);
    }
    Ok(partners)
}

async fn add(tx: &Tx, who: &Named, role: Role, delivery_partner_id: Option<Uuid>) -> Result<Uuid> {
    let new = NewPerson {
        name: who.name.clone(),
        email: who.email.clone(),
        roles: vec![role],
        delivery_partner_id,
    };
    Ok(
        person::add(tx, access::entitle::<AddPerson>(&tx.actor)?, new)
            .await?
            .id,
    )
}
