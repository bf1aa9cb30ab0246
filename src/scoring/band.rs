//! Levels of a composite, with the gates that hold a level back.

use super::View;
use crate::data::Data;
use crate::expression::{Expression, Facts, Quantity, Truth, truth};
use crate::instrument::{Band, Level};
use crate::number::{at_least, count};

/// Where a number falls in a band. Levels are counted from 0 here.
#[derive(Clone, Debug)]
pub(crate) struct Placement {
    /// By the number alone.
    pub(crate) raw: usize,
    /// After the gates.
    pub(crate) level: usize,
    /// Gates not passed, from the highest level down.
    pub(crate) failures: Vec<Failure>,
    /// The lower of two levels the number lies between.
    pub(crate) between: Option<usize>,
    /// Levels of the number's bounds, by the number alone.
    pub(crate) range: (usize, usize),
    pub(crate) provisional: bool,
    /// Whether no open answer can move the number.
    pub(crate) settled: bool,
}

/// A gate that is not passed, and the dimensions it is about.
#[derive(Clone, Debug)]
pub(crate) struct Failure {
    pub(crate) level: usize,
    pub(crate) gate: usize,
    pub(crate) dimensions: Vec<usize>,
}

impl Placement {
    /// The numbers of the two levels it lies between, for a report.
    pub(crate) fn between(&self) -> Data<'static> {
        self.between.map_or(Data::Null, |lower| Data::pair(count(lower + 1), count(lower + 2)))
    }

    /// The numbers of the levels it could be on, for a report.
    pub(crate) fn range(&self) -> Data<'static> {
        Data::pair(count(self.range.0 + 1), count(self.range.1 + 1))
    }

    /// The level as expressions read it, counted from 1.
    pub(crate) fn number(&self) -> Quantity {
        let value = count(self.level + 1);
        if self.settled {
            return Quantity::exact(value);
        }
        let bound = |n: usize| count(n + 1);
        // Gates can hold any level back, so an open answer may cost more than
        // the number alone says.
        Quantity { value, low: 1.0, high: value.max(bound(self.range.1)), provisional: self.provisional }
    }
}

/// The level of a number by itself: the last one that starts at or below it. A
/// number below the first level belongs to the first.
pub(crate) fn level_of(band: &Band, x: f64) -> usize {
    band.levels.iter().rposition(|level| at_least(x, level.from)).unwrap_or(0)
}

/// The level that is left of one by the number alone: below the lowest gate not passed.
pub(super) fn held(band: &Band, raw: usize, facts: &dyn Facts) -> usize {
    let holds = |(_, condition): &(Option<usize>, Expression)| truth(&condition.root, facts) == Truth::Yes;
    let passed = |level: &Level| level.gates.iter().flatten().all(holds);
    band.levels.iter().take(raw + 1).skip(1).position(|level| !passed(level)).unwrap_or(raw)
}

/// Places a number, gates included.
pub(super) fn place(band: &Band, x: Quantity, view: &View<'_>) -> Placement {
    let raw = level_of(band, x.value);
    let mut level = raw;
    let mut failures = Vec::new();
    for n in (1..=raw).rev() {
        let failed = band.levels.get(n).map(|found| failed(found, n, view)).unwrap_or_default();
        if level >= n && !failed.is_empty() {
            level = n - 1;
            failures.extend(failed);
        }
    }
    Placement {
        raw,
        level,
        failures,
        between: between(band, x.value, view),
        range: (level_of(band, x.low), level_of(band, x.high)),
        provisional: x.provisional,
        settled: view.derived.scales.iter().all(|scale| scale.is_some_and(|x| x.low.to_bits() == x.high.to_bits())),
    }
}

/// The gates of a level that are not passed. What is unknown does not pass.
fn failed(level: &Level, n: usize, view: &View<'_>) -> Vec<Failure> {
    let mut failures = Vec::new();
    for (gate, conditions) in level.gates.iter().enumerate() {
        let mut failure = Failure { level: n, gate, dimensions: Vec::new() };
        let mut passed = true;
        for (dimension, condition) in conditions {
            if truth(&condition.root, view) != Truth::Yes {
                passed = false;
                failure.dimensions.extend(*dimension);
            }
        }
        if !passed {
            failures.push(failure);
        }
    }
    failures
}

/// Two levels are in question when the number is near the cut-off between them
/// and nothing but the number keeps the upper one away.
fn between(band: &Band, x: f64, view: &View<'_>) -> Option<usize> {
    let near = |(_, level): &(usize, &Level)| band.near > 0.0 && at_least(band.near, (x - level.from).abs());
    let (n, level) = band.levels.iter().enumerate().skip(1).find(near)?;
    failed(level, n, view).is_empty().then(|| n - 1)
}
