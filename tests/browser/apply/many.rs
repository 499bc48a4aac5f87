//! The office looks at the board, narrows it, and writes one letter to many.

use tests::{Applicant, Browser, Portal, Programme};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_office_writes_to_many() {
    let portal = Portal::start().await;
    let ada = portal.applicant("Ada Osei").await;
    ada.applies().await;
    portal.applicant("Ben Drafts").await;
    portal.ready_applicant("Cy Signed").await;
    portal.post_letters().await;
    let amina = portal.browser().await;
    amina
        .signs_in(&portal, Programme::ADMINISTRATOR, "Overview")
        .await;
    narrows(&amina).await;
    writes(&amina).await;
    sends(&portal, &amina, &ada).await;
    ticks(&amina).await;
}

async fn narrows(amina: &Browser) {
    amina.goes("/applications", "Applications").await;
    amina.sees("Ready for an offer (1)").await;
    amina.sees("3 applications").await;
    amina.looks_right("board").await;
    amina.clicks("Ready for an offer (1)").await;
    assert_eq!(amina.focused().await.id, "column-Ready");
    amina.chooses("holder", "The school").await;
    amina.sees("1 application").await;
    amina.sees("Next step is with: The school").await;
    amina.clicks("List").await;
    amina.sees("The school: to sign").await;
    assert!(amina.address().await.contains("view=list"));
    amina.looks_right("applications-list").await;
    amina
        .chooses("trouble", "Letter to the school came back")
        .await;
    amina.sees("No applications match").await;
    amina.clicks("Clear all filters").await;
    amina.sees("3 applications").await;
    amina.clicks("Board").await;
}

async fn writes(amina: &Browser) {
    amina.chooses("holder", "The applicant").await;
    amina.sees("1 application").await;
    amina.clicks("Clear all filters").await;
    amina.sees("3 applications").await;
    amina.clicks("Write one letter to all that are shown").await;
    amina.arrives_at("Write one letter to many").await;
    amina.looks_right("write-to-many").await;
    amina.clicks("See the letter").await;
    amina.focus_is_on_the_summary().await;
    amina.fills("subject", "News for {first_name}").await;
    amina
        .fills("body", "The days are fixed.\n\nBring {name}’s register.")
        .await;
    amina.clicks("See the letter").await;
    amina.sees("“{first_name}” stands for nothing").await;
    amina.looks_right("write-to-many-mistakes").await;
    amina.fills("subject", "News for {name}").await;
    amina.clicks("See the letter").await;
    amina.reads_heading("Send 3 letters?").await;
    amina.sees("News for Ada Osei").await;
    amina.looks_right("write-to-many-look").await;
}

async fn sends(portal: &Portal, amina: &Browser, ada: &Applicant) {
    amina.clicks("Send 3 letters").await;
    amina.reads_heading("3 letters are on the way").await;
    amina.looks_right("write-to-many-sent").await;
    portal.post_letters().await;
    let letter = portal.mailbox().letter_about(&ada.email, "News for").await;
    assert!(letter.text().contains("Bring Ada Osei’s register."));
    amina.clicks("See how these letters are doing").await;
    amina.arrives_at("Letters").await;
    amina.sees("3 letters").await;
    amina.sees("Only the letters that bring").await;
    amina.looks_right("letters-of-a-mailing").await;
}

/// One alone, who was written to already today.
async fn ticks(amina: &Browser) {
    amina.goes("/applications?view=list", "Applications").await;
    amina.sees("3 applications").await;
    amina
        .clicks_at("input[aria-label='Choose Ben Drafts']")
        .await;
    amina
        .clicks("Write one letter to the ticked ones (1)")
        .await;
    amina.arrives_at("Write one letter to many").await;
    amina.sees("About the application that you ticked").await;
    amina.fills("subject", "Once more").await;
    amina.fills("body", "Did you read it?").await;
    amina.clicks("See the letter").await;
    amina.reads_heading("Nobody would get this letter").await;
    amina
        .sees("They were written to less than a day ago: 1")
        .await;
    amina.looks_right("write-to-many-nobody").await;
}
