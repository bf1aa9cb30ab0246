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

/// What a value is to a host, whether the core or the author of a definition has written it.
pub(crate) enum Form<'d> {
    Null,
    Bool(bool),
    Number(f64),
    Text(&'d str),
    List,
    Object,
}

impl Data<'_> {
    /// What it is; the values of a list or an object are its [`Data::entries`].
    pub(crate) fn form(&self) -> Form<'_> {
        match self {
            Data::Null => Form::Null,
            Data::Bool(truth) => Form::Bool(*truth),
            Data::Number(x) => Form::Number(*x),
            Data::Word(word) => Form::Text(word),
            Data::Owned(text) => Form::Text(text),
            Data::List(_) => Form::List,
            Data::Object(_) => Form::Object,
            Data::Part(part) => match &part.0.value {
                Value::Null => Form::Null,
                Value::Bool(truth) => Form::Bool(*truth),
                Value::Number(x) => Form::Number(*x),
                Value::Text(text) => Form::Text(text),
                Value::List(_) => Form::List,
                Value::Object(_) => Form::Object,
            },
        }
    }

    /// Every value of a list or an object, after its name; of a list it is `""`.
    pub(crate) fn entries(&self, entry: &mut dyn FnMut(&str, &Data<'_>)) {
        match self {
            Data::List(values) => values.iter().for_each(|value| entry("", value)),
            Data::Object(fields) => fields.iter().for_each(|(name, value)| entry(name, value)),
            Data::Part(part) => match &part.0.value {
                Value::List(nodes) => nodes.iter().for_each(|node| entry("", &Data::part(node))),
                Value::Object(fields) => fields.iter().for_each(|(name, node)| entry(name, &Data::part(node))),
                _ => {}
            },
            _ => {}
        }
    }
}

impl Serialize for Data<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut done = Ok(());
        match self.form() {
            Form::Null => serializer.serialize_none(),
            Form::Bool(truth) => serializer.serialize_bool(truth),
            Form::Number(x) => serializer.serialize_f64(x),
            Form::Text(text) => serializer.serialize_str(text),
            Form::List => {
                let mut list = serializer.serialize_seq(None)?;
                self.entries(&mut |_, value| {
                    if done.is_ok() {
                        done = list.serialize_element(value);
                    }
                });
                done.and_then(|()| list.end())
            }
            Form::Object => {
                let mut map = serializer.serialize_map(None)?;
                self.entries(&mut |name, value| {
                    if done.is_ok() {
                        done = map.serialize_entry(name, value);
                    }
                });
                done.and_then(|()| map.end())
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
