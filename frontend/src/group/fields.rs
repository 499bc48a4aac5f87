//! What the forms for a group ask alike.

use leptos::prelude::*;

use super::Mode;
use super::queries::{PartnerChoices, Said, Tutors};
use crate::ui::choice::{Choice, Radios, Select};
use crate::ui::field::TextField;
use crate::ui::form::{Field, Form};

#[derive(Clone, Copy)]
pub struct Fields {
    name: Field,
    place: Field,
    mode: Field,
    venue: Field,
    postcode: Field,
    capacity: Field,
    tutor: Field,
    partner: Field,
}

/// What was answered.
pub struct Answers {
    pub name: String,
    pub place: String,
    pub mode: Mode,
    pub venue: Option<String>,
    pub postcode: Option<String>,
    pub capacity: Option<i32>,
    pub tutor_id: Option<cynic::Id>,
    pub delivery_partner_id: Option<cynic::Id>,
}

impl Fields {
    /// With what is said of the group already, if it is there.
    pub fn new(form: Form, said: Option<&Said>) -> Fields {
        let text = |name, value: Option<&str>| form.field_or(name, value.unwrap_or_default());
        let id = |id: &cynic::Id| id.inner().to_string();
        let capacity = said.and_then(|said| said.capacity);
        let tutor = said
            .and_then(|said| said.tutor.as_ref())
            .map(|one| id(&one.id));
        let partner = said.and_then(|said| said.delivery_partner.as_ref());
        let partner = partner.map(|one| id(&one.id));
        Fields {
            name: text("name", said.map(|said| &*said.name)),
            place: text("place", said.map(|said| &*said.place)),
            mode: text("mode", said.map(|said| value(said.mode))),
            venue: text("venue", said.and_then(|said| said.venue.as_deref())),
            postcode: text("postcode", said.and_then(|said| said.postcode.as_deref())),
            capacity: text(
                "capacity",
                capacity.map(|places| places.to_string()).as_deref(),
            ),
            tutor: text("tutorId", tutor.as_deref()),
            partner: text("deliveryPartnerId", partner.as_deref()),
        }
    }

    pub fn drawn(self, tutors: &Tutors, partners: &PartnerChoices) -> AnyView {
        let mut tutor_choices = vec![Choice::new("", "Nobody yet")];
        let tutors = tutors.nodes.iter();
        tutor_choices.extend(tutors.map(|one| Choice::new(one.id.inner(), &*one.name)));
        let mut hosts = vec![Choice::new("", "Nobody: the provider runs it")];
        let partners = partners.nodes.iter();
        hosts.extend(partners.map(|one| Choice::new(one.id.inner(), &*one.name)));
        let modes = [Mode::FaceToFace, Mode::DistanceLearning]
            .map(|mode| Choice::new(value(mode), mode.words()));
        view! {
            <TextField field=self.name label="Name" hint="For example, North 1" />
            <TextField field=self.place label="Place" hint="Where it meets, or “Online”" />
            <Radios field=self.mode legend="How does it meet?" choices=modes.to_vec() />
            <TextField field=self.venue label="Address of the venue (optional)" hint="On one line, without the postcode" />
            <TextField field=self.postcode label="Postcode of the venue (optional)" width="govuk-input--width-10" />
            <TextField field=self.capacity label="Places (optional)" hint="How many participants there is room for" width="govuk-input--width-4" numeric=true />
            <Select field=self.tutor label="Tutor (optional)" choices=tutor_choices />
            <Select field=self.partner label="Delivery partner (optional)" hint="Who hosts it: its people see who is in the group and how far they are" choices=hosts />
        }
        .into_any()
    }

    /// The answers, in the order of the page, which is the order of the summary.
    pub fn read(self) -> Answers {
        let name = self.name.required("Enter a name for the group");
        let place = self.place.required("Enter where the group meets");
        let mode = self.mode.required("Choose how the group meets");
        Answers {
            name,
            place,
            mode: match mode == value(Mode::DistanceLearning) {
                true => Mode::DistanceLearning,
                false => Mode::FaceToFace,
            },
            venue: self.venue.filled(),
            postcode: self.postcode.filled(),
            capacity: self.places(),
            tutor_id: self.tutor.filled().map(cynic::Id::new),
            delivery_partner_id: self.partner.filled().map(cynic::Id::new),
        }
    }

    fn places(self) -> Option<i32> {
        let typed = self.capacity.filled()?;
        let number = typed.parse().ok();
        if number.is_none() {
            let form = self.capacity.form;
            form.complain(self.capacity.name, "Places is a whole number, such as 20");
        }
        number
    }
}

fn value(mode: Mode) -> &'static str {
    match mode {
        Mode::FaceToFace => "face",
        Mode::DistanceLearning => "distance",
    }
}
