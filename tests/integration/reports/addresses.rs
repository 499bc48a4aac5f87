//! Files at secret addresses, and what tools pay for files.

use entity::report_address::Format;
use serde_json::Value;
use server::access::{self, AddAddress, TokenScope};
use server::token::{self, NewAddress};
use server::tx;
use tests::Portal;
use uuid::Uuid;

use super::read::parse;
use super::world::busy;

/// A new address of the newest key, below the portal's.
async fn address(portal: &Portal, report: &str, filter: Option<&str>) -> String {
    let office = portal.programme.office();
    let tokens = sea_orm::EntityTrait::find();
    let tokens: sea_orm::Select<entity::api_token::Entity> = tokens;
    let newest = sea_orm::QueryOrder::order_by_desc(tokens, entity::api_token::Column::Id);
    let key: Uuid = newest
        .one(&portal.app.db.read)
        .await
        .expect("keys")
        .expect("a key")
        .id;
    let input = NewAddress {
        report: report.into(),
        format: Format::Csv,
        filter: filter.map(str::to_owned),
    };
    let made = tx::write(&portal.app, &office, async |tx| {
        let key = access::load::<AddAddress>(tx, key).await?;
        token::add_address(tx, key, input).await
    });
    let (whole, _) = made.await.expect("an address");
    whole
        .strip_prefix(portal.url())
        .expect("of this portal")
        .to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_address_opens_its_own_file_and_no_other() {
    let portal = Portal::start().await;
    busy(&portal).await;
    portal.token(&[TokenScope::Reports]).await;
    let anybody = portal.anonymous();
    let filter = "{\"state\":{\"eq\":\"approved\"}}";
    let tasks = address(&portal, "tasks", Some(filter)).await;
    let rows = parse(&anybody.get(&tasks).await.text().await.expect("a file"));
    assert_eq!(rows.len(), 2);
    assert!(
        rows.iter()
            .all(|row| row["state"] == "approved" && row["participant"].is_empty())
    );
    let wider = format!("{tasks}?where={{\"state\":{{\"eq\":\"returned\"}}}}");
    let rows = parse(&anybody.get(&wider).await.text().await.expect("a file"));
    assert!(rows.is_empty(), "what the address is for stays");
    for other in [
        tasks.replace("tasks.csv", "tasks.xlsx"),
        tasks.replace("tasks.csv", "approvals.csv"),
        tasks.replace("/at/", "/at/x"),
    ] {
        let answer = anybody.get(&other).await;
        assert_eq!(answer.status(), 404, "{other}");
        let body: Value = answer.json().await.expect("JSON");
        assert_eq!(body["errors"][0]["extensions"]["code"], "NOT_FOUND");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_costs_a_point_a_row_and_is_never_cut_off() {
    let portal = Portal::start_with(|config| config.token_points_per_hour = 5).await;
    busy(&portal).await;
    let tool = portal.token(&[TokenScope::Reports]).await;
    let rows = parse(
        &tool
            .get("/reports/tasks.csv")
            .await
            .text()
            .await
            .expect("a file"),
    );
    assert!(rows.len() > 5);
    let refused = tool.get("/reports/tasks.csv").await;
    assert_eq!(refused.status(), 429);
    assert!(refused.headers().contains_key("retry-after"));
    let body: Value = refused.json().await.expect("JSON");
    assert_eq!(body["errors"][0]["extensions"]["code"], "TOO_MANY_REQUESTS");
}
