use super::Kind;
use crate::api::{PageInfo, schema};

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct PartnersVariables {
    pub first: i32,
    pub after: Option<String>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "PartnersVariables")]
pub struct Partners {
    #[arguments(first: $first, after: $after)]
    pub delivery_partners: PartnerPage,
}
reads!(Partners { delivery_partners });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "DeliveryPartnerConnection")]
pub struct PartnerPage {
    pub total_count: i32,
    pub page_info: PageInfo,
    pub nodes: Vec<PartnerRow>,
}
reads!(PartnerPage {
    total_count,
    page_info,
    nodes
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "DeliveryPartner")]
pub struct PartnerRow {
    pub name: String,
    pub kind: Kind,
    pub group_count: i32,
    pub people: Vec<Member>,
}
reads!(PartnerRow {
    name,
    kind,
    group_count,
    people
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Person")]
pub struct Member {
    pub name: String,
}
reads!(Member { name });

#[derive(cynic::InputObject, Clone, Debug)]
pub struct AddDeliveryPartnerInput {
    pub name: String,
    pub kind: Kind,
}

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct AddPartnerVariables {
    pub input: AddDeliveryPartnerInput,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "AddPartnerVariables")]
pub struct AddPartner {
    #[arguments(input: $input)]
    pub add_delivery_partner: AddedPartner,
}
reads!(AddPartner {
    add_delivery_partner
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "DeliveryPartner")]
pub struct AddedPartner {
    pub name: String,
}
reads!(AddedPartner { name });
