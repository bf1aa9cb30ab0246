//! A draft as the text of a definition.

use super::choices::{self, Choice};
use super::draft::{Band, Composite, Draft, Kind, Page};
use super::report::Report;
use super::{identifiers, written};
use crate::data::Data;
use crate::limits;
use crate::text::joined;
use parts::{Set, optional_list};
use std::collections::BTreeMap;

mod correct;
mod parts;

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
        optional_list(
            &mut fields,
            "scales",
            self.scales.iter().map(|scale| scale.data(scale.id == self.quiz)).collect(),
        );
        optional_list(&mut fields, "composites", self.composites.iter().map(Composite::data).collect());
        optional_list(&mut fields, "bands", self.bands.iter().map(Band::data).collect());
        if !self.quiz.is_empty() {
            fields.push(("quiz", Data::Object(vec![("scale", text(&self.quiz))])));
        }
        written::json(&Data::Object(fields))
    }

    /// Fills in what a definition needs and the source does not say.
    fn decide(&mut self, report: &mut Report) {
        if self.title.is_empty() {
            self.title = "Untitled".into();
            report.assumed("", &["the source has no title: write one"]);
        }
        let code = |c: char| c.is_ascii_alphanumeric() || c == '-';
        if self.language.is_empty() || self.language.len() > limits::ID || !self.language.chars().all(code) {
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
        if !self.quiz.is_empty() {
            report.assumed("", &["a question that is left open has no marks (`missing`)"]);
        }
        if self.scales.iter().any(|scale| scale.id != self.quiz) {
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
                Kind::Choice(choices) | Kind::Multiple(choices, _) => (vec![choices], false),
                Kind::Ranking(choices) => (vec![choices], true),
                Kind::Grid { rows, choices } => (vec![rows, choices], true),
                Kind::Number { .. } | Kind::Text | Kind::Note | Kind::Info => (vec![], false),
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
