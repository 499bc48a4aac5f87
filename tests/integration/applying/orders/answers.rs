//! Answers from link pages, and what has to come of them.

use std::sync::atomic::Ordering::Relaxed;

use chrono::Duration;
use entity::{agreement, mentor_invitation as invitation, person};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use tests::{LinkPage, Mentor};

use super::rows::Rows;
use super::story::{Held, OWN, Story, Told};

/// Days for which a link works.
const LINK_DAYS: i64 = 21;

impl Story<'_> {
    /// The words change that a page shows.
    pub async fn is_renamed(&self) {
        let name = format!("{} the {}th", self.ada.name, self.waited + 1);
        let renamed = person::Entity::update_many()
            .col_expr(person::Column::Name, Expr::value(name))
            .filter(person::Column::Id.eq(self.ada.id));
        renamed
            .exec(&self.portal.app.db.write)
            .await
            .expect("a name");
    }

    /// The page of a letter, counted from the newest, with whether its link may still answer.
    pub(super) fn page(
        &self,
        before: &Rows,
        link: usize,
        is_mentors: bool,
    ) -> Option<(Held, bool)> {
        let mut held = self.held.iter().rev();
        let held = held
            .by_ref()
            .filter(|held| held.is_mentors == is_mentors)
            .nth(link)?;
        let letter = &before.letters[&held.letter_id];
        let is_asked = match is_mentors {
            true => before.invitation(letter.invitation_id).is_some_and(|row| {
                use invitation::State::{Bounced, Invited};
                matches!(row.state, Invited | Bounced)
            }),
            false => before.agreement(letter.agreement_id).is_some_and(|row| {
                use agreement::State::{Bounced, Sent};
                matches!(row.state, Bounced | Sent)
            }),
        };
        let went = letter.sent_at.unwrap_or(letter.created_at);
        let is_fresh = self.portal.now() - went < Duration::days(LINK_DAYS);
        let may = is_asked && is_fresh && letter.void_reason.is_none();
        self.tally.old_links.fetch_add((!may).into(), Relaxed);
        Some((held.clone(), may))
    }

    pub async fn signs(&self, before: &Rows, link: usize, mentor: usize) -> Told {
        let Some((held, may)) = self.page(before, link, false) else {
            return Ok(());
        };
        let hash = |page: &LinkPage| page.filled(&["hash"]).pop().map(|(_, hash)| hash);
        let (shown, now) = (hash(&held.page), hash(&held.page.reload().await));
        let name = Mentor {
            name: "Grace Mentor".into(),
            email: self.address(mentor),
        };
        held.page.signs("Helen Headteacher", &name).await;
        let after = self.rows().await;
        self.tally
            .own
            .fetch_add((may && mentor < OWN).into(), Relaxed);
        if !may || shown != now || mentor < OWN {
            return unchanged(before, &after);
        }
        let id = before.letters[&held.letter_id].agreement_id;
        let row = after
            .agreement(id)
            .filter(|row| row.state == agreement::State::Signed);
        let row = row.ok_or("a signature was not taken")?;
        self.tally.signatures.fetch_add(1, Relaxed);
        let named = name.email.trim().to_lowercase();
        match row.text_hash == shown && row.mentor_email.as_ref() == Some(&named) {
            true => Ok(()),
            false => Err(format!("something else was signed than was shown: {row:?}")),
        }
    }

    pub async fn declines(&self, before: &Rows, link: usize) -> Told {
        let Some((held, may)) = self.page(before, link, false) else {
            return Ok(());
        };
        held.page.declines("Helen Headteacher", "Not now").await;
        let after = self.rows().await;
        if !may {
            return unchanged(before, &after);
        }
        let id = before.letters[&held.letter_id].agreement_id;
        let state = after.agreement(id).map(|row| row.state);
        match state == Some(agreement::State::Declined) {
            true => Ok(()),
            false => Err(format!("the school said no, and it is {state:?}")),
        }
    }

    pub async fn hands_on(&self, before: &Rows, link: usize, to: usize) -> Told {
        let Some((held, may)) = self.page(before, link, false) else {
            return Ok(());
        };
        held.page.hands_on(&self.signatory(to)).await;
        let after = self.rows().await;
        // Only so many are asked within a day.
        if !may || to < OWN || after == *before {
            return unchanged(before, &after);
        }
        let id = before.letters[&held.letter_id].agreement_id;
        let from = after.agreement(id).map(|row| row.state);
        let asked = after.agreements.last();
        let asked =
            asked.filter(|row| row.handed_from == id && row.state == agreement::State::Sent);
        match from == Some(agreement::State::HandedOn) && asked.is_some() {
            true => Ok(()),
            false => Err("who handed on to whom is lost".into()),
        }
    }

    /// A new link goes to the same mailbox, and only in place of one that is too old.
    pub async fn renews(&self, before: &Rows, link: usize) -> Told {
        let Some((held, _)) = self.page(before, link, false) else {
            return Ok(());
        };
        held.page.asks_for_a_new_link().await;
        let after = self.rows().await;
        let letter = &before.letters[&held.letter_id];
        let went = letter.sent_at.unwrap_or(letter.created_at);
        let is_old = self.portal.now() - went >= Duration::days(LINK_DAYS);
        if !is_old || letter.void_reason.is_some() {
            return unchanged(before, &after);
        }
        let new = after.letters.values();
        let mut new = new.filter(|one| !before.letters.contains_key(&one.id));
        match new.all(|one| one.to_email == letter.to_email) {
            true => Ok(()),
            false => Err("the new link goes elsewhere".into()),
        }
    }

    pub async fn agrees(&self, before: &Rows, link: usize) -> Told {
        let Some((held, may)) = self.page(before, link, true) else {
            return Ok(());
        };
        held.page.agrees("Grace Mentor").await;
        self.mentor_answered(before, &held, may, invitation::State::Accepted)
            .await
    }

    pub async fn refuses(&self, before: &Rows, link: usize) -> Told {
        let Some((held, may)) = self.page(before, link, true) else {
            return Ok(());
        };
        held.page.declines("Grace Mentor", "I am leaving").await;
        self.mentor_answered(before, &held, may, invitation::State::Declined)
            .await
    }

    async fn mentor_answered(
        &self,
        before: &Rows,
        held: &Held,
        may: bool,
        answer: invitation::State,
    ) -> Told {
        let after = self.rows().await;
        if !may {
            return unchanged(before, &after);
        }
        let id = before.letters[&held.letter_id].invitation_id;
        let state = after.invitation(id).map(|row| row.state);
        match state == Some(answer) {
            true => Ok(()),
            false => Err(format!(
                "the mentor answered {answer:?}, and it is {state:?}"
            )),
        }
    }
}

pub(super) fn unchanged(before: &Rows, after: &Rows) -> Told {
    if before == after {
        return Ok(());
    }
    let more = after.events.iter().skip(before.events.len());
    let kinds: Vec<_> = more.map(|event| event.kind).collect();
    Err(format!(
        "a link that must not act did: {kinds:?}, {:?} and then {:?}",
        before.agreements, after.agreements
    ))
}
