//! The demo shows whatever can come of things: no screen has a state that nobody has seen.

use entity::{
    agreement, agreement_question, agreement_scan, application, approval_request, letter,
    mentor_invitation, mentorship, task,
};
use sea_orm::{ActiveEnum, EntityTrait, Iterable, QuerySelect as _};
use server::programme::demo;
use tests::Portal;

/// What no row of a table shows: its name, and the words of states that no row is in.
async fn unseen<E, S>(portal: &Portal, table: E, state: E::Column) -> Vec<String>
where
    E: EntityTrait,
    S: ActiveEnum<Value = String> + Iterable,
{
    let seen: Vec<String> = E::find()
        .select_only()
        .column(state)
        .distinct()
        .into_tuple()
        .all(&portal.app.db.read)
        .await
        .expect("rows");
    let words = S::iter().map(|state| state.to_value());
    let missing = words.filter(|word| !seen.contains(word));
    missing
        .map(|word| format!("{} {word}", table.table_name()))
        .collect()
}

macro_rules! unseen {
    ($portal:expr, $($table:ident),*) => {{
        let mut missing = Vec::new();
        $(missing.extend(
            unseen::<_, $table::State>($portal, $table::Entity, $table::Column::State).await,
        );)*
        missing
    }};
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_state_of_every_life_cycle_can_be_seen() {
    let portal = Portal::start().await;
    demo::load(&portal.app).await.expect("the demo");
    let missing = unseen!(
        &portal,
        application,
        agreement,
        agreement_question,
        agreement_scan,
        mentor_invitation,
        mentorship,
        task,
        approval_request,
        letter
    );
    // Of these nobody can see any: an application is handed in and the school asked in one transaction, and so is a place
    // accepted and the enrolment begun, and a mentor nominated and asked; a mentor who accepts is active; and no letter of
    // the past is left over. No scanner looks at what the demo sends.
    let moments = [
        "application submitted",
        "application accepted",
        "agreement_scan checking",
        "agreement_scan infected",
        "mentorship nominated",
        "mentorship accepted",
        "letter queued",
    ];
    assert_eq!(missing, moments);
}
