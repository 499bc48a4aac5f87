//! Signing in the way everybody does: by the code of a letter.

use serde_json::json;

use super::{Answer, Person, Visitor};
use crate::Portal;

const ASK: &str =
    "mutation($email: String!) { requestSignIn(input: { email: $email }) { email expiresAt } }";
const TYPE: &str =
    "mutation($code: String!) { signIn(input: { code: $code }) { person { id name email } } }";
const FOLLOW: &str = "mutation($token: String!) {
    signInByLink(input: { token: $token }) { person { id name email } }
}";
const LOOK: &str = "query($token: String!) { signInLink(token: $token) { email expiresAt } }";

impl Visitor {
    /// Asks for a letter with a code.
    pub async fn asks_for_a_code(&self, email: &str) -> Answer {
        self.ask(ASK, json!({ "email": email })).await
    }

    /// Types the digits of a letter.
    pub async fn types_code(&self, code: &str) -> Answer {
        self.ask(TYPE, json!({ "code": code })).await
    }

    /// Looks at what a sign-in link would do.
    pub async fn looks_at_sign_in_link(&self, token: &str) -> Answer {
        self.ask(LOOK, json!({ "token": token })).await
    }

    /// Confirms a sign-in link.
    pub async fn confirms_sign_in_link(&self, token: &str) -> Answer {
        self.ask(FOLLOW, json!({ "token": token })).await
    }

    /// The name of whoever is signed in here.
    pub async fn is_signed_in_as(&self) -> Option<String> {
        let told = self.query("{ me { person { name } } }", json!({})).await;
        told.pointer("/me/person/name")?.as_str().map(str::to_owned)
    }
}

impl Portal {
    /// Signs somebody in by the code of a real letter, in a browser of their own.
    pub async fn sign_in_by_letter(&self, email: &str) -> Person {
        let browser = self.anonymous();
        browser.asks_for_a_code(email).await.data();
        self.post_letters().await;
        let letter = self.mailbox().letter_about(email, "code").await;
        let told = browser.types_code(&letter.code()).await.data();
        Person::read(&told["signIn"]["person"], browser)
    }
}
