//! What the board asks for.

use crate::api::{Moment, schema};
use crate::application::rows::ApplicationWhere;
use crate::application::words::{ApplicationState, ApplicationStep, ApplicationTrouble};
use crate::enrolment::queries::{PersonName, SchoolName};
use crate::group::queries::GroupNames;

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct BoardVariables {
    pub cards: i32,
    pub narrow: ApplicationWhere,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "BoardVariables")]
pub struct BoardQuery {
    #[arguments(cards: $cards, where: $narrow)]
    pub application_board: Board,
}
reads!(BoardQuery { application_board });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "ApplicationBoard")]
pub struct Board {
    pub columns: Vec<BoardColumn>,
}
reads!(Board { columns });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "ApplicationColumn")]
pub struct BoardColumn {
    pub state: ApplicationState,
    pub count: i32,
    pub oldest_days: Option<i32>,
    pub is_settled: bool,
    pub cards: Vec<Card>,
}
reads!(BoardColumn {
    state,
    count,
    oldest_days,
    is_settled,
    cards
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Application")]
pub struct Card {
    pub id: cynic::Id,
    pub person: PersonName,
    pub school: Option<SchoolName>,
    pub next_step: ApplicationStep,
    pub troubles: Vec<ApplicationTrouble>,
    pub stands_since: Moment,
}
reads!(Card {
    id,
    person,
    school,
    next_step,
    troubles,
    stands_since
});

/// What filters have to choose from.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query")]
pub struct Choices {
    pub cohorts: Vec<CohortChoice>,
    #[arguments(first: 100)]
    pub groups: GroupNames,
}
reads!(Choices { cohorts, groups });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Cohort")]
pub struct CohortChoice {
    pub id: cynic::Id,
    pub name: String,
}
reads!(CohortChoice { id, name });
