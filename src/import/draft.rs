//! A definition in the making, the same for all formats.

use super::choices::{Choice, Value};
use super::identifiers::Identifiers;
use super::pipes::{self, Braces};
use super::plain;
use super::report::Report;
use super::translate::Subject;
use crate::limits;
use crate::text::joined;
use std::collections::BTreeMap;

/// What an item asks for.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Kind {
    Choice(Vec<Choice>),
    /// Several choices, at most so many.
    Multiple(Vec<Choice>, Option<usize>),
    Number {
        min: f64,
        max: f64,
        step: Option<f64>,
        unit: String,
    },
    Ranking(Vec<Choice>),
    Grid {
        rows: Vec<Choice>,
        choices: Vec<Choice>,
    },
    /// A few words that are compared with accepted ones.
    Text,
    /// Words that are not scored.
    Note,
    /// Nothing to answer.
    #[default]
    Info,
}

impl Kind {
    /// Whether there is an answer of which something can be right.
    pub(crate) fn is_answered(&self) -> bool {
        !matches!(self, Kind::Note | Kind::Info)
    }
}

/// An answer that is accepted, the share of the marks it has, 0..100, and what is
/// said of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Accepted<T> {
    pub(crate) answer: T,
    pub(crate) points: f64,
    pub(crate) feedback: String,
}

/// What is right. `whole`: all of it, or nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Correct {
    /// Nothing, or the points of the choices say it.
    #[default]
    Unsaid,
    /// The points of the choices say it, and their sum may fall below 0 down to this.
    Floor(f64),
    Choices {
        values: Vec<Value>,
        whole: bool,
    },
    Texts {
        texts: Vec<Accepted<String>>,
        case: bool,
    },
    /// Value, and how far from it an answer may be.
    Numbers(Vec<Accepted<(f64, f64)>>),
    Order {
        values: Vec<Value>,
        whole: bool,
    },
    /// Row and choice.
    Pairs {
        pairs: Vec<(Value, Value)>,
        whole: bool,
    },
}

/// What is said of an answer.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Feedback {
    pub(crate) right: String,
    pub(crate) partly: String,
    pub(crate) wrong: String,
}

/// A question.
#[derive(Clone, Debug, Default)]
pub(crate) struct Item {
    pub(crate) id: String,
    /// Its name in the source, by which conditions name it.
    pub(crate) source: String,
    pub(crate) text: String,
    pub(crate) help: String,
    pub(crate) kind: Kind,
    pub(crate) show_if: String,
    pub(crate) correct: Correct,
    pub(crate) feedback: Feedback,
    pub(crate) hints: Vec<String>,
    /// A picture as a `data:` address, and what it shows in words.
    pub(crate) image: Option<(String, String)>,
}

/// A page; one without items is not written.
#[derive(Clone, Debug, Default)]
pub(crate) struct Page {
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) items: Vec<String>,
}

/// A member of a scale.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Member {
    pub(crate) item: String,
    /// The row of a grid, `""` for a whole item.
    pub(crate) part: String,
    pub(crate) reversed: bool,
    pub(crate) weight: f64,
}

#[derive(Clone, Debug)]
pub(crate) struct Scale {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) members: Vec<Member>,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Composite {
    pub(crate) id: String,
    pub(crate) title: String,
    /// Whether there is one for each dimension.
    pub(crate) each: bool,
    pub(crate) expression: String,
    pub(crate) range: Option<(f64, f64)>,
}

/// A level: title, lower end, text.
pub(crate) type Level = (String, f64, String);

#[derive(Clone, Debug)]
pub(crate) struct Band {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) of: String,
    pub(crate) levels: Vec<Level>,
}

/// A definition in the making.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    /// Name of the instrument, from which its identifier is made.
    pub(crate) name: String,
    pub(crate) title: String,
    pub(crate) language: String,
    pub(crate) license: String,
    pub(crate) intro: Vec<String>,
    /// Identifier and title.
    pub(crate) dimensions: Vec<(String, String)>,
    pub(crate) items: Vec<Item>,
    pub(crate) pages: Vec<Page>,
    pub(crate) scales: Vec<Scale>,
    /// The scale that is the score of a quiz, `""` for none: what is open has no marks there.
    pub(crate) quiz: String,
    pub(crate) composites: Vec<Composite>,
    pub(crate) bands: Vec<Band>,
    /// The names that expressions read.
    pub(crate) names: Identifiers,
    /// Whether texts of the source hold markup.
    pub(crate) markup: bool,
    /// What braces in its texts mean.
    pub(crate) braces: Braces,
    /// What conditions of the source may name: questions asked so far.
    pub(crate) subjects: BTreeMap<String, Subject>,
    /// Formulas of the source by name, with the composites they have become.
    pub(crate) computed: BTreeMap<String, String>,
}

impl Draft {
    /// Whether there is nothing to ask.
    pub(crate) fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Whether there are already more items than an instrument may have: it will
    /// be refused, and nothing more needs to be read.
    pub(crate) fn is_full(&self) -> bool {
        self.items.len() > limits::ITEMS
    }

    /// A text of the source, fit for a text of a definition.
    pub(crate) fn text(&self, raw: &str, at: &str, report: &mut Report) -> String {
        plain::text(raw, self.markup, limits::TEXT, "", at, report)
    }

    /// A text of the source, fit for a title; `otherwise` where there is none.
    pub(crate) fn label(&self, raw: &str, otherwise: &str, at: &str, report: &mut Report) -> String {
        plain::text(raw, self.markup, limits::TITLE, otherwise, at, report)
    }

    /// A text of the question that comes next, in which earlier answers can stand.
    pub(crate) fn told(&self, raw: &str, at: &str, report: &mut Report) -> String {
        pipes::told(self.text(raw, at, report), limits::TEXT, self, false, at, report)
    }

    /// A text above the questions of the page that comes next.
    pub(crate) fn told_above(&self, raw: &str, at: &str, report: &mut Report) -> String {
        pipes::told(self.text(raw, at, report), limits::TEXT, self, true, at, report)
    }

    /// The title of that page.
    pub(crate) fn told_title(&self, raw: &str, at: &str, report: &mut Report) -> String {
        pipes::told(self.label(raw, "", at, report), limits::TITLE, self, true, at, report)
    }

    /// Adds an item to the last page.
    pub(crate) fn ask(&mut self, item: Item) {
        if self.pages.is_empty() {
            self.pages.push(Page::default());
        }
        if let Some(page) = self.pages.last_mut() {
            page.items.push(item.id.clone());
        }
        let subject = Subject { item: self.items.len(), row: None };
        if !item.source.is_empty() {
            self.subjects.insert(item.source.clone(), subject);
        }
        if let Kind::Grid { rows, .. } = &item.kind {
            for (n, row) in rows.iter().enumerate() {
                // SurveyJS names rows with a dot, LimeSurvey with a low line.
                for between in [".", "_"] {
                    let name = joined(&[&item.source, between, &row.source]);
                    self.subjects.insert(name, Subject { row: Some(n), ..subject });
                }
            }
        }
        self.items.push(item);
    }
}
