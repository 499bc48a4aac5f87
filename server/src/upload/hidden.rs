//! What a PDF has inside that its table of contents need not name. Readers repair damaged files, each in its own way, and so
//! find what a strict one does not: here everything that is there is looked at, packed or not.

use std::io::Read as _;

use flate2::read::ZlibDecoder;

use super::Refused;

/// Names of what does something, or carries something. As the whole document is read they are looked for anywhere in it.
pub(super) const ACTIVE: [&[u8]; 16] = [
    b"JavaScript",
    b"JS",
    b"Launch",
    b"SubmitForm",
    b"ImportData",
    b"GoToE",
    b"GoToR",
    b"Rendition",
    b"EmbeddedFile",
    b"EmbeddedFiles",
    b"EF",
    b"FileAttachment",
    b"RichMedia",
    b"Movie",
    b"Sound",
    b"XFA",
];
/// Of these, the ones that bytes do not spell by chance.
const SPELT: usize = 8;
/// Everything together, unpacked: 30 pages as plain pictures of one grey byte a dot.
const MOST_UNPACKED: usize = 256 * 1024 * 1024;
/// Streams that hold objects; a scan has none or a few.
const MOST_OBJECT_STREAMS: usize = 500;
/// The longest name that is looked for, written out with three letters for each of its own.
const LONGEST_NAME: usize = 60;
const PIECE: usize = 64 * 1024;

/// # Errors
/// What is active, or unpacks to too much.
pub(super) fn look_for(bytes: &[u8]) -> Result<(), Refused> {
    let mut object_streams = 0;
    for name in names(bytes) {
        is_still(&name)?;
        object_streams += usize::from(name == b"ObjStm");
    }
    if object_streams > MOST_OBJECT_STREAMS {
        return Err(Refused::Bomb);
    }
    let mut left = MOST_UNPACKED;
    for packed in streams(bytes) {
        unpack(packed, &mut left)?;
    }
    Ok(())
}

fn is_still(name: &[u8]) -> Result<(), Refused> {
    let is_active = name.len() >= SPELT && ACTIVE.contains(&name);
    match is_active || name == b"Launch" {
        true => Err(Refused::Active),
        false => Ok(()),
    }
}

/// What follows each word that begins a stream.
fn streams(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    const WORD: &[u8] = b"stream";
    let starts = bytes.windows(WORD.len()).enumerate();
    starts
        .filter(|(_, word)| *word == WORD)
        .filter_map(|(at, _)| {
            let after = &bytes[at + WORD.len()..];
            let line = after.iter().take(2);
            let ends = line.take_while(|byte| matches!(byte, b'\r' | b'\n'));
            let after = &after[ends.count()..];
            // How a packed stream begins.
            (after.first()? & 0x0F == 8).then_some(after)
        })
}

/// Unpacks as far as it goes, and looks at the names in it.
fn unpack(packed: &[u8], left: &mut usize) -> Result<(), Refused> {
    let mut unpacked = ZlibDecoder::new(packed);
    let mut piece = vec![0; PIECE];
    // The end of the piece before may hold the beginning of a name.
    let mut seen: Vec<u8> = Vec::with_capacity(PIECE + LONGEST_NAME);
    loop {
        let read = match unpacked.read(&mut piece) {
            Ok(0) | Err(_) => return Ok(()),
            Ok(read) => read,
        };
        *left = left.checked_sub(read).ok_or(Refused::Bomb)?;
        let kept = seen.len().saturating_sub(LONGEST_NAME);
        seen.drain(..kept);
        seen.extend_from_slice(&piece[..read]);
        names(&seen).try_for_each(|name| is_still(&name))?;
    }
}

/// Every name, with letters that are written as their numbers.
fn names(bytes: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    let starts = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'/');
    starts.map(|(at, _)| {
        let mut rest = bytes[at + 1..].iter().take(LONGEST_NAME).copied();
        let mut name = Vec::new();
        while let Some(byte) = rest.next() {
            match byte {
                b'#' => {
                    let digits = [rest.next(), rest.next()].map(|digit| digit.and_then(value));
                    let [Some(high), Some(low)] = digits else {
                        break;
                    };
                    name.push(high << 4 | low);
                }
                byte if byte.is_ascii_alphanumeric() => name.push(byte),
                _ => break,
            }
        }
        name
    })
}

fn value(digit: u8) -> Option<u8> {
    u8::try_from(char::from(digit).to_digit(16)?).ok()
}
