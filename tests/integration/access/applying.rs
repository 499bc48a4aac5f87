//! What Ada, Ben and Cy applied with: every column filled, and nothing that a step of the matrix could change.

use chrono::{Duration, NaiveDate};
use entity::application::{Answers, Capacity, Leaving, Payer, State};
use entity::application_note::Kind;
use entity::circumstances::{Induction, SencoRole, Setting, TeacherStatus};
use entity::needs::{Ability, Need, Needs, Review, Reviewed};
use entity::training_group::Mode;
use entity::{
    agreement, agreement_question, agreement_scan, agreement_text, application, application_note,
    cohort, enrolment, event, letter, mailing, mentor_invitation, mentorship, programme,
};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait as _, ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use tests::{Participant, Portal};
use uuid::Uuid;

/// What somebody's place came of.
#[derive(Clone, Copy, Debug)]
pub struct Applied {
    pub application: Uuid,
    pub agreement: Uuid,
    pub invitation: Uuid,
    pub question: Uuid,
    pub scan: Uuid,
}

/// Lets the cohort take applications, long ago.
pub async fn open_cohort(portal: &Portal) {
    let day = |month| NaiveDate::from_ymd_opt(2025, month, 1);
    cohort::Entity::update_many()
        .col_expr(cohort::Column::ApplicationsFrom, Expr::value(day(1)))
        .col_expr(cohort::Column::ApplicationsTo, Expr::value(day(2)))
        .exec(&portal.app.db.write)
        .await
        .expect("a cohort");
}

/// Two applications: one with an offer that is over, and an earlier one that was withdrawn while the school was asked.
pub async fn applied(portal: &Portal, who: &Participant, text_id: Uuid) -> Applied {
    let now = portal.now();
    let earlier = application(portal, who, State::Withdrawn, None).await;
    let asked = agreement(portal, who, earlier, text_id, agreement::State::Sent, None).await;
    invitation(
        portal,
        who,
        earlier,
        asked,
        mentor_invitation::State::Invited,
    )
    .await;
    let application = application(portal, who, State::Offered, Some(earlier)).await;
    let handed = agreement::State::HandedOn;
    let before = agreement(portal, who, application, text_id, handed, None).await;
    let signed = agreement::State::Signed;
    let agreement = agreement(portal, who, application, text_id, signed, Some(before)).await;
    let question = question(portal, who, application, agreement).await;
    let declined = mentor_invitation::State::Declined;
    let invitation = invitation(portal, who, application, agreement, declined).await;
    for kind in [Kind::Remark, Kind::TeacherStatus] {
        let row = application_note::ActiveModel {
            id: Set(Uuid::now_v7()),
            application_id: Set(application),
            kind: Set(kind),
            text: Set(Some("Called the school".into())),
            written_by: Set("Amina Administrator".into()),
            written_at: Set(now),
        };
        row.insert(&portal.app.db.write).await.expect("a note");
    }
    let row = event::ActiveModel {
        id: Set(Uuid::now_v7()),
        at: Set(now),
        kind: Set(event::Kind::PlaceOffered),
        actor_kind: Set(event::ActorKind::System),
        actor_id: Set(None),
        actor_name: Set("The portal".into()),
        enrolment_id: Set(None),
        task_id: Set(None),
        request_id: Set(None),
        person_id: Set(Some(who.id)),
        mentor_id: Set(None),
        letter_id: Set(None),
        application_id: Set(Some(application)),
        agreement_id: Set(None),
        invitation_id: Set(None),
        note: Set(Some("Northfield".into())),
    };
    row.insert(&portal.app.db.write).await.expect("an event");
    written_to(portal, who, application).await;
    Applied {
        application,
        agreement,
        invitation,
        question,
        scan: scan(portal, who, agreement).await,
    }
}

/// The office has written to many, and to this applicant among them.
async fn written_to(portal: &Portal, who: &Participant, application: Uuid) {
    let (db, now) = (&portal.app.db.write, portal.now());
    let office = portal.administrator().await;
    let row = mailing::ActiveModel {
        id: Set(Uuid::now_v7()),
        key: Set(application.to_string()),
        audience: Set(mailing::Audience::Applicants),
        subject: Set("News of {cohort}".into()),
        body: Set("Hello".into()),
        count: Set(1),
        written_by_id: Set(office.id),
        written_by: Set("Amina Administrator".into()),
        written_at: Set(now),
    };
    let row = row.insert(db).await.expect("a mailing");
    letter::Entity::update_many()
        .col_expr(letter::Column::MailingId, Expr::value(row.id))
        .filter(letter::Column::Id.eq(any_letter(portal, who).await))
        .exec(db)
        .await
        .expect("letters");
}

/// A paper that waits for the office, with more said of it than any such paper has.
async fn scan(portal: &Portal, who: &Participant, agreement_id: Uuid) -> Uuid {
    let (db, now) = (&portal.app.db, portal.now());
    let said = |text: &str| Some(text.to_owned());
    let row = agreement_scan::ActiveModel {
        id: Set(Uuid::now_v7()),
        agreement_id: Set(agreement_id),
        person_id: Set(who.id),
        state: Set(agreement_scan::State::Waiting),
        source: Set(agreement_scan::Source::Signatory),
        sent_by: Set("Sandra Secretary".into()),
        sent_at: Set(now),
        format: Set(agreement_scan::Format::Jpeg),
        bytes: Set(3),
        pages: Set(1),
        sha256: Set("a hash".into()),
        text_hash: Set("a hash".into()),
        signed_name: Set("Helen Head".into()),
        appointed_on: Set(NaiveDate::from_ymd_opt(2025, 9, 1)),
        mentor_name: Set("Grace Mentor".into()),
        mentor_email: Set(who.mentor.email.clone()),
        mentor_post: Set("Deputy headteacher".into()),
        review: Set(Some(Review(vec![Reviewed {
            code: "K1".into(),
            is_supported: false,
            comment: "There is no SENCO to learn from".into(),
        }]))),
        ip: Set("192.0.2.1".into()),
        user_agent: Set("a browser".into()),
        tries: Set(0),
        decided_at: Set(Some(now)),
        decided_by: Set(said("Amina Administrator")),
        reason: Set(said("The second page is missing")),
    };
    row.insert(&db.write).await.expect("a scan").id
}

/// The words that all of them sign, the last of three versions.
pub async fn text(portal: &Portal) -> Uuid {
    let db = &portal.app.db;
    let programme = programme::Entity::find().one(&db.read).await;
    let programme = programme.expect("rows").expect("a programme");
    let mut last = Uuid::nil();
    for number in 1..=3 {
        let row = agreement_text::ActiveModel {
            id: Set(Uuid::now_v7()),
            programme_id: Set(programme.id),
            number: Set(number),
            title: Set("Support agreement".into()),
            body: Set(format!(
                "## {number}\nThe school supports {{applicant}}.\n- With time"
            )),
            note: Set(Some("The council asked for it".into())),
            written_by: Set("The portal".into()),
            created_at: Set(portal.now()),
        };
        last = row.insert(&db.write).await.expect("a text").id;
    }
    last
}

async fn application(
    portal: &Portal,
    who: &Participant,
    state: State,
    carried_from: Option<Uuid>,
) -> Uuid {
    let (db, now) = (&portal.app.db, portal.now());
    let place = enrolment::Entity::find_by_id(who.enrolment_id)
        .one(&db.read)
        .await;
    let place = place.expect("rows").expect("a place");
    let row = application::ActiveModel {
        id: Set(Uuid::now_v7()),
        person_id: Set(who.id),
        cohort_id: Set(place.cohort_id),
        state: Set(state),
        version: Set(3),
        school_id: Set(Some(place.school_id)),
        answers: Set(answers(who)),
        needs: Set(Needs(vec![Need {
            code: "K1".into(),
            ability: Ability::Opportunity,
            note: "A term beside the SENCO".into(),
        }])),
        submitted_at: Set(Some(now)),
        group_id: Set(Some(place.group_id)),
        offered_at: Set(Some(now)),
        offer_until: Set(Some(now.date_naive() - Duration::days(3))),
        enrolment_id: Set(Some(place.id)),
        change_until: Set(Some(now.date_naive())),
        deferred_to: Set(Some(place.cohort_id)),
        carried_from: Set(carried_from),
        leaving: Set(Some(Leaving::TooFar)),
        reason: Set(Some("Too far away".into())),
        notices: Set(1),
        ended_at: Set((state == State::Withdrawn).then_some(now)),
        created_at: Set(now),
        updated_at: Set(now),
        stands_since: Set(now),
    };
    row.insert(&db.write).await.expect("an application").id
}

fn answers(who: &Participant) -> Answers {
    let said = |text: &str| Some(text.to_owned());
    Answers {
        phone: said("01632 960001"),
        trn: said("1234567"),
        teacher_status: Some(TeacherStatus::Qtls),
        member: Some(true),
        induction: Some(Induction::Passed),
        role: Some(SencoRole::Aspiring),
        appointed_on: NaiveDate::from_ymd_opt(2025, 9, 1),
        service_months: Some(4),
        teaches: Some(true),
        setting: Some(Setting::Mainstream),
        award_held: Some(false),
        began_on: NaiveDate::from_ymd_opt(2024, 4, 15),
        signatory_name: said("Helen Head"),
        signatory_email: Some(signatory(who)),
        signatory_capacity: Some(Capacity::Headteacher),
        mode: Some(Mode::FaceToFace),
        places: said("Within an hour by train"),
        payer: Some(Payer::School),
        purchase_order: said("PO 7"),
        access_needs: said("A loop for hearing aids"),
    }
}

fn signatory(who: &Participant) -> String {
    format!("signatory.of.{}", who.email)
}

async fn agreement(
    portal: &Portal,
    who: &Participant,
    application_id: Uuid,
    text_id: Uuid,
    state: agreement::State,
    handed_from: Option<Uuid>,
) -> Uuid {
    let (db, now) = (&portal.app.db, portal.now());
    let said = |text: &str| Some(text.to_owned());
    let row = agreement::ActiveModel {
        id: Set(Uuid::now_v7()),
        application_id: Set(application_id),
        person_id: Set(who.id),
        text_id: Set(text_id),
        state: Set(state),
        name: Set("Helen Head".into()),
        email: Set(signatory(who)),
        capacity: Set(Capacity::Headteacher),
        handed_from: Set(handed_from),
        letter_id: Set(Some(any_letter(portal, who).await)),
        asked_at: Set(now),
        resent_at: Set(Some(now)),
        reminders: Set(1),
        notices: Set(1),
        open_questions: Set(1),
        checked_at: Set(Some(now)),
        checked_by: Set(said("Amina Administrator")),
        decided_at: Set(Some(now)),
        reason: Set(said("Somebody else signs")),
        signed_text: Set(said("Support agreement")),
        text_hash: Set(said("a hash")),
        signed_name: Set(said("Helen Head")),
        appointed_on: Set(NaiveDate::from_ymd_opt(2025, 9, 1)),
        mentor_name: Set(said("Grace Mentor")),
        mentor_email: Set(Some(who.mentor.email.clone())),
        mentor_post: Set(said("Deputy headteacher")),
        review: Set(Some(Review(vec![Reviewed {
            code: "K1".into(),
            is_supported: false,
            comment: "There is no SENCO to learn from".into(),
        }]))),
        gaps_accepted_at: Set(Some(now)),
        gaps_accepted_by: Set(said("Amina Administrator")),
        gaps_plan: Set(said("A placement at another school")),
        paper_since: Set(None),
        scan_id: Set(None),
        ip: Set(said("192.0.2.1")),
        user_agent: Set(said("a browser")),
        created_at: Set(now),
    };
    row.insert(&db.write).await.expect("an agreement").id
}

async fn question(
    portal: &Portal,
    who: &Participant,
    application_id: Uuid,
    agreement_id: Uuid,
) -> Uuid {
    let (db, now) = (&portal.app.db, portal.now());
    let row = agreement_question::ActiveModel {
        id: Set(Uuid::now_v7()),
        agreement_id: Set(agreement_id),
        application_id: Set(application_id),
        person_id: Set(who.id),
        state: Set(agreement_question::State::Answered),
        text: Set("Who pays for the cover?".into()),
        asked_by: Set("Helen Head".into()),
        asked_at: Set(now),
        answer: Set(Some("The school does.".into())),
        settled_by: Set(Some("Amina Administrator".into())),
        settled_at: Set(Some(now)),
        letter_id: Set(None),
    };
    row.insert(&db.write).await.expect("a question").id
}

async fn invitation(
    portal: &Portal,
    who: &Participant,
    application_id: Uuid,
    agreement_id: Uuid,
    state: mentor_invitation::State,
) -> Uuid {
    let (db, now) = (&portal.app.db, portal.now());
    let mentorship = mentorship::Entity::find()
        .filter(mentorship::Column::EnrolmentId.eq(who.enrolment_id))
        .one(&db.read)
        .await;
    let row = mentor_invitation::ActiveModel {
        id: Set(Uuid::now_v7()),
        application_id: Set(application_id),
        person_id: Set(who.id),
        agreement_id: Set(agreement_id),
        mentor_id: Set(mentorship.expect("rows").expect("a mentorship").mentor_id),
        state: Set(state),
        letter_id: Set(Some(any_letter(portal, who).await)),
        asked_at: Set(now),
        resent_at: Set(Some(now)),
        reminders: Set(1),
        notices: Set(1),
        decided_at: Set(Some(now)),
        signed_name: Set(Some("Grace Mentor".into())),
        reason: Set(Some("I am leaving".into())),
    };
    row.insert(&db.write).await.expect("an invitation").id
}

/// A letter of theirs, whose delivery is shown.
async fn any_letter(portal: &Portal, who: &Participant) -> Uuid {
    let found = letter::Entity::find()
        .filter(letter::Column::EnrolmentId.eq(who.enrolment_id))
        .one(&portal.app.db.read)
        .await;
    found.expect("rows").expect("a letter").id
}
