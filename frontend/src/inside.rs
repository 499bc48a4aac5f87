//! Every page behind the sign-in.

use leptos::prelude::*;

use crate::route::Route;
use crate::session::{Role, Who};
use crate::ui;
use crate::{
    account, allocation, application, approval, enrolment, event, group, letter, mentor, partner,
    person, report, school, task, token,
};

/// The page at this address for this person.
pub fn page(route: Route, who: &Who) -> AnyView {
    match route {
        Route::Home | Route::Check | Route::SignIn | Route::SignInLink(_) => match () {
            _ if who.is(Role::Participant) => enrolment::home::page(),
            _ if who.is(Role::Tutor) => enrolment::list::page(),
            _ if who.hosts() => group::hosted::page(),
            _ if who.is(Role::Administrator) => approval::dashboard::page(),
            _ => application::begin::list(),
        },
        Route::Apply => application::begin::arrive(),
        Route::Applications if who.is(Role::Administrator) => application::office::list::page(),
        Route::Applications => application::begin::list(),
        Route::BeginApplication => application::begin::page(),
        Route::WriteLetters => application::office::write::page(),
        Route::Application(id) if who.is(Role::Administrator) => {
            application::office::page::page(id)
        }
        Route::Application(id) => application::status::page(id),
        Route::ApplicationPage(id, page) if who.is(Role::Administrator) => {
            application::office::part(id, page)
        }
        Route::ApplicationPage(id, page) => application::part(id, page),
        Route::Office(rest) => application::office::place::page(&rest),
        Route::Account => account::page::page(),
        Route::Tasks => task::list::page(),
        Route::Task(id) => task::page::page(id),
        Route::CheckTask(id) => task::check::page(id),
        Route::WithdrawTask(id) => task::withdraw::page(id),
        Route::ReopenTask(id) => task::reason::reopen(id),
        Route::WaiveTask(id) => task::reason::waive(id),
        Route::Dashboard => approval::dashboard::page(),
        Route::Approvals => approval::list::page(),
        Route::Participants => enrolment::list::page(),
        Route::Enrol => enrolment::form::page(),
        // Its page would be empty for them: they see no work.
        Route::Participant(_) if who.hosts() => ui::state::not_found(),
        Route::Participant(id) => enrolment::page::page(id),
        Route::ReplaceMentor(id) => mentor::replace::page(id),
        Route::Mentors => mentor::list::page(),
        Route::People => person::list::page(),
        Route::AddPerson => person::form::page(),
        Route::Schools => school::list::page(),
        Route::AddSchool => school::form::page(),
        Route::CheckSchool(id) => school::check::page(id),
        Route::Places => allocation::cohorts(),
        Route::CohortPlaces(id) => allocation::page(id),
        Route::Groups if who.hosts() => group::hosted::page(),
        Route::Groups => group::list::page(),
        Route::AddGroup => group::form::page(),
        Route::Group(id) => group::page::page(id),
        Route::EditGroup(id) => group::edit::page(id),
        Route::Partners => partner::list::page(),
        Route::AddPartner => partner::form::page(),
        Route::Letters => letter::list::page(),
        Route::Letter(id) => letter::page::page(id),
        Route::Events => event::list::page(),
        Route::Reports => report::list::page(),
        Route::Report(name) => report::page::page(name),
        Route::Tokens => token::list::page(),
        Route::AddToken => token::form::page(),
        Route::Token(id) => token::page::page(id),
        Route::RevokeToken(id) => token::revoke::page(id),
        Route::AddAddress(id) => token::address::add(id),
        Route::RevokeAddress(token, id) => token::address::revoke(token, id),
        Route::Unknown => ui::state::not_found(),
    }
}
