//! The numbers themselves.

use std::collections::HashMap;
use std::ops::{AddAssign, SubAssign};

use chrono::{DateTime, Utc};
use uuid::Uuid;

/// What was used within an hour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Used {
    /// Requests that were answered.
    pub requests: i64,
    /// Points that they cost.
    pub cost: i64,
    /// Requests that were turned away.
    pub refused: i64,
}

/// A token and the beginning of an hour.
pub type Entry = (Uuid, DateTime<Utc>);

/// What has a "last used".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mark {
    Token(Uuid),
    Address(Uuid),
}

/// What is on its way to the database.
#[derive(Clone, Debug, Default)]
pub struct Takings {
    /// By token and hour: whoever writes several rows goes in this order, so that two servers never wait for each other.
    pub used: Vec<(Entry, Used)>,
    pub marks: Vec<(Mark, DateTime<Utc>)>,
}

#[derive(Debug, Default)]
pub(super) struct Book {
    accounts: HashMap<Entry, Account>,
    marks: HashMap<Mark, DateTime<Utc>>,
}

/// One token's hour.
#[derive(Debug, Default)]
struct Account {
    /// Points that the database knows of, from all servers.
    settled: i64,
    /// Counted here, and not yet written down.
    waiting: Used,
    /// Counted here, and being written down now.
    going: Used,
}

impl Account {
    fn spent(&self) -> i64 {
        self.settled + self.waiting.cost + self.going.cost
    }
}

impl Book {
    pub fn learn(&mut self, entry: Entry, cost: i64) {
        let account = self.accounts.entry(entry).or_default();
        // While some of ours is being written down, the number may have it already, or not yet.
        if account.going == Used::default() {
            account.settled = account.settled.max(cost);
        }
    }

    /// Whether so many points were there, and how many are spent now.
    pub fn charge(&mut self, entry: Entry, points: i64, limit: i64) -> (bool, i64) {
        let account = self.accounts.entry(entry).or_default();
        let fits = account.spent().saturating_add(points) <= limit;
        if fits {
            account.waiting.requests += 1;
            account.waiting.cost += points;
        } else {
            account.waiting.refused += 1;
        }
        (fits, account.spent())
    }

    pub fn charge_more(&mut self, entry: Entry, points: i64) {
        self.accounts.entry(entry).or_default().waiting.cost += points;
    }

    pub fn mark(&mut self, what: Mark, now: DateTime<Utc>) {
        self.marks.insert(what, now);
    }

    pub fn take(&mut self) -> Takings {
        let mut used = Vec::new();
        for (entry, account) in &mut self.accounts {
            if account.waiting != Used::default() {
                let waiting = std::mem::take(&mut account.waiting);
                account.going += waiting;
                used.push((*entry, waiting));
            }
        }
        used.sort_unstable_by_key(|(entry, _)| *entry);
        let marks = self.marks.drain().collect();
        Takings { used, marks }
    }

    pub fn settle(
        &mut self,
        takings: Takings,
        costs: &[(Uuid, DateTime<Utc>, i64)],
        this_hour: DateTime<Utc>,
    ) {
        self.back_from(&takings);
        for (token, hour, cost) in costs {
            let account = self.accounts.entry((*token, *hour)).or_default();
            account.settled = account.settled.max(*cost);
        }
        // Hours that are over and written down are of no further use.
        self.accounts.retain(|(_, hour), account| {
            *hour >= this_hour
                || account.waiting != Used::default()
                || account.going != Used::default()
        });
    }

    pub fn give_back(&mut self, takings: Takings) {
        self.back_from(&takings);
        for (entry, used) in takings.used {
            self.accounts.entry(entry).or_default().waiting += used;
        }
        for (mark, at) in takings.marks {
            self.marks.entry(mark).or_insert(at);
        }
    }

    fn back_from(&mut self, takings: &Takings) {
        for (entry, used) in &takings.used {
            if let Some(account) = self.accounts.get_mut(entry) {
                account.going -= *used;
            }
        }
    }
}

impl AddAssign for Used {
    fn add_assign(&mut self, other: Self) {
        self.requests += other.requests;
        self.cost += other.cost;
        self.refused += other.refused;
    }
}

impl SubAssign for Used {
    fn sub_assign(&mut self, other: Self) {
        self.requests -= other.requests;
        self.cost -= other.cost;
        self.refused -= other.refused;
    }
}
