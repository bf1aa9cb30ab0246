//! Definitions in other languages.
//!
//! A translation has the shape of the definition it belongs to and holds its texts alone:
//! entries are found by `id` or `value`, those without one by their place. What it leaves
//! out stays as it was written. It changes no number: nothing but texts is taken from it,
//! and texts that are compared with answers are none of these.

mod places;

use crate::json::{Node, Value};
use crate::problem::{Problems, join, quoted};
use crate::schema::{DEFINITION, Shape};
use crate::text::pipes;
use places::{Entries, is_text};
use std::collections::BTreeSet;

/// The field of a definition that holds translations.
pub(crate) const FIELD: &str = "translations";

/// A translation that names other answers than the original.
pub(crate) const PIPE: &str = "translation-pipe";

/// A definition in another language, and what is to be said of its translation.
pub(crate) struct Translated {
    pub(crate) definition: Node,
    /// Texts that were replaced.
    pub(crate) done: usize,
    /// Pointers into the definition: texts without a translation.
    pub(crate) missing: Vec<String>,
    /// Pointers into the translation: texts that read as the original does.
    pub(crate) same: Vec<String>,
    /// What does not belong to the definition, with places in the translation.
    pub(crate) strange: Problems,
}

/// The definition with the texts of a translation into `language`.
pub(crate) fn translate(definition: &Node, translation: &Node, language: &str) -> Translated {
    let mut walk = Walk { done: 0, missing: Vec::new(), same: Vec::new(), strange: Problems::default() };
    let mut translated = walk.node(definition, Some(translation), &DEFINITION, ("", ""));
    if let Value::Object(fields) = &mut translated.value {
        fields.retain(|(key, _)| key != FIELD && key != "compiled");
        for (_, node) in fields.iter_mut().filter(|(key, _)| key == "language") {
            node.value = Value::Text(language.into());
        }
    }
    Translated {
        definition: translated,
        done: walk.done,
        missing: walk.missing,
        same: walk.same,
        strange: walk.strange,
    }
}

/// The translation of a definition that stands in it.
pub(crate) fn own<'d>(definition: &'d Node, language: &str) -> Option<&'d Node> {
    definition.get(FIELD).list().iter().find(|translation| translation.get("language").text() == language)
}

/// The texts of a definition in the shape of a translation, to be written over.
pub(crate) fn template(definition: &Node, language: &str) -> Node {
    let mut template = places::texts(definition, &DEFINITION).unwrap_or_default();
    if let Value::Object(fields) = &mut template.value {
        fields.insert(0, ("language".into(), Node { value: Value::Text(language.into()), at: 0 }));
    }
    template
}

struct Walk {
    done: usize,
    missing: Vec<String>,
    same: Vec<String>,
    strange: Problems,
}

impl Walk {
    /// A node with its texts replaced; `at` is its place in both.
    fn node(&mut self, node: &Node, other: Option<&Node>, shape: &Shape, at: (&str, &str)) -> Node {
        let value = match (shape, &node.value) {
            (Shape::Object(known) | Shape::One(known), Value::Object(fields)) => {
                if let Some(other) = other {
                    self.unknown(fields, other, at.1);
                }
                let each = fields.iter().map(|(key, node)| {
                    let shape = known.iter().find(|(name, ..)| name == key).map(|(.., shape)| shape);
                    let (a, b) = (join(at.0, key), join(at.1, key));
                    let new = match shape {
                        Some(shape) if is_text(key, shape) => {
                            self.text(node, other.and_then(|o| o.field(key)), (&a, &b))
                        }
                        Some(shape) if !places::is_compared(key) => {
                            self.node(node, other.and_then(|o| o.field(key)), shape, (&a, &b))
                        }
                        _ => node.clone(),
                    };
                    (key.clone(), new)
                });
                Value::Object(each.collect())
            }
            (Shape::IdOr(shape), Value::Object(_)) => return self.node(node, other, shape, at),
            (Shape::List(_, shape), Value::List(nodes)) => Value::List(self.list(nodes, other, shape, at)),
            (_, value) => value.clone(),
        };
        Node { value, at: node.at }
    }

    fn list(&mut self, nodes: &[Node], other: Option<&Node>, shape: &Shape, at: (&str, &str)) -> Vec<Node> {
        let (mine, theirs) = (Entries::of(nodes), Entries::of(other.map(Node::list).unwrap_or_default()));
        for (n, name) in theirs.unknown(&mine) {
            let help = "remove it, or correct how it is called";
            let path = join(at.1, &n.to_string());
            self.strange.error("translation-unknown", &path, &["the definition has no such entry: ", &name], help);
        }
        let mut list = Vec::new();
        for (n, node) in nodes.iter().enumerate() {
            let found = theirs.position(&mine, n);
            let entry = found.and_then(|n| other?.list().get(n));
            let (a, b) = (join(at.0, &n.to_string()), join(at.1, &found.unwrap_or(n).to_string()));
            let new = match (&node.value, shape) {
                (Value::Text(_), Shape::Text(_)) => self.text(node, entry, (&a, &b)),
                _ => self.node(node, entry, shape, (&a, &b)),
            };
            list.push(new);
        }
        list
    }

    fn text(&mut self, node: &Node, other: Option<&Node>, at: (&str, &str)) -> Node {
        match other.map(|other| &other.value) {
            Some(Value::Text(text)) if !text.trim().is_empty() => {
                self.done += 1;
                self.pipes(node.text(), text, at.1);
                if text == node.text() && text.chars().filter(|c| c.is_alphabetic()).count() > 3 {
                    self.same.push(at.1.into());
                }
                Node { value: Value::Text(text.clone()), at: node.at }
            }
            Some(other) if !matches!(other, Value::Text(_) | Value::Null) => {
                let help = "write the text in the other language";
                self.strange.error("translation-unknown", at.1, &["expected a text, found ", other.kind()], help);
                node.clone()
            }
            _ => {
                self.missing.push(at.0.into());
                node.clone()
            }
        }
    }

    /// Notes a translation that names other answers than the original.
    fn pipes(&mut self, original: &str, text: &str, at: &str) {
        let named = |text| pipes(text).into_iter().map(|pipe| pipe.item.to_owned()).collect::<BTreeSet<_>>();
        let (original, text) = (named(original), named(text));
        let help = "name the same answers as the original; the words behind | are translated";
        for item in original.difference(&text) {
            let message = ["the answer to ", &*quoted(item), " is left out"];
            self.strange.warning(PIPE, at, &message, help);
        }
        for item in text.difference(&original) {
            let message = ["the original does not name the answer to ", &*quoted(item)];
            self.strange.warning(PIPE, at, &message, help);
        }
    }

    /// Notes the fields of a translation that its definition does not have.
    fn unknown(&mut self, fields: &[(String, Node)], other: &Node, at: &str) {
        for (key, _) in other.fields().iter().filter(|(key, _)| !fields.iter().any(|(known, _)| known == key)) {
            if key != "language" {
                let help = "remove it: a translation adds nothing to its definition";
                self.strange.error("translation-unknown", &join(at, key), &["the definition has no such field"], help);
            }
        }
    }
}
