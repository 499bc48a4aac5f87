//! A school that is on no list: entered by whoever needs it, looked at by an administrator.

use sea_orm::{ConnectionTrait as _, DbBackend, Statement};
use serde_json::{Value, json};
use server::school::REFERENCES;
use tests::{Portal, Visitor};

use super::import::{import, list};

const ADD: &str = "mutation($input: AddUnlistedSchoolInput!) {
    addUnlistedSchool(input: $input) { id urn name postcode isListed } }";
const CHECK: &str = "mutation($input: CheckSchoolInput!) {
    checkSchool(input: $input) { id urn name isListed toCheck headName } }";

fn unlisted(name: &str) -> Value {
    json!({ "input": {
        "schoolName": name, "street": " 1 New Road ", "town": "Here", "postcode": "h1 1hh", "localAuthority": "Northshire",
    } })
}

async fn enters(by: &Visitor, name: &str) -> Value {
    let mut told = by.query(ADD, unlisted(name)).await;
    told["addUnlistedSchool"].take()
}

async fn finds(by: &Visitor, text: &str) -> Vec<String> {
    let document = "query($text: String!) { findSchools(text: $text) { name } }";
    let told = by.query(document, json!({ "text": text })).await;
    let schools = told["findSchools"].as_array().cloned();
    let names = schools.into_iter().flatten();
    names
        .filter_map(|school| Some(school["name"].as_str()?.to_owned()))
        .collect()
}

async fn to_check(office: &Visitor) -> Value {
    let document = "{ schools(first: 10, where: {toCheck: true}) { nodes { id name } } }";
    let mut told = office.query(document, json!({})).await;
    told["schools"]["nodes"].take()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_unlisted_school_is_its_enterers_until_it_is_checked() {
    let portal = Portal::start().await;
    let (ada, ben) = (
        portal.participant("Ada").await,
        portal.participant("Ben").await,
    );
    let office = portal.administrator().await;
    let entered = enters(&ada, "Brand New School").await;
    assert_eq!(entered["urn"], "");
    assert_eq!(entered["isListed"], false);
    assert_eq!(entered["postcode"], "H1 1HH");
    assert_eq!(finds(&ada, "brand new").await, ["Brand New School"]);
    assert_eq!(finds(&ben, "brand new").await, Vec::<String>::new());
    assert_eq!(finds(&ada, " .").await, Vec::<String>::new());
    assert_eq!(to_check(&office).await[0]["id"], entered["id"]);

    let input = json!({ "input": { "schoolId": entered["id"] } });
    let told = office.query(CHECK, input.clone()).await;
    assert_eq!(told["checkSchool"]["toCheck"], false);
    assert_eq!(finds(&ben, "brand new").await, ["Brand New School"]);
    assert_eq!(to_check(&office).await, json!([]));
    // Once more says the same.
    office.query(CHECK, input).await;
    // What the office enters needs no second look.
    enters(&office, "Another New School").await;
    assert_eq!(to_check(&office).await, json!([]));
    let listed = json!({ "input": { "schoolId": portal.programme.school_id } });
    office.expect_error("WRONG_STATE", CHECK, listed).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_turns_out_to_be_listed_moves_there() {
    let portal = Portal::start().await;
    let (ada, office) = (
        portal.participant("Ada").await,
        portal.administrator().await,
    );
    import(
        &portal,
        &list(&["300001,Northshire,The Real School,Open,,Here,H1 1HH,,"]),
    )
    .await;
    let real = super::import::school(&portal, "300001").await.id;
    let entered = enters(&ada, "The Reel School").await;
    move_there(&portal, &ada, &entered["id"]).await;

    let both = json!({ "input": { "schoolId": entered["id"], "sameAs": entered["id"] } });
    let told = office.expect_error("INVALID_INPUT", CHECK, both).await;
    assert!(told.to_string().contains("sameAs"), "{told}");
    let input = json!({ "input": { "schoolId": entered["id"], "sameAs": real } });
    let told = office.query(CHECK, input.clone()).await;
    assert_eq!(told["checkSchool"]["urn"], "300001");
    let document = "query($id: ID!) { enrolment(id: $id) { school { id } } }";
    let told = office
        .query(document, json!({ "id": ada.enrolment_id }))
        .await;
    assert_eq!(told["enrolment"]["school"]["id"], json!(real));
    assert_eq!(finds(&ada, "reel").await, Vec::<String>::new());
    office.expect_error("NOT_FOUND", CHECK, input).await;
}

/// As if Ada had been enrolled at the school that she entered.
async fn move_there(portal: &Portal, ada: &tests::Participant, school: &Value) {
    use entity::enrolment;
    use sea_orm::sea_query::Expr;
    use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
    let id: uuid::Uuid = school
        .as_str()
        .and_then(|id| id.parse().ok())
        .expect("an id");
    enrolment::Entity::update_many()
        .col_expr(enrolment::Column::SchoolId, Expr::value(id))
        .filter(enrolment::Column::Id.eq(ada.enrolment_id))
        .exec(&portal.app.db.write)
        .await
        .expect("moved");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_fills_the_offices_list_alone() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    for name in ["One School", "Two School", "Three School"] {
        enters(&ada, name).await;
    }
    ada.expect_error("TOO_MANY", ADD, unlisted("Four School"))
        .await;
    let nothing =
        json!({ "input": { "schoolName": "", "town": "", "postcode": "", "localAuthority": "" } });
    let told = ada.expect_error("INVALID_INPUT", ADD, nothing).await;
    assert_eq!(
        told["extensions"]["fields"].as_array().map(Vec::len),
        Some(4)
    );
}

/// Whoever adds a column that names a school has it move along.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_reference_to_a_school_moves() {
    let portal = Portal::start().await;
    let db = &portal.app.db.read;
    let sql = match db.get_database_backend() {
        DbBackend::Postgres => {
            "SELECT c.conrelid::regclass::text AS holder, a.attname::text AS field FROM pg_constraint c
             JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
             WHERE c.contype = 'f' AND c.confrelid = 'school'::regclass"
        }
        _ => {
            "SELECT t.name AS holder, f.\"from\" AS field FROM sqlite_schema t, pragma_foreign_key_list(t.name) f
             WHERE t.type = 'table' AND f.\"table\" = 'school'"
        }
    };
    let found = db
        .query_all_raw(Statement::from_string(db.get_database_backend(), sql))
        .await;
    let mut found: Vec<(String, String)> = found
        .expect("the database knows itself")
        .iter()
        .map(|row| {
            let text = |name: &str| row.try_get("", name).expect("a name");
            (text("holder"), text("field"))
        })
        // What belongs to the school itself, and goes with it or came from the list.
        .filter(|(holder, _): &(String, String)| !holder.starts_with("school_"))
        .collect();
    found.sort();
    let listed = REFERENCES.map(|(table, column)| (table.to_owned(), column.to_owned()));
    assert_eq!(found, listed, "school::check::REFERENCES");
}
