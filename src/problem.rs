//! What is wrong with an input: a stable code, a place, a sentence, help.

use crate::limits;
use crate::text::joined;

/// How much a [`Problem`] matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// The input is refused.
    Error,
    /// The input is used; something in it has no effect or is probably not meant.
    Warning,
    /// Nothing is wrong; something is worth a second look.
    #[cfg(feature = "author")]
    Note,
}

impl Severity {
    /// As it is reported.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            #[cfg(feature = "author")]
            Severity::Note => "note",
        }
    }
}

/// One thing that is wrong with an input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Kebab-case, documented in the README, never reused for something else.
    pub code: &'static str,
    /// Whether the input is refused because of it.
    pub severity: Severity,
    /// JSON pointer (RFC 6901) into the input, `""` for the whole of it.
    pub at: String,
    /// Line in the input, counted from 1; 0 where there is no place.
    pub line: usize,
    /// Column in characters, counted from 1; 0 where there is no place.
    pub column: usize,
    /// What is wrong, in lower case, without a full stop.
    pub message: String,
    /// What to do about it.
    pub help: String,
    /// Characters into the text at `at` where the trouble starts.
    pub(crate) offset: usize,
}

/// The problems found so far; at most [`limits::PROBLEMS`] are kept, half as many if they
/// are warnings.
#[derive(Debug, Default)]
pub(crate) struct Problems(Vec<Problem>);

impl Problems {
    /// Adds an error; the message is given in pieces.
    #[cold]
    #[inline(never)]
    pub(crate) fn error(&mut self, code: &'static str, at: &str, message: &[&str], help: &str) {
        self.add(code, Severity::Error, at, message, help, 0);
    }

    /// Adds an error that starts `offset` characters into the text at `at`.
    pub(crate) fn error_in(&mut self, code: &'static str, at: &str, offset: usize, message: &str, help: &str) {
        self.add(code, Severity::Error, at, &[message], help, offset);
    }

    /// Adds a warning; the message is given in pieces.
    pub(crate) fn warning(&mut self, code: &'static str, at: &str, message: &[&str], help: &str) {
        self.add(code, Severity::Warning, at, message, help, 0);
    }

    fn add(&mut self, code: &'static str, severity: Severity, at: &str, message: &[&str], help: &str, offset: usize) {
        // Warnings leave room for what refuses the input.
        let most = if severity == Severity::Error { limits::PROBLEMS } else { limits::PROBLEMS / 2 };
        if self.0.len() < most {
            let message = joined(message);
            self.0.push(Problem {
                code,
                severity,
                at: at.into(),
                line: 0,
                column: 0,
                message,
                help: help.into(),
                offset,
            });
        }
    }

    /// Whether something was found that refuses the input.
    pub(crate) fn any_error(&self) -> bool {
        self.0.iter().any(|problem| problem.severity == Severity::Error)
    }

    /// Whether nothing more is kept: what only finds more can be left out.
    pub(crate) fn is_full(&self) -> bool {
        self.0.len() >= limits::PROBLEMS
    }

    /// Whether something was found at this place or inside it.
    pub(crate) fn any_in(&self, path: &str) -> bool {
        let inside = |at: &str| at.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        self.0.iter().any(|problem| inside(&problem.at))
    }

    /// The list, in the order of finding.
    pub(crate) fn into_list(self) -> Vec<Problem> {
        self.0
    }
}

/// A refusal for one reason, about the whole of an input.
#[cold]
#[inline(never)]
pub(crate) fn refusal(code: &'static str, message: &[&str], help: &str) -> Vec<Problem> {
    let mut problems = Problems::default();
    problems.error(code, "", message, help);
    problems.into_list()
}

/// Text from an input as it is quoted in a message: in backticks, shortened,
/// control and bidirectional characters replaced, so that a terminal or a page
/// shows what is there.
pub(crate) fn quoted(text: &str) -> String {
    let mut quote = String::from("`");
    for (n, c) in text.chars().enumerate() {
        if n == 60 {
            quote.push('…');
            break;
        }
        quote.push(if is_unprintable(c) { '\u{fffd}' } else { c });
    }
    quote.push('`');
    quote
}

/// `path/key`, as a JSON pointer.
pub(crate) fn join(path: &str, key: &str) -> String {
    joined(&[path, "/", &escaped(key)])
}

/// A key as it stands in a JSON pointer.
pub(crate) fn escaped(key: &str) -> String {
    let mut escaped = String::new();
    for c in key.chars() {
        match c {
            '~' => escaped.push_str("~0"),
            '/' => escaped.push_str("~1"),
            _ => escaped.push(c),
        }
    }
    escaped
}

/// `path/n`, as a JSON pointer.
pub(crate) fn nth(path: &str, n: usize) -> String {
    joined(&[path, "/", &n.to_string()])
}

/// Control characters and the bidirectional controls that can make a text
/// read differently from what it is (CVE-2021-42574).
pub(crate) fn is_unprintable(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// The candidate that was probably meant: at most a third of the letters differ.
pub(crate) fn did_you_mean<'a>(word: &str, candidates: &mut dyn Iterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (word.len() / 3).max(1);
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let distance = if candidate.eq_ignore_ascii_case(word) { 0 } else { distance(word, candidate, limit) };
        if distance <= limit && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// A help sentence that suggests `candidate`, or `otherwise`.
pub(crate) fn suggest(candidate: Option<&str>, otherwise: &str) -> String {
    match candidate {
        Some(candidate) => joined(&["did you mean ", &quoted(candidate), "?"]),
        None => otherwise.into(),
    }
}

/// Edits (insert, delete, replace one byte, swap two neighbours) between two
/// words, or `limit + 1` when there are more: optimal string alignment.
fn distance(a: &str, b: &str, limit: usize) -> usize {
    if a.len().abs_diff(b.len()) > limit || a.len().max(b.len()) > limits::ID {
        return limit + 1;
    }
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let at = |row: &[usize], n: usize| row.get(n).copied().unwrap_or(limit + 1);
    let mut before: Vec<usize> = Vec::new();
    let mut row = Vec::new();
    row.extend(0..=b.len());
    for (i, x) in a.iter().enumerate() {
        let mut next = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let mut here = (at(&row, j) + usize::from(x != y)).min(at(&next, j) + 1).min(at(&row, j + 1) + 1);
            if i > 0 && j > 0 && a.get(i - 1) == Some(y) && b.get(j - 1) == Some(x) {
                here = here.min(at(&before, j - 1) + 1);
            }
            next.push(here);
        }
        before = row;
        row = next;
    }
    at(&row, b.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suggestions() {
        let names = ["demand.tension", "demand.practice", "index"];
        for (word, expected) in [
            ("demand.tensoin", Some("demand.tension")),
            ("Index", Some("index")),
            ("indx", Some("index")),
            ("zebra", None),
        ] {
            assert_eq!(did_you_mean(word, &mut names.into_iter()), expected, "{word}");
        }
    }

    #[test]
    fn distances() {
        for (a, b, expected) in [("kitten", "sitting", 3), ("", "ab", 2), ("abc", "abc", 0), ("titel", "title", 1)] {
            assert_eq!(distance(a, b, 5), expected);
        }
    }

    #[test]
    fn quotes_hide_nothing() {
        assert_eq!(quoted("a\u{202e}b"), "`a\u{fffd}b`");
        assert_eq!(quoted(&"x".repeat(99)).chars().count(), 63);
    }
}
