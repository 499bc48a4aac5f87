//! Every kind of letter, as it arrives.

use std::collections::BTreeMap;

use chrono::Duration;
use entity::letter::{self, Kind};
use mailbox::{Fault, Letter};
use sea_orm::{EntityTrait as _, Iterable as _};
use server::access::Actor;
use server::outbox::{Draft, queue};
use server::tx;
use tests::{Enrolling, Mentor, Participant, Portal, Programme};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_kind_reads_well() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    everything_happens(&portal, &ada).await;
    let letters = by_kind(&portal).await;
    let missing: Vec<Kind> = Kind::iter()
        .filter(|kind| !letters.iter().any(|(row, _)| row.kind == *kind))
        .collect();
    assert!(missing.is_empty(), "never sent: {missing:?}");

    let mut first = BTreeMap::new();
    for (row, letter) in &letters {
        assert_is_well_made(&portal, row, letter);
        first.entry(name(row)).or_insert_with(|| (row, letter));
    }
    for (name, (row, letter)) in first {
        let link = letter.find_link();
        let shown = format!(
            "To: {}\nSubject: {}\n\n{}",
            row.to_email,
            letter.subject(),
            letter.text()
        );
        insta::assert_snapshot!(name, redacted(&portal, &shown, link.as_deref()));
    }
}

/// The snapshot's name. Of a dispute, each receiver hears in other words.
fn name(row: &letter::Model) -> String {
    match (row.kind, row.to_email.split_once('@')) {
        (Kind::TaskDecisionDisputed, Some((receiver, _))) => format!("{:?}_{receiver}", row.kind),
        _ => format!("{:?}", row.kind),
    }
}

/// Has each kind of letter sent at least once.
async fn everything_happens(portal: &Portal, ada: &Participant) {
    portal.anonymous().asks_for_a_code(&ada.email).await.data();
    portal
        .anonymous()
        .asks_for_a_code("nobody@elsewhere.test")
        .await
        .data();
    let test = tx::write(&portal.app, &Actor::System, async |tx| {
        queue(tx, Draft::new(Kind::TestMail, "", Programme::ADMINISTRATOR)).await
    });
    test.await.expect("a test letter");
    portal.post_letters().await;

    let policy = ada.asks_approval_of("policy_review").await;
    let data = ada.asks_approval_of("data_review").await;
    let page = portal
        .follow(&portal.link_to(&ada.mentor.email).await)
        .await;
    ada.withdraws(data).await.data();
    portal.wait_until("2026-03-03T11:00:00Z");
    page.approves("Grace Mentor").await;
    portal.post_letters().await;
    portal.wait_until("2026-03-03T16:30:00Z");
    portal.post_letters().await;

    ada.submits(data).await.data();
    portal.post_letters().await;
    portal.wait_until("2026-03-12T17:00:00Z");
    portal.rounds().await;
    portal.post_letters().await;
    let page = portal
        .follow(
            &portal
                .mailbox()
                .letter_about(&ada.mentor.email, "Reminder")
                .await
                .link(),
        )
        .await;
    page.returns(ada.title("data_review"), "Write about the pupils as well.")
        .await;
    portal.wait(Duration::minutes(11));
    portal.post_letters().await;
    let receipts = portal.mailbox().letters_to(&ada.mentor.email);
    let receipt = receipts
        .iter()
        .find(|letter| letter.text().contains("approved: “"))
        .expect("a receipt");
    portal.follow(&receipt.link()).await.disowns().await;
    let office = portal.administrator().await;
    ada.submits(policy).await.data();
    office
        .replaces_mentor(ada.enrolment_id, "Gil Mentor", "gil@willowbank.test")
        .await
        .data();
    portal.post_letters().await;
}

/// Each row of the outbox that was sent, with what arrived.
async fn by_kind(portal: &Portal) -> Vec<(letter::Model, Letter)> {
    let arrived = portal.mailbox().letters();
    let rows = letter::Entity::find()
        .all(&portal.app.db.read)
        .await
        .expect("letters");
    let of = |row: &letter::Model| {
        let id = |letter: &&Letter| {
            letter
                .message_id()
                .is_some_and(|id| format!("<{id}>") == row.message_id)
        };
        arrived.iter().find(id).cloned()
    };
    let mut found: Vec<_> = rows
        .into_iter()
        .filter_map(|row| of(&row).map(|letter| (row, letter)))
        .collect();
    assert_eq!(found.len(), arrived.len(), "each letter is in the outbox");
    found.sort_by_key(|(row, _)| row.id);
    found
}

fn assert_is_well_made(portal: &Portal, row: &letter::Model, letter: &Letter) {
    let header = |name: &str| letter.header(name).unwrap_or_default();
    let (text, html) = (letter.text(), letter.html());
    let told = format!(
        "{:?} to {}:\n{}",
        row.kind,
        row.to_email,
        String::from_utf8_lossy(&letter.raw)
    );
    assert_eq!(letter.to, [row.to_email.as_str()], "{told}");
    assert!(
        !letter.subject().is_empty() && letter.subject().chars().count() <= 140,
        "{told}"
    );
    assert!(text.len() > 100 && html.len() > 100, "both parts: {told}");
    assert!(html.contains("<html lang=\"en"), "{told}");
    assert_eq!(header("Auto-Submitted"), "auto-generated", "{told}");
    let raw = format!(
        "\r\n{}",
        String::from_utf8_lossy(&letter.raw).replace("\r\n ", " ")
    );
    assert!(
        raw.contains("\r\nFrom: \"SEN Award Portal\" <portal@provider.test>\r\n"),
        "{told}"
    );
    assert!(
        raw.contains("\r\nReply-To: \"Programme office\" <office@provider.test>\r\n"),
        "{told}"
    );
    let thread = row.in_reply_to.clone().unwrap_or_default();
    for name in ["In-Reply-To", "References"] {
        assert_eq!(
            thread.is_empty(),
            !raw.contains(&format!("\r\n{name}: ")),
            "{told}"
        );
        assert!(
            thread.is_empty() || raw.contains(&format!("\r\n{name}: {thread}\r\n")),
            "{told}"
        );
    }
    for private in [
        Participant::ACCOUNT,
        Participant::REFLECTION,
        "Write about the pupils",
    ] {
        assert!(
            !text.contains(private) && !html.contains(private),
            "evidence: {told}"
        );
    }
    for trap in [
        "<script",
        "<img",
        "<link",
        "<form",
        "javascript:",
        "@import",
        "url(",
    ] {
        assert!(!html.contains(trap), "{trap}: {told}");
    }
    for link in html
        .split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
    {
        assert!(
            link.starts_with(portal.url()) || link.starts_with("mailto:"),
            "{link}: {told}"
        );
    }
    for link in letter.links() {
        assert!(link.starts_with(portal.url()), "{link}: {told}");
    }
}

fn redacted(portal: &Portal, text: &str, link: Option<&str>) -> String {
    let mut text = text.replace("\r\n", "\n");
    if let Some(link) = link {
        text = text.replace(link, "https://portal.test/l/[token]");
    }
    text = text.replace(portal.url(), "https://portal.test");
    let words: Vec<String> = text.split('\n').map(without_ids).collect();
    words.join("\n")
}

/// Ids, tokens and codes are other ones in every run.
fn without_ids(line: &str) -> String {
    if line.len() == 6 && line.bytes().all(|byte| byte.is_ascii_digit()) {
        return "[code]".into();
    }
    match line.rsplit_once('/') {
        Some((before, last)) if line.starts_with("https://portal.test/") && last.len() >= 32 => {
            format!("{before}/[id]")
        }
        _ => line.to_owned(),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn hostile_names_stay_names() {
    let portal = Portal::start().await;
    let name = "Zoë \"Z\" O'Neill <script>alert(1)</script> 😀, evil.example";
    let who = Enrolling {
        email: "zoe@willowbank.test".into(),
        mentor: Mentor {
            name: "G\"r, a;c<e>\r\nBcc: all@elsewhere.test".into(),
            email: "grace@willowbank.test".into(),
        },
        ..portal.enrolling(name)
    };
    let zoe = portal.enrol(who).await;
    zoe.asks_approval_of("policy_review").await;
    let page = portal
        .follow(&portal.link_to(&zoe.mentor.email).await)
        .await;
    assert!(!page.html().contains("<script>alert"), "{}", page.html());
    page.approves("<b>Grace</b>\r\nBcc: x@elsewhere.test").await;
    portal.wait(Duration::hours(8));
    portal.post_letters().await;

    let letters = portal.mailbox().letters();
    assert!(letters.len() >= 4, "asking, receipt, news, report");
    for letter in &letters {
        let raw = String::from_utf8_lossy(&letter.raw).into_owned();
        let (head, _) = raw.split_once("\r\n\r\n").expect("a head");
        let names: Vec<_> = head
            .split("\r\n")
            .filter(|line| !line.starts_with([' ', '\t']))
            .filter_map(|line| line.split(':').next())
            .collect();
        assert!(
            !names
                .iter()
                .any(|name| ["bcc", "cc"].contains(&name.to_lowercase().as_str())),
            "{head}"
        );
        assert_eq!(letter.to.len(), 1, "{head}");
        assert!(!letter.subject().contains(['\r', '\n']));
        assert!(
            !letter.html().contains("<script") && !letter.html().contains("<b>Grace"),
            "{}",
            letter.html()
        );
        assert!(
            !letter.text().contains("evil.example"),
            "a name must not become a link: {}",
            letter.text()
        );
        assert!(
            !letter.text().lines().any(|line| line.starts_with("Bcc:")),
            "{}",
            letter.text()
        );
    }
    let asking = &portal.mailbox().letters_to(&zoe.mentor.email)[0];
    assert!(
        asking.subject().contains("Zoë \"Z\" O'Neill") && asking.subject().contains('😀'),
        "{}",
        asking.subject()
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn names_of_any_length_and_script_arrive() {
    let portal = Portal::start().await;
    for (number, name) in [
        "李 小龍 ".repeat(39),
        "x".repeat(200),
        "Ñ".repeat(200),
        "مرحبا ".repeat(30),
    ]
    .iter()
    .enumerate()
    {
        let who = Enrolling {
            email: format!("p{number}@willowbank.test"),
            ..portal.enrolling(name)
        };
        let who = Enrolling {
            mentor: Mentor {
                name: name.clone(),
                email: format!("m{number}@willowbank.test"),
            },
            ..who
        };
        portal
            .enrol(who)
            .await
            .asks_approval_of("policy_review")
            .await;
        let letter = {
            portal.post_letters().await;
            portal
                .mailbox()
                .letter_to(&format!("m{number}@willowbank.test"))
                .await
        };
        assert!(
            letter
                .raw
                .split(|byte| *byte == b'\n')
                .all(|line| line.len() <= 998),
            "lines fit"
        );
        assert!(letter.find_link().is_some());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_letter_keeps_its_id_and_its_link_at_every_try() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    ada.asks_approval_of("policy_review").await;
    portal.mailbox().faults().add(Fault::DropAfterDot.times(3));
    for _ in 0..4 {
        portal.post_letters().await;
        portal.wait(Duration::minutes(10));
    }
    let letters = portal.mailbox().letters_to(&ada.mentor.email);
    assert_eq!(letters.len(), 4);
    for letter in &letters {
        assert_eq!(letter.message_id(), letters[0].message_id());
        assert_eq!(letter.header("Date"), letters[0].header("Date"));
        assert_eq!(letter.link(), letters[0].link());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_letter_tells_how_things_stand_when_it_goes() {
    let portal = Portal::start_with(|config| config.digest_window = Duration::minutes(10)).await;
    let ada = portal.participant("Ada").await;
    let task = ada.asks_approval_of("policy_review").await;
    ada.asks_approval_of("data_review").await;
    ada.withdraws(task).await.data();
    portal.wait(Duration::minutes(11));
    portal.post_letters().await;
    let letter = portal.mailbox().letter_to(&ada.mentor.email).await;
    assert!(
        !letter.text().contains(ada.title("policy_review")),
        "{}",
        letter.text()
    );
    assert!(
        letter.text().contains(ada.title("data_review")),
        "{}",
        letter.text()
    );
}
