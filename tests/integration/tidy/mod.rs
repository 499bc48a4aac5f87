//! Rules of the house, stated once and checked on the source text.

mod crates;
mod length;
mod letters;
mod locks;
mod modules;
mod sources;
mod words;
mod writes;
