//! The frame around every page, and which page it frames.

use leptos::prelude::*;

use crate::navigate::{self, address};
use crate::route::Route;
use crate::session::{self, Session, session};
use crate::ui::{self, banner, frame};
use crate::{account, application, part};

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
                {move || match address.route.get() {
                    // Whoever asks, and before that is known.
                    Route::Check => part::check(),
                    route => page(route, session.get()),
                }}
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
        (Route::Apply, Session::SignedOut | Session::Expired) => application::register::page(),
        (_, Session::SignedOut) => account::sign_in::page(false),
        (_, Session::Expired) => account::sign_in::page(true),
        (route, Session::SignedIn(who)) => part::inside(route, who),
    }
}
