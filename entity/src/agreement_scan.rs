//! A scan or photo of an agreement that was signed on paper, with what was typed beside it. Its bytes lie apart, so that
//! whoever lists scans reads none.

use sea_orm::entity::prelude::*;

use super::needs::Review;

/// Where a scan stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum State {
    /// The scanner for harmful files has not looked at it yet: nobody sees it.
    #[sea_orm(string_value = "checking")]
    Checking,
    /// The office has to look at it.
    #[sea_orm(string_value = "waiting")]
    Waiting,
    /// It counts as the school's signature.
    #[sea_orm(string_value = "accepted")]
    Accepted,
    /// The office cannot take it.
    #[sea_orm(string_value = "rejected")]
    Rejected,
    /// Another one was sent before anybody decided.
    #[sea_orm(string_value = "replaced")]
    Replaced,
    /// The asking was answered otherwise, or is over.
    #[sea_orm(string_value = "void")]
    Void,
    /// The scanner found something harmful in it; its bytes are gone.
    #[sea_orm(string_value = "infected")]
    Infected,
}

/// Who sent a scan in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum Source {
    /// Whoever holds the signatory's link.
    #[sea_orm(string_value = "signatory")]
    Signatory,
    /// An administrator: it came by post or e-mail.
    #[sea_orm(string_value = "office")]
    Office,
}

/// What kind of file is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum Format {
    #[sea_orm(string_value = "pdf")]
    Pdf,
    #[sea_orm(string_value = "jpeg")]
    Jpeg,
}

/// A scan or photo of an agreement that was signed on paper; at most one of an asking is undecided.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "agreement_scan")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub agreement_id: Uuid,
    /// The applicant.
    pub person_id: Uuid,
    pub state: State,
    pub source: Source,
    /// The name of who sent it in, as they typed it or as their account has it.
    pub sent_by: String,
    pub sent_at: DateTimeUtc,
    pub format: Format,
    /// Length of the file.
    pub bytes: i32,
    pub pages: i32,
    /// SHA-256 of the file as it is kept, in hex.
    pub sha256: String,
    /// SHA-256 of the words on the paper, in hex.
    pub text_hash: String,
    /// Who signed, as the paper has it.
    pub signed_name: String,
    pub appointed_on: Option<Date>,
    pub mentor_name: String,
    pub mentor_email: String,
    pub mentor_post: String,
    /// What the school says to the needs analysis; none where it needs none.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub review: Option<Review>,
    pub ip: String,
    pub user_agent: String,
    /// How often the scanner gave no answer.
    pub tries: i32,
    pub decided_at: Option<DateTimeUtc>,
    pub decided_by: Option<String>,
    /// Why it was rejected.
    pub reason: Option<String>,
    #[sea_orm(belongs_to, from = "agreement_id", to = "id")]
    pub agreement: BelongsTo<super::agreement::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
