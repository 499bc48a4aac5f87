//! Who is signed in.

use std::sync::OnceLock;

use cynic::QueryBuilder;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{Problem, ask, schema};
use crate::ui::choice::Choice;

#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq)]
pub enum Role {
    Participant,
    Tutor,
    Administrator,
    Partner,
}
reads_word!(Role);

const ROLES: [Role; 4] = [
    Role::Participant,
    Role::Tutor,
    Role::Administrator,
    Role::Partner,
];

impl Role {
    pub fn words(self) -> &'static str {
        match self {
            Role::Participant => "Participant",
            Role::Tutor => "Tutor",
            Role::Administrator => "Administrator",
            Role::Partner => "Delivery partner",
        }
    }

    pub fn named(name: &str) -> Option<Role> {
        ROLES.into_iter().find(|role| role.words() == name)
    }

    pub fn choices() -> Vec<Choice> {
        ROLES
            .map(|role| Choice::new(role.words(), role.words()))
            .to_vec()
    }
}

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct Person {
    pub id: cynic::Id,
    pub name: String,
    pub roles: Vec<Role>,
}
reads!(Person { id, name, roles });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Enrolment")]
pub struct MyEnrolment {
    pub id: cynic::Id,
}
reads!(MyEnrolment { id });

/// The person who is signed in.
#[derive(Clone, Debug, PartialEq)]
pub struct Who {
    pub id: cynic::Id,
    pub name: String,
    pub roles: Vec<Role>,
    pub enrolments: Vec<cynic::Id>,
}

impl From<Me> for Who {
    fn from(me: Me) -> Who {
        let enrolments = me.enrolments.into_iter().map(|one| one.id).collect();
        Who {
            id: me.person.id,
            name: me.person.name,
            roles: me.person.roles,
            enrolments,
        }
    }
}

impl Who {
    pub fn is(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }

    /// Whether the groups of this person are those of a delivery partner: then no participant has a page to open.
    pub fn hosts(&self) -> bool {
        self.is(Role::Partner) && !self.is(Role::Tutor) && !self.is(Role::Administrator)
    }
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Me")]
pub struct Me {
    pub person: Person,
    pub enrolments: Vec<MyEnrolment>,
}
reads!(Me { person, enrolments });

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query")]
struct WhoAmI {
    me: Option<Me>,
}
reads!(WhoAmI { me });

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation")]
struct SignOut {
    #[allow(dead_code)]
    sign_out: bool,
}
reads!(SignOut { sign_out });

#[derive(Clone, Debug, PartialEq)]
pub enum Session {
    Asking,
    SignedIn(Who),
    SignedOut,
    /// Was signed in a moment ago.
    Expired,
    Unknown(Problem),
}

static SESSION: OnceLock<RwSignal<Session>> = OnceLock::new();

pub fn session() -> RwSignal<Session> {
    *SESSION.get_or_init(|| RwSignal::new(Session::Asking))
}

pub fn who() -> Option<Who> {
    match session().get_untracked() {
        Session::SignedIn(who) => Some(who),
        _ => None,
    }
}

pub fn is(role: Role) -> bool {
    who().is_some_and(|who| who.is(role))
}

pub fn hosts() -> bool {
    who().is_some_and(|who| who.hosts())
}

pub fn open() {
    spawn_local(async {
        session().set(match ask(WhoAmI::build(())).await {
            Ok(WhoAmI { me: Some(me) }) => Session::SignedIn(me.into()),
            Ok(_) => Session::SignedOut,
            Err(Problem::SignedOut) => Session::SignedOut,
            Err(problem) => Session::Unknown(problem),
        });
    });
}

pub fn begin(me: Me) {
    session().set(Session::SignedIn(me.into()));
}

/// The server no longer knows us. What was typed stays kept for this person.
pub fn expire() {
    if matches!(session().get_untracked(), Session::SignedIn(_)) {
        session().set(Session::Expired);
    }
}

pub fn sign_out() {
    use cynic::MutationBuilder;
    spawn_local(async {
        match ask(SignOut::build(())).await {
            Ok(_) | Err(Problem::SignedOut) => leave(),
            Err(problem) => {
                crate::ui::banner::warn(format!("You are still signed in. {}", problem.words()))
            }
        }
    });
}

/// After leaving on purpose nothing of this person stays in the browser.
pub fn leave() {
    crate::ui::keep::forget_everything();
    session().set(Session::SignedOut);
    crate::navigate::go("/");
}
