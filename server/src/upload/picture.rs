//! Photos and scanned pictures. Each is decoded and drawn anew: where it was taken and with what, and whatever was hidden
//! behind it, does not come along.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::error::ImageError;
use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits, Rgb, RgbImage};

use super::Refused;

/// Phones take 12 to 50 million.
const MOST_PIXELS: u64 = 50_000_000;
/// For the decoded picture.
const MOST_MEMORY: u64 = 256 * 1024 * 1024;
/// The longer side is made smaller than this: A4 at some 250 dots an inch.
const LONGEST_SIDE: u32 = 3_000;
const QUALITY: u8 = 85;

/// The same picture as a JPEG, upright, on white.
pub(super) fn drawn_anew(bytes: &[u8], format: ImageFormat) -> Result<Vec<u8>, Refused> {
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(told)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(Refused::TooManyPixels);
    }
    let turned = decoder.orientation().map_err(told)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(told)?;
    if width.max(height) > LONGEST_SIDE {
        picture = picture.thumbnail(LONGEST_SIDE, LONGEST_SIDE);
    }
    picture.apply_orientation(turned);
    let mut drawn = Vec::new();
    JpegEncoder::new_with_quality(&mut drawn, QUALITY)
        .encode_image(&on_white(picture))
        .map_err(told)?;
    Ok(drawn)
}

/// What can be seen through would be black otherwise.
fn on_white(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let seen = picture.into_rgba8();
    RgbImage::from_fn(seen.width(), seen.height(), |x, y| {
        let [red, green, blue, cover] = seen.get_pixel(x, y).0.map(u16::from);
        let laid = |colour: u16| (colour * cover + 255 * (255 - cover)) / 255;
        Rgb([red, green, blue].map(|colour| u8::try_from(laid(colour)).unwrap_or(u8::MAX)))
    })
}

fn told(error: ImageError) -> Refused {
    match error {
        ImageError::Limits(_) => Refused::TooManyPixels,
        _ => Refused::Unreadable,
    }
}
