//! Words that break programs, through every field that takes text.

use serde_json::json;
use tests::{Browser, Participant, Portal, Programme};

const SCRIPT: &str =
    "<script>alert('1')</script><img src=x onerror=alert(2)>\"'><svg onload=alert(3)>";
const TEMPLATE: &str = "{{7*7}} ${7*7} %s %00 \\u0041 &amp; &lt;b&gt; '; DROP TABLE task;--";
const DIRECTIONS: &str = "مرحبا بالعالم \u{202e}desrever\u{202c} שלום";
const EMOJI: &str = "👩‍👩‍👧‍👦 🏳️‍🌈 Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘";
const INVISIBLE: &str = "zero\u{200b}width\u{feff}joined\u{2060} and\u{00a0}fixed";
const ALL: [&str; 5] = [SCRIPT, TEMPLATE, DIRECTIONS, EMOJI, INVISIBLE];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn strange_words_stay_words() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let browser = portal.browser().await;
    browser.signs_in(&portal, &ada.email, "Your award").await;
    a_participant_writes_them(&ada, &browser).await;
    a_mentor_answers_with_them(&portal, &ada).await;
    a_participant_reads_them(&ada, &browser).await;

    let amina = portal.browser().await;
    amina
        .signs_in(&portal, Programme::ADMINISTRATOR, "Overview")
        .await;
    an_administrator_names_things(&amina).await;
    an_administrator_searches(&amina).await;
}

async fn a_participant_writes_them(ada: &Participant, browser: &Browser) {
    browser
        .goes(
            &format!("/tasks/{}", ada.task("policy_review")),
            ada.title("policy_review"),
        )
        .await;
    let together = ALL.join("\n");
    let rest = 10_000 - together.chars().count() - 1;
    browser
        .fills("account", &format!("{together}\n{}", "x".repeat(rest)))
        .await;
    browser
        .fills("reflection", &format!("{}!", "y".repeat(10_000)))
        .await;
    browser.sees("it has 10001").await;
    browser.looks_right("task-too-long").await;
    browser.fills("reflection", &together).await;
    for (field, words) in [
        ("doneFrom", "<b>1"),
        ("doneFrom-1", "👩"),
        ("doneFrom-2", "\u{202e}6202"),
    ] {
        browser.fills(field, words).await;
    }
    browser.clicks("Save and check your answers").await;
    browser.focus_is_on_the_summary().await;
    for (field, words) in [
        ("doneFrom", "23"),
        ("doneFrom-1", "2"),
        ("doneFrom-2", "2026"),
        ("doneTo", "27"),
        ("doneTo-1", "2"),
        ("doneTo-2", "2026"),
    ] {
        browser.fills(field, words).await;
    }
    browser.clicks_at("label[for=outcomeIds]").await;
    browser.clicks("Save and check your answers").await;
    browser.arrives_at("Check your answers").await;
    browser.shows_all(&ALL).await;
    browser.looks_right("check-strange").await;
    browser.clicks("Send for approval").await;
    browser.arrives_at("Sent to Grace Mentor").await;
}

async fn a_mentor_answers_with_them(portal: &Portal, ada: &Participant) {
    let mentor = portal.browser().await;
    mentor
        .follows(&portal.link_to(&ada.mentor.email).await)
        .await;
    mentor.reads_heading("Ada asks for your approval").await;
    mentor.shows_all(&ALL).await;
    mentor.looks_right("link-strange").await;
    let id = mentor.asked_about(ada.title("policy_review")).await;
    let comment = format!("comment-{id}");
    mentor.fills("name", SCRIPT).await;
    mentor.fills(&comment, &"z".repeat(10_000)).await;
    mentor.clicks_at(&format!("label[for='return-{id}']")).await;
    mentor.clicks_at("label[for=tick]").await;
    mentor.clicks("Send my decision").await;
    mentor
        .sees("Shorten the comment to 4,000 characters; it has 10000")
        .await;
    mentor.looks_right("link-too-long").await;
    assert_eq!(
        mentor.value_of(&comment).await.len(),
        10_000,
        "nothing is lost"
    );
    assert_eq!(mentor.value_of("name").await, SCRIPT);
    mentor.fills(&comment, &ALL.join("\n")).await;
    mentor.clicks("Send my decision").await;
    mentor.sees("Recorded").await;
    mentor.shows_all(&[SCRIPT]).await;
    mentor.looks_right("link-recorded-strange").await;
}

async fn a_participant_reads_them(ada: &Participant, browser: &Browser) {
    browser
        .goes(
            &format!("/tasks/{}", ada.task("policy_review")),
            ada.title("policy_review"),
        )
        .await;
    browser.sees("returned this with a comment").await;
    browser.shows_all(&ALL).await;
    browser.looks_right("task-returned-strange").await;
}

async fn an_administrator_names_things(amina: &Browser) {
    for (number, words) in ALL.into_iter().enumerate() {
        amina.goes("/people/new", "Add a person").await;
        amina.fills("name", words).await;
        amina.fills("email", SCRIPT).await;
        amina.clicks("Tutor").await;
        amina.clicks("Add the person").await;
        amina.focus_is_on_the_summary().await;
        amina
            .fills("email", &format!("strange{number}@provider.test"))
            .await;
        amina.clicks("Add the person").await;
        amina.reads_heading("People").await;
        amina.sees("is added and can sign in now").await;
    }
    amina.shows_all(&[SCRIPT, TEMPLATE]).await;
    amina.looks_right("people-strange").await;

    amina.goes("/people/new", "Add a person").await;
    amina.fills("name", &"n".repeat(10_000)).await;
    amina.fills("email", "long@provider.test").await;
    amina.clicks("Tutor").await;
    amina.clicks("Add the person").await;
    amina.sees("Shorten the name to 200 characters").await;

    amina.goes("/schools/new", "Add a school").await;
    for field in [
        "name",
        "town",
        "postcode",
        "localAuthority",
        "headName",
        "headEmail",
        "urn",
    ] {
        amina.fills(field, SCRIPT).await;
    }
    amina.clicks("Add the school").await;
    amina.focus_is_on_the_summary().await;
    amina.looks_right("school-strange").await;
    for (field, words) in [
        ("urn", "100003"),
        ("headEmail", "head@strange.test"),
        ("postcode", "NF1 1AA"),
    ] {
        amina.fills(field, words).await;
    }
    amina.clicks("Add the school").await;
    amina.reads_heading("Schools").await;
    amina.shows_all(&[SCRIPT]).await;

    amina.goes("/groups/new", "Add a group").await;
    amina.chooses("cohortId", "January 2026").await;
    amina.fills("name", SCRIPT).await;
    amina.fills("place", DIRECTIONS).await;
    amina.clicks("Face to face").await;
    amina.clicks("Add the group").await;
    amina.reads_heading("Groups").await;
    amina.shows_all(&[SCRIPT]).await;

    amina.goes("/tokens/new", "Create a token").await;
    amina.fills("name", SCRIPT).await;
    amina.clicks_at("label[for=scopes]").await;
    amina.clicks("Create the token").await;
    amina.arrives_at("Copy the token now").await;
    amina.clicks("I have copied it").await;
    amina.arrives_at("API tokens").await;
    amina.shows_all(&[SCRIPT]).await;
}

async fn an_administrator_searches(amina: &Browser) {
    for (path, heading) in [
        ("/participants", "Participants"),
        ("/mentors", "Mentors"),
        ("/letters", "Letters"),
        ("/schools", "Schools"),
        ("/people", "People"),
    ] {
        for words in [SCRIPT, TEMPLATE, EMOJI] {
            amina.goes(path, heading).await;
            amina.fills("search", words).await;
            amina.clicks("Search").await;
            amina
                .until(
                    "the search in the address",
                    "location.search.includes('search=')",
                    json!([]),
                )
                .await;
            amina.reads_heading(heading).await;
            assert!(!amina.has("there is a problem").await, "{path} for {words}");
            assert_eq!(amina.value_of("search").await, words);
        }
    }
}
