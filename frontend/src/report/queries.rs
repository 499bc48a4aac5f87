use crate::api::schema;

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query")]
pub struct ReportList {
    pub reports: Reports,
}
reads!(ReportList { reports });

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct Reports {
    pub list: Vec<Report>,
}
reads!(Reports { list });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "ReportInfo")]
pub struct Report {
    pub name: String,
    pub title: String,
    pub description: String,
    pub where_type: String,
    pub order_by_type: String,
    pub columns: Vec<Column>,
}
reads!(Report {
    name,
    title,
    description,
    where_type,
    order_by_type,
    columns
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "ColumnInfo")]
pub struct Column {
    pub name: String,
    pub header: String,
    pub title: String,
    pub description: String,
    pub kind: String,
    pub words: Vec<String>,
    pub filters: bool,
    pub sorts: bool,
}
reads!(Column {
    name,
    header,
    title,
    description,
    kind,
    words,
    filters,
    sorts
});
