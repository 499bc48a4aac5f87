//! One task, and what its page needs.

use crate::api::{Day, Moment, schema};
use crate::approval::queries::{ApprovalState, LetterStatus};
use crate::event::queries::Happening;
use crate::task::{TaskAction, TaskState};

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "crate::api::ById")]
pub struct TaskQuery {
    #[arguments(id: $id)]
    pub task: Task,
}
reads!(TaskQuery { task });

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct Task {
    pub id: cynic::Id,
    pub title: String,
    pub guidance: String,
    pub state: TaskState,
    pub account: Option<String>,
    pub reflection: Option<String>,
    pub done_from: Option<Day>,
    pub done_to: Option<Day>,
    pub due_on: Day,
    pub overdue: bool,
    pub version: i32,
    pub approved_at: Option<Moment>,
    pub outcomes: Vec<OutcomeRef>,
    pub suggested_outcomes: Vec<OutcomeRef>,
    pub enrolment: TaskEnrolment,
    pub approval: Option<Asked>,
    pub timeline: Vec<Happening>,
    pub can: Vec<TaskAction>,
}
reads!(Task {
    id,
    title,
    guidance,
    state,
    account,
    reflection,
    done_from,
    done_to,
    due_on,
    overdue,
    version,
    approved_at,
    outcomes,
    suggested_outcomes,
    enrolment,
    approval,
    timeline,
    can
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Outcome")]
pub struct OutcomeRef {
    pub id: cynic::Id,
}
reads!(OutcomeRef { id });

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct Outcome {
    pub id: cynic::Id,
    pub code: String,
    pub title: String,
    pub description: String,
}
reads!(Outcome {
    id,
    code,
    title,
    description
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Enrolment")]
pub struct TaskEnrolment {
    pub id: cynic::Id,
    pub person: Owner,
    pub mentor: Option<Named>,
    pub cohort: TaskCohort,
}
reads!(TaskEnrolment {
    id,
    person,
    mentor,
    cohort
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Person")]
pub struct Owner {
    pub id: cynic::Id,
    pub name: String,
}
reads!(Owner { id, name });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mentor")]
pub struct Named {
    pub name: String,
}
reads!(Named { name });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Cohort")]
pub struct TaskCohort {
    pub award: TaskAward,
}
reads!(TaskCohort { award });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Award")]
pub struct TaskAward {
    pub outcomes: Vec<Outcome>,
}
reads!(TaskAward { outcomes });

/// How the latest asking of the mentor went.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "ApprovalRequest")]
pub struct Asked {
    pub id: cynic::Id,
    pub state: ApprovalState,
    pub mentor: AskedMentor,
    pub asked_at: Moment,
    pub waiting_days: i32,
    pub decided_at: Option<Moment>,
    pub comment: Option<String>,
    pub signed_name: Option<String>,
    pub settles_at: Option<Moment>,
    pub letter: Option<LetterStatus>,
    pub resend_from: Option<Moment>,
}
reads!(Asked {
    id,
    state,
    mentor,
    asked_at,
    waiting_days,
    decided_at,
    comment,
    signed_name,
    settles_at,
    letter,
    resend_from
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mentor")]
pub struct AskedMentor {
    pub name: String,
    pub email: String,
    pub bounced_at: Option<Moment>,
}
reads!(AskedMentor {
    name,
    email,
    bounced_at
});

impl Task {
    pub fn is_mine(&self) -> bool {
        crate::session::who().is_some_and(|who| who.id == self.enrolment.person.id)
    }

    pub fn may(&self, action: TaskAction) -> bool {
        self.can.contains(&action)
    }

    pub fn mentor_name(&self) -> String {
        self.enrolment
            .mentor
            .as_ref()
            .map_or_else(|| "your mentor".into(), |mentor| mentor.name.clone())
    }

    pub fn outcome_names(&self) -> Vec<String> {
        let chosen = |outcome: &&Outcome| self.outcomes.iter().any(|one| one.id == outcome.id);
        self.enrolment
            .cohort
            .award
            .outcomes
            .iter()
            .filter(chosen)
            .map(|outcome| format!("{} {}", outcome.code, outcome.title))
            .collect()
    }
}
