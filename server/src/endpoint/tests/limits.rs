//! Each limit: its value passes, one more does not.

use serde_json::json;

use super::scratch::{assert_code, assert_edge};
use crate::endpoint::Limits;

#[tokio::test]
async fn document_bytes() {
    let of = |bytes: usize| format!("{{hello}}{}", " ".repeat(bytes - 7));
    let limits = Limits::default();
    assert_edge(limits, &of(16_384), &of(16_385), "DOCUMENT_TOO_LARGE").await;
}

#[tokio::test]
async fn tokens() {
    // Braces, a name, a string, brackets; commas and comments are none.
    let of = |more: &str| format!("{{ echo(text: \"a b\"), # c d\n {more} }}");
    let limits = Limits {
        tokens: 9,
        ..Limits::default()
    };
    assert_edge(limits, &of("hello"), &of("hello hello"), "TOO_MANY_TOKENS").await;
    let of = |many: usize| format!("{{ echo(list: [{}]) }}", "1 ".repeat(many));
    assert_edge(Limits::default(), &of(2_491), &of(2_492), "TOO_MANY_TOKENS").await;
}

#[tokio::test]
async fn selections() {
    let of = |fields: usize| format!("{{{}}}", " hello".repeat(fields));
    assert_edge(
        Limits::default(),
        &of(1_000),
        &of(1_001),
        "TOO_MANY_SELECTIONS",
    )
    .await;
}

#[tokio::test]
async fn selections_of_fragments_count_at_every_spread() {
    // 1 for each spread and 4 within it.
    let of = |spreads: usize| {
        let spreads = " ...F".repeat(spreads);
        format!("{{ thing {{{spreads} }} }} fragment F on Thing {{ id id id id }}")
    };
    let limits = Limits {
        selections: 51,
        ..Limits::default()
    };
    assert_edge(limits, &of(10), &of(11), "TOO_MANY_SELECTIONS").await;
}

#[tokio::test]
async fn selections_of_operations_that_do_not_run_count() {
    let of = |others: usize| {
        format!(
            "query run {{ hello }} query b {{{}}}",
            " hello".repeat(others)
        )
    };
    let limits = Limits {
        selections: 11,
        ..Limits::default()
    };
    assert_edge(limits, &of(10), &of(11), "TOO_MANY_SELECTIONS").await;
}

#[tokio::test]
async fn objects() {
    let limits = Limits {
        objects: 40,
        ..Limits::default()
    };
    // 10 × (1 + 3), 11 × (1 + 3).
    let of = |first: usize| {
        format!("{{ things(first: {first}) {{ id thing {{ thing {{ id }} }} thing {{ id }} }} }}")
    };
    assert_edge(limits, &of(10), &of(11), "TOO_MANY_OBJECTS").await;
    let nested =
        |first: usize| format!("{{ things(first: 100) {{ things(first: {first}) {{ id }} }} }}");
    assert_edge(
        Limits::default(),
        &nested(99),
        &nested(100),
        "TOO_MANY_OBJECTS",
    )
    .await;
    // A nested list that takes no `first` counts once.
    assert_code(
        "{ things(last: 100) { things { id } } }",
        json!({}),
        Limits::default(),
        "no code",
    )
    .await;
}

#[tokio::test]
async fn values() {
    let limits = Limits {
        values: 30,
        ..Limits::default()
    };
    let of = |first: usize| format!("{{ things(first: {first}) {{ id id }} }}");
    assert_edge(limits, &of(10), &of(11), "TOO_MANY_VALUES").await;
}

#[tokio::test]
async fn input_values() {
    let limits = Limits {
        input_values: 22,
        ..Limits::default()
    };
    let list = json!({ "l": [1, 2, 3, 4, 5, 6, 7, 8, 9, 0] });
    let query = "query ($l: [Int]) { echo(list: $l) echo(list: $l) }";
    assert_code(query, list.clone(), limits.clone(), "no code").await;
    let query = "query ($l: [Int]) { echo(list: $l) echo(list: $l) ... { echo(list: [$l]) } }";
    assert_code(query, list, limits, "TOO_MANY_INPUT_VALUES").await;
}

#[tokio::test]
async fn aliases() {
    let of = |count: usize| {
        format!(
            "{{{}}}",
            (0..count)
                .map(|i| format!(" a{i}: hello"))
                .collect::<String>()
        )
    };
    assert_edge(Limits::default(), &of(15), &of(16), "TOO_MANY_ALIASES").await;
}

#[tokio::test]
async fn spreads() {
    let of = |count: usize| {
        format!(
            "{{{}}} fragment F on Query {{ hello }}",
            " ...F".repeat(count)
        )
    };
    assert_edge(Limits::default(), &of(50), &of(51), "TOO_MANY_SPREADS").await;
}

#[tokio::test]
async fn directives() {
    let of = |count: usize| format!("{{{}}}", " hello @skip(if: false)".repeat(count));
    assert_edge(Limits::default(), &of(20), &of(21), "TOO_MANY_DIRECTIVES").await;
    let one_field = format!("{{ hello {} }}", "@skip(if: false) ".repeat(21));
    assert_code(
        &one_field,
        json!({}),
        Limits::default(),
        "TOO_MANY_DIRECTIVES",
    )
    .await;
}

#[tokio::test]
async fn depth() {
    let of = |fields: usize| {
        format!(
            "{}id{}",
            "{ thing ".repeat(fields - 1) + "{ ",
            " }".repeat(fields)
        )
    };
    assert_edge(Limits::default(), &of(10), &of(11), "TOO_DEEP").await;
}

#[tokio::test]
async fn depth_counts_through_fragments() {
    let of = |fields: usize| {
        let inner = "thing { ".repeat(fields - 2) + "id" + &" }".repeat(fields - 2);
        format!("{{ thing {{ ... {{ ...F }} }} }} fragment F on Thing {{ {inner} }}")
    };
    assert_edge(Limits::default(), &of(10), &of(11), "TOO_DEEP").await;
}
