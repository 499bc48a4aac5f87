//! The statements follow from the question, not from the number of rows: as many, and with the same text, since a
//! database plans a new text anew.

use chrono::Duration;
use serde_json::json;
use tests::{Participant, Portal, Programme, Visitor};

use super::counting::{Counting, surplus};
use crate::schema::model::{Model, model};
use crate::schema::selection::Selection;

/// Fields that cost statements for each row by their nature, and why they may.
const BY_ROW: [(&str, &str); 1] = [
    // A preview is the letter written anew, by the code that writes it for sending. Pages show one.
    ("Letter", "preview"),
];

/// With it a question for everything that changed would be too long; `changes/statements.rs` asks it by itself.
const TOO_MUCH: (&str, &str) = ("Change", "application");

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn lists_take_as_many_statements_for_twelve_as_for_three() {
    let portal = Portal::start().await;
    let counting = Counting::at(&portal).await;
    let office = counting.sign_in(&portal, Programme::ADMINISTRATOR).await;
    let (model, mut told) = (model(), Vec::new());
    // Whoever is first to ask what changed in a database that was copied begins a new record of it.
    office
        .query("{ changes(first: 0) { cursor } }", json!({}))
        .await;
    let group = portal.programme.group_id;
    portal
        .hosted_by("Northfield Hub", "Hollie Host", group)
        .await;
    crowd(&portal, 0..3).await;
    let few = measure(&model, &counting, &office).await;
    crowd(&portal, 3..12).await;
    let many = measure(&model, &counting, &office).await;
    for ((root, few), (_, many)) in few.iter().zip(&many) {
        println!(
            "{root}: {} statements, {} for four times as much",
            few.len(),
            many.len()
        );
        let surplus = surplus(few, many);
        if !surplus.is_empty() {
            told.push(format!(
                "{root}: {} and then {}, or others\n{surplus}",
                few.len(),
                many.len(),
            ));
        }
    }
    assert!(told.is_empty(), "{}", told.join("\n\n"));
}

/// The same of one participant's page, for one who has asked once and one who has asked four times.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_takes_as_many_statements_whatever_happened() {
    let portal = Portal::start().await;
    let counting = Counting::at(&portal).await;
    let (ada, ben) = (
        portal.participant("Ada").await,
        portal.participant("Ben").await,
    );
    ada.asks_approval_of("policy_review").await;
    for code in [
        "policy_review",
        "data_review",
        "provision_map",
        "pupil_profile",
    ] {
        ben.asks_approval_of(code).await;
    }
    let office = counting.sign_in(&portal, Programme::ADMINISTRATOR).await;
    let (model, mut heard) = (model(), Vec::new());
    let document = selection(&model).query("enrolment", "(id: $id)");
    for who in [&ada, &ben] {
        counting.heard();
        office
            .query(&document, json!({ "id": who.enrolment_id }))
            .await;
        heard.push(counting.heard());
    }
    assert_eq!(
        heard[0].len(),
        heard[1].len(),
        "{}",
        surplus(&heard[0], &heard[1])
    );
}

fn selection(model: &Model) -> Selection<'_> {
    Selection::without(model, BY_ROW.into_iter().chain([TOO_MUCH]))
}

/// The statements of each list of the schema, asked for everything.
async fn measure(
    model: &Model,
    counting: &Counting,
    office: &Visitor,
) -> Vec<(String, Vec<String>)> {
    let mut measured = Vec::new();
    for (root, field) in &model.object("Query").expect("Query").fields {
        let arguments = match () {
            // Of everything at once, a hundred rows could be more objects than a question may ask for.
            () if field.arguments.contains_key("first") => "(first: 60)",
            () if field.arguments.contains_key("text") => "(text: \"school\")",
            () if field.is_list() => "",
            () => continue,
        };
        let document = selection(model).query(root, arguments);
        counting.heard();
        office.query(&document, json!({})).await;
        measured.push((root.clone(), counting.heard()));
    }
    measured
}

/// Participants with something of everything: approved, returned, waiting, begun and untouched.
async fn crowd(portal: &Portal, numbers: std::ops::Range<u8>) {
    for number in numbers {
        let who = portal.participant(&format!("Number {number}")).await;
        who.asks_approval_of("policy_review").await;
        let link = portal.link_to(&who.mentor.email).await;
        portal.follow(&link).await.approves("Grace Mentor").await;
        return_one(portal, &who, &link).await;
        who.asks_approval_of("provision_map").await;
        who.writes("pupil_profile").await;
    }
    portal.wait(Duration::minutes(30));
    portal.post_letters().await;
}

async fn return_one(portal: &Portal, who: &Participant, link: &str) {
    who.asks_approval_of("data_review").await;
    portal
        .follow(link)
        .await
        .returns(who.title("data_review"), "More, please.")
        .await;
}
