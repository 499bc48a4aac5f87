//! Paging: every row once, in order, both ways, whatever ties there are.

use serde_json::{Value, json};
use tests::{Enrolling, Portal, Visitor};

use crate::schema::model::{Model, model};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_list_can_be_paged_through_in_every_order() {
    let portal = Portal::start().await;
    for address in ["ada", "ben", "cy", "dee", "eve"] {
        // The same name, school and start for all: nothing but the id tells them apart.
        let who = Enrolling {
            name: "Alex Same".into(),
            ..portal.enrolling(address)
        };
        let who = portal.enrol(who).await;
        who.asks_approval_of("policy_review").await;
    }
    portal.post_letters().await;
    let (office, model) = (portal.administrator().await, model());
    for (list, field) in &model.object("Query").expect("Query").fields {
        if !field.arguments.contains_key("first") {
            continue;
        }
        for order in orders(&model, list) {
            let whole = whole(&office, list, &order).await;
            assert!(
                whole.ids.len() > 2 || list == "groups" || list == "schools" || list == "apiTokens"
            );
            assert_eq!(whole.total, whole.ids.len(), "{list}{order}");
            let turned = paged(&office, list, &order, 7).await;
            assert_eq!(
                turned, whole.ids,
                "{list}{order}: other rows page by page than at once"
            );
            if order.contains("DESC") {
                let up = order.replace("DESC", "ASC");
                let mut up = self::whole(&office, list, &up).await.ids;
                up.reverse();
                assert_eq!(whole.ids, up, "{list}{order} is not the other way round");
            }
        }
    }
}

/// Rows that come before the cursor, or go, move nothing on the pages after it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_comes_between_two_pages_shifts_nothing() {
    let portal = Portal::start().await;
    for name in ["Bea", "Cleo", "Dora", "Edda"] {
        portal.participant(name).await;
    }
    let office = portal.administrator().await;
    let names = |page: &Value| -> Vec<String> {
        let nodes = page["participants"]["nodes"].as_array().expect("nodes");
        nodes
            .iter()
            .filter_map(|node| node["person"]["name"].as_str())
            .map(str::to_owned)
            .collect()
    };
    let document = "query($after: String) { participants(first: 2, after: $after) {
        nodes { person { name } } pageInfo { endCursor hasNextPage } } }";
    let first = office.query(document, json!({})).await;
    assert_eq!(names(&first), ["Bea", "Cleo"]);
    portal.participant("Ada").await;
    let after = json!({ "after": first["participants"]["pageInfo"]["endCursor"] });
    let second = office.query(document, after).await;
    assert_eq!(names(&second), ["Dora", "Edda"]);
    assert_eq!(second["participants"]["pageInfo"]["hasNextPage"], false);
}

struct Whole {
    ids: Vec<String>,
    total: usize,
}

async fn whole(by: &Visitor, list: &str, order: &str) -> Whole {
    let document = format!("{{ {list}(first: 100{order}) {{ totalCount nodes {{ id }} }} }}");
    let told = by.query(&document, json!({})).await;
    let total = told[list]["totalCount"].as_u64().expect("a count");
    Whole {
        ids: ids(&told[list]["nodes"]),
        total: usize::try_from(total).expect("a small count"),
    }
}

async fn paged(by: &Visitor, list: &str, order: &str, rows: usize) -> Vec<String> {
    let document = format!(
        "query($after: String) {{ {list}(first: {rows}, after: $after{order}) {{
            edges {{ cursor node {{ id }} }} nodes {{ id }}
            pageInfo {{ startCursor endCursor hasNextPage hasPreviousPage }} }} }}"
    );
    let (mut found, mut after) = (Vec::new(), Value::Null);
    loop {
        let mut told = by.query(&document, json!({ "after": after })).await;
        let page = told[list].take();
        let edges = page["edges"].as_array().expect("edges");
        let info = &page["pageInfo"];
        let cursor = |edge: Option<&Value>| edge.map_or(Value::Null, |edge| edge["cursor"].clone());
        assert_eq!(info["startCursor"], cursor(edges.first()), "{list}{order}");
        assert_eq!(info["endCursor"], cursor(edges.last()), "{list}{order}");
        assert_eq!(info["hasPreviousPage"], !after.is_null(), "{list}{order}");
        found.extend(ids(&page["nodes"]));
        if info["hasNextPage"] == false {
            return found;
        }
        assert_eq!(
            edges.len(),
            rows,
            "{list}{order}: a page that is not the last is full"
        );
        after = info["endCursor"].clone();
    }
}

fn ids(nodes: &Value) -> Vec<String> {
    let nodes = nodes.as_array().expect("nodes");
    nodes
        .iter()
        .filter_map(|node| node["id"].as_str())
        .map(str::to_owned)
        .collect()
}

/// Every order that a list takes, as it is written after other arguments; nothing for its own.
pub fn orders(model: &Model, list: &str) -> Vec<String> {
    let mut orders = vec![String::new()];
    if let Some(order) = model.field("Query", list).arguments.get("orderBy") {
        let fields = &model.types[order.base()].fields["field"];
        for field in model.types[fields.base()].values.keys() {
            for direction in ["ASC", "DESC"] {
                orders.push(format!(
                    ", orderBy: {{ field: {field}, direction: {direction} }}"
                ));
            }
        }
    }
    orders
}
