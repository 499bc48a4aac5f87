//! Many writers at once, some of whom begin early and commit late, against somebody who follows: nothing is skipped.

use std::time::Duration;

use entity::{enrolment, person, school, task};
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, EntityTrait as _,
    QueryFilter as _, TransactionTrait as _,
};
use serde_json::json;
use server::portal::Portal as App;
use tests::{Participant, Person};
use tokio::task::JoinSet;
use tokio::time::sleep;
use uuid::Uuid;

use super::follower::Follower;
use super::scene::Scene;

const SEEDS: [u64; 3] = [1, 42, 1_000_003];
const CODES: [&str; 4] = [
    "policy_review",
    "data_review",
    "provision_map",
    "pupil_profile",
];

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn nothing_is_skipped_whoever_commits_when() {
    let scene = Scene::set_up().await;
    // Rows are changed past every rule, so that they contradict each other in the end.
    scene.portal.leave_as_it_is();
    let office = scene.portal.administrator().await;
    for seed in SEEDS {
        let mut followers = vec![
            Follower::begin((*office).clone(), true).await,
            Follower::begin(scene.tool(Some(scene.north)).await, false).await,
            Follower::begin(scene.tool(Some(scene.south)).await, false).await,
        ];
        let mut writers = JoinSet::new();
        for (number, who) in [&scene.ada, &scene.ben, &scene.cy].into_iter().enumerate() {
            let dice = Dice(seed + number as u64);
            writers.spawn(work(who.clone(), office.clone(), dice));
        }
        for number in 3..8 {
            let raw = Raw::of(&scene, Dice(seed * 31 + number));
            writers.spawn(raw.write());
        }
        let mut dice = Dice(seed);
        while !writers.is_empty() {
            for follower in &mut followers {
                follower.asks([1, 3, 100][dice.roll(3)]).await;
            }
            if followers.len() == 3 {
                followers.push(Follower::begin((*office).clone(), true).await);
                followers.push(Follower::begin(scene.tool(Some(scene.north)).await, false).await);
            }
            while writers.try_join_next().map(Result::unwrap).is_some() {}
        }
        scene.settle().await;
        for follower in &mut followers {
            follower.catches_up(10).await;
            follower.is_up_to_date().await;
        }
    }
}

/// What people do, by the real verbs; some of it is refused, since the rows are moved meanwhile.
async fn work(who: Participant, office: Person, mut dice: Dice) {
    let see = "query($id: ID!) { task(id: $id) { version } }";
    for _ in 0..12 {
        let code = CODES[dice.roll(CODES.len())];
        let task = who.task(code);
        let version = who.ask(see, json!({ "id": task })).await;
        let version = version.body["data"]["task"]["version"]
            .as_i64()
            .unwrap_or(0);
        match dice.roll(5) {
            0 | 1 => drop(who.saves(who.draft(code, version)).await),
            2 => drop(who.submits_version(task, version).await),
            3 => drop(who.withdraws(task).await),
            _ => {
                let name = format!("Gil {}", dice.roll(3));
                let email = format!("gil.{}@willowbank.test", dice.roll(3));
                drop(
                    office
                        .replaces_mentor(who.enrolment_id, &name, &email)
                        .await,
                );
            }
        }
    }
}

/// Transactions of several statements that are held open between them.
struct Raw {
    app: App,
    dice: Dice,
    groups: [Uuid; 3],
    enrolments: [Uuid; 3],
    people: [Uuid; 3],
    school: Uuid,
}

impl Raw {
    fn of(scene: &Scene, dice: Dice) -> Self {
        let all = [&scene.ada, &scene.ben, &scene.cy];
        Self {
            app: scene.portal.app.clone(),
            dice,
            groups: [scene.north, scene.south, scene.west],
            enrolments: all.map(|who| who.enrolment_id),
            people: all.map(|who| who.id),
            school: scene.portal.programme.school_id,
        }
    }

    async fn write(mut self) {
        for _ in 0..15 {
            let tx = self.app.db.write.begin().await.expect("a transaction");
            // Two who wait for each other are parted by the database; what they did is undone.
            let done = self.several(&tx).await;
            match done.is_ok() && self.dice.roll(5) > 0 {
                true => drop(tx.commit().await),
                false => drop(tx.rollback().await),
            }
        }
    }

    async fn several(&mut self, tx: &DatabaseTransaction) -> Result<(), DbErr> {
        for _ in 0..=self.dice.roll(3) {
            self.one(tx).await?;
            if tx.get_database_backend() == DbBackend::Postgres {
                sleep(Duration::from_millis(self.dice.roll(40) as u64)).await;
            }
        }
        Ok(())
    }

    async fn one(&mut self, tx: &DatabaseTransaction) -> Result<(), DbErr> {
        let which = self.dice.roll(3);
        let name = format!("Name {}", self.dice.roll(1000));
        match self.dice.roll(6) {
            0 => {
                let group = self.groups[self.dice.roll(3)];
                let place = enrolment::Entity::update_many()
                    .col_expr(enrolment::Column::GroupId, Expr::value(group))
                    .filter(enrolment::Column::Id.eq(self.enrolments[which]));
                place.exec(tx).await.map(drop)
            }
            1 => {
                let called = person::Entity::update_many()
                    .col_expr(person::Column::Name, Expr::value(name))
                    .filter(person::Column::Id.eq(self.people[which]));
                called.exec(tx).await.map(drop)
            }
            2 => {
                let called = school::Entity::update_many()
                    .col_expr(school::Column::Name, Expr::value(name))
                    .filter(school::Column::Id.eq(self.school));
                called.exec(tx).await.map(drop)
            }
            3 => {
                let values = [self.enrolments[which].into()];
                let sql =
                    "DELETE FROM approval_request WHERE state <> 'waiting' AND enrolment_id = $1";
                let statement =
                    sea_orm::Statement::from_sql_and_values(tx.get_database_backend(), sql, values);
                tx.execute_raw(statement).await.map(drop)
            }
            _ => {
                let bumped = task::Entity::update_many()
                    .col_expr(
                        task::Column::Version,
                        Expr::col(task::Column::Version).add(1),
                    )
                    .col_expr(task::Column::Title, Expr::value(name))
                    .filter(task::Column::EnrolmentId.eq(self.enrolments[which]))
                    .filter(task::Column::Code.eq(CODES[self.dice.roll(CODES.len())]));
                bumped.exec(tx).await.map(drop)
            }
        }
    }
}

/// The same throws for the same seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % sides
    }
}
