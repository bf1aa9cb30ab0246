//! The trusted instrument: a definition that has passed the first gate.
//!
//! Of an [`Instrument`] a reader may assume: identifiers are unique and resolved
//! to indices; every scored item has points for each of its answers; curves and
//! levels ascend; expressions are typed, bounded and free of cycles, and those
//! that show items read only earlier items; every list is within
//! [`crate::limits`]. There is no other way to make one than
//! [`Instrument::compile`], and nothing in it changes afterwards.

mod compile;
mod fingerprint;
mod names;
mod report_parts;
mod resolve;

pub(crate) use crate::definition::{ChoiceValue, Missing, Source, Titled};
use crate::expression::Expression;

/// A checked instrument, ready for any number of responses.
#[derive(Debug)]
pub struct Instrument {
    pub(crate) id: String,
    pub(crate) version: String,
    pub(crate) title: String,
    pub(crate) license: String,
    pub(crate) source: Vec<Source>,
    pub(crate) about: Vec<String>,
    pub(crate) dont_know: String,
    pub(crate) fingerprint: u32,
    pub(crate) roles: Vec<Role>,
    pub(crate) dimensions: Vec<Titled>,
    pub(crate) items: Vec<Item>,
    /// The items in the order they are asked; those on no page are not in it.
    pub(crate) sequence: Vec<usize>,
    pub(crate) lists: Vec<List>,
    pub(crate) scales: Vec<Scale>,
    pub(crate) composites: Vec<Composite>,
    pub(crate) bands: Vec<Band>,
    /// The order in which composites and bands can be computed.
    pub(crate) order: Vec<Step>,
    pub(crate) states: Vec<State>,
    pub(crate) picks: Vec<Pick>,
    pub(crate) tallies: Vec<Tally>,
    pub(crate) notes: Vec<Note>,
    pub(crate) notes_closing: String,
    pub(crate) picture: Option<Picture>,
    pub(crate) appraisals: Vec<Appraisal>,
    pub(crate) shifts: Vec<Shift>,
    pub(crate) advice: Advice,
    pub(crate) marks: Vec<Mark>,
}

#[derive(Debug)]
pub(crate) struct Role {
    pub(crate) id: String,
    pub(crate) label: String,
    pub(crate) counterpart: Option<usize>,
}

/// A choice, part, option or row.
#[derive(Clone, Debug)]
pub(crate) struct Choice {
    pub(crate) value: ChoiceValue,
    pub(crate) label: String,
    /// 0..100, in the direction of the choice values; `None` for bare words.
    pub(crate) points: Option<f64>,
}

impl Choice {
    /// The raw value of a choice that is a number.
    pub(crate) fn number(&self) -> Option<f64> {
        match self.value {
            ChoiceValue::Number(n) => Some(f64::from(n)),
            ChoiceValue::Word(_) => None,
        }
    }

    /// The value as text, as it stands in an answers document.
    pub(crate) fn id(&self) -> String {
        match &self.value {
            ChoiceValue::Number(n) => n.to_string(),
            ChoiceValue::Word(word) => word.clone(),
        }
    }
}

#[derive(Debug)]
pub(crate) enum Kind {
    Choice { choices: Vec<Choice> },
    Number { min: f64, max: f64, step: f64, unit: String },
    Allocation { total: f64, parts: Vec<Choice> },
    Ranking { options: Vec<Choice> },
    Grid { rows: Vec<Choice>, choices: Vec<Choice>, missing: Missing },
}

/// How a number becomes points.
#[derive(Debug)]
pub(crate) struct Curve {
    /// Parts of an allocation that are added up first.
    pub(crate) of: Vec<usize>,
    pub(crate) points: Vec<(f64, f64)>,
}

#[derive(Debug)]
pub(crate) struct Item {
    pub(crate) id: String,
    pub(crate) text: String,
    pub(crate) kind: Kind,
    pub(crate) curve: Option<Curve>,
    /// All must hold for the item to be asked.
    pub(crate) shown: Vec<Expression>,
    /// The item this one guesses the counterpart's answer to.
    pub(crate) mirrors: Option<usize>,
    /// Stands behind a switch.
    pub(crate) optional: bool,
    /// Enters a scale.
    pub(crate) scored: bool,
}

#[derive(Debug)]
pub(crate) struct List {
    pub(crate) id: String,
    pub(crate) items: Vec<usize>,
}

#[derive(Clone, Debug)]
pub(crate) struct Member {
    pub(crate) item: usize,
    /// The row of a grid.
    pub(crate) part: Option<usize>,
    pub(crate) reversed: bool,
    pub(crate) weight: f64,
}

#[derive(Debug)]
pub(crate) struct Scale {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) higher: String,
    pub(crate) dimension: Option<usize>,
    pub(crate) parent: Option<usize>,
    /// Its own and those of the scales below it.
    pub(crate) members: Vec<Member>,
    pub(crate) missing: Missing,
    pub(crate) wobble: Option<f64>,
}

#[derive(Debug)]
pub(crate) struct Composite {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) dimension: Option<usize>,
    pub(crate) expression: Expression,
    pub(crate) range: Option<(f64, f64)>,
    pub(crate) wobble: Option<f64>,
    pub(crate) percent: bool,
}

#[derive(Debug)]
pub(crate) struct Gate {
    pub(crate) id: String,
    pub(crate) text: String,
    /// With the dimension each condition is about.
    pub(crate) require: Vec<(Option<usize>, Expression)>,
}

#[derive(Debug)]
pub(crate) struct Level {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) from: f64,
    pub(crate) text: String,
    pub(crate) gates: Vec<Gate>,
}

#[derive(Debug)]
pub(crate) struct Band {
    pub(crate) id: String,
    pub(crate) title: String,
    /// A composite.
    pub(crate) of: usize,
    pub(crate) near: f64,
    pub(crate) note: String,
    pub(crate) levels: Vec<Level>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    Composite(usize),
    Band(usize),
}

#[derive(Debug)]
pub(crate) struct State {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) tone: &'static str,
    pub(crate) text: String,
    /// One condition per dimension.
    pub(crate) when: Vec<Expression>,
}

/// A scale or a composite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scored {
    Scale(usize),
    Composite(usize),
}

#[derive(Debug)]
pub(crate) enum Choose {
    /// The dimension with the largest of these numbers, one per dimension.
    Largest { of: Vec<Scored>, above: Option<f64> },
    /// The dimension with the smallest of these numbers.
    Smallest { of: Vec<Scored> },
    /// The answered member with the fewest points, of the scale that belongs
    /// to the dimension an earlier pick chose.
    LowestItem { of: Vec<usize>, pick: usize },
}

#[derive(Debug)]
pub(crate) struct Pick {
    pub(crate) id: String,
    pub(crate) choose: Choose,
}

#[derive(Debug)]
pub(crate) struct Tally {
    pub(crate) id: String,
    pub(crate) list: usize,
}

#[derive(Debug)]
pub(crate) struct Note {
    pub(crate) id: String,
    pub(crate) when: Expression,
    pub(crate) text: String,
}

#[derive(Debug)]
pub(crate) struct Picture {
    /// One scale per dimension.
    pub(crate) across: Vec<usize>,
    pub(crate) up: Vec<usize>,
    pub(crate) across_title: String,
    pub(crate) up_title: String,
    /// One composite per dimension.
    pub(crate) lead: Vec<usize>,
    pub(crate) corridor: f64,
}

#[derive(Debug)]
pub(crate) struct Appraisal {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) ranking: usize,
    pub(crate) grid: usize,
    pub(crate) score: Option<usize>,
}

#[derive(Debug)]
pub(crate) struct Shift {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) now: usize,
    pub(crate) now_title: String,
    pub(crate) next: usize,
    pub(crate) next_title: String,
    pub(crate) score: Option<usize>,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum Under {
    Nothing,
    Dimension(usize),
    Pick(usize),
}

#[derive(Debug)]
pub(crate) struct Variant {
    pub(crate) id: String,
    pub(crate) when: Option<Expression>,
    pub(crate) text: String,
}

#[derive(Debug)]
pub(crate) struct Rule {
    pub(crate) id: String,
    pub(crate) pair: bool,
    pub(crate) when: Expression,
    pub(crate) under: Under,
    pub(crate) severity: Option<Expression>,
    pub(crate) weight: f64,
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) variants: Vec<Variant>,
    pub(crate) owner: String,
    pub(crate) first_step: String,
    pub(crate) sign: String,
}

#[derive(Debug, Default)]
pub(crate) struct Advice {
    pub(crate) limit: usize,
    pub(crate) per_dimension: usize,
    /// One number per dimension, by which equal priorities are ordered.
    pub(crate) order: Vec<Scored>,
    pub(crate) rules: Vec<Rule>,
}

#[derive(Debug)]
pub(crate) struct Mark {
    pub(crate) item: usize,
    pub(crate) low: Option<f64>,
    pub(crate) high: Option<f64>,
    pub(crate) text: String,
    pub(crate) source: Vec<Source>,
}
