//! Signing on paper: a page that hands out the words to print and takes a scan of them back. There is one for whoever holds
//! the signatory's link and one for the office, with the same form: what comes by post is typed in like everything else.

mod print;
mod show;
mod take;

use entity::{agreement, application};
use poem::Response;
use poem::web::Redirect;
use uuid::Uuid;

use crate::access::{self, Actor, Granted, SendScan};
use crate::agreement::is_open;
use crate::agreement::link::{self, Link};
use crate::application::{Surroundings, surroundings};
use crate::error::{Error, Result};
use crate::portal::Portal;
use sea_orm::EntityTrait as _;

pub use print::print;
pub use show::show;
pub use take::take;

/// What the file to print is called, at the link and at the office.
pub const BLANK: &str = "support-agreement-to-sign.pdf";

/// Somebody's page for one asking.
#[derive(Debug)]
pub struct Desk {
    agreement: agreement::Model,
    application: application::Model,
    around: Surroundings,
    /// Where the page is.
    address: String,
    /// Where the words to print are.
    blank: String,
    /// Where whoever has sent a scan goes on.
    next: String,
    holder: Holder,
}

/// Whose page it is.
#[derive(Debug)]
enum Holder {
    Signatory(Box<Link>),
    Office(Actor),
}

impl Desk {
    /// Whoever sends, under the name that they typed.
    fn actor(&self, typed: &str) -> Actor {
        match &self.holder {
            Holder::Signatory(link) => link.actor(Some(typed)),
            Holder::Office(actor) => actor.clone(),
        }
    }

    fn is_office(&self) -> bool {
        matches!(self.holder, Holder::Office(_))
    }

    /// Where it can be signed online; at the office nowhere.
    fn online(&self) -> String {
        match &self.holder {
            Holder::Signatory(link) => super::page_of(&link.token),
            Holder::Office(_) => String::new(),
        }
    }

    /// To where everything is shown as it lies in the database: reloading it repeats nothing.
    fn on(&self) -> Response {
        poem::IntoResponse::into_response(Redirect::see_other(&self.next))
    }
}

/// Where a link's page for the paper is.
pub(super) fn page_of(token: &str) -> String {
    format!("{}/{token}/paper", link::PLACE)
}

/// The page of a link; none where nothing is left to sign through it.
pub(super) fn of_link(link: &Link) -> Option<Desk> {
    if !link.is_asked() {
        return None;
    }
    let address = page_of(&link.token);
    Some(Desk {
        agreement: link.agreement.clone(),
        application: link.application.clone(),
        around: link.around.clone(),
        blank: format!("{}/{}/{BLANK}", link::PLACE, link.token),
        next: address.clone(),
        address,
        holder: Holder::Signatory(Box::new(link.clone())),
    })
}

/// The office's page of an asking, for the administrator who has it open.
///
/// # Errors
/// `NOT_FOUND` and `FORBIDDEN` as the policy has it; `WRONG_STATE` where nothing is left to sign.
pub async fn of_office(portal: &Portal, actor: Actor, place: String, id: Uuid) -> Result<Desk> {
    let db = &portal.db.read;
    let asked: Granted<SendScan> = access::look(db, &actor, id).await?;
    let agreement = asked.into_row();
    if !is_open(agreement.state) {
        return Err(Error::WrongState(
            "Nobody is asked to sign any more, so no paper can be taken.".into(),
        ));
    }
    let application = application::Entity::find_by_id(agreement.application_id);
    let application = application.one(db).await?;
    let application = application.ok_or(Error::NotFound("application"))?;
    Ok(Desk {
        around: surroundings(db, &application).await?,
        address: format!("{place}/paper"),
        blank: format!("{place}/{BLANK}"),
        next: format!("/applications/{}", application.id),
        holder: Holder::Office(actor),
        application,
        agreement,
    })
}
