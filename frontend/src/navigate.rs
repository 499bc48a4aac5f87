//! The address bar: which page is asked for, and going to another without loading the app again.

use std::sync::OnceLock;

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlAnchorElement, HtmlElement};

use crate::route::Route;

#[derive(Clone, Copy)]
pub struct Address {
    pub route: Memo<Route>,
    pub query: RwSignal<Query>,
    path: RwSignal<String>,
    /// Set by a move to another page, taken by that page's heading when it receives the focus.
    arrived: RwSignal<bool>,
    /// The element that takes the focus once a list is drawn anew; the one that had it goes with the old rows.
    refocus: RwSignal<Option<String>>,
}

static ADDRESS: OnceLock<Address> = OnceLock::new();

pub fn address() -> Address {
    *ADDRESS.get_or_init(|| {
        let path = RwSignal::new(window().location().pathname().unwrap_or_default());
        Address {
            path,
            route: Memo::new(move |_| path.with(|path| Route::read(path))),
            query: RwSignal::new(Query::read(
                &window().location().search().unwrap_or_default(),
            )),
            arrived: RwSignal::new(false),
            refocus: RwSignal::new(None),
        }
    })
}

/// Goes to an address in place of the present page, which the back button then passes over.
pub fn replace(href: &str) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(href));
    }
    arrive(false);
}

/// Follows links inside the app, and the browser's back and forward buttons.
pub fn listen() {
    window_event_listener(ev::popstate, |_| arrive(true));
    window_event_listener(ev::click, |event| {
        let special = event.ctrl_key()
            || event.meta_key()
            || event.shift_key()
            || event.alt_key()
            || event.button() != 0;
        let Some(link) = link_of(event.target()).filter(|_| !special) else {
            return;
        };
        let href = link.get_attribute("href").unwrap_or_default();
        if let Some(id) = href.strip_prefix('#') {
            event.prevent_default();
            focus(id);
        } else if inside(&href) && link.target().is_empty() && !link.has_attribute("download") {
            event.prevent_default();
            go(&href);
        }
    });
}

fn link_of(target: Option<web_sys::EventTarget>) -> Option<HtmlAnchorElement> {
    target?
        .dyn_into::<Element>()
        .ok()?
        .closest("a[href]")
        .ok()??
        .dyn_into()
        .ok()
}

fn inside(href: &str) -> bool {
    href.starts_with('/')
        && !href.starts_with("/graphiql")
        && !href.starts_with("/schema.graphql")
        && !href.starts_with("/assets")
        && !href.starts_with("/office/agreements/")
}

pub fn go(href: &str) {
    if let Ok(history) = window().history() {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(href));
    }
    arrive(false);
}

/// Changes what a list shows, then gives the focus to an element of the new list.
pub fn set_query_and_focus(query: Query, id: &str) {
    address().refocus.set(Some(id.into()));
    set_query(query);
}

/// Once, when the new list is drawn.
pub fn focus_again() {
    if let Some(id) = address().refocus.get_untracked() {
        address().refocus.set(None);
        focus(&id);
    }
}

/// Changes what a list shows. The controls above it stay on the page, and so does the focus in them.
pub fn set_query(query: Query) {
    let href = format!("{}{}", address().path.get_untracked(), query.write());
    if let Ok(history) = window().history() {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&href));
    }
    address().query.set(query);
}

fn arrive(back: bool) {
    let location = window().location();
    let (path, search) = (
        location.pathname().unwrap_or_default(),
        location.search().unwrap_or_default(),
    );
    let here = address();
    let moved = here.path.get_untracked() != path;
    let query = Query::read(&search);
    if here.query.with_untracked(|old| *old != query) {
        here.query.set(query);
    }
    if moved {
        crate::ui::banner::clear();
        here.arrived.set(true);
        here.path.set(path);
        if !back {
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
    }
}

/// True once after a move to another page: its heading then takes the focus.
pub fn take_arrival() -> bool {
    let arrived = address().arrived.get_untracked();
    address().arrived.set(false);
    arrived
}

/// The next heading takes the focus though the address stays: the page has become another.
pub fn expect_focus() {
    address().arrived.set(true);
}

pub fn focus(id: &str) {
    if let Some(element) = document()
        .get_element_by_id(id)
        .and_then(|e| e.dyn_into::<HtmlElement>().ok())
    {
        element.scroll_into_view();
        let _ = element.focus();
    }
}

/// What follows the question mark of the address.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query(Vec<(String, String)>);

impl Query {
    fn read(search: &str) -> Query {
        let pairs = search
            .trim_start_matches('?')
            .split('&')
            .filter_map(|pair| pair.split_once('='));
        Query(
            pairs
                .map(|(name, value)| (decode(name), decode(value)))
                .collect(),
        )
    }

    pub fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(key, value)| key == name && !value.is_empty())
            .map(|(_, value)| value.as_str())
    }

    /// Everything that is said, in order.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        let said = self.0.iter().filter(|(_, value)| !value.is_empty());
        said.map(|(name, value)| (name.as_str(), value.as_str()))
    }

    pub fn text(&self, name: &str) -> Option<String> {
        self.get(name).map(String::from)
    }

    pub fn with(mut self, name: &str, value: &str) -> Query {
        self.0.retain(|(key, _)| key != name);
        if !value.is_empty() {
            self.0.push((name.into(), value.into()));
        }
        self
    }

    /// Empty, or starting with a question mark.
    pub fn write(&self) -> String {
        let mut written = String::new();
        for (name, value) in &self.0 {
            written.push(if written.is_empty() { '?' } else { '&' });
            written.push_str(name);
            written.push('=');
            written.push_str(&String::from(js_sys::encode_uri_component(value)));
        }
        written
    }
}

fn decode(text: &str) -> String {
    js_sys::decode_uri_component(&text.replace('+', " "))
        .map(String::from)
        .unwrap_or_default()
}
