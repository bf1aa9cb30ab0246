//! Earlier answers in texts.

use crate::text::piped;

/// A text of a definition as it reads where nothing is answered: for each
/// `{answer:ITEM|words}` the words, and `blank` for each `{answer:ITEM}`.
pub fn unanswered(text: &str, blank: &str) -> String {
    piped(text, &mut |pipe| pipe.otherwise.unwrap_or(blank).into())
}
