//! Two groups, and tools that follow them.

use std::time::Duration;

use entity::person_role::Role;
use entity::training_group::Mode;
use sea_orm::{ConnectionTrait as _, DbBackend, Statement};
use server::access::TokenScope;
use server::programme::GroupDetails;
use tests::{Enrolling, Participant, Portal, Visitor};
use tokio::time::sleep;
use uuid::Uuid;

/// Ada and Ben are in the north, Cy in the south, nobody in the west; all at one school.
pub struct Scene {
    pub portal: Portal,
    pub north: Uuid,
    pub south: Uuid,
    pub west: Uuid,
    pub ada: Participant,
    pub ben: Participant,
    pub cy: Participant,
}

impl Scene {
    pub async fn set_up() -> Self {
        let portal = Portal::start().await;
        let north = portal.programme.group_id;
        let (south, west) = (
            add_group(&portal, "South").await,
            add_group(&portal, "West").await,
        );
        let ada = portal.participant("Ada").await;
        let ben = portal.participant("Ben").await;
        let cy = Enrolling {
            group_id: south,
            ..portal.enrolling("Cy")
        };
        let cy = portal.enrol(cy).await;
        Self {
            portal,
            north,
            south,
            west,
            ada,
            ben,
            cy,
        }
    }

    /// A tool that may read names, of one group or all.
    pub async fn tool(&self, group: Option<Uuid>) -> Visitor {
        let scopes = [TokenScope::Reports, TokenScope::ReportsPersonal];
        self.portal.token_for(&scopes, group).await
    }

    /// Runs a statement past every rule.
    pub async fn run(&self, sql: &str, values: &[sea_orm::Value]) {
        let db = &self.portal.app.db.write;
        let statement =
            Statement::from_sql_and_values(db.get_database_backend(), sql, values.iter().cloned());
        db.execute_raw(statement).await.expect(sql);
    }

    pub async fn move_to(&self, who: &Participant, group: Uuid) {
        let values = [group.into(), who.enrolment_id.into()];
        self.run("UPDATE enrolment SET group_id = $1 WHERE id = $2", &values)
            .await;
    }

    pub async fn settle(&self) {
        settle(&self.portal).await;
    }
}

/// Other tests hold transactions open on the same server, and nothing behind these is told yet.
pub async fn settle(portal: &Portal) {
    let db = &portal.app.db.write;
    if portal.app.db.is_sqlite() {
        return;
    }
    let number = |sql: &'static str| async move {
        let found = db.query_one_raw(Statement::from_string(DbBackend::Postgres, sql));
        let row = found.await.expect("an answer").expect("a row");
        row.try_get_by_index::<i64>(0).expect("a number")
    };
    let mine = number("SELECT pg_current_xact_id()::text::bigint").await;
    while number("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint").await <= mine {
        sleep(Duration::from_millis(5)).await;
    }
}

async fn add_group(portal: &Portal, name: &str) -> Uuid {
    let tutor = portal.somebody(&format!("Tutor {name}"), Role::Tutor).await;
    let group = GroupDetails {
        tutor_id: Some(tutor.id),
        ..GroupDetails::new(name, "Town Hall", Mode::FaceToFace)
    };
    portal.add_group(group).await
}
