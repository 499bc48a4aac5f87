use crate::api::schema;

#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq)]
pub enum LetterState {
    Queued,
    Sent,
    Failed,
    Cancelled,
}
