//! Files that come with letters.

use chrono::NaiveDate;
use sha2::{Digest as _, Sha256};
use tests::{Portal, Programme};

/// Whoever keeps the file can show what was signed: its bytes have the fingerprint that the letter names.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_words_that_were_signed_come_to_the_byte() {
    let portal = Portal::start().await;
    let ada = portal.ready_applicant("Ada").await;
    portal.post_letters().await;
    for (address, subject) in [
        (Programme::HEADTEACHER, "copy"),
        (ada.email.as_str(), "signed"),
    ] {
        let letter = portal.mailbox().letter_about(address, subject).await;
        let files = letter.files();
        let [(pdf, _, _), (name, kind, content)] = files.as_slice() else {
            panic!("two files: {files:?}");
        };
        assert_eq!(pdf, "support-agreement.pdf");
        assert_eq!(
            (name.as_str(), kind.as_str()),
            ("support-agreement.txt", "text/plain")
        );
        let hash: String = Sha256::digest(content)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        assert!(letter.text().contains(&hash), "{hash}: {}", letter.text());
        assert!(letter.html().contains(&hash));
        let words = String::from_utf8(content.clone()).expect("text");
        assert!(words.contains("up to 10 days"), "{words}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_welcome_brings_its_dates() {
    let portal = Portal::start().await;
    let ada = portal.offered_applicant("Ada").await;
    ada.accepts().await.data();
    portal.post_letters().await;
    let letter = portal.mailbox().letter_about(&ada.email, "Welcome").await;
    let files = letter.files();
    let [(name, kind, content)] = files.as_slice() else {
        panic!("one file: {files:?}");
    };
    assert_eq!(
        (name.as_str(), kind.as_str()),
        ("dates.ics", "text/calendar")
    );
    let text = String::from_utf8(content.clone()).expect("text");
    assert!(
        text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"),
        "{text}"
    );
    assert!(text.ends_with("END:VCALENDAR\r\n"), "{text}");
    let days = |name: &str| -> Vec<NaiveDate> {
        let begin = format!("{name};VALUE=DATE:");
        let lines = text
            .split("\r\n")
            .filter_map(|line| line.strip_prefix(&begin));
        lines
            .map(|day| NaiveDate::parse_from_str(day, "%Y%m%d").expect("a day"))
            .collect()
    };
    let of = |text: &str| text.parse::<NaiveDate>().expect("a day");
    assert_eq!(days("DTSTART"), [of("2026-09-01"), of("2027-07-16")]);
    // The day after: the end of an entry is the first day that is no part of it.
    assert_eq!(days("DTEND"), [of("2026-09-02"), of("2027-07-17")]);
    assert_eq!(text.matches("LOCATION:Southfield Library\r\n").count(), 2);
}
