//! The header with what each role has to go to, and the footer.

use leptos::prelude::*;

use crate::navigate::address;
use crate::route::Route;
use crate::session::{self, Role, Session, Who, session};

pub fn header() -> AnyView {
    let session = session();
    view! {
        <header class="portal-header">
            <div class="govuk-width-container portal-header__inside">
                <a class="portal-header__name" href="/">"SEN Award Portal"</a>
                {move || match session.get() {
                    Session::SignedIn(who) => Some(person(who)),
                    _ => None,
                }}
            </div>
        </header>
        {move || match session.get() {
            Session::SignedIn(who) => Some(navigation(&who)),
            _ => None,
        }}
    }
    .into_any()
}

fn person(who: Who) -> AnyView {
    view! {
        <div class="portal-header__person portal-no-print">
            <a class="portal-header__link" href=Route::Account.href()>{who.name}<span class="govuk-visually-hidden">", your account"</span></a>
            <button type="button" class="portal-header__link portal-header__button" on:click=move |_| session::sign_out()>"Sign out"</button>
        </div>
    }
    .into_any()
}

fn navigation(who: &Who) -> AnyView {
    let open = RwSignal::new(false);
    let route = address().route;
    // Following a link closes the menu again.
    Effect::new(move |_| {
        route.track();
        open.set(false);
    });
    let items: Vec<AnyView> = places(who)
        .into_iter()
        .enumerate()
        .map(|(at, (place, words))| item(place, words, at == 0))
        .collect();
    view! {
        <div class="govuk-service-navigation portal-no-print">
            <div class="govuk-width-container">
                <nav aria-label="Menu" class="govuk-service-navigation__wrapper">
                    <button type="button" class="govuk-service-navigation__toggle portal-menu" aria-controls="navigation"
                        aria-expanded=move || open.get().to_string()
                        on:click=move |_| open.update(|open| *open = !*open)>"Menu"</button>
                    <ul class="govuk-service-navigation__list" id="navigation" class=("portal-menu--closed", move || !open.get())>{items}</ul>
                </nav>
            </div>
        </div>
    }
    .into_any()
}

fn places(who: &Who) -> Vec<(Route, &'static str)> {
    let mut places = Vec::new();
    if who.is(Role::Participant) {
        places.extend([
            (Route::Home, "Your award"),
            (Route::Tasks, "Your tasks"),
            (Route::Applications, "Your applications"),
        ]);
    }
    if who.is(Role::Administrator) {
        places.extend([
            (Route::Dashboard, "Overview"),
            (Route::Applications, "Applications"),
        ]);
    }
    if who.roles.is_empty() {
        places.push((Route::Applications, "Your applications"));
    }
    if who.hosts() {
        places.extend([(Route::Groups, "Your groups"), (Route::Reports, "Reports")]);
    }
    if who.is(Role::Tutor) || who.is(Role::Administrator) {
        places.extend([
            (Route::Participants, "Participants"),
            (Route::Approvals, "Approvals"),
            (Route::Reports, "Reports"),
        ]);
    }
    if who.is(Role::Administrator) {
        places.extend([
            (Route::Mentors, "Mentors"),
            (Route::Schools, "Schools"),
            (Route::Groups, "Groups"),
            (Route::Partners, "Delivery partners"),
            (Route::People, "People"),
            (Route::Letters, "Letters"),
            (Route::Events, "Events"),
            (Route::Tokens, "API tokens"),
        ]);
    }
    places
}

// The first place is also what the home address shows.
fn item(place: Route, words: &'static str, first: bool) -> AnyView {
    let route = address().route;
    let href = place.href();
    let path = href.clone();
    let here = Memo::new(move |_| {
        let now = route.get().href();
        now == path
            || (first && now == "/")
            || (path != "/" && now.starts_with(&format!("{path}/")))
    });
    view! {
        <li class="govuk-service-navigation__item" class=("govuk-service-navigation__item--active", move || here.get())>
            <a class="govuk-service-navigation__link" href=href aria-current=move || here.get().then_some("true")>{words}</a>
        </li>
    }
    .into_any()
}

pub fn footer() -> AnyView {
    view! {
        <footer class="portal-footer portal-no-print">
            <div class="govuk-width-container">
                <p class="govuk-body-s">"SEN Award Portal: tasks, approvals and progress for the National Award for SEN Coordination."</p>
                <p class="govuk-body-s">"Never write a pupil’s name here. This portal stores what it needs to keep you signed in and what you type until it is saved; it tracks nobody."</p>
            </div>
        </footer>
    }
    .into_any()
}
