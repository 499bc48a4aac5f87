//! Paging: every row once, in order, both ways, whatever ties there are.

use serde_json::{Value, json};
use tests::{Enrolling, Portal, Visitor};

use crate::access::applying::{applied, text};
use crate::schema::model::{Model, model};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_list_can_be_paged_through_in_every_order() {
    let portal = Portal::start().await;
    let text = text(&portal).await;
    for address in ["ada", "ben", "cy", "dee", "eve"] {
        // The same name, school and start for all: nothing but the id tells them apart.
        let who = Enrolling {
            name: "Alex Same".into(),
            ..portal.enrolling(address)
        };
        let who = portal.enrol(who).await;
        who.asks_approval_of("policy_review").await;
        applied(&portal, &who, text).await;
    }
    portal.post_letters().await;
    let (office, model) = (portal.administrator().await, model());
    for (list, field) in &model.object("Query").expect("Query").fields {
        if !field.base().ends_with("Connection") {
            continue;
        }
        for order in orders(&model, list) {
            let whole = whole(&office, list, &order).await;
            let few = ["groups", "schools", "apiTokens", "deliveryPartners"];
            assert!(whole.ids.len() > 2 || few.contains(&list.as_str()));
            assert_eq!(whole.total, whole.ids.len(), "{list}{order}");
            for way in [Way::Forwards, Way::Backwards] {
                let turned = paged(&office, list, &order, 7, way).await;
                assert_eq!(
                    turned, whole.ids,
                    "{list}{order}: other rows page by page than at once, {way:?}"
                );
            }
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
    let ask = async |arguments: String| {
        let document = format!(
            "{{ participants({arguments}) {{ nodes {{ person {{ name }} }}
                pageInfo {{ startCursor endCursor hasNextPage hasPreviousPage }} }} }}"
        );
        office.query(&document, json!({})).await["participants"].take()
    };
    let first = ask("first: 2".into()).await;
    assert_eq!(names(&first), ["Bea", "Cleo"]);
    portal.participant("Ada").await;
    let end = &first["pageInfo"]["endCursor"];
    let second = ask(format!("first: 2, after: {end}")).await;
    assert_eq!(names(&second), ["Dora", "Edda"]);
    assert_eq!(second["pageInfo"]["hasNextPage"], false);
    let start = &second["pageInfo"]["startCursor"];
    let back = ask(format!("last: 2, before: {start}")).await;
    assert_eq!(names(&back), ["Bea", "Cleo"]);
    assert_eq!(back["pageInfo"]["hasPreviousPage"], true);
    assert_eq!(back["pageInfo"]["hasNextPage"], true);
    // From one cursor to another.
    let start = &first["pageInfo"]["startCursor"];
    let end = &second["pageInfo"]["endCursor"];
    let between = ask(format!("first: 100, after: {start}, before: {end}")).await;
    assert_eq!(names(&between), ["Cleo", "Dora"]);
    let between = ask(format!("last: 1, after: {start}, before: {end}")).await;
    assert_eq!(names(&between), ["Dora"]);
    assert_eq!(between["pageInfo"]["hasPreviousPage"], true);
}

fn names(page: &Value) -> Vec<&str> {
    let nodes = page["nodes"].as_array().expect("nodes");
    nodes
        .iter()
        .filter_map(|node| node["person"]["name"].as_str())
        .collect()
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

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Forwards,
    Backwards,
}

async fn paged(by: &Visitor, list: &str, order: &str, rows: usize, way: Way) -> Vec<String> {
    let (size, from, more, end) = match way {
        Way::Forwards => ("first", "after", "hasNextPage", "endCursor"),
        Way::Backwards => ("last", "before", "hasPreviousPage", "startCursor"),
    };
    let behind = match way {
        Way::Forwards => "hasPreviousPage",
        Way::Backwards => "hasNextPage",
    };
    let document = format!(
        "query($from: String) {{ {list}({size}: {rows}, {from}: $from{order}) {{
            edges {{ cursor node {{ id }} }} nodes {{ id }}
            pageInfo {{ startCursor endCursor hasNextPage hasPreviousPage }} }} }}"
    );
    let (mut found, mut cursor) = (Vec::new(), Value::Null);
    loop {
        let mut told = by.query(&document, json!({ "from": cursor })).await;
        let page = told[list].take();
        let edges = page["edges"].as_array().expect("edges");
        let info = &page["pageInfo"];
        let of = |edge: Option<&Value>| edge.map_or(Value::Null, |edge| edge["cursor"].clone());
        assert_eq!(info["startCursor"], of(edges.first()), "{list}{order}");
        assert_eq!(info["endCursor"], of(edges.last()), "{list}{order}");
        assert_eq!(info[behind], !cursor.is_null(), "{list}{order} {way:?}");
        let ids = ids(&page["nodes"]);
        match way {
            Way::Forwards => found.extend(ids),
            Way::Backwards => found.splice(0..0, ids).for_each(drop),
        }
        if info[more] == false {
            return found;
        }
        assert_eq!(
            edges.len(),
            rows,
            "{list}{order}: a page that is not the last is full"
        );
        cursor = info[end].clone();
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
