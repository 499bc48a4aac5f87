//! Types as the library's registry keeps them.

use async_graphql::OutputType;
use async_graphql::registry::{Deprecation, MetaField, MetaType, MetaTypeId, Registry};

/// A field as [`super::object!`] declares it.
#[derive(Debug)]
pub struct Declared {
    /// As Rust names it.
    pub name: &'static str,
    /// What it means, in lines.
    pub about: &'static [&'static str],
    /// At most one: what to use instead and the day from which it may be gone, as ``Use `title`. Goes on 2027-09-01.``
    pub going: &'static [&'static str],
    /// Its type, as the schema writes it.
    pub ty: String,
}

impl Declared {
    fn field(self) -> MetaField {
        let reason = self.going.first().map(|reason| (*reason).to_owned());
        let mut field = field(super::plan::camel(self.name), said(self.about), self.ty);
        if reason.is_some() {
            field.deprecation = Deprecation::Deprecated { reason };
        }
        field
    }
}

/// Adds an object to the schema: its fields by name, description and type.
pub fn register<T: OutputType>(
    registry: &mut Registry,
    about: &[&str],
    fields: impl Fn(&mut Registry) -> Vec<Declared>,
) -> String {
    let name = T::type_name().into_owned();
    registry.create_output_type::<T, _>(MetaTypeId::Object, |registry| {
        let fields = fields(registry).into_iter();
        let fields = fields.map(Declared::field);
        let rust = std::any::type_name::<T>();
        object_type(name.clone(), said(about), fields.collect(), Some(rust))
    })
}

/// An object as the registry keeps it, with nothing but name, meaning and fields; by the Rust type the
/// registry tells two of one name apart.
pub fn object_type(
    name: String,
    description: Option<String>,
    fields: Vec<MetaField>,
    rust_typename: Option<&'static str>,
) -> MetaType {
    let fields = fields.into_iter();
    MetaType::Object {
        name,
        description,
        fields: fields.map(|field| (field.name.clone(), field)).collect(),
        cache_control: Default::default(),
        extends: false,
        shareable: false,
        resolvable: true,
        inaccessible: false,
        interface_object: false,
        tags: Vec::new(),
        keys: None,
        visible: None,
        is_subscription: false,
        rust_typename,
        directive_invocations: Vec::new(),
        requires_scopes: Vec::new(),
    }
}

/// A field as the registry keeps it, with nothing but name, meaning and type.
pub fn field(name: String, description: Option<String>, ty: String) -> MetaField {
    MetaField {
        name,
        description,
        args: Default::default(),
        ty,
        deprecation: Deprecation::NoDeprecated,
        cache_control: Default::default(),
        external: false,
        requires: None,
        provides: None,
        visible: None,
        shareable: false,
        inaccessible: false,
        tags: Vec::new(),
        override_from: None,
        compute_complexity: None,
        directive_invocations: Vec::new(),
        requires_scopes: Vec::new(),
    }
}

/// Lines of a comment as one text.
fn said(lines: &[&str]) -> Option<String> {
    let text: Vec<&str> = lines.iter().map(|line| line.trim()).collect();
    Some(text.join("\n")).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use async_graphql::{EmptyMutation, EmptySubscription, Enum, Object, Schema};

    use crate::schema::object;

    object! {
        /// A row.
        Row(row: i32, loads);

        /// What it is called.
        title: i32 => **row;
        /// What it was called.
        #[deprecated = "Use `title`. Goes on 2027-09-01."]
        old_name: i32 => **row;
    }

    #[derive(Clone, Copy, Enum, PartialEq, Eq)]
    enum Colour {
        Red,
        #[graphql(deprecation = "Use `RED`. Goes on 2027-09-01.")]
        Scarlet,
    }

    struct Query;

    #[Object]
    impl Query {
        async fn row(
            &self,
            #[graphql(deprecation = "Use `by`. Goes on 2027-09-01.")] like: Option<Colour>,
            by: Option<Colour>,
        ) -> Row {
            Row::from(i32::from(like == by))
        }
    }

    /// A field by our own macro, arguments and values of an enum by the library's.
    #[test]
    fn what_is_to_go_says_so() {
        let sdl = Schema::build(Query, EmptyMutation, EmptySubscription)
            .finish()
            .sdl();
        for line in [
            r#"oldName: Int! @deprecated(reason: "Use `title`. Goes on 2027-09-01.")"#,
            r#"SCARLET @deprecated(reason: "Use `RED`. Goes on 2027-09-01.")"#,
            r#"like: Colour @deprecated(reason: "Use `by`. Goes on 2027-09-01.")"#,
        ] {
            assert!(sdl.contains(line), "{line} is not in\n{sdl}");
        }
        assert_eq!(sdl.matches("@deprecated(reason: \"").count(), 3);
    }
}
