//! A school signs on paper: Helen prints on a telephone without scripts and sends a photo back, Amina compares and accepts
//! it, Ada sees how it goes.

use image::ImageFormat;
use tests::{Applicant, Browser, Portal, Programme, picture};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_school_signs_on_paper() {
    let portal = Portal::start().await;
    let ada = portal.applicant("Ada").await;
    ada.applies().await;
    let phone = portal.plain_phone().await;
    phone
        .follows(&portal.link_to(Programme::HEADTEACHER).await)
        .await;
    prints_and_sends(&phone, &ada, 1).await;
    let office = portal.browser().await;
    office
        .signs_in(&portal, Programme::ADMINISTRATOR, "Overview")
        .await;
    office.clicks("Applications").await;
    office.sees("The office: to look at the signed paper").await;
    office.clicks("Ada").await;
    office.arrives_at("Ada").await;
    rejects(&office).await;
    portal.post_letters().await;
    let again = portal
        .mailbox()
        .letter_about(Programme::HEADTEACHER, "please send another")
        .await;
    phone.follows(&again.link()).await;
    prints_and_sends(&phone, &ada, 2).await;
    let own = portal.browser().await;
    let path = format!("/applications/{}", ada.application_id);
    own.signs_in(&portal, &ada.email, "Your applications").await;
    own.goes(&path, "Your application").await;
    own.sees("The office looks at your school’s signed paper")
        .await;
    own.looks_right("paper-applicant-waits").await;
    office.reloads().await;
    accepts(&office).await;
    own.reloads().await;
    own.sees("Download the signed paper").await;
    own.looks_right("paper-applicant-signed").await;
    phone.reloads().await;
    phone.sees("signed on paper for Willowbank").await;
    phone.looks_right("paper-signed").await;
}

async fn prints_and_sends(phone: &Browser, ada: &Applicant, time: u8) {
    phone.clicks("Sign on paper instead").await;
    phone.sees("1. Print it").await;
    if time == 2 {
        phone.sees("The second page is missing").await;
    }
    phone.looks_right(&format!("paper-{time}")).await;
    let (name, pdf) = phone
        .saves("a[href$='/support-agreement-to-sign.pdf']")
        .await;
    assert_eq!(name, "support-agreement-to-sign.pdf");
    assert!(pdf.starts_with(b"%PDF-"));
    phone.clicks("Send the signed paper").await;
    phone.sees("There is a problem").await;
    phone.sees("Choose the file with the signed paper").await;
    phone.looks_right(&format!("paper-mistakes-{time}")).await;
    phone.fills("mentorName", &ada.mentor.name).await;
    phone.fills("mentorPost", "Deputy headteacher").await;
    phone.fills("mentorEmail", &ada.mentor.email).await;
    let photo = picture(600, 850, ImageFormat::Jpeg);
    let _kept = phone.attaches("file", &photo).await;
    phone.clicks_at("label[for=tick]").await;
    phone.fills("sentBy", "Sandra Secretary").await;
    phone.clicks("Send the signed paper").await;
    phone.sees("The signed paper has come").await;
    phone.looks_right(&format!("paper-sent-{time}")).await;
}

async fn rejects(office: &Browser) {
    office.sees("Sandra Secretary").await;
    office.looks_right("paper-office").await;
    let (name, photo) = office.saves("a[href^='/agreement-scans/']").await;
    assert_eq!(name, "signed-paper.jpg");
    assert!(photo.starts_with(&[0xFF, 0xD8]));
    office.clicks("Print it, or enter a signed paper").await;
    office
        .reads_heading("A paper that the school signed for Ada")
        .await;
    office.looks_right("paper-office-enters").await;
    office.clicks("Back to the application").await;
    office.sees("Reject the paper").await;
    office.clicks("Reject the paper").await;
    office.focus_is_on_the_summary().await;
    office.fills("reason", "The second page is missing").await;
    office.clicks("Reject the paper").await;
    office.sees("The school is asked again").await;
}

async fn accepts(office: &Browser) {
    office.sees("Compare the paper").await;
    office.clicks("Accept the paper").await;
    office.focus_is_on_the_summary().await;
    office
        .sees("Tick the box once you have compared the paper")
        .await;
    office.looks_right("paper-office-mistake").await;
    office.clicks_at("label[for=agrees]").await;
    office.clicks("Accept the paper").await;
    office.sees("counts as the school’s signature").await;
    office.looks_right("paper-office-accepted").await;
}
