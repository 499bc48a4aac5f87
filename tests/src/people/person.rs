//! Somebody who signs in.

use std::ops::Deref;

use entity::person_role::Role;
use serde_json::{Value, json};
use server::access::{self, Actor, AddPerson, CreateToken, TokenScope};
use server::person::NewPerson;
use server::token::NewToken;
use server::{account, token, tx};
use uuid::Uuid;

use super::{Answer, Visitor};
use crate::{Portal, Programme};

/// Somebody with an account, and the browser in which they are signed in.
#[derive(Clone, Debug)]
pub struct Person {
    pub id: Uuid,
    pub name: String,
    pub email: String,
    browser: Visitor,
}

impl Deref for Person {
    type Target = Visitor;

    fn deref(&self) -> &Visitor {
        &self.browser
    }
}

impl Portal {
    /// Somebody in a browser that has never been here.
    pub fn anonymous(&self) -> Visitor {
        Visitor::new(self.url())
    }

    /// The tutor of the group.
    pub async fn tutor(&self) -> Person {
        self.sign_in(Programme::TUTOR).await
    }

    pub async fn administrator(&self) -> Person {
        self.sign_in(Programme::ADMINISTRATOR).await
    }

    /// Somebody new with this role, at a made-up address.
    pub async fn somebody(&self, name: &str, role: Role) -> Person {
        self.somebody_for(name, role, None).await
    }

    pub(super) async fn somebody_for(
        &self,
        name: &str,
        role: Role,
        delivery_partner_id: Option<Uuid>,
    ) -> Person {
        let email = format!("{}@elsewhere.test", name.to_lowercase().replace(' ', "."));
        let new = NewPerson {
            name: name.into(),
            email: email.clone(),
            roles: vec![role],
            delivery_partner_id,
        };
        let office = self.programme.office();
        let added = tx::write(&self.app, &office, async |tx| {
            server::person::add(tx, access::entitle::<AddPerson>(&tx.actor)?, new).await
        });
        added.await.expect("somebody new");
        self.sign_in(&email).await
    }

    /// Signs somebody in, in a browser of their own, by a link that the office prints: the quick way.
    pub async fn sign_in(&self, email: &str) -> Person {
        let token = self.sign_in_link(email).await;
        let browser = self.anonymous();
        let told = browser.confirms_sign_in_link(&token).await.data();
        Person::read(&told["signInByLink"]["person"], browser)
    }

    /// The secret part of such a link.
    pub async fn sign_in_link(&self, email: &str) -> String {
        let link = tx::write(&self.app, &Actor::System, async |tx| {
            account::print_link(tx, email).await
        });
        let link = link.await.expect("somebody with this address");
        let (_, token) = link.rsplit_once('/').expect("a link");
        token.to_owned()
    }

    /// A reporting tool with these scopes, for every group.
    pub async fn token(&self, scopes: &[TokenScope]) -> Visitor {
        self.token_for(scopes, None).await
    }

    /// A reporting tool with these scopes, for this group only.
    pub async fn token_for(&self, scopes: &[TokenScope], group_id: Option<Uuid>) -> Visitor {
        Visitor::with_key(self.url(), &self.key_for(scopes, group_id).await)
    }

    /// The key of a reporting tool, for programs that are given one.
    pub async fn key_for(&self, scopes: &[TokenScope], group_id: Option<Uuid>) -> String {
        let new = NewToken {
            name: "Dashboard".into(),
            scopes: scopes.to_vec(),
            group_id,
            expires_at: None,
        };
        let made = tx::write(&self.app, &Actor::System, async |tx| {
            token::create(tx, access::entitle::<CreateToken>(&tx.actor)?, new).await
        });
        let (secret, _) = made.await.expect("a key");
        secret
    }
}

impl Person {
    pub(super) fn read(told: &Value, browser: Visitor) -> Self {
        let text = |name: &str| told[name].as_str().expect("a person").to_owned();
        Self {
            id: text("id").parse().expect("an id"),
            name: text("name"),
            email: text("email"),
            browser,
        }
    }

    /// For administrators: replaces the mentor of an enrolment.
    pub async fn replaces_mentor(&self, enrolment_id: Uuid, name: &str, email: &str) -> Answer {
        let document = "mutation($input: ReplaceMentorInput!) { replaceMentor(input: $input) { id mentor { name } } }";
        let input = json!({
            "enrolmentId": enrolment_id, "name": name, "email": email, "post": "Assistant head",
            "nominatedBy": "Helen Headteacher", "reason": "Left the school",
        });
        self.ask(document, json!({ "input": input })).await
    }
}
