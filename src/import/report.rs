//! What became of a source: losses and assumptions.

use crate::limits;
use crate::text::joined;

/// A construct of a source that was not carried over as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Loss {
    /// Where it stands in the source: file, then a JSON pointer, a line or a name.
    pub(crate) at: String,
    /// What it is, in the words of the source's format.
    pub(crate) construct: String,
    /// Why it is not carried over.
    pub(crate) sentence: String,
    /// What stands in its place.
    pub(crate) instead: String,
}

/// Something that was decided for the author, who should confirm it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Assumption {
    /// Where in the source; `""` for the whole of it.
    pub(crate) at: String,
    pub(crate) sentence: String,
}

/// The losses and assumptions so far; at most [`limits::LOSSES`] of each are kept.
#[derive(Debug, Default)]
pub(crate) struct Report {
    losses: Vec<Loss>,
    assumptions: Vec<Assumption>,
    more: usize,
}

impl Report {
    /// Notes a loss.
    pub(crate) fn lost(&mut self, at: &str, construct: &str, sentence: &str, instead: &str) {
        if self.losses.len() < limits::LOSSES {
            let clipped = |text: &str| clip(text, limits::TITLE);
            self.losses.push(Loss {
                at: at.into(),
                construct: clipped(construct),
                sentence: sentence.into(),
                instead: instead.into(),
            });
        } else {
            self.more += 1;
        }
    }

    /// Notes an assumption.
    pub(crate) fn assumed(&mut self, at: &str, sentence: &[&str]) {
        if self.assumptions.len() < limits::LOSSES {
            self.assumptions.push(Assumption { at: at.into(), sentence: joined(sentence) });
        }
    }

    /// The lists, in the order of finding. That there are more losses is the last of them.
    pub(crate) fn into_lists(mut self) -> (Vec<Loss>, Vec<Assumption>) {
        if self.more > 0 {
            self.losses.push(Loss {
                at: String::new(),
                construct: "more losses".into(),
                sentence: joined(&[&self.more.to_string(), " more losses are not listed"]),
                instead: "nothing".into(),
            });
        }
        (self.losses, self.assumptions)
    }
}

/// `path/key` as a JSON pointer. A long key is shortened: it would stand in the
/// path of everything below it.
pub(crate) fn at(path: &str, key: &str) -> String {
    crate::problem::join(path, &clip(key, limits::ID))
}

/// At most so many characters of a text.
pub(crate) fn clip(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => joined(&[text.get(..end).unwrap_or_default(), "…"]),
        None => text.into(),
    }
}
