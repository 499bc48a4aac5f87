//! Amina publishes version 2 of the words that schools sign: who is asked from now on reads it, who was asked before does not.

use tests::{Browser, Portal, Programme, Signatory};

const ADDED: &str = "sends a photograph of the whiteboard";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_next_version_is_for_who_is_asked_next() {
    let portal = Portal::start().await;
    let ada = portal.applicant("Ada").await;
    ada.applies().await;
    let first = portal.plain_phone().await;
    first
        .follows(&portal.link_to(Programme::HEADTEACHER).await)
        .await;
    publishes(&portal).await;

    let chair = Signatory {
        name: "Chris Chair".into(),
        email: "chair@willowbank.test".into(),
    };
    let ben = portal.applicant("Ben").await;
    ben.applies_with(&chair).await.data();
    let second = portal.plain_phone().await;
    second.follows(&portal.link_to(&chair.email).await).await;
    second.sees(ADDED).await;
    second.looks_right("agreement-second").await;
    first.reloads().await;
    first.sees("Sign for the school").await;
    assert!(!first.text().await.contains(ADDED));
}

async fn publishes(portal: &Portal) {
    let amina = portal.browser().await;
    amina
        .signs_in(portal, Programme::ADMINISTRATOR, "Overview")
        .await;
    amina.goes("/applications", "Applications").await;
    amina.clicks("The words that schools sign").await;
    amina.arrives_at("The words that schools sign").await;
    amina.looks_right("versions").await;
    amina.clicks("Version 1").await;
    amina.arrives_at("Version 1 of the agreement").await;
    amina.looks_right("version").await;
    amina.clicks("Write version 2").await;
    amina.arrives_at("Write version 2 of the agreement").await;
    let text = amina.value_of("body").await;
    amina
        .fills("body", "{applicant} and {pupil} of {school}")
        .await;
    amina.sees("nothing is known under {pupil}").await;
    amina.looks_right("version-writing").await;
    refused(&amina).await;
    amina
        .fills(
            "body",
            &format!("{text}\n## At the end\n{{applicant}} {ADDED}."),
        )
        .await;
    amina.sees("Ada Example sends a photograph").await;
    amina.clicks("Publish…").await;
    amina.sees("Publish version 2?").await;
    amina.looks_right("version-confirming").await;
    amina.clicks("Yes, publish version 2").await;
    amina.reads_heading("Version 2 of the agreement").await;
    amina.sees("Version 2 is published.").await;
    amina.looks_right("version-published").await;
}

async fn refused(amina: &Browser) {
    amina.clicks("Publish…").await;
    amina.clicks("Yes, publish version 2").await;
    amina.focus_is_on_the_summary().await;
    amina.looks_right("version-mistakes").await;
}
