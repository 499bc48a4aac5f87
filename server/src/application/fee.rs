//! What a place costs, in the words that letters and pages share.

use entity::application::Payer;
use entity::award::Limits;

/// A fee, in pence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fee {
    pub net: u64,
    pub vat: u64,
    /// VAT in percent.
    pub percent: u32,
    /// Who pays it, as the applicant said.
    pub payer: Option<Payer>,
}

impl Fee {
    /// None for an award without a fee.
    pub fn of(limits: &Limits, payer: Option<Payer>) -> Option<Self> {
        let net = u64::from(limits.fee_pence);
        // Half a penny counts as one.
        let vat = (net * u64::from(limits.vat_percent) + 50) / 100;
        let percent = limits.vat_percent;
        (net > 0).then_some(Self {
            net,
            vat,
            percent,
            payer,
        })
    }

    pub fn gross(&self) -> u64 {
        self.net + self.vat
    }

    /// "£2,250 + VAT 20% (£450) = £2,700".
    pub fn words(&self) -> String {
        match self.vat {
            0 => pounds(self.net),
            vat => format!(
                "{} + VAT {}% ({}) = {}",
                pounds(self.net),
                self.percent,
                pounds(vat),
                pounds(self.gross())
            ),
        }
    }

    /// Who pays, said to the applicant.
    pub fn paid_by(&self) -> Option<&'static str> {
        self.payer.map(|payer| match payer {
            Payer::School => "your school",
            Payer::LocalAuthority => "the local authority",
            Payer::Sponsor => "your trust or another sponsor",
            Payer::Applicant => "you",
        })
    }

    /// What VAT means to who pays; none where there is none, or nobody has said who pays.
    pub fn vat_for_payer(&self) -> Option<&'static str> {
        let payer = self.payer.filter(|_| self.vat > 0)?;
        Some(match payer {
            // The VAT Act 1994, sections 33 and 33B.
            Payer::School => {
                "Maintained schools and academies can usually claim the VAT back; independent schools usually cannot."
            }
            Payer::LocalAuthority => "Local authorities can usually claim the VAT back.",
            Payer::Sponsor => {
                "Academy trusts can usually claim the VAT back; other sponsors can if they are registered for VAT and use the course in their business."
            }
            Payer::Applicant => "Somebody who pays for themselves cannot claim the VAT back.",
        })
    }
}

/// "£2,250", "£2,250.50".
fn pounds(pence: u64) -> String {
    let digits = (pence / 100).to_string();
    let mut said = String::from("£");
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            said.push(',');
        }
        said.push(digit);
    }
    match pence % 100 {
        0 => said,
        rest => format!("{said}.{rest:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fee(fee_pence: u32, vat_percent: u32) -> Option<Fee> {
        let limits = serde_json::json!({
            "taught_days": 6, "release_days": 10, "assignment_months": 15, "programme_terms": 5,
            "link_days": 21, "undo_minutes": 10, "mentor_reminder_days": [], "participant_notice_days": [],
            "fee_pence": fee_pence, "vat_percent": vat_percent,
        });
        let limits: Limits = serde_json::from_value(limits).expect("limits");
        Fee::of(&limits, Some(Payer::Applicant))
    }

    #[test]
    fn a_fee_with_its_vat() {
        let words = |pence, percent| fee(pence, percent).map(|fee| fee.words());
        let said = "£2,250 + VAT 20% (£450) = £2,700";
        assert_eq!(words(225_000, 20).as_deref(), Some(said));
        assert_eq!(words(99_999, 0).as_deref(), Some("£999.99"));
        assert_eq!(words(0, 20), None);
    }

    #[test]
    fn vat_is_spoken_of_only_where_there_is_some() {
        let said = |percent| fee(225_000, percent).and_then(|fee| fee.vat_for_payer());
        assert!(said(20).is_some_and(|words| words.contains("cannot claim")));
        assert_eq!(said(0), None);
    }

    #[test]
    fn money_as_people_write_it() {
        for (pence, said) in [
            (0, "£0"),
            (5, "£0.05"),
            (99_900, "£999"),
            (225_000, "£2,250"),
            (225_050, "£2,250.50"),
            (123_456_700, "£1,234,567"),
        ] {
            assert_eq!(pounds(pence), said);
        }
    }
}
