//! Operators on words, of which each enum has its own.

/// Declares the operator on an enum of the schema, as a table stores it.
macro_rules! words {
    ($(#[$doc:meta])* $vis:vis $name:ident: $word:ty as $stored:ty) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, async_graphql::InputObject)]
        $vis struct $name {
            /// This one.
            eq: Option<$word>,
            /// One of these; nothing fits an empty list.
            one_of: Option<Vec<$word>>,
        }

        impl $crate::schema::Operator for $name {
            fn on(
                &self,
                reader: &$crate::reading::Reader,
                value: sea_orm::sea_query::SimpleExpr,
            ) -> $crate::error::Result<sea_orm::Condition> {
                use sea_orm::ActiveEnum as _;
                use sea_orm::sea_query::ExprTrait as _;
                let stored = |word: &$word| <$stored>::from(*word).to_value();
                let one = self.eq.as_ref().map(|word| value.clone().eq(stored(word)));
                let many = self.one_of.as_ref().map(|words| {
                    $crate::reading::any_text(&reader.db, value.clone(), words.iter().map(stored))
                });
                Ok(sea_orm::Condition::all().add_option(one).add_option(many))
            }
        }
    };
}
pub(crate) use words;
