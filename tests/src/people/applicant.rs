//! A teacher who applies for a place, and the office that decides.

use std::ops::Deref;

use serde_json::{Value, json};
use uuid::Uuid;

use super::{Answer, Mentor, Person};
use crate::{Portal, Programme};

/// Who signs for a school: a name and a mailbox, no account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signatory {
    pub name: String,
    pub email: String,
}

/// Somebody who has begun an application for the cohort of [`Portal::autumn`], and is signed in.
#[derive(Clone, Debug)]
pub struct Applicant {
    pub application_id: Uuid,
    /// Whom the school will name.
    pub mentor: Mentor,
    pub(super) person: Person,
    pub(super) school_id: Uuid,
}

impl Deref for Applicant {
    type Target = Person;

    fn deref(&self) -> &Person {
        &self.person
    }
}

const REGISTER: &str = "mutation($name: String!, $email: String!) {
    register(input: { name: $name, email: $email }) { email }
}";
const BEGIN: &str =
    "mutation($id: ID!) { beginApplication(input: { cohortId: $id }) { id version } }";
pub(super) const SAVE: &str =
    "mutation($input: SaveApplicationInput!) { saveApplication(input: $input) { id version } }";
const SUBMIT: &str =
    "mutation($input: SubmitApplicationInput!) { submitApplication(input: $input) { id state } }";
const REPLACE: &str =
    "mutation($input: ReplaceSignatoryInput!) { replaceSignatory(input: $input) { id state } }";
const RESEND: &str =
    "mutation($id: ID!) { resendAgreement(input: { agreementId: $id }) { id state } }";
const INVITE_AGAIN: &str =
    "mutation($id: ID!) { resendInvitation(input: { invitationId: $id }) { id state } }";

const ACCEPT: &str = "mutation($id: ID!) { acceptPlace(input: { applicationId: $id }) { id state enrolment { id } } }";
const CHECK: &str = "mutation($id: ID!) { checkSignatory(input: { agreementId: $id }) { id } }";
const OFFER: &str =
    "mutation($input: OfferPlaceInput!) { offerPlace(input: $input) { id state offerUntil } }";
const REJECT: &str =
    "mutation($input: EndApplicationInput!) { rejectApplication(input: $input) { id state } }";
const APPLICATION: &str = "query($id: ID!) { application(id: $id) {
    id state version reason offerUntil nextStep
    cohort { award { outcomes { code } } }
    needsAnalysis { state plan outcomes { code ability note isSupported comment } }
    agreement { id state reminders name email letter { state } }
    invitation { id state letter { state } }
    enrolment { id } changeUntil distanceMiles fee { words vatForPayer } leaving goesOnAs deferredTo { id }
} }";

impl Portal {
    /// Somebody new who registers, signs in by letter and begins an application. "Ada" has the address
    /// ada@willowbank.test, and her school will name the mentor Grace Mentor at mentor.of.ada@willowbank.test.
    pub async fn applicant(&self, name: &str) -> Applicant {
        let autumn = self.autumn().await;
        let who = self.enrolling(name);
        let browser = self.anonymous();
        let names = json!({ "name": name, "email": who.email });
        browser.query(REGISTER, names).await;
        self.post_letters().await;
        let letter = self.mailbox().letter_about(&who.email, "code").await;
        let told = browser.types_code(&letter.code()).await.data();
        let person = Person::read(&told["signIn"]["person"], browser);
        let begun = person.query(BEGIN, json!({ "id": autumn.cohort_id })).await;
        let id = begun["beginApplication"]["id"].as_str().expect("an id");
        Applicant {
            application_id: id.parse().expect("an id"),
            mentor: who.mentor,
            person,
            school_id: who.school_id,
        }
    }

    /// Somebody whose school has signed.
    pub async fn ready_applicant(&self, name: &str) -> Applicant {
        let applicant = self.applicant(name).await;
        applicant.applies().await;
        let link = self.link_to(Programme::HEADTEACHER).await;
        self.follow(&link)
            .await
            .signs("Helen Headteacher", &applicant.mentor)
            .await;
        applicant
    }

    /// Somebody who is offered a place.
    pub async fn offered_applicant(&self, name: &str) -> Applicant {
        let applicant = self.ready_applicant(name).await;
        let group_id = self.autumn().await.group_id;
        let office = self.administrator().await;
        office
            .offers_place(applicant.application_id, group_id)
            .await
            .data();
        applicant
    }
}

impl Applicant {
    /// The same applicant in another browser.
    pub fn in_browser(&self, person: Person) -> Self {
        Self {
            person,
            ..self.clone()
        }
    }

    /// The headteacher, as the school's record has her.
    pub fn headteacher() -> Signatory {
        Signatory {
            name: "Helen Headteacher".into(),
            email: Programme::HEADTEACHER.into(),
        }
    }

    /// Answers with which an application can be handed in.
    pub fn answers(&self, signatory: &Signatory, version: i64) -> Value {
        json!({
            "applicationId": self.application_id, "version": version, "schoolId": self.school_id,
            "teacherStatus": "QTS", "induction": "PASSED", "role": "DESIGNATED", "teaches": true,
            "appointedOn": "2024-01-08", "serviceMonths": 0, "setting": "MAINSTREAM", "awardHeld": false,
            // The award of the tests is closing: it takes who began it elsewhere in time.
            "beganOn": "2024-04-15",
            "signatoryName": signatory.name, "signatoryEmail": signatory.email, "signatoryCapacity": "HEADTEACHER",
            "mode": "FACE_TO_FACE", "payer": "SCHOOL",
        })
    }

    /// Begins anew in the same cohort, after the application before is over.
    pub async fn begins_again(&self, cohort_id: Uuid) -> Self {
        let begun = self.query(BEGIN, json!({ "id": cohort_id })).await;
        let id = begun["beginApplication"]["id"].as_str().expect("an id");
        Self {
            application_id: id.parse().expect("an id"),
            ..self.clone()
        }
    }

    /// Writes all answers and hands the application in; the headteacher is asked to sign.
    pub async fn applies(&self) {
        self.applies_with(&Self::headteacher()).await.data();
    }

    /// The same with somebody else to sign.
    pub async fn applies_with(&self, signatory: &Signatory) -> Answer {
        self.writes(signatory).await.data();
        self.hands_in().await
    }

    /// Writes all answers, with this signatory.
    pub async fn writes(&self, signatory: &Signatory) -> Answer {
        let input = self.answers(signatory, self.version().await);
        self.ask(SAVE, json!({ "input": input })).await
    }

    /// Hands in what is written.
    pub async fn hands_in(&self) -> Answer {
        let input = json!({ "applicationId": self.application_id, "version": self.version().await, "declaration": true });
        self.ask(SUBMIT, json!({ "input": input })).await
    }

    /// Has somebody else asked to sign.
    pub async fn has_asked_instead(&self, signatory: &Signatory) -> Answer {
        let input = json!({
            "applicationId": self.application_id, "signatoryName": signatory.name, "signatoryEmail": signatory.email,
            "signatoryCapacity": "CHAIR_OF_GOVERNORS", "reason": "The address was wrong",
        });
        self.ask(REPLACE, json!({ "input": input })).await
    }

    /// Has the signatory's letter sent again.
    pub async fn resends(&self) -> Answer {
        let id = self.sees().await["agreement"]["id"].take();
        self.ask(RESEND, json!({ "id": id })).await
    }

    /// Has the mentor's letter sent again.
    pub async fn resends_invitation(&self) -> Answer {
        let id = self.sees().await["invitation"]["id"].take();
        self.ask(INVITE_AGAIN, json!({ "id": id })).await
    }

    /// Accepts the place that is offered.
    pub async fn accepts(&self) -> Answer {
        self.ask(ACCEPT, json!({ "id": self.application_id })).await
    }

    /// The application as its page shows it.
    pub async fn sees(&self) -> Value {
        let id = json!({ "id": self.application_id });
        self.query(APPLICATION, id).await["application"].take()
    }

    /// Goes up with every change.
    pub async fn version(&self) -> i64 {
        self.sees().await["version"].as_i64().expect("a version")
    }
}

impl Person {
    /// For administrators: the signatory's address is the school's.
    pub async fn checks_signatory(&self, agreement_id: &Value) -> Answer {
        self.ask(CHECK, json!({ "id": agreement_id })).await
    }

    /// For administrators: offers a place.
    pub async fn offers_place(&self, application_id: Uuid, group_id: Uuid) -> Answer {
        let input = json!({ "applicationId": application_id, "groupId": group_id });
        self.ask(OFFER, json!({ "input": input })).await
    }

    /// For administrators: says no.
    pub async fn rejects(&self, application_id: Uuid, reason: &str) -> Answer {
        self.ask(REJECT, ending(application_id, reason)).await
    }
}

fn ending(application_id: Uuid, reason: &str) -> Value {
    json!({ "input": { "applicationId": application_id, "reason": reason } })
}
