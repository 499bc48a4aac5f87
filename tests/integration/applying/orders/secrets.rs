//! No link's token is told by any answer, note, page or file.

use mailbox::Letter;
use serde_json::json;
use tests::Visitor;

use super::story::Story;
use crate::schema::model::model;
use crate::schema::selection::Selection;

/// Bytes at the end of a token that are the key: what stands before them names the row.
const KEY: usize = 21;

impl Story<'_> {
    /// # Errors
    /// Where a token lies open.
    pub async fn keeps_its_secrets(&self) -> Result<(), String> {
        let tokens: Vec<String> = self.letters().flat_map(|letter| tokens(&letter)).collect();
        let mut said = format!("{:?}", self.rows().await);
        for visitor in [&*self.office, &**self.ada] {
            said += &self.told_to(visitor).await;
        }
        for list in ["agreementChase", "mailHealth"] {
            let file = self.office.get(&format!("/reports/{list}.csv")).await;
            said += &file.text().await.expect("a whole file");
        }
        let told = tokens
            .iter()
            .find(|token| said.contains(&token[token.len() - KEY..]));
        match told {
            Some(token) => Err(format!("an answer tells {token}")),
            None => Ok(()),
        }
    }

    async fn told_to(&self, visitor: &Visitor) -> String {
        let model = model();
        let everything = Selection::whole(&model);
        let application = everything.query("application", "(id: $id)");
        let id = json!({ "id": self.ada.application_id });
        let mut said = visitor.ask(&application, id).await.body.to_string();
        let lists = [
            "{ events(first: 100) { nodes { kind actorName note } } }",
            "{ letters(first: 60) { nodes { id messageId lastError toEmail } } }",
        ];
        for list in lists {
            said += &visitor.ask(list, json!({})).await.body.to_string();
        }
        said
    }
}

/// The tokens of a letter's links that act.
pub fn tokens(letter: &Letter) -> Vec<String> {
    let links = letter.links();
    let acting = links
        .iter()
        .filter(|link| link.contains("/agreement/") || link.contains("/invitation/"));
    let token = |link: &String| link.rsplit('/').next().unwrap_or_default().to_owned();
    acting.map(token).collect()
}
