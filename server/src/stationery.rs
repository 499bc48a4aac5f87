//! What every letter has in common: whom it greets, how to check that it is genuine, and whom to ask.

use anyhow::Context as _;
use entity::letter;

use crate::config::Config;
use crate::error::Result;
use crate::outbox::Rendered;
use crate::portal::Portal;
use crate::words::plain;

/// What a letter's templates can use beside what it is about.
#[derive(Clone, Debug)]
pub struct Sheet {
    pub greeting: String,
    pub subject: String,
    /// How every link begins.
    pub portal: String,
    /// Who writes: the provider, or the portal where a letter is about no programme.
    pub from: String,
    /// The address for questions.
    pub office: String,
}

/// What a letter is about; its parts are `templates/letters/<name>.txt` and `.html`, see [`written_as`].
pub trait Letter {
    fn subject(&self) -> String;
    fn parts(&self, sheet: &Sheet) -> askama::Result<(String, String)>;
}

/// Gives facts their two parts.
macro_rules! written_as {
    ($facts:ident, $text:tt, $html:tt) => {
        impl $crate::stationery::Letter for $facts {
            fn subject(&self) -> String {
                self.title()
            }
            fn parts(&self, sheet: &$crate::stationery::Sheet) -> askama::Result<(String, String)> {
                #[derive(askama::Template)]
                #[template(path = $text)]
                struct Text<'a> {
                    it: &'a $facts,
                    sheet: &'a $crate::stationery::Sheet,
                }
                #[derive(askama::Template)]
                #[template(path = $html)]
                struct Html<'a> {
                    it: &'a $facts,
                    sheet: &'a $crate::stationery::Sheet,
                }
                use askama::Template as _;
                Ok((
                    Text { it: self, sheet }.render()?,
                    Html { it: self, sheet }.render()?,
                ))
            }
        }
    };
}
pub(crate) use written_as;

/// Writes the letter. `provider` runs the programme that it is about.
pub fn write(
    config: &Config,
    letter: &letter::Model,
    provider: Option<&str>,
    about: &impl Letter,
) -> Result<Rendered> {
    let sheet = Sheet {
        greeting: greeting(&letter.to_name),
        subject: subject(&about.subject()),
        portal: config.public_url.clone(),
        from: provider.map_or_else(|| "SEN Award Portal".into(), plain),
        office: office(config).to_owned(),
    };
    let (text, html) = about.parts(&sheet).context("a letter's template")?;
    Ok(Rendered {
        subject: sheet.subject,
        text: tidy(&text),
        html,
        attached: Vec::new(),
    })
}

/// The same for a letter with something left to say and no file.
pub fn written(
    portal: &Portal,
    letter: &letter::Model,
    provider: &str,
    about: &impl Letter,
) -> Result<Option<Rendered>> {
    write(&portal.config, letter, Some(provider), about).map(Some)
}

/// The address for questions: where answers to letters go.
pub fn office(config: &Config) -> &str {
    let from = config.mail_reply_to.as_deref().unwrap_or(&config.mail_from);
    match from.rsplit_once('<') {
        Some((_, address)) => address.trim_end_matches('>').trim(),
        None => from.trim(),
    }
}

fn greeting(name: &str) -> String {
    // Somebody whom we do not know by name is addressed by their address, which is no name.
    if name.trim().is_empty() || name.contains('@') {
        "Hello,".into()
    } else {
        format!("Dear {},", plain(name))
    }
}

/// A subject on one line, of a length that a list of letters shows.
fn subject(text: &str) -> String {
    const LONGEST: usize = 140;
    let line: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    if line.chars().count() <= LONGEST {
        return line;
    }
    let cut: String = line.chars().take(LONGEST - 1).collect();
    format!("{}…", cut.trim_end())
}

/// Templates leave empty lines where something is left out.
fn tidy(text: &str) -> String {
    let mut lines: Vec<&str> = Vec::new();
    for line in text.lines().map(str::trim_end) {
        if !(line.is_empty() && lines.last().is_none_or(|last| last.is_empty())) {
            lines.push(line);
        }
    }
    let mut tidied = lines.join("\n").trim_end().to_owned();
    tidied.push('\n');
    tidied
}

/// A sheet for tests of letters.
#[cfg(test)]
pub fn sheet() -> Sheet {
    Sheet {
        greeting: "Dear Grace Whitfield,".into(),
        subject: "A subject".into(),
        portal: "https://portal.example".into(),
        from: "Marlshire Inclusion Partnership".into(),
        office: "office@provider.example".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_is_one_bearable_line() {
        assert_eq!(subject("Hello\r\nBcc: x"), "Hello  Bcc: x");
        assert_eq!(subject(&"long ".repeat(60)).chars().count(), 140);
    }

    #[test]
    fn empty_lines_do_not_pile_up() {
        assert_eq!(
            tidy("\n\nDear Ada,\n\n\n  \nGood day.  \n\n"),
            "Dear Ada,\n\nGood day.\n"
        );
    }

    #[test]
    fn somebody_unknown_is_greeted_all_the_same() {
        assert_eq!(greeting("Ada Osei"), "Dear Ada Osei,");
        assert_eq!(greeting("ada@school.example"), "Hello,");
    }
}
