//! The definition file as written, format 1.
//!
//! [`parse`] turns bytes into a [`Definition`]: every field known, every value
//! of its type and within its bounds. What the parts say about each other
//! (references, expressions, curves, cut-offs) is checked where the definition
//! is consumed, in `Instrument::compile`.
//!
//! The fields are documented in the README, with the flagship instrument as the
//! complete example.

mod read;

pub(crate) use crate::cursor::{join, nth};
pub(crate) use read::parse;

/// The format this version reads and writes.
pub(crate) const FORMAT: u32 = 1;

/// A definition as written. Identifiers are well formed, not yet resolved.
#[derive(Debug, Default)]
pub(crate) struct Definition {
    pub(crate) id: String,
    pub(crate) version: String,
    pub(crate) title: String,
    pub(crate) license: String,
    pub(crate) source: Vec<Source>,
    pub(crate) about: Vec<String>,
    pub(crate) dont_know: String,
    pub(crate) roles: Vec<Role>,
    pub(crate) dimensions: Vec<Titled>,
    pub(crate) choice_sets: Vec<ChoiceSet>,
    pub(crate) items: Vec<Item>,
    pub(crate) pages: Vec<Page>,
    pub(crate) scales: Vec<Scale>,
    pub(crate) composites: Vec<Composite>,
    pub(crate) states: Vec<State>,
    pub(crate) bands: Vec<Band>,
    pub(crate) picks: Vec<Pick>,
    pub(crate) lists: Vec<List>,
    pub(crate) tallies: Vec<Tally>,
    pub(crate) notes: Vec<Note>,
    pub(crate) notes_closing: String,
    pub(crate) picture: Option<Picture>,
    pub(crate) appraisals: Vec<Appraisal>,
    pub(crate) shifts: Vec<Shift>,
    pub(crate) advice: Advice,
    pub(crate) marks: Vec<Mark>,
}

/// A work the instrument or a figure rests on.
#[derive(Clone, Debug, Default)]
pub(crate) struct Source {
    pub(crate) title: String,
    pub(crate) url: Option<String>,
}

/// A part a respondent may have; predictions are about the counterpart.
#[derive(Debug, Default)]
pub(crate) struct Role {
    pub(crate) id: String,
    pub(crate) label: String,
    pub(crate) counterpart: Option<String>,
}

/// An identifier with its title.
#[derive(Clone, Debug, Default)]
pub(crate) struct Titled {
    pub(crate) id: String,
    pub(crate) title: String,
}

/// What a choice stands for in an answer.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum ChoiceValue {
    /// A whole number, which is also its raw value.
    Number(i32),
    /// A word, an identifier without a number.
    Word(String),
}

/// One choice, part, option or row.
#[derive(Clone, Debug)]
pub(crate) struct Choice {
    pub(crate) value: ChoiceValue,
    pub(crate) label: String,
    pub(crate) points: Option<f64>,
}

/// Choices with a name, shared by items.
#[derive(Debug, Default)]
pub(crate) struct ChoiceSet {
    pub(crate) id: String,
    pub(crate) choices: Vec<Choice>,
}

/// Choices of an item: by name or written out.
#[derive(Debug)]
pub(crate) enum Choices {
    Set(String),
    Own(Vec<Choice>),
}

/// What kind of answer an item takes.
#[derive(Debug, Default)]
pub(crate) enum Kind {
    Choice(Choices),
    Number { min: f64, max: f64, step: f64, unit: String },
    Allocation { total: f64, set: String },
    Ranking { set: String },
    Grid { rows: String, set: String, missing: Missing },
    Prediction { of: String },
    /// Refused already; the rest of the item is still read for its problems.
    #[default]
    Broken,
}

/// How an answer becomes points where its own range does not say it.
#[derive(Debug, Default)]
pub(crate) struct Points {
    /// Parts of an allocation that are added up first.
    pub(crate) of: Vec<String>,
    pub(crate) curve: Vec<(f64, f64)>,
}

/// A question.
#[derive(Debug, Default)]
pub(crate) struct Item {
    pub(crate) id: String,
    pub(crate) text: String,
    pub(crate) kind: Kind,
    pub(crate) points: Option<Points>,
    pub(crate) show_if: Option<String>,
}

/// Items shown together; the optional ones stand behind a switch.
#[derive(Debug, Default)]
pub(crate) struct Page {
    pub(crate) items: Vec<String>,
    pub(crate) optional: Vec<String>,
    pub(crate) show_if: Option<String>,
}

/// An item's use in a scale.
#[derive(Debug)]
pub(crate) struct Member {
    pub(crate) item: String,
    pub(crate) part: Option<String>,
    pub(crate) reversed: bool,
    pub(crate) weight: f64,
}

/// Which share of the members must be answered.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Missing {
    pub(crate) scored: f64,
    pub(crate) provisional: f64,
}

/// A set of items and how they become one number.
#[derive(Debug)]
pub(crate) struct Scale {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) higher: String,
    pub(crate) parent: Option<String>,
    pub(crate) members: Vec<Member>,
    pub(crate) missing: Missing,
    pub(crate) wobble: Option<f64>,
}

/// A number computed from scores; with `each`, one for every dimension.
#[derive(Debug, Default)]
pub(crate) struct Composite {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) each: bool,
    pub(crate) expression: String,
    pub(crate) range: Option<(f64, f64)>,
    pub(crate) wobble: Option<f64>,
    pub(crate) percent: bool,
}

/// A verdict on a dimension; the first whose condition holds applies.
#[derive(Debug, Default)]
pub(crate) struct State {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) when: String,
    pub(crate) tone: &'static str,
    pub(crate) text: String,
}

/// A condition on a level; with `each`, one for every dimension.
#[derive(Debug, Default)]
pub(crate) struct Gate {
    pub(crate) id: String,
    pub(crate) each: bool,
    pub(crate) require: String,
    pub(crate) text: String,
}

/// A part of the range of a composite, with a name.
#[derive(Debug, Default)]
pub(crate) struct Level {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) from: f64,
    pub(crate) text: String,
    pub(crate) gates: Vec<Gate>,
}

/// A composite cut into levels.
#[derive(Debug, Default)]
pub(crate) struct Band {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) of: String,
    pub(crate) near: f64,
    pub(crate) note: String,
    pub(crate) levels: Vec<Level>,
}

/// How a pick is made.
#[derive(Debug, Default)]
pub(crate) enum Choose {
    Largest { of: String, above: Option<f64> },
    Smallest { of: String },
    LowestItem { of: String, dimension: String },
    #[default]
    Broken,
}

/// A dimension or an item chosen by its score, for texts and advice.
#[derive(Debug, Default)]
pub(crate) struct Pick {
    pub(crate) id: String,
    pub(crate) choose: Choose,
}

/// Items with a name, for expressions.
#[derive(Debug, Default)]
pub(crate) struct List {
    pub(crate) id: String,
    pub(crate) items: Vec<String>,
}

/// A count of "don't know" over a list.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    pub(crate) id: String,
    pub(crate) list: String,
}

/// A remark on the quality of the answers.
#[derive(Debug, Default)]
pub(crate) struct Note {
    pub(crate) id: String,
    pub(crate) when: String,
    pub(crate) text: String,
}

/// The picture of the result: one mark per dimension.
#[derive(Debug, Default)]
pub(crate) struct Picture {
    pub(crate) across: String,
    pub(crate) up: String,
    pub(crate) across_title: String,
    pub(crate) up_title: String,
    pub(crate) lead: String,
    pub(crate) corridor: f64,
}

/// A ranking set against a grid of grades.
#[derive(Debug, Default)]
pub(crate) struct Appraisal {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) ranking: String,
    pub(crate) grid: String,
    pub(crate) score: Option<String>,
}

/// Two allocations of the same parts, now and wanted.
#[derive(Debug, Default)]
pub(crate) struct Shift {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) now: String,
    pub(crate) now_title: String,
    pub(crate) next: String,
    pub(crate) next_title: String,
    pub(crate) score: Option<String>,
}

/// Under which dimension a recommendation counts.
#[derive(Debug, Default)]
pub(crate) enum Under {
    #[default]
    Nothing,
    Dimension(String),
    Pick(String),
}

/// Text added to a recommendation when its condition holds.
#[derive(Debug, Default)]
pub(crate) struct Variant {
    pub(crate) id: String,
    pub(crate) when: Option<String>,
    pub(crate) text: String,
}

/// A recommendation and when it applies.
#[derive(Debug, Default)]
pub(crate) struct Rule {
    pub(crate) id: String,
    pub(crate) pair: bool,
    pub(crate) when: String,
    pub(crate) under: Under,
    pub(crate) severity: Option<String>,
    pub(crate) weight: f64,
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) variants: Vec<Variant>,
    pub(crate) owner: String,
    pub(crate) first_step: String,
    pub(crate) sign: String,
}

/// The recommendations and how many are shown.
#[derive(Debug, Default)]
pub(crate) struct Advice {
    pub(crate) limit: usize,
    pub(crate) per_dimension: usize,
    pub(crate) order: Option<String>,
    pub(crate) rules: Vec<Rule>,
}

/// An external figure shown beside an item, for orientation.
#[derive(Debug, Default)]
pub(crate) struct Mark {
    pub(crate) item: String,
    pub(crate) low: Option<f64>,
    pub(crate) high: Option<f64>,
    pub(crate) text: String,
    pub(crate) source: Vec<Source>,
}
