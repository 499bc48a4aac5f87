use std::io::Cursor;

use entity::agreement_scan::Format;
use image::{DynamicImage, ImageFormat, ImageReader, Rgba, RgbaImage};

use super::Refused;
use super::keep::look_into;

fn file(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    picture
        .into()
        .write_to(&mut file, format)
        .expect("a picture");
    file.into_inner()
}

fn read(bytes: &[u8]) -> DynamicImage {
    let reader = ImageReader::with_format(Cursor::new(bytes), ImageFormat::Jpeg);
    reader.decode().expect("a JPEG")
}

/// What a phone writes into a photo that it took on its side: orientation 6, and where it was.
fn exif() -> Vec<u8> {
    let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08".to_vec();
    exif.extend(2_u16.to_be_bytes());
    exif.extend(b"\x01\x12\0\x03\0\0\0\x01\0\x06\0\0");
    exif.extend(b"\x01\x0e\0\x02\0\0\0\x0c\0\0\0\x26");
    exif.extend([0; 4]);
    exif.extend(b"GPS 51.5N 0W");
    exif
}

#[test]
fn a_photo_is_upright_and_tells_nothing_of_where_it_was_taken() {
    let mut wide = image::RgbImage::new(40, 20);
    // White at the left becomes white at the top.
    wide.enumerate_pixels_mut()
        .filter(|(x, ..)| *x < 20)
        .for_each(|(.., pixel)| pixel.0 = [255; 3]);
    let plain = file(wide, ImageFormat::Jpeg);
    let exif = exif();
    let mut photo = plain[..2].to_vec();
    photo.extend(b"\xff\xe1");
    photo.extend(u16::try_from(exif.len() + 2).expect("short").to_be_bytes());
    photo.extend(&exif);
    photo.extend(&plain[2..]);
    photo.extend(b"<script>alert(1)</script>");

    let kept = look_into(photo).expect("a photo");
    assert_eq!((kept.format, kept.pages), (Format::Jpeg, 1));
    for gone in [&b"Exif"[..], b"GPS", b"script"] {
        let found = kept.content.windows(gone.len()).any(|part| part == gone);
        assert!(!found, "{}", String::from_utf8_lossy(gone));
    }
    let drawn = read(&kept.content).into_rgb8();
    assert_eq!(drawn.dimensions(), (20, 40));
    assert!(drawn.get_pixel(10, 2).0[0] > 200 && drawn.get_pixel(10, 37).0[0] < 60);
}

#[test]
fn what_can_be_seen_through_is_white() {
    let clear = RgbaImage::from_pixel(8, 8, Rgba([0, 0, 0, 0]));
    let kept = look_into(file(clear, ImageFormat::Png)).expect("a picture");
    assert!(read(&kept.content).into_rgb8().get_pixel(4, 4).0[0] > 250);
}

#[test]
fn large_pictures_become_smaller_and_keep_their_shape() {
    let large = image::GrayImage::new(6_000, 1_500);
    let kept = look_into(file(large, ImageFormat::Png)).expect("a picture");
    let drawn = read(&kept.content);
    assert_eq!((drawn.width(), drawn.height()), (3_000, 750));
}

#[test]
fn every_reason_has_a_code_of_its_own_and_says_what_to_do() {
    use Refused::{
        Active, Bomb, Empty, Locked, Missing, Several, TooLarge, TooManyPages, TooManyPixels,
        Unreadable, WrongKind,
    };
    let all = [
        Missing,
        Several,
        Empty,
        TooLarge,
        WrongKind,
        Unreadable,
        Locked,
        Active,
        TooManyPages,
        TooManyPixels,
        Bomb,
    ];
    let codes: std::collections::BTreeSet<_> = all.iter().map(|why| why.code()).collect();
    assert_eq!(codes.len(), all.len());
    assert!(all.iter().all(|why| why.message().len() > 20));
}
