//! Dora applies for a place: she answers the questions, her school signs on a telephone without scripts, the office offers,
//! and she becomes a participant.

mod answers;
mod doubts;
mod handed_on;
mod many;
mod needs;
mod places;
mod proof;
mod questions;
mod versions;

use tests::{Applicant, Browser, Portal, Programme};

const DORA: &str = "dora@willowbank.test";
const CHAIR: &str = "chair@willowbank.test";
const MENTOR: &str = "mina@willowbank.test";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_applicant_becomes_a_participant() {
    let portal = Portal::start().await;
    portal.autumn().await;
    let dora = registers(&portal).await;
    answers::answers(&portal, &dora).await;
    hands_in(&dora).await;
    let phone = signs(&portal).await;
    proof::takes_and_checks(&portal, &phone).await;
    let amina = portal.browser().await;
    offers(&portal, &amina).await;
    accepts(&portal, &dora).await;
}

async fn registers(portal: &Portal) -> Browser {
    let dora = portal.browser().await;
    dora.goes("/", "Sign in").await;
    dora.clicks("Apply for a place").await;
    dora.arrives_at("Apply for a place").await;
    dora.looks_right("apply").await;
    dora.clicks_at("main button[type=submit]").await;
    dora.focus_is_on_the_summary().await;
    dora.looks_right("apply-mistakes").await;
    dora.fills("name", "Dora Deputy").await;
    dora.fills("email", DORA).await;
    dora.clicks_at("main button[type=submit]").await;
    dora.arrives_at("Check your e-mail").await;
    portal.post_letters().await;
    let letter = portal.mailbox().letter_about(DORA, "code").await;
    dora.fills("code", &letter.code()).await;
    dora.clicks_at("main button[type=submit]").await;
    dora.reads_heading("Begin an application").await;
    dora.looks_right("apply-begin").await;
    dora.clicks_at("main button[type=submit]").await;
    dora.arrives_at("Your application").await;
    dora.looks_right("application-draft").await;
    dora
}

async fn hands_in(dora: &Browser) {
    dora.clicks("Hand in the application").await;
    dora.focus_is_on_the_summary().await;
    dora.sees("Confirm that your answers are true").await;
    dora.clicks_at("label[for=declaration]").await;
    dora.clicks("Hand in the application").await;
    dora.focus_is_on_the_summary().await;
    dora.sees("This is your own address").await;
    dora.looks_right("application-own-address").await;
    dora.clicks("Change their e-mail address at work").await;
    dora.reads_heading("Who signs for your school").await;
    dora.sees("This is your own address").await;
    dora.fills("signatoryName", "Carl Chair").await;
    dora.fills("signatoryEmail", CHAIR).await;
    dora.clicks("Chair of governors").await;
    answers::goes_on(dora).await;
    dora.arrives_at("Check your answers").await;
    dora.clicks_at("label[for=declaration]").await;
    dora.clicks("Hand in the application").await;
    dora.reads_heading("Your application").await;
    dora.sees("Handed in. We are writing to Carl Chair.").await;
    dora.sees("Carl Chair has to sign").await;
    dora.looks_right("application-waiting").await;
}

async fn signs(portal: &Portal) -> Browser {
    let phone = portal.plain_phone().await;
    phone.follows(&portal.link_to(CHAIR).await).await;
    phone.sees("Sign for the school").await;
    phone.looks_right("agreement").await;
    phone.clicks("Sign the agreement").await;
    phone.sees("There is a problem").await;
    phone.looks_right("agreement-mistakes").await;
    phone.fills("mentorName", "Mina Mentor").await;
    phone.fills("mentorPost", "Deputy headteacher").await;
    phone.fills("mentorEmail", MENTOR).await;
    phone.clicks_at("label[for=tick]").await;
    phone.fills("name", "Carl Chair").await;
    phone.clicks("Sign the agreement").await;
    phone.sees("signed for Willowbank Primary School").await;
    phone.looks_right("agreement-signed").await;
    phone
}

async fn offers(portal: &Portal, amina: &Browser) {
    amina
        .signs_in(portal, Programme::ADMINISTRATOR, "Overview")
        .await;
    amina.clicks("Applications").await;
    amina.arrives_at("Applications").await;
    amina.looks_right("applications").await;
    amina.clicks("Dora Deputy").await;
    amina.arrives_at("Dora Deputy").await;
    amina
        .sees("No place can be offered before the signatory’s address is compared")
        .await;
    amina.looks_right("application-office").await;
    amina.clicks("The address is the school’s").await;
    amina.sees("Noted: the address is the school’s.").await;
    // The page is drawn anew with it.
    amina.sees("Compared ").await;
    notes(amina).await;
    amina.clicks("Offer a place").await;
    amina.arrives_at("Offer a place").await;
    amina.looks_right("offer").await;
    amina.clicks("Southfield").await;
    amina.clicks("Offer the place").await;
    amina.sees("The place is offered.").await;
    amina.looks_right("application-offered").await;
}

async fn notes(amina: &Browser) {
    amina.clicks("I have seen the teacher status").await;
    amina.sees("Noted: the teacher status was seen.").await;
    amina.sees("Seen by").await;
    amina.clicks("Add the note").await;
    amina.sees("Write the note.").await;
    amina.fills("text", "Called the school.").await;
    amina.clicks("Add the note").await;
    amina.sees("The note is written.").await;
    amina.sees("Called the school.").await;
    amina.looks_right("application-notes").await;
}

async fn accepts(portal: &Portal, dora: &Browser) {
    portal.post_letters().await;
    dora.goes("/applications", "Your applications").await;
    dora.clicks_at("main table a").await;
    dora.arrives_at("Your application").await;
    dora.looks_right("application-accept").await;
    dora.clicks("Accept the place").await;
    dora.arrives_at("Accept this place?").await;
    dora.looks_right("accept").await;
    dora.clicks("Accept the place").await;
    dora.reads_heading("Your award").await;
    dora.sees("You have a place. Welcome!").await;
    dora.goes("/tasks", "Your tasks").await;
    dora.sees("Not started").await;
    dora.looks_right("tasks-of-the-new").await;
}

/// Somebody signs in and looks at their application.
async fn opens_application(portal: &Portal, who: &Applicant) -> Browser {
    let browser = portal.browser().await;
    browser
        .signs_in(portal, &who.email, "Your applications")
        .await;
    let page = format!("/applications/{}", who.application_id);
    browser.goes(&page, "Your application").await;
    browser
}
