//! Amina, who runs the office: people, schools, groups, places and mentors.

use serde_json::json;
use tests::{Browser, Portal, Programme};

const REASON: &str = "Left the school at half-term";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_administrator_runs_the_office() {
    let portal = Portal::start().await;
    let amina = portal.browser().await;
    amina
        .signs_in(&portal, Programme::ADMINISTRATOR, "Overview")
        .await;
    amina.looks_right("overview").await;

    adds_somebody(&amina).await;
    adds_a_school(&amina).await;
    adds_a_group(&amina).await;
    enrols_somebody(&amina).await;
    replaces_a_mentor(&portal, &amina).await;
    waives_a_task(&portal, &amina).await;
}

async fn adds_somebody(amina: &Browser) {
    amina.goes("/people", "People").await;
    amina.looks_right("people").await;
    amina.clicks("Add a person").await;
    amina.arrives_at("Add a person").await;
    amina.looks_right("person-form").await;
    amina.clicks("Add the person").await;
    amina.focus_is_on_the_summary().await;
    amina.looks_right("person-mistakes").await;
    amina.fills("name", "Tina Tutor").await;
    amina.fills("email", Programme::TUTOR).await;
    amina.clicks("Tutor").await;
    amina.clicks("Add the person").await;
    amina
        .sees("Somebody with this address is here already")
        .await;
    assert_eq!(amina.value_of("name").await, "Tina Tutor");
    amina.fills("email", "tina@provider.test").await;
    amina.clicks("Add the person").await;
    amina.reads_heading("People").await;
    amina.sees("Tina Tutor is added and can sign in now.").await;
    amina.looks_right("people-added").await;
}

async fn adds_a_school(amina: &Browser) {
    amina.goes("/schools", "Schools").await;
    amina.looks_right("schools").await;
    amina.clicks("Add a school").await;
    amina.arrives_at("Add a school").await;
    amina.clicks("Add the school").await;
    amina.focus_is_on_the_summary().await;
    amina.looks_right("school-mistakes").await;
    for (field, words) in [
        ("urn", "100002"),
        ("name", "Oakfield School"),
        ("town", "Northfield"),
        ("postcode", "NF2 3CD"),
        ("localAuthority", "Northfield"),
    ] {
        amina.fills(field, words).await;
    }
    amina.clicks("Add the school").await;
    amina.reads_heading("Schools").await;
    amina.sees("Oakfield School is added.").await;
}

async fn adds_a_group(amina: &Browser) {
    amina.goes("/groups", "Groups").await;
    amina.looks_right("groups").await;
    amina.clicks("Add a group").await;
    amina.arrives_at("Add a group").await;
    amina.clicks("Add the group").await;
    amina.focus_is_on_the_summary().await;
    amina.looks_right("group-mistakes").await;
    amina.chooses("cohortId", "January 2026").await;
    amina.fills("name", "Southfield").await;
    amina.fills("place", "Online").await;
    amina.clicks("Distance learning").await;
    amina.chooses("tutorId", "Tina Tutor").await;
    amina.clicks("Add the group").await;
    amina.reads_heading("Groups").await;
    amina.sees("Southfield is added.").await;
}

async fn enrols_somebody(amina: &Browser) {
    amina.goes("/participants", "Participants").await;
    amina.looks_right("participants-empty").await;
    amina.clicks("Enrol a participant").await;
    amina.arrives_at("Enrol a participant").await;
    amina.looks_right("enrol-form").await;
    amina
        .clicks_at("form.portal-form > button[type=submit]")
        .await;
    amina.focus_is_on_the_summary().await;
    amina.fills("name", "Dora Deputy").await;
    amina.fills("email", "dora@oakfield.test").await;
    amina.chooses("groupId", "Southfield").await;
    amina.fills("schoolId", "oakfield").await;
    amina.clicks_at("#schoolId-option-0").await;
    amina.sees("URN 100002").await;
    amina.fills("mentorName", "Mina Mentor").await;
    amina.fills("mentorEmail", "dora@oakfield.test").await;
    amina.fills("mentorPost", "Headteacher").await;
    amina.fills("nominatedBy", "Mina Mentor").await;
    amina
        .clicks_at("form.portal-form > button[type=submit]")
        .await;
    amina.focus_is_on_the_summary().await;
    amina.looks_right("enrol-mistakes").await;
    amina.fills("mentorEmail", "mina@oakfield.test").await;
    amina
        .clicks_at("form.portal-form > button[type=submit]")
        .await;
    amina.reads_heading("Dora Deputy").await;
    amina
        .sees("Enrolled. The participant can sign in now.")
        .await;
    amina.looks_right("participant-enrolled").await;
}

/// Somebody has been asked already: the old link says what became of it.
async fn replaces_a_mentor(portal: &Portal, amina: &Browser) {
    let ada = portal.participant("Ada").await;
    ada.asks_approval_of("policy_review").await;
    let old_link = portal.link_to(&ada.mentor.email).await;

    amina.goes("/mentors", "Mentors").await;
    amina.sees("Grace Mentor").await;
    amina.looks_right("mentors").await;
    amina.goes("/participants", "Participants").await;
    amina.clicks("Ada").await;
    amina.arrives_at("Ada").await;
    amina.clicks("Replace the mentor").await;
    amina.arrives_at("Replace the mentor").await;
    amina.clicks("Continue").await;
    amina.focus_is_on_the_summary().await;
    amina.looks_right("mentor-mistakes").await;
    for (field, words) in [
        ("name", "Nora Newmentor"),
        ("email", ada.email.as_str()),
        ("post", "Assistant head"),
        ("nominatedBy", "Helen Headteacher"),
        ("reason", REASON),
    ] {
        amina.fills(field, words).await;
    }
    amina.clicks("Continue").await;
    amina.arrives_at("Make Nora Newmentor the mentor?").await;
    amina.looks_right("mentor-check").await;
    amina.clicks_at("form button[type=submit]").await;
    amina.reads_heading("Replace the mentor").await;
    amina.focus_is_on_the_summary().await;
    assert_eq!(amina.value_of("reason").await, REASON);
    amina.fills("email", "nora@willowbank.test").await;
    amina.clicks("Continue").await;
    amina.arrives_at("Make Nora Newmentor the mentor?").await;
    amina.clicks_at("form button[type=submit]").await;
    amina.reads_heading("Ada").await;
    amina.sees("The mentor is replaced.").await;

    let phone = portal.plain_phone().await;
    phone.follows(&old_link).await;
    phone.sees("The school has named another mentor").await;
    phone.looks_right("link-replaced").await;
    phone
        .follows(&portal.link_to("nora@willowbank.test").await)
        .await;
    phone.reads_heading("Ada asks for your approval").await;
    phone.follows(&format!("{}/l/nonsense", portal.url())).await;
    phone.looks_right("link-unknown").await;
}

async fn waives_a_task(portal: &Portal, amina: &Browser) {
    amina.goes("/approvals", "Approvals").await;
    amina.clicks("Review your school").await;
    amina.sees("Waiting for Nora Newmentor").await;
    amina.looks_right("administrator-task").await;
    amina.goes("/participants", "Participants").await;
    amina.clicks("Ada").await;
    amina.arrives_at("Ada").await;
    amina.looks_right("administrator-participant").await;
    amina.clicks("Review the progress").await;
    amina.arrives_at("Review the progress").await;
    amina.clicks("Waive this task").await;
    amina.arrives_at("Waive").await;
    amina.clicks("Waive the task").await;
    amina.focus_is_on_the_summary().await;
    amina.looks_right("waive-mistake").await;
    amina.fills("reason", "Done on an earlier course").await;
    amina.clicks("Waive the task").await;
    amina.sees("Done. The reason is in the record.").await;

    amina.goes("/events", "Events").await;
    amina.sees("Done on an earlier course").await;
    amina.looks_right("events").await;
    amina.chooses("kind", "Mentor replaced").await;
    amina.sees("1 event").await;
    amina.sees(REASON).await;
    let when = json!(["from", "2026-03-04"]);
    amina.run("const e = document.getElementById(arguments[0]); e.value = arguments[1]; e.dispatchEvent(new Event('change'))", when).await;
    amina.sees("0 events").await;
    assert!(portal.mailbox().letters_to("nora@willowbank.test").len() == 1);
}
