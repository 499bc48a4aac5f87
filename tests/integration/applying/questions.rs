//! What signatories ask the office before they answer: who reads it, who is told, and what waits meanwhile.

use chrono::Duration;
use entity::agreement_question::{self, Column, Entity, State};
use entity::letter::{self, Kind};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use serde_json::{Value, json};
use server::access::TokenScope;
use tests::{Applicant, LinkPage, Portal, Programme, Visitor};

use crate::reminders::{days, letters_of_days};

/// Stands nowhere but between the signatory and the office.
const QUESTION: &str = "Who pays for the cover, marmalade or nobody?";
const REPLY: &str = "The school does; quicksilver has the figures.";

const CLOSE: &str = "mutation($input: CloseAgreementQuestionInput!) {
    closeAgreementQuestion(input: $input) { state answer settledBy }
}";
const SEEN: &str = "query($id: ID!) { application(id: $id) {
    nextStep agreement { state openQuestions resendFrom }
    questions { id state text askedBy answer settledBy settledAt }
    timeline { kind actorName note }
} }";

async fn link_page(portal: &Portal, ada: &Applicant) -> LinkPage {
    ada.applies().await;
    portal
        .follow(&portal.link_to(Programme::HEADTEACHER).await)
        .await
}

async fn rows(portal: &Portal) -> Vec<agreement_question::Model> {
    let rows = Entity::find().order_by_asc(Column::Id);
    rows.all(&portal.app.db.read).await.expect("questions")
}

async fn seen(by: &Visitor, of: &Applicant) -> Value {
    by.query(SEEN, json!({ "id": of.application_id })).await["application"].take()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_question_is_answered_by_letter_and_counts_as_nothing() {
    let portal = Portal::start().await;
    let ada = portal.applicant("Ada").await;
    let page = link_page(&portal, &ada).await;
    let office = portal.administrator().await;
    let confirmed = page.asks(QUESTION, "Helen Headteacher").await;
    assert_eq!(confirmed.status, 200);
    assert_eq!(
        confirmed.heading(),
        "Your question is with the programme office"
    );
    assert!(confirmed.html().contains(QUESTION), "{}", confirmed.html());
    let back = page.reload().await;
    assert!(back.html().contains("has not answered yet"));

    let told = seen(&office, &ada).await;
    assert_eq!(told["nextStep"], "ANSWER_QUESTION");
    assert_eq!(told["agreement"]["state"], "SENT");
    assert_eq!(told["questions"][0]["text"], QUESTION);
    assert_eq!(told["questions"][0]["askedBy"], "Helen Headteacher");
    let id = rows(&portal).await[0].id;
    office.answers_question(&json!(id), REPLY).await.data();
    portal.post_letters().await;

    let letter = portal
        .mailbox()
        .letter_about(Programme::HEADTEACHER, "Answer to your question")
        .await;
    for words in [QUESTION, REPLY] {
        assert!(letter.text().contains(words), "{}", letter.text());
    }
    let again = portal.follow(&letter.link()).await;
    for words in [QUESTION, REPLY] {
        assert!(again.html().contains(words), "{}", again.html());
    }
    let told = seen(&office, &ada).await;
    assert_eq!(told["nextStep"], "WAIT_FOR_SCHOOL");
    assert_eq!(told["questions"][0]["settledBy"], "Amina Administrator");

    again.asks("And who marks it?", "Helen Headteacher").await;
    assert_eq!(rows(&portal).await.len(), 2, "a further question");
    again.signs("Helen Headteacher", &ada.mentor).await;
    assert_eq!(seen(&office, &ada).await["agreement"]["state"], "SIGNED");
    let id = rows(&portal).await[1].id;
    office
        .answers_question(&json!(id), "Two markers.")
        .await
        .data();
    portal.post_letters().await;
    let letters = portal.mailbox().letters_to(Programme::HEADTEACHER);
    let late = letters
        .iter()
        .find(|letter| letter.text().contains("Two markers."))
        .expect("the answer");
    assert!(
        late.text().contains("You have signed since")
            && !late.links().iter().any(|link| link.contains("/agreement/")),
        "{}",
        late.text()
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_else_reads_what_was_asked() {
    let portal = Portal::start().await;
    let ada = portal.applicant("Ada").await;
    let ben = portal.applicant("Ben").await;
    let page = link_page(&portal, &ada).await;
    page.asks(QUESTION, "Helen Headteacher").await;
    let office = portal.administrator().await;
    office.answers_questions(REPLY).await;
    portal.post_letters().await;
    ben.applies_with(&tests::Signatory {
        name: "Charlie Chair".into(),
        email: "chair@willowbank.test".into(),
    })
    .await
    .data();
    let bens = portal
        .follow(&portal.link_to("chair@willowbank.test").await)
        .await;
    page.hands_on(&tests::Signatory {
        name: "Vic Vice".into(),
        email: "vice@willowbank.test".into(),
    })
    .await;
    let vices = portal
        .follow(&portal.link_to("vice@willowbank.test").await)
        .await;
    assert_eq!((bens.status, vices.status), (200, 200));
    let personal = [TokenScope::Reports, TokenScope::ReportsPersonal];
    let tool = portal.token(&personal).await;
    let tutor = portal.tutor().await;
    let mut said = format!("{}{}", bens.html(), vices.html());
    for visitor in [&*ada, &*tutor] as [&Visitor; 2] {
        let list = "{ agreementQuestions(first: 5) { nodes { text answer } } }";
        visitor.expect_error("FORBIDDEN", list, json!({})).await;
    }
    for visitor in [&*ada as &Visitor, &*ben, &tool, &*tutor] {
        let told = visitor.ask(SEEN, json!({ "id": ada.application_id })).await;
        said.push_str(&told.body.to_string());
        let changes = "{ changes(first: 50) { nodes { thing } } }";
        said.push_str(&visitor.ask(changes, json!({})).await.body.to_string());
    }
    for letter in portal.mailbox().letters() {
        let whole = format!("{}{}{}", letter.subject(), letter.text(), letter.html());
        let is_answer = letter.subject().contains("Answer to your question");
        assert_eq!(whole.contains("marmalade"), is_answer, "{whole}");
    }
    for canary in ["marmalade", "quicksilver"] {
        assert!(!said.contains(canary), "{said}");
        assert!(!tests::log().contains(canary), "the log has it");
    }
    let told = seen(&ada, &ada).await;
    assert_eq!(told["questions"][0]["state"], "ANSWERED");
    assert_eq!(told["questions"][0]["text"], Value::Null);
    let kinds = told["timeline"].to_string();
    assert!(
        kinds.contains("AGREEMENT_QUESTION_ASKED") && kinds.contains("AGREEMENT_QUESTION_ANSWERED"),
        "{kinds}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_be_asked_stays_on_the_page() {
    let portal = Portal::start().await;
    let ada = portal.applicant("Ada").await;
    let page = link_page(&portal, &ada).await;
    let before = portal.dump().await;
    for (text, name, why) in [
        ("", "Helen", "Write your question"),
        ("Who pays?", " ", "Type your own full name"),
        (&*"x".repeat(2_001), "Helen", "Shorten your question"),
    ] {
        let refused = page.asks(text, name).await;
        assert_eq!(refused.status, 422);
        assert!(refused.html().contains(why), "{}", refused.html());
        assert!(refused.html().contains(text), "what was typed is gone");
    }
    for below in ["/ask", "/asked"] {
        let shown = portal.follow(&format!("{}{below}", page.url)).await;
        assert_eq!(shown.url, page.url, "{below} leads back");
    }
    assert_eq!(portal.dump().await.differing(&before), Vec::<&str>::new());

    let hostile = "<script>alert(1)</script>\r\n.\r\nBcc: all@example.org\0\u{202e}{applicant} https://evil.example";
    let shown = page.asks(hostile, "<b>Helen</b>").await;
    assert!(!shown.html().contains("<script>") && !shown.html().contains("<b>Helen"));
    page.asks(hostile, "<b>Helen</b>").await;
    assert_eq!(rows(&portal).await.len(), 1, "the same form sent twice");
    for n in 2..=5 {
        assert_eq!(page.asks(&format!("No {n}?"), "Helen").await.status, 200);
    }
    let refused = page.asks("One too many?", "Helen").await;
    assert_eq!(refused.status, 422);
    assert!(refused.html().contains("5 questions") && refused.html().contains("One too many?"));
    let office = portal.administrator().await;
    let id = json!(rows(&portal).await[0].id);
    office
        .answers_question(&id, "See https://gov.uk\nBcc: x")
        .await
        .data();
    portal.post_letters().await;
    let letter = portal
        .mailbox()
        .letter_about(Programme::HEADTEACHER, "Answer to your question")
        .await;
    assert!(!letter.html().contains("<script>"), "{}", letter.html());
    assert!(!letter.text().contains("https://evil.example"));
    assert!(letter.text().contains("https://gov.uk"));
    portal.wait(Duration::days(1));
    assert_eq!(
        page.asks("Tomorrow?", "Helen").await.heading(),
        "Your question is with the programme office"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_answers_one_goes() {
    let portal = Portal::start().await;
    let ada = portal.applicant("Ada").await;
    let page = link_page(&portal, &ada).await;
    let mut asking = tokio::task::JoinSet::new();
    for _ in 0..8 {
        let page = page.clone();
        asking.spawn(async move { page.asks(QUESTION, "Helen").await.status });
    }
    assert!(asking.join_all().await.iter().all(|status| *status == 200));
    let asked = rows(&portal).await;
    assert_eq!(asked.len(), 1);
    let office = portal.administrator().await;
    let mut answering = tokio::task::JoinSet::new();
    for n in 0..8 {
        let (office, id) = (office.clone(), asked[0].id);
        answering.spawn(async move {
            office
                .answers_question(&json!(id), &format!("Answer {n}"))
                .await
        });
    }
    let told = answering.join_all().await;
    assert_eq!(told.iter().filter(|answer| answer.is_ok()).count(), 1);
    let refused = told.into_iter().find(|answer| !answer.is_ok());
    let error = refused.expect("seven refused").error("WRONG_STATE");
    assert_eq!(
        error["message"],
        "Amina Administrator has answered this question already."
    );
    let letters = letter::Entity::find()
        .filter(letter::Column::Kind.eq(Kind::AgreementQuestionAnswered))
        .all(&portal.app.db.read)
        .await
        .expect("letters");
    assert_eq!(letters.len(), 1);
    assert_eq!(seen(&office, &ada).await["agreement"]["openQuestions"], 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_waits_for_an_answer_is_not_reminded() {
    let portal = Portal::start().await;
    portal.wait_until("2026-03-03T10:00:30Z");
    let ada = portal.applicant("Ada").await;
    let page = link_page(&portal, &ada).await;
    portal.post_letters().await;
    page.asks(QUESTION, "Helen").await;
    let kinds = [Kind::AgreementReminder, Kind::AgreementUnanswered];
    let sent = letters_of_days(&portal, "2026-03-13T09:00:00Z", &kinds).await;
    assert_eq!(sent, [], "nobody is reminded while the office is asked");
    let office = portal.administrator().await;
    office.answers_questions(REPLY).await;
    let sent = letters_of_days(&portal, "2026-03-18T12:00:00Z", &kinds).await;
    assert_eq!(
        days(&sent, Kind::AgreementReminder),
        ["17 Mar 10:00"],
        "the answer reminds of itself"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_question_outlives_its_asking_and_stays_as_it_was() {
    let portal = Portal::start().await;
    let ada = portal.applicant("Ada").await;
    let page = link_page(&portal, &ada).await;
    page.asks(QUESTION, "Helen").await;
    page.asks("And the second?", "Helen").await;
    page.declines("Helen Headteacher", "No cover").await;
    let refused = page.asks("A third?", "Helen").await;
    assert_eq!(refused.heading(), "You have said no");
    assert_eq!(rows(&portal).await.len(), 2);
    let office = portal.administrator().await;
    let list = "{ agreementQuestions(first: 5, where: { state: { eq: OPEN } }) { totalCount nodes { text application { id } } } }";
    let told = office.query(list, json!({})).await;
    assert_eq!(told["agreementQuestions"]["totalCount"], 2);
    let asked = rows(&portal).await;
    let input = json!({ "questionId": asked[0].id, "reason": " " });
    office
        .expect_error("INVALID_INPUT", CLOSE, json!({ "input": input }))
        .await;
    let input = json!({ "questionId": asked[0].id, "reason": "She said no" });
    office.query(CLOSE, json!({ "input": input })).await;
    office
        .answers_question(&json!(asked[0].id), "Late")
        .await
        .error("WRONG_STATE");
    office
        .answers_question(&json!(asked[1].id), "Here it is")
        .await
        .data();
    portal.post_letters().await;
    let letter = portal
        .mailbox()
        .letter_about(Programme::HEADTEACHER, "Answer to your question")
        .await;
    assert!(letter.text().contains("no longer asked to sign"));
    let db = &portal.app.db.write;
    for (column, value) in [(Column::Text, "Another"), (Column::Answer, "Another")] {
        let changed = Entity::update_many()
            .col_expr(column, Expr::value(value))
            .exec(db);
        assert!(changed.await.is_err(), "{column:?} was changed");
    }
    let opened = Entity::update_many()
        .col_expr(Column::State, Expr::value(State::Open))
        .exec(db);
    assert!(opened.await.is_err(), "a question was opened again");
    assert!(Entity::delete_many().exec(db).await.is_err());
}
