//! The headteacher's letter: what was approved since the last one, and how far each participant is. Titles and numbers
//! only; what participants write stays in the portal.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use entity::approval_request::{Column, State};
use entity::letter::{self, Kind};
use entity::task;
use sea_orm::{
    ColumnTrait as _, Condition, EntityTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _,
};
use uuid::Uuid;

use crate::access::Actor;
use crate::approval::link;
use crate::approval::waiting::{Case, among};
use crate::clock::london_day;
use crate::error::Result;
use crate::outbox::Rendered;
use crate::page::AT_A_TIME;
use crate::portal::Portal;
use crate::stationery::{written, written_as};
use crate::words::{count, day, list, plain};

#[derive(Clone, Debug)]
struct Report {
    school: String,
    awards: String,
    people: Vec<Participant>,
    link: String,
}

#[derive(Clone, Debug)]
struct Participant {
    name: String,
    /// Title, and the day of the approval.
    tasks: Vec<(String, String)>,
    progress: String,
}

written_as!(
    Report,
    "letters/school_progress_digest.txt",
    "letters/school_progress_digest.html"
);

impl Report {
    fn title(&self) -> String {
        let approved: usize = self
            .people
            .iter()
            .map(|participant| participant.tasks.len())
            .sum();
        format!("{} approved at {}", count(approved, "task"), self.school)
    }
}

pub(super) async fn report(portal: &Portal, letter: &letter::Model) -> Result<Option<Rendered>> {
    let Some(school_id) = letter.school_id else {
        return Ok(None);
    };
    let now = portal.clock.now();
    let actor = Actor::Headteacher {
        school_id,
        letter_id: letter.id,
        name: letter.to_name.clone(),
    };
    // What a mentor may still take back is left to the next letter.
    let mut fits = Condition::all()
        .add(Column::State.eq(State::Approved))
        .add(Column::SettlesAt.lte(now));
    if let Some(last) = last_report(portal, letter, school_id).await? {
        fits = fits.add(Column::SettlesAt.gt(last));
    }
    let cases = among(&portal.db.read, &actor, fits, AT_A_TIME).await?;
    let Some(first) = cases.first() else {
        return Ok(None);
    };
    let progress = progress(portal, &cases).await?;
    let mut awards: Vec<String> = cases
        .iter()
        .map(|case| plain(&case.place.award.name))
        .collect();
    awards.sort();
    awards.dedup();
    let about = Report {
        school: plain(&first.place.school.name),
        awards: list(&awards),
        people: by_participant(&cases, &progress),
        link: link::address(&portal.config.public_url, &portal.keys, letter.id),
    };
    written(portal, letter, &first.place.provider, &about)
}

async fn last_report(
    portal: &Portal,
    letter: &letter::Model,
    school_id: Uuid,
) -> Result<Option<DateTime<Utc>>> {
    let last: Option<Option<DateTime<Utc>>> = letter::Entity::find()
        .select_only()
        .column(letter::Column::SentAt)
        .filter(letter::Column::Kind.eq(Kind::SchoolProgressDigest))
        .filter(letter::Column::SchoolId.eq(school_id))
        .filter(letter::Column::Id.ne(letter.id))
        .filter(letter::Column::SentAt.is_not_null())
        .order_by_desc(letter::Column::SentAt)
        .into_tuple()
        .one(&portal.db.read)
        .await?;
    Ok(last.flatten())
}

async fn progress(portal: &Portal, cases: &[Case]) -> Result<HashMap<Uuid, String>> {
    let states: Vec<(Uuid, task::State)> = task::Entity::find()
        .select_only()
        .column(task::Column::EnrolmentId)
        .column(task::Column::State)
        .filter(task::Column::EnrolmentId.is_in(cases.iter().map(|case| case.request.enrolment_id)))
        .into_tuple()
        .all(&portal.db.read)
        .await?;
    let mut by_enrolment: HashMap<Uuid, Vec<task::State>> = HashMap::new();
    for (enrolment, state) in states {
        by_enrolment.entry(enrolment).or_default().push(state);
    }
    Ok(by_enrolment
        .into_iter()
        .map(|(enrolment, states)| (enrolment, told(&states)))
        .collect())
}

fn told(states: &[task::State]) -> String {
    let number = |wanted: task::State| states.iter().filter(|state| **state == wanted).count();
    let set = states.len() - number(task::State::Waived);
    let mut said = format!(
        "{} of {} approved",
        number(task::State::Approved),
        count(set, "task")
    );
    match number(task::State::Submitted) {
        0 => {}
        waiting => said.push_str(&format!(", {waiting} with the mentor")),
    }
    said
}

fn by_participant(cases: &[Case], progress: &HashMap<Uuid, String>) -> Vec<Participant> {
    let mut people: Vec<(Uuid, Participant)> = Vec::new();
    for case in cases {
        let decided_at = case.request.decided_at.unwrap_or(case.request.asked_at);
        let task = (plain(&case.task.title), day(london_day(decided_at)));
        match people
            .iter_mut()
            .find(|(enrolment, _)| *enrolment == case.request.enrolment_id)
        {
            Some((_, participant)) => participant.tasks.push(task),
            None => {
                let participant = Participant {
                    name: plain(&case.place.participant.name),
                    tasks: vec![task],
                    progress: progress
                        .get(&case.request.enrolment_id)
                        .cloned()
                        .unwrap_or_default(),
                };
                people.push((case.request.enrolment_id, participant));
            }
        }
    }
    people
        .into_iter()
        .map(|(_, participant)| participant)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_in_words() {
        use task::State::{Approved, Available, Submitted, Waived};
        assert_eq!(
            told(&[Approved, Available, Waived]),
            "1 of 2 tasks approved"
        );
        assert_eq!(
            told(&[Approved, Submitted, Submitted]),
            "1 of 3 tasks approved, 2 with the mentor"
        );
    }
}
