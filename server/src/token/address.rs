//! Secret addresses of report files, for spreadsheets that cannot send a key along.

use entity::{api_token, event, report_address};
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait as _, EntityTrait as _, IntoActiveModel as _};
use uuid::Uuid;

use super::State;
use crate::access::{Actor, AddAddress, Granted, RevokeAddress, digest, random_secret};
use crate::error::{Error, Result};
use crate::event::{About, record};
use crate::tx::Tx;

/// What an address opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The key by whose right it is read.
    pub actor: Actor,
    /// The report's name.
    pub report: String,
    pub format: report_address::Format,
    /// JSON: which rows of it; none means all.
    pub filter: Option<String>,
}

impl Address {
    /// What the file is called: the last part of the address. Another name opens nothing.
    pub fn file(&self) -> String {
        file(&self.report, self.format)
    }
}

/// An address to be made.
#[derive(Clone, Debug)]
pub struct NewAddress {
    /// A report that exists.
    pub report: String,
    pub format: report_address::Format,
    /// JSON that the report has taken.
    pub filter: Option<String>,
}

/// Makes an address, and answers it whole: this once.
///
/// # Errors
/// `WRONG_STATE` for a key that opens nothing any more.
pub async fn add_address(
    tx: &Tx,
    token: Granted<AddAddress>,
    input: NewAddress,
) -> Result<(String, report_address::Model)> {
    if State::of(&token, tx.now) != State::Active {
        return Err(Error::WrongState(
            "This token opens nothing any more. Choose one that is active, or create another."
                .into(),
        ));
    }
    let secret = random_secret()?;
    let row = report_address::ActiveModel {
        id: Set(Uuid::now_v7()),
        token_id: Set(token.id),
        report: Set(input.report),
        format: Set(input.format),
        filter: Set(input.filter),
        secret_hash: Set(digest(&secret)),
        created_at: Set(tx.now),
        last_used_at: Set(None),
        revoked_at: Set(None),
    };
    let address = row.insert(tx).await?;
    note(tx, event::Kind::AddressCreated, &token.name, &address).await?;
    let file = file(&address.report, address.format);
    let public_url = &tx.portal.config.public_url;
    Ok((format!("{public_url}/reports/at/{secret}/{file}"), address))
}

/// The address opens nothing from now on; its key and the key's other addresses do. Doing it twice changes nothing.
pub async fn revoke_address(
    tx: &Tx,
    address: Granted<RevokeAddress>,
) -> Result<report_address::Model> {
    let address = address.into_row();
    if address.revoked_at.is_some() {
        return Ok(address);
    }
    let token = api_token::Entity::find_by_id(address.token_id)
        .one(tx)
        .await?
        .ok_or(Error::NotFound("API token"))?;
    let mut row = address.into_active_model();
    row.revoked_at = Set(Some(tx.now));
    let address = row.update(tx).await?;
    note(tx, event::Kind::AddressRevoked, &token.name, &address).await?;
    Ok(address)
}

/// What a report's file is called.
pub fn file(report: &str, format: report_address::Format) -> String {
    match format {
        report_address::Format::Csv => format!("{report}.csv"),
        report_address::Format::Xlsx => format!("{report}.xlsx"),
    }
}

async fn note(
    tx: &Tx,
    kind: event::Kind,
    token: &str,
    address: &report_address::Model,
) -> Result<()> {
    let file = file(&address.report, address.format);
    record(tx, kind, About::default(), Some(format!("{token}: {file}"))).await
}
