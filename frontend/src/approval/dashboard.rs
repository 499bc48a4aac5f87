//! An administrator's home: what needs attention today.

use cynic::QueryBuilder;
use leptos::prelude::*;

use super::queries::{Dashboard, DashboardVariables};
use crate::ui::answer::{answer, show};
use crate::ui::{heading, when};

/// A request that waits longer is worth a telephone call.
const DAYS: i32 = 7;

pub fn page() -> AnyView {
    let question = || {
        Dashboard::build(DashboardVariables {
            week_ago: when::days_ago(DAYS),
        })
    };
    show(answer(question), drawn)
}

fn drawn(data: Dashboard) -> AnyView {
    let attention = vec![
        alarm(
            data.late.total_count,
            [
                "approval waiting for more than 7 days",
                "approvals waiting for more than 7 days",
            ],
            "/approvals?older=7",
        ),
        alarm(
            data.failed.total_count,
            [
                "letter that could not be delivered",
                "letters that could not be delivered",
            ],
            "/letters?state=failed",
        ),
        alarm(
            data.bounced.total_count,
            [
                "mentor whose letters do not arrive",
                "mentors whose letters do not arrive",
            ],
            "/mentors?letters=lost",
        ),
        alarm(
            data.questions.total_count,
            [
                "question from a school to answer",
                "questions from schools to answer",
            ],
            "/office/questions?state=open",
        ),
    ];
    let all = vec![
        count(
            data.waiting.total_count,
            ["approval waiting", "approvals waiting"],
            "/approvals",
        ),
        count(
            data.overdue.total_count,
            ["task overdue", "tasks overdue"],
            "/participants?overdue=yes",
        ),
        count(
            data.queued.total_count,
            ["letter on its way", "letters on their way"],
            "/letters?state=queued",
        ),
        count(
            data.participants.total_count,
            ["participant", "participants"],
            "/participants",
        ),
        count(data.mentors.total_count, ["mentor", "mentors"], "/mentors"),
    ];
    view! {
        {heading::heading("Overview")}
        <h2 class="govuk-heading-m">"Needs attention"</h2>
        <ul class="portal-counts">{attention}</ul>
        <h2 class="govuk-heading-m">"Now"</h2>
        <ul class="portal-counts">{all}</ul>
        <p class="govuk-body">
            <a class="govuk-link" href="/graphiql">"Explore the data with GraphiQL"</a>
            ": ask your own questions of everything that you may see."
        </p>
    }
    .into_any()
}

fn alarm(number: i32, words: [&'static str; 2], href: &'static str) -> AnyView {
    let class = if number > 0 {
        "portal-counts__item portal-counts__item--alarm"
    } else {
        "portal-counts__item"
    };
    item(class, number, words, href)
}

fn count(number: i32, words: [&'static str; 2], href: &'static str) -> AnyView {
    item("portal-counts__item", number, words, href)
}

fn item(class: &'static str, number: i32, words: [&'static str; 2], href: &'static str) -> AnyView {
    let words = words[usize::from(number != 1)];
    view! {
        <li class=class>
            <a class="govuk-link" href=href><span class="portal-counts__number">{number}</span> " " {words}</a>
        </li>
    }
    .into_any()
}
