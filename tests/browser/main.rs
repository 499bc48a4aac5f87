//! The portal in real Chromium: few, long stories.

mod first_visit;
