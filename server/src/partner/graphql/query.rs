//! Asking for delivery partners.

use async_graphql::{Context, Object, Result};
use entity::delivery_partner;

use super::{
    DeliveryPartner, DeliveryPartnerOrder, DeliveryPartnerOrderField, DeliveryPartnerWhere,
};
use crate::reading::Page;
use crate::schema::{Connected, Direction, known, list, narrowed};

#[derive(Default)]
pub struct PartnerQuery;

#[Object]
impl PartnerQuery {
    /// Delivery partners of the groups that you may see, and those that you sign in for.
    async fn delivery_partners(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many rows from the beginning, 0 to 100; either this or `last`.")]
        first: Option<i32>,
        #[graphql(
            desc = "Only rows after this one: a cursor, such as the last of the page before."
        )]
        after: Option<String>,
        #[graphql(desc = "How many rows from the end, 0 to 100; either this or `first`.")]
        last: Option<i32>,
        #[graphql(
            desc = "Only rows before this one: a cursor, such as the first of the page after."
        )]
        before: Option<String>,
        #[graphql(desc = "Which delivery partners; all if left out.", name = "where")]
        filter: Option<DeliveryPartnerWhere>,
        #[graphql(desc = "Their order; by name if left out.")] order_by: Option<
            DeliveryPartnerOrder,
        >,
    ) -> Result<Connected<DeliveryPartner>> {
        let reader = known(ctx)?;
        let select = narrowed::<delivery_partner::Entity>(reader, filter)?;
        let usual = DeliveryPartnerOrder::by(DeliveryPartnerOrderField::Name, Direction::Asc);
        let sort = order_by.unwrap_or(usual).sort_key(reader)?;
        let wanted = Page::new(first, after, last, before)?;
        list(ctx, select, sort, wanted, DeliveryPartner).await
    }
}
