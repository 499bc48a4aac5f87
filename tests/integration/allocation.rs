//! A cohort's places at once: the proposal, and many offers.

use entity::training_group::Mode;
use entity::{school, training_group};
use proptest::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use serde_json::{Value, json};
use server::allocation::{Nowhere, Room, Wish, propose};
use server::programme::{GroupDetails, Point};
use tests::{Portal, Programme};
use uuid::Uuid;

use crate::statements::counting::{Counting, surplus};

const ALLOCATION: &str = "query($id: ID!) { allocation(id: $id) {
    groups { group { id name } taken offered free }
    candidates { applicationId person { name } school { name } mode easting proposed nowhere distancesMiles }
    blocked { applicationId nextStep person { name } }
} }";
const OFFERS: &str = "mutation($input: [OfferPlaceInput!]!) { offerPlaces(input: $input) {
    applicationId code message application { state group { id } }
} }";

/// Places Willowbank, and its group in another town.
async fn located(portal: &Portal) {
    let db = &portal.app.db.write;
    school::Entity::update_many()
        .col_expr(school::Column::Easting, Expr::value(400_000))
        .col_expr(school::Column::Northing, Expr::value(300_000))
        .exec(db)
        .await
        .expect("schools");
    training_group::Entity::update_many()
        .col_expr(training_group::Column::Easting, Expr::value(409_656))
        .col_expr(training_group::Column::Northing, Expr::value(312_875))
        .col_expr(training_group::Column::Capacity, Expr::value(1))
        .filter(training_group::Column::Id.eq(portal.autumn().await.group_id))
        .exec(db)
        .await
        .expect("a group");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_office_offers_what_is_proposed() {
    let portal = Portal::start().await;
    let (ada, ben) = (
        portal.ready_applicant("Ada").await,
        portal.ready_applicant("Ben").await,
    );
    let cleo = portal.applicant("Cleo").await;
    cleo.applies().await;
    located(&portal).await;
    let autumn = portal.autumn().await;
    let office = portal.administrator().await;
    let asked = json!({ "id": autumn.cohort_id });
    let seen = office.query(ALLOCATION, asked.clone()).await["allocation"].take();
    assert_eq!(seen["groups"][0]["free"], 1);
    let candidates = seen["candidates"].as_array().expect("candidates");
    let told: Vec<[&Value; 3]> = candidates
        .iter()
        .map(|one| [&one["applicationId"], &one["proposed"], &one["nowhere"]])
        .collect();
    let (first, second) = (json!(ada.application_id), json!(ben.application_id));
    assert_eq!(
        told,
        [
            [&first, &json!(0), &Value::Null],
            [&second, &Value::Null, &json!("FULL")]
        ]
    );
    assert_eq!(candidates[0]["distancesMiles"], json!([10.0]));
    assert_eq!(seen["blocked"][0]["nextStep"], "WAIT_FOR_SCHOOL");
    // The office insists, and somebody does not exist.
    let of = |id: Uuid| json!({ "applicationId": id, "groupId": autumn.group_id });
    let input = [
        cleo.application_id,
        ada.application_id,
        ben.application_id,
        Uuid::nil(),
    ]
    .map(of);
    let told = office.query(OFFERS, json!({ "input": input })).await;
    let codes: Vec<&Value> = told["offerPlaces"]
        .as_array()
        .expect("outcomes")
        .iter()
        .map(|one| &one["code"])
        .collect();
    let words = ["WRONG_STATE", "INVALID_INPUT", "NOT_FOUND"].map(|code| json!(code));
    assert_eq!(codes, [&words[0], &Value::Null, &words[1], &words[2]]);
    assert_eq!(told["offerPlaces"][1]["application"]["state"], "OFFERED");
    portal.post_letters().await;
    let seen = ada.sees().await;
    assert_eq!(seen["distanceMiles"], json!(10.0));
    assert_eq!(seen["fee"]["words"], "£2,250 + VAT 20% (£450) = £2,700");
    let offered = office.query(ALLOCATION, asked).await["allocation"].take();
    assert_eq!(offered["groups"][0]["offered"], 1);
    assert_eq!(offered["candidates"][0]["nowhere"], "FULL");
    let many = vec![of(ada.application_id); 101];
    let refused = office.ask(OFFERS, json!({ "input": many })).await;
    assert_eq!(refused.code(), Some("INVALID_INPUT"), "{}", refused.body);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_applicants_take_as_many_statements_as_few() {
    let portal = Portal::start().await;
    portal.ready_applicant("Ada").await;
    portal.applicant("Bo").await.applies().await;
    located(&portal).await;
    let counting = Counting::at(&portal).await;
    let office = counting.sign_in(&portal, Programme::ADMINISTRATOR).await;
    let id = json!({ "id": portal.autumn().await.cohort_id });
    counting.heard();
    office.query(ALLOCATION, id.clone()).await;
    let few = counting.heard();
    for name in ["Cleo", "Dan", "Eve"] {
        portal.ready_applicant(name).await;
        portal
            .applicant(&format!("{name} Two"))
            .await
            .applies()
            .await;
        let details = GroupDetails::new(&format!("{name}field"), "A hall", Mode::FaceToFace);
        portal.add_group(details).await;
    }
    counting.heard();
    office.query(ALLOCATION, id).await;
    let many = counting.heard();
    assert_eq!(few.len(), many.len(), "{}", surplus(&few, &many));
    println!("{} statements", few.len());
}

fn mode() -> impl Strategy<Value = Mode> {
    prop_oneof![Just(Mode::FaceToFace), Just(Mode::DistanceLearning)]
}

fn wish() -> impl Strategy<Value = Wish> {
    let at = proptest::option::weighted(0.9, (0..40i32, 0..40i32));
    (any::<u128>(), proptest::option::weighted(0.9, mode()), at).prop_map(|(id, mode, at)| Wish {
        id: Uuid::from_u128(id),
        mode,
        at: at.and_then(|(east, north)| Point::at(Some(east * 1000), Some(north * 1000))),
        handed_in: None,
    })
}

fn room() -> impl Strategy<Value = Room> {
    let at = proptest::option::weighted(0.9, (0..40i32, 0..40i32));
    (mode(), at, proptest::option::weighted(0.9, 0..3usize)).prop_map(|(mode, at, free)| Room {
        mode,
        at: at
            .filter(|_| mode == Mode::FaceToFace)
            .and_then(|(east, north)| Point::at(Some(east * 1000), Some(north * 1000))),
        free,
    })
}

/// What a way counts, as `propose` says it does.
fn metres(wish: &Wish, room: &Room) -> f64 {
    match (wish.mode, wish.at.zip(room.at)) {
        (Some(Mode::DistanceLearning), _) => 0.0,
        (_, Some((from, to))) => from.metres_to(to).round(),
        (_, None) => 10_000_000.0,
    }
}

fn suits(wish: &Wish, room: &Room) -> bool {
    wish.mode.is_none_or(|mode| mode == room.mode)
}

/// The least sum of ways for exactly these wishes, by trying everything; none where they do not all fit.
fn least(wishes: &[&Wish], rooms: &[Room], free: &mut Vec<usize>) -> Option<f64> {
    let Some((first, rest)) = wishes.split_first() else {
        return Some(0.0);
    };
    let mut best: Option<f64> = None;
    for (at, room) in rooms.iter().enumerate() {
        if free[at] == 0 || !suits(first, room) {
            continue;
        }
        free[at] -= 1;
        let sum = least(rest, rooms, free).map(|sum| sum + metres(first, room));
        free[at] += 1;
        best = match (best, sum) {
            (Some(best), Some(sum)) => Some(best.min(sum)),
            (best, sum) => best.or(sum),
        };
    }
    best
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_proposal_is_allowed_fair_and_the_shortest(
        mut wishes in proptest::collection::vec(wish(), 0..6),
        rooms in proptest::collection::vec(room(), 0..4),
    ) {
        wishes.sort_by_key(|wish| wish.id);
        wishes.dedup_by_key(|wish| wish.id);
        let told = propose(&wishes, &rooms);
        let free: Vec<usize> = rooms.iter().map(|room| room.free.unwrap_or(99)).collect();
        for (at, room) in rooms.iter().enumerate() {
            let there = told.iter().filter(|one| **one == Ok(at)).count();
            prop_assert!(room.free.is_none_or(|free| there <= free), "no more than it holds");
        }
        let mut placed: Vec<&Wish> = Vec::new();
        let mut sum = 0.0;
        for (wish, one) in wishes.iter().zip(&told) {
            match one {
                Ok(at) => {
                    prop_assert!(suits(wish, &rooms[*at]), "taught as they wish");
                    placed.push(wish);
                    sum += metres(wish, &rooms[*at]);
                }
                Err(why) => {
                    let any = rooms.iter().any(|room| suits(wish, room));
                    prop_assert_eq!(*why == Nowhere::Full, any);
                    // Whoever handed in before them has a place, and with these there is none for them.
                    let mut with = placed.clone();
                    with.push(wish);
                    prop_assert_eq!(least(&with, &rooms, &mut free.clone()), None, "first come, first placed");
                }
            }
        }
        prop_assert_eq!(least(&placed, &rooms, &mut free.clone()), Some(sum), "no shorter way");
        // The order in which they are named does not matter.
        let turned: Vec<Wish> = wishes.iter().rev().copied().collect();
        let mut again = propose(&turned, &rooms);
        again.reverse();
        let ways = |told: &[Result<usize, Nowhere>]| -> Vec<bool> { told.iter().map(Result::is_ok).collect() };
        prop_assert_eq!(ways(&told), ways(&again));
    }
}
