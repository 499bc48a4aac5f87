//! What one may not see makes no difference: rows of others change, and the answers stay the same to the byte.

use entity::{
    approval_request, enrolment, letter, mentor, mentorship, person, school, task, training_group,
};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, DatabaseConnection, EntityTrait as _, QueryFilter as _};
use serde_json::json;
use tests::{Enrolling, Participant, Portal};
use uuid::Uuid;

use super::seen::view;
use super::world::{World, enrol};
use crate::schema::model::model;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_happens_in_another_group_changes_no_answer() {
    let world = World::set_up().await;
    // Somebody of the other group at Ada's school and with her mentor: what is shared must not leak through.
    let dee = beside_ada(&world, "Dee", world.southmere).await;
    dee.asks_approval_of("policy_review").await;
    let actors = [
        "anonymous",
        "ada",
        "ben",
        "tom",
        "tom's group",
        "tom's partner",
    ];
    unchanged(&world, &actors, async || {
        rewrite(&world.portal, &[&world.cy, &dee]).await;
        rename_group(&world.portal, world.southmere).await;
        office_works_on(&world, &dee).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_happens_to_others_of_the_group_changes_no_answer() {
    let world = World::set_up().await;
    let north = world.portal.programme.group_id;
    let dee = beside_ada(&world, "Dee", north).await;
    dee.asks_approval_of("policy_review").await;
    let actors = ["ada", "cy", "sue", "sue's group", "sue's partner"];
    unchanged(&world, &actors, async || {
        rewrite(&world.portal, &[&world.ben, &dee]).await;
        office_works_on(&world, &dee).await;
        let eve = enrol(&world.portal, "Eve", north, "100009").await;
        eve.asks_approval_of("policy_review").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_participants_do_changes_no_answer_to_the_host() {
    let world = World::set_up().await;
    unchanged(&world, &["tom's partner"], async || {
        let db = &world.portal.app.db.write;
        change(
            db,
            task::Entity::update_many()
                .col_expr(task::Column::Title, Expr::value("Another title"))
                .col_expr(task::Column::Account, Expr::value("Another account"))
                .col_expr(task::Column::Position, Expr::value(0)),
        )
        .await;
        change(
            db,
            approval_request::Entity::update_many()
                .col_expr(approval_request::Column::State, Expr::value("revoked"))
                .col_expr(
                    approval_request::Column::AskedAt,
                    Expr::value(world.portal.now()),
                ),
        )
        .await;
        change(
            db,
            mentor::Entity::update_many()
                .col_expr(mentor::Column::Name, Expr::value("Another Mentor")),
        )
        .await;
        change(
            db,
            school::Entity::update_many()
                .col_expr(school::Column::HeadName, Expr::value("Another Head")),
        )
        .await;
        change(
            db,
            person::Entity::update_many()
                .col_expr(person::Column::Email, Expr::value("another@else.test"))
                .filter(person::Column::Id.eq(world.ada.id)),
        )
        .await;
    })
    .await;
}

async fn unchanged(world: &World, actors: &[&str], change: impl AsyncFnOnce()) {
    let model = model();
    // The rows are changed past every rule, so that they contradict each other in the end.
    world.portal.leave_as_it_is();
    world.portal.post_letters().await;
    let mut before = Vec::new();
    for actor in actors {
        before.push(steady(view(world, &model, actor).await.answers));
    }
    change().await;
    for (actor, before) in actors.iter().zip(before) {
        let after = steady(view(world, &model, actor).await.answers);
        for ((place, was), (_, is)) in before.iter().zip(&after) {
            assert_eq!(
                was, is,
                "{place} as {actor} tells of what {actor} may not see"
            );
        }
    }
}

/// One's own sessions differ from look to look, since each look signs in anew. What is published of schools is there for
/// everybody.
fn steady(answers: Vec<(String, String)>) -> Vec<(String, String)> {
    let cut = |(place, answer): (String, String)| match answer.find("\"sessions\":[") {
        Some(at) => (place, answer[..at].to_owned()),
        None => (place, answer),
    };
    let scoped = answers
        .into_iter()
        .filter(|(place, _)| place != "findSchools");
    scoped.map(cut).collect()
}

async fn beside_ada(world: &World, name: &str, group_id: Uuid) -> Participant {
    let who = Enrolling {
        mentor: world.ada.mentor.clone(),
        group_id,
        ..world.portal.enrolling(name)
    };
    world.portal.enrol(who).await
}

/// Other values in every column of what belongs to these alone.
async fn rewrite(portal: &Portal, whose: &[&Participant]) {
    let db = &portal.app.db.write;
    let places: Vec<Uuid> = whose.iter().map(|who| who.enrolment_id).collect();
    let people: Vec<Uuid> = whose.iter().map(|who| who.id).collect();
    let later = portal.now() + chrono::Duration::days(400);
    change(
        db,
        task::Entity::update_many()
            .col_expr(task::Column::Title, Expr::value("Another title"))
            .col_expr(task::Column::Account, Expr::value("Another account"))
            .col_expr(task::Column::State, Expr::value("waived"))
            .col_expr(task::Column::DueOn, Expr::value(later.date_naive()))
            .col_expr(task::Column::UpdatedAt, Expr::value(later))
            .col_expr(task::Column::Position, Expr::value(0))
            .filter(task::Column::EnrolmentId.is_in(places.clone())),
    )
    .await;
    change(
        db,
        approval_request::Entity::update_many()
            .col_expr(approval_request::Column::State, Expr::value("revoked"))
            .col_expr(approval_request::Column::AskedAt, Expr::value(later))
            .col_expr(
                approval_request::Column::Comment,
                Expr::value("Another comment"),
            )
            .filter(approval_request::Column::EnrolmentId.is_in(places.clone())),
    )
    .await;
    change(
        db,
        enrolment::Entity::update_many()
            .col_expr(enrolment::Column::State, Expr::value("withdrawn"))
            .col_expr(
                enrolment::Column::StartedOn,
                Expr::value(later.date_naive()),
            )
            .filter(enrolment::Column::Id.is_in(places.clone())),
    )
    .await;
    change(
        db,
        person::Entity::update_many()
            .col_expr(person::Column::Name, Expr::value("Aaron Another"))
            .filter(person::Column::Id.is_in(people)),
    )
    .await;
    change(
        db,
        mentorship::Entity::update_many()
            .col_expr(mentorship::Column::NominatedBy, Expr::value("Another"))
            .filter(mentorship::Column::EnrolmentId.is_in(places.clone())),
    )
    .await;
    change(
        db,
        letter::Entity::update_many()
            .col_expr(letter::Column::LastError, Expr::value("another error"))
            .filter(letter::Column::EnrolmentId.is_in(places)),
    )
    .await;
    // Of schools and mentors only those that nobody else has.
    let own = whose[0];
    change(
        db,
        mentor::Entity::update_many()
            .col_expr(mentor::Column::Name, Expr::value("Another Mentor"))
            .filter(mentor::Column::Email.eq(&own.mentor.email)),
    )
    .await;
    change(
        db,
        school::Entity::update_many()
            .col_expr(school::Column::Name, Expr::value("Another School"))
            .filter(
                school::Column::Name.starts_with(own.name.split(' ').next().unwrap_or_default()),
            ),
    )
    .await;
}

async fn rename_group(portal: &Portal, id: Uuid) {
    change(
        &portal.app.db.write,
        training_group::Entity::update_many()
            .col_expr(training_group::Column::Name, Expr::value("A first group"))
            .filter(training_group::Column::Id.eq(id)),
    )
    .await;
}

async fn change<E: sea_orm::EntityTrait>(db: &DatabaseConnection, update: sea_orm::UpdateMany<E>) {
    let done = update.exec(db).await.unwrap_or_else(|why| panic!("{why}"));
    assert!(done.rows_affected > 0, "nothing was there to change");
}

/// The office goes on working: with others, and with somebody who shares Ada's mentor.
async fn office_works_on(world: &World, dee: &Participant) {
    let office = world.portal.administrator().await;
    for (step, input) in [
        (
            "addPerson(input: AddPersonInput!)",
            json!({
                "name": "Aaron Newcomer", "email": "aaron@elsewhere.test", "roles": ["TUTOR"],
            }),
        ),
        (
            "addSchool(input: AddSchoolInput!)",
            json!({
                "urn": "100099", "name": "A New School", "town": "Here", "postcode": "H1 1HH", "localAuthority": "Here",
            }),
        ),
        (
            "addGroup(input: AddGroupInput!)",
            json!({
                "cohortId": world.portal.programme.cohort_id, "name": "A New Group", "place": "Here",
                "mode": "FACE_TO_FACE",
            }),
        ),
        (
            "addDeliveryPartner(input: AddDeliveryPartnerInput!)",
            json!({ "name": "A New Hub", "kind": "TEACHING_SCHOOL_HUB" }),
        ),
        (
            "createApiToken(input: CreateApiTokenInput!)",
            json!({ "name": "A new tool", "scopes": ["REPORTS"] }),
        ),
    ] {
        let (name, rest) = step.split_once('(').expect("a step and its input");
        let ty = rest.trim_start_matches("input: ").trim_end_matches(')');
        let document =
            format!("mutation($input: {ty}) {{ {name}(input: $input) {{ __typename }} }}");
        office.query(&document, json!({ "input": input })).await;
    }
    office
        .replaces_mentor(dee.enrolment_id, "Nora New", "nora@elsewhere.test")
        .await
        .data();
    world.portal.post_letters().await;
}
