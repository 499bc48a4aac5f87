//! A letter is understood.

use mailbox::{Letter, Mailbox};

use crate::client::{Client, post};

async fn letter_saying(text: &str) -> Letter {
    let mailbox = Mailbox::start().await.unwrap();
    post(&mailbox, "ada@school.test", "Hello", text).await;
    mailbox.letter_to("ada@school.test").await
}

#[tokio::test]
async fn both_parts_and_the_headers_are_decoded() {
    let mailbox = Mailbox::start().await.unwrap();
    let mut client = Client::greet(&mailbox).await;
    let letter = "Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=\r\nMessage-ID: <17@school.test>\r\n\
        List-Unsubscribe: <https://portal.test/u>,\r\n <mailto:u@portal.test>\r\n\
        Content-Type: multipart/alternative; boundary=b\r\n\r\n\
        --b\r\nContent-Type: text/plain; charset=utf-8\r\n\
        Content-Transfer-Encoding: quoted-printable\r\n\r\n\
        Gr=C3=BC=C3=9Fe https://portal.test/l/a=\r\nbc\r\n\
        --b\r\nContent-Type: text/html; charset=utf-8\r\n\
        Content-Transfer-Encoding: base64\r\n\r\nPHA+SGk8L3A+\r\n--b--";
    assert_eq!(client.send("ada@school.test", letter).await, 250);
    let letter = mailbox.letter_to("ada@school.test").await;
    assert_eq!(letter.subject(), "Grüße");
    assert_eq!(letter.message_id().as_deref(), Some("17@school.test"));
    assert_eq!(
        letter.header("list-unsubscribe").as_deref(),
        Some("<https://portal.test/u>, <mailto:u@portal.test>")
    );
    assert_eq!(letter.header("X-None"), None);
    assert_eq!(letter.text().trim(), "Grüße https://portal.test/l/abc");
    assert_eq!(letter.html(), "<p>Hi</p>");
    assert_eq!(letter.link(), "https://portal.test/l/abc");
}

#[tokio::test]
async fn a_part_that_is_not_there_is_empty() {
    let letter = letter_saying("only text").await;
    assert_eq!(letter.text().trim(), "only text");
    assert_eq!(letter.html(), "");
    assert_eq!(letter.find_link(), None);
    assert_eq!(letter.find_code(), None);
}

#[tokio::test]
async fn links_end_where_the_sentence_does() {
    let letter = letter_saying(
        "See https://a.test/one. Or (HTTP://b.test/two), <https://c.test/x?y=1&z=2#f>;\r\n\
         https://d.test/wiki/A_(b) \"https://e.test\" http:// httpd ftp://f.test\r\n\
         https://portal.test/l/tok-en_1.\r\n",
    )
    .await;
    let expected = [
        "https://a.test/one",
        "HTTP://b.test/two",
        "https://c.test/x?y=1&z=2#f",
        "https://d.test/wiki/A_(b)",
        "https://e.test",
        "https://portal.test/l/tok-en_1",
    ];
    assert_eq!(letter.links(), expected);
    assert_eq!(letter.link(), "https://portal.test/l/tok-en_1");
}

#[tokio::test]
async fn only_the_path_makes_a_link_one_to_act_on() {
    let letter = letter_saying("https://a.test/?next=/l/x https://l/l/y https://a.test").await;
    assert_eq!(letter.link(), "https://l/l/y");
}

#[tokio::test]
async fn a_code_is_six_digits_that_stand_alone() {
    let letter = letter_saying(
        "1234567 a123456 https://a.test/654321 2026 Your code is 007431.\r\nNot 111111.",
    )
    .await;
    assert_eq!(letter.code(), "007431");
}

#[tokio::test]
async fn a_letter_of_rubbish_is_empty() {
    let mailbox = Mailbox::start().await.unwrap();
    let mut client = Client::greet(&mailbox).await;
    assert_eq!(client.send("ada@school.test", "\0\u{1}\r\n\r\n").await, 250);
    let letter = mailbox.letter_to("ada@school.test").await;
    assert_eq!(letter.subject(), "");
    assert_eq!(letter.html(), "");
    assert!(letter.links().is_empty());
}
