//! A definition in the making as JSON text.

use crate::data::Data;
use crate::json::{Node, Value};
pub(crate) use crate::written::figure;

/// The text, with a line feed at the end.
pub(crate) fn json(value: &Data<'_>) -> String {
    crate::written::json(&node(value))
}

fn node(value: &Data<'_>) -> Node {
    let value = match value {
        Data::Null => Value::Null,
        Data::Bool(truth) => Value::Bool(*truth),
        Data::Number(x) => Value::Number(*x),
        Data::List(values) => Value::List(values.iter().map(node).collect()),
        Data::Object(fields) => {
            Value::Object(fields.iter().map(|(key, value)| (String::from(*key), node(value))).collect())
        }
        other => Value::Text(other.text().into()),
    };
    Node { value, at: 0 }
}
