//! Letters are taken in.

use mailbox::{Mailbox, Settings};

use crate::client::Client;

#[tokio::test]
async fn several_letters_come_over_one_connection_in_order() {
    let mailbox = Mailbox::start().await.unwrap();
    let mut client = Client::greet(&mailbox).await;
    client.address(&["ada@school.test", "Bo@school.test"]).await;
    assert_eq!(client.data("Subject: One\r\n\r\n..dot\r\n...").await, 250);
    assert_eq!(client.send("cy@school.test", "Subject: Two\r\n").await, 250);
    assert_eq!(client.say("QUIT").await, 221);
    assert!(client.is_hung_up().await);

    let letters = mailbox.letters();
    assert_eq!(letters.len(), 2);
    assert_eq!(letters[0].from, "portal@school.test");
    assert_eq!(letters[0].to, ["ada@school.test", "Bo@school.test"]);
    assert_eq!(&*letters[0].raw, b"Subject: One\r\n\r\n.dot\r\n..\r\n");
    assert_eq!(letters[1].subject(), "Two");
    assert_eq!(mailbox.letters_to("bo@SCHOOL.test").len(), 1);
}

#[tokio::test]
async fn extensions_are_announced() {
    let mailbox = Mailbox::start().await.unwrap();
    let mut client = Client::connect(&mailbox).await;
    client.code().await;
    client.write("EHLO school.test\r\n").await;
    let expected = [
        "250-mailbox",
        "250-PIPELINING",
        "250-SIZE 10485760",
        "250 8BITMIME",
    ];
    assert_eq!(client.reply().await, expected);
    assert_eq!(client.say("HELO school.test").await, 250);
}

#[tokio::test]
async fn commands_may_be_pipelined() {
    let mailbox = Mailbox::start().await.unwrap();
    let mut client = Client::greet(&mailbox).await;
    client
        .write(
            "mail from:<> BODY=8BITMIME SIZE=20\r\nrcpt to:<a@school.test>\r\ndata\r\n\
             Subject: Grüße\r\n\r\nhello\r\n.\r\nNOOP\r\nQUIT\r\n",
        )
        .await;
    for expected in [250, 250, 354, 250, 250, 221] {
        assert_eq!(client.code().await, expected);
    }
    assert_eq!(mailbox.letters()[0].from, "");
    assert_eq!(mailbox.letters()[0].subject(), "Grüße");
}

#[tokio::test]
async fn commands_out_of_order_are_refused() {
    let mailbox = Mailbox::start().await.unwrap();
    let mut client = Client::connect(&mailbox).await;
    client.code().await;
    assert_eq!(client.say("MAIL FROM:<a@school.test>").await, 503);
    assert_eq!(client.say("RSET").await, 250);
    assert_eq!(client.say("MAIL FROM:<a@school.test>").await, 503);
    assert_eq!(client.say("EHLO school.test").await, 250);
    assert_eq!(client.say("RCPT TO:<a@school.test>").await, 503);
    assert_eq!(client.say("DATA").await, 503);
    assert_eq!(client.say("MAIL FROM:<a@school.test>").await, 250);
    assert_eq!(client.say("MAIL FROM:<a@school.test>").await, 503);
    assert_eq!(client.say("DATA").await, 554);
    assert_eq!(client.say("RSET").await, 250);
    assert_eq!(client.say("RCPT TO:<a@school.test>").await, 503);
    assert_eq!(mailbox.count(), 0);
}

#[tokio::test]
async fn nonsense_is_refused_and_the_connection_goes_on() {
    let mailbox = Mailbox::start().await.unwrap();
    let mut client = Client::greet(&mailbox).await;
    for (line, code) in [
        ("", 500),
        ("HOWDY", 500),
        ("é", 500),
        ("EHLO", 501),
        ("DATA now", 501),
        ("MAIL", 501),
        ("MAIL FROM:", 501),
        ("MAIL FROM:a@school.test", 501),
        ("MAIL FROM:<a@school.test> SIZE=x", 501),
        ("MAIL FROM:<a@school.test> RET=FULL", 555),
        ("STARTTLS", 502),
        ("VRFY ada", 252),
        (&"x".repeat(100_000), 500),
    ] {
        assert_eq!(client.say(line).await, code, "{line}");
    }
    client.address(&[]).await;
    assert_eq!(client.say("RCPT TO:<>").await, 501);
    assert_eq!(client.say("RCPT TO:<a@school.test> NOTIFY=x").await, 555);
    assert_eq!(client.say("RCPT TO:<a@school.test>").await, 250);
    assert_eq!(client.data("Subject: After all").await, 250);
    assert_eq!(mailbox.count(), 1);
}

#[tokio::test]
async fn a_letter_that_is_too_big_is_refused() {
    let settings = Settings {
        letter_bytes: 50,
        ..Settings::default()
    };
    let anywhere = "127.0.0.1:0".parse().unwrap();
    let mailbox = Mailbox::start_with(anywhere, settings).await.unwrap();
    let mut client = Client::greet(&mailbox).await;
    assert_eq!(client.say("MAIL FROM:<a@school.test> SIZE=51").await, 552);
    let letter = "x".repeat(51);
    assert_eq!(client.send("a@school.test", &letter).await, 552);
    assert_eq!(client.send("a@school.test", "Subject: Small").await, 250);
    assert_eq!(mailbox.count(), 1);
}

#[tokio::test]
async fn a_letter_cut_short_is_not_kept() {
    let mailbox = Mailbox::start().await.unwrap();
    let mut client = Client::greet(&mailbox).await;
    client.address(&["a@school.test"]).await;
    assert_eq!(client.say("DATA").await, 354);
    client.write("Subject: Half\r\n\r\nand th").await;
    drop(client);
    let mut client = Client::greet(&mailbox).await;
    assert_eq!(client.say("NOOP").await, 250);
    assert_eq!(mailbox.count(), 0);
}

#[tokio::test]
async fn the_post_office_closes_with_its_last_handle() {
    let mailbox = Mailbox::start().await.unwrap();
    let mut client = Client::greet(&mailbox).await;
    let other = mailbox.clone();
    drop(mailbox);
    assert_eq!(client.say("NOOP").await, 250);
    drop(other);
    assert!(client.is_hung_up().await);
}
