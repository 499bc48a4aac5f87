//! Groups of a cohort, each with a tutor, and perhaps with a delivery partner that hosts it.

pub mod choose;
pub mod edit;
pub mod facts;
pub mod fields;
pub mod form;
pub mod hosted;
pub mod list;
pub mod page;
pub mod queries;
pub mod rows;

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
