//! Replies as data: what every host gets, in the shapes of `www/types.d.ts`.
//!
//! One tree for all replies, borrowing the words of the instrument, instead of
//! a type for each: the widget carries one serializer, not forty.

use crate::json::{Node, Value};
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

/// A value of a reply.
#[derive(Clone, Debug, PartialEq)]
pub enum Data<'a> {
    /// Undefined, unknown or not there.
    Null,
    /// A truth.
    Bool(bool),
    /// A number, finite and not rounded.
    Number(f64),
    /// A word of the core.
    Word(&'static str),
    /// A part of the definition, as its author wrote it.
    Part(Part<'a>),
    /// Other words.
    Owned(String),
    /// Several values.
    List(Vec<Data<'a>>),
    /// Named values, in the order of the type.
    Object(Vec<(&'static str, Data<'a>)>),
}

impl<'a> Data<'a> {
    /// A field of an object, [`Data::Null`] where there is none.
    pub fn get(&self, name: &str) -> &Data<'a> {
        let fields: &[_] = if let Data::Object(fields) = self { fields } else { &[] };
        fields.iter().find(|(key, _)| *key == name).map_or(&Data::Null, |(_, value)| value)
    }

    /// The values of a list; none for anything else.
    pub fn list(&self) -> &[Data<'a>] {
        if let Data::List(values) = self { values } else { &[] }
    }

    /// The words of a text, `""` for anything else.
    pub fn text(&self) -> &str {
        match self {
            Data::Word(word) => word,
            Data::Part(part) => part.0.text(),
            Data::Owned(text) => text,
            _ => "",
        }
    }

    /// The number; none for anything else.
    pub fn number(&self) -> Option<f64> {
        match self {
            Data::Number(x) => Some(*x),
            Data::Part(part) => part.0.number(),
            _ => None,
        }
    }

    /// An object with one more field.
    #[cfg(feature = "wide")]
    pub(crate) fn with(mut self, key: &'static str, value: Data<'a>) -> Self {
        if let Data::Object(fields) = &mut self {
            fields.push((key, value));
        }
        self
    }

    /// A part of the definition.
    pub(crate) fn part(node: &'a Node) -> Self {
        Data::Part(Part(node))
    }

    /// A field of a part of the definition.
    pub(crate) fn of(node: &'a Node, field: &str) -> Self {
        Data::Part(Part(node.get(field)))
    }

    /// A list of `n` values.
    pub(crate) fn each(n: usize, value: &mut dyn FnMut(usize) -> Data<'a>) -> Self {
        let mut list = Vec::new();
        for n in 0..n {
            list.push(value(n));
        }
        Data::List(list)
    }

    /// Two numbers; null if one is not finite.
    pub(crate) fn pair(a: f64, b: f64) -> Self {
        if a.is_finite() && b.is_finite() { Data::List(vec![Data::Number(a), Data::Number(b)]) } else { Data::Null }
    }
}

/// Makes an object: `object! { "key" => value }`, or after a part of the
/// definition, some of whose fields come first under their own names:
/// `object! { node, ["id", "title"], "key" => value }`.
macro_rules! object {
    ($node:expr, [$($name:literal),+], $($key:literal => $value:expr),* $(,)?) => {{
        let mut object = $crate::data::Object::default();
        object.copy($node, &[$($name),+]);
        $($crate::data::Field::put($value, &mut object, $key);)*
        object.done()
    }};
    ($($key:literal => $value:expr),* $(,)?) => {{
        let mut object = $crate::data::Object::default();
        $($crate::data::Field::put($value, &mut object, $key);)*
        object.done()
    }};
}
pub(crate) use object;

/// An object in the making.
#[derive(Default)]
pub(crate) struct Object<'a>(Vec<(&'static str, Data<'a>)>);

/// What can become the value of a field.
pub(crate) trait Field<'a> {
    /// Adds it to an object.
    fn put(self, object: &mut Object<'a>, key: &'static str);
}

// Kept out of line: a reply has hundreds of fields, and each is one short call.
impl<'a> Object<'a> {
    #[inline(never)]
    fn push(&mut self, key: &'static str, value: Data<'a>) {
        self.0.push((key, value));
    }

    #[inline(never)]
    fn number(&mut self, key: &'static str, x: f64) {
        self.push(key, if x.is_finite() { Data::Number(x) } else { Data::Null });
    }

    #[inline(never)]
    fn node(&mut self, key: &'static str, node: &'a Node) {
        self.push(key, Data::part(node));
    }

    #[inline(never)]
    fn word(&mut self, key: &'static str, word: &'static str) {
        self.push(key, Data::Word(word));
    }

    #[inline(never)]
    fn truth(&mut self, key: &'static str, truth: bool) {
        self.push(key, Data::Bool(truth));
    }

    /// Fields of a part of the definition, under their own names.
    #[inline(never)]
    pub(crate) fn copy(&mut self, node: &'a Node, names: &[&'static str]) {
        for name in names {
            self.push(name, Data::of(node, name));
        }
    }

    /// The finished object.
    pub(crate) fn done(self) -> Data<'a> {
        Data::Object(self.0)
    }
}

impl<'a> Field<'a> for Data<'a> {
    fn put(self, object: &mut Object<'a>, key: &'static str) {
        object.push(key, self);
    }
}

impl<'a> Field<'a> for f64 {
    fn put(self, object: &mut Object<'a>, key: &'static str) {
        object.number(key, self);
    }
}

/// Null where there is none; what is not finite is unknown too.
impl<'a> Field<'a> for Option<f64> {
    fn put(self, object: &mut Object<'a>, key: &'static str) {
        object.number(key, self.unwrap_or(f64::NAN));
    }
}

impl<'a> Field<'a> for usize {
    fn put(self, object: &mut Object<'a>, key: &'static str) {
        object.number(key, crate::number::count(self));
    }
}

impl<'a> Field<'a> for bool {
    fn put(self, object: &mut Object<'a>, key: &'static str) {
        object.truth(key, self);
    }
}

impl<'a> Field<'a> for &'static str {
    fn put(self, object: &mut Object<'a>, key: &'static str) {
        object.word(key, self);
    }
}

impl<'a> Field<'a> for &'a Node {
    fn put(self, object: &mut Object<'a>, key: &'static str) {
        object.node(key, self);
    }
}

impl<'a> Field<'a> for String {
    fn put(self, object: &mut Object<'a>, key: &'static str) {
        object.push(key, Data::Owned(self));
    }
}

impl<'a> Field<'a> for Option<String> {
    fn put(self, object: &mut Object<'a>, key: &'static str) {
        object.push(key, self.map_or(Data::Null, Data::Owned));
    }
}

impl<'a> Field<'a> for Vec<Data<'a>> {
    fn put(self, object: &mut Object<'a>, key: &'static str) {
        object.push(key, Data::List(self));
    }
}

impl Serialize for Data<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Data::Null => serializer.serialize_none(),
            Data::Bool(truth) => serializer.serialize_bool(*truth),
            Data::Number(x) => serializer.serialize_f64(*x),
            Data::Word(word) => serializer.serialize_str(word),
            Data::Part(part) => part.serialize(serializer),
            Data::Owned(text) => serializer.serialize_str(text),
            Data::List(values) => {
                let mut list = serializer.serialize_seq(Some(values.len()))?;
                for value in values {
                    list.serialize_element(value)?;
                }
                list.end()
            }
            Data::Object(fields) => {
                let mut map = serializer.serialize_map(Some(fields.len()))?;
                for (key, value) in fields {
                    map.serialize_entry(*key, value)?;
                }
                map.end()
            }
        }
    }
}

/// A part of the definition.
#[derive(Clone, Copy, Debug)]
pub struct Part<'a>(&'a Node);

impl PartialEq for Part<'_> {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self.0, other.0)
    }
}

/// Written like [`Data`], by the same code of the serializer.
impl Serialize for Part<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0.value {
            Value::Null => serializer.serialize_none(),
            Value::Bool(truth) => serializer.serialize_bool(*truth),
            Value::Number(x) => serializer.serialize_f64(*x),
            Value::Text(text) => serializer.serialize_str(text),
            Value::List(nodes) => {
                let mut list = serializer.serialize_seq(Some(nodes.len()))?;
                for node in nodes {
                    list.serialize_element(&Data::part(node))?;
                }
                list.end()
            }
            Value::Object(fields) => {
                let mut map = serializer.serialize_map(Some(fields.len()))?;
                for (key, node) in fields {
                    map.serialize_entry(key.as_str(), &Data::part(node))?;
                }
                map.end()
            }
        }
    }
}
