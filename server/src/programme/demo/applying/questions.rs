//! What those who are asked to sign want to know, and what the office says.

use entity::agreement::Model;

use crate::access::{self, AskQuestion, SettleQuestion};
use crate::agreement::question;
use crate::error::Result;
use crate::tx::Tx;

pub async fn ask(tx: &Tx, asked: &Model) -> Result<()> {
    let agreement = access::load::<AskQuestion>(tx, asked.id).await?;
    let text = "Do the ten days have to be the same for everybody in the group?\n\
                Two of ours fall on our inset days.";
    question::ask(tx, agreement, &asked.name, text).await?;
    Ok(())
}

pub async fn answer(tx: &Tx, asked: &Model) -> Result<()> {
    for open in question::of_agreement(tx, asked.id).await? {
        let open = access::load::<SettleQuestion>(tx, open.id).await?;
        let text = "The group meets on the same days, which stand in the offer.\n\
                    If one of them cannot be, the tutor gives the session again online.";
        question::answer(tx, open, text).await?;
    }
    Ok(())
}

pub async fn close(tx: &Tx, asked: &Model) -> Result<()> {
    for open in question::of_agreement(tx, asked.id).await? {
        let open = access::load::<SettleQuestion>(tx, open.id).await?;
        question::close(tx, open, "Answered by telephone").await?;
    }
    Ok(())
}
