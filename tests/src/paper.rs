//! Papers that were signed by hand, and forms with files as browsers send them.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use reqwest::{Client, Response};
use serde_json::json;

use crate::{Applicant, LinkPage, Mentor, Person};

/// A form with files, as a browser sends it.
#[derive(Clone, Debug, Default)]
pub struct Form {
    fields: Vec<(String, String)>,
    files: Vec<(String, Vec<u8>)>,
}

const BOUNDARY: &str = "----a-boundary-that-no-file-has";

impl Form {
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    pub fn without(mut self, name: &str) -> Self {
        self.fields.retain(|(known, _)| known != name);
        self
    }

    /// A file under the name that its sender gives it.
    pub fn with_file(mut self, name: &str, content: &[u8]) -> Self {
        self.files.push((name.to_owned(), content.to_vec()));
        self
    }

    /// What a signatory types beside the paper that Helen Headteacher signed, sent in by the school's secretary.
    pub fn of(page: &LinkPage, mentor: &Mentor) -> Self {
        let known = page.filled(&[
            "hash",
            "appointedOn-day",
            "appointedOn-month",
            "appointedOn-year",
        ]);
        assert!(
            !known.is_empty(),
            "no form: {} {}",
            page.status,
            page.html()
        );
        Self {
            fields: known,
            files: Vec::new(),
        }
        .with("mentorName", &mentor.name)
        .with("mentorPost", "Deputy headteacher")
        .with("mentorEmail", &mentor.email)
        .with("name", "Helen Headteacher")
        .with("tick", "yes")
        .with("sentBy", "Sandra Secretary")
    }

    pub fn body(&self) -> Vec<u8> {
        let mut body = Vec::new();
        for (name, value) in &self.fields {
            let part = format!(
                "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            );
            body.extend(part.into_bytes());
        }
        for (name, content) in &self.files {
            let part = format!(
                "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: image/png\r\n\r\n"
            );
            body.extend(part.into_bytes());
            body.extend(content);
            body.extend(b"\r\n");
        }
        body.extend(format!("--{BOUNDARY}--\r\n").into_bytes());
        body
    }

    /// The form's media type.
    pub fn media_type() -> String {
        format!("multipart/form-data; boundary={BOUNDARY}")
    }

    /// Sends it, with more headers.
    pub async fn post(&self, client: &Client, url: &str, headers: &[(&str, &str)]) -> Response {
        let request = client
            .post(url)
            .header("content-type", Self::media_type())
            .body(self.body());
        let request = headers.iter().fold(request, |request, (name, value)| {
            request.header(*name, *value)
        });
        request.send().await.expect("an answer")
    }
}

impl LinkPage {
    /// A page for who is signed in.
    pub async fn open_with(client: &Client, url: &str) -> Self {
        let answer = client.get(url).send().await.expect("a page");
        Self::read(client.clone(), url, answer).await
    }

    /// The page of this link on which a paper is sent in.
    pub async fn paper(&self) -> Self {
        Self::open(&format!("{}/paper", self.link.trim_end_matches("/paper"))).await
    }

    /// Sends a form with files.
    pub async fn sends(&self, form: &Form) -> Self {
        let answer = form.post(&self.client, &self.link, &[]).await;
        Self::read(self.client.clone(), &self.link, answer).await
    }

    /// Sends a form with files to an address below the link's, from a page that was opened before.
    pub async fn sends_below(&self, below: &str, form: &Form) -> Self {
        let url = format!("{}{below}", self.link);
        let answer = form.post(&self.client, &url, &[]).await;
        Self::read(self.client.clone(), &self.link, answer).await
    }

    /// Sends a photo of the paper that Helen Headteacher signed.
    pub async fn sends_paper(&self, mentor: &Mentor) -> Self {
        let page = self.paper().await;
        page.sends(&Form::of(&page, mentor).with_file("photo.png", &scan()))
            .await
    }
}

impl Person {
    /// For administrators: accepts the paper that waits, or rejects it for a reason.
    pub async fn decides(&self, applicant: &Applicant, reason: Option<&str>) {
        let look = "query($id: ID!) { application(id: $id) { agreement { scan { id } } } }";
        let id = json!({ "id": applicant.application_id });
        let scan = self.query(look, id).await["application"]["agreement"]["scan"]["id"].take();
        let done = match reason {
            None => {
                let accept = "mutation($id: ID!) { acceptScan(input: { scanId: $id, agrees: true }) { id } }";
                self.ask(accept, json!({ "id": scan })).await
            }
            Some(reason) => {
                let reject = "mutation($id: ID!, $why: String!) { rejectScan(input: { scanId: $id, reason: $why }) { id } }";
                self.ask(reject, json!({ "id": scan, "why": reason })).await
            }
        };
        done.data();
    }
}

/// A photo of a paper.
pub fn scan() -> Vec<u8> {
    picture(120, 170, ImageFormat::Png)
}

/// A picture, darker to the right and to the bottom.
pub fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let shade = |at: u32, of: u32| u8::try_from(255 - at * 200 / of).unwrap_or(255);
    let drawn = RgbImage::from_fn(width, height, |x, y| {
        Rgb([shade(x, width), shade(y, height), 255])
    });
    let mut file = Cursor::new(Vec::new());
    DynamicImage::from(drawn)
        .write_to(&mut file, format)
        .expect("a picture");
    file.into_inner()
}
