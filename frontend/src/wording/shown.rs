//! The words as schools read them, and what a version changes.

use leptos::prelude::*;

use super::queries::{AgreementBlockKind, Block, Line, LineChange};
use crate::ui::tag;

/// The pieces of the words.
pub fn words(blocks: Vec<Block>) -> AnyView {
    let blocks: Vec<AnyView> = blocks.into_iter().map(block).collect();
    view! { <div class="govuk-inset-text">{blocks}</div> }.into_any()
}

fn block(one: Block) -> AnyView {
    let text = one.text;
    match one.kind {
        AgreementBlockKind::Heading => view! { <h3 class="govuk-heading-s">{text}</h3> }.into_any(),
        AgreementBlockKind::Paragraph => view! { <p class="govuk-body">{text}</p> }.into_any(),
        AgreementBlockKind::Points => {
            let points: Vec<AnyView> = one
                .points
                .into_iter()
                .map(|point| view! { <li>{point}</li> }.into_any())
                .collect();
            view! { <ul class="govuk-list govuk-list--bullet">{points}</ul> }.into_any()
        }
    }
}

/// What is new and what is gone, in words as well as in the colour of a tag.
pub fn changes(lines: Vec<Line>, before: i32) -> AnyView {
    let changed: Vec<AnyView> = lines
        .into_iter()
        .filter_map(|line| {
            let text = line.text;
            let (colour, words, text) = match line.change {
                LineChange::Kept => return None,
                LineChange::Added => ("green", "Added", view! { <ins>{text}</ins> }.into_any()),
                LineChange::Removed => ("red", "Removed", view! { <del>{text}</del> }.into_any()),
            };
            Some(view! { <li>{tag::tag(words, colour)} " " {text}</li> }.into_any())
        })
        .collect();
    if changed.is_empty() {
        return view! { <p class="govuk-body">"Nothing yet."</p> }.into_any();
    }
    view! {
        <p class="govuk-body">{format!("Compared with version {before}, line by line:")}</p>
        <ul class="govuk-list govuk-list--spaced portal-prose">{changed}</ul>
    }
    .into_any()
}
