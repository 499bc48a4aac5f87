//! Pictures of numbers, drawn as SVG. Each has its meaning as text, so colour is never alone.

use leptos::prelude::*;

/// One bar of parts out of a whole: approved, then waiting, then the rest.
pub fn bar(approved: i32, waiting: i32, total: i32) -> AnyView {
    let words = format!("{approved} of {total} approved, {waiting} waiting");
    let part = |number: i32| if total > 0 { number * 200 / total } else { 0 };
    let (done, asked) = (part(approved), part(waiting));
    view! {
        <svg class="portal-bar" viewBox="0 0 200 14" width="200" height="14" role="img" aria-label=words>
            <rect class="portal-bar__rest" x="0.5" y="0.5" width="199" height="13" />
            <rect class="portal-bar__approved" x="0" y="0" width=done.to_string() height="14" />
            <rect class="portal-bar__waiting" x=done.to_string() y="0" width=asked.to_string() height="14" />
        </svg>
    }
    .into_any()
}

/// How long a number is beside the largest of its kind. The number itself stands in the cell before.
pub fn length(number: i32, most: i32) -> AnyView {
    let width = match most {
        ..=0 => 0,
        most => i64::from(number.max(0)) * 120 / i64::from(most),
    };
    view! {
        <svg class="portal-bar" viewBox="0 0 120 14" width="120" height="14" aria-hidden="true">
            <rect class="portal-bar__length" x="0" y="0" width=width.to_string() height="14" />
        </svg>
    }
    .into_any()
}

/// How far something is covered: an empty, half or full square with a sign in it.
pub fn coverage(level: Level) -> AnyView {
    let (class, path, words) = match level {
        Level::None => ("portal-cover portal-cover--none", "", "not yet"),
        Level::Partial => ("portal-cover portal-cover--partial", "M7 14h14", "partly"),
        Level::Met => (
            "portal-cover portal-cover--met",
            "M7 14l5 5 9-10",
            "covered",
        ),
    };
    view! {
        <svg class=class viewBox="0 0 28 28" width="28" height="28" role="img" aria-label=words>
            <rect x="1" y="1" width="26" height="26" rx="3" />
            <path d=path fill="none" stroke-width="3" />
        </svg>
    }
    .into_any()
}

#[derive(Clone, Copy, PartialEq)]
pub enum Level {
    None,
    Partial,
    Met,
}
