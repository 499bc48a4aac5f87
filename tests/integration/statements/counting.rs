//! Counts the SQL statements of a request, from outside: the portal itself knows nothing of it.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use serde_json::json;
use server::access::Actor;
use server::{account, tx};
use tests::{Portal, Visitor};

use crate::access::actors::open_door;

/// A door to a portal whose statements are listened to.
pub struct Counting {
    /// Its address.
    pub door: String,
    /// The portal behind it.
    pub app: server::portal::Portal,
    heard: Arc<Mutex<Vec<String>>>,
}

impl Counting {
    pub async fn at(portal: &Portal) -> Self {
        let heard: Arc<Mutex<Vec<String>>> = Arc::default();
        let mut app = portal.app.clone();
        for pool in [&mut app.db.read, &mut app.db.write] {
            let heard = heard.clone();
            pool.set_metric_callback(move |told| {
                heard
                    .lock()
                    .expect("no panic")
                    .push(told.statement.sql.to_string());
            });
        }
        let reading = heard.clone();
        app.db.listener = Some(Arc::new(move |statement| {
            let text = statement.sql.to_string();
            reading.lock().expect("no panic").push(text);
        }));
        let door = open_door(&app).await;
        Self { door, app, heard }
    }

    /// The statements since this was last asked.
    pub fn heard(&self) -> Vec<String> {
        std::mem::take(&mut *self.heard.lock().expect("no panic"))
    }

    /// Somebody who comes in by this door.
    pub async fn sign_in(&self, portal: &Portal, email: &str) -> Visitor {
        let link = tx::write(&portal.app, &Actor::System, async |tx| {
            account::print_link(tx, email).await
        });
        let link = link.await.expect("a link");
        let browser = Visitor::new(&self.door);
        let document = "mutation($token: String!) { signInByLink(input: { token: $token }) { person { id } } }";
        browser
            .query(document, json!({ "token": link.rsplit('/').next() }))
            .await;
        browser
    }
}

/// Statements by text, each with how often it was made more than in the other request.
pub fn surplus(few: &[String], many: &[String]) -> String {
    let mut balance: BTreeMap<&str, i64> = BTreeMap::new();
    for text in many {
        *balance.entry(text).or_default() += 1;
    }
    for text in few {
        *balance.entry(text).or_default() -= 1;
    }
    let told = balance.iter().filter(|(_, more)| **more != 0);
    told.map(|(text, more)| format!("{more:+} × {text}"))
        .collect::<Vec<_>>()
        .join("\n")
}
