//! A condition of a definition in words that somebody with a pen understands.

use crate::bundle::sheet::{Sheet, number, word};
use serde_json::Value;
use std::iter::from_fn;

/// Signs and words of the language of expressions, and what is said for them.
const SAID: [(&str, &str); 8] = [
    ("<=", "is at most"),
    (">=", "is at least"),
    ("==", "is"),
    ("!=", "is not"),
    ("<", "is below"),
    (">", "is above"),
    ("*", "\u{d7}"),
    ("-", "\u{2212}"),
];

/// What formulas may call if somebody is to work them out by hand.
pub(crate) const BY_HAND: [(&str, &str); 5] = [
    ("min", "smallest of"),
    ("max", "largest of"),
    ("mean", "mean of"),
    ("sum", "sum of"),
    ("geomean", "geometric mean of"),
];

/// The condition in words. The core has read it before, so every part of it is known.
pub(crate) fn in_words(sheet: &Sheet<'_>, condition: &str) -> String {
    let mut said = String::new();
    let (mut before, mut item) = ("", "");
    for part in parts(condition) {
        let signed = before.is_empty() || before == "(" || SAID.iter().any(|(sign, _)| *sign == before);
        let tight = said.is_empty() || before == "(" || matches!(part, ")" | ",") || said.ends_with('\u{2009}');
        if !tight {
            said.push(' ');
        }
        match SAID.iter().find(|(sign, _)| *sign == part) {
            // as in -15
            Some(_) if part == "-" && signed => said.push_str("\u{2212}\u{2009}"),
            Some((_, words)) => said.push_str(words),
            None => said.push_str(&name(sheet, part, item)),
        }
        if sheet.ordinal(part) > 0 || part == "role" {
            item = part;
        }
        before = part;
    }
    said.replace('\u{2009}', "")
}

/// Names, numbers, quoted words and signs.
fn parts(condition: &str) -> impl Iterator<Item = &str> {
    let mut rest = condition.trim_start();
    from_fn(move || {
        let first = rest.chars().next()?;
        let part_of_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '.';
        let end = match first {
            '\'' => rest.chars().skip(1).take_while(|c| *c != '\'').map(char::len_utf8).sum::<usize>() + 2,
            _ if part_of_name(first) => rest.find(|c| !part_of_name(c)).unwrap_or(rest.len()),
            _ if rest.get(1..2) == Some("=") => 2,
            _ => first.len_utf8(),
        };
        let (part, more) = rest.split_at_checked(end)?;
        rest = more.trim_start();
        Some(part)
    })
}

/// What a name stands for; what is no name stays as it is. A quoted word is compared with the `item` named last.
fn name(sheet: &Sheet<'_>, part: &str, item: &str) -> String {
    if part == "role" {
        return "the role".into();
    }
    if let Some(id) = part.strip_prefix('\'') {
        let id = id.trim_end_matches('\'');
        let (_, kind) = Sheet::kind(sheet.find("items", item));
        let choice = sheet.choices(kind).iter().find(|choice| word(choice, "value") == id);
        return format!("\u{201c}{}\u{201d}", word(choice.unwrap_or(sheet.find("roles", id)), "label"));
    }
    let (first, last) = part.split_once('.').unwrap_or((part, ""));
    if sheet.ordinal(first) > 0 {
        let question = format!("question {}", sheet.ordinal(first));
        let (kind, inner) = Sheet::kind(sheet.find("items", first));
        if last.is_empty() {
            return if kind == "multiple" { format!("the number of marks in {question}") } else { question };
        }
        let mut choices = sheet.choices(inner).iter().chain(sheet.rows(inner));
        let named = |choice: &Value| word(choice, "value") == last || number(choice.get("value")) == last;
        let label = choices.find(|choice| named(choice)).map_or("", |choice| word(choice, "label"));
        let marked = if kind == "multiple" { " (1 if it is marked, else 0)" } else { "" };
        return format!("\u{201c}{label}\u{201d} in {question}{marked}");
    }
    if let Some((_, said)) = BY_HAND.iter().find(|(called, _)| *called == part) {
        return (*said).into();
    }
    let wanted = if matches!(first, "this" | "each") { last } else { part };
    let picture = sheet.root.get("picture").unwrap_or(&Value::Null);
    let drawn =
        [("across", "across_title"), ("up", "up_title")].into_iter().find(|(role, _)| word(picture, role) == wanted);
    if let Some((_, title)) = drawn {
        return format!("\u{201c}{}\u{201d}", word(picture, title));
    }
    let found = ["scales", "composites", "bands"]
        .into_iter()
        .map(|kind| word(sheet.find(kind, wanted), "title"))
        .find(|title| !title.is_empty());
    match found {
        Some(title) => format!("\u{201c}{title}\u{201d}"),
        None => wanted.into(),
    }
}
