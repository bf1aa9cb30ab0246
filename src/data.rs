//! Replies as data: what every host gets, in the shapes of `www/types.d.ts`.
//!
//! One tree for all replies, borrowing the words of the instrument, instead of
//! a type for each: the widget carries one serializer, not forty.

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
    /// Words of the instrument.
    Text(&'a str),
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
            Data::Text(text) => text,
            Data::Owned(text) => text,
            _ => "",
        }
    }

    /// The number; none for anything else.
    pub fn number(&self) -> Option<f64> {
        if let Data::Number(x) = self { Some(*x) } else { None }
    }

    /// The same value, borrowing nothing.
    pub(crate) fn into_owned(self) -> Data<'static> {
        match self {
            Data::Null => Data::Null,
            Data::Bool(truth) => Data::Bool(truth),
            Data::Number(x) => Data::Number(x),
            Data::Text(text) => Data::Owned(text.into()),
            Data::Owned(text) => Data::Owned(text),
            Data::List(values) => Data::List(values.into_iter().map(Data::into_owned).collect()),
            Data::Object(fields) => Data::Object(fields.into_iter().map(|(key, value)| (key, value.into_owned())).collect()),
        }
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
            Data::Text(text) => serializer.serialize_str(text),
            Data::Owned(text) => serializer.serialize_str(text),
            Data::List(values) => serializer.collect_seq(values),
            Data::Object(fields) => serializer.collect_map(fields.iter().map(|(key, value)| (key, value))),
        }
    }
}
