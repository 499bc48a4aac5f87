//! Four who apply and have no place: three whose school has signed, and one whose has not.

use entity::application::State;
use entity::training_group::{self, Mode};
use entity::{agreement, application};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, EntityTrait as _, IntoActiveModel as _,
    QueryFilter as _,
};
use server::access::Actor;
use server::{person, tx};
use tests::Portal;
use uuid::Uuid;

use super::applying::Applied;

/// They apply as this one did. `full` has one place left for two who wish to be taught online.
pub async fn newcomers(portal: &Portal, like: &Applied, full: Uuid) {
    let db = &portal.app.db;
    let capacity = training_group::Entity::update_many()
        .col_expr(training_group::Column::Capacity, Expr::value(3))
        .filter(training_group::Column::Id.eq(full));
    capacity.exec(&db.write).await.expect("a group");
    for (name, mode, state) in [
        ("Nia Newcomer", Mode::FaceToFace, State::Ready),
        ("Olu Online", Mode::DistanceLearning, State::Ready),
        ("Oda Online", Mode::DistanceLearning, State::Ready),
        ("Pat Patient", Mode::FaceToFace, State::AwaitingSchool),
    ] {
        let email = format!("{}@newcomer.test", name.replace(' ', ".").to_lowercase());
        let added = tx::write(&portal.app, &Actor::System, async |tx| {
            person::find_or_add(tx, name.to_owned(), email).await
        });
        let person_id = added.await.expect("a person").id;
        let found = application::Entity::find_by_id(like.application);
        let found = found.one(&db.read).await.expect("rows");
        let mut answers = found.as_ref().expect("an application").answers.clone();
        answers.mode = Some(mode);
        let mut row = found.expect("an application").into_active_model();
        row.id = Set(Uuid::now_v7());
        row.person_id = Set(person_id);
        row.state = Set(state);
        row.answers = Set(answers);
        row.group_id = Set(None);
        row.offered_at = Set(None);
        row.offer_until = Set(None);
        row.enrolment_id = Set(None);
        row.deferred_to = Set(None);
        row.carried_from = Set(None);
        row.leaving = Set(None);
        row.reason = Set(None);
        row.change_until = Set(None);
        let row = row.insert(&db.write).await.expect("an application");
        let found = agreement::Entity::find_by_id(like.agreement);
        let found = found.one(&db.read).await.expect("rows");
        let mut asked = found.expect("an agreement").into_active_model();
        asked.id = Set(Uuid::now_v7());
        asked.application_id = Set(row.id);
        asked.person_id = Set(person_id);
        asked.handed_from = Set(None);
        if state == State::AwaitingSchool {
            asked.state = Set(agreement::State::Sent);
        }
        asked.insert(&db.write).await.expect("an agreement");
    }
}
