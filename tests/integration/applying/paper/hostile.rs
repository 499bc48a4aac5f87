//! Files that are not what they seem, and forms that are none.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use image::ImageFormat;
use tests::{Form, LinkPage, Mentor, Portal, picture, scan};

use super::{asked, kept, scans};

/// What came of a file under some name.
async fn tried(paper: &LinkPage, mentor: &Mentor, name: &str, file: &[u8]) -> (u16, String) {
    let form = Form::of(paper, mentor).with_file(name, file);
    told(paper, &form).await
}

async fn told(paper: &LinkPage, form: &Form) -> (u16, String) {
    let answer = form.post(&reqwest::Client::new(), &paper.url, &[]).await;
    let code = answer.headers().get("x-refused");
    let code = code
        .map_or("", |code| code.to_str().expect("a code"))
        .to_owned();
    (answer.status().as_u16(), code)
}

/// A PDF of one page, with more in its catalogue and more objects.
fn pdf(catalogue: &str, more: &[&[u8]]) -> Vec<u8> {
    let mut objects: Vec<Vec<u8>> = vec![
        format!("<< /Type /Catalog /Pages 2 0 R {catalogue} >>").into_bytes(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>".to_vec(),
    ];
    objects.extend(more.iter().map(|object| object.to_vec()));
    written(&objects, "")
}

fn written(objects: &[Vec<u8>], trailer: &str) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.extend(format!("{} 0 obj\n", at + 1).into_bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let table = file.len();
    let count = objects.len() + 1;
    file.extend(format!("xref\n0 {count}\n0000000000 65535 f \n").into_bytes());
    for place in places {
        file.extend(format!("{place:010} 00000 n \n").into_bytes());
    }
    file.extend(
        format!("trailer\n<< /Size {count} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n")
            .into_bytes(),
    );
    file
}

fn stream(dictionary: &str, content: &[u8]) -> Vec<u8> {
    let mut object = format!("<< /Length {} {dictionary} >>\nstream\n", content.len()).into_bytes();
    object.extend(content);
    object.extend(b"\nendstream");
    object
}

fn packed(content: &[u8]) -> Vec<u8> {
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::best());
    packer.write_all(content).expect("packed");
    packer.finish().expect("packed")
}

fn pages(count: usize) -> Vec<u8> {
    let kids: Vec<String> = (0..count).map(|page| format!("{} 0 R", page + 3)).collect();
    let mut objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        format!(
            "<< /Type /Pages /Kids [{}] /Count {count} >>",
            kids.join(" ")
        )
        .into_bytes(),
    ];
    let page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>";
    objects.extend((0..count).map(|_| page.to_vec()));
    written(&objects, "")
}

/// A PNG that says it has so many dots, with next to nothing in it.
fn claiming(width: u32, height: u32) -> Vec<u8> {
    let mut file = picture(4, 4, ImageFormat::Png);
    file[16..20].copy_from_slice(&width.to_be_bytes());
    file[20..24].copy_from_slice(&height.to_be_bytes());
    let mut sum = flate2::Crc::new();
    sum.update(&file[12..29]);
    file[29..33].copy_from_slice(&sum.sum().to_be_bytes());
    file
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_file_is_taken_for_what_it_calls_itself() {
    let portal = Portal::start().await;
    let (ada, page) = asked(&portal).await;
    let paper = page.paper().await;
    let bomb = packed(&vec![0; 300 * 1024 * 1024]);
    let twice = packed(&packed(&vec![0; 20 * 1024 * 1024]));
    let script = b"<< /S /JavaScript /JS (app.alert\\(1\\)) >>";
    let spelt = b"<< /S /J#61vaScript /J#53 (app.alert\\(1\\)) >>";
    let hidden = packed(b"7 0 << /S /JavaScript /JS (app.alert\\(1\\)) >>");
    let mut html_in_front = b"<html><script>alert(1)</script></html>\n".to_vec();
    html_in_front.extend(pdf("", &[]));
    let mut cut = picture(64, 64, ImageFormat::Jpeg);
    cut.truncate(40);
    let locked = written(
        &[
            b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>".to_vec(),
            b"<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <0000000000000000000000000000000000000000000000000000000000000000> /U <1111111111111111111111111111111111111111111111111111111111111111> >>".to_vec(),
        ],
        "/Encrypt 4 0 R /ID [<00> <00>]",
    );
    for (name, file, code) in [
        ("empty.pdf", Vec::new(), "FILE_EMPTY"),
        (
            "page.pdf",
            b"<html><script>alert(1)</script></html>".to_vec(),
            "FILE_WRONG_KIND",
        ),
        (
            "drawing.pdf",
            b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".to_vec(),
            "FILE_WRONG_KIND",
        ),
        ("program.png", b"MZ\x90\x00\x03".to_vec(), "FILE_WRONG_KIND"),
        ("archive.pdf", b"PK\x03\x04".to_vec(), "FILE_WRONG_KIND"),
        (
            "picture.gif",
            b"GIF89a\x01\x00\x01\x00".to_vec(),
            "FILE_WRONG_KIND",
        ),
        ("both.pdf", html_in_front, "FILE_WRONG_KIND"),
        (
            "broken.pdf",
            b"%PDF-1.7\nnothing".to_vec(),
            "FILE_UNREADABLE",
        ),
        ("cut.jpg", cut, "FILE_UNREADABLE"),
        ("huge.png", claiming(60_000, 60_000), "FILE_TOO_MANY_PIXELS"),
        (
            "wide.png",
            claiming(2_000_000_000, 1),
            "FILE_TOO_MANY_PIXELS",
        ),
        (
            "bomb.pdf",
            pdf("", &[&stream("/Filter /FlateDecode", &bomb)]),
            "FILE_UNPACKS_TOO_LARGE",
        ),
        (
            "twice.pdf",
            pdf(
                "",
                &[&stream("/Filter [/FlateDecode /FlateDecode]", &twice)],
            ),
            "FILE_UNPACKS_TOO_LARGE",
        ),
        (
            "script.pdf",
            pdf("/OpenAction 4 0 R", &[script]),
            "FILE_ACTIVE",
        ),
        (
            "spelt.pdf",
            pdf("/OpenAction 4 0 R", &[spelt]),
            "FILE_ACTIVE",
        ),
        (
            "hidden.pdf",
            pdf("", &[&stream("/Filter /FlateDecode", &hidden)]),
            "FILE_ACTIVE",
        ),
        (
            "launch.pdf",
            pdf("/OpenAction << /S /Launch /F (cmd.exe) >>", &[]),
            "FILE_ACTIVE",
        ),
        (
            "carrier.pdf",
            pdf("/Names << /EmbeddedFiles << /Names [] >> >>", &[]),
            "FILE_ACTIVE",
        ),
        (
            "form.pdf",
            pdf("/AcroForm << /XFA [] /Fields [] >>", &[]),
            "FILE_ACTIVE",
        ),
        ("locked.pdf", locked, "FILE_LOCKED"),
        ("long.pdf", pages(31), "FILE_TOO_MANY_PAGES"),
        ("large.png", vec![0; 10 * 1024 * 1024 + 1], "FILE_TOO_LARGE"),
        ("larger.png", vec![0; 30 * 1024 * 1024], "FILE_TOO_LARGE"),
    ] {
        let came = tried(&paper, &ada.mentor, name, &file).await;
        assert_eq!(came, (422, code.to_owned()), "{name}");
    }
    assert!(scans(&portal).await.is_empty());
    assert_eq!(kept(&portal).await, 0);
    for file in [
        pdf("", &[]),
        pages(30),
        picture(300, 200, ImageFormat::Jpeg),
        scan(),
    ] {
        assert_eq!(tried(&paper, &ada.mentor, "what.ever", &file).await.0, 200);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn forms_that_are_none_are_refused() {
    let portal = Portal::start().await;
    let (ada, page) = asked(&portal).await;
    let paper = page.paper().await;
    let form = Form::of(&paper, &ada.mentor);
    assert_eq!(told(&paper, &form).await, (422, "FILE_MISSING".into()));
    assert_eq!(
        told(&paper, &form.clone().with_file("", b"")).await,
        (422, "FILE_MISSING".into())
    );
    let two = form
        .clone()
        .with_file("a.png", &scan())
        .with_file("b.png", &scan());
    assert_eq!(told(&paper, &two).await, (422, "FILE_SEVERAL".into()));
    let client = reqwest::Client::new();
    let post = |media_type: &str, body: Vec<u8>| {
        let request = client.post(&paper.url).header("content-type", media_type);
        request.body(body).send()
    };
    let whole = form.clone().with_file("a.png", &scan()).body();
    let half = whole[..whole.len() / 2].to_vec();
    for (media_type, body, status) in [
        ("multipart/form-data; boundary=another", whole.clone(), 400),
        ("multipart/form-data", whole.clone(), 400),
        ("application/x-www-form-urlencoded", whole.clone(), 415),
        (Form::media_type().as_str(), half, 400),
        (Form::media_type().as_str(), Vec::new(), 400),
    ] {
        let answer = post(media_type, body).await.expect("an answer");
        assert_eq!(answer.status().as_u16(), status, "{media_type}");
    }
    let long = form
        .clone()
        .with("name", &"x".repeat(70_000))
        .with_file("a.png", &scan());
    assert_eq!(told(&paper, &long).await.0, 413);
    let many = (0..400).fold(form, |form, _| form.with("comment-A1", "x"));
    assert_eq!(told(&paper, &many).await.0, 413);
    // A length that is announced is refused before a byte is read.
    let announced = client
        .post(&paper.url)
        .header("content-type", Form::media_type());
    let announced = announced.body(vec![0; 41 * 1024 * 1024]).send().await;
    if let Ok(answer) = announced {
        assert_eq!(answer.status().as_u16(), 413);
    }
    assert!(scans(&portal).await.is_empty());
}
