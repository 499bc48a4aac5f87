//! All mentors, with what waits for each.

use cynic::{Operation, QueryBuilder};
use leptos::prelude::*;

use super::queries::{MentorRow, MentorWhere, Mentors, MentorsVariables};
use crate::navigate::{Query, address};
use crate::ui::answer::{answer, show};
use crate::ui::choice::Choice;
use crate::ui::listing::{Called, listing};
use crate::ui::pager::{ROWS, after};
use crate::ui::table::{Cells, Column, link, long_word, plain, words};
use crate::ui::{filter, heading, tag, when};

const COLUMNS: [Column; 6] = [
    plain("Mentor"),
    plain("E-mail"),
    plain("Post"),
    plain("Participants"),
    plain("Waiting"),
    plain("Oldest"),
];

pub fn page() -> AnyView {
    let query = address().query;
    let mentors = answer(move || question(&query.get()));
    let letters = vec![Choice::new("lost", "Do not arrive")];
    let waiting = vec![Choice::new("yes", "Waiting for them")];
    let filters = vec![
        filter::select("letters", "Letters", "Any", letters),
        filter::select("waiting", "Tasks", "Any", waiting),
        filter::search("Name or e-mail address"),
    ];
    view! {
        {heading::heading("Mentors")}
        <p class="govuk-body">"To replace a mentor, open the participant."</p>
        {filter::bar(filters)}
        {show(mentors, |data| {
            let page = data.mentors;
            let rows = page.nodes.into_iter().map(row).collect();
            listing(Called { one: "mentor", many: "mentors" }, &COLUMNS, rows, &page.page_info, page.total_count)
        })}
    }
    .into_any()
}

fn question(query: &Query) -> Operation<Mentors, MentorsVariables> {
    let narrow = MentorWhere {
        bounced: query.get("letters").map(|_| true),
        waiting: query.get("waiting").map(|_| true),
        search: query.text("search"),
    };
    Mentors::build(MentorsVariables {
        first: ROWS,
        after: after(query),
        narrow,
    })
}

fn row(mentor: MentorRow) -> Cells {
    let bounced = mentor.bounced_at.as_ref().map(|at| {
        view! { " " {tag::tag("Letters do not arrive", "red")} " (" {when::ago(at)} ")" }.into_any()
    });
    let waiting = match mentor.waiting_count {
        0 => words("–"),
        number => link(
            format!("/approvals?mentor={}", mentor.id.inner()),
            number.to_string(),
        ),
    };
    vec![
        words(mentor.name),
        view! { {long_word(mentor.email)} {bounced} }.into_any(),
        words(mentor.post),
        words(mentor.participant_count.to_string()),
        waiting,
        mentor
            .oldest_waiting_at
            .as_ref()
            .map_or_else(|| words("–"), when::ago),
    ]
}
