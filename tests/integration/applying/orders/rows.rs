//! What lies in the database of one application, and what has to hold of it at any time.

use std::collections::BTreeMap;

use entity::{
    agreement, application, event, letter, mentor, mentor_invitation as invitation, mentorship,
};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use sha2::{Digest as _, Sha256};
use tests::Portal;
use uuid::Uuid;

/// Everything of one application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rows {
    pub application: application::Model,
    /// Oldest first.
    pub agreements: Vec<agreement::Model>,
    pub invitations: Vec<invitation::Model>,
    pub mentorships: Vec<mentorship::Model>,
    pub letters: BTreeMap<Uuid, letter::Model>,
    pub events: Vec<event::Model>,
    /// Addresses by the mentors' ids.
    pub mentors: BTreeMap<Uuid, String>,
}

impl Rows {
    pub async fn read(portal: &Portal, application_id: Uuid) -> Self {
        let db = &portal.app.db.read;
        let found = application::Entity::find_by_id(application_id)
            .one(db)
            .await;
        let application = found.expect("rows").expect("an application");
        let agreements = agreement::Entity::find()
            .filter(agreement::Column::ApplicationId.eq(application_id))
            .order_by_asc(agreement::Column::Id);
        let invitations = invitation::Entity::find()
            .filter(invitation::Column::ApplicationId.eq(application_id))
            .order_by_asc(invitation::Column::Id);
        let mentorships = mentorship::Entity::find()
            .filter(
                mentorship::Column::EnrolmentId.eq(application.enrolment_id.unwrap_or_default()),
            )
            .order_by_asc(mentorship::Column::Id);
        let letters =
            letter::Entity::find().filter(letter::Column::ApplicationId.eq(application_id));
        let events = event::Entity::find()
            .filter(event::Column::ApplicationId.eq(application_id))
            .order_by_asc(event::Column::Id);
        let letters = letters.all(db).await.expect("letters");
        let invitations = invitations.all(db).await.expect("invitations");
        let mentorships = mentorships.all(db).await.expect("mentorships");
        let asked = invitations.iter().map(|row| row.mentor_id);
        let mentoring = mentorships.iter().map(|row| row.mentor_id);
        let mentors = mentor::Entity::find()
            .filter(mentor::Column::Id.is_in(asked.chain(mentoring)))
            .all(db)
            .await
            .expect("mentors");
        Self {
            application,
            agreements: agreements.all(db).await.expect("agreements"),
            invitations,
            mentorships,
            letters: letters.into_iter().map(|row| (row.id, row)).collect(),
            events: events.all(db).await.expect("events"),
            mentors: mentors.into_iter().map(|row| (row.id, row.email)).collect(),
        }
    }

    pub fn agreement(&self, id: Option<Uuid>) -> Option<&agreement::Model> {
        self.agreements.iter().find(|row| Some(row.id) == id)
    }

    pub fn invitation(&self, id: Option<Uuid>) -> Option<&invitation::Model> {
        self.invitations.iter().find(|row| Some(row.id) == id)
    }

    /// What is signed, as it was signed.
    pub fn signed(&self) -> BTreeMap<Uuid, [String; 8]> {
        let signed = self
            .agreements
            .iter()
            .filter(|row| row.signed_text.is_some());
        signed.map(|row| (row.id, what_was_signed(row))).collect()
    }

    /// # Errors
    /// What does not hold. `named` are the addresses that the office named as mentors of the enrolment.
    pub fn hold(&self, own: &str, named: &[String]) -> Result<(), String> {
        self.nobody_is_their_own(own)?;
        self.one_at_a_time()?;
        self.states_agree()?;
        self.signatures_bind()?;
        self.mentors_come_from_the_school(named)
    }

    fn nobody_is_their_own(&self, own: &str) -> Result<(), String> {
        let asked = self.agreements.iter().map(|row| row.email.as_str());
        let named = self
            .agreements
            .iter()
            .filter_map(|row| row.mentor_email.as_deref());
        let invited = self.invitations.iter().map(|row| row.mentor_id);
        let mentoring = self.mentorships.iter().map(|row| row.mentor_id);
        let mentors = invited
            .chain(mentoring)
            .map(|id| self.mentors[&id].as_str());
        // Whatever asks for an answer must not reach the applicant either.
        let asking = self.letters.values().filter(|letter| asks(letter.kind));
        let addressed = asking.map(|letter| letter.to_email.as_str());
        let mut all = asked.chain(named).chain(mentors).chain(addressed);
        match all.find(|address| reaches(address, own)) {
            Some(address) => Err(format!("{address} is the applicant's own")),
            None => Ok(()),
        }
    }

    fn one_at_a_time(&self) -> Result<(), String> {
        use agreement::State::{Bounced, Sent, Signed};
        let live = self.agreements.iter();
        let live = live
            .filter(|row| matches!(row.state, Sent | Bounced | Signed))
            .count();
        let open = self.invitations.iter().filter(|row| {
            use invitation::State::{Accepted, Bounced, Invited};
            matches!(row.state, Invited | Bounced | Accepted)
        });
        match (live, open.count()) {
            (0 | 1, 0 | 1) => Ok(()),
            (live, open) => Err(format!(
                "{live} live askings of the school and {open} of mentors"
            )),
        }
    }

    /// No offer without a signature at an address that was compared.
    fn states_agree(&self) -> Result<(), String> {
        use application::State;
        let mut signed = self.agreements.iter();
        let signed = signed.find(|row| row.state == agreement::State::Signed);
        let fits = match self.application.state {
            State::Ready => signed.is_some(),
            State::Offered | State::Accepted | State::Enrolled => {
                signed.is_some_and(|row| row.checked_at.is_some())
            }
            _ => signed.is_none(),
        };
        match fits {
            true => Ok(()),
            false => Err(format!("{:?} with {signed:?}", self.application.state)),
        }
    }

    fn signatures_bind(&self) -> Result<(), String> {
        for row in &self.agreements {
            let hash = row.signed_text.as_ref().map(|text| sha256(text));
            if hash != row.text_hash {
                return Err(format!("the fingerprint is of other words: {row:?}"));
            }
        }
        Ok(())
    }

    fn mentors_come_from_the_school(&self, named: &[String]) -> Result<(), String> {
        for row in &self.mentorships {
            // A mentorship that is over may come from a signature that counts no more.
            let signed = self
                .agreements
                .iter()
                .filter(|asked| row.ended_at.is_some() || asked.state == agreement::State::Signed);
            let signed = signed.filter_map(|asked| asked.mentor_email.as_deref());
            let known: Vec<&str> = signed.chain(named.iter().map(String::as_str)).collect();
            let mentor = self.mentors[&row.mentor_id].as_str();
            if !known.contains(&mentor) {
                return Err(format!("nobody at the school named {mentor}"));
            }
        }
        Ok(())
    }
}

fn what_was_signed(row: &agreement::Model) -> [String; 8] {
    let told = |text: &Option<String>| text.clone().unwrap_or_default();
    [
        told(&row.signed_text),
        told(&row.text_hash),
        told(&row.signed_name),
        format!("{:?} {:?}", row.appointed_on, row.decided_at),
        told(&row.mentor_name),
        told(&row.mentor_email),
        told(&row.mentor_post),
        format!(
            "{} {:?} {:?} {:?}",
            row.email, row.ip, row.user_agent, row.review
        ),
    ]
}

pub fn sha256(text: &str) -> String {
    let bytes = Sha256::digest(text.as_bytes());
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn asks(kind: letter::Kind) -> bool {
    use letter::Kind;
    matches!(
        kind,
        Kind::AgreementRequested
            | Kind::AgreementReminder
            | Kind::AgreementQuestionAnswered
            | Kind::AgreementScanRejected
            | Kind::MentorInvited
            | Kind::MentorInvitationReminder
            | Kind::OfficeMessageSent
    )
}

/// Whether a letter to one address comes to the mailbox of the other, however it is spelt.
pub fn reaches(address: &str, own: &str) -> bool {
    let mailbox = |address: &str| {
        let address = address.trim().to_lowercase();
        let (local, domain) = address.split_once('@').expect("an address");
        let local = local.split('+').next().unwrap_or(local).to_owned();
        (local, domain.to_owned())
    };
    mailbox(address) == mailbox(own)
}
