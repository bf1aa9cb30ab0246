//! JSON in the making.

use crate::json::{Node, Value};

/// A text.
pub(crate) fn text(words: &str) -> Node {
    node(Value::Text(words.into()))
}

/// A number.
pub(crate) fn number(x: f64) -> Node {
    node(Value::Number(x))
}

/// A truth.
pub(crate) fn truth(truth: bool) -> Node {
    node(Value::Bool(truth))
}

/// A list.
pub(crate) fn list(entries: impl IntoIterator<Item = Node>) -> Node {
    node(Value::List(entries.into_iter().collect()))
}

/// An object, its fields in this order.
pub(crate) fn object<K: Into<String>>(fields: impl IntoIterator<Item = (K, Node)>) -> Node {
    node(Value::Object(fields.into_iter().map(|(key, node)| (key.into(), node)).collect()))
}

fn node(value: Value) -> Node {
    Node { value, at: 0 }
}
