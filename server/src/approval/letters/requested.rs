//! Asking a mentor: everything that waits for them, in one letter.

use chrono::Duration;
use entity::letter;

use crate::access::Actor;
use crate::approval::link;
use crate::approval::waiting::{Case, waiting};
use crate::clock::{days_between, london_day};
use crate::error::Result;
use crate::outbox::Rendered;
use crate::portal::Portal;
use crate::stationery::{written, written_as};
use crate::words::{count, day, list, plain};

/// What waits, by participant.
#[derive(Clone, Debug)]
pub(super) struct Waiting {
    people: Vec<Asking>,
    total: u64,
    days: i64,
    link: String,
    until: String,
}

#[derive(Clone, Debug)]
struct Asking {
    participant: String,
    school: String,
    award: String,
    /// Title, and the day of asking.
    tasks: Vec<(String, String)>,
}

#[derive(Clone, Debug)]
struct Asked(Waiting);
#[derive(Clone, Debug)]
struct Reminded(Waiting);

written_as!(
    Asked,
    "letters/task_approval_requested.txt",
    "letters/task_approval_requested.html"
);
written_as!(
    Reminded,
    "letters/task_approval_reminder.txt",
    "letters/task_approval_reminder.html"
);

pub(super) async fn ask(portal: &Portal, letter: &letter::Model) -> Result<Option<Rendered>> {
    match read(portal, letter).await? {
        Some((provider, waiting)) => written(portal, letter, &provider, &Asked(waiting)),
        None => Ok(None),
    }
}

pub(super) async fn remind(portal: &Portal, letter: &letter::Model) -> Result<Option<Rendered>> {
    match read(portal, letter).await? {
        Some((provider, waiting)) => written(portal, letter, &provider, &Reminded(waiting)),
        None => Ok(None),
    }
}

async fn read(portal: &Portal, letter: &letter::Model) -> Result<Option<(String, Waiting)>> {
    let Some(mentor_id) = letter.mentor_id else {
        return Ok(None);
    };
    let actor = Actor::Mentor {
        mentor_id,
        letter_id: letter.id,
        name: letter.to_name.clone(),
    };
    let (cases, total) = waiting(&portal.db.read, &actor).await?;
    let Some(oldest) = cases.first() else {
        return Ok(None);
    };
    let now = portal.clock.now();
    // The link follows the award of the enrolment that the letter was first queued for; whichever comes first here says
    // the same, since awards differ in it hardly ever and the page itself is the judge.
    let last_day = london_day(now + Duration::days(oldest.place.award.limits.link_days.into()));
    let waiting = Waiting {
        people: by_participant(&cases),
        total,
        days: days_between(oldest.request.asked_at, now),
        link: link::address(&portal.config.public_url, &portal.keys, letter.id),
        until: day(last_day),
    };
    Ok(Some((oldest.place.provider.clone(), waiting)))
}

fn by_participant(cases: &[Case]) -> Vec<Asking> {
    let mut people: Vec<(uuid::Uuid, Asking)> = Vec::new();
    for case in cases {
        let task = (
            plain(&case.task.title),
            day(london_day(case.request.asked_at)),
        );
        match people
            .iter_mut()
            .find(|(enrolment, _)| *enrolment == case.request.enrolment_id)
        {
            Some((_, asking)) => asking.tasks.push(task),
            None => {
                let asking = Asking {
                    participant: plain(&case.place.participant.name),
                    school: plain(&case.place.school.name),
                    award: plain(&case.place.award.name),
                    tasks: vec![task],
                };
                people.push((case.request.enrolment_id, asking));
            }
        }
    }
    people.into_iter().map(|(_, asking)| asking).collect()
}

impl Waiting {
    fn tasks(&self) -> String {
        count(usize::try_from(self.total).unwrap_or(usize::MAX), "task")
    }

    /// "Ada Osei", or everybody who asks, or the first three and how many more.
    fn names(&self) -> String {
        let mut names: Vec<String> = self
            .people
            .iter()
            .map(|asking| asking.participant.clone())
            .collect();
        if names.len() > 4 {
            let others = format!("{} others", names.len() - 3);
            names.truncate(3);
            names.push(others);
        }
        list(&names)
    }

    /// Tasks that the letter leaves to the page.
    fn more(&self) -> u64 {
        self.total
            - self
                .people
                .iter()
                .map(|asking| asking.tasks.len() as u64)
                .sum::<u64>()
                .min(self.total)
    }
}

impl Asked {
    fn title(&self) -> String {
        match self.0.people.as_slice() {
            [one] if self.0.total == 1 => format!(
                "{} asks you to approve “{}”",
                one.participant, one.tasks[0].0
            ),
            [one] => format!("{} asks you to approve {}", one.participant, self.0.tasks()),
            _ => format!("{} wait for your approval", self.0.tasks()),
        }
    }
}

impl Reminded {
    fn title(&self) -> String {
        match self.0.people.as_slice() {
            [one] => format!(
                "Reminder: {} is waiting for your answer on {}",
                one.participant,
                self.0.tasks()
            ),
            _ => format!("Reminder: {} wait for your approval", self.0.tasks()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stationery::{Letter as _, sheet};

    fn waiting() -> Waiting {
        let asking = |participant: &str, tasks: &[&str]| Asking {
            participant: plain(participant),
            school: plain("St Mary's & All Saints <Primary>"),
            award: "National Award for SEN Coordination".into(),
            tasks: tasks
                .iter()
                .map(|title| ((*title).to_owned(), "Monday 2 March 2026".to_owned()))
                .collect(),
        };
        Waiting {
            people: vec![asking(
                "Ada <script>alert(1)</script>\r\nBcc: x@y.example",
                &["Policy review"],
            )],
            total: 1,
            days: 7,
            link: "https://portal.example/l/token".into(),
            until: "Monday 23 March 2026".into(),
        }
    }

    #[test]
    fn one_link_and_who_asks() {
        let (text, html) = Asked(waiting()).parts(&sheet()).expect("parts");
        assert_eq!(
            text.matches("https://portal.example/l/token").count(),
            1,
            "{text}"
        );
        assert_eq!(
            html.matches("href=\"https://portal.example/l/token\"")
                .count(),
            1,
            "{html}"
        );
        assert!(text.contains("Policy review") && html.contains("Policy review"));
        assert!(text.contains("Why you get this letter"), "{text}");
    }

    #[test]
    fn names_are_only_names() {
        let asked = Asked(waiting());
        assert!(!asked.title().contains(['\r', '\n']));
        let (text, html) = asked.parts(&sheet()).expect("parts");
        assert!(
            !html.contains("<script") && !html.contains("<Primary>"),
            "{html}"
        );
        assert!(!text.lines().any(|line| line.starts_with("Bcc")), "{text}");
    }

    #[test]
    fn several_participants_are_counted_in_the_subject() {
        let mut waiting = waiting();
        waiting.people.push(waiting.people[0].clone());
        waiting.total = 2;
        assert_eq!(
            Asked(waiting.clone()).title(),
            "2 tasks wait for your approval"
        );
        assert_eq!(
            Reminded(waiting).title(),
            "Reminder: 2 tasks wait for your approval"
        );
    }
}
