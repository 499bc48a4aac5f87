//! Replacing a participant's mentor: a form, then once more what will happen.

use cynic::{MutationBuilder, QueryBuilder};
use leptos::prelude::*;

use super::queries::{
    Mentored, MentoredQuery, ReplaceMentor, ReplaceMentorInput, ReplaceVariables,
};
use crate::api::ById;
use crate::navigate::{expect_focus, go};
use crate::route::Route;
use crate::ui::answer::{answer, show};
use crate::ui::confirm::{Confirm, confirm};
use crate::ui::field::{TextArea, TextField};
use crate::ui::form::{Field, Form};
use crate::ui::{banner, button, errors, heading, summary, when};

pub fn page(id: String) -> AnyView {
    let enrolment = answer(move || {
        MentoredQuery::build(ById {
            id: cynic::Id::new(&*id),
        })
    });
    show(enrolment, |data| drawn(data.enrolment))
}

#[derive(Clone, Copy)]
struct Answers {
    form: Form,
    name: Field,
    email: Field,
    post: Field,
    nominated_by: Field,
    reason: Field,
}

fn drawn(one: Mentored) -> AnyView {
    let form = Form::new(format!("mentor-{}", one.id.inner()));
    let [name, email, post, nominated_by, reason] =
        ["name", "email", "post", "nominatedBy", "reason"].map(|name| form.field(name));
    let answers = Answers {
        form,
        name,
        email,
        post,
        nominated_by,
        reason,
    };
    let checking = RwSignal::new(false);
    // What the server complains about stands beside the fields, so the fields come back.
    Effect::new(move |_| {
        if form.problems.with(|problems| !problems.is_empty()) {
            checking.set(false);
        }
    });
    (move || match checking.get() {
        false => ask(&one, answers, checking),
        true => check(&one, answers, checking),
    })
    .into_any()
}

fn ask(one: &Mentored, answers: Answers, checking: RwSignal<bool>) -> AnyView {
    let Answers {
        form,
        name,
        email,
        post,
        nominated_by,
        reason,
    } = answers;
    let now = one
        .mentor
        .as_ref()
        .map_or("nobody".into(), |mentor| mentor.name.clone());
    let send = move || {
        name.required("Enter the new mentor’s name");
        email.required("Enter the new mentor’s e-mail address");
        post.required("Enter the new mentor’s post");
        nominated_by.required("Enter who at the school gave the name");
        reason.required("Enter the reason");
        if form.problems.with_untracked(Vec::is_empty) {
            expect_focus();
            checking.set(true);
        }
    };
    let inside = view! {
        <TextField field=name label="New mentor’s full name" />
        <TextField field=email label="New mentor’s e-mail address" kind="email" hint="It must differ from the participant’s." />
        <TextField field=post label="New mentor’s post" hint="For example, deputy headteacher" />
        <TextField field=nominated_by label="Who at the school gave the name?" hint="A mentor comes from the school, never from the participant." />
        <TextArea field=reason label="Reason" rows="3" />
        {button::submit(form, "Continue")}
    };
    view! {
        {heading::back(Route::Participant(one.id.inner().into()).href(), one.person.name.clone())}
        {errors::summary(form)}
        {heading::captioned(one.person.name.clone(), "Replace the mentor")}
        <p class="govuk-body">{format!("The mentor now is {now}.")}</p>
        {button::form(form, send, inside.into_any())}
    }
    .into_any()
}

fn check(one: &Mentored, answers: Answers, checking: RwSignal<bool>) -> AnyView {
    let Answers {
        form,
        name,
        email,
        post,
        nominated_by,
        reason,
    } = answers;
    let moved = match one.progress.waiting {
        0 => "No request waits at the moment.".to_string(),
        waiting => format!(
            "{} move to the new mentor, who gets a letter for each. The links in the old letters stop working at once.",
            when::count(waiting, "request that waits", "requests that wait")
        ),
    };
    let href = Route::Participant(one.id.inner().into()).href();
    let page = Confirm {
        title: format!("Make {} the mentor?", name.get()),
        what_happens: view! {
            {summary::list(vec![
                summary::row("Name", name.get()),
                summary::row("E-mail", email.get()),
                summary::row("Post", post.get()),
                summary::row("Named by", nominated_by.get()),
                summary::row("Reason", reason.get()),
            ])}
            <p class="govuk-body">{moved}</p>
            <p class="govuk-body">"Decisions that were made stay as they are."</p>
            <p class="govuk-body"><button type="button" class="portal-link-button" on:click=move |_| { expect_focus(); checking.set(false) }>"Change these answers"</button></p>
        }
        .into_any(),
        button: "Replace the mentor",
        back: href.clone(),
    };
    let id = one.id.clone();
    confirm(form, page, move || {
        let input = ReplaceMentorInput {
            enrolment_id: id.clone(),
            name: name.get(),
            email: email.get(),
            post: post.get(),
            nominated_by: nominated_by.get(),
            reason: reason.get(),
        };
        let href = href.clone();
        form.send(
            ReplaceMentor::build(ReplaceVariables { input }),
            move |_| {
                go(&href);
                banner::done("The mentor is replaced.");
            },
        );
    })
}
