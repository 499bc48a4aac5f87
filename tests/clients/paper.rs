//! `pdftotext`, `pdfinfo` and `qpdf`: a signed agreement as the programs read it that readers and archives are built on.

use std::fs;

use tests::Portal;

use crate::room::{Room, told};

const NAME: &str = "support-agreement.pdf";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_signed_agreement_reads_as_it_was_signed() {
    let portal = Portal::start().await;
    let ada = portal.ready_applicant("Ada").await;
    portal.post_letters().await;
    let letter = portal.mailbox().letter_about(&ada.email, "signed").await;
    let room = Room::with(&[]);
    let mut words = String::new();
    for (name, kind, content) in letter.files() {
        match kind.as_str() {
            "application/pdf" => fs::write(room.path(NAME), content).expect("a file"),
            _ if name.ends_with(".txt") => words = String::from_utf8(content).expect("a text"),
            _ => {}
        }
    }

    let mut pdftotext = room.command("pdftotext", "poppler-utils");
    let read = told(pdftotext.args(["-enc", "UTF-8", NAME, "-"])).await;
    let read = squeezed(&read);
    let mut rest = read.as_str();
    assert!(words.lines().count() > 10, "{words}");
    for line in words.lines().map(squeezed).filter(|line| !line.is_empty()) {
        let found = rest.split_once(&line);
        let (_, after) = found.unwrap_or_else(|| panic!("no “{line}” in\n{rest}"));
        rest = after;
    }

    let about = told(room.command("pdfinfo", "poppler-utils").arg(NAME)).await;
    let about = squeezed(&about);
    for known in ["Tagged: yes", "JavaScript: no", "Encrypted: no", "(A4)"] {
        assert!(about.contains(known), "{known}: {about}");
    }
    let sound = told(room.command("qpdf", "qpdf").args(["--check", NAME])).await;
    assert!(
        sound.contains("No syntax or stream encoding errors found"),
        "{sound}"
    );
}

/// With a single blank wherever there is any: lines are broken anew on paper.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
