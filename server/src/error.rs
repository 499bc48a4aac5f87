//! What can go wrong, as the person at the other end needs to hear it.

use async_graphql::{ErrorExtensionValues, ErrorExtensions as _};
use sea_orm::{DbErr, SqlErr};

pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Deliberately without `Display`: it is told either as GraphQL, with its code, or as a page.
#[derive(Debug)]
pub enum Error {
    /// Nobody is signed in.
    Unauthenticated,
    /// The actor sees the thing but may not do this with it.
    Forbidden,
    /// The actor may not know this, and so may not ask by it; says what would be needed.
    Withheld(&'static str),
    /// There is no such thing, or not for this actor.
    NotFound(&'static str),
    /// The input cannot be taken as it is.
    Invalid(Vec<FieldError>),
    /// The thing's life does not allow this step now.
    WrongState(String),
    /// Somebody else changed the thing meanwhile.
    Conflict { current_version: i32 },
    /// Asked too often.
    TooMany(String),
    /// What changed since then is no longer known; from `cursor` on it is.
    CursorTooOld { cursor: String },
    /// Our fault; the details go to the log only.
    Internal(anyhow::Error),
}

/// What is wrong with one field of the input, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// As the schema names it.
    pub name: &'static str,
    pub message: String,
}

impl Error {
    /// One field is wrong.
    pub fn field(name: &'static str, message: impl Into<String>) -> Self {
        Self::Invalid(vec![FieldError {
            name,
            message: message.into(),
        }])
    }

    /// The stable code under `extensions.code`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unauthenticated => "UNAUTHENTICATED",
            Self::Forbidden | Self::Withheld(_) => "FORBIDDEN",
            Self::NotFound(_) => "NOT_FOUND",
            Self::Invalid(_) => "INVALID_INPUT",
            Self::WrongState(_) => "WRONG_STATE",
            Self::Conflict { .. } => "CONFLICT",
            Self::TooMany(_) => "TOO_MANY",
            Self::CursorTooOld { .. } => "CURSOR_TOO_OLD",
            Self::Internal(_) => "INTERNAL",
        }
    }

    /// What happened and what to do, in plain words.
    pub fn message(&self) -> String {
        match self {
            Self::Unauthenticated => "Sign in to go on.".into(),
            Self::Forbidden => "You may see this, but you may not do that with it.".into(),
            Self::Withheld(why) => (*why).into(),
            Self::NotFound(thing) => format!("There is no such {thing}, or you may not see it."),
            Self::Invalid(fields) => match fields.as_slice() {
                [only] => only.message.clone(),
                _ => "Some answers need another look.".into(),
            },
            Self::WrongState(why) | Self::TooMany(why) => why.clone(),
            Self::Conflict { .. } => {
                "This was changed somewhere else meanwhile. Look at the newer version, then save again.".into()
            }
            Self::CursorTooOld { .. } => {
                "What changed since this cursor is no longer known, or what you may see is another now. Read the lists anew, then go on from the cursor in extensions.cursor.".into()
            }
            Self::Internal(_) => "Something went wrong on our side. Nothing was changed. Try again in a minute.".into(),
        }
    }
}

impl From<DbErr> for Error {
    fn from(error: DbErr) -> Self {
        Self::Internal(anyhow::Error::new(error))
    }
}

impl From<anyhow::Error> for Error {
    fn from(error: anyhow::Error) -> Self {
        Self::Internal(error)
    }
}

impl From<Error> for async_graphql::Error {
    fn from(error: Error) -> Self {
        if let Error::Internal(cause) = &error {
            tracing::error!(?cause, "a request failed");
        }
        async_graphql::Error::new(error.message())
            .extend_with(|_, extensions| describe(&error, extensions))
    }
}

fn describe(error: &Error, extensions: &mut ErrorExtensionValues) {
    extensions.set("code", error.code());
    match error {
        Error::Invalid(fields) => {
            let fields: Vec<async_graphql::Value> = fields
                .iter()
                .map(|field| async_graphql::value!({ "name": field.name, "message": (field.message.clone()) }))
                .collect();
            extensions.set("fields", async_graphql::Value::List(fields));
        }
        Error::Conflict { current_version } => extensions.set("currentVersion", *current_version),
        Error::CursorTooOld { cursor } => extensions.set("cursor", cursor.as_str()),
        _ => {}
    }
}

/// The constraint that a write ran into, if it was one that makes rows unique. PostgreSQL names the constraint, SQLite
/// its columns; both begin with the table, so the caller asks for the constraint by the name that the migration gave.
pub fn breaks_unique(error: &DbErr, table: &str, columns: &[&str]) -> bool {
    let Some(SqlErr::UniqueConstraintViolation(told)) = error.sql_err() else {
        return false;
    };
    let by_columns = columns
        .iter()
        .map(|column| format!("{table}.{column}"))
        .collect::<Vec<_>>()
        .join(", ");
    let by_name = format!("{table}_{}_", columns.join("_"));
    told.contains(&by_columns) || told.contains(&by_name)
}
