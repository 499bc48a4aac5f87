use crate::api::narrow::{IdFilter, MomentFilter};
use crate::api::{Moment, PageInfo, schema};
use crate::event::EventKind;

/// One line of what happened to a task.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Event")]
pub struct Happening {
    pub at: Moment,
    pub kind: EventKind,
    pub actor_name: String,
    pub note: Option<String>,
}
reads!(Happening {
    at,
    kind,
    actor_name,
    note
});

narrows_word!(EventKindFilter, EventKind);

#[derive(cynic::InputObject, Clone, Debug, Default)]
pub struct EventWhere {
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub kind: Option<EventKindFilter>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub enrolment: Option<IdFilter>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub at: Option<MomentFilter>,
}

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct EventVariables {
    pub first: i32,
    pub after: Option<String>,
    pub narrow: EventWhere,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "EventVariables")]
pub struct Events {
    #[arguments(first: $first, after: $after, where: $narrow)]
    pub events: EventPage,
}
reads!(Events { events });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "EventConnection")]
pub struct EventPage {
    pub total_count: i32,
    pub page_info: PageInfo,
    pub nodes: Vec<Event>,
}
reads!(EventPage {
    total_count,
    page_info,
    nodes
});

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct Event {
    pub at: Moment,
    pub kind: EventKind,
    pub actor_name: String,
    pub note: Option<String>,
    pub task_id: Option<cynic::Id>,
    pub task_title: Option<String>,
    pub enrolment_id: Option<cynic::Id>,
}
reads!(Event {
    at,
    kind,
    actor_name,
    note,
    task_id,
    task_title,
    enrolment_id
});
