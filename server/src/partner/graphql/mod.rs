//! Delivery partners in the schema.

mod list;
mod mutate;
mod object;
mod query;

pub use list::{DeliveryPartnerOrder, DeliveryPartnerOrderField, DeliveryPartnerWhere};
pub use mutate::{AddDeliveryPartnerInput, PartnerMutation};
pub use object::{DeliveryPartner, PartnerById, PartnerKind};
pub use query::PartnerQuery;
