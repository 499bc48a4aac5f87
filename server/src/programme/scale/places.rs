//! Everything that is there before the first participant: award, calendar, groups, schools and their mentors.

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Utc};
use entity::event::Kind;
use entity::person_role::Role;
use entity::{mentor, person, person_role, programme, school, term, training_group};

use super::Scale;
use super::dice::Dice;
use super::file::Words;
use super::people::{By, HOST, event, person};
use super::rows::Rows;
use super::schools;
use super::starts::{Start, starts};
use super::work::Work;
use crate::clock::london_moment;
use crate::error::Result;
use crate::event::About;
use crate::programme::demo::terms::around;
use crate::school::words;

/// The programme's code, by which it is known again.
pub const CODE: &str = "scale";
/// Participants in a group: a page of fifty shows one.
pub const GROUP: usize = 50;
/// Mentors at a school.
pub const MENTORS: usize = 2;
/// Groups of one tutor.
const TAUGHT: usize = 2;

#[derive(Debug)]
pub struct Ground {
    pub random: u64,
    pub today: NaiveDate,
    pub words: Words,
    pub work: Work,
    pub starts: Vec<Start>,
    pub groups: Vec<training_group::Model>,
    pub schools: Vec<school::Model>,
    pub mentors: Vec<mentor::Model>,
    pub office: person::Model,
    tutors: Vec<person::Model>,
    terms: Vec<term::Model>,
    programme: programme::Model,
    /// The day on which the office put everything in.
    laid: DateTime<Utc>,
}

impl Ground {
    pub fn lay(scale: &Scale) -> Result<Self> {
        let Scale {
            participants,
            random,
            today,
        } = *scale;
        let words = Words::read()?;
        let calendar = around(today);
        let laid = morning(calendar.first().map_or(today, |term| term.first) - Duration::days(60));
        let mut dice = Dice::of(random, "ground", 0);
        let work = Work::read(random, laid)?;
        let programme = programme::Model {
            id: dice.id(laid),
            award_id: work.award.id,
            code: CODE.into(),
            name: work.award.name.clone(),
            provider: "Partnership for Measuring".into(),
        };
        let starts = starts(&mut dice, &calendar, &programme, &work.award, today, laid);
        let terms = calendar
            .into_iter()
            .map(|known| term::Model {
                id: dice.id(laid),
                programme_id: programme.id,
                name: known.name,
                starts_on: known.first,
                ends_on: known.last,
            })
            .collect();
        let office = person(&words, &mut dice, format!("admin@{HOST}"), laid);
        let groups = participants.div_ceil(GROUP);
        let tutors: Vec<_> = (0..groups.div_ceil(TAUGHT))
            .map(|number| {
                let mut dice = Dice::of(random, "tutor", number);
                let nth = if number == 0 {
                    String::new()
                } else {
                    format!(".{number}")
                };
                person(&words, &mut dice, format!("tutor{nth}@{HOST}"), laid)
            })
            .collect();
        let groups = (0..groups)
            .map(|number| {
                let mut dice = Dice::of(random, "group", number);
                // So that few groups lie in different years too.
                let start = &starts[(starts.len() / 2 + 3 * number) % starts.len()];
                schools::group(
                    &words,
                    &mut dice,
                    number,
                    start,
                    &tutors[number / TAUGHT],
                    laid,
                )
            })
            .collect();
        let schools: Vec<_> = (0..(participants * 2).div_ceil(5))
            .map(|number| {
                schools::school(
                    &words,
                    &mut Dice::of(random, "school", number),
                    number,
                    laid,
                )
            })
            .collect();
        let mentors = schools
            .iter()
            .flat_map(|school| (0..MENTORS).map(move |which| (school, which)))
            .enumerate()
            .map(|(number, (school, which))| {
                let mut dice = Dice::of(random, "mentor", number);
                let bounced = (number % 200 == 7).then(|| morning(today - Duration::days(9)));
                schools::mentor(&words, &mut dice, school, which, bounced, laid)
            })
            .collect();
        Ok(Self {
            random,
            today,
            words,
            work,
            starts,
            groups,
            schools,
            mentors,
            office,
            tutors,
            terms,
            programme,
            laid,
        })
    }

    /// The rows of it, with the events that tell of them.
    pub fn rows(&self) -> Rows {
        let mut dice = Dice::of(self.random, "laid", 0);
        let mut rows = Rows {
            programmes: vec![self.programme.clone()],
            terms: self.terms.clone(),
            cohorts: self
                .starts
                .iter()
                .map(|start| start.cohort.clone())
                .collect(),
            groups: self.groups.clone(),
            schools: self.schools.clone(),
            words: self.schools.iter().flat_map(words::rows).collect(),
            mentors: self.mentors.clone(),
            ..self.work.rows()
        };
        let office = [(&self.office, Role::Administrator)];
        let tutors = self.tutors.iter().map(|tutor| (tutor, Role::Tutor));
        for (person, role) in office.into_iter().chain(tutors) {
            let about = About {
                person: Some(person.id),
                ..About::default()
            };
            rows.people.push(person.clone());
            rows.roles.push(person_role::Model {
                person_id: person.id,
                role,
            });
            rows.events.push(event(
                &mut dice,
                self.laid,
                Kind::PersonAdded,
                By::Portal,
                about,
                None,
            ));
        }
        let groups = self
            .groups
            .iter()
            .map(|group| (Kind::GroupAdded, &group.name));
        let schools = self
            .schools
            .iter()
            .map(|school| (Kind::SchoolAdded, &school.name));
        for (kind, name) in groups.chain(schools) {
            let office = By::Person(&self.office);
            rows.events.push(event(
                &mut dice,
                self.laid,
                kind,
                office,
                About::default(),
                Some(name.clone()),
            ));
        }
        rows
    }

    /// Whom to sign in as.
    pub fn invitation(&self) -> String {
        format!(
            "Sign in with one of these addresses; `portal sign-in-link` opens the door without a letter.\n  \
             participant    participant@{HOST}\n  tutor          tutor@{HOST}\n  administrator  admin@{HOST}"
        )
    }
}

/// Ten in the morning on that day.
pub fn morning(day: NaiveDate) -> DateTime<Utc> {
    london_moment(day, NaiveTime::from_hms_opt(10, 0, 0).unwrap_or_default())
}
