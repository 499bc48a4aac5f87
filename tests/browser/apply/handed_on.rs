//! Helen is asked to sign and is not the right person: she says on her telephone, without scripts, who is.

use tests::{Applicant, Browser, Portal, Programme};

use super::opens_application;

const CHAIR: &str = "chair@willowbank.test";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_was_asked_first_says_who_signs() {
    let portal = Portal::start().await;
    let ada = portal.applicant("Ada").await;
    ada.applies().await;
    let helen = portal.plain_phone().await;
    hands_on(&portal, &helen).await;
    follows(&portal, &ada).await;
    chair_signs(&portal, &ada).await;
    // The first link opens nothing any more.
    helen.reloads().await;
    helen.reads_heading("You have handed this on").await;
    portal.post_letters().await;
}

async fn hands_on(portal: &Portal, helen: &Browser) {
    helen
        .follows(&portal.link_to(Programme::HEADTEACHER).await)
        .await;
    helen.clicks("I am not the right person").await;
    helen.clicks("Hand this on").await;
    helen.sees("There is a problem").await;
    helen.sees("Enter their e-mail address").await;
    helen.looks_right("hand-on-mistakes").await;
    helen.fills("signatoryName", "Chris Chair").await;
    helen.fills("signatoryEmail", Programme::HEADTEACHER).await;
    helen.clicks("Chair of governors or trustees").await;
    helen.fills("handOnName", "Helen Headteacher").await;
    helen.clicks("Hand this on").await;
    helen.sees("This address was asked already").await;
    helen.fills("signatoryEmail", CHAIR).await;
    helen.clicks("Hand this on").await;
    helen.reads_heading("You have handed this on").await;
    helen.looks_right("handed-on").await;
}

/// Ada sees who is asked now.
async fn follows(portal: &Portal, ada: &Applicant) {
    let browser = opens_application(portal, ada).await;
    browser.sees("Chris Chair has to sign").await;
    browser.looks_right("application-handed-on").await;
}

async fn chair_signs(portal: &Portal, ada: &Applicant) {
    let chris = portal.plain_phone().await;
    chris.follows(&portal.link_to(CHAIR).await).await;
    chris.sees("You are answering as Chris Chair").await;
    chris.fills("mentorName", &ada.mentor.name).await;
    chris.fills("mentorPost", "Deputy headteacher").await;
    chris.fills("mentorEmail", &ada.mentor.email).await;
    chris.clicks_at("label[for=tick]").await;
    chris.fills("name", "Chris Chair").await;
    chris.clicks("Sign the agreement").await;
    chris.sees("signed for Willowbank Primary School").await;
}
