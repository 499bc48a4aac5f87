//! Why a file is not taken, in words for whoever sent it.

use super::{MOST_BYTES, MOST_PAGES};

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
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
}

impl Refused {
    /// Stable for good.
    pub fn code(self) -> &'static str {
        match self {
            Self::Missing => "FILE_MISSING",
            Self::Several => "FILE_SEVERAL",
            Self::Empty => "FILE_EMPTY",
            Self::TooLarge => "FILE_TOO_LARGE",
            Self::WrongKind => "FILE_WRONG_KIND",
            Self::Unreadable => "FILE_UNREADABLE",
            Self::Locked => "FILE_LOCKED",
            Self::Active => "FILE_ACTIVE",
            Self::TooManyPages => "FILE_TOO_MANY_PAGES",
            Self::TooManyPixels => "FILE_TOO_MANY_PIXELS",
            Self::Bomb => "FILE_UNPACKS_TOO_LARGE",
        }
    }

    /// What is wrong, and what to do about it.
    pub fn message(self) -> String {
        match self {
            Self::Missing => "Choose the file with the signed paper".into(),
            Self::Several => {
                "Send one file: several pages go into one PDF, or into one photo".into()
            }
            Self::Empty => "The file is empty. Choose it again, or take the photo again".into(),
            Self::TooLarge => format!(
                "The file must be smaller than {} MB. A photo of lower quality is enough if the paper can be read",
                MOST_BYTES / 1024 / 1024
            ),
            Self::WrongKind => {
                "The file must be a PDF, or a photo as JPEG or PNG; its name alone does not make it one"
                    .into()
            }
            Self::Unreadable => {
                "The file cannot be read: it may be damaged. Scan the paper again, or send a photo"
                    .into()
            }
            Self::Locked => {
                "The PDF is protected by a password or by rights. Save it without, or send a photo"
                    .into()
            }
            Self::Active => {
                "The PDF has scripts, forms or other files inside, which a scan has not. Print it and scan the paper, or send a photo"
                    .into()
            }
            Self::TooManyPages => format!(
                "The PDF has more than {MOST_PAGES} pages. Send only those of the agreement"
            ),
            Self::TooManyPixels => {
                "The picture has too many pixels. Take it with a lower resolution".into()
            }
            Self::Bomb => {
                "The PDF holds far more than it seems to. Scan the paper again, or send a photo"
                    .into()
            }
        }
    }
}
