//! The first page for who wants to apply: name and address, then the code that comes by e-mail.

use cynic::MutationBuilder;
use leptos::prelude::*;

use crate::account::queries::{Register, RegisterInput, RegisterVariables};
use crate::account::sign_in::ask_code;
use crate::navigate::expect_focus;
use crate::route::Route;
use crate::ui::field::TextField;
use crate::ui::form::{Field, Form};
use crate::ui::{banner, button, errors, heading};

pub fn page() -> AnyView {
    let asked = RwSignal::new(None::<String>);
    let form = Form::new("register");
    let fields = ["name", "email"].map(|name| form.field(name));
    (move || match asked.get() {
        None => ask_name(fields, asked),
        Some(email) => ask_code(email, asked),
    })
    .into_any()
}

fn ask_name([name, email]: [Field; 2], asked: RwSignal<Option<String>>) -> AnyView {
    let form = name.form;
    let send = move || {
        let input = RegisterInput {
            name: name.get(),
            email: email.get().trim().into(),
        };
        form.send(Register::build(RegisterVariables { input }), move |_| {
            banner::clear();
            expect_focus();
            asked.set(Some(email.get().trim().into()));
        });
    };
    let inside = view! {
        <TextField field=name label="Full name" autocomplete="name" hint="As it should stand on your certificate" />
        <TextField field=email label="E-mail address" kind="email" autocomplete="email"
            hint="Your own, which you read often. There is no password: we send you a code." />
        {button::submit(form, "Continue")}
    };
    view! {
        {heading::back(Route::SignIn.href(), "Sign in")}
        {errors::summary(form)}
        {heading::heading("Apply for a place")}
        <p class="govuk-body">"For teachers in England who are, or want to become, a special educational needs coordinator (SENCO)."</p>
        <h2 class="govuk-heading-m">"What happens"</h2>
        <ol class="govuk-list govuk-list--number">
            <li>"You answer eight short pages of questions. It takes about 15 minutes, and you can stop and go on at any time."</li>
            <li>"Your headteacher, or somebody else who may sign for your school, signs the support agreement by a link in a letter and names your mentor."</li>
            <li>"The programme office offers you a place, and you accept it."</li>
        </ol>
        <p class="govuk-body">"Have at hand: the day on which you became SENCO, and the name and e-mail address of who signs for your school. Applying costs nothing."</p>
        <p class="govuk-body">"Not sure whether this award is for you? " <a class="govuk-link" href="/check">"Check in two minutes"</a> "."</p>
        <h2 class="govuk-heading-m">"Begin, or go on"</h2>
        {button::form(form, send, inside.into_any())}
    }
    .into_any()
}
