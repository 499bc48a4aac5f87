//! One applicant's story, and what has to come of each step.

use std::collections::BTreeMap;
use std::sync::atomic::Ordering::Relaxed;

use chrono::Duration;
use mailbox::{Fault, Letter, Refusal};
use server::access::Purpose;
use tests::{Answer, Applicant, LinkPage, Person, Portal, Programme, Signatory};
use uuid::Uuid;

use super::rows::{Rows, reaches};
use super::secrets::tokens;
use super::{Begun, Step, Tally};

/// Addresses of the pool that are the applicant's own.
pub const OWN: usize = 4;
/// Addresses in the pool.
pub const POOL: usize = 9;

/// Hours after which the applicant would have to sign in again, less some.
const LONGEST: i64 = 24 * 28;

pub struct Story<'a> {
    pub portal: &'a Portal,
    pub(super) tally: &'a Tally,
    pub office: Person,
    pub ada: Applicant,
    group_id: Uuid,
    /// Pages as they were opened when their letter came, however long ago.
    pub held: Vec<Held>,
    read: usize,
    pub waited: i64,
    /// Whom the office named as the enrolment's mentor.
    named: Vec<String>,
    signed: BTreeMap<Uuid, [String; 8]>,
}

#[derive(Clone)]
pub struct Held {
    pub page: LinkPage,
    pub letter_id: Uuid,
    pub is_mentors: bool,
}

/// What went wrong, if anything did.
pub type Told = Result<(), String>;

impl<'a> Story<'a> {
    pub async fn begin(portal: &'a Portal, tally: &'a Tally, begun: Begun) -> Self {
        let ada = match begun {
            Begun::Signed => portal.ready_applicant("Ada").await,
            Begun::Draft | Begun::Asked | Begun::Sent => portal.applicant("Ada").await,
        };
        if matches!(begun, Begun::Asked | Begun::Sent) {
            ada.applies().await;
        }
        if matches!(begun, Begun::Sent) {
            let link = portal.link_to(Programme::HEADTEACHER).await;
            let page = portal.follow(&link).await;
            page.sends_paper(&ada.mentor).await;
        }
        let mut story = Self {
            portal,
            tally,
            office: portal.administrator().await,
            ada,
            group_id: portal.autumn().await.group_id,
            held: Vec::new(),
            read: 0,
            waited: 0,
            named: Vec::new(),
            signed: BTreeMap::new(),
        };
        story.looks_around().await.expect("a good beginning");
        story
    }

    pub async fn rows(&self) -> Rows {
        Rows::read(self.portal, self.ada.application_id).await
    }

    pub fn letters(&self) -> impl Iterator<Item = Letter> {
        self.portal.mailbox().letters().into_iter()
    }

    pub fn address(&self, at: usize) -> String {
        let (local, domain) = self.ada.email.split_once('@').expect("an address");
        match at {
            0 => self.ada.email.clone(),
            1 => self.ada.email.to_uppercase(),
            2 => format!("{local}+head@{domain}"),
            3 => format!(" {}+SENCO.mentor@{domain}", local.to_uppercase()),
            4 => Programme::HEADTEACHER.into(),
            at => format!("Somebody.{at}.of.{local}@school.test"),
        }
    }

    pub fn signatory(&self, at: usize) -> Signatory {
        Signatory {
            name: format!("Signatory {at}"),
            email: self.address(at),
        }
    }

    pub async fn happens(&mut self, step: &Step) -> Told {
        let before = self.rows().await;
        match *step {
            Step::Write { signatory } => drop(self.ada.writes(&self.signatory(signatory)).await),
            Step::HandIn => drop(self.ada.hands_in().await),
            Step::Resend => drop(self.ada.resends().await),
            Step::AskInstead { to, by_office } => {
                let by = match by_office {
                    true => self.ada.in_browser(self.office.clone()),
                    false => self.ada.clone(),
                };
                let answer = by.has_asked_instead(&self.signatory(to)).await;
                self.own_is_refused(to, &answer)?;
            }
            Step::Bounce => self.bounces(&before).await,
            Step::Sign { link, mentor } => return self.signs(&before, link, mentor).await,
            Step::SendPaper { link, mentor } => {
                return self.sends_paper(&before, link, mentor).await;
            }
            Step::TakePaper { by_office } => return self.takes_paper(&before, by_office).await,
            Step::RejectPaper => drop(self.rejects_paper().await),
            Step::Decline { link } => return self.declines(&before, link).await,
            Step::HandOn { link, to } => return self.hands_on(&before, link, to).await,
            Step::Renew { link } => return self.renews(&before, link).await,
            Step::Agree { link } => return self.agrees(&before, link).await,
            Step::Refuse { link } => return self.refuses(&before, link).await,
            Step::Check => {
                if let Some(latest) = before.agreements.last() {
                    self.office
                        .checks_signatory(&latest.id.to_string().into())
                        .await;
                }
            }
            Step::Offer => {
                let id = self.ada.application_id;
                drop(self.office.offers_place(id, self.group_id).await);
            }
            Step::Accept => {
                let is_accepted = self.ada.accepts().await.is_ok();
                self.tally.enrolled.fetch_add(is_accepted.into(), Relaxed);
            }
            Step::GiveUp => drop(self.ada.gives_up("Too far away").await),
            Step::NameMentor { mentor } => self.names(&before, mentor).await?,
            Step::Rename => self.is_renamed().await,
            Step::Wait { hours } => self.waits(hours).await,
        }
        Ok(())
    }

    fn own_is_refused(&self, at: usize, answer: &Answer) -> Told {
        self.tally.own.fetch_add(usize::from(at < OWN), Relaxed);
        match at < OWN && answer.is_ok() {
            true => Err(format!("{} was taken", self.address(at))),
            false => Ok(()),
        }
    }

    /// The next letter to whoever is asked is refused for good.
    async fn bounces(&mut self, before: &Rows) {
        self.waits(25).await;
        let asked = before.agreements.last().map(|row| row.email.as_str());
        let mentor = before.invitations.last();
        let mentor = mentor.map(|row| before.mentors[&row.mentor_id].as_str());
        let Some(address) = mentor.or(asked) else {
            return;
        };
        let refused = Fault::RefuseRecipient(Refusal::NEVER).once().to(address);
        self.portal.mailbox().faults().add(refused);
        match mentor {
            Some(_) => drop(self.ada.resends_invitation().await),
            None => drop(self.ada.resends().await),
        }
        self.portal.post_letters().await;
        self.portal.rounds().await;
        self.portal.mailbox().faults().clear();
    }

    async fn waits(&mut self, hours: i64) {
        if self.waited + hours <= LONGEST {
            self.waited += hours;
            self.portal.wait(Duration::hours(hours));
            self.portal.rounds().await;
        }
    }

    async fn names(&mut self, before: &Rows, mentor: usize) -> Told {
        let Some(enrolment_id) = before.application.enrolment_id else {
            return Ok(());
        };
        let address = self.address(mentor);
        let answer = self
            .office
            .replaces_mentor(enrolment_id, "Gil Mentor", &address);
        let answer = answer.await;
        self.own_is_refused(mentor, &answer)?;
        if answer.is_ok() {
            self.named.push(address.trim().to_lowercase());
        }
        Ok(())
    }

    /// Letters come, pages are opened and kept; then everything is looked at.
    pub async fn looks_around(&mut self) -> Told {
        self.portal.post_letters().await;
        let rows = self.rows().await;
        let letters: Vec<Letter> = self.letters().collect();
        for letter in &letters[self.read..] {
            for token in tokens(letter) {
                let own = letter.to.iter().find(|to| reaches(to, &self.ada.email));
                if let Some(own) = own {
                    return Err(format!("a link that acts went to {own}"));
                }
                self.opens(letter, &token).await?;
            }
        }
        self.read = letters.len();
        rows.hold(&self.ada.email, &self.named)?;
        let signed = rows.signed();
        for (id, was) in &self.signed {
            if signed.get(id) != Some(was) {
                return Err(format!(
                    "what was signed changed: {was:?}, {:?}",
                    signed.get(id)
                ));
            }
        }
        self.signed = signed;
        Ok(())
    }

    async fn opens(&mut self, letter: &Letter, token: &str) -> Told {
        let keys = &self.portal.app.keys;
        let (school, mentor) = (Purpose::Agreement, Purpose::Invitation);
        let opened = [(school, false), (mentor, true)].into_iter();
        let mut opened = opened.filter_map(|(of, is)| Some((keys.open(of, token)?, is)));
        let (letter_id, is_mentors) = opened.next().ok_or("a link that nobody made")?;
        let page = self.portal.follow(&letter.link()).await;
        self.held.push(Held {
            page,
            letter_id,
            is_mentors,
        });
        Ok(())
    }
}
