//! What only the reader sees.

use super::{Effect, Two};
use crate::instrument::{Instrument, Kind, Options};
use crate::json::{Node, Value};
use crate::number::brief;

/// Fields whose texts, marks and addresses nothing is computed from.
const WORDS: [&str; 29] = [
    "about",
    "across_title",
    "display",
    "dont_know",
    "first_step",
    "glossary",
    "help",
    "high",
    "higher",
    "intro",
    "label",
    "language",
    "license",
    "low",
    "next_title",
    "note",
    "notes_closing",
    "now_title",
    "owner",
    "sign",
    "source",
    "src",
    "term",
    "text",
    "title",
    "tone",
    "unit",
    "up_title",
    "url",
];

/// What a difference of two values of a field can alter, as far as names of fields tell; none where they are equal.
pub(super) fn difference(old: &Node, new: &Node, field: &str) -> Option<Effect> {
    if WORDS.contains(&field) {
        return (!same(old, new)).then_some(Effect::Words);
    }
    match (&old.value, &new.value) {
        (Value::Object(a), Value::Object(b)) => {
            let added = b.iter().filter(|(key, _)| !a.iter().any(|(known, _)| known == key));
            a.iter().chain(added).filter_map(|(key, _)| difference(old.get(key), new.get(key), key)).max()
        }
        (Value::List(a), Value::List(b)) if a.len() == b.len() => {
            a.iter().zip(b).filter_map(|(a, b)| difference(a, b, field)).max()
        }
        _ => (!same(old, new)).then_some(Effect::Results),
    }
}

/// Whether two values are equal, wherever they stand; the order of fields means nothing.
pub(super) fn same(a: &Node, b: &Node) -> bool {
    match (&a.value, &b.value) {
        (Value::Null, Value::Null) => true,
        (Value::Bool(a), Value::Bool(b)) => a == b,
        (Value::Number(a), Value::Number(b)) => a.to_bits() == b.to_bits(),
        (Value::Text(a), Value::Text(b)) => a == b,
        (Value::List(a), Value::List(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
        (Value::Object(x), Value::Object(y)) => {
            x.len() == y.len() && x.iter().all(|(key, node)| same(node, b.get(key)))
        }
        _ => false,
    }
}

/// A value as it is shown: texts as they are, everything else as JSON; `""` for nothing.
pub(super) fn shown(node: &Node) -> String {
    match &node.value {
        Value::Null => String::new(),
        Value::Text(text) => text.clone(),
        _ => json(node),
    }
}

fn json(node: &Node) -> String {
    match &node.value {
        Value::Null => "null".into(),
        Value::Bool(truth) => truth.to_string(),
        Value::Number(x) => brief(*x),
        Value::Text(text) => quoted(text),
        Value::List(nodes) => ["[", &nodes.iter().map(json).collect::<Vec<_>>().join(", "), "]"].concat(),
        Value::Object(fields) => {
            let fields = fields.iter().map(|(key, node)| [&quoted(key), ": ", &json(node)].concat());
            ["{", &fields.collect::<Vec<_>>().join(", "), "}"].concat()
        }
    }
}

/// A text as JSON. Of control characters the gate lets line ends through, and no others.
fn quoted(text: &str) -> String {
    ["\"", &text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"), "\""].concat()
}

/// Whether an item reads otherwise: its question, its help or the label of a choice that both editions have.
pub(super) fn reworded(two: Two<'_>, old: usize, new: usize) -> bool {
    let (a, b) = (two.old.entry("items", old), two.new.entry("items", new));
    let (before, now) = (labels(two.old, old), labels(two.new, new));
    let relabelled = before.iter().any(|(value, label)| now.iter().any(|(v, l)| v == value && l != label));
    relabelled || ["text", "help"].iter().any(|field| !same(a.get(field), b.get(field)))
}

/// The choices, parts, options and rows of an item: value and label.
fn labels(instrument: &Instrument, n: usize) -> Vec<(String, String)> {
    let of = |options: &Options| -> Vec<(String, String)> {
        (0..options.len()).map(|o| (instrument.value(options, o), instrument.label(options, o).into())).collect()
    };
    match instrument.items.get(n).map(|item| &item.kind) {
        Some(Kind::Choice(options) | Kind::Ranking(options) | Kind::Allocation { parts: options, .. }) => of(options),
        Some(Kind::Grid { rows, choices, .. }) => of(rows).into_iter().chain(of(choices)).collect(),
        Some(Kind::Wide(wide)) => wide.options().map(of).unwrap_or_default(),
        Some(Kind::Number { .. }) | None => Vec::new(),
    }
}
