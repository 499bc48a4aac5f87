//! Groups of a cohort, each with a tutor.

pub mod choose;
pub mod form;
pub mod list;
pub mod queries;

use crate::api::schema;

#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq)]
pub enum Mode {
    FaceToFace,
    DistanceLearning,
}
reads_word!(Mode);

impl Mode {
    pub fn words(self) -> &'static str {
        match self {
            Mode::FaceToFace => "Face to face",
            Mode::DistanceLearning => "Distance learning",
        }
    }
}
