//! Changing what is said of a group.

use cynic::{MutationBuilder, QueryBuilder};
use leptos::prelude::*;

use super::fields::Fields;
use super::queries::{
    EditGroup, EditGroupInput, EditGroupVariables, EditedGroup, OneGroupVariables,
};
use crate::api::narrow::IdFilter;
use crate::navigate::go;
use crate::route::Route;
use crate::ui::answer::{answer, show};
use crate::ui::form::Form;
use crate::ui::{banner, button, errors, heading, state};

pub fn page(id: String) -> AnyView {
    let group = answer(move || {
        let id = IdFilter::is(&*id);
        EditedGroup::build(OneGroupVariables { id })
    });
    show(group, drawn)
}

fn drawn(data: EditedGroup) -> AnyView {
    let Some(said) = data.groups.nodes.into_iter().next() else {
        return state::not_found();
    };
    let back = Route::Group(said.id.inner().into()).href();
    // What was typed over an older version is not put over a newer one.
    let form = Form::new(format!("group-{}-{}", said.id.inner(), said.version));
    let fields = Fields::new(form, Some(&said));
    let name = said.name.clone();
    let there = back.clone();
    let send = move || {
        let new = fields.read();
        // At another postcode it lies somewhere else on the map.
        let stays = new.postcode == said.postcode;
        let input = EditGroupInput {
            group_id: said.id.clone(),
            version: said.version,
            name: new.name,
            place: new.place,
            mode: new.mode,
            tutor_id: new.tutor_id,
            venue: new.venue,
            easting: said.easting.filter(|_| stays),
            northing: said.northing.filter(|_| stays),
            postcode: new.postcode,
            capacity: new.capacity,
            delivery_partner_id: new.delivery_partner_id,
        };
        let there = there.clone();
        form.send(
            EditGroup::build(EditGroupVariables { input }),
            move |data| {
                go(&there);
                banner::done(format!("{} is changed.", data.edit_group.name));
            },
        );
    };
    let inside = view! {
        {fields.drawn(&data.people, &data.delivery_partners)}
        {button::submit(form, "Save the group")}
    };
    view! {
        {heading::back(back, name.clone())}
        {errors::summary(form)}
        {heading::heading(format!("Change {name}"))}
        {button::form(form, send, inside.into_any())}
    }
    .into_any()
}
