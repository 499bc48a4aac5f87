//! The school's word on paper: printed, signed by hand, sent in, and taken or not by the office.

mod ends;
mod hostile;
mod office;
mod races;
mod scanner;
mod story;

use entity::{agreement, agreement_scan, agreement_scan_file};
use sea_orm::EntityTrait as _;
use serde_json::{Value, json};
use tests::{Answer, Applicant, LinkPage, Person, Portal, Programme};

const ACCEPT: &str =
    "mutation($input: AcceptScanInput!) { acceptScan(input: $input) { id state } }";
const REJECT: &str =
    "mutation($input: RejectScanInput!) { rejectScan(input: $input) { id state } }";
const LOOK: &str = "query($id: ID!) { application(id: $id) { state nextStep agreement {
    id state reference paperPath scan { id state source sentBy signedName mentorName mentorEmail pages bytes sha256 reason
        decidedBy filePath can }
} } }";

/// Ada has applied, and Helen Headteacher has her link open.
async fn asked(portal: &Portal) -> (Applicant, LinkPage) {
    let ada = portal.applicant("Ada").await;
    ada.applies().await;
    let link = portal.link_to(Programme::HEADTEACHER).await;
    (ada, portal.follow(&link).await)
}

/// And has sent a paper in.
async fn sent(portal: &Portal) -> (Applicant, LinkPage) {
    let (ada, page) = asked(portal).await;
    let told = page.sends_paper(&ada.mentor).await;
    assert_eq!(told.status, 200, "{}", told.html());
    (ada, page)
}

/// The application as somebody sees it.
async fn seen(by: &Person, ada: &Applicant) -> Value {
    let id = json!({ "id": ada.application_id });
    by.query(LOOK, id).await["application"].take()
}

async fn accepts(office: &Person, scan: &Value) -> Answer {
    let input = json!({ "scanId": scan["id"], "agrees": true });
    office.ask(ACCEPT, json!({ "input": input })).await
}

async fn rejects(office: &Person, scan: &Value, reason: &str) -> Answer {
    let input = json!({ "scanId": scan["id"], "reason": reason });
    office.ask(REJECT, json!({ "input": input })).await
}

/// Every scan, oldest first.
async fn scans(portal: &Portal) -> Vec<agreement_scan::Model> {
    let mut rows = agreement_scan::Entity::find()
        .all(&portal.app.db.read)
        .await
        .expect("scans");
    rows.sort_by_key(|row| row.id);
    rows
}

async fn states(portal: &Portal) -> Vec<agreement_scan::State> {
    scans(portal)
        .await
        .into_iter()
        .map(|scan| scan.state)
        .collect()
}

/// How many have their bytes.
async fn kept(portal: &Portal) -> usize {
    let files = agreement_scan_file::Entity::find().all(&portal.app.db.read);
    files.await.expect("files").len()
}

async fn newest(portal: &Portal) -> agreement::Model {
    let rows = agreement::Entity::find().all(&portal.app.db.read).await;
    let rows = rows.expect("agreements").into_iter();
    rows.max_by_key(|row| row.id).expect("an agreement")
}
