//! Requests made to hurt, each refused with its stable code before anything is run.

use reqwest::Client;
use serde_json::json;
use tests::Portal;

use super::sent::Sent;

/// What each is, and the code it is refused with. The parts of the endpoint have a longer list beside them; these go
/// over HTTP into the portal's own schema.
pub fn bombs() -> Vec<(&'static str, Sent, &'static str)> {
    let many = |text: &str, count: usize| text.repeat(count);
    let document = Sent::document;
    let numbered = |count: usize| {
        (0..count)
            .map(|at| format!(" a{at}: me {{ person {{ id }} }}"))
            .collect::<String>()
    };
    let doubling: String = (0..24)
        .map(|at| format!(" fragment F{at} on Award {{ ...F{0} ...F{0} }}", at + 1))
        .collect();
    let doubling = format!("{{ awards {{ ...F0 }} }}{doubling} fragment F24 on Award {{ id }}");
    let circle = "{ awards { ...A } } fragment A on Award { ...B } fragment B on Award { ...A }";
    let typical = "query($ids: [EventKind!]) { events(first: 1, where: { kind: { oneOf: $ids } }) { totalCount } }";
    vec![
        (
            "nested fragment spreads",
            document(&doubling),
            "TOO_MANY_SELECTIONS",
        ),
        ("a circle of fragments", document(circle), "FRAGMENT_CYCLE"),
        (
            "10,000 aliases",
            document(&format!("{{{}}}", many(" a:me{person{id}}", 10_000))),
            "BODY_TOO_LARGE",
        ),
        (
            "16 aliases",
            document(&format!("{{{}}}", numbered(16))),
            "TOO_MANY_ALIASES",
        ),
        (
            "2,000 fields",
            document(&format!("{{ awards {{{}}} }}", many(" id", 2_000))),
            "TOO_MANY_SELECTIONS",
        ),
        (
            "deep selections",
            document(&format!("{}id", many("{enrolment{tasks", 500))),
            "TOO_DEEP",
        ),
        (
            "a little too deep",
            document(
                "{ me { enrolments { tasks { enrolment { tasks { enrolment { tasks { enrolment { tasks { enrolment { tasks { id } } } } } } } } } } } }",
            ),
            "TOO_DEEP",
        ),
        (
            "a deep list",
            document(&format!(
                "{{ task(id: {}{}) {{ id }} }}",
                many("[", 7_000),
                many("]", 7_000)
            )),
            "TOO_DEEP",
        ),
        (
            "a deep list without end",
            document(&format!("{{ task(id: {}", many("[", 15_000))),
            "TOO_DEEP",
        ),
        (
            "many directives",
            document(&format!(
                "{{ awards {} {{ id }} }}",
                many("@skip(if: false) ", 300)
            )),
            "TOO_MANY_DIRECTIVES",
        ),
        (
            "a document of 17 KB",
            document(&format!("{{ awards {{ id }} }}{}", many(" ", 17_000))),
            "DOCUMENT_TOO_LARGE",
        ),
        (
            "a body of 2 MB",
            Sent::body(many("x", 2_000_000)),
            "BODY_TOO_LARGE",
        ),
        (
            "a giant first",
            document("{ tasks(first: 999999999) { totalCount } }"),
            "PAGE_TOO_LARGE",
        ),
        (
            "a negative first",
            document("{ tasks(first: -1) { totalCount } }"),
            "PAGE_TOO_LARGE",
        ),
        (
            "a giant first as a variable",
            Sent::with_variables(
                "query($n: Int!) { tasks(first: $n) { totalCount } }",
                json!({ "n": 1_000_000 }),
            ),
            "PAGE_TOO_LARGE",
        ),
        (
            "values upon values",
            document(&format!(
                "{{ tasks(first: 100) {{ nodes {{ {} }} }} }}",
                many("enrolment { progress { total } } ", 120)
            )),
            "TOO_MANY_OBJECTS",
        ),
        (
            "a large variable",
            Sent::with_variables(typical, json!({ "ids": vec!["SIGNED_IN"; 4_000] })),
            "UNAUTHENTICATED",
        ),
        (
            "deep variables",
            Sent::body(format!(
                r#"{{"query":"{{ awards {{ id }} }}","variables":{{"v":{}{}}}}}"#,
                many("[", 10_000),
                many("]", 10_000)
            )),
            "BAD_REQUEST",
        ),
        (
            "a batch",
            Sent::body(format!(
                "[{}]",
                vec![r#"{"query":"{ awards { id } }"}"#; 100].join(",")
            )),
            "BATCH_NOT_SUPPORTED",
        ),
        ("no JSON", Sent::body("{{{{"), "BAD_REQUEST"),
        ("nothing", Sent::body(""), "BAD_REQUEST"),
        (
            "the schema, for nobody",
            document("{ __schema { types { name fields { name } } } }"),
            "INTROSPECTION_NOT_ALLOWED",
        ),
        (
            "types of fields of types",
            document(&format!(
                "{{ __schema {{ types {}name{} }} }}",
                many("{ fields { type ", 5) + "{",
                many("} }", 5) + "}"
            )),
            "TOO_MANY_VALUES",
        ),
    ]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_bomb_is_refused_with_its_code() {
    let portal = Portal::start().await;
    let client = Client::builder()
        .pool_max_idle_per_host(0)
        .build()
        .expect("a client");
    for (name, bomb, code) in bombs() {
        let received = bomb.send(&client, portal.url()).await;
        let text: String = received.text.chars().take(300).collect();
        assert_eq!(received.code, code, "{name}: {} {text}", received.status);
        assert!(
            received.text.len() < 20_000,
            "{name}: {} bytes of answer",
            received.text.len()
        );
    }
}
