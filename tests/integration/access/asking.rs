//! How each root field is tried on somebody's thing.

use entity::{programme, task};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use serde_json::{Value, json};
use tests::{Answer, Visitor};
use uuid::Uuid;

use super::audiences::Root;
use super::world::World;
use crate::changes::settle;
use crate::schema::model::Model;

/// What came of it, as `audiences.txt` marks it.
pub async fn outcome(world: &World, model: &Model, root: &Root, by: &Visitor, owner: &str) -> char {
    let id = match root.subject {
        Some(subject) => Some(world.id(subject, owner).await),
        None => None,
    };
    if root.is_mutation {
        let (document, variables) = mutation(world, model, &root.name, json!(id)).await;
        return mark(&by.ask(&document, variables).await);
    }
    let field = model.field("Query", &root.name);
    if root.name == "changes" {
        return change(world, by, id.expect("a task")).await;
    }
    let answer = if field.arguments.contains_key("first") {
        let document = format!("{{ {}(first: 100) {{ nodes {{ id }} }} }}", root.name);
        by.ask(&document, json!({})).await
    } else if field.arguments.contains_key("id") {
        let document = format!("query($id: ID!) {{ {}(id: $id) {{ id }} }}", root.name);
        by.ask(&document, json!({ "id": id })).await
    } else {
        by.ask(
            &format!("{{ {} }}", plain(world, model, &root.name).await),
            json!({}),
        )
        .await
    };
    let told = &answer.body["data"][&root.name];
    match (mark(&answer), id) {
        ('+', _) if told.is_null() => '0',
        ('+', Some(id)) => {
            if told.to_string().contains(&id.to_string()) {
                '+'
            } else {
                '.'
            }
        }
        (mark, _) => mark,
    }
}

/// Whether somebody who follows hears that a task has changed.
async fn change(world: &World, by: &Visitor, task: Uuid) -> char {
    let begun = by.ask("{ changes(first: 0) { cursor } }", json!({})).await;
    if mark(&begun) != '+' {
        return mark(&begun);
    }
    let touched = task::Entity::update_many()
        .col_expr(task::Column::Version, Expr::col(task::Column::Version))
        .filter(task::Column::Id.eq(task));
    touched
        .exec(&world.portal.app.db.write)
        .await
        .expect("a task");
    settle(&world.portal).await;
    let document =
        "query($since: String) { changes(since: $since, first: 100) { nodes { id task { id } } } }";
    let since = json!({ "since": begun.body["data"]["changes"]["cursor"] });
    let told = by.ask(document, since).await.data();
    match told.to_string().contains(&task.to_string()) {
        true => '+',
        false => '.',
    }
}

/// The arguments of root fields that need some of their own, in every way that has something else to show.
pub fn arguments(root: &str) -> &'static [&'static str] {
    match root {
        "eligibility" => &[
            "(award: \"npq_senco\", circumstances: {teacherStatus: QTS, induction: PASSED, role: DESIGNATED, \
             appointedOn: \"2025-09-01\", serviceMonths: 0, teaches: true, setting: MAINSTREAM, awardHeld: false})",
            "(award: \"nasenco\", circumstances: {teacherStatus: EYTS, role: ASPIRING, teaches: true, \
             setting: EARLY_YEARS, awardHeld: false})",
        ],
        "findSchools" => &["(text: \"school\")"],
        "applicationBoard" => &["(cards: 3)"],
        "mailingPreview" => &[
            "(input: { where: {}, audience: APPLICANTS, subject: \"News\", body: \"Hello\" })",
            "(input: { where: {}, audience: SIGNATORIES, subject: \"News\", body: \"Hello\" })",
        ],
        _ => &[""],
    }
}

/// Root fields without an id or pages: all that they need.
async fn plain(world: &World, model: &Model, name: &str) -> String {
    match name {
        "signInLink" => {
            let token = world.link_token(&world.ada.email).await;
            format!("signInLink(token: \"{token}\") {{ email }}")
        }
        "findSchools" => format!("findSchools{} {{ id }}", arguments(name)[0]),
        "applicationBoard" => "applicationBoard(cards: 50) { columns { cards { id } } }".into(),
        "mailingPreview" => format!("mailingPreview{} {{ count }}", arguments(name)[0]),
        "reports" => "reports { list { name } }".into(),
        "eligibility" => format!("eligibility{} {{ code }}", arguments(name)[0]),
        _ if model.field("Query", name).base() == "Me" => format!("{name} {{ person {{ id }} }}"),
        _ => format!("{name} {{ id }}"),
    }
}

fn mark(answer: &Answer) -> char {
    match answer.code() {
        Some("NOT_FOUND") => '.',
        Some("FORBIDDEN") => 'x',
        Some("UNAUTHENTICATED") => '?',
        Some("INTERNAL" | "GRAPHQL_VALIDATION_FAILED" | "TOO_MANY_REQUESTS" | "TOO_MANY") => {
            panic!("this says nothing about access: {}", answer.body)
        }
        _ => '+',
    }
}

/// A mutation that is refused right after the policy has let it pass, so that nothing changes; but for those that end
/// something, which is there to be ended.
async fn mutation(world: &World, model: &Model, name: &str, id: Value) -> (String, Value) {
    let field = model.field("Mutation", name);
    let selection = match model.object(field.base()) {
        None => String::new(),
        Some(ty) if ty.fields.contains_key("id") => " { id }".into(),
        Some(_) => " { __typename }".into(),
    };
    if field.arguments.contains_key("id") {
        return (
            format!("mutation($id: ID!) {{ {name}(id: $id){selection} }}"),
            json!({ "id": id }),
        );
    }
    let Some(argument) = field.arguments.get("input") else {
        return (format!("mutation {{ {name}{selection} }}"), json!({}));
    };
    let document = format!(
        "mutation($input: {}) {{ {name}(input: $input){selection} }}",
        argument.ty
    );
    (document, json!({ "input": input(world, name, id).await }))
}

async fn programme(world: &World) -> Uuid {
    let found = programme::Entity::find().one(&world.portal.app.db.read);
    found.await.expect("rows").expect("a programme").id
}

async fn input(world: &World, name: &str, id: Value) -> Value {
    match name {
        "sendMailing" => json!({
            "key": "", "count": 1,
            "mailing": { "where": {}, "audience": "APPLICANTS", "subject": "News", "body": "Hello" },
        }),
        "saveTask" => json!({
            "taskId": id, "version": -1, "account": "", "reflection": "", "outcomeIds": [],
        }),
        "submitTask" => json!({ "taskId": id, "version": -1 }),
        "withdrawTask" => json!({ "taskId": id }),
        "reopenTask" | "waiveTask" => json!({ "taskId": id, "reason": "" }),
        "resendApproval" => json!({ "approvalId": id }),
        "replaceMentor" => json!({
            "enrolmentId": id, "name": "", "email": "", "post": "", "nominatedBy": "", "reason": "",
        }),
        "enrol" => json!({
            "groupId": id, "schoolId": world.portal.programme.school_id, "name": "", "email": "",
            "mentorName": "", "mentorEmail": "", "mentorPost": "", "nominatedBy": "",
        }),
        "createReportAddress" => json!({ "tokenId": id, "report": "", "format": "CSV" }),
        "createApiToken" => json!({ "name": "", "scopes": [] }),
        "addPerson" => json!({ "name": "", "email": "", "roles": [] }),
        "addSchool" => json!({
            "urn": "", "name": "", "town": "", "postcode": "", "localAuthority": "",
        }),
        "addUnlistedSchool" => json!({
            "schoolName": "", "town": "", "postcode": "", "localAuthority": "",
        }),
        "checkSchool" => json!({ "schoolId": id }),
        "addGroup" => json!({
            "cohortId": world.portal.programme.cohort_id, "name": "", "place": "", "mode": "FACE_TO_FACE",
        }),
        "editGroup" => json!({
            "groupId": id, "version": -1, "name": "", "place": "", "mode": "FACE_TO_FACE",
        }),
        "addDeliveryPartner" => json!({ "name": "", "kind": "LOCAL_AUTHORITY" }),
        "beginApplication" => json!({ "cohortId": id }),
        "saveApplication" | "submitApplication" => json!({ "applicationId": id, "version": -1 }),
        "saveNeedsAnalysis" => json!({ "applicationId": id, "version": -1, "outcomes": [] }),
        "withdrawApplication" => json!({ "applicationId": id, "leaving": "OTHER" }),
        "deferApplication" => json!({
            "applicationId": id, "version": -1, "toCohortId": Uuid::nil(), "leaving": "OTHER",
        }),
        "offerPlaces" => json!([]),
        "rejectApplication" => json!({ "applicationId": id, "reason": "" }),
        "replaceSignatory" => json!({
            "applicationId": id, "signatoryName": "", "signatoryEmail": "", "signatoryCapacity": "HEADTEACHER",
            "reason": "",
        }),
        "offerPlace" => json!({ "applicationId": id, "groupId": Uuid::nil() }),
        "acceptPlace" => json!({ "applicationId": id }),
        "resendAgreement" | "checkSignatory" => json!({ "agreementId": id }),
        "acceptScan" => json!({ "scanId": id, "agrees": false }),
        "rejectScan" => json!({ "scanId": id, "reason": "" }),
        "acceptGaps" => json!({ "agreementId": id, "plan": "A placement at another school" }),
        "resendInvitation" => json!({ "invitationId": id }),
        "previewAgreementText" => {
            json!({ "programmeId": programme(world).await, "title": "", "body": "" })
        }
        "publishAgreementText" => json!({
            "programmeId": programme(world).await, "expectedNumber": -1, "title": "", "body": "",
        }),
        "answerAgreementQuestion" => json!({ "questionId": id, "answer": "" }),
        "closeAgreementQuestion" => json!({ "questionId": id, "reason": "" }),
        "addApplicationNote" => json!({ "applicationId": id, "text": "" }),
        "checkTeacherStatus" => json!({ "applicationId": id, "remark": "x".repeat(2_001) }),
        "register" => json!({ "name": "", "email": "" }),
        "requestSignIn" => json!({ "email": "" }),
        "signIn" => json!({ "code": "" }),
        "signInByLink" => json!({ "token": "" }),
        other => panic!("say in {} how {other} is tried", file!()),
    }
}
