//! Delivery partners, and the groups that they host.

use chrono::Duration;
use entity::enrolment;
use entity::person_role::Role;
use entity::training_group::Mode;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use serde_json::{Value, json};
use server::programme::GroupDetails;
use tests::{Answer, Enrolling, Person, Portal};
use uuid::Uuid;

use crate::changes::settle;

const EDIT: &str = "mutation($input: EditGroupInput!) { editGroup(input: $input) {
    name place venue postcode easting northing capacity mode placesTaken version
    tutor { id } deliveryPartner { id name } } }";

/// The names of the fields that are refused.
fn refused(answer: Answer) -> Vec<String> {
    let error = answer.error("INVALID_INPUT");
    let fields = error["extensions"]["fields"].as_array().expect("fields");
    let name = |field: &Value| field["name"].as_str().expect("a name").to_owned();
    fields.iter().map(name).collect()
}

async fn edit(by: &Person, group: Uuid, version: i32, said: Value) -> Answer {
    let mut input = json!({
        "groupId": group, "version": version, "name": "Northfield", "place": "Town Hall", "mode": "FACE_TO_FACE",
    });
    let said = said.as_object().expect("fields").clone();
    input.as_object_mut().expect("an input").extend(said);
    by.ask(EDIT, json!({ "input": input })).await
}

async fn add_partner(by: &Person, name: &str) -> Answer {
    let document = "mutation($input: AddDeliveryPartnerInput!) { addDeliveryPartner(input: $input) { id groupCount people { name } } }";
    let input = json!({ "name": name, "kind": "LOCAL_AUTHORITY" });
    by.ask(document, json!({ "input": input })).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_group_is_said_anew() {
    let portal = Portal::start().await;
    let (office, group) = (portal.administrator().await, portal.programme.group_id);
    let host = add_partner(&office, "Northfield Council").await.data();
    let host = host["addDeliveryPartner"]["id"].clone();
    let said = json!({
        "name": "North 1", "venue": "  1 High   Street ", "postcode": "nf1 1aa", "easting": 400_000,
        "northing": 300_000, "capacity": 2, "tutorId": portal.programme.tutor_id, "deliveryPartnerId": host,
    });
    let told = edit(&office, group, 1, said).await.data();
    let told = &told["editGroup"];
    assert_eq!(told["name"], "North 1");
    assert_eq!(told["venue"], "1 High Street");
    assert_eq!(told["postcode"], "NF1 1AA");
    assert_eq!(
        (&told["easting"], &told["northing"]),
        (&json!(400_000), &json!(300_000))
    );
    assert_eq!(
        (&told["capacity"], &told["placesTaken"]),
        (&json!(2), &json!(0))
    );
    assert_eq!(told["deliveryPartner"]["name"], "Northfield Council");
    assert_eq!(told["version"], 2);
    // What is left out is said no more.
    let told = edit(&office, group, 2, json!({})).await.data();
    for gone in [
        "venue",
        "postcode",
        "easting",
        "capacity",
        "tutor",
        "deliveryPartner",
    ] {
        assert!(told["editGroup"][gone].is_null(), "{gone}");
    }
    let events = "{ events(first: 2, where: {kind: {oneOf: [GROUP_CHANGED, PARTNER_ADDED]}}) { nodes { note } totalCount } }";
    let events = office.query(events, json!({})).await;
    assert_eq!(events["events"]["totalCount"], 3);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_is_slower_hears_of_it() {
    let portal = Portal::start().await;
    let (one, other) = (portal.administrator().await, portal.administrator().await);
    let group = portal.programme.group_id;
    edit(&one, group, 1, json!({ "name": "North 1" }))
        .await
        .data();
    let refused = edit(&other, group, 1, json!({ "name": "North 2" })).await;
    let refused = refused.error("CONFLICT");
    assert_eq!(refused["extensions"]["currentVersion"], 2);
    let (version, kept) = portal.group_details(group).await;
    assert_eq!((version, kept.name.as_str()), (2, "North 1"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_be_said_of_a_group_is_named() {
    let portal = Portal::start().await;
    let office = portal.administrator().await;
    let group = portal.programme.group_id;
    portal
        .add_group(GroupDetails::new("Southfield", "South", Mode::FaceToFace))
        .await;
    let nobody = Uuid::now_v7();
    for (said, fields) in [
        (json!({ "name": " ", "place": "" }), vec!["name", "place"]),
        (json!({ "name": "Southfield" }), vec!["name"]),
        (json!({ "capacity": 0 }), vec!["capacity"]),
        (json!({ "capacity": 1001 }), vec!["capacity"]),
        (json!({ "easting": 1 }), vec!["northing"]),
        (
            json!({ "easting": -1, "northing": 1_300_001 }),
            vec!["easting", "northing"],
        ),
        (json!({ "venue": "1 High\u{7} Street" }), vec!["venue"]),
        (
            json!({ "tutorId": portal.programme.administrator_id }),
            vec!["tutorId"],
        ),
        (
            json!({ "deliveryPartnerId": nobody }),
            vec!["deliveryPartnerId"],
        ),
    ] {
        let answer = edit(&office, group, 1, said.clone()).await;
        assert_eq!(refused(answer), fields, "{said}");
    }
    let unknown = edit(&office, nobody, 1, json!({})).await;
    unknown.error("NOT_FOUND");
    let malformed = edit(&office, group, 1, json!({ "tutorId": "somebody" })).await;
    malformed.error("NOT_FOUND");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_group_takes_nobody_until_a_place_is_free() {
    let portal = Portal::start().await;
    let office = portal.administrator().await;
    let group = portal.programme.group_id;
    let ada = portal.participant("Ada").await;
    portal.participant("Ben").await;
    let fewer = edit(&office, group, 1, json!({ "capacity": 1 })).await;
    assert_eq!(refused(fewer), ["capacity"]);
    edit(&office, group, 1, json!({ "capacity": 2 }))
        .await
        .data();
    let enrol = async || {
        let document = "mutation($input: EnrolInput!) { enrol(input: $input) { group { placesTaken capacity } } }";
        let input = json!({
            "groupId": group, "schoolId": portal.programme.school_id, "name": "Cy", "email": "cy@willowbank.test",
            "mentorName": "Grace", "mentorEmail": "grace@willowbank.test", "mentorPost": "Head of year",
            "nominatedBy": "Helen",
        });
        office.ask(document, json!({ "input": input })).await
    };
    assert_eq!(refused(enrol().await), ["groupId"]);
    enrolment::Entity::update_many()
        .col_expr(enrolment::Column::State, Expr::value("deferred"))
        .filter(enrolment::Column::Id.eq(ada.enrolment_id))
        .exec(&portal.app.db.write)
        .await
        .expect("Ada goes on later");
    let told = enrol().await.data();
    assert_eq!(
        told["enrol"]["group"],
        json!({ "placesTaken": 2, "capacity": 2 })
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn partners_and_their_people_are_added_once() {
    let portal = Portal::start().await;
    let office = portal.administrator().await;
    assert_eq!(refused(add_partner(&office, " ").await), ["name"]);
    let added = add_partner(&office, "Northfield Council").await.data();
    assert_eq!(added["addDeliveryPartner"]["people"], json!([]));
    let partner = added["addDeliveryPartner"]["id"].clone();
    assert_eq!(
        refused(add_partner(&office, "Northfield Council").await),
        ["name"]
    );
    let add = async |roles: Value, partner: Value| {
        let document = "mutation($input: AddPersonInput!) { addPerson(input: $input) { roles } }";
        let mut input =
            json!({ "name": "Hollie Host", "email": "hollie@council.test", "roles": roles });
        if !partner.is_null() {
            input["deliveryPartnerId"] = partner;
        }
        office.ask(document, json!({ "input": input })).await
    };
    let nobody = json!(Uuid::now_v7());
    for (roles, whom, fields) in [
        (json!(["PARTNER"]), Value::Null, "deliveryPartnerId"),
        (json!(["PARTNER"]), nobody, "deliveryPartnerId"),
        (json!(["TUTOR"]), partner.clone(), "deliveryPartnerId"),
        (json!(["PARTNER", "TUTOR"]), partner.clone(), "roles"),
        (
            json!(["PARTNER", "ADMINISTRATOR"]),
            partner.clone(),
            "roles",
        ),
    ] {
        let answer = add(roles.clone(), whom).await;
        assert_eq!(refused(answer), [fields], "{roles}");
    }
    add(json!(["PARTNER"]), partner).await.data();
    let listed = "{ deliveryPartners(first: 5) { nodes { kind groupCount people { name } } } }";
    let listed = office.query(listed, json!({})).await;
    let only = &listed["deliveryPartners"]["nodes"][0];
    assert_eq!(only["kind"], "LOCAL_AUTHORITY");
    assert_eq!(only["people"], json!([{ "name": "Hollie Host" }]));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_partner_sees_who_is_there_and_how_far_but_no_work() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    ada.asks_approval_of("policy_review").await;
    let hub = portal.hosted_by("Northfield Hub", "Hollie Host", portal.programme.group_id);
    let hub = hub.await;
    let document = "{ participants(first: 5) { nodes {
        person { name email } school { name headName } mentor { name } tasks { id } waiting { id }
        nextStep { kind task { id } since } progress { total waiting oldestWaitingAt outcomes { coverage } } } } }";
    let told = hub.query(document, json!({})).await;
    let told = &told["participants"]["nodes"][0];
    assert_eq!(told["person"], json!({ "name": "Ada", "email": null }));
    assert_eq!(told["school"]["headName"], Value::Null);
    assert_eq!(told["progress"]["waiting"], 1);
    for hidden in [
        "/mentor",
        "/nextStep/task",
        "/nextStep/since",
        "/progress/oldestWaitingAt",
    ] {
        assert_eq!(told.pointer(hidden), Some(&Value::Null), "{hidden}");
    }
    for empty in ["/tasks", "/waiting", "/progress/outcomes"] {
        assert_eq!(told.pointer(empty), Some(&json!([])), "{empty}");
    }
    assert_eq!(told["nextStep"]["kind"], "HIDDEN");
    // Nor by asking who fits.
    for filter in ["mentor: {eq: \"x\"}", "waitingOver: 0"] {
        let document =
            format!("{{ participants(first: 5, where: {{{filter}}}) {{ totalCount }} }}");
        hub.expect_error("FORBIDDEN", &document, json!({})).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_partner_who_takes_part_sees_their_own_work() {
    let portal = Portal::start().await;
    portal.participant("Ada").await;
    let group = portal.programme.group_id;
    let hub = portal
        .hosted_by("Northfield Hub", "Hollie Host", group)
        .await;
    let own = Enrolling {
        name: hub.name.clone(),
        email: hub.email.clone(),
        ..portal.enrolling("Hollie")
    };
    let own = portal.enrol(own).await;
    let document = "{ tasks(first: 100) { nodes { enrolment { id } } }
        participants(first: 5) { nodes { id nextStep { kind } person { email } } } }";
    let told = hub.query(document, json!({})).await;
    let tasks = told["tasks"]["nodes"].as_array().expect("tasks");
    let own_id = json!(own.enrolment_id);
    assert!(!tasks.is_empty() && tasks.iter().all(|task| task["enrolment"]["id"] == own_id));
    for place in told["participants"]["nodes"].as_array().expect("places") {
        let is_own = place["id"] == own_id;
        assert_eq!(place["nextStep"]["kind"] != "HIDDEN", is_own);
        assert_eq!(place["person"]["email"].is_string(), is_own);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_partner_hears_of_people_and_not_of_work() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let group = portal.programme.group_id;
    let hub = portal
        .hosted_by("Northfield Hub", "Hollie Host", group)
        .await;
    let begun = hub
        .query("{ changes(first: 0) { cursor } }", json!({}))
        .await;
    let since = json!({ "since": begun["changes"]["cursor"] });
    ada.asks_approval_of("policy_review").await;
    portal.wait(Duration::minutes(1));
    portal.participant("Ben").await;
    settle(&portal).await;
    let document =
        "query($since: String) { changes(since: $since, first: 100) { nodes { thing removed } } }";
    let told = hub.query(document, since.clone()).await;
    let nodes = told["changes"]["nodes"].as_array().expect("changes");
    let things: Vec<&str> = nodes
        .iter()
        .filter_map(|one| one["thing"].as_str())
        .collect();
    assert!(things.contains(&"ENROLMENT"), "{things:?}");
    for work in ["TASK", "APPROVAL", "MENTOR"] {
        assert!(!things.contains(&work), "{things:?}");
    }
    assert!(nodes.iter().all(|one| one["removed"] == false), "{nodes:?}");
    // Somebody else hosts it from now on: what was seen has to be read anew.
    portal.hosted_by("Another Hub", "Olga Other", group).await;
    let gone = hub.expect_error("CURSOR_TOO_OLD", document, since).await;
    assert!(gone["extensions"]["cursor"].is_string());
    let none = "{ participants(first: 5) { totalCount } groups(first: 5) { totalCount } }";
    let none = hub.query(none, json!({})).await;
    assert_eq!(none["participants"]["totalCount"], 0);
    assert_eq!(none["groups"]["totalCount"], 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_tutor_sees_no_group_for_being_a_partners_neighbour() {
    let portal = Portal::start().await;
    let group = portal.programme.group_id;
    portal
        .hosted_by("Northfield Hub", "Hollie Host", group)
        .await;
    let stranger = portal.somebody("Tess Other", Role::Tutor).await;
    let document = "{ groups(first: 5) { totalCount } deliveryPartners(first: 5) { totalCount } }";
    let told = stranger.query(document, json!({})).await;
    assert_eq!(told["groups"]["totalCount"], 0);
    assert_eq!(told["deliveryPartners"]["totalCount"], 0);
}
