//! Finding schools by what people type.

use serde_json::{Value, json};
use tests::{Portal, Visitor};

use super::import::{import, list};

const CLOSED: &str = "300002";

async fn found(by: &Visitor, text: &str) -> Vec<String> {
    let document = "query($text: String!) {
        schools(first: 20, where: {search: $text}, orderBy: {field: OPEN_FIRST}) { totalCount nodes { urn } } }";
    let told = by.query(document, json!({ "text": text })).await;
    let urns: Vec<String> = told["schools"]["nodes"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|school| Value::as_str(&school["urn"]).map(str::to_owned))
        .collect();
    assert_eq!(told["schools"]["totalCount"], urns.len());
    urns
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_school_is_found_as_people_type_it() {
    let portal = Portal::start().await;
    let file = list(&[
        "300001,Northshire,St Mary's Catholic Primary School,Open,,Ashford,SW1A 1AA,,",
        "300002,Northshire,Saint Mary’s C.E. School,Closed,,Stow-on-the-Wold,GL54 1AB,,",
        "300003,Northshire,SS Peter & Paul School,Open,,Ashford,AB1 2CD,,",
        "300004,Northshire,Abbey School,\"Open, but proposed to close\",,Durham,DH1 3EF,,",
        "300005,Northshire,École Hélène,Proposed to open,,London,E1 4GH,,",
    ]);
    import(&portal, &file).await;
    let office = portal.administrator().await;
    for (text, urns) in [
        ("st mary", &["300001", "300002"][..]),
        ("Saint Mary's", &["300001", "300002"]),
        ("ST. MARYS", &["300001", "300002"]),
        ("sai mar ash", &["300001"]),
        ("Ashford", &["300001", "300003"]),
        ("SW1A 1AA", &["300001"]),
        ("sw1a1aa", &["300001"]),
        ("sw1a", &["300001"]),
        ("300004", &["300004"]),
        ("saints paul", &["300003"]),
        ("peter and paul", &["300003"]),
        ("stow wold ce", &["300002"]),
        ("helene", &["300005"]),
        (
            "school",
            &["100001", "300001", "300002", "300003", "300004"],
        ),
        ("primary school", &["100001", "300001"]),
        ("abbey nowhere", &[]),
        (
            "%",
            &["100001", "300001", "300002", "300003", "300004", "300005"],
        ),
    ] {
        let mut got = found(&office, text).await;
        if got.iter().any(|urn| urn == CLOSED) {
            assert_eq!(got.last().map(String::as_str), Some(CLOSED), "{text}");
        }
        got.sort();
        assert_eq!(got, urns, "{text}");
    }
}
