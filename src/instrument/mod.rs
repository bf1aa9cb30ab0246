//! The trusted instrument: a definition that has passed the first gate.
//!
//! Of an [`Instrument`] a reader may assume: identifiers are unique and resolved
//! to indices; every scored item has points for each of its answers; curves and
//! levels ascend; expressions are typed, bounded and free of cycles, and those
//! that show items read only earlier items; every list is within
//! [`crate::limits`]. One is made by [`Instrument::compile`], or read from the
//! compiled form that it has written, and nothing in it changes afterwards.
//!
//! What decides a number is resolved into types. Words stay where the author
//! wrote them, in the checked document, and are looked up when they are shown.

mod compile;
mod compiled;
mod fingerprint;
mod group;
mod hash;
mod items;
mod names;
mod parts;
mod together;
mod wide;
mod written;

use crate::data::{Data, object};
use crate::expression::Expression;
use crate::json::{Node, Value};
use crate::number::brief;
use crate::text::joined;
#[cfg(feature = "wide")]
pub(crate) use wide::{Drawn, Norm, Pool, Standing, Target};
pub(crate) use wide::{Given, Key, Quiz, Wide};

/// A checked instrument, ready for any number of responses.
#[derive(Clone, Debug, Default)]
pub struct Instrument {
    /// The definition, for its words.
    pub(crate) words: Node,
    /// Over everything that can change a number.
    pub(crate) fingerprint: u32,
    /// By role, the role of the counterpart.
    pub(crate) counterparts: Vec<Option<usize>>,
    pub(crate) items: Vec<Item>,
    /// The items in the order they are asked; those on no page are not in it.
    pub(crate) sequence: Vec<usize>,
    /// By list, its items.
    pub(crate) lists: Vec<Vec<usize>>,
    pub(crate) scales: Vec<Scale>,
    pub(crate) composites: Vec<Composite>,
    /// Nodes of their expressions: the work of computing all of them once.
    pub(crate) nodes: usize,
    pub(crate) bands: Vec<Band>,
    /// The order in which composites and bands can be computed.
    pub(crate) order: Vec<Step>,
    /// By state, its condition in each dimension.
    pub(crate) states: Vec<Vec<Expression>>,
    pub(crate) picks: Vec<Pick>,
    /// By tally, its list.
    pub(crate) tallies: Vec<usize>,
    /// By note, its condition.
    pub(crate) notes: Vec<Expression>,
    pub(crate) picture: Option<Picture>,
    pub(crate) appraisals: Vec<Pair>,
    pub(crate) shifts: Vec<Pair>,
    /// One number per dimension, by which equal priorities are ordered.
    pub(crate) tie: Vec<Scored>,
    pub(crate) rules: Vec<Rule>,
    /// Recommendations shown at most, and per dimension.
    pub(crate) limit: usize,
    pub(crate) per_dimension: usize,
    /// By mark, its item.
    pub(crate) marks: Vec<usize>,
    /// How two people's answers are compared.
    pub(crate) pair: Option<Together>,
    /// How one person's answers are compared with earlier ones.
    pub(crate) change: Option<Limits>,
    pub(crate) group: Grouping,
    /// Composites and items that should agree, if the instrument measures what it is
    /// meant to.
    pub(crate) calibration: Vec<(usize, usize)>,
    pub(crate) quiz: Option<Quiz>,
    #[cfg(feature = "wide")]
    pub(crate) standing: Standing,
    #[cfg(feature = "wide")]
    pub(crate) drawn: Drawn,
    /// The items whose answers stand in texts.
    #[cfg(feature = "wide")]
    pub(crate) piped: Vec<usize>,
}

impl Instrument {
    /// The fingerprint as it is shown: eight digits to the base 16.
    pub(crate) fn mark(&self) -> String {
        hexadecimal(self.fingerprint)
    }

    /// The entry `n` of a list of the definition.
    pub(crate) fn entry(&self, list: &str, n: usize) -> &Node {
        self.words.get(list).entry(n)
    }

    /// The text of a field of such an entry.
    pub(crate) fn word(&self, list: &str, n: usize, field: &str) -> &str {
        self.entry(list, n).get(field).text()
    }

    /// A field of such an entry, for a reply.
    pub(crate) fn part(&self, list: &str, n: usize, field: &str) -> Data<'_> {
        Data::of(self.entry(list, n), field)
    }

    /// The identifier of a composite: `lead.demand` for the copy of `lead` in a
    /// dimension.
    pub(crate) fn composite_id(&self, n: usize) -> String {
        let Some(composite) = self.composites.get(n) else { return String::new() };
        let id = self.word("composites", composite.entry, "id");
        match composite.dimension {
            Some(d) => joined(&[id, ".", self.word("dimensions", d, "id")]),
            None => id.into(),
        }
    }

    /// Which instrument, which edition, and what decides its scores: `Identity`.
    pub(crate) fn identity(&self) -> Data<'_> {
        object! { &self.words, ["id", "version", "title"], "fingerprint" => self.mark() }
    }

    /// The items in the order in which they are asked.
    #[cfg(not(feature = "wide"))]
    pub(crate) fn asked(&self, _: u32) -> &[usize] {
        &self.sequence
    }

    /// Whether a seed decides what is asked, or in which order.
    #[cfg_attr(not(feature = "wide"), expect(clippy::unused_self, reason = "this build knows no draws"))]
    pub(crate) fn is_drawn(&self) -> bool {
        #[cfg(feature = "wide")]
        return self.drawn.is_any();
        #[cfg(not(feature = "wide"))]
        false
    }

    /// The number of dimensions.
    pub(crate) fn dimensions(&self) -> usize {
        self.words.get("dimensions").list().len()
    }

    /// The identifier of a dimension.
    pub(crate) fn dimension_id(&self, dimension: Option<usize>) -> Data<'_> {
        dimension.map_or(Data::Null, |d| self.part("dimensions", d, "id"))
    }

    /// Identifier and title of a dimension.
    pub(crate) fn dimension(&self, dimension: Option<usize>) -> Data<'_> {
        dimension.map_or(Data::Null, |d| object! { self.entry("dimensions", d), ["id", "title"], })
    }

    /// The choices, parts, options or rows behind some options.
    pub(crate) fn choices(&self, options: &Options) -> &[Node] {
        let holder = match options.from {
            From::Item(n) => own(self.entry("items", n)),
            From::Set(n) => self.entry("choice_sets", n),
        };
        holder.get("choices").list()
    }

    /// The label of one of them.
    pub(crate) fn label(&self, options: &Options, n: usize) -> &str {
        self.choices(options).get(n).map_or("", |node| node.get("label").text())
    }

    /// The raw value of one of them, if it is a number.
    pub(crate) fn number(&self, options: &Options, n: usize) -> Option<f64> {
        self.choices(options).get(n)?.get("value").number()
    }

    /// The position in `others` of the option `n` of `options`.
    pub(crate) fn same_option(&self, options: &Options, n: usize, others: &Options) -> Option<usize> {
        if options.from == others.from {
            return Some(n);
        }
        let id = self.value(options, n);
        self.choices(others).iter().position(|other| value(other) == id)
    }

    /// The value of one of them, as it stands in an answers document.
    pub(crate) fn value(&self, options: &Options, n: usize) -> String {
        self.choices(options).get(n).map(value).unwrap_or_default()
    }
}

/// A fingerprint as eight small hexadecimal digits.
pub(crate) fn hexadecimal(fingerprint: u32) -> String {
    let digit = |n: u32| char::from_digit((fingerprint >> (4 * n)) & 15, 16).unwrap_or('0');
    (0..8).rev().map(digit).collect()
}

/// The value of a choice as text.
pub(crate) fn value(choice: &Node) -> String {
    match &choice.get("value").value {
        Value::Number(x) => brief(*x),
        other => {
            if let Value::Text(text) = other {
                text.clone()
            } else {
                String::new()
            }
        }
    }
}

/// What holds the choices of an item that shares them with no other.
fn own(item: &Node) -> &Node {
    item.get("kind").inner()
}

/// Where options are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum From {
    /// With an item.
    Item(usize),
    /// In a choice set.
    Set(usize),
}

/// Choices, parts, options or rows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Options {
    pub(crate) from: From,
    /// Points 0..100 of each, in the direction of the values; none for words.
    pub(crate) points: Vec<Option<f64>>,
}

impl Default for From {
    fn default() -> Self {
        From::Item(0)
    }
}

impl Options {
    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.points.len()
    }

    pub(crate) fn all_points(&self) -> bool {
        self.points.iter().all(Option::is_some)
    }
}

/// The share of members that must be answered.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Missing {
    pub(crate) scored: f64,
    pub(crate) provisional: f64,
    #[cfg(feature = "wide")]
    pub(crate) zero: bool,
}

impl Missing {
    /// Whether what is not answered has no points, instead of being left out.
    #[cfg_attr(not(feature = "wide"), expect(clippy::unused_self, reason = "this build knows no such rule"))]
    pub(crate) fn is_zero(self) -> bool {
        #[cfg(feature = "wide")]
        return self.zero;
        #[cfg(not(feature = "wide"))]
        false
    }
}

#[derive(Clone, Debug)]
pub(crate) enum Kind {
    Choice(Options),
    Number {
        min: f64,
        max: f64,
        step: f64,
    },
    Allocation {
        total: f64,
        parts: Options,
    },
    Ranking(Options),
    Grid {
        rows: Options,
        choices: Options,
        missing: Missing,
    },
    #[cfg_attr(not(feature = "wide"), expect(dead_code, reason = "this build knows none of them"))]
    Wide(Wide),
}

impl Default for Kind {
    fn default() -> Self {
        Kind::Number { min: 0.0, max: 1.0, step: 1.0 }
    }
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Item {
    pub(crate) kind: Kind,
    /// Corners of the line from a number to points.
    pub(crate) curve: Vec<(f64, f64)>,
    /// Parts of an allocation that are added up for the curve.
    pub(crate) of: Vec<usize>,
    /// All must hold for the item to be asked.
    pub(crate) shown: Vec<Expression>,
    /// What is correct, where that decides its points.
    pub(crate) key: Option<Key>,
    /// The item this one guesses the counterpart's answer to.
    pub(crate) mirrors: Option<usize>,
    /// Stands behind a switch.
    pub(crate) optional: bool,
    /// Enters a scale.
    pub(crate) scored: bool,
}

impl Item {
    /// Whether each of its answers has points.
    pub(crate) fn has_points(&self) -> bool {
        match &self.kind {
            Kind::Choice(options) => options.all_points(),
            Kind::Number { .. } => true,
            Kind::Allocation { .. } => !self.curve.is_empty(),
            Kind::Ranking(_) | Kind::Grid { .. } => self.key.is_some(),
            Kind::Wide(wide) => wide.has_points(self.key.as_ref()),
        }
    }

    /// Whether it is something to answer that belongs to how far one has come.
    pub(crate) fn is_asked(&self) -> bool {
        if let Kind::Wide(wide) = &self.kind { wide.is_asked() } else { true }
    }

    /// The fewest points that an answer can have, not above 0.
    #[cfg(feature = "wide")]
    pub(crate) fn least(&self) -> f64 {
        match &self.kind {
            Kind::Choice(options) => options.points.iter().flatten().fold(0.0, |least, points| points.min(least)),
            Kind::Wide(wide) => wide.least(),
            _ => 0.0,
        }
    }
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Member {
    pub(crate) item: usize,
    /// The row of a grid.
    pub(crate) part: Option<usize>,
    pub(crate) reversed: bool,
    pub(crate) weight: f64,
    /// Roles for which it counts for more or less.
    #[cfg(feature = "wide")]
    pub(crate) by_role: Vec<(usize, f64)>,
}

impl Member {
    /// Points 0..100 of its item in the direction of the scale.
    pub(crate) fn keyed(&self, points: f64) -> f64 {
        if self.reversed { 100.0 - points } else { points }
    }

    /// Its weight for a respondent of a role.
    #[cfg_attr(not(feature = "wide"), expect(unused_variables, reason = "this build knows one weight"))]
    pub(crate) fn weight_for(&self, role: Option<usize>) -> f64 {
        #[cfg(feature = "wide")]
        if let Some((_, weight)) = self.by_role.iter().find(|(known, _)| Some(*known) == role) {
            return *weight;
        }
        self.weight
    }

    /// Whether its weight depends on who answers.
    #[cfg_attr(not(feature = "wide"), expect(clippy::unused_self, reason = "this build knows one weight"))]
    pub(crate) fn has_roles(&self) -> bool {
        #[cfg(feature = "wide")]
        return !self.by_role.is_empty();
        #[cfg(not(feature = "wide"))]
        false
    }
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Scale {
    pub(crate) dimension: Option<usize>,
    pub(crate) parent: Option<usize>,
    /// Its own and those of the scales below it.
    pub(crate) members: Vec<Member>,
    pub(crate) missing: Missing,
    pub(crate) wobble: Option<f64>,
    #[cfg(feature = "wide")]
    pub(crate) negative: bool,
}

impl Scale {
    /// Whether an answer can take points away.
    #[cfg_attr(not(feature = "wide"), expect(clippy::unused_self, reason = "this build knows no such rule"))]
    pub(crate) fn is_negative(&self) -> bool {
        #[cfg(feature = "wide")]
        return self.negative;
        #[cfg(not(feature = "wide"))]
        false
    }
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Composite {
    /// The entry of the definition.
    pub(crate) entry: usize,
    pub(crate) dimension: Option<usize>,
    pub(crate) expression: Expression,
    pub(crate) range: (f64, f64),
    pub(crate) wobble: Option<f64>,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Level {
    pub(crate) from: f64,
    /// By gate, its conditions, each with the dimension it is about.
    pub(crate) gates: Vec<Vec<(Option<usize>, Expression)>>,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Band {
    /// A composite.
    pub(crate) of: usize,
    pub(crate) near: f64,
    pub(crate) levels: Vec<Level>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    Composite(usize),
    Band(usize),
}

impl Default for Step {
    fn default() -> Self {
        Step::Composite(0)
    }
}

/// A scale or a composite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scored {
    Scale(usize),
    Composite(usize),
}

impl Default for Scored {
    fn default() -> Self {
        Scored::Scale(0)
    }
}

#[derive(Clone, Debug)]
pub(crate) enum Pick {
    /// The dimension with the largest of these numbers, one per dimension, if
    /// it is above a limit; with the smallest where `smallest`.
    Dimension { of: Vec<Scored>, smallest: bool, above: Option<f64> },
    /// The answered member with the fewest points, of the scale that belongs
    /// to the dimension an earlier pick chose.
    LowestItem { of: Vec<Scored>, pick: usize },
}

impl Default for Pick {
    fn default() -> Self {
        Pick::Dimension { of: Vec::new(), smallest: false, above: None }
    }
}

/// By dimension: what stands across, up, and their difference.
#[derive(Clone, Debug, Default)]
pub(crate) struct Picture {
    pub(crate) across: Vec<Scored>,
    pub(crate) up: Vec<Scored>,
    pub(crate) lead: Vec<Scored>,
}

/// Two items that are read together, and a composite about them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pair {
    pub(crate) first: usize,
    pub(crate) second: usize,
    pub(crate) score: Option<usize>,
}

#[derive(Clone, Copy, Debug, Default)]
pub(crate) enum Under {
    #[default]
    Nothing,
    Dimension(usize),
    Pick(usize),
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Rule {
    pub(crate) pair: bool,
    pub(crate) when: Expression,
    pub(crate) under: Under,
    pub(crate) severity: Option<Expression>,
    pub(crate) weight: f64,
    /// By variant, its condition.
    pub(crate) variants: Vec<Option<Expression>>,
}

/// From which mean difference on a gap is worth asking about, and clear.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Gaps {
    /// The share of items, 0..1, that both must have answered.
    pub(crate) common: f64,
    /// In points.
    pub(crate) ask: f64,
    pub(crate) clear: f64,
}

/// When two profiles are close, and what their distance comes from.
#[derive(Clone, Debug, Default)]
pub(crate) struct Likeness {
    /// The share of scored items, 0..1, that both must have answered.
    pub(crate) common: f64,
    /// Scales on which few points are good.
    pub(crate) turned: Vec<usize>,
    /// Points apart, in the mean of squares, below which profiles are close.
    pub(crate) close: f64,
    /// From which share of the distance on it comes from one part.
    pub(crate) share: f64,
}

/// How two people's answers are compared.
#[derive(Clone, Debug, Default)]
pub(crate) struct Together {
    pub(crate) scales: Gaps,
    /// Over a list of items.
    pub(crate) overall: Option<(usize, Gaps)>,
    /// Points from which on two answers are two steps apart.
    pub(crate) two_steps: f64,
    pub(crate) similarity: Option<Likeness>,
    /// The ranking that is compared.
    pub(crate) ranking: Option<usize>,
    /// The entry of `shifts` that is compared.
    pub(crate) shift: Option<usize>,
    /// The list whose "don't know" answers are counted.
    pub(crate) visibility: Option<usize>,
    /// Points up to which two answers are near, and from which on they are far apart.
    pub(crate) guesses: Option<(f64, f64)>,
    /// Rules that apply to a pair only if they apply to both.
    pub(crate) both: Vec<usize>,
}

/// Above which difference a score has moved.
#[derive(Clone, Debug, Default)]
pub(crate) struct Limits {
    /// The share of a scale's items, 0..1, that must be answered both times.
    pub(crate) common: f64,
    pub(crate) limits: Vec<(Scored, f64)>,
}

/// Roles that are compared, each once: the first side less the second.
pub(crate) type Sides = (Vec<usize>, Vec<usize>);

/// How groups are shown.
#[derive(Clone, Debug, Default)]
pub(crate) struct Grouping {
    /// Fewest answers a figure rests on: of people who open their sheets together,
    /// and of people nobody knows.
    pub(crate) cells: (usize, usize),
    pub(crate) sides: Option<Sides>,
    /// The scales on which sides are compared.
    pub(crate) compared: Vec<usize>,
}
