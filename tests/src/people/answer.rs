//! What the portal answers to GraphQL.

use serde_json::Value;

/// An answer with the document that asked for it.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: u16,
    pub body: Value,
    document: String,
}

impl Answer {
    pub(super) async fn read(
        response: reqwest::Response,
        document: &str,
    ) -> Result<Self, reqwest::Error> {
        let status = response.status().as_u16();
        let text = response.text().await?;
        let body = serde_json::from_str(&text)
            .unwrap_or_else(|_| panic!("{status} and no JSON to {document}: {text}"));
        Ok(Self {
            status,
            body,
            document: document.to_owned(),
        })
    }

    /// # Panics
    /// If there is any error.
    pub fn data(self) -> Value {
        assert!(
            self.body["errors"].is_null(),
            "{} to {}",
            self.body,
            self.document
        );
        self.body["data"].clone()
    }

    /// # Panics
    /// If it is not exactly one error with this code.
    pub fn error(self, code: &str) -> Value {
        let found = self.code();
        assert_eq!(found, Some(code), "{} to {}", self.body, self.document);
        self.body["errors"][0].clone()
    }

    /// The code of its only error; none if all went well.
    ///
    /// # Panics
    /// If there are several.
    pub fn code(&self) -> Option<&str> {
        let errors = self.body["errors"].as_array()?;
        assert_eq!(errors.len(), 1, "{} to {}", self.body, self.document);
        errors[0]["extensions"]["code"].as_str()
    }

    pub fn is_ok(&self) -> bool {
        self.body["errors"].is_null()
    }
}
