//! The portal in real Chromium: few, long stories. Every page that somebody comes to is looked at on the way.

mod ada;
mod administrator;
mod apply;
mod check;
mod first_visit;
mod grace;
mod letters_and_keys;
mod paper;
mod partner;
mod reports;
mod scanner;
mod school_search;
mod strange_words;
mod tutor;
mod two_places;
mod words;
