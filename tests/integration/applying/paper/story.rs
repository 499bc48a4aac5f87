//! From the print to the place.

use entity::agreement_scan::State;
use entity::letter::{self, Kind};
use entity::{agreement, event};
use lopdf::Document;
use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};
use tests::{Form, Portal, Programme, scan};

use super::{accepts, asked, kept, newest, rejects, scans, seen, sent, states};
use crate::applying;

fn text(pdf: &[u8]) -> Vec<String> {
    let document = Document::load_mem(pdf).expect("a PDF");
    let pages = document.get_pages().into_keys();
    pages
        .map(|page| document.extract_text(&[page]).expect("text"))
        .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_words_are_printed_with_reference_and_hash_on_every_page() {
    let portal = Portal::start().await;
    let (ada, page) = asked(&portal).await;
    let office = portal.administrator().await;
    let reference = seen(&office, &ada).await["agreement"]["reference"].take();
    let before = portal.dump().await;
    let paper = page.paper().await;
    assert_eq!(paper.status, 200);
    assert!(!paper.html().contains("<script"));
    let hash = paper.filled(&["hash"]).remove(0).1;
    let reference = reference.as_str().expect("a reference");
    assert!(paper.html().contains(reference));
    let url = paper
        .url
        .replace("/paper", "/support-agreement-to-sign.pdf");
    let file = portal.anonymous().client().get(&url).send().await;
    let file = file.expect("a file");
    let header = |name: &str| file.headers()[name].to_str().expect("text").to_owned();
    assert_eq!(header("content-type"), "application/pdf");
    assert_eq!(header("cache-control"), "no-store");
    assert!(header("content-disposition").starts_with("attachment"));
    let pages = text(&file.bytes().await.expect("bytes"));
    assert!(pages.len() >= 2, "{} pages", pages.len());
    for page in &pages {
        let page: String = page.split_whitespace().collect();
        assert!(page.contains(reference) && page.contains(&hash), "{page}");
    }
    let all = pages.join(" ");
    for known in ["Signature", "Full name", "Mentor", "Ada", "Date"] {
        assert!(all.contains(known), "{known}: {all}");
    }
    // Looking and printing change nothing.
    assert_eq!(portal.dump().await.differing(&before), Vec::<&str>::new());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_paper_that_the_office_accepts_is_a_signature() {
    let portal = Portal::start().await;
    let (ada, page) = sent(&portal).await;
    assert_eq!(states(&portal).await, [State::Waiting]);
    assert_eq!(
        applying::states(&portal, Kind::AgreementScanReceived)
            .await
            .len(),
        1
    );
    let own = seen(&ada, &ada).await;
    assert_eq!(own["nextStep"], "CHECK_PAPER");
    assert!(own["agreement"]["scan"]["filePath"].is_null(), "{own}");
    assert!(own["agreement"]["scan"]["sentBy"].is_null(), "{own}");

    let office = portal.administrator().await;
    let scan = seen(&office, &ada).await["agreement"]["scan"].take();
    assert_eq!(scan["sentBy"], "Sandra Secretary");
    assert_eq!(scan["mentorEmail"], ada.mentor.email.as_str());
    let path = scan["filePath"].as_str().expect("a path");
    let file = office.get(path).await;
    assert_eq!(file.status().as_u16(), 200);
    for (name, value) in [
        ("content-type", "image/jpeg"),
        (
            "content-disposition",
            "attachment; filename=\"signed-paper.jpg\"",
        ),
        ("x-content-type-options", "nosniff"),
        (
            "content-security-policy",
            "default-src 'none'; sandbox; frame-ancestors 'none'",
        ),
        ("cache-control", "no-store"),
    ] {
        assert_eq!(file.headers()[name], value, "{name}");
    }
    assert_eq!(ada.get(path).await.status().as_u16(), 403);
    assert_eq!(portal.anonymous().get(path).await.status().as_u16(), 401);

    let signed = accepts(&office, &scan).await.data();
    assert_eq!(signed["acceptScan"]["state"], "SIGNED");
    let own = seen(&ada, &ada).await;
    assert_eq!(
        (&own["state"], &own["nextStep"]),
        (&"READY".into(), &"WAIT_FOR_OFFER".into())
    );
    let row = newest(&portal).await;
    assert_eq!(row.signed_name.as_deref(), Some("Helen Headteacher"));
    assert_eq!(
        (row.scan_id, row.paper_since),
        (Some(scans(&portal).await[0].id), None)
    );
    let file = ada.get(path).await;
    assert_eq!(
        file.status().as_u16(),
        200,
        "what counts is the applicant's as well"
    );

    portal.post_letters().await;
    let copy = portal
        .mailbox()
        .letter_about(Programme::HEADTEACHER, "copy")
        .await;
    let (_, _, pdf) = copy
        .files()
        .into_iter()
        .find(|(name, ..)| name == "support-agreement.pdf")
        .expect("a PDF");
    let all: String = text(&pdf).concat().split_whitespace().collect();
    for known in [
        "Signed on paper",
        "Sandra Secretary",
        "Scan accepted by",
        &scans(&portal).await[0].sha256,
    ] {
        let known: String = known.split_whitespace().collect();
        assert!(all.contains(&known), "{known}: {all}");
    }
    let (_, code) = all.split_once("withthecode").expect("a code");
    let proof = portal
        .anonymous()
        .get(&format!("/verify/{}", &code[..24]))
        .await;
    let proof = proof.text().await.expect("a page");
    assert!(proof.contains("Signed on paper"), "{proof}");
    assert!(proof.contains(&scans(&portal).await[0].sha256), "{proof}");
    portal.link_to(&ada.mentor.email).await;
    assert!(page.reload().await.html().contains("signed on paper for"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_paper_that_is_rejected_is_asked_for_again() {
    let portal = Portal::start().await;
    let (ada, page) = sent(&portal).await;
    let office = portal.administrator().await;
    let scan = seen(&office, &ada).await["agreement"]["scan"].take();
    let refused = rejects(&office, &scan, "").await;
    assert_eq!(refused.code(), Some("INVALID_INPUT"));
    rejects(&office, &scan, "The second page is missing")
        .await
        .data();
    let own = seen(&ada, &ada).await;
    assert_eq!(own["nextStep"], "WAIT_FOR_SCHOOL");
    assert_eq!(
        own["agreement"]["scan"]["reason"],
        "The second page is missing"
    );
    portal.post_letters().await;
    let news = portal
        .mailbox()
        .letter_about(&ada.email, "cannot be taken")
        .await;
    assert!(news.text().contains("second page"), "{}", news.text());
    let letter = portal
        .mailbox()
        .letter_about(Programme::HEADTEACHER, "please send another")
        .await;
    let again = portal.follow(&letter.link()).await;
    assert_eq!(again.status, 200);
    let paper = again.paper().await;
    assert!(paper.html().contains("second page"), "{}", paper.html());
    again.signs("Helen Headteacher", &ada.mentor).await;
    assert_eq!(newest(&portal).await.state, agreement::State::Signed);
    assert_eq!(newest(&portal).await.scan_id, None);
    let refused = accepts(&office, &scan).await;
    assert_eq!(refused.code(), Some("WRONG_STATE"), "{}", refused.body);
    assert!(page.reload().await.html().contains("signed for"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_is_reminded_while_the_office_looks() {
    let portal = Portal::start().await;
    let (ada, _) = sent(&portal).await;
    for _ in 0..20 {
        portal.wait(chrono::Duration::days(1));
        server::serve::round(&portal.app).await;
    }
    for kind in [Kind::AgreementReminder, Kind::AgreementUnanswered] {
        assert_eq!(
            applying::states(&portal, kind).await,
            Vec::<letter::State>::new(),
            "{kind:?}"
        );
    }
    let office = portal.administrator().await;
    let list = "{ reports { agreementChase(first: 10) { nodes { nextAction } } } }";
    let chased = office.query(list, serde_json::json!({})).await;
    assert_eq!(
        chased["reports"]["agreementChase"]["nodes"][0]["nextAction"], "CHECK_PAPER",
        "{chased}"
    );
    let scan = seen(&office, &ada).await["agreement"]["scan"].take();
    rejects(&office, &scan, "It cannot be read").await.data();
    // Over the Easter holidays nobody is reminded.
    for _ in 0..45 {
        portal.wait(chrono::Duration::days(1));
        server::serve::round(&portal.app).await;
    }
    assert!(
        !applying::states(&portal, Kind::AgreementReminder)
            .await
            .is_empty()
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_second_paper_takes_the_place_of_the_first_and_there_are_five_a_day() {
    let portal = Portal::start().await;
    let (ada, page) = asked(&portal).await;
    for _ in 0..5 {
        page.sends_paper(&ada.mentor).await;
    }
    let expected = [
        State::Replaced,
        State::Replaced,
        State::Replaced,
        State::Replaced,
        State::Waiting,
    ];
    assert_eq!(states(&portal).await, expected);
    assert_eq!(kept(&portal).await, 1, "nobody can see the others any more");
    let sixth = page.sends_paper(&ada.mentor).await;
    assert_eq!(sixth.status, 429);
    assert!(sixth.html().contains("tomorrow"), "{}", sixth.html());
    assert_eq!(states(&portal).await.len(), 5);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn words_that_changed_since_the_print_are_printed_again() {
    let portal = Portal::start().await;
    let (ada, page) = asked(&portal).await;
    let paper = page.paper().await;
    let form = Form::of(&paper, &ada.mentor).with_file("photo.png", &scan());
    let renamed = entity::person::Entity::update_many()
        .col_expr(
            entity::person::Column::Name,
            sea_orm::sea_query::Expr::value("Ada Osei-Bright"),
        )
        .filter(entity::person::Column::Id.eq(ada.id));
    renamed.exec(&portal.app.db.write).await.expect("a name");
    let told = paper.sends(&form).await;
    assert_eq!(told.status, 422);
    assert!(told.html().contains("Print them again"), "{}", told.html());
    assert!(scans(&portal).await.is_empty());
}

/// As for an online signature: what is missing is named at its field, and what was typed is still there.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_missing_is_named() {
    let portal = Portal::start().await;
    let (ada, page) = asked(&portal).await;
    let paper = page.paper().await;
    let form = Form::of(&paper, &ada.mentor).with_file("photo.png", &scan());
    for (without, said) in [
        ("tick", "Tick the box"),
        ("sentBy", "Type your own full name"),
        ("name", "who signed the paper"),
        ("mentorEmail", "e-mail address"),
        ("appointedOn-day", "Enter a day"),
    ] {
        let told = paper.sends(&form.clone().without(without)).await;
        assert_eq!(told.status, 422, "{without}");
        assert!(told.html().contains(said), "{without}: {}", told.html());
        assert!(told.html().contains("Grace Mentor"));
    }
    let own = form
        .without("mentorEmail")
        .with("mentorEmail", &ada.email.to_uppercase());
    let told = paper.sends(&own).await;
    assert!(
        told.html().contains("nobody approves their own work"),
        "{}",
        told.html()
    );
    assert!(scans(&portal).await.is_empty());
    let events =
        event::Entity::find().filter(event::Column::Kind.eq(event::Kind::AgreementScanSent));
    assert_eq!(events.count(&portal.app.db.read).await.expect("events"), 0);
}
