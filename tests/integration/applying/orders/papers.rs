//! Papers that are sent in and decided on in whatever order, and what has to come of them.

use std::sync::atomic::Ordering::Relaxed;

use entity::{agreement, agreement_scan};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use serde_json::json;
use tests::{Answer, Form, Mentor, scan};

use super::answers::unchanged;
use super::rows::Rows;
use super::story::{OWN, Story, Told};

const ACCEPT: &str =
    "mutation($id: ID!) { acceptScan(input: { scanId: $id, agrees: true }) { id } }";
const REJECT: &str = "mutation($id: ID!) { rejectScan(input: { scanId: $id, reason: \"It cannot be read\" }) { id } }";

impl Story<'_> {
    /// Through a page as it was opened when its letter came, however long ago.
    pub async fn sends_paper(&self, before: &Rows, link: usize, mentor: usize) -> Told {
        let Some((held, may)) = self.page(before, link, false) else {
            return Ok(());
        };
        let shown = held.page.filled(&["hash"]);
        if shown.is_empty() {
            return Ok(());
        }
        let now = held.page.reload().await.filled(&["hash"]);
        let named = Mentor {
            name: "Grace Mentor".into(),
            email: self.address(mentor),
        };
        let form = Form::of(&held.page, &named).with_file("photo.png", &scan());
        let told = held.page.sends_below("/paper", &form).await;
        let after = self.rows().await;
        if !may || shown != now || mentor < OWN || told.status == 429 {
            return unchanged(before, &after);
        }
        let id = before.letters[&held.letter_id].agreement_id;
        match after
            .agreement(id)
            .is_some_and(|row| row.paper_since.is_some())
        {
            true => Ok(()),
            false => Err(format!("a paper was not taken: {}", told.html())),
        }
    }

    /// Who applies tries it too.
    pub async fn takes_paper(&self, before: &Rows, by_office: bool) -> Told {
        let Some(paper) = self.latest_paper(before).await else {
            return Ok(());
        };
        let by = match by_office {
            true => &self.office,
            false => &*self.ada,
        };
        let answer = by.ask(ACCEPT, json!({ "id": paper.id })).await;
        let after = self.rows().await;
        let waited = before.agreement(Some(paper.agreement_id));
        let waited = waited.is_some_and(|row| row.paper_since.is_some());
        if !answer.is_ok() {
            return unchanged(before, &after);
        }
        self.tally.papers.fetch_add(1, Relaxed);
        let row = after.agreement(Some(paper.agreement_id));
        let counts = row.is_some_and(|row| {
            row.state == agreement::State::Signed
                && row.scan_id == Some(paper.id)
                && row.text_hash.as_ref() == Some(&paper.text_hash)
                && row.mentor_email.as_ref() == Some(&paper.mentor_email)
        });
        match by_office && waited && counts {
            true => Ok(()),
            false => Err(format!("this should not have counted: {paper:?}, {row:?}")),
        }
    }

    pub async fn rejects_paper(&self) -> Option<Answer> {
        let rows = self.rows().await;
        let paper = self.latest_paper(&rows).await?;
        Some(self.office.ask(REJECT, json!({ "id": paper.id })).await)
    }

    async fn latest_paper(&self, rows: &Rows) -> Option<agreement_scan::Model> {
        let askings = rows.agreements.iter().map(|row| row.id);
        agreement_scan::Entity::find()
            .filter(agreement_scan::Column::AgreementId.is_in(askings))
            .order_by_desc(agreement_scan::Column::Id)
            .one(&self.portal.app.db.read)
            .await
            .expect("scans")
    }
}
