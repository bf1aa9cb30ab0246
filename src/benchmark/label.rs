//! What a person says of a benchmark: whose it is, when, from how many on.

use super::MINIMUM;
use crate::domain::{self, words, wrong};
use crate::json::{self, Node, Value};
use crate::limits;
use crate::number::count;
use crate::problem::{Problem, Problems, did_you_mean, join, quoted, suggest};

/// What a person says of a benchmark.
#[derive(Debug)]
pub(crate) struct Label {
    pub(super) source: String,
    pub(super) date: String,
    /// Fewest scores that anything is shown of.
    pub(super) minimum: usize,
}

const KEYS: [&str; 3] = ["source", "date", "minimum"];

impl Label {
    /// Reads a request: `{source, date, minimum?}`.
    ///
    /// # Errors
    /// Every problem: not JSON, an unknown or missing field, `bad-date` for what
    /// is no day, a source that is no line of text, a minimum below 20.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, Vec<Problem>> {
        let root = json::parse(bytes, limits::ANSWERS_BYTES)?;
        let mut problems = Problems::default();
        fields(&root, &KEYS, "", &mut problems);
        let label = Label::of(&root, &mut problems);
        settled(label, problems, &root, bytes)
    }

    /// The fields of a request or a file; what is wrong with them is noted.
    pub(super) fn of(node: &Node, problems: &mut Problems) -> Self {
        let mut text = |name: &str| {
            let (found, path) = (node.get(name), join("", name));
            match found.value {
                Value::Text(_) => words(found.text(), limits::TITLE, &path, problems),
                Value::Null => {
                    problems.error("missing-field", "", &["the field ", &quoted(name), " is missing"], "add it");
                }
                _ => wrong("a text", found, &path, problems),
            }
            found.text().to_owned()
        };
        let (source, date) = (text("source"), text("date"));
        if !date.is_empty() && !is_day(&date) {
            let help = "write it as YYYY-MM-DD, such as 2026-11-25";
            problems.error("bad-date", "/date", &[&quoted(&date), " is no date"], help);
        }
        let minimum = node.get("minimum");
        let minimum = if minimum.is_null() { MINIMUM } else { whole(minimum, MINIMUM, "/minimum", problems) };
        Label { source, date, minimum }
    }
}

/// Notes fields that are none of these, or what is no object.
pub(super) fn fields(node: &Node, keys: &[&'static str], path: &str, problems: &mut Problems) {
    if !matches!(node.value, Value::Object(_)) {
        wrong("an object", node, path, problems);
    }
    for (key, _) in node.fields() {
        if !keys.contains(&key.as_str()) {
            let help = suggest(did_you_mean(key, &mut keys.iter().copied()), "remove it");
            problems.error("unknown-field", &join(path, key), &["unknown field ", &quoted(key)], &help);
        }
    }
}

/// A count of at least `least`; what is wrong is noted.
pub(super) fn whole(node: &Node, least: usize, path: &str, problems: &mut Problems) -> usize {
    let x = domain::number(node, (count(least), count(limits::SHEETS)), true, path, problems);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and within 0..=SHEETS")]
    let n = x.max(0.0).min(count(limits::SHEETS)) as usize;
    n
}

/// What was read, or where it fails.
pub(super) fn settled<T>(read: T, problems: Problems, root: &Node, bytes: &[u8]) -> Result<T, Vec<Problem>> {
    if !problems.any_error() {
        return Ok(read);
    }
    let mut list = problems.into_list();
    json::locate(&mut list, root, bytes);
    Err(list)
}

/// Whether a text is a day of the Gregorian calendar as ISO 8601 writes it.
fn is_day(text: &str) -> bool {
    let digits = |from: usize, to: usize| {
        let part = text.get(from..to).filter(|part| part.bytes().all(|b| b.is_ascii_digit()))?;
        part.parse::<u32>().ok()
    };
    let signs = [4, 7].iter().all(|at| text.as_bytes().get(*at) == Some(&b'-'));
    let (Some(year), Some(month), Some(day)) = (digits(0, 4), digits(5, 7), digits(8, 10)) else { return false };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    signs && text.len() == 10 && (1..=12).contains(&month) && (1..=last).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::is_day;

    #[test]
    fn days_of_the_calendar() {
        for day in ["2026-11-25", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31", "2026-04-30"] {
            assert!(is_day(day), "{day}");
        }
        let none = [
            "",
            "2026",
            "2026-11",
            "2026-1-25",
            "2026-11-5",
            "2026/11/25",
            "25.11.2026",
            "2026-13-01",
            "2026-00-10",
            "2026-04-31",
            "2026-01-00",
            "2026-02-29",
            "1900-02-29",
            "2026-11-25T00:00",
            "+026-11-25",
            "2026-11-2\u{0665}",
            "20261125",
        ];
        for text in none {
            assert!(!is_day(text), "{text}");
        }
    }
}
