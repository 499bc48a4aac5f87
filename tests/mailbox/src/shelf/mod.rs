//! Where letters stay: in memory, in the order of their acceptance, never more than so many.

mod unread;

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard};
use std::time::SystemTime;

use tokio::sync::watch;

use crate::Letter;
use unread::Kept;

#[derive(Debug)]
pub(crate) struct Shelf {
    room_for: usize,
    row: Mutex<Row>,
    /// Counts acceptances, to wake those who wait.
    arrivals: watch::Sender<u64>,
}

#[derive(Debug, Default)]
struct Row {
    accepted: u64,
    letters: VecDeque<Kept>,
}

impl Shelf {
    /// An empty shelf which keeps the newest `room_for` letters.
    pub(crate) fn for_newest(room_for: usize) -> Self {
        Self {
            room_for,
            row: Mutex::default(),
            arrivals: watch::Sender::new(0),
        }
    }

    /// Keeps an accepted letter under the next number.
    pub(crate) fn keep(&self, from: String, to: Vec<String>, raw: Vec<u8>) {
        let mut row = self.row();
        row.accepted += 1;
        let letter = Letter {
            number: row.accepted,
            accepted_at: SystemTime::now(),
            from,
            to,
            raw: raw.into(),
        };
        row.letters.push_back(Kept::unread(letter));
        while row.letters.len() > self.room_for {
            row.letters.pop_front();
        }
        self.arrivals.send_replace(row.accepted);
    }

    pub(crate) fn letters(&self) -> Vec<Letter> {
        self.row()
            .letters
            .iter()
            .map(|kept| kept.letter.clone())
            .collect()
    }

    pub(crate) fn letter(&self, number: u64) -> Option<Letter> {
        self.row()
            .letters
            .iter()
            .find(|kept| kept.letter.number == number)
            .map(|kept| kept.letter.clone())
    }

    pub(crate) fn count(&self) -> usize {
        self.row().letters.len()
    }

    pub(crate) fn clear(&self) {
        self.row().letters.clear();
    }

    /// Changes whenever a letter is accepted.
    pub(crate) fn arrivals(&self) -> watch::Receiver<u64> {
        self.arrivals.subscribe()
    }

    fn row(&self) -> MutexGuard<'_, Row> {
        self.row.lock().expect("nothing panics while it holds this")
    }
}
