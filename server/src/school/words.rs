//! The words by which a school is found: those of its name and town, its postcode, its number.

use std::collections::BTreeSet;

use entity::{school, school_word};
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{
    ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    QueryTrait as _,
};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;
use uuid::Uuid;

use crate::access::Actor;
use crate::error::Result;
use crate::portal::Portal;
use crate::reading::any_of;
use crate::tx::{self, Tx, insert_all};

/// Words that mean the same: whoever types one finds the other.
const SAME: [[&str; 2]; 2] = [["st", "saint"], ["ss", "saints"]];

/// Words of a search that are looked at; nobody types more to find a school.
const MOST: usize = 8;

/// Schools whose words are written down in one transaction.
const AT_ONCE: u64 = 500;

/// The words of a text: small letters without accents and apostrophes. What stands between letters and digits parts
/// words, so that "Stow-on-the-Wold" has four; but "C.E." is one.
pub fn words_of(text: &str) -> Vec<String> {
    let plain: String = text
        .replace('&', " and ")
        .nfd()
        .filter(|c| !is_combining_mark(*c) && !matches!(c, '\'' | '’' | '‘' | '`'))
        .flat_map(char::to_lowercase)
        .collect();
    let is_part = |c: char| c.is_alphanumeric() || c == '.';
    let mut words = Vec::new();
    for word in plain.split(|c| !is_part(c)) {
        let parts: Vec<&str> = word.split('.').filter(|part| !part.is_empty()).collect();
        if parts.iter().all(|part| part.chars().count() == 1) {
            words.push(parts.concat());
        } else {
            words.extend(parts.into_iter().map(str::to_owned));
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// What somebody types to find a school, word by word.
pub fn asked(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    for word in words_of(text).into_iter().take(MOST) {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words
}

/// The words by which this school is found.
pub fn words(school: &school::Model) -> BTreeSet<String> {
    let mut words: BTreeSet<String> = words_of(&school.name).into_iter().collect();
    words.extend(words_of(&school.town));
    for same in SAME {
        if same.iter().any(|word| words.contains(*word)) {
            words.extend(same.map(str::to_owned));
        }
    }
    // Whole, which begins with its first half, and the second half: "SW1A 1AA" and "sw1a1aa" both find it.
    let postcode = words_of(&school.postcode);
    words.insert(postcode.concat());
    words.extend(postcode.into_iter().skip(1));
    words.extend(school.urn.clone());
    words.remove("");
    words
}

/// The rows that say so.
pub fn rows(school: &school::Model) -> impl Iterator<Item = school_word::Model> {
    let school_id = school.id;
    words(school)
        .into_iter()
        .map(move |word| school_word::Model { school_id, word })
}

/// Writes down by which words these schools are found from now on.
pub async fn note(tx: &Tx, schools: &[school::Model]) -> Result<()> {
    let ids: Vec<Uuid> = schools.iter().map(|school| school.id).collect();
    school_word::Entity::delete_many()
        .filter(any_of(tx, school_word::Column::SchoolId, &ids))
        .exec(tx)
        .await?;
    insert_all::<school_word::Entity>(tx, schools.iter().flat_map(rows).collect()).await
}

/// Writes down the words of schools that came before there were any. Answers how many those were. Each school is looked at
/// once: there are names without a single word.
pub async fn note_missing(portal: &Portal) -> Result<usize> {
    let (mut noted, mut after) = (0, Uuid::nil());
    loop {
        let own = Expr::col((school_word::Entity, school_word::Column::SchoolId))
            .equals((school::Entity, school::Column::Id));
        let words = school_word::Entity::find()
            .select_only()
            .column(school_word::Column::SchoolId)
            .filter(own);
        let without = school::Entity::find()
            .filter(school::Column::Id.gt(after))
            .filter(Expr::exists(words.into_query()).not())
            .order_by_asc(school::Column::Id)
            .limit(AT_ONCE)
            .all(&portal.db.read)
            .await?;
        let Some(last) = without.last() else {
            return Ok(noted);
        };
        after = last.id;
        tx::write(portal, &Actor::System, async |tx| note(tx, &without).await).await?;
        noted += without.len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_what_is_left_without_marks() {
        assert_eq!(
            words_of("St. Mary’s & St Anne's (C.E.) School"),
            ["st", "marys", "and", "st", "annes", "ce", "school"]
        );
        assert_eq!(words_of("St.Mary's"), ["st", "marys"]);
        assert_eq!(
            words_of("École Stow-on-the-Wold"),
            ["ecole", "stow", "on", "the", "wold"]
        );
        assert_eq!(words_of(" .'-… "), Vec::<String>::new());
    }
}
