//! PDFs as scanners make them. One that does something when it is opened, carries other files or asks for a password is no
//! scan, and is not kept.

use lopdf::{Dictionary, Document, Error, LoadOptions, Object};

use super::{MOST_PAGES, Refused, hidden};

/// A scan has some dozens.
const MOST_OBJECTS: usize = 20_000;
/// What one stream that holds objects may unpack to.
const MOST_IN_STREAM: usize = 4 * 1024 * 1024;
/// Readers nest no deeper; the library stops before.
const DEEPEST: usize = 64;
/// Ways to pack one stream. Two that unpack, one inside the other, make a bomb of a few bytes.
const UNPACKS: [&[u8]; 7] = [
    b"FlateDecode",
    b"LZWDecode",
    b"RunLengthDecode",
    b"BrotliDecode",
    b"Fl",
    b"LZW",
    b"RL",
];

/// How many pages it has.
pub(super) fn pages_of(bytes: &[u8]) -> Result<i32, Refused> {
    hidden::look_for(bytes)?;
    let options = LoadOptions::with_max_decompressed_size(MOST_IN_STREAM);
    let document = Document::load_mem_with_options(bytes, options).map_err(|why| told(&why))?;
    if document.is_encrypted() || document.was_encrypted() {
        return Err(Refused::Locked);
    }
    if document.objects.len() > MOST_OBJECTS {
        return Err(Refused::Bomb);
    }
    still(&document.trailer, 0)?;
    for object in document.objects.values() {
        look(object, 0)?;
    }
    match document.page_iter().take(MOST_PAGES + 1).count() {
        0 => Err(Refused::Unreadable),
        pages if pages > MOST_PAGES => Err(Refused::TooManyPages),
        pages => Ok(i32::try_from(pages).unwrap_or(i32::MAX)),
    }
}

fn told(error: &Error) -> Refused {
    match error {
        Error::InvalidPassword | Error::Decryption(_) | Error::UnsupportedSecurityHandler(_) => {
            Refused::Locked
        }
        Error::Decompress(_) => Refused::Bomb,
        _ => Refused::Unreadable,
    }
}

fn look(object: &Object, depth: usize) -> Result<(), Refused> {
    if depth > DEEPEST {
        return Err(Refused::Unreadable);
    }
    match object {
        Object::Name(name) if hidden::ACTIVE.contains(&name.as_slice()) => Err(Refused::Active),
        Object::Array(inside) => inside.iter().try_for_each(|one| look(one, depth + 1)),
        Object::Dictionary(inside) => still(inside, depth + 1),
        Object::Stream(stream) => {
            packed_once(&stream.dict)?;
            still(&stream.dict, depth + 1)
        }
        _ => Ok(()),
    }
}

fn still(dictionary: &Dictionary, depth: usize) -> Result<(), Refused> {
    for (name, value) in dictionary.iter() {
        if hidden::ACTIVE.contains(&name.as_slice()) {
            return Err(Refused::Active);
        }
        look(value, depth + 1)?;
    }
    Ok(())
}

fn packed_once(dictionary: &Dictionary) -> Result<(), Refused> {
    let filters = dictionary.get(b"Filter").or_else(|_| dictionary.get(b"F"));
    let Ok(Object::Array(filters)) = filters else {
        return Ok(());
    };
    let unpacks = |filter: &&Object| matches!(filter, Object::Name(name) if UNPACKS.contains(&name.as_slice()));
    match filters.iter().filter(unpacks).count() {
        0 | 1 => Ok(()),
        _ => Err(Refused::Bomb),
    }
}
