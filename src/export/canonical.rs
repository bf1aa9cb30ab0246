//! The definition in one order: the fields as the schema lists them, without the compiled form.
//!
//! What it means, and its fingerprint, stay; exported once more it is the same bytes.

use crate::json::{Node, Value};
use crate::schema::{DEFINITION, Shape};
use crate::written;

/// The text, in the style of the instruments here.
pub(super) fn text(root: &Node) -> String {
    let mut ordered = ordered(root, &DEFINITION);
    if let Value::Object(fields) = &mut ordered.value {
        fields.retain(|(key, _)| key != "compiled");
    }
    written::json(&ordered)
}

fn ordered(node: &Node, shape: &Shape) -> Node {
    let value = match (shape, &node.value) {
        (Shape::Object(known) | Shape::One(known), Value::Object(_)) => {
            let field = |(name, _, shape): &(&str, bool, Shape)| {
                node.field(name).map(|value| (String::from(*name), ordered(value, shape)))
            };
            Value::Object(known.iter().filter_map(field).collect())
        }
        (Shape::IdOr(shape), Value::Object(_)) => return ordered(node, shape),
        (Shape::List(_, shape), Value::List(nodes)) => {
            Value::List(nodes.iter().map(|node| ordered(node, shape)).collect())
        }
        (_, value) => value.clone(),
    };
    Node { value, at: 0 }
}
