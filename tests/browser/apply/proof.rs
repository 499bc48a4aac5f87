//! Carl Chair takes what he has signed with him, and checks by its code that it is genuine.

use lopdf::Document;
use tests::{Browser, Portal};

/// On the telephone with which he signed, without scripts.
pub async fn takes_and_checks(portal: &Portal, phone: &Browser) {
    // The file is made within the minute.
    portal.post_letters().await;
    phone.reloads().await;
    phone.sees("signed for Willowbank Primary School").await;
    let (name, pdf) = phone.saves("a[href$='/support-agreement.pdf']").await;
    assert_eq!(name, "support-agreement.pdf");

    phone
        .goes("/verify", "Check a signed support agreement")
        .await;
    phone.looks_right("verify").await;
    phone.fills("code", "7K3M").await;
    phone.clicks("Check").await;
    phone.sees("A code has 20 letters and digits").await;
    phone.looks_right("verify-mistake").await;
    phone.fills("code", &code_in(&pdf)).await;
    phone.clicks("Check").await;
    phone.reads_heading("This agreement is genuine").await;
    phone.sees("This page names nobody").await;
    phone.looks_right("verify-genuine").await;
    let shown = phone.text().await;
    for private in ["Carl", "Dora", "Mina", "Willowbank"] {
        assert!(!shown.contains(private), "{private}: {shown}");
    }
}

/// As somebody copies it out of the file.
fn code_in(pdf: &[u8]) -> String {
    let document = Document::load_mem(pdf).expect("a PDF");
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    let text = document.extract_text(&pages).expect("text");
    let (_, after) = text.split_once("with the code").expect("a code");
    after.split_whitespace().next().expect("a code").to_owned()
}
