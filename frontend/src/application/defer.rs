//! Putting an application off to a later cohort, with what each would mean for the statutory clock.

use cynic::{MutationBuilder, QueryBuilder};
use leptos::prelude::*;

use super::changes::{Defer, DeferApplicationInput, DeferVariables};
use super::leaving::Why;
use super::queries::Application;
use super::step::not_now;
use super::words::ApplicationAction;
use crate::api::{ById, schema};
use crate::navigate::go;
use crate::route::Route;
use crate::statutory::{Clock, StartChoice, deferrals, sentence, verdict};
use crate::ui::answer::{answer, show};
use crate::ui::choice::{Checkboxes, Choice, Radios};
use crate::ui::form::Form;
use crate::ui::{banner, button, errors, heading, when};

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "crate::api::ById")]
pub struct DelayQuery {
    #[arguments(id: $id)]
    pub application: Delay,
}
reads!(DelayQuery { application });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Application")]
pub struct Delay {
    pub clock: Option<Clock>,
    pub deferrals: Vec<StartChoice>,
}
reads!(Delay { clock, deferrals });

pub fn page(application: Application) -> AnyView {
    if !application.may(ApplicationAction::Defer) {
        return not_now(&application);
    }
    let id = application.id.clone();
    let delay = answer(move || DelayQuery::build(ById { id: id.clone() }));
    show(delay, move |data| choose(&application, data.application))
}

fn choose(application: &Application, delay: Delay) -> AnyView {
    let back = application.href();
    let now = delay.clock.as_ref().map(|clock| {
        let said = sentence(clock);
        view! { <p class="govuk-body">{format!("With {}: {said}", application.cohort.name)}</p> }
    });
    let later = deferrals(&delay.deferrals);
    let form = (!delay.deferrals.is_empty()).then(|| asked(application, delay.deferrals));
    let signed = application
        .agreement
        .as_ref()
        .map(|asked| asked.name.clone());
    let signed = signed.unwrap_or_else(|| "your school".into());
    view! {
        {heading::back(back, "Back")}
        {heading::captioned(application.what_for(), "Put it off to a later cohort?")}
        <p class="govuk-body">"It is free of charge. This application ends, and one for the later cohort goes on with everything that is answered."</p>
        <p class="govuk-body">{format!("The support agreement names no dates, so what {signed} signed goes along. Only if its words have changed since is the school asked to sign again. Who signs and who mentors get a letter.")}</p>
        <h2 class="govuk-heading-m">"What it means for the award"</h2>
        {now}
        {later}
        {form}
    }
    .into_any()
}

fn asked(application: &Application, later: Vec<StartChoice>) -> AnyView {
    let form = Form::new(format!("defer-{}", application.id.inner()));
    let (to, known) = (form.field("toCohortId"), form.field("acceptsLate"));
    let why = Why::of(form);
    let choices = later.iter().map(|one| {
        let name = format!(
            "{}, from {}",
            one.cohort_name,
            when::short_day(&one.clock.starts_on)
        );
        Choice::new(one.cohort_id.inner(), name).hint(verdict(one))
    });
    let choices = choices.collect();
    let (id, version) = (application.id.clone(), application.version);
    let send = move || {
        let to_cohort_id = cynic::Id::new(to.required("Choose a cohort"));
        let Some((leaving, reason)) = why.given() else {
            return;
        };
        let input = DeferApplicationInput {
            application_id: id.clone(),
            version,
            to_cohort_id,
            leaving,
            reason,
            accepts_late: !known.get().is_empty(),
        };
        form.send(Defer::build(DeferVariables { input }), |data| {
            go(&Route::Application(data.defer_application.id.into_inner()).href());
            banner::done("Done. The application goes on with the later cohort.");
        });
    };
    let is_late = move || {
        let chosen = to.value.get();
        later
            .iter()
            .any(|one| one.is_late() && one.cohort_id.inner() == chosen)
    };
    let warning = move || {
        is_late().then(|| {
            let choices = vec![Choice::new("yes", "I know that the award would come too late")];
            view! { <Checkboxes field=known legend="The deadline in law would be missed" hint="The law asks a SENCO to hold the award by that day. Speak with the headteacher first." choices=choices /> }
        })
    };
    let inside = view! {
        <Radios field=to legend="Which cohort?" choices=choices />
        <div aria-live="polite">{warning}</div>
        {why.fields()}
        <div class="govuk-button-group">
            {button::warning(form, "Put it off")}
            <a class="govuk-link" href=application.href()>"Cancel"</a>
        </div>
    };
    view! { {errors::summary(form)} {button::form(form, send, inside.into_any())} }.into_any()
}
