//! What a cohort's page of places shows, and the offers that it sends.

use crate::api::{Day, schema};
use crate::application::changes::OfferPlaceInput;
use crate::application::words::ApplicationStep;
use crate::group::Mode;

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "crate::api::ById")]
pub struct AllocationQuery {
    #[arguments(id: $id)]
    pub allocation: Allocation,
}
reads!(AllocationQuery { allocation });

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct Allocation {
    pub cohort: Cohort,
    pub groups: Vec<Seats>,
    pub candidates: Vec<Candidate>,
    pub blocked: Vec<Blocked>,
}
reads!(Allocation {
    cohort,
    groups,
    candidates,
    blocked
});

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct Cohort {
    pub name: String,
    pub starts_on: Day,
    pub award: Award,
}
reads!(Cohort {
    name,
    starts_on,
    award
});

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct Award {
    pub name: String,
}
reads!(Award { name });

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct Seats {
    pub group: Group,
    pub taken: i32,
    pub offered: i32,
    pub free: Option<i32>,
}
reads!(Seats {
    group,
    taken,
    offered,
    free
});

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct Group {
    pub id: cynic::Id,
    pub name: String,
    pub mode: Mode,
    pub easting: Option<i32>,
    pub northing: Option<i32>,
}
reads!(Group {
    id,
    name,
    mode,
    easting,
    northing
});

#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq)]
pub enum NowhereReason {
    NoSuchGroup,
    Full,
}
reads_word!(NowhereReason);

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct Candidate {
    pub application_id: cynic::Id,
    pub person: Name,
    pub school: Option<School>,
    pub mode: Option<Mode>,
    pub places: Option<String>,
    pub easting: Option<i32>,
    pub northing: Option<i32>,
    pub proposed: Option<i32>,
    pub nowhere: Option<NowhereReason>,
    pub distances_miles: Vec<Option<f64>>,
}
reads!(Candidate {
    application_id,
    person,
    school,
    mode,
    places,
    easting,
    northing,
    proposed,
    nowhere,
    distances_miles
});

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct Blocked {
    pub application_id: cynic::Id,
    pub person: Name,
    pub school: Option<School>,
    pub next_step: ApplicationStep,
}
reads!(Blocked {
    application_id,
    person,
    school,
    next_step
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Person")]
pub struct Name {
    pub name: String,
}
reads!(Name { name });

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct School {
    pub name: String,
    pub town: String,
}
reads!(School { name, town });

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct OffersVariables {
    pub input: Vec<OfferPlaceInput>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "OffersVariables")]
pub struct Offers {
    #[arguments(input: $input)]
    pub offer_places: Vec<OfferResult>,
}
reads!(Offers { offer_places });

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct OfferResult {
    pub application_id: cynic::Id,
    pub message: Option<String>,
}
reads!(OfferResult {
    application_id,
    message
});

impl School {
    pub fn said(&self) -> String {
        format!("{}, {}", self.name, self.town)
    }
}
