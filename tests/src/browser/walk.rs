//! Going somewhere.

use server::access::Actor;
use server::{account, tx};

use super::Browser;
use crate::Portal;

impl Browser {
    /// Types an address of the portal, such as `/tasks`, and waits for the page with this heading.
    pub async fn goes(&self, path: &str, heading: &str) {
        self.follows(&format!("{}{path}", self.portal)).await;
        self.reads_heading(heading).await;
    }

    /// Opens a link of a letter.
    ///
    /// # Panics
    /// When there is nothing.
    pub async fn follows(&self, link: &str) {
        self.session().goto(link).await.expect("a page");
    }

    pub async fn reloads(&self) {
        self.session().refresh().await.expect("a page");
    }

    /// Signs somebody in by a link that the office prints, and waits for the page with this heading.
    ///
    /// # Panics
    /// For somebody who has no account.
    pub async fn signs_in(&self, portal: &Portal, email: &str, heading: &str) {
        let link = tx::write(&portal.app, &Actor::System, async |tx| {
            account::print_link(tx, email).await
        });
        self.follows(&link.await.expect("somebody with this address"))
            .await;
        self.reads_heading("Sign in").await;
        self.clicks_at("main button[type=submit]").await;
        self.arrives_at(heading).await;
    }
}
