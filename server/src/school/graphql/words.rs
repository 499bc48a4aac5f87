//! The words in which the schema tells of schools.

use async_graphql::Enum;
use entity::school;

use crate::schema::{named, words};

/// Whether a school is open, as the national list tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "school::Status")]
pub enum SchoolStatus {
    /// It is open.
    Open,
    /// It is open, and is to be closed.
    ProposedToClose,
    /// It is to be opened.
    ProposedToOpen,
    /// It is closed.
    Closed,
}

words! {
    /// Whether schools are to be open.
    pub SchoolStatusFilter: SchoolStatus as school::Status
}

named!(SchoolStatus);
