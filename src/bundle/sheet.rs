//! A definition as pages read it: what it calls things, and the numbers of its questions.

use crate::markup::{Markup, element};
use crate::number::brief;
use serde_json::Value;
use std::collections::BTreeMap;

/// A list of a node; none where there is none.
pub(crate) fn list<'d>(node: &'d Value, name: &str) -> &'d [Value] {
    node.get(name).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// Words of a node; none where there are none.
pub(crate) fn word<'d>(node: &'d Value, name: &str) -> &'d str {
    node.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// What a page asks, by its id, the optional items last.
pub(crate) fn asked(page: &Value) -> impl Iterator<Item = &str> {
    let optional = page.get("optional").map_or(&[][..], |optional| list(optional, "items"));
    list(page, "items").iter().chain(optional).filter_map(Value::as_str)
}

/// A number of a node as it is written by people.
pub(crate) fn number(node: Option<&Value>) -> String {
    node.and_then(Value::as_f64).map(brief).unwrap_or_default()
}

/// An element with a class.
pub(crate) fn words(name: &'static str, class: &'static str, children: Vec<Markup>) -> Markup {
    element(name, &[("class", class)], children)
}

/// The definition and the order of its questions.
pub(crate) struct Sheet<'d> {
    pub(crate) root: &'d Value,
    numbers: BTreeMap<&'d str, usize>,
}

impl<'d> Sheet<'d> {
    /// Numbers the questions as the pages ask them; what is only to be read has no number.
    pub(crate) fn of(root: &'d Value) -> Self {
        let mut numbers = BTreeMap::new();
        for page in list(root, "pages") {
            let read = |id: &&str| Sheet::kind(entry(root, "items", id)).0 != "info";
            for id in asked(page).filter(read) {
                let next = numbers.len() + 1;
                numbers.entry(id).or_insert(next);
            }
        }
        Sheet { root, numbers }
    }

    /// The number of a question; 0 if no page asks it.
    pub(crate) fn ordinal(&self, id: &str) -> usize {
        self.numbers.get(id).copied().unwrap_or(0)
    }

    /// Something of the definition by its kind and id.
    pub(crate) fn find(&self, kind: &str, id: &str) -> &'d Value {
        entry(self.root, kind, id)
    }

    /// Kind of an item and what it says about it.
    pub(crate) fn kind(item: &'d Value) -> (&'d str, &'d Value) {
        let kind = item.get("kind").and_then(Value::as_object).and_then(|kind| kind.iter().next());
        kind.map_or(("", &Value::Null), |(name, kind)| (name.as_str(), kind))
    }

    /// The choices that a kind writes out or names by their set.
    pub(crate) fn choices(&self, kind: &'d Value) -> &'d [Value] {
        let written = list(kind, "choices");
        if written.is_empty() { list(self.find("choice_sets", word(kind, "set")), "choices") } else { written }
    }

    /// The rows of a grid.
    pub(crate) fn rows(&self, kind: &Value) -> &'d [Value] {
        list(self.find("choice_sets", word(kind, "rows")), "choices")
    }
}

fn entry<'d>(root: &'d Value, kind: &str, id: &str) -> &'d Value {
    list(root, kind).iter().find(|entry| word(entry, "id") == id).unwrap_or(&Value::Null)
}

/// What stands beside the box of a choice: its value if that is a number, else which it is.
pub(crate) fn mark(choice: &Value, n: usize) -> String {
    let value = choice.get("value").filter(|value| value.is_number());
    if value.is_some() { number(value) } else { (n + 1).to_string() }
}
