//! What is to go wrong goes wrong, and nothing else.

use std::time::{Duration, Instant};

use mailbox::{Fault, Mailbox, Refusal};

use crate::client::Client;

const LETTER: &str = "Subject: Hello\r\n\r\nhello";

#[tokio::test]
async fn a_recipient_is_refused_as_often_as_planned() {
    let mailbox = Mailbox::start().await.unwrap();
    let plan = Fault::RefuseRecipient(Refusal::LATER).times(2);
    mailbox.faults().add(plan.to("Ada@school.test"));
    let mut client = Client::greet(&mailbox).await;
    client.address(&["bo@school.test"]).await;
    assert_eq!(client.say("RCPT TO:<ada@school.test>").await, 450);
    assert_eq!(client.say("RCPT TO:<ada@school.test>").await, 450);
    assert!(mailbox.faults().are_spent());
    assert_eq!(client.say("RCPT TO:<ada@school.test>").await, 250);
    assert_eq!(client.data(LETTER).await, 250);
    let expected = ["bo@school.test", "ada@school.test"];
    assert_eq!(mailbox.letters()[0].to, expected);
}

#[tokio::test]
async fn everybody_is_refused_until_the_faults_are_cleared() {
    let mailbox = Mailbox::start().await.unwrap();
    let refusal = Refusal::code(521);
    mailbox.faults().add(Fault::RefuseRecipient(refusal));
    let mut client = Client::greet(&mailbox).await;
    client.address(&[]).await;
    assert_eq!(client.say("RCPT TO:<ada@school.test>").await, 521);
    assert_eq!(client.say("RCPT TO:<bo@school.test>").await, 521);
    assert_eq!(client.say("DATA").await, 554);
    mailbox.faults().clear();
    assert_eq!(client.say("RCPT TO:<bo@school.test>").await, 250);
}

#[tokio::test]
async fn a_refused_letter_is_not_kept() {
    let mailbox = Mailbox::start().await.unwrap();
    let fault = Fault::RefuseLetter(Refusal::NEVER);
    mailbox.faults().add(fault.once().to("ada@school.test"));
    let mut client = Client::greet(&mailbox).await;
    assert_eq!(client.send("bo@school.test", LETTER).await, 250);
    assert_eq!(client.send("ada@school.test", LETTER).await, 550);
    assert_eq!(client.send("ada@school.test", LETTER).await, 250);
    assert_eq!(mailbox.count(), 2);
}

#[tokio::test]
async fn a_connection_dropped_after_the_dot_leaves_the_letter() {
    let mailbox = Mailbox::start().await.unwrap();
    mailbox.faults().add(Fault::DropAfterDot.once());
    let mut client = Client::greet(&mailbox).await;
    client.address(&["ada@school.test"]).await;
    assert_eq!(client.say("DATA").await, 354);
    client.write(&format!("{LETTER}\r\n.\r\n")).await;
    assert!(client.is_hung_up().await);
    assert_eq!(mailbox.letters_to("ada@school.test").len(), 1);
}

#[tokio::test]
async fn a_connection_dropped_before_the_dot_leaves_nothing() {
    let mailbox = Mailbox::start().await.unwrap();
    mailbox.faults().add(Fault::DropBeforeDot.once());
    let mut client = Client::greet(&mailbox).await;
    client.address(&["ada@school.test"]).await;
    assert_eq!(client.say("DATA").await, 354);
    client.write(&format!("{LETTER}\r\n.\r\n")).await;
    assert!(client.is_hung_up().await);
    assert_eq!(mailbox.count(), 0);
    assert!(mailbox.faults().are_spent());
}

#[tokio::test]
async fn a_refused_connection_gets_no_greeting() {
    let mailbox = Mailbox::start().await.unwrap();
    mailbox.faults().add(Fault::RefuseConnection.times(2));
    for _ in 0..2 {
        assert!(Client::connect(&mailbox).await.is_hung_up().await);
    }
    Client::greet(&mailbox).await;
}

#[tokio::test]
async fn a_late_reply_comes_late_and_the_letter_does_not() {
    let mailbox = Mailbox::start().await.unwrap();
    let delay = Duration::from_millis(300);
    mailbox.faults().add(Fault::DelayReply(delay).once());
    let mut client = Client::greet(&mailbox).await;
    client.address(&["ada@school.test"]).await;
    assert_eq!(client.say("DATA").await, 354);
    let start = Instant::now();
    client.write(&format!("{LETTER}\r\n.\r\n")).await;
    mailbox.letter_to("ada@school.test").await;
    assert_eq!(client.code().await, 250);
    assert!(start.elapsed() >= delay);
}

#[tokio::test]
async fn the_first_of_two_plans_strikes_first() {
    let mailbox = Mailbox::start().await.unwrap();
    let (later, never) = (Refusal::LATER, Refusal::NEVER);
    mailbox.faults().add(Fault::RefuseRecipient(later).times(0));
    mailbox.faults().add(Fault::RefuseRecipient(later).once());
    mailbox.faults().add(Fault::RefuseRecipient(never).once());
    let mut client = Client::greet(&mailbox).await;
    client.address(&[]).await;
    assert_eq!(client.say("RCPT TO:<ada@school.test>").await, 450);
    assert_eq!(client.say("RCPT TO:<ada@school.test>").await, 550);
    assert_eq!(client.say("RCPT TO:<ada@school.test>").await, 250);
}
