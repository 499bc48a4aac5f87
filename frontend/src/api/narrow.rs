//! What lists are narrowed by: the operators of the schema, as far as this app uses them.

use super::{Moment, schema};

#[derive(cynic::InputObject, Clone, Debug, Default)]
pub struct IdFilter {
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub eq: Option<cynic::Id>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub one_of: Option<Vec<cynic::Id>>,
}

impl IdFilter {
    pub fn is(id: impl Into<String>) -> Self {
        Self {
            eq: Some(cynic::Id::new(id)),
            ..Self::default()
        }
    }

    pub fn any<'i>(ids: impl Iterator<Item = &'i str>) -> Self {
        Self {
            one_of: Some(ids.map(cynic::Id::new).collect()),
            ..Self::default()
        }
    }
}

#[derive(cynic::InputObject, Clone, Debug)]
pub struct TextFilter {
    pub contains: Option<String>,
}

impl TextFilter {
    pub fn with(text: String) -> Self {
        Self {
            contains: Some(text),
        }
    }
}

#[derive(cynic::InputObject, Clone, Debug, Default)]
pub struct MomentFilter {
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub from: Option<Moment>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub before: Option<Moment>,
}

impl MomentFilter {
    /// None where neither end is chosen.
    pub fn between(from: Option<Moment>, before: Option<Moment>) -> Option<Self> {
        (from.is_some() || before.is_some()).then_some(Self { from, before })
    }
}

/// An operator on words: that it is this one.
macro_rules! narrows_word {
    ($filter:ident, $word:ident) => {
        #[derive(cynic::InputObject, Clone, Debug)]
        pub struct $filter {
            pub eq: Option<$word>,
        }

        impl $filter {
            pub fn is(word: $word) -> Self {
                Self { eq: Some(word) }
            }
        }
    };
}
