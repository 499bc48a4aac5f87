//! The page behind a link in a letter, as its holder uses it.

use reqwest::{Client, RequestBuilder, Response};
use uuid::Uuid;

/// A page, in a browser without cookies or scripts.
#[derive(Clone, Debug)]
pub struct LinkPage {
    /// Where the browser ended up, after any redirect.
    pub url: String,
    pub status: u16,
    pub(crate) link: String,
    html: String,
    pub(crate) client: Client,
}

/// A request that the page asks about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub id: Uuid,
    pub title: String,
    /// The hash of the text that is shown.
    pub hash: String,
}

/// What only a person types.
fn typed_name() -> (String, String) {
    ("name".to_owned(), "Grace Mentor".to_owned())
}

impl LinkPage {
    /// Opens a link.
    pub async fn open(link: &str) -> Self {
        let client = Client::new();
        let response = client.get(link).send().await.expect("a page");
        Self::read(client, link, response).await
    }

    /// Opens it again.
    pub async fn reload(&self) -> Self {
        Self::open(&self.link).await
    }

    pub fn html(&self) -> &str {
        &self.html
    }

    /// The page's heading: what it says first.
    pub fn heading(&self) -> String {
        let heading = between(&self.html, "<h1", "</h1>").and_then(|tag| tag.split_once('>'));
        unescaped(heading.map_or("", |(_, text)| text).trim())
    }

    /// Everything that waits for an answer on this page.
    pub fn asked(&self) -> Vec<Asked> {
        let sections = self.html.split("<section aria-labelledby=\"task-").skip(1);
        sections.filter_map(asked).collect()
    }

    /// Approves everything on the page, under this name.
    pub async fn approves(&self, name: &str) -> Self {
        let asked = self.asked();
        assert!(
            !asked.is_empty(),
            "nothing to approve: {} {}",
            self.status,
            self.html
        );
        self.posts(&approval(&asked, name)).await
    }

    /// Returns one task, as Grace Mentor, and leaves the others.
    pub async fn returns(&self, title: &str, comment: &str) -> Self {
        let one = self.asked().into_iter().find(|asked| asked.title == title);
        let one = one.unwrap_or_else(|| panic!("{title} is not on the page: {}", self.html));
        self.posts(&refusal(&one, comment)).await
    }

    /// Takes back every decision that the page offers to take back.
    pub async fn takes_back(&self) -> Self {
        let offered = self.html.split("name=\"request\"").skip(1);
        let ids = offered.filter_map(|rest| between(rest, "value=\"", "\""));
        let mut form: Vec<_> = ids
            .map(|id| ("request".to_owned(), id.to_owned()))
            .collect();
        form.push(typed_name());
        assert!(form.len() > 1, "nothing to take back: {}", self.html);
        self.posts_to("/undo", &form).await
    }

    /// Says "this was not me" on a receipt.
    pub async fn disowns(&self) -> Self {
        self.posts_to("/disown", &[("tick".into(), "yes".into()), typed_name()])
            .await
    }

    /// Asks for a new link in place of one that acts no more.
    pub async fn asks_for_a_new_link(&self) -> Self {
        self.posts_to("/renew", &[("tick".into(), "yes".into())])
            .await
    }

    /// What stands in these fields of the page, where they are there.
    pub fn filled(&self, names: &[&str]) -> Vec<(String, String)> {
        let value = |name: &str| {
            let (_, rest) = self.html.split_once(&format!(" name=\"{name}\""))?;
            let input = rest.split('>').next()?;
            Some((
                name.to_owned(),
                unescaped(between(input, "value=\"", "\"")?),
            ))
        };
        names.iter().filter_map(|name| value(name)).collect()
    }

    /// Sends a form with whatever is in it.
    pub async fn posts(&self, form: &[(String, String)]) -> Self {
        self.posts_to("", form).await
    }

    /// Sends a form to an address below the link's.
    pub async fn posts_to(&self, below: &str, form: &[(String, String)]) -> Self {
        let sent = self.form(below, form).send();
        Self::read(
            self.client.clone(),
            &self.link,
            sent.await.expect("an answer"),
        )
        .await
    }

    /// The same page as another server at this address would have given it.
    pub fn at(mut self, url: &str) -> Self {
        let path = self.link.splitn(4, '/').nth(3).expect("a link");
        self.link = format!("{url}/{path}");
        self
    }

    /// Sends a form to a server that may not live to answer.
    ///
    /// # Errors
    /// No answer.
    pub async fn tries(&self, form: &[(String, String)]) -> reqwest::Result<Response> {
        self.form("", form).send().await
    }

    fn form(&self, below: &str, form: &[(String, String)]) -> RequestBuilder {
        let request = self.client.post(format!("{}{below}", self.link));
        request
            .header("content-type", "application/x-www-form-urlencoded")
            .body(encoded(form))
    }

    pub(crate) async fn read(client: Client, link: &str, response: Response) -> Self {
        let (status, url) = (response.status().as_u16(), response.url().to_string());
        let html = response.text().await.expect("a page");
        Self {
            url,
            status,
            link: link.to_owned(),
            html,
            client,
        }
    }
}

/// The form that approves all this.
pub fn approval(asked: &[Asked], name: &str) -> Vec<(String, String)> {
    let mut form = signature(name);
    for one in asked {
        form.push((format!("hash-{}", one.id), one.hash.clone()));
        form.push((format!("decision-{}", one.id), "approve".into()));
    }
    form
}

/// The form that returns this with a comment.
pub fn refusal(one: &Asked, comment: &str) -> Vec<(String, String)> {
    let mut form = signature("Grace Mentor");
    form.push((format!("hash-{}", one.id), one.hash.clone()));
    form.push((format!("decision-{}", one.id), "return".into()));
    form.push((format!("comment-{}", one.id), comment.into()));
    form
}

fn signature(name: &str) -> Vec<(String, String)> {
    vec![("name".into(), name.into()), ("tick".into(), "yes".into())]
}

fn asked(section: &str) -> Option<Asked> {
    let (id, _) = section.split_once('"')?;
    let (_, title) = between(section, "<h2", "</h2>")?.split_once('>')?;
    let hash = between(section, &format!("name=\"hash-{id}\" value=\""), "\"")?;
    Some(Asked {
        id: id.parse().ok()?,
        title: unescaped(title),
        hash: hash.into(),
    })
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(before)?;
    rest.split_once(after).map(|(found, _)| found)
}

/// As askama escapes.
fn unescaped(html: &str) -> String {
    let marks = [
        ("&#60;", "<"),
        ("&#62;", ">"),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&lt;", "<"),
        ("&gt;", ">"),
    ];
    let text = marks.iter().fold(html.to_owned(), |text, (mark, sign)| {
        text.replace(mark, sign)
    });
    text.replace("&#38;", "&").replace("&amp;", "&")
}

/// As browsers send forms.
fn encoded(form: &[(String, String)]) -> String {
    let encode = |text: &str| -> String {
        text.bytes()
            .map(|byte| {
                if byte.is_ascii_alphanumeric() {
                    char::from(byte).to_string()
                } else {
                    format!("%{byte:02X}")
                }
            })
            .collect()
    };
    form.iter()
        .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
        .collect::<Vec<_>>()
        .join("&")
}
