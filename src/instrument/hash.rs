//! FNV-1a, 64 bits (G. Fowler, L. C. Noll, K.-P. Vo), over texts and numbers.

use crate::json::{Node, Value};

/// The hash so far.
pub(crate) struct Hash(pub(crate) u64);

impl Hash {
    /// The hash of nothing.
    pub(crate) fn new() -> Self {
        Hash(0xcbf2_9ce4_8422_2325)
    }

    pub(crate) fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }

    #[inline(never)]
    pub(super) fn text(&mut self, text: &str) {
        text.bytes().for_each(|b| self.byte(b));
        // No text holds this byte: it ends each of them.
        self.byte(0xff);
    }

    #[inline(never)]
    pub(super) fn number(&mut self, x: f64) {
        x.to_bits().to_be_bytes().into_iter().for_each(|b| self.byte(b));
    }

    /// An index, -1 for none.
    pub(super) fn index(&mut self, n: Option<usize>) {
        self.number(n.map_or(-1.0, crate::number::count));
    }

    /// A value of a document, whatever white space stands in it.
    pub(super) fn value(&mut self, node: &Node) {
        match &node.value {
            Value::Null => self.byte(0xf0),
            Value::Bool(truth) => self.byte(0xf1 + u8::from(*truth)),
            Value::Number(x) => {
                self.byte(0xf3);
                self.number(*x);
            }
            Value::Text(text) => self.text(text),
            Value::List(nodes) => {
                self.byte(0xf4);
                for node in nodes {
                    self.value(node);
                }
                self.byte(0xfe);
            }
            Value::Object(fields) => {
                self.byte(0xf5);
                for (key, node) in fields {
                    self.field(key, node);
                }
                self.byte(0xfe);
            }
        }
    }

    /// A field of an object.
    pub(super) fn field(&mut self, key: &str, node: &Node) {
        self.text(key);
        self.value(node);
    }
}
