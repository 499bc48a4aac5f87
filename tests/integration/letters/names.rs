//! Names that people type stay names, and letters stay letters.

use chrono::Duration;
use mailbox::{Fault, Letter};
use tests::{Enrolling, Mentor, Portal, Signatory};

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
    letters.iter().for_each(assert_names_stay_names);
    let asking = &portal.mailbox().letters_to(&zoe.mentor.email)[0];
    assert!(
        asking.subject().contains("Zoë \"Z\" O'Neill") && asking.subject().contains('😀'),
        "{}",
        asking.subject()
    );
}

/// No header, no markup and no link came of what somebody typed.
fn assert_names_stay_names(letter: &Letter) {
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
        !letter.html().contains("<script") && !letter.html().contains("<b>"),
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

/// Nobody knows applicants, and whoever they name, before they write to us.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn hostile_applicants_stay_names() {
    let portal = Portal::start().await;
    let mut zoe = portal
        .applicant("<script>alert(1)</script> http://evil.example")
        .await;
    zoe.mentor.name = "<b>Grace</b> evil.example".into();
    let signatory = Signatory {
        name: "Helen <script> evil.example".into(),
        email: "chair@willowbank.test".into(),
    };
    zoe.applies_with(&signatory).await.data();
    let page = portal.follow(&portal.link_to(&signatory.email).await).await;
    assert!(!page.html().contains("<script>"), "{}", page.html());
    page.signs("<b>Helen</b> evil.example", &zoe.mentor).await;
    let page = portal
        .follow(&portal.link_to(&zoe.mentor.email).await)
        .await;
    assert!(!page.html().contains("<script>"), "{}", page.html());
    page.declines("<b>Grace</b>", "See http://evil.example/ <script>")
        .await;
    portal.post_letters().await;
    let letters = portal.mailbox().letters();
    assert!(letters.len() >= 8, "{}", letters.len());
    letters.iter().for_each(assert_names_stay_names);
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
