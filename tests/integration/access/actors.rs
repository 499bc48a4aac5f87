//! Everybody who can ask, each at a door of their own: tries are counted by door and address, and fourteen actors at one
//! address try more often than one.

use poem::Server;
use poem::listener::TcpAcceptor;
use serde_json::json;
use server::access::{Actor, TokenScope};
use server::http;
use server::{account, tx};
use tests::{Programme, Visitor};
use tokio::net::TcpListener;

use super::world::World;

/// The actors, as `audiences.txt` calls them.
pub const NAMES: [&str; 14] = [
    "anonymous",
    "ada",
    "ben",
    "cy",
    "tom",
    "sue",
    "tom's partner",
    "sue's partner",
    "administrator",
    "reports",
    "personal",
    "tom's group",
    "sue's group",
    "revoked",
];

pub fn is_token(name: &str) -> bool {
    matches!(name, "reports" | "personal" | "tom's group" | "sue's group")
}

/// People who sign in for a delivery partner.
pub fn is_partner(name: &str) -> bool {
    matches!(name, "tom's partner" | "sue's partner")
}

/// Tools that may not read names.
pub fn is_plain_token(name: &str) -> bool {
    is_token(name) && name != "personal"
}

impl World {
    /// Somebody, in a browser or a tool that was not used before.
    pub async fn actor(&self, name: &str) -> Visitor {
        let door = open_door(&self.portal.app).await;
        match name {
            "anonymous" => Visitor::new(&door),
            "ada" | "ben" | "cy" => self.sign_in(&door, &self.participant(name).email).await,
            "tom" => self.sign_in(&door, Programme::TUTOR).await,
            "sue" => self.sign_in(&door, &self.sue.email).await,
            "tom's partner" => self.sign_in(&door, &self.partners[0]).await,
            "sue's partner" => self.sign_in(&door, &self.partners[1]).await,
            "administrator" => self.sign_in(&door, Programme::ADMINISTRATOR).await,
            other => {
                let key = self
                    .keys
                    .get(other)
                    .unwrap_or_else(|| panic!("nobody is called {other}"));
                Visitor::with_key(&door, key)
            }
        }
    }

    async fn sign_in(&self, door: &str, email: &str) -> Visitor {
        let browser = Visitor::new(door);
        let document = "mutation($token: String!) { signInByLink(input: { token: $token }) { person { id } } }";
        browser
            .query(document, json!({ "token": self.link_token(email).await }))
            .await;
        browser
    }

    /// The last part of a link that signs somebody in.
    pub async fn link_token(&self, email: &str) -> String {
        let app = &self.portal.app;
        let link = tx::write(app, &Actor::System, async |tx| {
            account::print_link(tx, email).await
        });
        let link = link.await.unwrap_or_else(|why| panic!("{email}: {why:?}"));
        link.rsplit('/').next().unwrap_or_default().to_owned()
    }
}

/// What a tool of this name may read.
pub fn scopes(name: &str) -> Vec<TokenScope> {
    if name == "personal" {
        return vec![TokenScope::Reports, TokenScope::ReportsPersonal];
    }
    vec![TokenScope::Reports]
}

/// Another door into the same portal; answers its address.
pub async fn open_door(app: &server::portal::Portal) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    let acceptor = TcpAcceptor::from_tokio(listener).expect("an acceptor");
    let routes = http::routes(app.clone()).expect("routes");
    tokio::spawn(async move { Server::new_with_acceptor(acceptor).run(routes).await });
    format!("http://{address}")
}
