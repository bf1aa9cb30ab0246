//! Replies as data: what every host gets, in the shapes of `www/types.d.ts`.
//!
//! One tree for all replies, borrowing the words of the instrument, instead of
//! a type for each: the widget carries one serializer, not forty.

use crate::json::{Node, Value};
use serde::{Serialize, Serializer};

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

    /// A part of the definition.
    pub(crate) fn part(node: &'a Node) -> Self {
        Data::Part(Part(node))
    }

    /// A field of a part of the definition.
    pub(crate) fn of(node: &'a Node, field: &str) -> Self {
        Data::Part(Part(node.get(field)))
    }

    /// Fields of a part of the definition, under their own names.
    pub(crate) fn fields(node: &'a Node, names: &[&'static str]) -> Vec<(&'static str, Self)> {
        let mut fields = Vec::new();
        for name in names {
            fields.push((*name, Data::of(node, name)));
        }
        fields
    }

    /// Fields of a part of the definition, followed by others.
    pub(crate) fn with(node: &'a Node, names: &[&'static str], others: Vec<(&'static str, Self)>) -> Self {
        let mut fields = Data::fields(node, names);
        fields.extend(others);
        Data::Object(fields)
    }

    /// A list of what an iterator gives.
    pub(crate) fn all(values: impl Iterator<Item = Data<'a>>) -> Self {
        let mut list = Vec::new();
        for value in values {
            list.push(value);
        }
        Data::List(list)
    }

    /// A count.
    pub(crate) fn count(n: usize) -> Self {
        Data::Number(crate::number::count(n))
    }

    /// A number that may be unknown; what is not finite is unknown too.
    pub(crate) fn maybe(x: Option<f64>) -> Self {
        match x {
            Some(x) if x.is_finite() => Data::Number(x),
            _ => Data::Null,
        }
    }

    /// Two counts, both one higher than they are kept.
    pub(crate) fn levels(pair: Option<(usize, usize)>) -> Self {
        pair.map_or(Data::Null, |(a, b)| Data::List(vec![Data::count(a + 1), Data::count(b + 1)]))
    }

    /// Words that may be missing.
    pub(crate) fn words(words: Option<String>) -> Self {
        words.map_or(Data::Null, Data::Owned)
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
            Data::List(values) => serializer.collect_seq(values),
            Data::Object(fields) => serializer.collect_map(fields.iter().map(|(key, value)| (key, value))),
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

impl Serialize for Part<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0.value {
            Value::Null => serializer.serialize_none(),
            Value::Bool(truth) => serializer.serialize_bool(*truth),
            Value::Number(x) => serializer.serialize_f64(*x),
            Value::Text(text) => serializer.serialize_str(text),
            Value::List(nodes) => serializer.collect_seq(nodes.iter().map(Part)),
            Value::Object(fields) => serializer.collect_map(fields.iter().map(|(key, node)| (key, Part(node)))),
        }
    }
}
