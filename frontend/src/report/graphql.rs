//! A report's question as GraphQL: the very text that this page sends is the one that people copy.

use super::asked::Asked;
use super::operand::quoted;
use super::queries::{Column, Report};

/// A query with its variables.
pub struct Question {
    pub query: String,
    /// In JSON.
    pub variables: String,
}

impl Question {
    /// So many rows, after this cursor. `also` are columns that are needed though nobody asked to see them.
    pub fn new(
        report: &Report,
        asked: &Asked,
        first: i32,
        after: Option<String>,
        also: &[&Column],
    ) -> Question {
        let mut declared = "$first: Int!, $after: String".to_string();
        let mut given = "first: $first, after: $after".to_string();
        let mut variables = vec![format!("\"first\":{first}")];
        if let Some(after) = after {
            variables.push(format!("\"after\":{}", quoted(&after)));
        }
        if let Some(filter) = asked.filter() {
            declared += &format!(", $where: {}", report.where_type);
            given += ", where: $where";
            variables.push(format!("\"where\":{filter}"));
        }
        if let Some((column, descending)) = &asked.order {
            declared += &format!(", $orderBy: {}", report.order_by_type);
            given += ", orderBy: $orderBy";
            let direction = if *descending { "DESC" } else { "ASC" };
            let field = column.header.to_ascii_uppercase();
            variables.push(format!(
                "\"orderBy\":{{\"field\":\"{field}\",\"direction\":\"{direction}\"}}"
            ));
        }
        let mut names: Vec<&str> = asked.columns.iter().map(|one| one.name.as_str()).collect();
        names.extend(also.iter().map(|one| one.name.as_str()));
        let name = &report.name;
        let names = names.join("\n        ");
        let query = format!(
            "query ({declared}) {{
  reports {{
    {name}({given}) {{
      totalCount
      pageInfo {{ hasNextPage endCursor }}
      nodes {{
        {names}
      }}
    }}
  }}
}}
"
        );
        let variables = format!("{{{}}}", variables.join(","));
        Question { query, variables }
    }

    pub fn body(&self) -> String {
        let (query, variables) = (quoted(&self.query), &self.variables);
        format!("{{\"query\":{query},\"variables\":{variables}}}")
    }
}
