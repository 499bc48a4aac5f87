//! Lists of schools: what they are narrowed and sorted by.

use entity::school::Column;

use sea_orm::sea_query::{Expr, ExprTrait as _, Func, SimpleExpr};
use sea_orm::{ColumnTrait as _, IntoSimpleExpr as _};

use super::SchoolStatusFilter;
use crate::access::bounds::schools_of;
use crate::reading::SortKey;
use crate::schema::{By, IdFilter, TextFilter, filter, order};
use crate::school::{fits, open_first};

filter! {
    /// Which schools. All that is said must hold; what is left out does not narrow the list.
    pub SchoolWhere |reader| {
        /// The school itself.
        id: IdFilter => Column::Id;
        /// Its number in the national register, six digits.
        urn: TextFilter => Column::Urn;
        /// The name.
        name: TextFilter => Column::Name;
        /// The town.
        town: TextFilter => Column::Town;
        /// The postcode.
        postcode: TextFilter => Column::Postcode;
        /// The local authority.
        local_authority: TextFilter => Column::LocalAuthority;
        /// Whether it is open.
        status: SchoolStatusFilter => Column::Status;
        /// Whether an administrator still has to look at it, since it is not on the national list.
        to_check: bool => Column::Urn.is_null().and(Column::CheckedAt.is_null());
        /// Whether a participant has a place there, of those that you may see.
        has_participants: bool => Column::Id.in_subquery(schools_of(&reader.actor));
        /// Words of the name, town, postcode and URN, each at least by its beginning; "St" and "Saint" are the same.
        search: String => By(|text: &String| Ok(fits(&reader.db, text)));
    }
}

order! {
    /// How schools are sorted; those that are equal, by id.
    pub SchoolOrder
    /// What schools are sorted by.
    by SchoolOrderField |reader| {
        /// Schools that are open first, and closed ones last; each by name.
        OpenFirst => SortKey::text(open_first());
        /// The name.
        Name => SortKey::text(Column::Name);
        /// The number in the national register.
        Urn => SortKey::text(number());
        /// The town.
        Town => SortKey::text(Column::Town);
        /// The postcode.
        Postcode => SortKey::text(Column::Postcode);
        /// The local authority.
        LocalAuthority => SortKey::text(Column::LocalAuthority);
    }
}

/// Schools without a number come before all others.
fn number() -> SimpleExpr {
    Func::coalesce([Column::Urn.into_simple_expr(), Expr::val("")]).into()
}
