//! What has to hold of every letter, and how it stands in a snapshot.

use std::collections::BTreeMap;

use entity::letter::{self, Kind};
use mailbox::Letter;
use sea_orm::{EntityTrait as _, Iterable as _};
use tests::{Participant, Portal};

/// Whether a kind of letter is about somebody who applies, and not about approvals or signing in.
pub fn is_about_applications(kind: Kind) -> bool {
    use Kind::*;
    !matches!(
        kind,
        SignInCode
            | SignInUnknown
            | TaskApprovalRequested
            | TaskApprovalReminder
            | TaskApprovalRequestWithdrawn
            | TaskApprovalMoved
            | TaskDecisionReceipt
            | TaskApproved
            | TaskReturned
            | TaskApprovalUnanswered
            | TaskDecisionDisputed
            | SchoolProgressDigest
            | TestMail
    )
}

/// The letters that were sent, each looked at; the first of each name, as a snapshot shows it. Every kind that is `wanted`
/// has to be among them.
pub async fn read_well(portal: &Portal, wanted: fn(Kind) -> bool) -> BTreeMap<String, String> {
    let letters = by_kind(portal).await;
    let missing: Vec<Kind> = Kind::iter()
        .filter(|kind| wanted(*kind) && !letters.iter().any(|(row, _)| row.kind == *kind))
        .collect();
    assert!(missing.is_empty(), "never sent: {missing:?}");
    let mut first = BTreeMap::new();
    for (row, letter) in &letters {
        assert_is_well_made(portal, row, letter);
        if wanted(row.kind) {
            first
                .entry(name(row))
                .or_insert_with(|| shown(portal, row, letter));
        }
    }
    first
}

fn shown(portal: &Portal, row: &letter::Model, letter: &Letter) -> String {
    let (to, subject, text) = (&row.to_email, letter.subject(), letter.text());
    redacted(portal, &format!("To: {to}\nSubject: {subject}\n\n{text}"))
}

/// The snapshot's name. What several receivers hear in other words has theirs in it.
fn name(row: &letter::Model) -> String {
    match (row.kind, row.to_email.split_once('@')) {
        (
            Kind::TaskDecisionDisputed
            | Kind::AgreementRequested
            | Kind::ApplicationDeferred
            | Kind::OfficeMessageSent,
            Some((receiver, _)),
        ) => format!("{:?}_{receiver}", row.kind),
        _ => format!("{:?}", row.kind),
    }
}

/// Each row of the outbox that was sent, with what arrived.
async fn by_kind(portal: &Portal) -> Vec<(letter::Model, Letter)> {
    let arrived = portal.mailbox().letters();
    let rows = letter::Entity::find()
        .all(&portal.app.db.read)
        .await
        .expect("letters");
    let of = |row: &letter::Model| {
        let id = |letter: &&Letter| {
            letter
                .message_id()
                .is_some_and(|id| format!("<{id}>") == row.message_id)
        };
        arrived.iter().find(id).cloned()
    };
    let mut found: Vec<_> = rows
        .into_iter()
        .filter_map(|row| of(&row).map(|letter| (row, letter)))
        .collect();
    assert_eq!(found.len(), arrived.len(), "each letter is in the outbox");
    found.sort_by_key(|(row, _)| row.id);
    found
}

fn assert_is_well_made(portal: &Portal, row: &letter::Model, letter: &Letter) {
    let header = |name: &str| letter.header(name).unwrap_or_default();
    let (text, html) = (letter.text(), letter.html());
    let told = format!(
        "{:?} to {}:\n{}",
        row.kind,
        row.to_email,
        String::from_utf8_lossy(&letter.raw)
    );
    assert_eq!(letter.to, [row.to_email.as_str()], "{told}");
    assert!(
        !letter.subject().is_empty() && letter.subject().chars().count() <= 140,
        "{told}"
    );
    assert!(text.len() > 100 && html.len() > 100, "both parts: {told}");
    assert!(html.contains("<html lang=\"en"), "{told}");
    assert_eq!(header("Auto-Submitted"), "auto-generated", "{told}");
    let raw = format!(
        "\r\n{}",
        String::from_utf8_lossy(&letter.raw).replace("\r\n ", " ")
    );
    assert!(
        raw.contains("\r\nFrom: \"SEN Award Portal\" <portal@provider.test>\r\n"),
        "{told}"
    );
    assert!(
        raw.contains("\r\nReply-To: \"Programme office\" <office@provider.test>\r\n"),
        "{told}"
    );
    let thread = row.in_reply_to.clone().unwrap_or_default();
    for name in ["In-Reply-To", "References"] {
        assert_eq!(
            thread.is_empty(),
            !raw.contains(&format!("\r\n{name}: ")),
            "{told}"
        );
        assert!(
            thread.is_empty() || raw.contains(&format!("\r\n{name}: {thread}\r\n")),
            "{told}"
        );
    }
    for private in [
        Participant::ACCOUNT,
        Participant::REFLECTION,
        "Write about the pupils",
    ] {
        assert!(
            !text.contains(private) && !html.contains(private),
            "evidence: {told}"
        );
    }
    for trap in [
        "<script",
        "<img",
        "<link",
        "<form",
        "javascript:",
        "@import",
        "url(",
    ] {
        assert!(!html.contains(trap), "{trap}: {told}");
    }
    for link in html
        .split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
    {
        assert!(
            link.starts_with(portal.url()) || link.starts_with("mailto:"),
            "{link}: {told}"
        );
    }
    for link in letter.links() {
        assert!(link.starts_with(portal.url()), "{link}: {told}");
    }
}

fn redacted(portal: &Portal, text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let text = text.replace(portal.url(), "https://portal.test");
    let words: Vec<String> = text
        .split('\n')
        .map(without_ids)
        .map(|line| without_reference(&line))
        .collect();
    words.join("\n")
}

/// The reference of a paper is another one in every run too.
fn without_reference(line: &str) -> String {
    let Some((_, after)) = line.split_once("eference ") else {
        return line.to_owned();
    };
    let after = after.strip_prefix("on the paper is ").unwrap_or(after);
    let is_one =
        |text: &str| text.len() > 8 && text.as_bytes()[4] == b'-' && text.is_char_boundary(9);
    match is_one(after) {
        true => line.replace(&after[..9], "[reference]"),
        false => line.to_owned(),
    }
}

/// Ids, tokens and codes are other ones in every run.
fn without_ids(line: &str) -> String {
    if line.len() == 6 && line.bytes().all(|byte| byte.is_ascii_digit()) {
        return "[code]".into();
    }
    match line.rsplit_once('/') {
        Some((before, last)) if line.starts_with("https://portal.test/") && last.len() >= 32 => {
            format!("{before}/[id]")
        }
        _ => line.to_owned(),
    }
}
