use crate::api::{Moment, PageInfo, schema};

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query")]
pub struct Programmes {
    pub agreement_programmes: Vec<Programme>,
}
reads!(Programmes {
    agreement_programmes
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "AgreementProgramme")]
pub struct Programme {
    pub id: cynic::Id,
    pub name: String,
    pub number: i32,
    pub title: String,
    pub body: String,
}
reads!(Programme {
    id,
    name,
    number,
    title,
    body
});

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct TextsVariables {
    pub first: i32,
    pub after: Option<String>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "TextsVariables")]
pub struct Texts {
    #[arguments(first: $first, after: $after)]
    pub agreement_texts: TextPage,
    pub agreement_programmes: Vec<ProgrammeName>,
}
reads!(Texts {
    agreement_texts,
    agreement_programmes
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "AgreementTextConnection")]
pub struct TextPage {
    pub total_count: i32,
    pub page_info: PageInfo,
    pub nodes: Vec<TextRow>,
}
reads!(TextPage {
    total_count,
    page_info,
    nodes
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "AgreementText")]
pub struct TextRow {
    pub id: cynic::Id,
    pub programme: ProgrammeName,
    pub number: i32,
    pub written_by: String,
    pub created_at: Moment,
    pub current: bool,
    pub asked: i32,
    pub signed: i32,
}
reads!(TextRow {
    id,
    programme,
    number,
    written_by,
    created_at,
    current,
    asked,
    signed
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "AgreementProgramme")]
pub struct ProgrammeName {
    pub id: cynic::Id,
    pub name: String,
    pub number: i32,
}
reads!(ProgrammeName { id, name, number });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "crate::api::ById")]
pub struct OneText {
    #[arguments(first: 1, where: { id: { eq: $id } })]
    pub agreement_texts: OnePage,
}
reads!(OneText { agreement_texts });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "AgreementTextConnection")]
pub struct OnePage {
    pub nodes: Vec<Text>,
}
reads!(OnePage { nodes });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "AgreementText")]
pub struct Text {
    pub programme: ProgrammeName,
    pub number: i32,
    pub title: String,
    pub note: Option<String>,
    pub written_by: String,
    pub created_at: Moment,
    pub current: bool,
    pub asked: i32,
    pub signed: i32,
    pub blocks: Vec<Block>,
    pub changes: Vec<Line>,
}
reads!(Text {
    programme,
    number,
    title,
    note,
    written_by,
    created_at,
    current,
    asked,
    signed,
    blocks,
    changes
});

#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq)]
pub enum AgreementBlockKind {
    Heading,
    Paragraph,
    Points,
}
reads_word!(AgreementBlockKind);

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "AgreementBlock")]
pub struct Block {
    pub kind: AgreementBlockKind,
    pub text: Option<String>,
    pub points: Vec<String>,
}
reads!(Block { kind, text, points });

#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq)]
pub enum LineChange {
    Kept,
    Added,
    Removed,
}
reads_word!(LineChange);

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "TextLine")]
pub struct Line {
    pub change: LineChange,
    pub text: String,
}
reads!(Line { change, text });

#[derive(cynic::InputObject, Clone, Debug)]
pub struct PreviewAgreementTextInput {
    pub programme_id: cynic::Id,
    pub title: String,
    pub body: String,
}

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct PreviewVariables {
    pub input: PreviewAgreementTextInput,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "PreviewVariables")]
pub struct TryText {
    #[arguments(input: $input)]
    pub preview_agreement_text: Preview,
}
reads!(TryText {
    preview_agreement_text
});

#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "TextProblem")]
pub struct Wrong {
    pub field: String,
    pub message: String,
}
reads!(Wrong { field, message });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "AgreementTextPreview")]
pub struct Preview {
    pub title: String,
    pub blocks: Vec<Block>,
    pub changes: Vec<Line>,
    pub problems: Vec<Wrong>,
    pub warnings: Vec<String>,
}
reads!(Preview {
    title,
    blocks,
    changes,
    problems,
    warnings
});

#[derive(cynic::InputObject, Clone, Debug)]
pub struct PublishAgreementTextInput {
    pub programme_id: cynic::Id,
    pub expected_number: i32,
    pub title: String,
    pub body: String,
    pub note: Option<String>,
}

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct PublishVariables {
    pub input: PublishAgreementTextInput,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "PublishVariables")]
pub struct PublishText {
    #[arguments(input: $input)]
    pub publish_agreement_text: Published,
}
reads!(PublishText {
    publish_agreement_text
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "AgreementText")]
pub struct Published {
    pub id: cynic::Id,
    pub number: i32,
}
reads!(Published { id, number });
