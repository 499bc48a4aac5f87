//! A cohort's applicants and groups in the schema.

use async_graphql::{Enum, ID, Result};

use crate::allocation as room;
use crate::application::graphql::{AheadOf, Application, ApplicationStep};
use crate::person::graphql::{Person, PersonById};
use crate::programme::graphql::{Cohort, Group, Mode};
use crate::schema::{each, must, named, object};
use crate::school::graphql::{School, SchoolById};

/// Why nobody proposes a group for an applicant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "room::Nowhere")]
pub enum NowhereReason {
    /// No group of the cohort is taught as they wish.
    NoSuchGroup,
    /// The groups that are have no place left.
    Full,
}

named!(NowhereReason);

object! {
    /// Who of a cohort's applicants could go into which of its groups.
    Allocation(plan: room::Allocation, loads);

    /// The cohort's id.
    id: ID => plan.cohort.id.into();
    /// The cohort.
    cohort: Cohort => plan.cohort.clone().into();
    /// Its groups, by name.
    groups: Vec<Seats> => plan.groups.iter().cloned().map(Seats::from).collect();
    /// Applications for which a place can be offered now, with a proposal for each: taught as they wish, within what the
    /// groups hold, and with the least sum of ways. Who handed in first comes first. At most 300 with those that are
    /// blocked.
    candidates: Vec<Candidate> => plan.candidates.iter().cloned().map(Candidate::from).collect();
    /// Applications that are handed in, and for which no place can be offered yet, with what has to happen first.
    blocked: Vec<Blocked> => plan.blocked.iter().cloned().map(Blocked::from).collect();
}

object! {
    /// A group, and how many of its places are left.
    Seats(seats: room::Seats, loads);

    /// The group.
    group: Group => seats.group.clone().into();
    /// Places that are taken.
    taken: i32 => seats.taken;
    /// Places that are offered and not answered.
    offered: i32 => seats.offered;
    /// Places that are left; null where nobody counts them.
    free: Option<i32> => seats.free();
}

object! {
    /// Somebody to whom a place can be offered, and the group proposed for them.
    Candidate(one: room::Candidate, loads);

    /// The application's id.
    application_id: ID => one.application.id.into();
    /// Who applies.
    person: Result<Person> where found = PersonById(one.application.person_id) => must(found, "person");
    /// The school where they work.
    school: Option<School> where found = one.application.school_id.map(SchoolById) => each(found);
    /// How they would like to be taught; null where they have not said.
    mode: Option<Mode> => one.application.answers.mode.map(Into::into);
    /// Where they could come, in their own words.
    places: Option<&str> => one.application.answers.places.as_deref();
    /// How far east the school lies on the national grid, in metres; null where it is not known.
    easting: Option<i32> => one.at.map(|at| at.easting);
    /// How far north the school lies on the national grid, in metres; null where it is not known.
    northing: Option<i32> => one.at.map(|at| at.northing);
    /// The proposed group, by its place in `groups`, from 0; null where there is none.
    proposed: Option<i32> => one.proposed.ok().map(crate::reading::int);
    /// Why none is proposed.
    nowhere: Option<NowhereReason> => one.proposed.err().map(Into::into);
    /// Miles in a straight line from the school to each of `groups`, in their order, to one decimal; null for one that is
    /// taught online, and where school or group are not known.
    distances_miles: Vec<Option<f64>> => one.miles.clone();
}

object! {
    /// Somebody to whom no place can be offered yet.
    Blocked(one: room::Blocked, loads);

    /// The application's id.
    application_id: ID => one.application.id.into();
    /// Who applies.
    person: Result<Person> where found = PersonById(one.application.person_id) => must(found, "person");
    /// The school where they work.
    school: Option<School> where found = one.application.school_id.map(SchoolById) => each(found);
    /// What has to happen first.
    next_step: ApplicationStep where found = AheadOf(one.application.id) => AheadOf::step(found.as_ref());
}

/// What came of one of many offers.
#[derive(Clone, Debug)]
pub struct Offered {
    pub application_id: uuid::Uuid,
    pub offered: Option<std::sync::Arc<entity::application::Model>>,
    /// The code and the words of what hindered it.
    pub refused: Option<(&'static str, String)>,
}

object! {
    /// What came of one of many offers.
    OfferResult(one: Offered, loads);

    /// The application's id, as it was given.
    application_id: ID => one.application_id.into();
    /// The application with its offer; null where it was refused.
    application: Option<Application> => one.offered.clone().map(Application::from);
    /// The stable code of what hindered it, such as `WRONG_STATE`; null where the place is offered.
    code: Option<&'static str> => one.refused.as_ref().map(|(code, _)| *code);
    /// What hindered it, in words.
    message: Option<&str> => one.refused.as_ref().map(|(_, words)| words.as_str());
}
