//! Hollie, who signs in for the hub that hosts a group; Amina, who gives her the group.

use serde_json::json;
use tests::{Browser, Portal, Programme};

use crate::tutor::somebody_elses_group;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_delivery_partner_sees_the_own_groups_and_no_work() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    portal.participant("Ben").await;
    ada.asks_approval_of("policy_review").await;
    let other = somebody_elses_group(&portal).await;
    let group = portal.programme.group_id;

    let amina = portal.browser().await;
    amina
        .signs_in(&portal, Programme::ADMINISTRATOR, "Overview")
        .await;
    adds_a_partner(&amina).await;
    adds_somebody_for_it(&amina).await;
    let hollie = portal.browser().await;
    hollie
        .signs_in(&portal, "hollie@hub.test", "Your groups")
        .await;
    hollie.sees("You host no group yet").await;
    hollie.looks_right("partner-empty").await;
    gives_it_a_group(&amina).await;

    hollie.reloads().await;
    hollie.reads_heading("Your groups").await;
    hollie.sees("2 of 20 taken").await;
    hollie
        .shows_all(&[
            "Northfield",
            "1 High Street, NF1 1AA",
            "Tom Tutor",
            "Active",
        ])
        .await;
    assert!(!hollie.has("Southfield").await);
    hollie.looks_right("partner-groups").await;
    hollie.clicks("See the participants").await;
    hollie.arrives_at("Northfield").await;
    hollie.sees("2 participants").await;
    assert_eq!(hollie.first_column().await, ["Ada", "Ben"]);
    hollie
        .shows_all(&["Willowbank Primary School", "0 of"])
        .await;
    assert_eq!(
        hollie.counts("main table a, main a.govuk-button").await,
        0,
        "a partner has nothing to open or to press there"
    );
    hollie.looks_right("partner-group").await;
    for path in [
        format!("/groups/{other}"),
        format!("/participants/{}", ada.enrolment_id),
    ] {
        hollie.goes(&path, "Page not found").await;
    }
    reads_reports(&hollie).await;
    assert_eq!(portal.group_details(group).await.1.capacity, Some(20));
}

async fn adds_a_partner(amina: &Browser) {
    amina.clicks("Delivery partners").await;
    amina.arrives_at("Delivery partners").await;
    amina.looks_right("partners-empty").await;
    amina.clicks("Add a delivery partner").await;
    amina.arrives_at("Add a delivery partner").await;
    amina
        .clicks_at("form.portal-form > button[type=submit]")
        .await;
    amina.focus_is_on_the_summary().await;
    amina.looks_right("partner-mistakes").await;
    amina.fills("name", "Northfield Hub").await;
    amina.clicks("Teaching School Hub").await;
    amina
        .clicks_at("form.portal-form > button[type=submit]")
        .await;
    amina.reads_heading("Delivery partners").await;
    amina.sees("Northfield Hub is added.").await;
}

async fn adds_somebody_for_it(amina: &Browser) {
    amina.goes("/people/new", "Add a person").await;
    amina.fills("name", "Hollie Host").await;
    amina.fills("email", "hollie@hub.test").await;
    amina.clicks_at("input[value='Delivery partner']").await;
    amina.clicks("Add the person").await;
    amina.focus_is_on_the_summary().await;
    amina.looks_right("person-of-a-partner").await;
    amina.chooses("deliveryPartnerId", "Northfield Hub").await;
    amina.clicks("Add the person").await;
    amina
        .sees("Hollie Host is added and can sign in now.")
        .await;
}

async fn gives_it_a_group(amina: &Browser) {
    amina.goes("/groups", "Groups").await;
    amina.clicks("Northfield").await;
    amina.arrives_at("Northfield").await;
    amina.clicks("Change the group").await;
    amina.arrives_at("Change Northfield").await;
    amina.fills("capacity", "one").await;
    amina.clicks("Save the group").await;
    amina.focus_is_on_the_summary().await;
    amina.looks_right("group-edited").await;
    amina.fills("capacity", "1").await;
    amina.clicks("Save the group").await;
    amina.sees("2 places are taken or offered already.").await;
    amina.fills("capacity", "20").await;
    amina.fills("venue", "1 High Street").await;
    amina.fills("postcode", "nf1 1aa").await;
    amina.chooses("deliveryPartnerId", "Northfield Hub").await;
    amina.clicks("Save the group").await;
    amina.reads_heading("Northfield").await;
    amina.sees("Northfield is changed.").await;
    amina.sees("Hosted by").await;
    amina.looks_right("group-of-the-office").await;
    amina.goes("/partners", "Delivery partners").await;
    amina.sees("Hollie Host").await;
    amina.looks_right("partners").await;
}

async fn reads_reports(hollie: &Browser) {
    hollie.goes("/reports", "Reports").await;
    hollie.sees("Sponsors and local authorities").await;
    assert!(!hollie.has("Statutory risk").await);
    hollie.looks_right("partner-reports").await;
    hollie
        .goes("/reports/sponsor", "Sponsors and local authorities")
        .await;
    hollie.sees("2 rows").await;
    hollie
        .until("rows", "!!document.querySelector('#results')", json!([]))
        .await;
    assert_eq!(
        hollie.counts("main tbody a").await,
        0,
        "a partner has no page of a participant"
    );
    hollie.looks_right("partner-sponsor").await;
    let (_, csv) = hollie.saves("#download-csv").await;
    let csv = String::from_utf8(csv).expect("a text");
    assert!(csv.contains("Ada") && !csv.contains('@'), "{csv}");
    hollie.goes("/reports/tasks", "Page not found").await;
    hollie.goes_plainly("/graphiql").await;
    hollie.sees("Variables").await;
}
