//! What is loaded in one transaction.

use entity::{
    approval_request, award, cohort, enrolment, event, event_seal, letter, mentor, mentorship,
    outcome, person, person_role, programme, school, school_word, task, task_outcome,
    task_template, template_outcome, term, training_group,
};
use sea_orm::ConnectionTrait as _;

use crate::error::Result;
use crate::event::{Chain, close};
use crate::tx::{Tx, insert_all};

macro_rules! rows {
    ($($name:ident: $table:ident,)*) => {
        /// Rows by table, each after what it refers to.
        #[derive(Debug, Default)]
        pub struct Rows {
            $(pub $name: Vec<$table::Model>,)*
        }

        impl Rows {
            /// Inserts everything, and seals the events.
            pub async fn store(self, tx: &Tx) -> Result<()> {
                give_room(tx).await?;
                let mut chain = Chain::continued(tx).await?;
                let seals: Vec<event_seal::Model> = self.events.iter().map(|event| chain.seal(event)).collect();
                let sealed: Vec<_> = seals.iter().map(|seal| seal.event_id).collect();
                $(insert_all::<$table::Entity>(tx, self.$name).await?;)*
                insert_all::<event_seal::Entity>(tx, seals).await?;
                close(tx, &sealed).await
            }
        }
    };
}

rows! {
    awards: award,
    outcomes: outcome,
    templates: task_template,
    template_outcomes: template_outcome,
    programmes: programme,
    terms: term,
    cohorts: cohort,
    people: person,
    roles: person_role,
    groups: training_group,
    schools: school,
    words: school_word,
    mentors: mentor,
    enrolments: enrolment,
    mentorships: mentorship,
    tasks: task,
    claims: task_outcome,
    letters: letter,
    requests: approval_request,
    events: event,
}

/// SQLite keeps 2 MB of pages in memory, and ids fall all over its indexes. The connection is this command's own.
async fn give_room(tx: &Tx) -> Result<()> {
    if tx.portal.db.is_sqlite() {
        tx.execute_unprepared("PRAGMA cache_size = -400000").await?;
    }
    Ok(())
}
