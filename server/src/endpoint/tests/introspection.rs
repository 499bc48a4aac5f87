//! The query that tools send to learn a schema.

use super::scratch::{ask, ask_with};
use crate::endpoint::Limits;

/// As long and as deep as tools send it.
fn full() -> String {
    full_to(9)
}

/// The same, with types within as many lists and non-nulls.
fn full_to(wraps: usize) -> String {
    let wrapped = "ofType { kind name ".repeat(wraps) + &"} ".repeat(wraps);
    format!(
        "query IntrospectionQuery {{ __schema {{
            description queryType {{ name kind }} mutationType {{ name kind }}
            subscriptionType {{ name kind }} types {{ ...FullType }}
            directives {{
                name description isRepeatable locations
                args(includeDeprecated: true) {{ ...InputValue }}
            }}
        }} }}
        fragment FullType on __Type {{
            kind name description specifiedByURL isOneOf
            fields(includeDeprecated: true) {{
                name description args(includeDeprecated: true) {{ ...InputValue }}
                type {{ ...TypeRef }} isDeprecated deprecationReason
            }}
            inputFields(includeDeprecated: true) {{ ...InputValue }}
            interfaces {{ ...TypeRef }}
            enumValues(includeDeprecated: true) {{
                name description isDeprecated deprecationReason
            }}
            possibleTypes {{ ...TypeRef }}
        }}
        fragment InputValue on __InputValue {{
            name description type {{ ...TypeRef }} defaultValue isDeprecated deprecationReason
        }}
        fragment TypeRef on __Type {{ kind name {wrapped} }}"
    )
}

#[tokio::test]
async fn the_full_query_passes() {
    let answer = ask(&full()).await;
    assert_eq!(answer.code(), "no code", "{}", &answer.text[..300]);
    assert!(answer.text.contains("\"Thing\""));
}

#[tokio::test]
async fn the_full_query_fits_with_room() {
    let with = |introspection_values| Limits {
        introspection_values,
        ..Limits::default()
    };
    let ask = async |values| ask_with(&full(), serde_json::json!({}), with(values)).await;
    assert_eq!(ask(200_000).await.code(), "no code");
    assert_eq!(ask(100_000).await.code(), "TOO_MANY_VALUES");
}

#[tokio::test]
async fn its_depth_is_for_questions_about_the_schema_alone() {
    let query = full().replacen("__schema", "hello __schema", 1);
    assert_eq!(ask(&query).await.code(), "TOO_DEEP");
    assert_eq!(ask(&full_to(10)).await.code(), "TOO_DEEP");
}
