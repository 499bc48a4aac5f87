//! Documents that were parsed before. The app and most tools ask the same few again and again, and parsing one takes as
//! long as a statement in the database.

use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, PoisonError};

use async_graphql::parser::types::ExecutableDocument;
use lru::LruCache;

use super::{document, limits::Limits, refusal::Refusal};

/// As many as the app has, several times over.
const KEPT: NonZeroUsize = NonZeroUsize::MIN.saturating_add(127);
/// Bytes of a document that is kept. Parsed it takes some thirty times as much memory, so that all of them together stay
/// below 16 MiB whatever strangers send.
const LONGEST: usize = 4 * 1024;

/// The documents that were asked last, by their text.
pub(super) struct Known {
    documents: Mutex<LruCache<String, Arc<ExecutableDocument>>>,
}

impl Default for Known {
    fn default() -> Self {
        Self {
            documents: Mutex::new(LruCache::new(KEPT)),
        }
    }
}

impl Known {
    /// The document, parsed now or before.
    ///
    /// # Errors
    /// As [`document::parse`]; what cannot be parsed is not kept.
    pub fn parse(&self, query: &str, limits: &Limits) -> Result<Arc<ExecutableDocument>, Refusal> {
        let mut documents = self
            .documents
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = documents.get(query) {
            return Ok(known.clone());
        }
        drop(documents);
        let parsed = Arc::new(document::parse(query, limits)?);
        if query.len() <= LONGEST {
            documents = self
                .documents
                .lock()
                .unwrap_or_else(PoisonError::into_inner);
            documents.put(query.to_owned(), parsed.clone());
        }
        Ok(parsed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_parsed_once_while_it_is_asked() {
        let (known, limits) = (Known::default(), Limits::default());
        let ask = |query: &str| known.parse(query, &limits).expect("a document");
        let first = ask("{ me { id } }");
        assert!(Arc::ptr_eq(&first, &ask("{ me { id } }")));
        for other in 0..KEPT.get() {
            ask(&format!("{{ me {{ a{other}: id }} }}"));
        }
        assert!(!Arc::ptr_eq(&first, &ask("{ me { id } }")), "it made room");
    }

    #[test]
    fn what_is_long_or_wrong_is_not_kept() {
        let (known, limits) = (Known::default(), Limits::default());
        let long = format!("{{ me {{ id }} }} #{}", "x".repeat(LONGEST));
        known.parse(&long, &limits).expect("a document");
        known.parse("{", &limits).expect_err("no document");
        assert_eq!(known.documents.lock().expect("no panic").len(), 0);
    }
}
