//! Changing one's mind after accepting: for some days that costs nothing.

use chrono::NaiveDate;
use entity::application::{Model, State};

use crate::error::{Error, Result};
use crate::tx::Tx;
use crate::{enrolment, mentor, task};

/// Whether the days in which it costs nothing are still running; `today` is London's.
pub fn may_change(application: &Model, today: NaiveDate) -> bool {
    application.change_until.is_some_and(|until| today <= until)
}

/// That a place which was accepted can still be given up.
///
/// # Errors
/// `WRONG_STATE` once the days are over.
pub(super) fn in_time(application: &Model, today: NaiveDate) -> Result<()> {
    match application.state {
        State::Enrolled if !may_change(application, today) => Err(Error::WrongState(
            "The days in which you could change your mind are over. Write to the programme office."
                .into(),
        )),
        _ => Ok(()),
    }
}

/// Ends the enrolment that came of an application, if one did: what waits for the mentor is taken back, the mentor is no
/// longer one, and the seat is free.
pub(super) async fn give_up(tx: &Tx, application: &Model, reason: &str) -> Result<()> {
    let Some(id) = application.enrolment_id else {
        return Ok(());
    };
    task::take_back(tx, id).await?;
    mentor::end(tx, id, reason).await?;
    enrolment::leave(tx, id, reason).await?;
    Ok(())
}
