//! What changed, in the schema.

use std::sync::Arc;

use async_graphql::ID;
use chrono::{DateTime, Utc};
use entity::approval_request;
use entity::change::Thing;
use uuid::Uuid;

use super::ChangedThing;
use crate::application::graphql::{Application, ApplicationById};
use crate::approval::graphql::ApprovalRequest;
use crate::change::{Changed, News};
use crate::enrolment::graphql::{Enrolment, EnrolmentById};
use crate::mentor::graphql::{Mentor, MentorById};
use crate::programme::graphql::{Group, GroupById};
use crate::reading::by_id;
use crate::schema::{each, keys, object};
use crate::school::graphql::{School, SchoolById};
use crate::task::graphql::{Task, TaskById};

keys! {
    /// An approval request by id.
    RequestById => Option<Arc<approval_request::Model>> = by_id::<approval_request::Entity, _>;
}

object! {
    /// What changed since you last asked.
    Changes(news: News, loads);

    /// Ask with this next time, whether or not anything changed.
    cursor: &str => &news.cursor;
    /// Whether there is more to be told already: then ask again at once.
    has_more: bool => news.has_more;
    /// What changed, the earliest first, each thing once.
    nodes: Vec<Change> => news.changes.iter().cloned().map(Change::from).collect();
}

object! {
    /// One thing that changed, as it is now, or that is gone.
    Change(change: Changed, loads);

    /// What it is.
    thing: ChangedThing => change.thing.into();
    /// The thing's own id.
    id: ID => change.id.into();
    /// When it last changed.
    at: DateTime<Utc> => change.at;
    /// It is gone, or you may not see it any more: drop it, if you have it. What goes at the very moment of your asking is
    /// null without this, and told once more.
    removed: bool => change.removed;
    /// The participant's place, if it is one and is there.
    enrolment: Option<Enrolment> where found = there(change, Thing::Enrolment).map(EnrolmentById) => each(found);
    /// The task, if it is one and is there.
    task: Option<Task> where found = there(change, Thing::Task).map(TaskById) => each(found);
    /// The approval request, if it is one and is there.
    approval: Option<ApprovalRequest> where found = there(change, Thing::Approval).map(RequestById) => each(found);
    /// The school, if it is one and is there.
    school: Option<School> where found = there(change, Thing::School).map(SchoolById) => each(found);
    /// The group, if it is one and is there.
    group: Option<Group> where found = there(change, Thing::Group).map(GroupById) => each(found);
    /// The mentor, if it is one and is there.
    mentor: Option<Mentor> where found = there(change, Thing::Mentor).map(MentorById) => each(found);
    /// The application, if it is one and is there.
    application: Option<Application>
        where found = there(change, Thing::Application).map(ApplicationById) => each(found);
}

/// The id of what changed, if it is such a thing. What came into sight a moment later is told with the change that
/// brought it.
fn there(change: &Changed, thing: Thing) -> Option<Uuid> {
    (change.thing == thing && !change.removed).then_some(change.id)
}
