//! How to sign on paper, and the form for sending it in.

use askama::Template;
use entity::agreement_scan::State;
use poem::Response;
use poem::http::{HeaderName, HeaderValue, StatusCode};

use super::Desk;
use crate::agreement::pages::show::{is_appointed, known};
use crate::agreement::{Words, scan, shown};
use crate::application::capacity;
use crate::error::Result;
use crate::page::{Filled, Frame, page};
use crate::person::masked;
use crate::portal::Portal;
use crate::upload::{MOST_BYTES, Refused};
use crate::words::moment;

/// Tells programs why a file was not taken; people read it on the page.
static REFUSED: HeaderName = HeaderName::from_static("x-refused");

#[derive(Template)]
#[template(path = "pages/agreement_paper.html")]
struct PaperPage<'a> {
    frame: Frame,
    desk: &'a Desk,
    applicant: &'a str,
    school: &'a str,
    capacity: &'static str,
    mailbox: String,
    words: &'a Words,
    hash: String,
    reference: String,
    is_appointed: bool,
    is_changed: bool,
    most: usize,
    /// When the scan was sent that the office has to look at.
    sent_on: Option<String>,
    /// What the office, or the scanner, had against the last one.
    complaint: Option<String>,
    sign: &'a Filled,
    errors: Vec<(String, String)>,
}

/// What there is to say about what was sent.
#[derive(Debug, Default)]
pub(super) struct Sent {
    pub form: Option<Filled>,
    /// The words are not the ones on the paper.
    pub is_changed: bool,
    pub refused: Option<Refused>,
    pub too_many: bool,
}

pub async fn show(portal: &Portal, desk: &Desk) -> Result<Response> {
    show_with(portal, desk, &Sent::default()).await
}

/// The page with whatever was typed into it.
pub(super) async fn show_with(portal: &Portal, desk: &Desk, sent: &Sent) -> Result<Response> {
    let db = &portal.db.read;
    let asked = &desk.agreement;
    let words = shown(db, asked, &desk.application, &desk.around).await?;
    let latest = scan::latest(db, asked.id).await?;
    let answers = &desk.application.answers;
    let mut fields = known(answers);
    fields.push(("name", asked.name.clone()));
    let blank = Filled::with(&fields);
    let sign = sent.form.as_ref().unwrap_or(&blank);
    let errors = sign.errors();
    let complaint = latest.as_ref().and_then(|scan| match scan.state {
        State::Rejected => scan.reason.clone(),
        State::Infected => Some("The scanner found something harmful in the file.".to_owned()),
        _ => None,
    });
    let applicant = desk.around.person.name.as_str();
    let title = match desk.is_office() {
        true => format!("A paper that the school signed for {applicant}"),
        false => format!("Sign on paper for {applicant}"),
    };
    let drawn = PaperPage {
        frame: Frame::new(portal, title).with_errors(!errors.is_empty()),
        desk,
        applicant,
        school: desk.around.school_name(),
        capacity: capacity(asked.capacity),
        mailbox: masked(&asked.email),
        hash: words.hash(),
        words: &words,
        reference: scan::reference(asked.id),
        is_appointed: is_appointed(answers),
        is_changed: sent.is_changed,
        most: MOST_BYTES / 1024 / 1024,
        sent_on: asked.paper_since.map(moment),
        complaint: complaint.filter(|_| asked.paper_since.is_none()),
        sign,
        errors,
    };
    let status = match (sent.too_many, drawn.errors.is_empty() && !sent.is_changed) {
        (true, _) => StatusCode::TOO_MANY_REQUESTS,
        (false, true) => StatusCode::OK,
        (false, false) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let mut response = page(status, &drawn);
    if let Some(refused) = sent.refused {
        let code = HeaderValue::from_static(refused.code());
        response.headers_mut().insert(REFUSED.clone(), code);
    }
    Ok(response)
}
