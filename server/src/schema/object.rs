//! Objects of the schema: one declaration says what a field is called, what it means, what has to be loaded for it, and
//! how it comes from the row. From this follow the schema's type, the loading and the writing.

/// Declares an object of the schema over a row.
///
/// ```ignore
/// object! {
///     /// A school.
///     School(school: school::Model, loads);
///
///     /// Its name.
///     name: &str => &school.name;
///     /// How many participants it has.
///     participant_count: i32 where found = ParticipantsAt(school.id) => found;
/// }
/// ```
///
/// What a field says it needs after `where` is loaded for all rows at once before anything is written. A field whose type is a
/// `Result` may fail for one row. A field that is to go says so below its meaning, in the words of
/// [`super::register::Declared::going`]: `#[deprecated = "Use `title`. Goes on 2027-09-01."]`.
macro_rules! object {
    (
        $(#[doc = $about:literal])*
        $name:ident $([$generic:ident])? ($row:ident: $model:ty, $loads:ident) $(named $named:expr)?;
        $(
            $(#[doc = $doc:literal])*
            $(#[deprecated = $going:literal])?
            $field:ident: $ty:ty $(where $found:ident = $key:expr)? => $value:expr;
        )*
    ) => {
        $(#[doc = $about])*
        pub struct $name $(<$generic>)? (pub std::sync::Arc<$model>);

        impl $(<$generic>)? Clone for $name $(<$generic>)? {
            fn clone(&self) -> Self {
                Self(self.0.clone())
            }
        }

        impl $(<$generic>)? From<std::sync::Arc<$model>> for $name $(<$generic>)? {
            fn from(row: std::sync::Arc<$model>) -> Self {
                Self(row)
            }
        }

        impl $(<$generic>)? From<$model> for $name $(<$generic>)? {
            fn from(row: $model) -> Self {
                Self(row.into())
            }
        }

        impl $(<$generic: $crate::schema::Shown + Clone>)? async_graphql::OutputType for $name $(<$generic>)? {
            fn type_name() -> std::borrow::Cow<'static, str> {
                #[allow(unused_mut, unused_assignments, reason = "the other name is given to generic types only")]
                let mut name = std::borrow::Cow::Borrowed(stringify!($name));
                $( name = std::borrow::Cow::Owned($named); )?
                name
            }

            fn create_type_info(registry: &mut async_graphql::registry::Registry) -> String {
                $crate::schema::register::<Self>(registry, &[$($about),*], |registry| vec![
                    $($crate::schema::Declared {
                        name: stringify!($field),
                        about: &[$($doc),*],
                        going: &[$($going)?],
                        ty: <$ty as async_graphql::OutputType>::create_type_info(registry),
                    }),*
                ])
            }

            async fn resolve(
                &self,
                ctx: &async_graphql::ContextSelectionSet<'_>,
                field: &async_graphql::Positioned<async_graphql::parser::types::Field>,
            ) -> async_graphql::ServerResult<async_graphql::Value> {
                $crate::schema::answer(self.clone(), ctx, field).await
            }
        }

        impl $(<$generic: $crate::schema::Shown + Clone>)? $crate::schema::Shown for $name $(<$generic>)? {
            fn plan(asked: &$crate::schema::Asked<'_>) -> $crate::schema::Plan {
                const NAMES: &[&str] = &[$(stringify!($field)),*];
                let name = <Self as async_graphql::OutputType>::type_name();
                $crate::schema::Plan::of_object(asked, &name, NAMES, |place, asked| {
                    let plans: &[fn(&$crate::schema::Asked<'_>) -> $crate::schema::Plan] =
                        &[$(<$ty as $crate::schema::Shown>::plan),*];
                    plans[place](asked)
                })
            }

            #[allow(unused_variables, reason = "not every field needs the row and who reads it")]
            fn prefetch<'a>(
                $loads: &'a $crate::schema::Loads,
                plan: &'a $crate::schema::Plan,
                rows: Vec<Self>,
            ) -> futures_util::future::BoxFuture<'a, async_graphql::Result<()>>
            where
                Self: 'a,
            {
                Box::pin(async move {
                    for wanted in &plan.wanted {
                        let Some(place) = wanted.field else {
                            continue;
                        };
                        $crate::schema::by_place!(place; $({
                            $(
                                let keys: Vec<_> = rows.iter().map(|Self($row)| $key).collect();
                                $loads.fetch(keys, &wanted.plan).await?;
                            )?
                            if !wanted.plan.is_leaf() {
                                let below: Vec<$ty> = rows
                                    .iter()
                                    .map(|Self($row)| {
                                        $(let $found = $loads.found($key);)?
                                        let value: $ty = $value;
                                        value
                                    })
                                    .collect();
                                <$ty as $crate::schema::Shown>::prefetch($loads, &wanted.plan, below).await?;
                            }
                        })*);
                    }
                    Ok(())
                })
            }

            #[allow(unused_variables, reason = "not every field needs the row and who reads it")]
            fn write<'p>(
                &self,
                $loads: &$crate::schema::Loads,
                plan: &'p $crate::schema::Plan,
                to: &mut $crate::schema::Writer<'p>,
            ) -> Result<(), $crate::schema::Failed> {
                let Self($row) = self;
                to.object(|to| {
                    for wanted in &plan.wanted {
                        to.member(&wanted.key, wanted.at, |to| {
                            let Some(place) = wanted.field else {
                                to.plain(<Self as async_graphql::OutputType>::type_name());
                                return Ok(());
                            };
                            $crate::schema::by_place!(place; $({
                                $(let $found = $loads.found($key);)?
                                let value: $ty = $value;
                                return $crate::schema::Shown::write(&value, $loads, &wanted.plan, to);
                            })*);
                            Ok(())
                        })?;
                    }
                    Ok(())
                })
            }
        }
    };
}
pub(crate) use object;

/// Runs the block at a place.
macro_rules! by_place {
    ($place:ident; $($block:block)*) => {{
        let mut left = $place;
        $(
            if left == 0 $block
            left = left.wrapping_sub(1);
        )*
        let _ = left;
    }};
}
pub(crate) use by_place;
