//! What people of a school do on their link pages.

use super::{Mentor, Signatory};
use crate::LinkPage;

impl LinkPage {
    /// Signs the words that are shown, and names this mentor.
    pub async fn signs(&self, name: &str, mentor: &Mentor) -> Self {
        self.signs_with(name, mentor, &[]).await
    }

    /// The same with more fields, such as those of a needs analysis.
    pub async fn signs_with(&self, name: &str, mentor: &Mentor, more: &[(&str, &str)]) -> Self {
        let mut form = self.filled(&[
            "hash",
            "appointedOn-day",
            "appointedOn-month",
            "appointedOn-year",
        ]);
        form.extend(typed([
            ("mentorName", &mentor.name),
            ("mentorPost", "Deputy headteacher"),
            ("mentorEmail", &mentor.email),
            ("tick", "yes"),
            ("name", name),
        ]));
        let more = more.iter();
        form.extend(more.map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        self.posts(&form).await
    }

    /// Says for the school that it will not, or as a nominated mentor.
    pub async fn declines(&self, name: &str, reason: &str) -> Self {
        let form = typed([("reason", reason), ("declineName", name)]);
        self.posts_to("/decline", &form).await
    }

    /// Asks the programme office something before answering.
    pub async fn asks(&self, question: &str, name: &str) -> Self {
        let form = typed([("question", question), ("askedBy", name)]);
        self.posts_to("/ask", &form).await
    }

    /// Names another mentor, as somebody who has signed.
    pub async fn names(&self, name: &str, mentor: &Mentor) -> Self {
        let form = typed([
            ("mentorName", &mentor.name),
            ("mentorPost", "Head of year"),
            ("mentorEmail", &mentor.email),
            ("tick", "yes"),
            ("name", name),
        ]);
        self.posts_to("/mentor", &form).await
    }

    /// Says who else signs, as Helen Headteacher.
    pub async fn hands_on(&self, to: &Signatory) -> Self {
        let form = typed([
            ("signatoryName", &to.name),
            ("signatoryEmail", &to.email),
            ("signatoryCapacity", "chair_of_governors"),
            ("handOnName", "Helen Headteacher"),
        ]);
        self.posts_to("/hand-on", &form).await
    }

    /// Says yes to being a mentor.
    pub async fn agrees(&self, name: &str) -> Self {
        self.posts(&typed([("tick", "yes"), ("name", name)])).await
    }
}

fn typed<const N: usize>(fields: [(&str, &str); N]) -> Vec<(String, String)> {
    fields
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .into()
}
