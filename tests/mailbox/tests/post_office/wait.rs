//! The next letter is waited for, and returned once.

use std::time::Duration;

use mailbox::{Mailbox, Settings};

use crate::client::{Client, post};

const ADA: &str = "ada@school.test";

async fn with(settings: Settings) -> Mailbox {
    let anywhere = "127.0.0.1:0".parse().unwrap();
    Mailbox::start_with(anywhere, settings).await.unwrap()
}

#[tokio::test]
async fn a_letter_on_its_way_is_waited_for() {
    let mailbox = Mailbox::start().await.unwrap();
    let waiting = tokio::spawn({
        let mailbox = mailbox.clone();
        async move { mailbox.letter_to(ADA).await }
    });
    post(&mailbox, "bo@school.test", "Not hers", "").await;
    post(&mailbox, "Ada@School.test", "Hers", "").await;
    assert_eq!(waiting.await.unwrap().subject(), "Hers");
}

#[tokio::test]
async fn the_newest_unread_letter_comes_first() {
    let mailbox = Mailbox::start().await.unwrap();
    for subject in ["One", "Two", "Three"] {
        post(&mailbox, ADA, subject, "").await;
    }
    assert_eq!(mailbox.letter_to(ADA).await.subject(), "Three");
    assert_eq!(mailbox.letter_about(ADA, "On").await.subject(), "One");
    assert_eq!(mailbox.letter_to(ADA).await.subject(), "Two");
}

#[tokio::test]
async fn a_letter_to_two_people_is_returned_for_each() {
    let mailbox = Mailbox::start().await.unwrap();
    let mut client = Client::greet(&mailbox).await;
    client.address(&[ADA, "bo@school.test"]).await;
    assert_eq!(client.data("Subject: Both").await, 250);
    assert_eq!(mailbox.letter_to(ADA).await.number, 1);
    assert_eq!(mailbox.letter_to("bo@school.test").await.number, 1);
}

#[tokio::test]
async fn in_vain_is_told_with_what_did_arrive() {
    let mailbox = with(Settings {
        patience: Duration::from_millis(50),
        ..Settings::default()
    })
    .await;
    post(&mailbox, "bo@school.test", "For Bo", "").await;
    let waiting = tokio::spawn(async move { mailbox.letter_about(ADA, "Hello").await });
    let panic = waiting.await.unwrap_err().into_panic();
    let message = panic.downcast::<String>().unwrap();
    assert!(message.contains("no new letter to ada@school.test with “Hello”"));
    assert!(message.contains("1. to bo@school.test: For Bo"));
}

#[tokio::test]
async fn the_newest_letters_are_kept_and_numbers_go_on() {
    let mailbox = with(Settings {
        letters: 2,
        ..Settings::default()
    })
    .await;
    for subject in ["One", "Two", "Three"] {
        post(&mailbox, ADA, subject, "").await;
    }
    assert_eq!(mailbox.count(), 2);
    assert_eq!(mailbox.letters()[0].subject(), "Two");
    mailbox.clear();
    assert_eq!(mailbox.count(), 0);
    post(&mailbox, ADA, "Four", "").await;
    assert_eq!(mailbox.letter_to(ADA).await.number, 4);
}
