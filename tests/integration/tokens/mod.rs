//! Keys of reporting tools: who they are, what they use, what they may use, and the addresses that stand for them.

mod addresses;
mod limits;
mod recognised;
mod used;

use entity::report_address::Format;
use server::access::{self, AddAddress, CreateToken, RevokeToken, TokenScope};
use server::token::{self, NewAddress, NewToken};
use server::tx;
use tests::Portal;
use uuid::Uuid;

/// A question, and the points that it costs: the connection and each of its rows count.
const QUESTION: (&str, i64) = ("{ schools(first: 10) { nodes { name } } }", 20);

/// A key of a tool that may read numbers, and its id.
async fn key(portal: &Portal) -> (String, Uuid) {
    let new = NewToken {
        name: "Monthly report".into(),
        scopes: vec![TokenScope::Reports],
        group_id: None,
        expires_at: Some(portal.now() + chrono::Duration::days(365)),
    };
    let office = portal.programme.office();
    let made = tx::write(&portal.app, &office, async |tx| {
        token::create(tx, access::entitle::<CreateToken>(&tx.actor)?, new).await
    });
    let (secret, row) = made.await.expect("a key");
    (secret, row.id)
}

async fn revoke(portal: &Portal, id: Uuid) {
    let office = portal.programme.office();
    let revoked = tx::write(&portal.app, &office, async |tx| {
        token::revoke(tx, access::load::<RevokeToken>(tx, id).await?).await
    });
    revoked.await.expect("it is revoked");
}

/// An address of a file by the right of this key: whole, its secret part, and its id.
async fn address(portal: &Portal, token: Uuid, report: &str) -> (String, String, Uuid) {
    let new = NewAddress {
        report: report.into(),
        format: Format::Csv,
        filter: None,
    };
    let office = portal.programme.office();
    let made = tx::write(&portal.app, &office, async |tx| {
        token::add_address(tx, access::load::<AddAddress>(tx, token).await?, new).await
    });
    let (url, row) = made.await.expect("an address");
    let secret = url.rsplit('/').nth(1).expect("a secret part").to_owned();
    (url, secret, row.id)
}
