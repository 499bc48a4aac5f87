//! What answers may be, and which are still missing.

use chrono::{DateTime, Utc};
use entity::application::{Answers, Model};
use uuid::Uuid;

use crate::clock::{can_have_been, london_day};
use crate::error::FieldError;
use crate::person::{Address, is_same_mailbox};
use crate::words::one_line;

/// An application as it was written.
#[derive(Clone, Debug)]
pub struct Written {
    /// The version that was changed.
    pub version: i32,
    pub school_id: Option<Uuid>,
    pub answers: Answers,
}

/// Characters of the longer answers.
const LONGEST: usize = 2_000;

/// The answers as they are kept; what cannot be is named.
pub(super) fn tidy(given: Answers, now: DateTime<Utc>, wrong: &mut Vec<FieldError>) -> Answers {
    let mut tell = |name, message: &str| {
        wrong.push(FieldError {
            name,
            message: message.into(),
        });
    };
    let trn = line(given.trn).map(|typed| match trn(&typed) {
        Some(digits) => digits,
        None => {
            tell(
                "trn",
                "A teacher reference number has seven digits, such as 1234567. Leave the field empty if you have none.",
            );
            typed
        }
    });
    let today = london_day(now);
    if given
        .appointed_on
        .is_some_and(|day| !can_have_been(day, today))
    {
        tell(
            "appointedOn",
            "The appointment must be between 1960 and today.",
        );
    }
    if given
        .service_months
        .is_some_and(|months| !(0..=720).contains(&months))
    {
        tell(
            "serviceMonths",
            "Enter the months of earlier service as a number from 0 to 720.",
        );
    }
    let signatory_email = line(given.signatory_email).map(|typed| match Address::parse(&typed) {
        Some(address) => address.into_string(),
        None => {
            tell(
                "signatoryEmail",
                "Enter an e-mail address such as name@school.example.",
            );
            typed
        }
    });
    let texts = [
        ("phone", given.phone, 40),
        ("signatoryName", given.signatory_name, 200),
        ("places", given.places, LONGEST),
        ("purchaseOrder", given.purchase_order, 200),
        ("accessNeeds", given.access_needs, LONGEST),
    ];
    let [phone, signatory_name, places, purchase_order, access_needs] =
        texts.map(|(name, text, longest)| {
            let text = text.map(|text| text.trim().to_owned());
            let text = text.filter(|text| !text.is_empty());
            if text
                .as_ref()
                .is_some_and(|text| text.chars().count() > longest)
            {
                tell(name, &format!("Shorten this to {longest} characters."));
            }
            text
        });
    Answers {
        phone,
        trn,
        signatory_name,
        signatory_email,
        places,
        purchase_order,
        access_needs,
        ..given
    }
}

/// One line, or nothing.
fn line(text: Option<String>) -> Option<String> {
    let text = one_line(&text?);
    (!text.is_empty()).then_some(text)
}

/// A teacher reference number as people write it, "RP 12/34567" too, as seven digits.
fn trn(typed: &str) -> Option<String> {
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    let number: u32 = digits.parse().ok()?;
    ((5..=7).contains(&digits.len()) && number > 0).then(|| format!("{number:07}"))
}

/// What is missing before the application can be handed in, in the order of the questions, beside what eligibility is
/// decided from. `own` is the applicant's address.
pub(super) fn missing(application: &Model, own: &str) -> Vec<FieldError> {
    let answers = &application.answers;
    let signatory = answers.signatory_email.as_deref();
    let needed = [
        (
            application.school_id.is_some(),
            "schoolId",
            "Choose the school where you work.",
        ),
        (
            answers.signatory_name.is_some(),
            "signatoryName",
            "Enter the name of who signs for the school.",
        ),
        (
            signatory.is_some(),
            "signatoryEmail",
            "Enter the e-mail address of who signs for the school.",
        ),
        (
            !signatory.is_some_and(|signatory| is_same_mailbox(signatory, own)),
            "signatoryEmail",
            "This is your own address: nobody signs for themselves. If you lead the school, name the chair of governors.",
        ),
        (
            answers.signatory_capacity.is_some(),
            "signatoryCapacity",
            "Choose what they are at the school.",
        ),
        (
            answers.mode.is_some(),
            "mode",
            "Choose how you would like to be taught.",
        ),
        (answers.payer.is_some(), "payer", "Choose who pays the fee."),
    ];
    let missing = needed.into_iter().filter(|(is_there, ..)| !is_there);
    missing
        .map(|(_, name, message)| FieldError {
            name,
            message: message.into(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    #[test]
    fn reference_numbers_as_people_write_them() {
        for (typed, kept) in [
            ("1234567", Some("1234567")),
            ("RP 12/34567", Some("1234567")),
            ("12345", Some("0012345")),
            ("0000000", None),
            ("1234", None),
            ("12345678", None),
            ("none", None),
        ] {
            assert_eq!(trn(typed).as_deref(), kept, "{typed}");
        }
    }

    #[test]
    fn what_cannot_be_is_named_with_its_field() {
        let mut wrong = Vec::new();
        let given = Answers {
            trn: Some("12".into()),
            signatory_email: Some("head at school".into()),
            service_months: Some(-1),
            appointed_on: NaiveDate::from_ymd_opt(2031, 1, 1),
            places: Some("x".repeat(LONGEST + 1)),
            ..Answers::default()
        };
        let now = "2026-11-22T12:00:00Z".parse().expect("a moment");
        tidy(given, now, &mut wrong);
        let mut named: Vec<_> = wrong.iter().map(|error| error.name).collect();
        named.sort_unstable();
        assert_eq!(
            named,
            [
                "appointedOn",
                "places",
                "serviceMonths",
                "signatoryEmail",
                "trn"
            ]
        );
    }
}
