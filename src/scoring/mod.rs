//! Scoring: a response in, an outcome out, no way to fail.
//!
//! A scale is the weighted mean of its members' points, each turned round where
//! its key says so. What is missing is left out of the mean and widens the
//! bounds; too much of it leaves the scale without a value. Everything else is
//! computed from the scales by the expressions of the definition.

mod band;
mod placing;
mod scale;
mod score;

pub(crate) use band::{Placement, level_of};
pub(crate) use placing::Placing;
pub(crate) use scale::{ScaleScore, Weighed, keyed, score as scale_score};
pub(crate) use score::{Status, composite_view, scale_view};

use crate::expression::{Expression, Facts, Name, Number, Quantity, Truth, evaluate, truth};
use crate::instrument::{Instrument, Kind, Scored, Step};
use crate::number::{at_least, centroid_weight, count, sum};
use crate::response::{self, Answer, Response};

/// Raised when the same answers to the same definition give another number.
pub const SCORING_VERSION: u32 = 2;

/// All numbers of one response.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) scales: Vec<ScaleScore>,
    pub(crate) derived: Derived,
    /// By dimension: the state that applies.
    pub(crate) states: Vec<Option<usize>>,
    /// Quality notes that apply.
    pub(crate) notes: Vec<usize>,
}

/// What follows from the scales.
#[derive(Clone, Debug)]
pub(crate) struct Derived {
    pub(crate) scales: Vec<Number>,
    pub(crate) composites: Vec<Number>,
    pub(crate) bands: Vec<Option<Placement>>,
}

/// The scales of a response and what follows from them.
pub(crate) fn numbers(instrument: &Instrument, response: &Response) -> (Vec<ScaleScore>, Derived) {
    let (mut scales, mut numbers) = (Vec::new(), Vec::new());
    for scale in &instrument.scales {
        let score = scale_score(instrument, response, scale);
        numbers.push(score.number());
        scales.push(score);
    }
    (scales, derive(instrument, response, numbers))
}

/// Scores a response.
pub(crate) fn score(instrument: &Instrument, response: &Response) -> Outcome {
    let (scales, derived) = numbers(instrument, response);
    let view = View { instrument, response, derived: &derived, fired_before: 0 };
    let holds = |e: &Expression| truth(&e.root, &view) == Truth::Yes;
    let mut states = Vec::new();
    for d in 0..instrument.dimensions() {
        states.push(instrument.states.iter().position(|when| when.get(d).is_some_and(holds)));
    }
    let mut notes = Vec::new();
    for (n, note) in instrument.notes.iter().enumerate() {
        if holds(note) {
            notes.push(n);
        }
    }
    Outcome { scales, derived, states, notes }
}

/// Computes composites and bands from the numbers of the scales.
pub(crate) fn derive(instrument: &Instrument, response: &Response, scales: Vec<Number>) -> Derived {
    let mut derived = Derived { scales, composites: Vec::new(), bands: Vec::new() };
    instrument.composites.iter().for_each(|_| derived.composites.push(None));
    instrument.bands.iter().for_each(|_| derived.bands.push(None));
    for step in &instrument.order {
        let view = View { instrument, response, derived: &derived, fired_before: 0 };
        match step {
            Step::Composite(n) => {
                let Some(composite) = instrument.composites.get(*n) else { continue };
                let number = evaluate(&composite.expression, &view).map(|x| within(x, composite.range));
                if let Some(slot) = derived.composites.get_mut(*n) {
                    *slot = number;
                }
            }
            Step::Band(n) => {
                let Some(band) = instrument.bands.get(*n) else { continue };
                let placement = derived.composites.get(band.of).copied().flatten().map(|x| band::place(band, x, &view));
                if let Some(slot) = derived.bands.get_mut(*n) {
                    *slot = placement;
                }
            }
        }
    }
    derived
}

/// Bounds cannot say more than the range a number can have.
fn within(x: Quantity, (low, high): (f64, f64)) -> Quantity {
    let clip = |x: f64| x.max(low).min(high);
    Quantity { value: clip(x.value), low: clip(x.low), high: clip(x.high), ..x }
}

/// Everything an expression may read.
pub(crate) struct View<'v> {
    pub(crate) instrument: &'v Instrument,
    pub(crate) response: &'v Response,
    pub(crate) derived: &'v Derived,
    pub(crate) fired_before: usize,
}

impl View<'_> {
    /// The number of a composite.
    pub(crate) fn composite(&self, n: usize) -> Number {
        self.scored(Scored::Composite(n))
    }

    /// The number of a scale or a composite.
    pub(crate) fn scored(&self, scored: Scored) -> Number {
        match scored {
            Scored::Scale(n) => self.derived.scales.get(n).copied().flatten(),
            Scored::Composite(n) => self.derived.composites.get(n).copied().flatten(),
        }
    }
}

impl Facts for View<'_> {
    fn number(&self, name: Name) -> Number {
        match name {
            Name::Scale(n) => self.scored(Scored::Scale(n)),
            Name::Composite(n) => self.scored(Scored::Composite(n)),
            Name::Band(n) => self.derived.bands.get(n)?.as_ref().map(Placement::number),
            Name::FiredBefore => Some(Quantity::exact(count(self.fired_before))),
            Name::Distance(a, b) => distance(self.instrument, self.response, a, b).map(Quantity::exact),
            Name::RankWeighted(ranking, grid) => rank_weighted(self.instrument, self.response, ranking, grid),
            _ => response::fact(self.instrument, self.response, name),
        }
    }

    fn truth(&self, name: Name) -> Truth {
        response::given(self.instrument, self.response, name)
    }
}

/// Half the sum of absolute differences of two allocations of the same parts:
/// how many points would have to move to turn one into the other.
pub(crate) fn distance(instrument: &Instrument, response: &Response, a: usize, b: usize) -> Option<f64> {
    let (Answer::Allocation(x), Answer::Allocation(y)) = (response.answer(a), response.answer(b)) else { return None };
    let (Kind::Allocation { parts, .. }, Kind::Allocation { parts: others, .. }) =
        (&instrument.items.get(a)?.kind, &instrument.items.get(b)?.kind)
    else {
        return None;
    };
    let mut moved = Vec::new();
    for (n, share) in x.iter().enumerate() {
        moved.push((share - y.get(instrument.same_option(parts, n, others)?)?).abs());
    }
    Some(sum(&moved) / 2.0)
}

/// The weight of each row of a grid by the rank of the same option: rank order
/// centroid weights, in the order of the rows.
pub(crate) fn row_weights(
    instrument: &Instrument,
    response: &Response,
    ranking: usize,
    grid: usize,
) -> Option<Vec<f64>> {
    let Answer::Ranking(order) = response.answer(ranking) else { return None };
    let (Kind::Ranking(options), Kind::Grid { rows, .. }) =
        (&instrument.items.get(ranking)?.kind, &instrument.items.get(grid)?.kind)
    else {
        return None;
    };
    let mut weights = Vec::new();
    for row in 0..rows.len() {
        let option = instrument.same_option(rows, row, options)?;
        let rank = order.iter().position(|ranked| *ranked == option)?;
        weights.push(centroid_weight(rank + 1, options.len()));
    }
    Some(weights)
}

/// The mean of a grid's points, weighted by a ranking, over the rows that are
/// answered; as many of them are needed as the grid's missing rule says.
fn rank_weighted(instrument: &Instrument, response: &Response, ranking: usize, grid: usize) -> Number {
    let weights = row_weights(instrument, response, ranking, grid)?;
    let Kind::Grid { missing, .. } = &instrument.items.get(grid)?.kind else { return None };
    let (mut graded, mut weighted) = (Vec::new(), Vec::new());
    for (row, weight) in weights.iter().enumerate() {
        if let Some(points) = response.points(instrument, grid, Some(row)) {
            graded.push(*weight);
            weighted.push(weight * points);
        }
    }
    let share = count(graded.len()) / count(weights.len());
    if graded.is_empty() || !at_least(share, missing.provisional) {
        return None;
    }
    let (of_answered, of_all, total) = (sum(&graded), sum(&weights), sum(&weighted));
    Some(Quantity {
        value: total / of_answered,
        low: total / of_all,
        high: (total + 100.0 * (of_all - of_answered)) / of_all,
        provisional: !at_least(share, missing.scored),
    })
}
