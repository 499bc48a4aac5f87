//! The office's own page, for what comes by post.

use entity::agreement_scan::{Source, State};
use tests::{Form, LinkPage, Person, Portal, scan};

use super::{accepts, asked, newest, scans, seen};

fn at(who: &Person, path: &str) -> String {
    format!("{}{path}", who.url())
}

async fn page(office: &Person, path: &str) -> LinkPage {
    LinkPage::open_with(office.client(), &at(office, path)).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_paper_that_came_by_post_is_typed_in_by_the_office() {
    let portal = Portal::start().await;
    let (ada, _) = asked(&portal).await;
    let office = portal.administrator().await;
    let told = seen(&office, &ada).await;
    let path = told["agreement"]["paperPath"]
        .as_str()
        .expect("a path")
        .to_owned();
    let paper = page(&office, &path).await;
    assert_eq!(paper.status, 200, "{}", paper.html());
    let form = Form::of(&paper, &ada.mentor)
        .without("sentBy")
        .with_file("scan.png", &scan());
    let url = at(&office, &path);
    for (name, value) in [
        ("origin", "https://elsewhere.test"),
        ("origin", "null"),
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
    ] {
        let refused = form.post(office.client(), &url, &[(name, value)]).await;
        assert_eq!(refused.status().as_u16(), 403, "{name}: {value}");
    }
    assert!(scans(&portal).await.is_empty());
    let own = [
        ("origin", portal.app.config.public_url.as_str()),
        ("sec-fetch-site", "same-origin"),
    ];
    let done = form.post(office.client(), &url, &own).await;
    assert!(
        done.url().path().starts_with("/applications/"),
        "{}",
        done.url()
    );
    let rows = scans(&portal).await;
    assert_eq!(
        (rows[0].state, rows[0].source),
        (State::Waiting, Source::Office)
    );
    assert_eq!(rows[0].sent_by, "Amina Administrator");
    let found = seen(&office, &ada).await["agreement"]["scan"].take();
    accepts(&office, &found).await.data();
    assert_eq!(newest(&portal).await.scan_id, Some(rows[0].id));
    assert_eq!(
        page(&office, &path).await.status,
        409,
        "nobody is asked any more"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_else_has_the_offices_page() {
    let portal = Portal::start().await;
    let (ada, _) = asked(&portal).await;
    let office = portal.administrator().await;
    let told = seen(&office, &ada).await;
    let path = told["agreement"]["paperPath"].as_str().expect("a path");
    assert!(seen(&ada, &ada).await["agreement"]["paperPath"].is_null());
    let ben = portal.participant("Ben").await;
    for (who, status) in [
        (portal.anonymous().get(path).await, 401),
        (ada.get(path).await, 403),
        (ben.get(path).await, 404),
    ] {
        assert_eq!(who.status().as_u16(), status);
    }
    let form = Form::default().with_file("scan.png", &scan());
    let refused = form.post(ada.client(), &at(&ada, path), &[]).await;
    assert_eq!(refused.status().as_u16(), 403);
    assert!(scans(&portal).await.is_empty());
}
