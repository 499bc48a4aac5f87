//! The office's pages that hang on no application. Their addresses begin with `/office/` and are known behind the sign-in
//! alone, so that they cost a first visit nothing.

use leptos::prelude::*;

use super::{question_list, question_page};
use crate::ui::state;
use crate::wording;

pub enum Place {
    /// What signatories asked.
    Questions,
    Question(String),
    /// Versions of the words that schools sign.
    AgreementTexts,
    AgreementText(String),
    /// The programme's id.
    WriteAgreementText(String),
}

impl Place {
    pub fn href(&self) -> String {
        match self {
            Place::Questions => "/office/questions".into(),
            Place::Question(id) => format!("/office/questions/{id}"),
            Place::AgreementTexts => "/office/agreement-texts".into(),
            Place::AgreementText(id) => format!("/office/agreement-texts/{id}"),
            Place::WriteAgreementText(id) => format!("/office/agreement-texts/{id}/write"),
        }
    }
}

/// The page at the rest of the address.
pub fn page(rest: &str) -> AnyView {
    let parts: Vec<&str> = rest.split('/').collect();
    match parts.as_slice() {
        ["questions"] => question_list::page(),
        ["questions", id] => question_page::page((*id).to_owned()),
        ["agreement-texts"] => wording::list::page(),
        ["agreement-texts", id] => wording::page::page((*id).to_owned()),
        ["agreement-texts", id, "write"] => wording::write::page((*id).to_owned()),
        _ => state::not_found(),
    }
}
