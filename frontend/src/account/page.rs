//! Your account: who you are here, and where you are signed in.

use cynic::{MutationBuilder, QueryBuilder};
use leptos::prelude::*;

use super::queries::{Account, AccountQuery, EndSession, OpenSession, SignOutEverywhere};
use crate::api::ById;
use crate::session;
use crate::ui::answer::{Answer, answer, show};
use crate::ui::form::Form;
use crate::ui::table::{Cells, plain, table, words};
use crate::ui::tag::tag;
use crate::ui::{banner, button, errors, heading, state, summary, when};

pub fn page() -> AnyView {
    let account = answer(|| AccountQuery::build(()));
    show(account, move |data| match data.me {
        Some(me) => drawn(me, account),
        None => state::not_found(),
    })
}

fn drawn(me: Account, answer: Answer<AccountQuery>) -> AnyView {
    let form = Form::new("sessions");
    let roles: Vec<&str> = me.person.roles.iter().map(|role| role.words()).collect();
    let everywhere = move || form.send(SignOutEverywhere::build(()), |_| session::leave());
    let rows = me
        .sessions
        .into_iter()
        .map(|one| row(one, form, answer))
        .collect();
    view! {
        {errors::summary(form)}
        {heading::heading("Your account")}
        {summary::list(vec![
            summary::row("Name", me.person.name),
            summary::row("E-mail", me.person.email.unwrap_or_default()),
            summary::row("You are", roles.join(", ")),
        ])}
        <p class="govuk-body">"Is something wrong? Ask your programme administrator to correct it."</p>
        <h2 class="govuk-heading-m">"Where you are signed in"</h2>
        {table("Where you are signed in", &[plain("Browser"), plain("Signed in"), plain("Last seen"), plain("Network address"), plain("End it")], rows)}
        {button::form(form, everywhere, button::warning(form, "Sign out everywhere"))}
    }
    .into_any()
}

fn row(open: OpenSession, form: Form, answer: Answer<AccountQuery>) -> Cells {
    let name = browser(&open.user_agent);
    let hidden = format!(
        " {name}, signed in {}",
        when::moment_words(&open.created_at)
    );
    let id = open.id;
    let end = move |_| {
        form.clear();
        form.send(EndSession::build(ById { id: id.clone() }), move |_| {
            banner::done("That session is ended.");
            answer.reload();
        });
    };
    let last = match open.current {
        true => tag("This one", "green"),
        false => view! {
            <button type="button" class="portal-link-button" on:click=end>"End"<span class="govuk-visually-hidden">{hidden}</span></button>
        }
        .into_any(),
    };
    vec![
        words(name),
        when::ago(&open.created_at),
        when::ago(&open.seen_at),
        words(open.ip),
        last,
    ]
}

/// A browser's long name for itself, in a few words.
fn browser(user_agent: &str) -> String {
    // The order matters: most browsers also claim to be the ones further down.
    let find = |names: &[(&str, &'static str)]| {
        names
            .iter()
            .find(|(mark, _)| user_agent.contains(mark))
            .map(|(_, name)| *name)
    };
    let program = find(&[
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ]);
    let system = find(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "Mac"),
        ("Linux", "Linux"),
    ]);
    match (program, system) {
        (Some(program), Some(system)) => format!("{program} on {system}"),
        (Some(one), None) | (None, Some(one)) => one.into(),
        (None, None) => "Unknown browser".into(),
    }
}
