//! Secret addresses of report files in the schema.

use std::sync::Arc;

use async_graphql::{Context, Enum, ID, InputObject, Json, Object, Result};
use chrono::{DateTime, Utc};
use entity::{api_token, report_address};
use sea_orm::QueryOrder as _;
use uuid::Uuid;

use crate::access::{self, Guarded as _};
use crate::error::{self, Error};
use crate::portal::Portal;
use crate::reading::{Found, Reader, rows_by};
use crate::report::{self, Asked, Plan};
use crate::schema::{actor, keys, named, object, portal, uuid};
use crate::token::{NewAddress, actor_of, add_address, file, revoke_address};
use crate::tx;

/// What kind of file a report comes as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "report_address::Format")]
pub enum ReportFormat {
    /// Text, with commas between the values.
    Csv,
    /// An Excel workbook.
    Xlsx,
}

named!(ReportFormat);

/// Addresses of one token that are shown at most.
const SHOWN: usize = 50;

keys! {
    /// A token's addresses, newest first, by the token's id.
    pub AddressesOf => Vec<Arc<report_address::Model>> = of_tokens;
}

async fn of_tokens(
    reader: &Reader,
    ids: &[Uuid],
) -> error::Result<Found<Vec<Arc<report_address::Model>>>> {
    use report_address::{Column, Entity};
    let newest_first = Entity::seen_by(&reader.actor).order_by_desc(Column::Id);
    let mut found: Found<Vec<_>> = rows_by(reader, newest_first, Column::TokenId, ids).await?;
    found
        .values_mut()
        .for_each(|addresses| addresses.truncate(SHOWN));
    Ok(found)
}

object! {
    /// A secret address at which a spreadsheet reads one report's file, with what a token may read.
    ReportAddress(address: report_address::Model, loads);

    /// Stable for good.
    id: ID => address.id.into();
    /// The report's name.
    report: &str => &address.report;
    /// What kind of file it is.
    format: ReportFormat => address.format.into();
    /// What the file is called, such as `tasks.csv`.
    file: String => file(&address.report, address.format);
    /// Which rows the file has: the report's `where` as JSON; null for all.
    filter: Option<&str> => address.filter.as_deref();
    /// When it was made.
    created_at: DateTime<Utc> => address.created_at;
    /// When it was last used, to the minute.
    last_used_at: Option<DateTime<Utc>> => address.last_used_at;
    /// When it was taken away by itself; it also ends with its token.
    revoked_at: Option<DateTime<Utc>> => address.revoked_at;
}

#[derive(Default)]
pub struct AddressMutation;

#[Object]
impl AddressMutation {
    /// Makes a secret address at which a spreadsheet reads one report's file. For administrators.
    async fn create_report_address(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What the address opens.")] input: CreateReportAddressInput,
    ) -> Result<NewReportAddress> {
        let token_id = uuid(&input.token_id, api_token::Entity::NAME)?;
        let made = tx::write(portal(ctx), actor(ctx), async |tx| {
            let token = access::load::<access::AddAddress>(tx, token_id).await?;
            check(&tx.portal, &token, &input)?;
            let wanted = NewAddress {
                report: input.report,
                format: input.format.into(),
                filter: input.filter.map(|Json(filter)| filter.to_string()),
            };
            add_address(tx, token, wanted).await
        });
        Ok(NewReportAddress::from(made.await?))
    }

    /// Takes one address away, at once; its token and the token's other addresses stay. For administrators.
    async fn revoke_report_address(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The address's id.")] id: ID,
    ) -> Result<ReportAddress> {
        let id = uuid(&id, report_address::Entity::NAME)?;
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            let address = access::load::<access::RevokeAddress>(tx, id).await?;
            revoke_address(tx, address).await
        });
        Ok(ReportAddress::from(row.await?))
    }
}

/// A new address of a report's file.
#[derive(InputObject)]
pub struct CreateReportAddressInput {
    /// The token by whose right the file is read.
    token_id: ID,
    /// The report's name, such as `tasks`.
    report: String,
    /// What kind of file it is.
    format: ReportFormat,
    /// Which rows the file has: the report's own `where`; all if left out.
    #[graphql(name = "where")]
    filter: Option<Json<serde_json::Value>>,
}

/// Characters of a filter.
const LONGEST_FILTER: usize = 4_000;

/// That there is such a report, that the token may read it, and that it takes the filter.
fn check(
    portal: &Portal,
    token: &api_token::Model,
    input: &CreateReportAddressInput,
) -> error::Result<()> {
    let filter = input.filter.as_ref().map(|Json(filter)| filter.clone());
    let length = filter.as_ref().map_or(0, |filter| filter.to_string().len());
    if length > LONGEST_FILTER {
        let told = format!("Write the filter in at most {LONGEST_FILTER} characters.");
        return Err(Error::field("where", told));
    }
    let report = report::find(&input.report)
        .ok_or_else(|| Error::field("report", "Choose a report that exists."))?;
    let reader = Reader::new(portal, actor_of(token));
    let asked = Asked {
        filter,
        ..Asked::default()
    };
    match Plan::whole(report, &reader, &asked) {
        Ok(_) => Ok(()),
        Err(Error::Forbidden) => Err(Error::field(
            "report",
            "The token may not read this report.",
        )),
        Err(error) => Err(error),
    }
}

object! {
    /// An address that was just made.
    NewReportAddress(made: (String, report_address::Model), loads);

    /// The address itself. Told this once: only the hash of its secret part is kept.
    url: &str => &made.0;
    /// What is kept of it.
    address: ReportAddress => made.1.clone().into();
}
