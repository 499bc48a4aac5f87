//! What a signatory sees first.

use askama::Template;
use chrono::Datelike as _;
use entity::application::Answers;
use entity::circumstances::SencoRole;
use poem::Response;
use poem::http::StatusCode;

use super::ask::{self, Question};
use super::{closed, paper};
use crate::agreement::link::Link;
use crate::agreement::{Block, Words, shown};
use crate::application::capacity;
use crate::error::Result;
use crate::page::{Filled, Frame, page};
use crate::person::masked;
use crate::portal::Portal;

/// The forms of the page; all but the first are closed until somebody opens them.
#[derive(Clone, Debug, Default)]
pub(super) struct Forms {
    pub sign: Option<Filled>,
    pub decline: Filled,
    pub hand_on: Filled,
    pub ask: Filled,
    /// The words are not the ones that were shown before.
    pub is_changed: bool,
}

#[derive(Template)]
#[template(path = "pages/agreement.html")]
struct AgreementPage<'a> {
    frame: Frame,
    address: String,
    /// Where a paper can be sent in instead.
    paper: String,
    /// One was, and waits for the office.
    has_paper: bool,
    link: &'a Link,
    applicant: &'a str,
    school: &'a str,
    capacity: &'static str,
    mailbox: String,
    words: &'a Words,
    hash: String,
    is_appointed: bool,
    is_changed: bool,
    sign: &'a Filled,
    decline: &'a Filled,
    hand_on: &'a Filled,
    ask: &'a Filled,
    questions: Vec<Question>,
    errors: Vec<(String, String)>,
}

pub(super) async fn show(portal: &Portal, link: &Link) -> Result<Response> {
    show_with(portal, link, &Forms::default()).await
}

/// The page with whatever was typed into it, or the one that says what became of the asking.
pub(super) async fn show_with(portal: &Portal, link: &Link, forms: &Forms) -> Result<Response> {
    if !link.is_asked() {
        return closed::show(portal, link, None).await;
    }
    let db = &portal.db.read;
    let words = shown(db, &link.agreement, &link.application, &link.around).await?;
    let answers = &link.application.answers;
    let known = Filled::with(&known(answers));
    let sign = forms.sign.as_ref().unwrap_or(&known);
    let all = [sign, &forms.hand_on, &forms.ask, &forms.decline];
    let errors: Vec<_> = all.iter().flat_map(|form| form.errors()).collect();
    let applicant = link.around.person.name.as_str();
    let page_shown = AgreementPage {
        frame: Frame::new(
            portal,
            format!("{applicant} asks for your school’s support"),
        )
        .with_errors(!errors.is_empty()),
        paper: paper::page_of(&link.token),
        has_paper: link.agreement.paper_since.is_some(),
        address: super::page_of(&link.token),
        link,
        applicant,
        school: link.around.school_name(),
        capacity: capacity(link.agreement.capacity),
        mailbox: masked(&link.agreement.email),
        hash: words.hash(),
        words: &words,
        is_appointed: is_appointed(answers),
        is_changed: forms.is_changed,
        sign,
        decline: &forms.decline,
        hand_on: &forms.hand_on,
        ask: &forms.ask,
        questions: ask::shown(portal, link).await?,
        errors,
    };
    let status = match page_shown.errors.is_empty() && !forms.is_changed {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    Ok(page(status, &page_shown))
}

/// Whether the school has to say since when they are SENCO.
pub(super) fn is_appointed(answers: &Answers) -> bool {
    answers.role.is_some_and(|role| role != SencoRole::Aspiring)
}

/// What the form need not ask for, as the applicant has told it.
pub(super) fn known(answers: &Answers) -> Vec<(&'static str, String)> {
    match answers.appointed_on.filter(|_| is_appointed(answers)) {
        Some(on) => vec![
            ("appointedOn-day", on.day().to_string()),
            ("appointedOn-month", on.month().to_string()),
            ("appointedOn-year", on.year().to_string()),
        ],
        None => Vec::new(),
    }
}
