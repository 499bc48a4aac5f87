//! Finding a school by keyboard: among several of one name, a closed one, and one that is not on the list.

use serde_json::json;
use tests::{Browser, Portal, Programme};
use thirtyfour::Key;

const LIST: &str = "URN,LA (name),EstablishmentName,EstablishmentStatus (name),Street,Town,Postcode
300001,Northshire,St Mary's Catholic Primary School,Open,1 Church Lane,Ashford,AF1 1AA
300002,Northshire,St Mary's Infant School,Open,2 The Green,Birchwick,BW2 2BB
300003,Northshire,Saint Mary's Junior School,Closed,3 The Green,Birchwick,BW2 2BC
300004,Northshire,Birchwick Academy,Open,4 The Green,Birchwick,BW2 2BD
";
const LINKS: &str = "URN,LinkURN,LinkType\n300003,300004,Successor\n";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_school_is_found_by_keyboard() {
    let portal = Portal::start().await;
    let read = server::school::import(&portal.app, LIST.as_bytes(), |_| ()).await;
    assert_eq!(read.expect("a list").added, 4);
    let read = server::school::link(&portal.app, LINKS.as_bytes(), |_| ()).await;
    assert_eq!(read.expect("links").added, 1);
    let amina = portal.browser().await;
    amina
        .signs_in(&portal, Programme::ADMINISTRATOR, "Overview")
        .await;
    amina.goes("/schools?search=mary", "Schools").await;
    amina.sees("3 schools").await;
    amina.sees("Now Birchwick Academy").await;
    amina.looks_right("schools-closed").await;

    amina.goes("/participants/new", "Enrol a participant").await;
    goes_through_the_list(&amina).await;
    finds_a_closed_one(&amina).await;
    enters_one(&amina).await;
}

async fn goes_through_the_list(amina: &Browser) {
    amina.tabs_to("schoolId").await;
    amina.types("st marys").await;
    amina.sees("3 schools found").await;
    assert_eq!(told(amina, "aria-expanded").await, "true");
    amina.presses(Key::Down).await;
    amina.presses(Key::Down).await;
    assert_eq!(
        told(amina, "aria-activedescendant").await,
        "schoolId-option-1"
    );
    amina.looks_right("school-search").await;
    // Up from the first comes to the last.
    amina.presses(Key::Up).await;
    amina.presses(Key::Up).await;
    assert_eq!(
        told(amina, "aria-activedescendant").await,
        "schoolId-option-2"
    );
    amina.presses(Key::Escape).await;
    assert_eq!(told(amina, "aria-expanded").await, "false");
    assert_eq!(amina.value_of("schoolId").await, "st marys");
    amina.presses(Key::Down).await;
    amina.presses(Key::Enter).await;
    amina.sees("URN 300001").await;
    assert_eq!(
        amina.value_of("schoolId").await,
        "St Mary's Catholic Primary School, Ashford"
    );
    assert_eq!(amina.focused().await.id, "schoolId");
    amina.looks_right("school-chosen").await;
}

async fn finds_a_closed_one(amina: &Browser) {
    amina.presses(Key::Escape).await;
    assert_eq!(amina.value_of("schoolId").await, "");
    amina.types("junior").await;
    amina.sees("1 school found").await;
    amina.sees("Closed, now Birchwick Academy").await;
    amina.presses(Key::Enter).await;
    amina.sees("URN 300003").await;
    amina
        .tabs_to_and_enters("Choose Birchwick Academy instead, which came after it")
        .await;
    amina.sees("URN 300004").await;
    assert_eq!(
        amina.value_of("schoolId").await,
        "Birchwick Academy, Birchwick"
    );
}

async fn enters_one(amina: &Browser) {
    amina.fills("schoolId", "nowhere at all").await;
    amina.sees("No school found").await;
    amina.looks_right("school-not-found").await;
    amina.tabs_to_and_enters("The school is not listed").await;
    amina
        .sees("A school that is not on the national list")
        .await;
    amina.tabs_to("schoolName").await;
    amina.presses(Key::Enter).await;
    amina.focus_is_on_the_summary().await;
    amina.looks_right("school-unlisted").await;
    for (field, words) in [
        ("schoolName", "Brand New School"),
        ("town", "Birchwick"),
        ("postcode", "bw2 9zz"),
        ("localAuthority", "Northshire"),
    ] {
        amina.fills(field, words).await;
    }
    amina.presses(Key::Enter).await;
    amina.sees("It is not on the national list").await;
    assert_eq!(
        amina.value_of("schoolId").await,
        "Brand New School, Birchwick"
    );
}

/// What the box says of itself to a screen reader.
async fn told(amina: &Browser, attribute: &str) -> String {
    let script = "return document.getElementById('schoolId').getAttribute(arguments[0]) ?? ''";
    let told = amina.run(script, json!([attribute])).await;
    told.as_str().unwrap_or_default().to_owned()
}
