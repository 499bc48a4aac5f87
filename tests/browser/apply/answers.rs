//! Dora answers one page of questions after the other.

use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait as _, EntityTrait as _, IntoActiveModel as _};
use server::access::Actor;
use server::tx;
use tests::{Browser, Portal};

/// Answers every question, with the mistakes that the pages know.
pub async fn answers(portal: &Portal, dora: &Browser) {
    dora.clicks("Go on").await;
    dora.arrives_at("Your teacher status").await;
    dora.looks_right("question-status").await;
    goes_on(dora).await;
    dora.focus_is_on_the_summary().await;
    dora.looks_right("question-status-mistakes").await;
    dora.clicks("Qualified teacher learning and skills").await;
    dora.sees("Are you a member of the Society for Education and Training now?")
        .await;
    dora.clicks("Early years teacher status").await;
    assert!(!dora.has("How far are you with your induction").await);
    dora.clicks("Qualified teacher status").await;
    dora.clicks("I have passed it").await;
    goes_on(dora).await;

    dora.arrives_at("Your role").await;
    assert!(!dora.has("When did you become SENCO").await);
    dora.clicks("I am the school’s SENCO").await;
    for (part, typed) in [
        ("appointedOn", "1"),
        ("appointedOn-1", "1"),
        ("appointedOn-2", "2024"),
    ] {
        dora.fills(part, typed).await;
    }
    dora.fills("serviceMonths", "none").await;
    goes_on(dora).await;
    dora.focus_is_on_the_summary().await;
    dora.fills("serviceMonths", "0").await;
    dora.looks_right("question-role").await;
    goes_on(dora).await;

    // Another day, another device: it goes on where she stopped, and back works.
    dora.arrives_at("Your work").await;
    dora.goes("/applications", "Your applications").await;
    dora.looks_right("applications-own").await;
    dora.clicks_at("main table a").await;
    dora.arrives_at("Your application").await;
    dora.clicks("Go on").await;
    dora.arrives_at("Your work").await;
    dora.clicks("Back").await;
    dora.arrives_at("Your role").await;
    assert_eq!(dora.value_of("serviceMonths").await, "0");
    goes_on(dora).await;
    dora.arrives_at("Your work").await;
    dora.clicks("A mainstream school that the state pays for")
        .await;
    dora.clicks_at("label[for=teaches]").await;
    dora.clicks_at("label[for=awardHeld-1]").await;
    for (part, typed) in [("beganOn", "15"), ("beganOn-1", "4"), ("beganOn-2", "2024")] {
        dora.fills(part, typed).await;
    }
    dora.looks_right("question-work").await;
    goes_on(dora).await;

    dora.arrives_at("How we reach you").await;
    dora.fills("trn", "12").await;
    goes_on(dora).await;
    dora.focus_is_on_the_summary().await;
    dora.sees("A teacher reference number has seven digits")
        .await;
    dora.looks_right("question-identity").await;
    dora.fills("trn", "RP 12/34567").await;
    goes_on(dora).await;

    dora.arrives_at("Your school").await;
    dora.looks_right("question-school").await;
    chooses_willowbank(portal).await;
    dora.reloads().await;
    dora.reads_heading("Your school").await;
    goes_on(dora).await;

    dora.arrives_at("Who signs for your school").await;
    dora.fills("signatoryName", "Dora Deputy").await;
    dora.fills("signatoryEmail", super::DORA).await;
    dora.clicks("Headteacher").await;
    dora.looks_right("question-signatory").await;
    goes_on(dora).await;

    dora.arrives_at("How you would like to learn").await;
    dora.clicks("Face to face").await;
    dora.fills("places", "Northfield, or anywhere by train")
        .await;
    dora.looks_right("question-preferences").await;
    goes_on(dora).await;

    dora.arrives_at("The fee").await;
    dora.clicks("The school").await;
    dora.fills("purchaseOrder", "PO 17").await;
    dora.looks_right("question-fee").await;
    goes_on(dora).await;
    dora.arrives_at("Check your answers").await;
    dora.looks_right("application-check").await;
}

pub async fn goes_on(browser: &Browser) {
    browser.clicks("Save and continue").await;
}

/// As the search for schools would.
async fn chooses_willowbank(portal: &Portal) {
    let school_id = portal.programme.school_id;
    tx::write(&portal.app, &Actor::System, async |tx| {
        let row = entity::application::Entity::find().one(tx).await?;
        let mut row = row.expect("an application").into_active_model();
        row.school_id = Set(Some(school_id));
        Ok(row.update(tx).await?)
    })
    .await
    .expect("an application with a school");
}
