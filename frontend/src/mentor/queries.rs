use crate::api::{Moment, PageInfo, schema};

#[derive(cynic::InputObject, Clone, Debug)]
pub struct MentorWhere {
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub bounced: Option<bool>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub waiting: Option<bool>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub search: Option<String>,
}

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct MentorsVariables {
    pub first: i32,
    pub after: Option<String>,
    pub narrow: MentorWhere,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "MentorsVariables")]
pub struct Mentors {
    #[arguments(first: $first, after: $after, where: $narrow)]
    pub mentors: MentorPage,
}
reads!(Mentors { mentors });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "MentorConnection")]
pub struct MentorPage {
    pub total_count: i32,
    pub page_info: PageInfo,
    pub nodes: Vec<MentorRow>,
}
reads!(MentorPage {
    total_count,
    page_info,
    nodes
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mentor")]
pub struct MentorRow {
    pub id: cynic::Id,
    pub name: String,
    pub email: String,
    pub post: String,
    pub bounced_at: Option<Moment>,
    pub participant_count: i32,
    pub waiting_count: i32,
    pub oldest_waiting_at: Option<Moment>,
}
reads!(MentorRow {
    id,
    name,
    email,
    post,
    bounced_at,
    participant_count,
    waiting_count,
    oldest_waiting_at
});

/// Whose mentor is to be replaced.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "crate::api::ById")]
pub struct MentoredQuery {
    #[arguments(id: $id)]
    pub enrolment: Mentored,
}
reads!(MentoredQuery { enrolment });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Enrolment")]
pub struct Mentored {
    pub id: cynic::Id,
    pub person: MentoredPerson,
    pub mentor: Option<OldMentor>,
    pub progress: MentoredProgress,
}
reads!(Mentored {
    id,
    person,
    mentor,
    progress
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Person")]
pub struct MentoredPerson {
    pub name: String,
}
reads!(MentoredPerson { name });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mentor")]
pub struct OldMentor {
    pub name: String,
}
reads!(OldMentor { name });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Progress")]
pub struct MentoredProgress {
    pub waiting: i32,
}
reads!(MentoredProgress { waiting });

#[derive(cynic::InputObject, Clone, Debug)]
pub struct ReplaceMentorInput {
    pub enrolment_id: cynic::Id,
    pub name: String,
    pub email: String,
    pub post: String,
    pub nominated_by: String,
    pub reason: String,
}

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct ReplaceVariables {
    pub input: ReplaceMentorInput,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "ReplaceVariables")]
pub struct ReplaceMentor {
    #[arguments(input: $input)]
    #[allow(dead_code)]
    pub replace_mentor: Replaced,
}
reads!(ReplaceMentor { replace_mentor });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Enrolment")]
#[allow(dead_code)]
pub struct Replaced {
    pub id: cynic::Id,
}
reads!(Replaced { id });
