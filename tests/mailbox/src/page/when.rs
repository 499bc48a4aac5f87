//! Shows when a letter was accepted.

use std::time::{SystemTime, UNIX_EPOCH};

use mail_parser::DateTime;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// For machines: `2026-03-05T09:07:00Z`.
pub(super) fn stamp(time: SystemTime) -> String {
    utc(time).to_rfc3339()
}

/// For people, in a `time` element: 5 March 2026, 09:07:00 UTC.
pub(super) fn shown(time: SystemTime) -> String {
    let stamp = stamp(time);
    let utc = utc(time);
    let month = MONTHS[usize::from(utc.month.clamp(1, 12)) - 1];
    format!(
        r#"<time datetime="{stamp}">{} {month} {}, {:02}:{:02}:{:02} UTC</time>"#,
        utc.day, utc.year, utc.hour, utc.minute, utc.second
    )
}

fn utc(time: SystemTime) -> DateTime {
    let seconds = time
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_secs());
    DateTime::from_timestamp(i64::try_from(seconds).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, UNIX_EPOCH};

    #[test]
    fn a_time_reads_well() {
        let time = UNIX_EPOCH + Duration::from_secs(1_772_701_620);
        assert_eq!(
            super::shown(time),
            "<time datetime=\"2026-03-05T09:07:00Z\">5 March 2026, 09:07:00 UTC</time>"
        );
    }
}
