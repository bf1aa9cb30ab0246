//! The words of a definition in another of its languages, for readers.
//!
//! What a translation may hold has been checked when the definition was; here it lies
//! over the words, entry by entry: those with an identifier or a value by that, others by
//! their place. What it leaves out stays as it was written. `translation` says more of it,
//! to authors; the two agree.

use super::super::Instrument;
use crate::json::{Node, Value};

/// Fields that are no words: names, addresses, and what answers are compared with.
const KEPT: [&str; 8] = ["id", "value", "correct", "translations", "silenced", "license", "compiled", "src"];

impl Instrument {
    /// The same with the words of a language, if the definition has them.
    pub(in super::super) fn spoken(mut self, language: &str) -> Self {
        let translations = self.words.get("translations").list();
        let own = translations.iter().find(|translation| translation.get("language").text() == language);
        if let Some(translation) = own.cloned() {
            overlay(&mut self.words, &translation);
        }
        self
    }
}

fn overlay(node: &mut Node, other: &Node) {
    match (&mut node.value, &other.value) {
        (Value::Text(text), Value::Text(new)) if !new.chars().all(char::is_whitespace) => text.clone_from(new),
        (Value::Object(fields), Value::Object(_)) => {
            for (key, node) in fields.iter_mut().filter(|(key, _)| !KEPT.contains(&key.as_str())) {
                if let Some(other) = other.field(key) {
                    overlay(node, other);
                }
            }
        }
        (Value::List(nodes), Value::List(others)) => {
            for (n, node) in nodes.iter_mut().enumerate() {
                let name = called(node);
                let found = others.iter().enumerate().find(|(m, other)| match (&name, called(other)) {
                    (Some(name), Some(other)) => *name == other,
                    (None, None) => n == *m,
                    _ => false,
                });
                if let Some((_, other)) = found {
                    overlay(node, other);
                }
            }
        }
        _ => {}
    }
}

/// What an entry of a list is called, if it has a name.
fn called(node: &Node) -> Option<String> {
    ["id", "value"].iter().find_map(|key| node.field(key)).map(Node::called)
}
