//! The frame around every page, and which page it frames.

use leptos::prelude::*;

use crate::navigate::{self, address};
use crate::route::Route;
use crate::session::{self, Session, session};
use crate::ui::{self, banner, frame};
use crate::{
    account, approval, enrolment, event, group, letter, mentor, partner, person, report, school,
    task, token,
};

pub fn app() -> impl IntoView {
    let (address, session) = (address(), session());
    navigate::listen();
    session::open();
    view! {
        <a href="#main" class="govuk-skip-link">"Skip to main content"</a>
        {frame::header()}
        <div class="govuk-width-container portal-page">
            <main class="govuk-main-wrapper" id="main" tabindex="-1">
                {banner::banner()}
                {move || page(address.route.get(), session.get())}
            </main>
        </div>
        {frame::footer()}
    }
}

fn page(route: Route, session: Session) -> AnyView {
    match (route, session) {
        (Route::SignInLink(token), _) => account::link::page(token),
        (_, Session::Asking) => ui::state::loading(),
        (_, Session::Unknown(problem)) => ui::state::failed(&problem, session::open),
        (_, Session::SignedOut) => account::sign_in::page(false),
        (_, Session::Expired) => account::sign_in::page(true),
        (route, Session::SignedIn(who)) => signed_in_page(route, &who),
    }
}

fn signed_in_page(route: Route, who: &session::Who) -> AnyView {
    use session::Role::{Participant, Tutor};
    match route {
        Route::Home | Route::SignIn | Route::SignInLink(_) => match () {
            _ if who.is(Participant) => enrolment::home::page(),
            _ if who.is(Tutor) => enrolment::list::page(),
            _ if who.hosts() => group::hosted::page(),
            _ => approval::dashboard::page(),
        },
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
