//! What a place costs.

use entity::application::Payer;
use entity::award::Limits;

/// "£2,250 + VAT 20% (£450) = £2,700"; none for an award without a fee.
pub(super) fn fee(limits: &Limits) -> Option<String> {
    let net = u64::from(limits.fee_pence);
    // Half a penny counts as one.
    let vat = (net * u64::from(limits.vat_percent) + 50) / 100;
    match (net, vat) {
        (0, _) => None,
        (_, 0) => Some(pounds(net)),
        _ => Some(format!(
            "{} + VAT {}% ({}) = {}",
            pounds(net),
            limits.vat_percent,
            pounds(vat),
            pounds(net + vat)
        )),
    }
}

/// Who pays it, as the applicant said.
pub(super) fn payer(payer: Payer) -> &'static str {
    match payer {
        Payer::School => "your school",
        Payer::LocalAuthority => "the local authority",
        Payer::Sponsor => "your trust or another sponsor",
        Payer::Applicant => "you",
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

    #[test]
    fn a_fee_with_its_vat() {
        let limits = |fee_pence: u32, vat_percent: u32| {
            let limits = serde_json::json!({
                "taught_days": 6, "release_days": 10, "assignment_months": 15, "programme_terms": 5,
                "link_days": 21, "undo_minutes": 10, "mentor_reminder_days": [], "participant_notice_days": [],
                "fee_pence": fee_pence, "vat_percent": vat_percent,
            });
            serde_json::from_value(limits).expect("limits")
        };
        let said = "£2,250 + VAT 20% (£450) = £2,700";
        assert_eq!(fee(&limits(225_000, 20)).as_deref(), Some(said));
        assert_eq!(fee(&limits(99_999, 0)).as_deref(), Some("£999.99"));
        assert_eq!(fee(&limits(0, 20)), None);
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
