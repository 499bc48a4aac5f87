//! One step of an applicant, a school or the office, by the verb that everybody uses.

use entity::application::{Capacity, Leaving, Model};

use super::answers::{headteacher, written};
use super::file::Applicant;
use super::mailing;
use super::places::Places;
use super::questions;
use super::sign::sign;
use super::who::{
    applicant, asked, invited, mentor, mentor_of, newcomer, of, school_of, signatory,
};
use super::{needs, paper};
use crate::access::{
    self, AcceptPlace, Actor, AnswerAgreement, AnswerInvitation, Apply, CheckSignatory,
    CheckTeacherStatus, DeferApplication, NoteOnApplication, OfferPlace, RejectApplication,
    ReplaceSignatory, SubmitApplication, WithdrawApplication, WriteApplication,
};
use crate::agreement::{self, Signatory};
use crate::application::{self, Deferral, Submission};
use crate::error::Result;
use crate::portal::Portal;
use crate::tx::Tx;
use crate::{invitation, note, tx};

const MOVES: &str = "I am moving to another county";

/// What somebody did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    Begin,
    Write,
    Submit,
    Sign,
    HandOn,
    Decline,
    /// The school sends a paper in that it signed by hand.
    SendPaper,
    /// The office takes it for the signature.
    AcceptPaper,
    /// The office cannot take it.
    RejectPaper,
    MentorAccepts,
    MentorDeclines,
    Offer,
    Accept,
    Defer,
    Withdraw,
    Reject,
    /// The applicant corrects the address of who signs.
    Correct,
    /// The office sees the teacher status.
    SeeStatus,
    /// The office notes something down.
    Note,
    /// Who is asked to sign asks the office something.
    Ask,
    /// The office answers that.
    AnswerQuestion,
    /// It needs no answer by letter.
    CloseQuestion,
    /// The office writes to the schools that have not signed.
    WriteToSchools,
}

pub async fn take(
    past: &Portal,
    office: &Actor,
    places: &Places,
    who: &Applicant,
    what: What,
) -> Result<()> {
    let actor = match what {
        What::Begin => newcomer(past, who).await?,
        What::Offer
        | What::Reject
        | What::SeeStatus
        | What::Note
        | What::WriteToSchools
        | What::AcceptPaper
        | What::RejectPaper
        | What::AnswerQuestion
        | What::CloseQuestion => office.clone(),
        What::Sign | What::HandOn | What::Decline | What::Ask | What::SendPaper => {
            signatory(past, who).await?
        }
        What::MentorAccepts | What::MentorDeclines => mentor(past, who).await?,
        What::Write
        | What::Submit
        | What::Accept
        | What::Defer
        | What::Withdraw
        | What::Correct => applicant(past, who).await?,
    };
    if what == What::Begin {
        return tx::write(past, &actor, async |tx| {
            let cohort = access::load::<Apply>(tx, places.cohort).await?;
            application::begin(tx, cohort).await.map(drop)
        })
        .await;
    }
    let row = of(past, who).await?;
    tx::write(past, &actor, async |tx| {
        done(tx, places, who, row, what).await
    })
    .await
}

async fn done(tx: &Tx, places: &Places, who: &Applicant, row: Model, what: What) -> Result<()> {
    let id = row.id;
    match what {
        What::Begin => {}
        What::Write => {
            let written = written(tx, who, &row).await?;
            let row = access::load::<WriteApplication>(tx, id).await?;
            let row = application::save(tx, row, written).await?;
            needs::write(tx, who, &row).await?;
        }
        What::Submit => {
            let application = access::load::<SubmitApplication>(tx, id).await?;
            let submission = Submission {
                version: row.version,
                is_declared: true,
            };
            application::submit(tx, application, submission).await?;
        }
        What::Sign => sign(tx, who, &row).await?,
        What::HandOn => {
            let asked = asked(tx, id).await?;
            let to = Signatory {
                name: "Constance Merriweather".into(),
                email: "constance.merriweather@brackenholthigh.example".into(),
                capacity: Capacity::ActingHeadteacher,
            };
            let asked = access::load::<AnswerAgreement>(tx, asked.id).await?;
            agreement::hand_on(tx, asked, to).await?;
        }
        What::Decline => {
            let asked = access::load::<AnswerAgreement>(tx, asked(tx, id).await?.id).await?;
            agreement::decline(tx, asked, "We cannot release anybody before the inspection")
                .await?;
        }
        What::SendPaper => paper::send(tx, who, &row).await?,
        What::AcceptPaper => paper::accept(tx, id).await?,
        What::RejectPaper => paper::reject(tx, id).await?,
        What::MentorAccepts => {
            let asked = access::load::<AnswerInvitation>(tx, invited(tx, id).await?.id).await?;
            invitation::accept(tx, asked, &mentor_of(who)).await?;
        }
        What::MentorDeclines => {
            let asked = access::load::<AnswerInvitation>(tx, invited(tx, id).await?.id).await?;
            let why = "I leave the school at Easter";
            invitation::decline(tx, asked, &mentor_of(who), why).await?;
        }
        What::Offer => {
            let asked = access::load::<CheckSignatory>(tx, asked(tx, id).await?.id).await?;
            agreement::check(tx, asked).await?;
            let application = access::load::<OfferPlace>(tx, id).await?;
            application::offer(tx, application, places.group).await?;
        }
        What::Accept => {
            let application = access::load::<AcceptPlace>(tx, id).await?;
            application::accept(tx, application).await?;
        }
        What::Defer => {
            let deferral = Deferral {
                version: row.version,
                to: places.later,
                leaving: Leaving::Timing,
                reason: String::new(),
                accepts_late: true,
            };
            let application = access::load::<DeferApplication>(tx, id).await?;
            application::defer(tx, application, deferral).await?;
        }
        What::Withdraw => {
            let application = access::load::<WithdrawApplication>(tx, id).await?;
            application::withdraw(tx, application, Leaving::Other, MOVES).await?;
        }
        What::Reject => {
            let application = access::load::<RejectApplication>(tx, id).await?;
            let why = "The register has no teacher status under this reference number";
            application::reject(tx, application, why).await?;
        }
        What::Correct => {
            let to = headteacher(&school_of(tx, who).await?);
            let application = access::load::<ReplaceSignatory>(tx, id).await?;
            agreement::replace(tx, application, to, "The address was wrong").await?;
        }
        What::SeeStatus => {
            let application = access::load::<CheckTeacherStatus>(tx, id).await?;
            note::check_status(tx, application, "QTS, in the register of teachers").await?;
        }
        What::WriteToSchools => mailing::write(tx).await?,
        What::Note => {
            let application = access::load::<NoteOnApplication>(tx, id).await?;
            let text = "Called the school: the headteacher is away until Monday.";
            note::write(tx, application, text).await?;
        }
        What::Ask => questions::ask(tx, &asked(tx, id).await?).await?,
        What::AnswerQuestion => questions::answer(tx, &asked(tx, id).await?).await?,
        What::CloseQuestion => questions::close(tx, &asked(tx, id).await?).await?,
    }
    Ok(())
}
