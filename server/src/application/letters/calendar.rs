//! The dates of a place as a file that calendars take in.

use chrono::{DateTime, Days, NaiveDate, Utc};
use icalendar::{Calendar, Component as _, Event, EventLike as _, Property};

use crate::outbox::Attached;

/// Two days that a participant keeps free of everything else.
#[derive(Clone, Debug)]
pub(super) struct Dates {
    /// What the ids of the entries are made of: the same place has the same entries in every file.
    pub id: String,
    /// Such as "National Award for SEN Coordination".
    pub award: String,
    pub place: String,
    pub first: NaiveDate,
    pub last: NaiveDate,
    pub link: String,
    /// When it was written down: the same at every try.
    pub at: DateTime<Utc>,
}

impl Dates {
    pub fn file(&self) -> Attached {
        let mut calendar = Calendar::empty();
        for (name, value) in [
            ("VERSION", "2.0"),
            ("PRODID", "-//SEN Award Portal//EN"),
            ("CALSCALE", "GREGORIAN"),
            ("METHOD", "PUBLISH"),
        ] {
            calendar.append_property(Property::new(name, value));
        }
        calendar.push(self.entry("first", self.first, "First day"));
        calendar.push(self.entry("last", self.last, "Last day"));
        Attached {
            name: "dates.ics",
            media_type: "text/calendar; charset=utf-8; method=PUBLISH",
            content: calendar.to_string().into_bytes(),
        }
    }

    fn entry(&self, name: &str, day: NaiveDate, title: &str) -> Event {
        Event::new()
            .uid(&format!("{name}.{}", self.id))
            .timestamp(self.at)
            .starts(day)
            // The first day that no longer belongs to it.
            .ends(day + Days::new(1))
            .summary(&format!("{title}: {}", self.award))
            .location(&self.place)
            .url(&self.link)
            // The day stays free for other things: nobody knows yet at what hour one is taught.
            .append_property(Property::new("TRANSP", "TRANSPARENT"))
            .done()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_to_the_byte() {
        let day = |text: &str| text.parse().expect("a day");
        let dates = Dates {
            id: "1@portal.example".into(),
            award: "Award, for; SEN".into(),
            place: "Town Hall, a very long way down the road and then some more, Northfield".into(),
            first: day("2026-09-07"),
            last: day("2027-07-16"),
            link: "https://portal.example/".into(),
            at: "2026-03-03T10:00:00Z".parse().expect("a moment"),
        };
        let file = dates.file();
        let text = String::from_utf8(file.content).expect("text");
        let expected = "BEGIN:VCALENDAR\r\n\
            VERSION:2.0\r\n\
            PRODID:-//SEN Award Portal//EN\r\n\
            CALSCALE:GREGORIAN\r\n\
            METHOD:PUBLISH\r\n\
            BEGIN:VEVENT\r\n\
            DTEND;VALUE=DATE:20260908\r\n\
            DTSTAMP:20260303T100000Z\r\n\
            DTSTART;VALUE=DATE:20260907\r\n\
            LOCATION:Town Hall\\, a very long way down the road and then some more\\, Nor\r\n \
            thfield\r\n\
            SUMMARY:First day: Award\\, for\\; SEN\r\n\
            TRANSP:TRANSPARENT\r\n\
            UID:first.1@portal.example\r\n\
            URL:https://portal.example/\r\n\
            END:VEVENT\r\n\
            BEGIN:VEVENT\r\n\
            DTEND;VALUE=DATE:20270717\r\n";
        assert_eq!(&text[..expected.len()], expected);
        assert!(text.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"), "{text}");
        assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
    }
}
