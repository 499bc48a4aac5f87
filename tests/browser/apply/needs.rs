//! Ada hopes to become a SENCO: she says how she can show each outcome, her school cannot support one, the office decides.

use tests::{Applicant, Portal, Programme};

const OUTCOMES: [&str; 12] = [
    "A1", "A2", "A3", "A4", "B1", "B2", "B3", "B4", "B5", "C1", "C2", "C3",
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_is_no_senco_yet_has_a_needs_analysis() {
    let portal = Portal::start().await;
    let ada = portal.applicant("Ada").await;
    ada.aspires(None).await;
    writes(&portal, &ada).await;
    signs(&portal, &ada).await;
    decides(&portal).await;
    names_another_mentor(&portal, &ada).await;
}

async fn writes(portal: &Portal, ada: &Applicant) {
    let browser = portal.browser().await;
    browser
        .signs_in(portal, &ada.email, "Your applications")
        .await;
    let fee = format!("/applications/{}/fee", ada.application_id);
    browser.goes(&fee, "The fee").await;
    super::answers::goes_on(&browser).await;
    browser
        .arrives_at("How you can show each learning outcome")
        .await;
    browser.looks_right("needs").await;
    super::answers::goes_on(&browser).await;
    browser.focus_is_on_the_summary().await;
    browser.sees("A1: choose how you can show it").await;
    browser.looks_right("needs-mistakes").await;
    for code in OUTCOMES {
        browser
            .clicks_at(&format!("label[for=ability-{code}]"))
            .await;
    }
    browser.clicks("Save and go on later").await;
    browser.sees("Saved. Go on whenever you like.").await;
    browser.clicks("Go on").await;
    browser
        .arrives_at("How you can show each learning outcome")
        .await;
    assert_eq!(browser.counts("input[value=Now]:checked").await, 12);
    browser.clicks_at("label[for=ability-C4-2]").await;
    super::answers::goes_on(&browser).await;
    browser.focus_is_on_the_summary().await;
    browser.sees("C4: say what you would need").await;
    browser.fills("note-C4", "I do not meet parents yet").await;
    super::answers::goes_on(&browser).await;
    browser.arrives_at("Check your answers").await;
    browser.sees("13 of 13 outcomes answered").await;
    browser.looks_right("needs-check").await;
    browser.clicks_at("label[for=declaration]").await;
    browser.clicks("Hand in the application").await;
    browser
        .sees("Handed in. We are writing to Helen Headteacher.")
        .await;
}

async fn signs(portal: &Portal, ada: &Applicant) {
    let phone = portal.plain_phone().await;
    phone
        .follows(&portal.link_to(Programme::HEADTEACHER).await)
        .await;
    phone.sees("Families as equal partners").await;
    phone.looks_right("agreement-needs").await;
    phone.fills("mentorName", &ada.mentor.name).await;
    phone.fills("mentorPost", "Deputy headteacher").await;
    phone.fills("mentorEmail", &ada.mentor.email).await;
    phone.clicks_at("label[for=tick]").await;
    phone.clicks_at("label[for=gap-C4]").await;
    phone.fills("name", "Helen Headteacher").await;
    phone.clicks("Sign the agreement").await;
    phone.sees("C4: say what is missing").await;
    phone.looks_right("agreement-needs-mistakes").await;
    phone.clicks_at("label[for=supports]").await;
    phone
        .fills("comment-C4", "Only the leadership team meets parents")
        .await;
    phone.clicks("Sign the agreement").await;
    phone
        .sees("The school supports every learning outcome of the needs analysis except C4.")
        .await;
    phone.looks_right("agreement-needs-signed").await;
}

async fn decides(portal: &Portal) {
    let amina = portal.browser().await;
    amina
        .signs_in(portal, Programme::ADMINISTRATOR, "Overview")
        .await;
    amina.clicks("Applications").await;
    amina.arrives_at("Applications").await;
    amina.clicks("Ada").await;
    amina
        .sees("before you have decided how the outcomes are met")
        .await;
    amina.looks_right("application-gaps").await;
    amina.clicks("Accept, so that a place can be offered").await;
    amina.focus_is_on_the_summary().await;
    amina.fills("plan", "A placement at another school").await;
    amina.clicks("Accept, so that a place can be offered").await;
    amina.sees("Noted. A place can be offered now.").await;
    amina.sees("A placement at another school").await;
}

async fn names_another_mentor(portal: &Portal, ada: &Applicant) {
    let link = portal.link_to(&ada.mentor.email).await;
    let mentor = portal.follow(&link).await;
    mentor.declines("Grace Mentor", "I leave at Easter").await;
    let phone = portal.plain_phone().await;
    phone
        .follows(&portal.link_to(Programme::HEADTEACHER).await)
        .await;
    phone.sees("Name another mentor for Ada").await;
    phone.looks_right("agreement-mentor").await;
    phone.clicks("Ask this mentor").await;
    phone.sees("There is a problem").await;
    phone.looks_right("agreement-mentor-mistakes").await;
    phone.fills("mentorName", "Nora Next").await;
    phone.fills("mentorPost", "Head of year").await;
    phone.fills("mentorEmail", "nora@willowbank.test").await;
    phone.clicks_at("label[for=tick]").await;
    phone.fills("name", "Helen Headteacher").await;
    phone.clicks("Ask this mentor").await;
    phone.sees("Nora Next, Head of year, was asked").await;
}
