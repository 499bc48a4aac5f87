//! A file in the shape and, if wanted, of the size of the national list of schools, with everything that goes wrong in it.

use std::fmt::Write as _;

/// A list and its file of links, as bytes in Windows-1252.
#[derive(Debug)]
pub struct SchoolList {
    pub schools: Vec<u8>,
    pub links: Vec<u8>,
    /// Rows that say enough to be taken, those of closed schools among them.
    pub good: usize,
    pub closed: usize,
    /// Rows of which something has to be left out.
    pub shortened: usize,
    /// Rows that cannot be taken.
    pub bad: usize,
    /// Closed schools that have a successor.
    pub links_made: usize,
}

const HEADER: &str = "URN,LA (code),LA (name),EstablishmentNumber,EstablishmentName,TypeOfEstablishment (name),\
EstablishmentStatus (code),EstablishmentStatus (name),OpenDate,CloseDate,PhaseOfEducation (name),UKPRN,Street,Locality,\
Town,Postcode,SchoolWebsite,HeadFirstName,Easting,Northing";

/// Numbers of its first school and those after it.
pub const FIRST_URN: usize = 300_000;

const SAINTS: [&str; 12] = [
    "Mary", "John", "Peter", "Anne", "Thomas", "Cuthbert", "Wilfrid", "Zoë", "Bede", "Luke",
    "Edmund", "Hélène",
];
const STEMS: [&str; 16] = [
    "Ash", "Birch", "Calder", "Dun", "Elm", "Farn", "Gos", "Hart", "Ing", "Kel", "Lang", "Mar",
    "Nor", "Ox", "Stoke", "Thorn",
];
const ENDS: [&str; 14] = [
    "ford", "ton", "ham", "wick", "ley", "worth", "field", "combe", "hurst", "well", "bridge",
    "dale", "mouth", "stead",
];
const KINDS: [(&str, &str, &str); 6] = [
    ("Primary School", "Community school", "Primary"),
    (
        "Church of England Primary School",
        "Voluntary aided school",
        "Primary",
    ),
    (
        "Catholic Primary School",
        "Voluntary aided school",
        "Primary",
    ),
    ("Infant School", "Foundation school", "Primary"),
    ("High School", "Academy converter", "Secondary"),
    ("School", "Community special school", "Not applicable"),
];
const AREAS: [&str; 8] = ["AB", "DN", "E", "EX", "LS", "M", "NG", "SW"];

/// Numbers that look like chance and are the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        // The constants of Knuth's MMIX; the high bits are the good ones.
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % sides
    }

    fn of<'t>(&mut self, texts: &[&'t str]) -> &'t str {
        texts[self.below(texts.len())]
    }
}

impl SchoolList {
    /// So many rows, of which about one in a hundred is bad, and one in a hundred can be taken in part.
    pub fn of(rows: usize) -> Self {
        let mut dice = Dice(7);
        let (mut schools, mut links) = (
            format!("{HEADER}\r\n"),
            String::from("URN,LinkURN,LinkName,LinkType\r\n"),
        );
        let mut list = Self {
            schools: Vec::new(),
            links: Vec::new(),
            good: 0,
            closed: 0,
            shortened: 0,
            bad: 0,
            links_made: 0,
        };
        for number in 0..rows {
            let urn = FIRST_URN + number;
            let mut row = Row::of(urn, &mut dice);
            let closed = number % 9 == 4;
            if closed {
                row.status = ("2", "Closed");
                row.closed = "31-08-2024".into();
            }
            match number % 1000 {
                13 => row.name = String::new(),
                113 => row.urn = "12345".into(),
                213 => row.urn = (urn - 1).to_string(),
                313 => row.status = ("9", "Somewhere else"),
                413 => row.street = "\"12 The Street".into(),
                513 => row.street = "1, The Street, and, more, fields".into(),
                613 => row.name = "x".repeat(300),
                713 => row.urn = String::new(),
                813 => row.urn = "ABCDEF".into(),
                913 => row.status = ("", ""),
                14 | 114 | 214 => row.opened = "31-02-2001".into(),
                314 | 414 => row.ukprn = "20".into(),
                514 => row.easting = "far".into(),
                _ => {}
            }
            match number % 1000 {
                rest if rest % 100 == 13 => list.bad += 1,
                rest => {
                    list.good += 1;
                    list.closed += usize::from(closed);
                    list.shortened += usize::from(rest < 600 && rest % 100 == 14);
                }
            }
            row.write(&mut schools);
            // Its successor is the school after it; both ends tell of it.
            if closed && number % 1000 % 100 < 12 && number + 1 < rows {
                list.links_made += 1;
                let next = urn + 1;
                for (own, other, kind) in [
                    (urn, next, "Successor"),
                    (next, urn, "Predecessor - amalgamated"),
                ] {
                    writeln!(links, "{own},{other},\"The School\",{kind}\r").expect("memory");
                }
            }
        }
        links.push_str("300000,300001,Shared,Sixth Form Centre Link\r\n1,2,Nothing,Successor\r\n999999,300000,Unknown,Successor\r\n");
        list.schools = windows_1252(&schools);
        list.links = windows_1252(&links);
        list
    }
}

struct Row {
    urn: String,
    name: String,
    kind: (&'static str, &'static str, &'static str),
    status: (&'static str, &'static str),
    opened: String,
    closed: String,
    ukprn: String,
    street: String,
    town: String,
    postcode: String,
    easting: String,
}

impl Row {
    fn of(urn: usize, dice: &mut Dice) -> Self {
        let kind = KINDS[dice.below(KINDS.len())];
        let town = format!("{}{}", dice.of(&STEMS), dice.of(&ENDS));
        let name = match dice.below(5) {
            0 => format!("St {}'s {}", dice.of(&SAINTS), kind.0),
            1 => format!("\"{town}, {}\"", kind.0),
            _ => format!("{}{} {}", dice.of(&STEMS), dice.of(&ENDS), kind.0),
        };
        let letters = ["AB", "CD", "EF", "GH", "JL"];
        Self {
            urn: urn.to_string(),
            name,
            kind,
            status: ("1", "Open"),
            opened: "01-09-1968".into(),
            closed: String::new(),
            ukprn: format!("10{:06}", urn % 1_000_000),
            street: format!("{} The Street", 1 + dice.below(99)),
            town: if dice.below(200) == 0 {
                String::new()
            } else {
                town
            },
            postcode: format!(
                "{}{} {}{}",
                dice.of(&AREAS),
                1 + dice.below(30),
                1 + dice.below(9),
                dice.of(&letters)
            ),
            easting: (400_000 + dice.below(200_000)).to_string(),
        }
    }

    fn write(&self, to: &mut String) {
        let Self {
            urn,
            name,
            kind,
            status,
            opened,
            closed,
            ukprn,
            street,
            town,
            postcode,
            easting,
        } = self;
        writeln!(
            to,
            "{urn},873,Northshire,2001,{name},{},{},{},{opened},{closed},{},{ukprn},{street},,{town},{postcode},,Pat,{easting},300000\r",
            kind.1, status.0, status.1, kind.2
        )
        .expect("memory");
    }
}

/// The letters of this file are at the same places in Windows-1252 as in Unicode.
fn windows_1252(text: &str) -> Vec<u8> {
    text.chars()
        .map(|c| u8::try_from(u32::from(c)).expect("a letter of Western Europe"))
        .collect()
}
