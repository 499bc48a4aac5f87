//! The orders of a list, declared once: each with its name, what it means and the value that it goes by.

/// Declares what a list can be sorted by. `$reader` is who looks; an order may be closed to them.
macro_rules! order {
    (
        $(#[$doc:meta])*
        $vis:vis $name:ident
        $(#[$field_doc:meta])*
        by $field:ident |$reader:ident| {
            $($(#[$value_doc:meta])* $value:ident => $sort:expr;)*
        }
    ) => {
        $(#[$field_doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, async_graphql::Enum)]
        $vis enum $field {
            $($(#[$value_doc])* $value,)*
        }

        $(#[$doc])*
        #[derive(Clone, Debug, async_graphql::InputObject)]
        $vis struct $name {
            /// By what.
            field: $field,
            /// Which way.
            #[graphql(default_with = "crate::schema::Direction::Asc")]
            direction: $crate::schema::Direction,
        }

        impl $name {
            /// By this, running this way.
            $vis fn by(field: $field, direction: $crate::schema::Direction) -> Self {
                Self { field, direction }
            }

            /// What the list is then sorted by.
            ///
            /// # Errors
            /// `FORBIDDEN` for an order that would tell the reader what it may not read.
            $vis fn sort_key(
                &self,
                $reader: &$crate::reading::Reader,
            ) -> $crate::error::Result<$crate::reading::SortKey> {
                let _ = $reader;
                let direction = self.direction.into();
                Ok(match self.field {
                    $($field::$value => $sort.named(stringify!($value), direction),)*
                })
            }
        }
    };
}
pub(crate) use order;
