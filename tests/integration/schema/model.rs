//! The schema as data, read from its text.

use std::collections::BTreeMap;

use async_graphql::parser::parse_schema;
use async_graphql::parser::types::{
    ConstDirective, EnumValueDefinition, FieldDefinition, InputValueDefinition, TypeDefinition,
    TypeKind, TypeSystemDefinition,
};
use async_graphql::{Positioned, Value as ConstValue};

/// The schema that this build of the server has.
pub fn model() -> Model {
    Model::read(&server::schema::sdl())
}

pub struct Model {
    pub types: BTreeMap<String, Type>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Scalar,
    Object,
    Enum,
    Input,
}

pub struct Type {
    pub kind: Kind,
    pub description: String,
    /// Of an object or an input.
    pub fields: BTreeMap<String, Field>,
    /// Of an enum.
    pub values: BTreeMap<String, Word>,
}

/// A value of an enum.
pub struct Word {
    pub description: String,
    /// Why it is to go.
    pub going: Option<String>,
}

pub struct Field {
    pub description: String,
    /// As it is written, such as `[Task!]!`.
    pub ty: String,
    pub arguments: BTreeMap<String, Field>,
    pub has_default: bool,
    /// Why it is to go.
    pub going: Option<String>,
}

impl Field {
    /// The type without lists and non-nulls.
    pub fn base(&self) -> &str {
        self.ty.trim_matches(['[', ']', '!'])
    }

    pub fn is_list(&self) -> bool {
        self.ty.starts_with('[')
    }

    pub fn is_required(&self) -> bool {
        self.ty.ends_with('!') && !self.has_default
    }
}

impl Model {
    pub fn read(sdl: &str) -> Self {
        let document = parse_schema(sdl).unwrap_or_else(|why| panic!("no schema: {why}"));
        let types = document
            .definitions
            .into_iter()
            .filter_map(|definition| match definition {
                TypeSystemDefinition::Type(definition) => Some((
                    definition.node.name.node.to_string(),
                    read_type(definition.node),
                )),
                _ => None,
            });
        Self {
            types: types.collect(),
        }
    }

    pub fn object(&self, name: &str) -> Option<&Type> {
        self.types
            .get(name)
            .filter(|found| found.kind == Kind::Object)
    }

    /// A field that must be there.
    pub fn field(&self, ty: &str, name: &str) -> &Field {
        let found = self.object(ty).and_then(|ty| ty.fields.get(name));
        found.unwrap_or_else(|| panic!("the schema has no {ty}.{name}"))
    }

    /// Every object type but the roots, with its fields.
    pub fn object_fields(&self) -> impl Iterator<Item = (&str, &str, &Field)> {
        let objects = self.types.iter().filter(|(_, ty)| ty.kind == Kind::Object);
        let inner = objects.filter(|(name, _)| *name != "Query" && *name != "Mutation");
        inner.flat_map(|(name, ty)| {
            ty.fields
                .iter()
                .map(move |(field, found)| (name.as_str(), field.as_str(), found))
        })
    }
}

fn read_type(definition: TypeDefinition) -> Type {
    let description = text(definition.description);
    let (mut fields, mut values) = (BTreeMap::new(), BTreeMap::new());
    let kind = match definition.kind {
        TypeKind::Scalar => Kind::Scalar,
        TypeKind::Object(object) => {
            fields = object.fields.into_iter().map(read_field).collect();
            Kind::Object
        }
        TypeKind::InputObject(input) => {
            fields = input.fields.into_iter().map(read_input).collect();
            Kind::Input
        }
        TypeKind::Enum(listed) => {
            let told = listed.values.into_iter().map(|value| value.node);
            values = told.map(read_word).collect();
            Kind::Enum
        }
        TypeKind::Interface(_) | TypeKind::Union(_) => panic!("teach the model this kind of type"),
    };
    Type {
        kind,
        description,
        fields,
        values,
    }
}

fn read_word(value: EnumValueDefinition) -> (String, Word) {
    let word = Word {
        description: text(value.description),
        going: going(&value.directives),
    };
    (value.value.node.to_string(), word)
}

fn read_field(field: Positioned<FieldDefinition>) -> (String, Field) {
    let field = field.node;
    let arguments = field.arguments.into_iter().map(read_input).collect();
    let ty = field.ty.node.to_string();
    let description = text(field.description);
    (
        field.name.node.to_string(),
        Field {
            description,
            ty,
            arguments,
            has_default: false,
            going: going(&field.directives),
        },
    )
}

fn read_input(input: Positioned<InputValueDefinition>) -> (String, Field) {
    let input = input.node;
    let (ty, has_default) = (input.ty.node.to_string(), input.default_value.is_some());
    let (description, arguments) = (text(input.description), BTreeMap::new());
    (
        input.name.node.to_string(),
        Field {
            description,
            ty,
            arguments,
            has_default,
            going: going(&input.directives),
        },
    )
}

/// The reason of `@deprecated`; empty if none is given.
fn going(directives: &[Positioned<ConstDirective>]) -> Option<String> {
    let directives = directives.iter().map(|directive| &directive.node);
    let mut deprecated = directives.filter(|directive| directive.name.node == "deprecated");
    let reason = deprecated.next()?.get_argument("reason");
    Some(match reason.map(|reason| &reason.node) {
        Some(ConstValue::String(reason)) => reason.clone(),
        _ => String::new(),
    })
}

fn text(description: Option<Positioned<String>>) -> String {
    description
        .map(|text| text.node.trim().to_owned())
        .unwrap_or_default()
}
