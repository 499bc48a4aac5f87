//! Finding schools by words: each word that somebody types begins a word of the school.
//!
//! Nearly half of all names have "school" in them and a fifth begin with "St", so that a database that begins with these
//! words looks at thousands of schools to show twenty. It is therefore told where to begin: with the longest word that is
//! rare. The schools that have it are looked up, and each is asked whether it has the other words too. Where there are
//! only common words, schools are asked in the order in which they are shown, until there are enough.

use entity::{school, school_word};
use sea_orm::sea_query::{Expr, ExprTrait as _, Func, Query, SelectStatement, SimpleExpr};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, DbBackend, EntityTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _,
};

use super::words::asked;
use crate::access::scope::findable;
use crate::error::Result;
use crate::reading::Reader;

/// Words that more than a twentieth of all schools have.
const COMMON: [&str; 14] = [
    "academy", "and", "catholic", "ce", "church", "england", "infant", "junior", "of", "primary",
    "saint", "school", "st", "the",
];

/// Schools that are shown to choose from, at most.
const SHOWN: u64 = 20;

/// Open schools before closed ones, then by name. `school_open_first_idx` has it.
pub fn open_first() -> SimpleExpr {
    Expr::cust("CASE WHEN school.status = 'closed' THEN '1 ' ELSE '0 ' END || school.name")
}

/// The schools that have all words of this text; every school where there are none in it.
pub fn fits(db: &impl ConnectionTrait, text: &str) -> Condition {
    let mut words = asked(text);
    words.sort_by_key(|word| (is_common(word), std::cmp::Reverse(word.chars().count())));
    let mut all = Condition::all();
    for (place, word) in words.into_iter().enumerate() {
        let begins_here = place == 0 && !is_common(&word);
        all = all.add(match begins_here {
            true => is_one_with(db, &word),
            false => has(&word),
        });
    }
    all
}

/// The first schools that fit, of those that may be found by whoever reads. A text without a letter or digit finds none.
pub async fn find(reader: &Reader, text: &str) -> Result<Vec<school::Model>> {
    if asked(text).is_empty() {
        return Ok(Vec::new());
    }
    let found = school::Entity::find()
        .filter(findable(&reader.actor))
        .filter(fits(&reader.db, text))
        .order_by_asc(open_first())
        .order_by_asc(school::Column::Id)
        .limit(SHOWN)
        .all(&reader.db);
    Ok(found.await?)
}

fn is_common(word: &str) -> bool {
    COMMON.iter().any(|common| common.starts_with(word))
}

/// Where words begin so. The last character of all comes after whatever goes on.
fn beginning(word: &str) -> SelectStatement {
    Query::select()
        .from(school_word::Entity)
        .and_where(school_word::Column::Word.gte(word))
        .and_where(school_word::Column::Word.lt(format!("{word}\u{10FFFF}")))
        .to_owned()
}

/// A school with this word, looked up by it. PostgreSQL is given an array, since it takes any other list for thousands and
/// then rather looks through all schools in their order.
fn is_one_with(db: &impl ConnectionTrait, word: &str) -> SimpleExpr {
    let ids = beginning(word)
        .column(school_word::Column::SchoolId)
        .to_owned();
    match db.get_database_backend() {
        DbBackend::Sqlite => school::Column::Id.in_subquery(ids),
        _ => {
            let array = Func::cust("ARRAY").arg(SimpleExpr::SubQuery(None, Box::new(ids.into())));
            school::Column::Id
                .into_expr()
                .eq(Func::cust("ANY").arg(array))
        }
    }
}

/// Whether a school that is looked at has this word. The limit keeps PostgreSQL from making a list of all that do.
fn has(word: &str) -> SimpleExpr {
    let own = Expr::col((school_word::Entity, school_word::Column::SchoolId));
    let word = beginning(word)
        .expr(Expr::val(1))
        .and_where(own.equals((school::Entity, school::Column::Id)))
        .limit(1)
        .to_owned();
    Expr::exists(word)
}
