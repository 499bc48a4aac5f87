//! A programme to ask about, and the portal as a tool finds it.

use chrono::Utc;
use server::access::TokenScope;
use server::programme::scale::{Scale, load};
use tests::{Participant, Portal, Program, Programme};

/// The real program over a fictional programme, and the key of a reporting tool that may read names.
pub struct Stage {
    /// Holds the database; its own door is not asked.
    portal: Portal,
    pub program: Program,
    /// Who has something with her mentor now.
    pub ada: Participant,
    pub key: String,
}

impl Stage {
    /// Participants beside her.
    const PARTICIPANTS: usize = 12;
    /// Everybody's: three pages of the largest size, and some. Her award has fewer.
    pub const TASKS: usize = 25 * Self::PARTICIPANTS + 12;
    pub const PEOPLE: usize = Self::PARTICIPANTS + 1;

    /// With the limits that the program has by itself.
    pub async fn set_up() -> Self {
        Self::set_up_with(&[]).await
    }

    /// With some of its settings changed.
    pub async fn set_up_with(settings: &[(&str, &str)]) -> Self {
        let portal = Portal::start().await;
        portal.leave_as_it_is();
        // The program goes by the machine's clock.
        portal.clock().set(Utc::now());
        let scale = Scale {
            participants: Self::PARTICIPANTS,
            random: 1,
            today: portal.now().date_naive(),
        };
        load(&portal.app, &scale).await.expect("a programme");
        let ada = portal.participant("Ada").await;
        ada.asks_approval_of("policy_review").await;
        let scopes = [TokenScope::Reports, TokenScope::ReportsPersonal];
        let key = portal.key_for(&scopes, None).await;
        let serve = ["serve", "--no-worker"];
        Self {
            program: Program::start_with(&portal, &serve, settings).await,
            portal,
            ada,
            key,
        }
    }

    /// The secret part of a link that signs the programme's administrator in.
    pub async fn sign_in_link(&self) -> String {
        self.portal.sign_in_link(Programme::ADMINISTRATOR).await
    }

    /// Where the program serves, without a slash at the end.
    pub fn url(&self) -> &str {
        self.program.url()
    }
}
