//! Reading the list: nothing good is lost, nothing happens twice.

use entity::school::Status;
use entity::{event, school, school_link, school_word};
use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};
use server::school::{Done, Linked, Told};
use tests::{Portal, SchoolList};

/// Reads a list, and answers what was done and what was told of rows.
pub async fn import(portal: &Portal, file: &[u8]) -> (Done, Vec<String>) {
    let mut told = Vec::new();
    let done = server::school::import(&portal.app, file, |tell| told.extend(words(&tell))).await;
    (done.expect("a list"), told)
}

pub async fn link(portal: &Portal, file: &[u8]) -> (Linked, Vec<String>) {
    let mut told = Vec::new();
    let done = server::school::link(&portal.app, file, |tell| told.extend(words(&tell))).await;
    (done.expect("links"), told)
}

fn words(told: &Told<'_>) -> Option<String> {
    match told {
        Told::Read(_) => None,
        Told::Rejected { line, urn, why } => Some(format!("{line} {urn}: {why}")),
        Told::Shortened { line, urn, why } => Some(format!("{line} {urn} {why}")),
    }
}

pub async fn school(portal: &Portal, urn: &str) -> school::Model {
    let found = school::Entity::find()
        .filter(school::Column::Urn.eq(urn))
        .one(&portal.app.db.read)
        .await;
    found.expect("schools").expect("a school with this number")
}

/// A list with these rows; those that are not given are empty.
pub fn list(rows: &[&str]) -> Vec<u8> {
    let mut text = String::from(
        "URN,LA (name),EstablishmentName,EstablishmentStatus (name),Street,Town,Postcode,CloseDate,UKPRN\n",
    );
    for row in rows {
        text.push_str(row);
        text.push('\n');
    }
    text.into_bytes()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_list_is_read_once_however_often() {
    let portal = Portal::start().await;
    let made = SchoolList::of(3_000);
    let (done, told) = import(&portal, &made.schools).await;
    let expected = Done {
        added: made.good,
        closed: made.closed,
        shortened: made.shortened,
        rejected: made.bad,
        ..Done::default()
    };
    assert_eq!(done, expected, "{told:#?}");
    assert_eq!(told.len(), made.bad + made.shortened);
    let stored = school::Entity::find()
        .filter(school::Column::ListedAt.is_not_null())
        .count(&portal.app.db.read)
        .await;
    assert_eq!(usize::try_from(stored.expect("a count")), Ok(made.good));

    let before = portal.dump().await;
    let (again, _) = import(&portal, &made.schools).await;
    let expected = Done {
        added: 0,
        closed: 0,
        unchanged: made.good,
        ..done
    };
    assert_eq!(again, expected);
    assert_eq!(
        portal.dump().await,
        before,
        "reading it again changed something"
    );

    let (linked, told) = link(&portal, &made.links).await;
    let expected = Linked {
        added: made.links_made,
        unchanged: made.links_made,
        other: 1,
        rejected: 2,
    };
    assert_eq!(linked, expected, "{told:#?}");
    let (again, _) = link(&portal, &made.links).await;
    assert_eq!((again.added, again.unchanged), (0, 2 * made.links_made));
    let links = school_link::Entity::find().count(&portal.app.db.read).await;
    assert_eq!(
        usize::try_from(links.expect("a count")),
        Ok(made.links_made)
    );
    let noted = event::Entity::find()
        .filter(event::Column::Kind.eq(event::Kind::SchoolsImported))
        .count(&portal.app.db.read)
        .await;
    assert_eq!(
        noted.expect("a count"),
        2,
        "one for the schools, one for the links"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn bad_rows_are_told_and_cost_no_others() {
    let portal = Portal::start().await;
    let file = list(&[
        "300001,Northshire,Able School,Open,,Here,H1 1HH,,",
        "300002,Northshire,Baker School,Open,\"12 High Street,Here,H1 1HH,,",
        "300003,Northshire,Charlie School,Open,,Here,H1 1HH,,",
        "",
        "300004,Northshire,\"Delta \"\"D\"\" School\",Open,\"Two\nlines\",Here,H1 1HH,,",
        "300005,Northshire,Echo School,Lost,,Here,H1 1HH,,",
        "300001,Northshire,Able School again,Open,,Here,H1 1HH,,",
        "30000,Northshire,Foxtrot School,Open,,Here,H1 1HH,,",
        "300006,Northshire,,Open,,Here,H1 1HH,,",
        "300007,Northshire,Golf School,Open,,,,31-02-2020,99",
        "300008,Northshire,Hotel School,Open",
        "300009,Northshire,India School,\"Open, but proposed to close\",5\" Street,Here,H1 1HH,,",
    ]);
    let (done, told) = import(&portal, &file).await;
    assert_eq!(
        told,
        [
            "3 : a quotation mark is not closed",
            "6 300004 taken without Street “Two lines”",
            "8 300005: the status “Lost” is not known",
            "9 300001: line 2 has the same URN",
            "10 30000: the URN “30000” has not six digits",
            "11 300006: there is no name",
            "12 300007 taken without UKPRN “99”, CloseDate “31-02-2020”",
            "13 : 4 fields, where the first line has 9",
        ]
    );
    assert_eq!((done.added, done.rejected, done.shortened), (5, 6, 2));
    assert_eq!(school(&portal, "300003").await.name, "Charlie School");
    assert_eq!(school(&portal, "300004").await.name, "Delta \"D\" School");
    let india = school(&portal, "300009").await;
    assert_eq!(india.status, Status::ProposedToClose);
    assert_eq!(india.street.as_deref(), Some("5\" Street"));

    let nothing = server::school::import(&portal.app, &b"a,b\n1,2\n"[..], |_| ()).await;
    let told = nothing.expect_err("no list").message();
    assert!(told.contains("no column “URN”"), "{told}");
    assert!(
        told.contains("“EstablishmentStatus (name)” or “EstablishmentStatus (code)”"),
        "{told}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_administrators_know_stays() {
    let portal = Portal::start().await;
    let id = portal.programme.school_id;
    let file = list(&[
        "100001,Northshire,Willowbank Primary and Nursery School,Open,4 Mill Lane,Northfield,NF1 2AC,,10000001",
    ]);
    let (done, _) = import(&portal, &file).await;
    assert_eq!((done.added, done.changed), (0, 1));
    let willowbank = school(&portal, "100001").await;
    assert_eq!(willowbank.id, id, "joined up by its number");
    assert_eq!(willowbank.name, "Willowbank Primary and Nursery School");
    assert_eq!(willowbank.street.as_deref(), Some("4 Mill Lane"));
    assert_eq!(
        willowbank.head_email.as_deref(),
        Some(tests::Programme::HEADTEACHER)
    );
    assert_eq!(willowbank.head_name.as_deref(), Some("Helen Headteacher"));

    // It closes; what the list leaves empty stays.
    let file = list(&["100001,,Willowbank Primary and Nursery School,Closed,,,,31-08-2026,"]);
    let (done, _) = import(&portal, &file).await;
    assert_eq!((done.changed, done.closed), (1, 1));
    let closed = school(&portal, "100001").await;
    assert_eq!(closed.status, Status::Closed);
    assert_eq!(
        closed.closed_on.map(|day| day.to_string()).as_deref(),
        Some("2026-08-31")
    );
    assert_eq!(
        (closed.town.as_str(), closed.local_authority.as_str()),
        ("Northfield", "Northshire")
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn accents_come_through_in_any_encoding() {
    let portal = Portal::start().await;
    let mut western = list(&["300001,Northshire,St Zo\u{1}'s School,Open,,Here,H1 1HH,,"]);
    for byte in &mut western {
        if *byte == 1 {
            *byte = 0xEB;
        }
    }
    import(&portal, &western).await;
    assert_eq!(school(&portal, "300001").await.name, "St Zoë's School");
    let mut marked = "\u{feff}".as_bytes().to_vec();
    marked.extend(list(&[
        "300002,Northshire,École Hélène – Site B,Open,,Here,H1 1HH,,",
    ]));
    import(&portal, &marked).await;
    assert_eq!(
        school(&portal, "300002").await.name,
        "École Hélène – Site B"
    );
    let words = school_word::Entity::find()
        .filter(school_word::Column::Word.is_in(["zoes", "ecole", "helene"]))
        .count(&portal.app.db.read)
        .await;
    assert_eq!(words.expect("a count"), 3);
}
