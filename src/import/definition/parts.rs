//! The entries of a definition.

use super::super::choices::{self, Choice};
use super::super::draft::{Band, Composite, Correct, Item, Kind, Level, Member, Page, Scale};
use super::super::written;
use crate::data::Data;
use crate::number::{count, equal};
use crate::text::joined;
use std::collections::BTreeMap;

/// A set of choices.
pub(super) struct Set {
    /// Its number among those that stand on their own, counted from 1.
    pub(super) n: usize,
    pub(super) shared: bool,
    pub(super) choices: Data<'static>,
}

impl Set {
    pub(super) fn id(&self) -> String {
        joined(&["set_", &self.n.to_string()])
    }
}

pub(super) type Fields = Vec<(&'static str, Data<'static>)>;

pub(super) fn optional_list(fields: &mut Fields, name: &'static str, list: Vec<Data<'static>>) {
    if !list.is_empty() {
        fields.push((name, Data::List(list)));
    }
}

pub(super) fn optional(fields: &mut Fields, name: &'static str, text: &str) {
    if !text.is_empty() {
        fields.push((name, Data::Owned(text.into())));
    }
}

pub(super) fn text(words: &str) -> Data<'static> {
    Data::Owned(words.into())
}

pub(super) fn one(name: &'static str, value: Data<'static>) -> Data<'static> {
    Data::Object(vec![(name, value)])
}

impl Item {
    pub(super) fn data(&self, sets: &BTreeMap<String, Set>) -> Data<'static> {
        let mut fields = vec![("id", text(&self.id)), ("text", text(&self.text))];
        optional(&mut fields, "help", &self.help);
        fields.push(("kind", self.kind.data(sets)));
        optional(&mut fields, "show_if", &self.show_if);
        if self.correct != Correct::Unsaid {
            fields.push(("correct", self.correct.data()));
        }
        fields.extend(self.feedback.data().map(|feedback| ("feedback", feedback)));
        optional_list(&mut fields, "hints", self.hints.iter().map(|hint| text(hint)).collect());
        if let Some((src, alt)) = &self.image {
            fields.push(("image", Data::Object(vec![("src", text(src)), ("alt", text(alt))])));
        }
        Data::Object(fields)
    }
}

impl Kind {
    pub(super) fn data(&self, sets: &BTreeMap<String, Set>) -> Data<'static> {
        let found = |choices: &[Choice]| sets.get(&written::json(&choices::data(choices)));
        let id = |choices: &[Choice]| Data::Owned(found(choices).map(Set::id).unwrap_or_default());
        let options = |choices: &[Choice]| match found(choices) {
            Some(set) if set.shared => ("set", text(&set.id())),
            _ => ("choices", choices::data(choices)),
        };
        match self {
            Kind::Choice(choices) => one("choice", Data::Object(vec![options(choices)])),
            Kind::Multiple(choices, most) => {
                let most = most.map(|most| ("most", Data::Number(count(most))));
                one("multiple", Data::Object([options(choices)].into_iter().chain(most).collect()))
            }
            Kind::Number { min, max, step, unit } => {
                let mut fields = vec![("min", Data::Number(*min)), ("max", Data::Number(*max))];
                fields.extend(step.map(|step| ("step", Data::Number(step))));
                optional(&mut fields, "unit", unit);
                one("number", Data::Object(fields))
            }
            Kind::Ranking(choices) => one("ranking", one("set", id(choices))),
            Kind::Grid { rows, choices } => {
                let missing = one("scored", Data::Number(1.0));
                let fields = vec![("rows", id(rows)), ("set", id(choices)), ("missing", missing)];
                one("grid", Data::Object(fields))
            }
            Kind::Text => one("text", Data::Object(vec![])),
            Kind::Note => one("note", Data::Object(vec![])),
            Kind::Info => one("info", Data::Object(vec![])),
        }
    }
}

impl Page {
    pub(super) fn data(&self) -> Data<'static> {
        let mut fields = vec![("title", text(&self.title))];
        optional(&mut fields, "text", &self.text);
        fields.push(("items", Data::List(self.items.iter().map(|id| text(id)).collect())));
        Data::Object(fields)
    }
}

impl Member {
    pub(super) fn data(&self) -> Data<'static> {
        let mut fields = vec![("item", text(&self.item))];
        optional(&mut fields, "part", &self.part);
        optional(&mut fields, "key", if self.reversed { "-" } else { "" });
        if !equal(self.weight, 1.0) {
            fields.push(("weight", Data::Number(self.weight)));
        }
        Data::Object(fields)
    }
}

impl Scale {
    pub(super) fn data(&self, quiz: bool) -> Data<'static> {
        let (higher, missing) = if quiz {
            ("more is right", vec![("scored", Data::Number(0.0)), ("open", text("zero"))])
        } else {
            ("more", vec![("scored", Data::Number(1.0))])
        };
        Data::Object(vec![
            ("id", text(&self.id)),
            ("title", text(&self.title)),
            ("higher", text(higher)),
            ("members", Data::List(self.members.iter().map(Member::data).collect())),
            ("missing", Data::Object(missing)),
        ])
    }
}

impl Composite {
    pub(super) fn data(&self) -> Data<'static> {
        let mut fields = vec![("id", text(&self.id)), ("title", text(&self.title))];
        optional(&mut fields, "each", if self.each { "dimension" } else { "" });
        fields.push(("expression", text(&self.expression)));
        if let Some((low, high)) = self.range {
            fields.push(("range", Data::List(vec![Data::Number(low), Data::Number(high)])));
        }
        Data::Object(fields)
    }
}

impl Band {
    pub(super) fn data(&self) -> Data<'static> {
        let level = |(n, (title, from, words)): (usize, &Level)| {
            let id = joined(&["level_", &(n + 1).to_string()]);
            Data::Object(vec![
                ("id", Data::Owned(id)),
                ("title", text(title)),
                ("from", Data::Number(*from)),
                ("text", text(words)),
            ])
        };
        Data::Object(vec![
            ("id", text(&self.id)),
            ("title", text(&self.title)),
            ("of", text(&self.of)),
            ("levels", Data::List(self.levels.iter().enumerate().map(level).collect())),
        ])
    }
}
