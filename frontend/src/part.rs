//! Parts of the app that are loaded when somebody first comes to them. Who only looks whether an award is for them, or
//! signs in, does not wait for the pages of a programme.
//!
//! A split function is where the compiled app is cut. It gives back the part's entrance, a plain function, so that drawing
//! a page of a part that is there takes no waiting.

use std::sync::OnceLock;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use crate::api::Problem;
use crate::route::Route;
use crate::session::Who;
use crate::ui::state;

pub type Inside = fn(Route, &Who) -> AnyView;
pub type Check = fn() -> AnyView;

/// What is behind the sign-in.
#[wasm_split(inside, wasm_split_path = leptos::wasm_split, fallible)]
fn load_inside() -> Result<Inside, SplitLoaderError> {
    Ok(crate::inside::page)
}

/// Whether an award is for somebody.
#[wasm_split(check, wasm_split_path = leptos::wasm_split, fallible)]
fn load_check() -> Result<Check, SplitLoaderError> {
    Ok(crate::eligibility::page)
}

/// Said when a part does not come: no connection, or the portal was renewed and the part is no longer there.
const NOT_LOADED: &str = "This part of the portal could not be loaded. Check your connection and try again. If that does not help, load the page again in your browser: the portal may have been renewed.";

/// How far the loading of a part is.
#[derive(Clone, Copy)]
enum State<F> {
    Unasked,
    Loading,
    Here(F),
    Failed,
}

/// A part's state, which lasts as long as the app: it belongs to no page.
type Part<F> = OnceLock<ArcRwSignal<State<F>>>;

static INSIDE: Part<Inside> = OnceLock::new();
static CHECK: Part<Check> = OnceLock::new();

/// A page behind the sign-in.
pub fn inside(route: Route, who: Who) -> AnyView {
    drawn(&INSIDE, fetch_inside, move |page| page(route.clone(), &who))
}

/// The check before the sign-in.
pub fn check() -> AnyView {
    drawn(&CHECK, fetch_check, |page| page())
}

/// Loads what is behind the sign-in before it is wanted.
pub fn fetch_inside() {
    fetch(&INSIDE, load_inside());
}

fn fetch_check() {
    fetch(&CHECK, load_check());
}

fn state_of<F: Copy + Send + Sync>(part: &Part<F>) -> ArcRwSignal<State<F>> {
    let state = part.get_or_init(|| ArcRwSignal::new(State::Unasked));
    state.clone()
}

fn fetch<F: Copy + Send + Sync + 'static>(
    part: &Part<F>,
    loaded: impl Future<Output = Result<F, SplitLoaderError>> + 'static,
) {
    let state = state_of(part);
    if matches!(state.get_untracked(), State::Loading | State::Here(_)) {
        return;
    }
    state.set(State::Loading);
    spawn_local(async move {
        state.set(loaded.await.map_or(State::Failed, State::Here));
    });
}

fn drawn<F: Copy + Send + Sync + 'static>(
    part: &Part<F>,
    fetch: fn(),
    page: impl Fn(F) -> AnyView + Send + 'static,
) -> AnyView {
    let state = state_of(part);
    if matches!(state.get_untracked(), State::Unasked) {
        fetch();
    }
    (move || match state.get() {
        State::Here(part) => page(part),
        State::Failed => state::failed(&Problem::Refused(NOT_LOADED.into()), fetch),
        State::Unasked | State::Loading => state::loading(),
    })
    .into_any()
}
