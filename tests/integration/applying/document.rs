//! What was signed as a PDF: both sides get the same file, and anybody can check it by its code without hearing a name.

use entity::person_role::Role;
use entity::{event, event_seal};
use lopdf::Document;
use reqwest::Response;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use server::access::TokenScope;
use sha2::{Digest as _, Sha256};
use tests::{Applicant, LinkPage, Portal, Programme, Signatory, Visitor};

/// An agreement that Helen Headteacher has signed for Ada, with the copy of it that came to each of them.
struct Signed {
    portal: Portal,
    ada: Applicant,
    /// Behind the link of the headteacher's copy.
    page: LinkPage,
    pdf: Vec<u8>,
}

impl Signed {
    async fn set_up() -> Self {
        let portal = Portal::start().await;
        let ada = portal.ready_applicant("Ada").await;
        Self::by(portal, ada).await
    }

    async fn by(portal: Portal, ada: Applicant) -> Self {
        portal.post_letters().await;
        let copy = portal
            .mailbox()
            .letter_about(Programme::HEADTEACHER, "copy");
        let copy = copy.await;
        let own = portal.mailbox().letter_about(&ada.email, "signed").await;
        let [pdf, again] = [&copy, &own].map(|letter| {
            let files = letter.files();
            let (_, kind, content) = files
                .into_iter()
                .find(|(name, ..)| name == "support-agreement.pdf")
                .expect("a PDF");
            assert_eq!(kind, "application/pdf");
            content
        });
        assert_eq!(pdf, again, "both sides have the same file");
        let page = portal.follow(&copy.link()).await;
        Self {
            portal,
            ada,
            page,
            pdf,
        }
    }

    /// The code, as somebody copies it out of the file.
    fn code(&self) -> String {
        let text = text(&self.pdf);
        let (_, after) = text.split_once("with the code").expect("a code");
        after.split_whitespace().next().expect("a code").to_owned()
    }

    async fn looks_up(&self, code: &str) -> (u16, String) {
        let answer = self
            .portal
            .anonymous()
            .get(&format!("/verify/{code}"))
            .await;
        (
            answer.status().as_u16(),
            answer.text().await.expect("a page"),
        )
    }

    fn file_of(&self) -> String {
        format!("{}/support-agreement.pdf", self.page.url)
    }
}

fn text(pdf: &[u8]) -> String {
    let document = Document::load_mem(pdf).expect("a PDF");
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    document.extract_text(&pages).expect("text")
}

fn hash(bytes: &[u8]) -> String {
    let hash = Sha256::digest(bytes);
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_code_shows_that_a_document_is_genuine_and_names_nobody() {
    let signed = Signed::set_up().await;
    let code = signed.code();
    let before = signed.portal.dump().await;
    let (status, shown) = signed.looks_up(&code).await;
    assert_eq!(status, 200, "{shown}");
    for known in [
        "This agreement is genuine",
        "Counts",
        "Tuesday 3 March 2026",
        &hash(&signed.pdf),
        &code,
    ] {
        assert!(shown.contains(known), "{known}: {shown}");
    }
    for private in [
        "Ada",
        "Helen",
        "Grace",
        "Willowbank",
        "willowbank",
        "headteacher",
        "127.0.0.1",
    ] {
        assert!(!shown.contains(private), "{private}: {shown}");
    }
    assert!(!shown.contains("<script"));

    let spaced = code.to_lowercase().replace('-', "%20");
    assert_eq!(signed.looks_up(&spaced).await.0, 200);
    let typed = signed.portal.anonymous();
    let typed = typed.get(&format!("/verify?code=+{spaced}+")).await;
    assert_eq!(typed.status().as_u16(), 200);
    assert!(typed.url().path().ends_with(&code), "{}", typed.url());
    assert_eq!(
        signed.portal.dump().await.differing(&before),
        Vec::<&str>::new()
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_document_has_its_evidence() {
    let signed = Signed::set_up().await;
    let text: String = text(&signed.pdf).split_whitespace().collect();
    let db = &signed.portal.app.db.read;
    let signature = event::Entity::find()
        .filter(event::Column::Kind.eq(event::Kind::AgreementSigned))
        .one(db)
        .await;
    let signature = signature.expect("events").expect("a signature");
    let seal = event_seal::Entity::find()
        .filter(event_seal::Column::EventId.eq(signature.id))
        .one(db)
        .await;
    let seal = seal.expect("seals").expect("a seal");
    for known in [
        &format!("Entry in the history {}", seal.position),
        &seal.hash,
        "Helen Headteacher",
        Programme::HEADTEACHER,
        "127.0.0.1",
        "Tuesday 3 March 2026, 10:0",
        "Grace Mentor",
        "up to 10 days",
    ] {
        let known: String = known.split_whitespace().collect();
        assert!(text.contains(&known), "{known}: {text}");
    }
    assert!(!text.contains(&signed.ada.mentor.email), "{text}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_signature_that_no_longer_counts_says_so() {
    let signed = Signed::set_up().await;
    let code = signed.code();
    signed.portal.wait(chrono::Duration::days(2));
    let chair = Signatory {
        name: "Chris Chair".into(),
        email: "chair@willowbank.test".into(),
    };
    signed.ada.has_asked_instead(&chair).await.data();
    let (status, shown) = signed.looks_up(&code).await;
    assert_eq!(status, 200);
    assert!(shown.contains("genuine, but no longer counts"), "{shown}");
    assert!(
        shown.contains("No longer counts since Thursday 5 March 2026"),
        "{shown}"
    );
    assert!(!shown.contains("Chris"), "{shown}");
    // The signatory's page is over, and so is the file behind it.
    let gone = signed.portal.anonymous().client().get(signed.file_of());
    assert_eq!(gone.send().await.expect("an answer").status().as_u16(), 404);
}

/// The signature goes along to another application; what happened to it before stays where it was.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_signature_that_goes_along_counts_until_the_other_application_ends() {
    let portal = Portal::start().await;
    let ada = portal.offered_applicant("Ada").await;
    let signed = Signed::by(portal, ada).await;
    let january = Programme::opens_cohort(&signed.portal.app, "nasenco", "2027-01-11");
    signed.ada.defers(january.await).await.data();
    let (status, shown) = signed.looks_up(&signed.code()).await;
    assert_eq!(status, 200);
    assert!(shown.contains("Counts"), "{shown}");
    let later = signed.ada.goes_on().await;
    later.gives_up("My school cannot spare me").await.data();
    let (_, shown) = signed.looks_up(&signed.code()).await;
    assert!(
        shown.contains("No longer counts since Tuesday 3 March 2026"),
        "{shown}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_may_read_the_signature_downloads_it_and_nobody_else() {
    let signed = Signed::set_up().await;
    let portal = &signed.portal;
    let told = signed
        .ada
        .query(
            "query($id: ID!) { application(id: $id) { agreement { pdfPath } } }",
            serde_json::json!({ "id": signed.ada.application_id }),
        )
        .await;
    let path = told["application"]["agreement"]["pdfPath"].as_str();
    let path = path.expect("a path").to_owned();
    let before = portal.dump().await;
    for reader in [&*signed.ada, &portal.administrator().await] {
        is_the_file(reader.get(&path).await, &signed.pdf).await;
    }
    let link = portal.anonymous().client().get(signed.file_of());
    is_the_file(link.send().await.expect("an answer"), &signed.pdf).await;

    let ben = portal.applicant("Ben").await;
    let elsewhere = portal.somebody("Tess Elsewhere", Role::Tutor).await;
    let tools = [
        portal.token(&[TokenScope::ReportsPersonal]).await,
        portal.token(&[TokenScope::Reports]).await,
    ];
    let tutor = portal.tutor().await;
    let people: [&Visitor; 3] = [&ben, &tutor, &elsewhere];
    let mut statuses = Vec::new();
    for other in people.into_iter().chain(&tools) {
        statuses.push(other.get(&path).await.status().as_u16());
    }
    // Tools see that there is an agreement; to the others there is none.
    assert_eq!(statuses, [404, 404, 404, 403, 403]);
    let anonymous = portal.anonymous();
    assert_eq!(anonymous.get(&path).await.status().as_u16(), 401);
    for odd in ["x.pdf", "00000000-0000-7000-8000-000000000000.pdf", "x"] {
        let answer = signed.ada.get(&format!("/signed-agreements/{odd}")).await;
        assert_eq!(answer.status().as_u16(), 404, "{odd}");
    }
    let after = portal.dump().await;
    assert!(!after.differing(&before).contains(&"agreement_file"));
}

async fn is_the_file(answer: Response, pdf: &[u8]) {
    assert_eq!(answer.status().as_u16(), 200);
    let header = |name: &str| {
        let value = answer.headers().get(name).map(|value| value.to_str());
        value.and_then(Result::ok).unwrap_or_default().to_owned()
    };
    assert_eq!(header("content-type"), "application/pdf");
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert_eq!(header("cache-control"), "no-store");
    assert_eq!(
        header("content-disposition"),
        "attachment; filename=\"support-agreement.pdf\""
    );
    assert_eq!(answer.bytes().await.expect("a file"), pdf);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn guessing_finds_nothing_and_is_slowed_down() {
    let signed = Signed::set_up().await;
    let code = signed.code();
    let last = if code.ends_with('0') { "1" } else { "0" };
    let wrong = format!("{}{last}", &code[..code.len() - 1]);
    let (status, shown) = signed.looks_up(&wrong).await;
    assert_eq!(status, 404);
    assert!(shown.contains("We do not know this code"), "{shown}");
    for odd in ["nonsense", "%22%3E%3Cscript%3E", "%00"] {
        let (status, shown) = signed.looks_up(odd).await;
        assert_eq!(status, 422, "{odd}");
        assert!(!shown.contains("<script"), "{shown}");
    }
    let mut statuses = Vec::new();
    for _ in 0..70 {
        statuses.push(signed.looks_up(&wrong).await.0);
    }
    assert_eq!(statuses.last(), Some(&429));
    // The form itself is open to everybody.
    let form = signed.portal.anonymous().get("/verify").await;
    assert_eq!(form.status().as_u16(), 200);
}

/// Whoever restores a database without the files, or updates a portal that made none, has them with the next round.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_round_makes_what_is_missing_and_nothing_twice() {
    let portal = Portal::start().await;
    let ada = portal.applicant("Ada").await;
    ada.applies().await;
    let link = portal.link_to(Programme::HEADTEACHER).await;
    let page = portal.follow(&link).await;
    let page = page.signs("Helen Headteacher", &ada.mentor).await;
    assert!(page.html().contains("is being made"), "{}", page.html());
    let soon = portal
        .anonymous()
        .client()
        .get(format!("{link}/support-agreement.pdf"));
    assert_eq!(soon.send().await.expect("an answer").status().as_u16(), 503);
    portal.rounds().await;
    let made = portal.dump().await;
    assert_eq!(made.0["agreement_file"].len(), 1);
    portal.rounds().await;
    portal.post_letters().await;
    let later = portal.dump().await;
    assert_eq!(later.0["agreement_file"], made.0["agreement_file"]);
    let page = page.reload().await;
    assert!(
        page.html().contains("/support-agreement.pdf\""),
        "{}",
        page.html()
    );
}
