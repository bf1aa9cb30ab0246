//! Earlier answers in texts: `{answer:ITEM}`, and `{answer:ITEM|otherwise}` with what
//! stands there where nothing is answered.

use super::cut;

/// How one begins.
const OPEN: &str = "{answer:";

/// What stands where nothing is answered and nothing is written for that.
const NOTHING: &str = "…";

/// The answer to an item in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Pipe<'t> {
    /// What is written as the identifier of the item.
    pub(crate) item: &'t str,
    /// Written behind `|`.
    pub(crate) otherwise: Option<&'t str>,
    /// Whether a `}` ends it.
    pub(crate) ends: bool,
}

impl<'t> Pipe<'t> {
    /// What stands there where nothing is answered.
    pub(crate) fn fallback(&self) -> &'t str {
        self.otherwise.unwrap_or(NOTHING)
    }
}

/// Whether a text holds any.
pub(crate) fn has_pipes(text: &str) -> bool {
    opened(text).is_some()
}

/// What stands before and behind the first beginning of one. Searching for a text of any
/// kind would weigh more than all of this.
fn opened(text: &str) -> Option<(&str, &str)> {
    let at = text.as_bytes().windows(OPEN.len()).position(|found| found == OPEN.as_bytes())?;
    Some((text.get(..at)?, text.get(at + OPEN.len()..)?))
}

/// All of a text, in their order; one that does not end reaches to the end of the text.
pub(crate) fn pipes(text: &str) -> Vec<Pipe<'_>> {
    let mut pipes = Vec::new();
    let mut rest = text;
    while let Some((_, after)) = opened(rest) {
        let (inside, ends);
        (inside, rest, ends) = cut(after, b'}').map_or((after, "", false), |(inside, rest)| (inside, rest, true));
        let (item, otherwise) = cut(inside, b'|').map_or((inside, None), |(item, words)| (item, Some(words)));
        pipes.push(Pipe { item, otherwise, ends });
    }
    pipes
}

/// The text with each of them replaced by what `value` gives for it.
pub(crate) fn piped(text: &str, value: &mut dyn FnMut(&Pipe<'_>) -> String) -> String {
    let mut piped = String::new();
    let mut rest = text;
    for pipe in pipes(text) {
        let Some((before, after)) = opened(rest) else { break };
        piped.push_str(before);
        piped.push_str(&value(&pipe));
        rest = cut(after, b'}').map_or("", |(_, rest)| rest);
    }
    piped.push_str(rest);
    piped
}

/// How the answer to an item is written into a text.
#[cfg(feature = "author")]
pub(crate) fn pipe(item: &str) -> String {
    [OPEN, item, "}"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pipes_are_found_with_what_stands_for_nothing() {
        let found = |text| pipes(text).into_iter().map(|p| (p.item, p.otherwise, p.ends)).collect::<Vec<_>>();
        for (text, expected) in [
            ("", vec![]),
            ("{a} {dimension}", vec![]),
            ("Dear {answer:name|you}, {answer:age}.", vec![("name", Some("you"), true), ("age", None, true)]),
            ("{{answer:a|}}", vec![("a", Some(""), true)]),
            ("{answer:a|b|c}", vec![("a", Some("b|c"), true)]),
            ("{answer:a", vec![("a", None, false)]),
            ("{answer:a {answer:b}", vec![("a {answer:b", None, true)]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_between_them_stays() {
        let fill = |text| piped(text, &mut |pipe| [pipe.item, "-", pipe.fallback()].concat());
        for (text, expected) in [
            ("plain {x}", "plain {x}"),
            ("Dear {answer:name|you}, {answer:age}.", "Dear name-you, age-…."),
            ("{{answer:a|}}", "{a-}"),
            ("before {answer:a", "before a-…"),
        ] {
            assert_eq!(fill(text), expected);
        }
    }
}
