//! Who one is, in the schema.

use std::sync::Arc;

use entity::{enrolment, person, session};

use super::Session;
use crate::account::{open_sessions, own_enrolments};
use crate::enrolment::graphql::Enrolment;
use crate::person::graphql::Person;
use crate::schema::{each, keys, object};

keys! {
    /// Where a person is signed in, by the person's id.
    SessionsOf => Vec<Arc<session::Model>> = open_sessions;
    /// A person's own places, by the person's id.
    EnrolmentsOf => Vec<Arc<enrolment::Model>> = own_enrolments;
}

object! {
    /// You.
    Me(me: person::Model, loads);

    /// Who you are.
    person: Person => me.clone().into();
    /// Where you are signed in, newest first; at most 50.
    sessions: Vec<Session> where found = SessionsOf(me.id) => each(found);
    /// Your own places, newest first; at most 50.
    enrolments: Vec<Enrolment> where found = EnrolmentsOf(me.id) => each(found);
}
