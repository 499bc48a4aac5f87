//! Adding a group.

use cynic::{MutationBuilder, QueryBuilder};
use leptos::prelude::*;

use super::Mode;
use super::queries::{AddGroup, AddGroupInput, AddGroupVariables, GroupForm};
use crate::navigate::go;
use crate::route::Route;
use crate::ui::answer::{answer, show};
use crate::ui::choice::{Choice, Radios, Select};
use crate::ui::field::TextField;
use crate::ui::form::Form;
use crate::ui::{banner, button, errors, heading, when};

pub fn page() -> AnyView {
    show(answer(|| GroupForm::build(())), drawn)
}

fn drawn(data: GroupForm) -> AnyView {
    let form = Form::new("group");
    let [cohort, name, place, mode, tutor] =
        ["cohortId", "name", "place", "mode", "tutorId"].map(|name| form.field(name));
    let send = move || {
        let distance = mode.required("Choose how the group meets") == "distance";
        let input = AddGroupInput {
            cohort_id: cynic::Id::new(cohort.required("Choose a cohort")),
            name: name.required("Enter a name for the group"),
            place: place.required("Enter where the group meets"),
            mode: if distance {
                Mode::DistanceLearning
            } else {
                Mode::FaceToFace
            },
            tutor_id: tutor.filled().map(cynic::Id::new),
        };
        form.send(AddGroup::build(AddGroupVariables { input }), |data| {
            go(&Route::Groups.href());
            banner::done(format!("{} is added.", data.add_group.name));
        });
    };
    let mut cohorts = vec![Choice::new("", "Choose a cohort")];
    cohorts.extend(data.cohorts.iter().map(|one| {
        Choice::new(
            one.id.inner(),
            format!("{}, from {}", one.name, when::short_day(&one.starts_on)),
        )
    }));
    let mut tutors = vec![Choice::new("", "Nobody yet")];
    tutors.extend(
        data.people
            .nodes
            .iter()
            .map(|one| Choice::new(one.id.inner(), &*one.name)),
    );
    let modes = vec![
        Choice::new("face", Mode::FaceToFace.words()),
        Choice::new("distance", Mode::DistanceLearning.words()),
    ];
    let inside = view! {
        <Select field=cohort label="Cohort" choices=cohorts />
        <TextField field=name label="Name" hint="For example, North 1" />
        <TextField field=place label="Place" hint="Where it meets, or “Online”" />
        <Radios field=mode legend="How does it meet?" choices=modes />
        <Select field=tutor label="Tutor (optional)" choices=tutors />
        {button::submit(form, "Add the group")}
    };
    view! {
        {heading::back(Route::Groups.href(), "Groups")}
        {errors::summary(form)}
        {heading::heading("Add a group")}
        {button::form(form, send, inside.into_any())}
    }
    .into_any()
}
