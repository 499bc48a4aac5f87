//! Welcoming a new participant.

use chrono::Months;
use entity::mentorship::State as Mentors;
use entity::{enrolment, letter, mentor, mentorship};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};

use super::calendar::Dates;
use super::place::{Place, place};
use crate::application::{Topic, case};
use crate::clock::london_day;
use crate::error::Result;
use crate::outbox::Rendered;
use crate::portal::Portal;
use crate::stationery::{write, written_as};
use crate::words::{day, plain};

#[derive(Clone, Debug)]
struct Welcome {
    topic: Topic,
    place: Place,
    has_begun: bool,
    /// Months in which assignments are due, and the day on which they end.
    months: u32,
    due: String,
    /// The last day of the programme.
    ends: String,
    mentor: Option<Mentoring>,
    /// The last day on which the place can be given up free of charge; none once it is over.
    change_until: Option<String>,
    link: String,
}

#[derive(Clone, Debug)]
struct Mentoring {
    name: String,
    post: String,
    /// They have agreed.
    is_active: bool,
}

written_as!(
    Welcome,
    "letters/place_accepted.txt",
    "letters/place_accepted.html"
);

impl Welcome {
    fn title(&self) -> String {
        let begins = if self.has_begun { "began" } else { "begins" };
        format!(
            "Welcome to the {}: it {begins} on {}",
            self.topic.award, self.place.from
        )
    }
}

pub(super) async fn welcome(portal: &Portal, letter: &letter::Model) -> Result<Option<Rendered>> {
    let Some(case) = case(portal, letter).await? else {
        return Ok(None);
    };
    let db = &portal.db.read;
    let enrolment = match case.application.enrolment_id {
        Some(id) => enrolment::Entity::find_by_id(id).one(db).await?,
        None => None,
    };
    let Some(enrolment) = enrolment else {
        return Ok(None);
    };
    let cohort = &case.around.cohort;
    let Some(place) = place(portal, cohort, Some(enrolment.group_id)).await? else {
        return Ok(None);
    };
    let found = mentorship::Entity::find()
        .filter(mentorship::Column::EnrolmentId.eq(enrolment.id))
        .filter(mentorship::Column::EndedAt.is_null())
        .find_also_related(mentor::Entity)
        .one(db)
        .await?;
    let mentor = found.and_then(|(mentorship, mentor)| {
        mentor.map(|mentor| Mentoring {
            name: plain(&mentor.name),
            post: plain(&mentor.post),
            is_active: mentorship.state == Mentors::Active,
        })
    });
    let months = case.around.award.limits.assignment_months;
    let link = format!("{}/", portal.config.public_url);
    let dates = Dates {
        id: format!("{}@{}", enrolment.id, portal.config.host()),
        award: case.topic.award.clone(),
        place: place.place.clone(),
        first: cohort.starts_on,
        last: cohort.ends_on,
        link: link.clone(),
        at: letter.created_at,
    };
    let today = london_day(portal.clock.now());
    let change_until = case
        .application
        .change_until
        .filter(|until| today <= *until);
    let about = Welcome {
        change_until: change_until.map(day),
        topic: case.topic,
        place,
        has_begun: cohort.starts_on <= today,
        months,
        due: day(enrolment.started_on + Months::new(months)),
        ends: day(enrolment.ends_on),
        mentor,
        link,
    };
    let provider = Some(about.topic.provider.as_str());
    let written = write(&portal.config, letter, provider, &about)?;
    Ok(Some(written.with(dates.file())))
}
