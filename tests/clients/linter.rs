//! `graphql-schema-linter`: the schema's style, and the shapes that Relay asks of connections.

use crate::room::{Room, told};

/// Rules that are left off, each with the reason.
const LEFT_OFF: [(&str, &str); 4] = [
    (
        "enum-values-sorted-alphabetically",
        "values come in the order of a task's life or of a form, which is how people read them",
    ),
    (
        "input-object-fields-sorted-alphabetically",
        "the fields of a form come in its own order",
    ),
    (
        "type-fields-sorted-alphabetically",
        "an object begins with its id and its name",
    ),
    ("interface-fields-sorted-alphabetically", "as for objects"),
];

#[tokio::test]
async fn the_schema_is_well_made() {
    let room = Room::with(&["../../server/schema.graphql"]);
    let rules = rules(&room);
    for rule in [
        "deprecations-have-a-reason",
        "relay-connection-arguments-spec",
        "relay-connection-types-spec",
        "relay-page-info-spec",
    ] {
        assert!(rules.iter().any(|known| known == rule), "no rule {rule}");
    }
    let mut linter = room.npm("graphql-schema-linter");
    let said = told(linter.args(["--rules", &rules.join(","), "schema.graphql"])).await;
    assert!(said.contains("0 errors detected"), "{said}");
}

/// Every rule that the linter brings, but those left off: a new version's new rules are followed, too.
fn rules(room: &Room) -> Vec<String> {
    let folder = room.path("node_modules/graphql-schema-linter/lib/rules");
    let files = std::fs::read_dir(folder).expect("rules");
    let names = files.map(|file| {
        let name = file.expect("a rule").file_name().into_string();
        name.expect("a name").replace('_', "-")
    });
    let mut rules: Vec<String> = names
        .filter_map(|name| Some(name.strip_suffix(".js")?.to_owned()))
        .collect();
    for (rule, why) in LEFT_OFF {
        let place = rules.iter().position(|known| known == rule);
        let place = place.unwrap_or_else(|| panic!("there is no rule {rule} to leave off: {why}"));
        rules.remove(place);
    }
    rules
}
