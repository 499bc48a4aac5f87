//! Adding a delivery partner.

use cynic::MutationBuilder;
use leptos::prelude::*;

use super::KINDS;
use super::queries::{AddDeliveryPartnerInput, AddPartner, AddPartnerVariables};
use crate::navigate::go;
use crate::route::Route;
use crate::ui::choice::{Choice, Radios};
use crate::ui::field::TextField;
use crate::ui::form::Form;
use crate::ui::{banner, button, errors, heading};

pub fn page() -> AnyView {
    let form = Form::new("partner");
    let [name, kind] = ["name", "kind"].map(|name| form.field(name));
    let send = move || {
        let name = name.required("Enter the delivery partner’s name");
        let kind = kind.required("Choose what it is");
        let Some(kind) = KINDS.into_iter().find(|known| known.words() == kind) else {
            return;
        };
        let input = AddDeliveryPartnerInput { name, kind };
        form.send(AddPartner::build(AddPartnerVariables { input }), |data| {
            go(&Route::Partners.href());
            banner::done(format!(
                "{} is added. Say which groups it hosts, and who signs in for it.",
                data.add_delivery_partner.name
            ));
        });
    };
    let kinds = KINDS.map(|kind| Choice::new(kind.words(), kind.words()));
    let inside = view! {
        <TextField field=name label="Name" hint="For example, Ashenford Teaching School Hub" />
        <Radios field=kind legend="What is it?" choices=kinds.to_vec() />
        {button::submit(form, "Add the delivery partner")}
    };
    view! {
        {heading::back(Route::Partners.href(), "Delivery partners")}
        {errors::summary(form)}
        {heading::heading("Add a delivery partner")}
        {button::form(form, send, inside.into_any())}
    }
    .into_any()
}
