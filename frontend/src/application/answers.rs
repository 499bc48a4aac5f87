//! The answers as a form holds them, and as the server wants them.

use super::asked::{Asked, Kind};
use super::changes::SaveApplicationInput;
use super::order::applies;
use super::queries::Application;
use super::words::{Induction, Payer, SencoRole, Setting, SignatoryCapacity, TeacherStatus};
use crate::group::Mode;
use crate::school::chosen::Chosen;
use crate::ui::{date_input, when};

/// What was answered; empty where nothing was.
pub fn said(application: &Application, name: &str) -> String {
    let Some(told) = &application.answers else {
        return String::new();
    };
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let flag = |flag: Option<bool>| {
        flag.map_or("", |yes| if yes { "yes" } else { "no" })
            .to_string()
    };
    let word = |word: Option<&'static str>| word.unwrap_or_default().to_string();
    match name {
        "phone" => text(&told.phone),
        "trn" => text(&told.trn),
        "teacherStatus" => word(told.teacher_status.map(TeacherStatus::name)),
        "member" => flag(told.member),
        "induction" => word(told.induction.map(Induction::name)),
        "role" => word(told.role.map(SencoRole::name)),
        "appointedOn" => date_input::written(told.appointed_on.as_ref()),
        "serviceMonths" => told
            .service_months
            .map(|months| months.to_string())
            .unwrap_or_default(),
        "teaches" => flag(told.teaches),
        "setting" => word(told.setting.map(Setting::name)),
        "awardHeld" => flag(told.award_held),
        "beganOn" => date_input::written(told.began_on.as_ref()),
        "schoolId" => application
            .school
            .as_ref()
            .map_or_else(String::new, |school| {
                let chosen = Chosen {
                    id: school.id.inner().into(),
                    name: school.name.clone(),
                    town: school.town.clone(),
                };
                chosen.write()
            }),
        "signatoryName" => text(&told.signatory_name),
        "signatoryEmail" => text(&told.signatory_email),
        "signatoryCapacity" => word(told.signatory_capacity.map(SignatoryCapacity::name)),
        "mode" => word(told.mode.map(Mode::words)),
        "places" => text(&told.places),
        "payer" => word(told.payer.map(Payer::name)),
        "purchaseOrder" => text(&told.purchase_order),
        "accessNeeds" => text(&told.access_needs),
        _ => String::new(),
    }
}

/// The same for people.
pub fn read_out(application: &Application, asked: &Asked) -> String {
    let said = said(application, asked.name);
    if said.is_empty() {
        return match asked.missing.is_empty() {
            true => "Not given".into(),
            false => "Not answered yet".into(),
        };
    }
    match &asked.kind {
        Kind::OneOf(choices) => choices()
            .into_iter()
            .find(|choice| choice.value == said)
            .map_or(said, |choice| choice.label),
        Kind::Day => match date_input::read(&said) {
            Ok(Some(day)) => when::short_day(&day),
            _ => said,
        },
        Kind::School => application
            .school
            .as_ref()
            .map_or(said, |school| format!("{}, {}", school.name, school.town)),
        _ => said,
    }
}

/// Everything that is to be saved on top of `base`: what earlier answers make needless is left out.
pub fn input(base: &Application, given: &dyn Fn(&str) -> String) -> SaveApplicationInput {
    let text = |name: &str| {
        Some(given(name)).filter(|said| !said.trim().is_empty() && applies(name, given))
    };
    let flag = |name: &str| text(name).map(|said| said == "yes");
    let day = |name: &str| text(name).and_then(|said| date_input::read(&said).ok().flatten());
    SaveApplicationInput {
        application_id: base.id.clone(),
        version: base.version,
        phone: text("phone"),
        trn: text("trn"),
        teacher_status: text("teacherStatus").and_then(|said| TeacherStatus::named(&said)),
        member: flag("member"),
        induction: text("induction").and_then(|said| Induction::named(&said)),
        role: text("role").and_then(|said| SencoRole::named(&said)),
        appointed_on: day("appointedOn"),
        service_months: text("serviceMonths").and_then(|said| said.trim().parse().ok()),
        teaches: flag("teaches"),
        setting: text("setting").and_then(|said| Setting::named(&said)),
        award_held: flag("awardHeld"),
        began_on: day("beganOn"),
        school_id: text("schoolId")
            .and_then(|said| Chosen::read(&said))
            .map(|chosen| cynic::Id::new(chosen.id)),
        signatory_name: text("signatoryName"),
        signatory_email: text("signatoryEmail"),
        signatory_capacity: text("signatoryCapacity")
            .and_then(|said| SignatoryCapacity::named(&said)),
        mode: text("mode").map(|said| match said == Mode::FaceToFace.words() {
            true => Mode::FaceToFace,
            false => Mode::DistanceLearning,
        }),
        places: text("places"),
        payer: text("payer").and_then(|said| Payer::named(&said)),
        purchase_order: text("purchaseOrder"),
        access_needs: text("accessNeeds"),
    }
}
