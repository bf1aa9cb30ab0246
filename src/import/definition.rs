//! A draft as the text of a definition.

use super::choices::{self, Choice};
use super::draft::{Band, Composite, Draft, Item, Kind, Level, Member, Page, Scale};
use super::report::Report;
use super::{identifiers, written};
use crate::data::Data;
use crate::text::joined;
use std::collections::BTreeMap;

impl Draft {
    /// The definition, with what had to be decided for it said.
    pub(crate) fn written(&mut self, report: &mut Report) -> String {
        self.decide(report);
        let sets = self.shared_sets();
        let text = |text: &str| Data::Owned(text.into());
        let mut fields = vec![
            ("format", Data::Number(1.0)),
            ("id", Data::Owned(identifiers::instrument(&self.name))),
            ("version", text("1.0")),
            ("title", text(&self.title)),
            ("language", text(&self.language)),
            ("license", text(&self.license)),
        ];
        optional_list(&mut fields, "intro", self.intro.iter().map(|line| text(line)).collect());
        fields.push(("dont_know", text(dont_know(&self.language).unwrap_or(DONT_KNOW))));
        let titled = |(id, title): &(String, String)| Data::Object(vec![("id", text(id)), ("title", text(title))]);
        optional_list(&mut fields, "dimensions", self.dimensions.iter().map(titled).collect());
        let mut written: Vec<&Set> = sets.values().filter(|set| set.shared).collect();
        written.sort_by_key(|set| set.n);
        let set = |set: &Set| Data::Object(vec![("id", Data::Owned(set.id())), ("choices", set.choices.clone())]);
        optional_list(&mut fields, "choice_sets", written.into_iter().map(set).collect());
        fields.push(("items", Data::List(self.items.iter().map(|item| item.data(&sets)).collect())));
        let pages = self.pages.iter().filter(|page| !page.items.is_empty());
        fields.push(("pages", Data::List(pages.map(Page::data).collect())));
        optional_list(&mut fields, "scales", self.scales.iter().map(Scale::data).collect());
        optional_list(&mut fields, "composites", self.composites.iter().map(Composite::data).collect());
        optional_list(&mut fields, "bands", self.bands.iter().map(Band::data).collect());
        written::json(&Data::Object(fields))
    }

    /// Fills in what a definition needs and the source does not say.
    fn decide(&mut self, report: &mut Report) {
        if self.title.is_empty() {
            self.title = "Untitled".into();
            report.assumed("", &["the source has no title: write one"]);
        }
        if self.language.is_empty() {
            self.language = "en".into();
            report.assumed("", &["the language is taken to be English (`en`)"]);
        }
        if self.license.is_empty() {
            self.license = "Not stated".into();
            report.assumed("", &["the source states no licence: write under which one you may publish it"]);
        }
        if dont_know(&self.language).is_none() {
            report.assumed("", &["`dont_know` is in English: translate it"]);
        }
        report.assumed("", &["every question also takes \"don't know\""]);
        if !self.scales.is_empty() {
            report.assumed("", &["a scale has a score only when all its questions are answered (`missing`)"]);
            report
                .assumed("", &["the upper end of each scale is called `more`: say what a high score means (`higher`)"]);
        }
        for (n, page) in self.pages.iter_mut().filter(|page| !page.items.is_empty()).enumerate() {
            if page.title.is_empty() {
                page.title = joined(&["Part ", &(n + 1).to_string()]);
            }
        }
    }

    /// The sets of choices, by what is in them. Those that several items have, and
    /// those that a ranking or a grid needs, stand on their own.
    fn shared_sets(&self) -> BTreeMap<String, Set> {
        let mut sets: BTreeMap<String, Set> = BTreeMap::new();
        for item in &self.items {
            let (lists, alone): (Vec<&[Choice]>, bool) = match &item.kind {
                Kind::Choice(choices) => (vec![choices], false),
                Kind::Ranking(choices) => (vec![choices], true),
                Kind::Grid { rows, choices } => (vec![rows, choices], true),
                Kind::Number { .. } => (vec![], false),
            };
            for list in lists {
                let choices = choices::data(list);
                // Its place among all until it is known which are shared.
                let n = sets.len();
                sets.entry(written::json(&choices)).and_modify(|set| set.shared = true).or_insert(Set {
                    n,
                    shared: alone,
                    choices,
                });
            }
        }
        let mut shared: Vec<&mut Set> = sets.values_mut().filter(|set| set.shared).collect();
        shared.sort_by_key(|set| set.n);
        for (n, set) in shared.into_iter().enumerate() {
            set.n = n + 1;
        }
        sets
    }
}

/// A set of choices.
struct Set {
    /// Its number among those that stand on their own, counted from 1.
    n: usize,
    shared: bool,
    choices: Data<'static>,
}

impl Set {
    fn id(&self) -> String {
        joined(&["set_", &self.n.to_string()])
    }
}

const DONT_KNOW: &str = "Don't know";

/// "Don't know" in a language.
fn dont_know(language: &str) -> Option<&'static str> {
    match language.get(..2)? {
        "en" => Some(DONT_KNOW),
        "de" => Some("Weiß nicht"),
        "fr" => Some("Je ne sais pas"),
        "es" => Some("No lo sé"),
        _ => None,
    }
}

type Fields = Vec<(&'static str, Data<'static>)>;

fn optional_list(fields: &mut Fields, name: &'static str, list: Vec<Data<'static>>) {
    if !list.is_empty() {
        fields.push((name, Data::List(list)));
    }
}

fn optional(fields: &mut Fields, name: &'static str, text: &str) {
    if !text.is_empty() {
        fields.push((name, Data::Owned(text.into())));
    }
}

fn text(words: &str) -> Data<'static> {
    Data::Owned(words.into())
}

fn one(name: &'static str, value: Data<'static>) -> Data<'static> {
    Data::Object(vec![(name, value)])
}

impl Item {
    fn data(&self, sets: &BTreeMap<String, Set>) -> Data<'static> {
        let mut fields = vec![("id", text(&self.id)), ("text", text(&self.text))];
        optional(&mut fields, "help", &self.help);
        fields.push(("kind", self.kind.data(sets)));
        optional(&mut fields, "show_if", &self.show_if);
        Data::Object(fields)
    }
}

impl Kind {
    fn data(&self, sets: &BTreeMap<String, Set>) -> Data<'static> {
        let found = |choices: &[Choice]| sets.get(&written::json(&choices::data(choices)));
        let id = |choices: &[Choice]| Data::Owned(found(choices).map(Set::id).unwrap_or_default());
        match self {
            Kind::Choice(choices) if found(choices).is_some_and(|set| set.shared) => {
                one("choice", one("set", id(choices)))
            }
            Kind::Choice(choices) => one("choice", one("choices", choices::data(choices))),
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
        }
    }
}

impl Page {
    fn data(&self) -> Data<'static> {
        let mut fields = vec![("title", text(&self.title))];
        optional(&mut fields, "text", &self.text);
        fields.push(("items", Data::List(self.items.iter().map(|id| text(id)).collect())));
        Data::Object(fields)
    }
}

impl Member {
    fn data(&self) -> Data<'static> {
        let mut fields = vec![("item", text(&self.item))];
        optional(&mut fields, "part", &self.part);
        optional(&mut fields, "key", if self.reversed { "-" } else { "" });
        if !crate::number::equal(self.weight, 1.0) {
            fields.push(("weight", Data::Number(self.weight)));
        }
        Data::Object(fields)
    }
}

impl Scale {
    fn data(&self) -> Data<'static> {
        Data::Object(vec![
            ("id", text(&self.id)),
            ("title", text(&self.title)),
            ("higher", text("more")),
            ("members", Data::List(self.members.iter().map(Member::data).collect())),
            ("missing", one("scored", Data::Number(1.0))),
        ])
    }
}

impl Composite {
    fn data(&self) -> Data<'static> {
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
    fn data(&self) -> Data<'static> {
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
