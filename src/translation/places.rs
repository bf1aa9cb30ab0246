//! Which texts of a definition are translated, and how entries of two lists belong
//! together.

use crate::json::{Node, Value};
use crate::limits::{COMPILED, EXPRESSION};
use crate::schema::Shape;
use std::collections::BTreeMap;

/// Texts that are no words: names of formats and languages, addresses, licences.
const NAMES: [&str; 5] = ["$schema", "language", "license", "compiled", "src"];

/// Whether a field holds words to be read.
pub(super) fn is_text(key: &str, shape: &Shape) -> bool {
    matches!(shape, Shape::Text(most) if ![EXPRESSION, COMPILED].contains(most)) && !NAMES.contains(&key)
}

/// Whether what a field holds is compared with answers: another text would give other
/// scores.
pub(super) fn is_compared(key: &str) -> bool {
    ["correct", "translations", "silenced"].contains(&key)
}

/// Entries of a list by what they are called; those without a name by their place.
pub(super) struct Entries {
    names: Vec<String>,
    /// The first of each name.
    places: BTreeMap<String, usize>,
}

impl Entries {
    pub(super) fn of(nodes: &[Node]) -> Self {
        let named = |(n, node): (usize, &Node)| {
            let name = ["id", "value"].iter().find_map(|key| node.field(key));
            match name.map(|name| &name.value) {
                Some(Value::Text(id)) => id.clone(),
                Some(Value::Number(x)) => format!("={x}"),
                _ => format!("#{n}"),
            }
        };
        let names: Vec<String> = nodes.iter().enumerate().map(named).collect();
        let places = names.iter().cloned().enumerate().rev().map(|(n, name)| (name, n)).collect();
        Entries { names, places }
    }

    /// Where the entry `n` of another list stands in this one.
    pub(super) fn position(&self, other: &Entries, n: usize) -> Option<usize> {
        self.places.get(other.names.get(n)?).copied()
    }

    /// The entries that another list does not have.
    pub(super) fn unknown(&self, other: &Entries) -> Vec<(usize, String)> {
        let unknown = self.names.iter().enumerate().filter(|(_, name)| !other.places.contains_key(*name));
        unknown.map(|(n, name)| (n, name.trim_start_matches(['=', '#']).into())).collect()
    }
}

/// The texts of a node in its shape, with the names by which entries are found; none where
/// there are none.
pub(super) fn texts(node: &Node, shape: &Shape) -> Option<Node> {
    let value = match (shape, &node.value) {
        (Shape::Object(known) | Shape::One(known), Value::Object(fields)) => {
            let mut kept = Vec::new();
            let mut words = false;
            for (key, node) in fields.iter().filter(|(key, _)| !is_compared(key)) {
                let shape = known.iter().find(|(name, ..)| name == key).map(|(.., shape)| shape);
                let found =
                    shape.and_then(|shape| if is_text(key, shape) { Some(node.clone()) } else { texts(node, shape) });
                let name = ["id", "value"].contains(&key.as_str()).then(|| node.clone());
                words |= found.is_some();
                kept.extend(found.or(name).map(|node| (key.clone(), node)));
            }
            words.then_some(())?;
            Value::Object(kept)
        }
        (Shape::IdOr(shape), Value::Object(_)) => return texts(node, shape),
        (Shape::List(_, shape), Value::List(nodes)) => {
            let named = |node: &Node| ["id", "value"].iter().any(|key| node.field(key).is_some());
            let entry = |node: &Node| match (&node.value, shape) {
                (Value::Text(_), Shape::Text(_)) => Some(node.clone()),
                // Where places count, each has to stand in its own.
                _ => texts(node, shape).or((!named(node)).then(empty)),
            };
            let entries: Vec<Node> = nodes.iter().filter_map(entry).collect();
            let words = |node: &Node| !node.fields().is_empty() || !node.text().is_empty();
            entries.iter().any(words).then_some(Value::List(entries))?
        }
        _ => return None,
    };
    Some(Node { value, at: 0 })
}

fn empty() -> Node {
    Node { value: Value::Object(Vec::new()), at: 0 }
}
