//! Addresses that stand for a key: each opens one report's file and no more.

use chrono::Duration;
use entity::report_address::Format;
use server::access::Actor;
use server::token::{self, recognise_address};
use tests::{Portal, log};

use super::{address, address_row, key, revoke};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_address_opens_its_own_report_by_the_right_of_its_key() {
    let portal = Portal::start().await;
    let (_, id) = key(&portal).await;
    let (url, secret, _) = address(&portal, id, "outcomes").await;
    assert!(url.ends_with("/outcomes.csv"), "{url}");
    let (_, other, _) = address(&portal, id, "mentors").await;
    assert_ne!(secret, other);
    let opened = recognise_address(&portal.app, &secret).await;
    let opened = opened.expect("an answer").expect("an address");
    assert_eq!(
        (opened.report.as_str(), opened.format),
        ("outcomes", Format::Csv)
    );
    assert_eq!(opened.file(), "outcomes.csv");
    let Actor::Token(by) = &opened.actor else {
        panic!("{:?} is no key", opened.actor)
    };
    assert_eq!(by.id, id);
    assert!(!opened.actor.may_see_names());
    for wrong in ["", "x", &url, &secret[1..], &secret.to_lowercase()] {
        let opened = recognise_address(&portal.app, wrong)
            .await
            .expect("an answer");
        assert_eq!(opened, None, "{wrong}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_address_goes_alone_and_with_its_key() {
    let portal = Portal::start().await;
    let (_, id) = key(&portal).await;
    let (_, first, first_id) = address(&portal, id, "outcomes").await;
    let (_, second, _) = address(&portal, id, "outcomes").await;
    let opens = async |secret: &str| {
        let opened = recognise_address(&portal.app, secret).await;
        opened.expect("an answer").is_some()
    };
    let office = portal.programme.office();
    for _ in 0..2 {
        let revoked = server::tx::write(&portal.app, &office, async |tx| {
            let address = server::access::load::<server::access::RevokeAddress>(tx, first_id);
            token::revoke_address(tx, address.await?).await
        });
        revoked.await.expect("it is revoked");
    }
    assert_eq!((opens(&first).await, opens(&second).await), (false, true));
    revoke(&portal, id).await;
    assert!(!opens(&second).await);

    let (_, lasting) = key(&portal).await;
    let (_, third, _) = address(&portal, lasting, "outcomes").await;
    assert!(opens(&third).await);
    portal.wait(Duration::days(365));
    assert!(!opens(&third).await, "its key is over");
    let refused = server::tx::write(&portal.app, &office, async |tx| {
        let token = server::access::load::<server::access::AddAddress>(tx, lasting).await?;
        let new = token::NewAddress {
            report: "outcomes".into(),
            format: Format::Csv,
            filter: None,
        };
        token::add_address(tx, token, new).await
    });
    assert_eq!(refused.await.expect_err("no key").code(), "WRONG_STATE");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_of_a_secret_is_kept_or_told() {
    let portal = Portal::start().await;
    let (key_secret, id) = key(&portal).await;
    let (_, secret, address_id) = address(&portal, id, "outcomes").await;
    portal.wait(Duration::minutes(5));
    recognise_address(&portal.app, &secret)
        .await
        .expect("an answer");
    token::flush(&portal.app).await;
    assert_eq!(
        address_row(&portal, address_id)
            .await
            .last_used_at
            .map(|at| at.timestamp() / 60),
        Some(portal.now().timestamp() / 60)
    );
    let (dump, log) = (portal.dump().await, log());
    for secret in [key_secret.trim_start_matches("nas_"), &secret] {
        for part in [secret, &secret[..20], &secret[secret.len() - 20..]] {
            assert_eq!(dump.find(part), Vec::<(&str, &str)>::new());
            assert!(!log.contains(part));
        }
    }
}
