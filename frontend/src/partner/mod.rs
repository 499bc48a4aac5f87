//! Delivery partners: who hosts groups for the programme.

pub mod form;
pub mod list;
pub mod queries;

use crate::api::schema;

#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq)]
#[cynic(graphql_type = "DeliveryPartnerKind")]
pub enum Kind {
    TeachingSchoolHub,
    LocalAuthority,
    SchoolNetwork,
}
reads_word!(Kind);

pub const KINDS: [Kind; 3] = [
    Kind::TeachingSchoolHub,
    Kind::LocalAuthority,
    Kind::SchoolNetwork,
];

impl Kind {
    pub fn words(self) -> &'static str {
        match self {
            Kind::TeachingSchoolHub => "Teaching School Hub",
            Kind::LocalAuthority => "Local authority",
            Kind::SchoolNetwork => "School network",
        }
    }
}
