//! Documents that ask for everything, made from the schema.

use std::collections::BTreeSet;

use super::model::{Kind, Model};

/// Fields within fields that the portal answers.
const DEPTH: usize = 10;

/// What a query asks of each object: all fields of its type and of the types below it.
pub struct Selection<'m> {
    model: &'m Model,
    left_out: BTreeSet<(String, String)>,
}

impl<'m> Selection<'m> {
    /// Everything.
    pub fn whole(model: &'m Model) -> Self {
        Self {
            model,
            left_out: BTreeSet::new(),
        }
    }

    /// Everything but these fields, each with its type.
    pub fn without<'a>(
        model: &'m Model,
        fields: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Self {
        let own = |(ty, field): (&str, &str)| (ty.to_owned(), field.to_owned());
        Self {
            model,
            left_out: fields.into_iter().map(own).collect(),
        }
    }

    /// A query for one root field, with its arguments as they are to be written.
    pub fn query(&self, root: &str, arguments: &str) -> String {
        let ty = self.model.field("Query", root).base();
        format!("{} {{ {root}{arguments}{} }}", head(arguments), self.of(ty))
    }

    /// All of a type, in braces; nothing for a scalar. No type is entered within itself, so a task
    /// leads to its participant but not from there to all their tasks.
    pub fn of(&self, ty: &str) -> String {
        self.within(ty, &mut Vec::new())
    }

    fn within(&self, ty: &str, around: &mut Vec<String>) -> String {
        let Some(object) = self.model.object(ty) else {
            return String::new();
        };
        if ty.ends_with("Edge") {
            // The rows themselves are asked for as `nodes`.
            return " { cursor node { id } }".to_owned();
        }
        around.push(ty.to_owned());
        let mut text = String::new();
        for (name, field) in &object.fields {
            let base = field.base();
            let is_object = self
                .model
                .types
                .get(base)
                .is_some_and(|ty| ty.kind == Kind::Object);
            // A page of a report wants arguments of its own: `reports/` asks for these.
            let is_page = ty != "Query" && field.arguments.contains_key("first");
            let is_left_out = is_page || self.left_out.contains(&(ty.to_owned(), name.clone()));
            let is_around = around.iter().any(|outer| outer == base);
            if is_left_out || is_around || is_object && around.len() + 1 >= DEPTH {
                continue;
            }
            let below = self.within(base, around);
            if !is_object || !below.is_empty() {
                text.push(' ');
                text.push_str(name);
                text.push_str(&below);
            }
        }
        around.pop();
        if text.is_empty() {
            String::new()
        } else {
            format!(" {{{text} }}")
        }
    }
}

/// Only the variables that are used may be declared.
fn head(arguments: &str) -> &'static str {
    match (arguments.contains("$id"), arguments.contains("$token")) {
        (true, _) => "query($id: ID!)",
        (_, true) => "query($token: String!)",
        _ => "query",
    }
}

#[test]
fn types_are_not_entered_within_themselves() {
    let model = Model::read(
        "type Query { a: A } type A { n: Int b: B x: Int } type B { a: A s: String c: [C!]! } type C { b: B }",
    );
    let all = Selection::whole(&model);
    assert_eq!(all.query("a", ""), "query { a { b { s } n x } }");
    let some = Selection::without(&model, [("A", "x")]);
    assert_eq!(some.of("A"), " { b { s } n }");
}
