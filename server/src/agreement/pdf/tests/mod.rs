//! The document as other programs read it.

use std::time::Instant;

use chrono::NaiveDate;
use lopdf::{Dictionary, Document, Object, ObjectId};
use uuid::Uuid;

use super::{Evidence, make, paper};
use crate::access::Keys;
use crate::agreement::proof::Code;
use crate::agreement::{Block, Words};

fn evidence() -> Evidence {
    let keys = Keys::new("a secret of at least thirty-two characters");
    Evidence {
        title: "Support agreement for the National Award".into(),
        number: 3,
        blocks: vec![
            Block::Heading("What you agree to".into()),
            Block::Paragraph("Ada Osei has applied. The school will:".into()),
            Block::Points(vec![
                "release Ada Osei for up to 10 days".into(),
                "support Ada Osei at school, through a mentor who is their line manager or a senior member of staff, in the work that the award asks for".into(),
            ]),
            Block::Heading("What you confirm".into()),
            Block::Paragraph("By signing you confirm that all of this is so.".into()),
        ],
        applicant: "Ada Osei".into(),
        school: "Willowbank Primary School".into(),
        signed_name: "Helen Headteacher".into(),
        capacity: "headteacher",
        appointed_on: NaiveDate::from_ymd_opt(2025, 9, 1),
        mentor: "Grace Mentor".into(),
        mentor_post: "Deputy headteacher".into(),
        review: Vec::new(),
        email: "head@willowbank.test".into(),
        asked_at: "2026-07-01T09:00:00Z".parse().expect("a moment"),
        signed_at: "2026-07-02T23:05:07Z".parse().expect("a moment"),
        on_paper: None,
        ip: "192.0.2.1".into(),
        browser: "Mozilla/5.0 (X11; Linux x86_64)".into(),
        text_hash: "0123456789abcdef".repeat(4),
        position: 1_234,
        chain_hash: "fedcba9876543210".repeat(4),
        code: Code::of(&keys, Uuid::from_u128(7)),
        verify_at: "https://portal.example/verify".into(),
    }
}

fn made(evidence: &Evidence) -> Vec<u8> {
    make(&paper(evidence)).expect("a PDF")
}

fn read(file: &[u8]) -> Document {
    Document::load_mem(file).expect("a PDF that can be read")
}

/// The words in the order in which they are drawn, without what stands at the foot of each page.
fn said(document: &Document) -> Vec<String> {
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    let mut words = Vec::new();
    for page in pages {
        let text = document.extract_text(&[page]).expect("text");
        let whole = text.replace('\n', " ");
        let (text, _) = whole.rsplit_once("Check at").expect("the foot of a page");
        words.extend(text.split_whitespace().map(str::to_owned));
    }
    words
}

/// Without blanks: readers differ in where they see them.
fn run_together<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    words
        .into_iter()
        .flat_map(str::chars)
        .filter(|c| !c.is_whitespace())
        .collect()
}

fn root(document: &Document) -> &Dictionary {
    document.catalog().expect("a catalogue")
}

/// The tags as an outline: "H1", "P", "L(LI(Lbl LBody))".
fn tags(document: &Document, id: ObjectId) -> String {
    let node = document.get_dictionary(id).expect("a tag");
    let name = node.get(b"S").and_then(Object::as_name).unwrap_or(b"Root");
    let name = String::from_utf8_lossy(name).into_owned();
    let below = match node.get(b"K") {
        Ok(Object::Array(below)) => below.clone(),
        Ok(one) => vec![one.clone()],
        Err(_) => Vec::new(),
    };
    let below: Vec<String> = below
        .iter()
        .filter_map(|kid| kid.as_reference().ok())
        .filter(|id| document.get_dictionary(*id).is_ok_and(|kid| kid.has(b"S")))
        .map(|id| tags(document, id))
        .collect();
    if below.is_empty() {
        return name;
    }
    format!("{name}({})", below.join(" "))
}

#[test]
fn the_words_that_were_signed_come_first_and_in_their_order() {
    let evidence = evidence();
    let words = Words {
        title: evidence.title.clone(),
        number: evidence.number,
        blocks: evidence.blocks.clone(),
        analysis: None,
    };
    let document = read(&made(&evidence));
    let said = said(&document);
    let signed = words.text();
    let read = run_together(said.iter().map(String::as_str));
    assert!(
        read.starts_with(&run_together([signed.as_str()])),
        "{said:?}"
    );
}

#[test]
fn the_evidence_is_whole() {
    let evidence = evidence();
    let said = said(&read(&made(&evidence)));
    let read = run_together(said.iter().map(String::as_str));
    for known in [
        "Signed byHelen Headteacher",
        "For the schoolWillowbank Primary School",
        // An hour after midnight in summer time, and the day before in UTC.
        "Friday 3 July 2026, 00:05:07 BST",
        "2026-07-02 23:05:07",
        "head@willowbank.test",
        "192.0.2.1",
        "Mozilla/5.0 (X11; Linux x86_64)",
        &evidence.text_hash,
        "Entry in the history1234",
        &evidence.chain_hash,
        &evidence.code.grouped(),
        &format!("https://portal.example/verify/{}", evidence.code.grouped()),
    ] {
        assert!(read.contains(&run_together([known])), "{known}: {said:?}");
    }
}

#[test]
fn what_the_school_says_of_the_needs_analysis_belongs_to_it() {
    let review = vec!["The school supports every outcome.".to_owned()];
    let document = read(&made(&Evidence {
        review,
        ..evidence()
    }));
    let said = said(&document).join(" ");
    assert!(
        said.contains("The school supports every outcome."),
        "{said}"
    );
}

#[test]
fn screen_readers_hear_what_everything_is() {
    let document = read(&made(&evidence()));
    let root = root(&document);
    let text = |key: &[u8]| root.get(key).and_then(Object::as_str).map(<[u8]>::to_vec);
    assert_eq!(text(b"Lang").expect("a language"), b"en-GB");
    let marked = root
        .get(b"MarkInfo")
        .and_then(Object::as_dict)
        .expect("marks");
    assert!(
        marked
            .get(b"Marked")
            .and_then(Object::as_bool)
            .expect("a mark")
    );
    let shown = document
        .get_dict_in_dict(root, b"ViewerPreferences")
        .expect("preferences");
    assert!(
        shown
            .get(b"DisplayDocTitle")
            .and_then(Object::as_bool)
            .expect("a preference")
    );
    let about = document
        .trailer
        .get(b"Info")
        .and_then(Object::as_reference)
        .expect("about it");
    let about = document.get_dictionary(about).expect("about it");
    let title = about
        .get(b"Title")
        .and_then(Object::as_str)
        .expect("a title");
    assert_eq!(title, b"Support agreement for the National Award");
    let tree = root
        .get(b"StructTreeRoot")
        .and_then(Object::as_reference)
        .expect("tags");
    let row = "TR(TH TD)";
    let rows = |count: usize| vec![row; count].join(" ");
    let expected = format!(
        "Root(Document(H1 P H2 P L(LI(Lbl LBody) LI(Lbl LBody)) H2 P \
         H2 Table({}) H2 P Table({}) P H2 P Table({row}) P(Link)))",
        rows(8),
        rows(8),
    );
    assert_eq!(tags(&document, tree), expected);
}

#[test]
fn the_same_agreement_is_the_same_file() {
    assert_eq!(made(&evidence()), made(&evidence()));
    let other = Evidence {
        position: 1_235,
        ..evidence()
    };
    assert_ne!(made(&evidence()), made(&other));
}

#[test]
fn long_words_take_as_many_pages_as_they_need() {
    let mut evidence = evidence();
    let long = "A sentence of an agreement that somebody has made very long. ".repeat(40);
    evidence
        .blocks
        .extend((0..12).map(|_| Block::Paragraph(long.clone())));
    let document = read(&made(&evidence));
    let pages = document.get_pages().len();
    assert!(pages >= 5, "{pages}");
    let said = said(&document).join(" ");
    assert_eq!(said.matches("somebody").count(), 12 * 40);
    for page in 1..=u32::try_from(pages).expect("few") {
        let text = document.extract_text(&[page]).expect("text");
        assert!(text.contains(&format!("Page {page} of {pages}")), "{text}");
    }
}

/// Whatever somebody has for a name, there is a document, and who has no letters in it is seen to be missing.
#[test]
fn no_name_keeps_a_document_from_being_made() {
    let naughty = [
        "",
        " ",
        "Siân Llŷr, Łucja Żółć, Nguyễn Thị Hồng, Γιώργος, Наталія Їжакевич",
        "王小明",
        "👩🏽‍🏫 Emoji",
        "\u{202e}gnirts desrever",
        "\u{0}\u{1}\u{7f}\u{fffe}\u{ffff}\u{feff}\u{fff9}",
        "e\u{301}\u{301}\u{301}\u{301}",
        "محمد بن عبد الله",
        "שלום Ada עולם",
        "हिन्दी ไทย ខ្មែរ ᚠᛇᚻ",
        "A\u{ad}B\u{200b}C\u{2060}D",
        "\u{e000}\u{f8ff}\u{10ffff}\u{e0041}",
        "line\nbreak\r\ntab\tpage\u{c}nel\u{85}sep\u{2028}par\u{2029}",
        "fi fl ffi ǆ ﬁ ﬃ",
        "<b>not bold</b> (parenthesis \\ backslash)",
    ];
    for name in naughty
        .into_iter()
        .map(str::to_owned)
        .chain(["W".repeat(500), "ﷺ".repeat(60)])
    {
        let evidence = Evidence {
            signed_name: name.clone(),
            applicant: name.clone(),
            school: name.clone(),
            browser: name.clone(),
            mentor_post: name.clone(),
            title: format!("Agreement {name}"),
            blocks: vec![
                Block::Heading(name.clone()),
                Block::Paragraph(name.clone()),
                Block::Points(vec![name.clone(), String::new()]),
                Block::Points(Vec::new()),
            ],
            ..evidence()
        };
        let file = make(&paper(&evidence));
        let file = file.unwrap_or_else(|why| panic!("{name:?}: {why:?}"));
        read(&file);
    }
    let named = |name: &str| Evidence {
        signed_name: name.into(),
        ..evidence()
    };
    let told = said(&read(&made(&named("王小明")))).join(" ");
    assert!(told.contains("\u{fffd}\u{fffd}\u{fffd}"), "{told}");
    let told = said(&read(&made(&named("Łucja Żółć Nguyễn Наталія")))).join(" ");
    assert!(told.contains("Łucja Żółć Nguyễn Наталія"), "{told}");
}

/// Not a measurement; but nobody should wait a second for it even in a build that nobody made fast.
#[test]
fn a_document_is_soon_made() {
    let evidence = evidence();
    let begun = Instant::now();
    let file = made(&evidence);
    let (took, size) = (begun.elapsed(), file.len());
    println!("{size} bytes in {took:?}");
    assert!(size < 120_000, "{size} bytes");
    if let Ok(place) = std::env::var("PDF_TO_LOOK_AT") {
        std::fs::write(place, file).expect("a file");
    }
}
