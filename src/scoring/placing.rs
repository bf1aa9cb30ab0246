//! The levels of many sheets, where they follow from the scales alone.

use super::band::{held, level_of};
use super::within;
use crate::expression::{Expression, Facts, Name, Number, Truth, evaluate, evaluate_value};
use crate::instrument::{Instrument, Step};
use std::collections::BTreeSet;

/// How the bands of an instrument follow from its scales.
#[derive(Clone, Debug)]
pub(crate) struct Placing {
    /// The composites that have a part in it, in the order they are computed, and
    /// whether another one is computed from them and may read their bounds.
    composites: Vec<(usize, bool)>,
    /// Those of them that gates alone read: they are computed when a gate stands in the way.
    gated: Vec<(usize, bool)>,
    /// The numbers of the sheet in hand.
    scores: Scores,
}

#[derive(Clone, Debug, Default)]
struct Scores {
    scales: Vec<Number>,
    composites: Vec<Number>,
}

impl Facts for Scores {
    fn number(&self, name: Name) -> Number {
        match name {
            Name::Scale(n) => self.scales.get(n).copied().flatten(),
            Name::Composite(n) => self.composites.get(n).copied().flatten(),
            _ => None,
        }
    }

    fn truth(&self, _: Name) -> Truth {
        Truth::Unknown
    }
}

impl Placing {
    /// None where a band, or a composite beside an item, reads anything but scales and what is computed from them.
    pub(crate) fn of(instrument: &Instrument) -> Option<Self> {
        let mut gated: BTreeSet<usize> = BTreeSet::new();
        let mut needed: BTreeSet<usize> = BTreeSet::new();
        let need = |needed: &mut BTreeSet<usize>, expression: &Expression| {
            expression.names().into_iter().all(|name| match name {
                Name::Composite(n) => {
                    needed.insert(n);
                    true
                }
                _ => matches!(name, Name::Scale(_)),
            })
        };
        for found in &instrument.bands {
            needed.insert(found.of);
            let mut conditions = found.levels.iter().flat_map(|level| level.gates.iter().flatten());
            conditions.all(|(_, condition)| need(&mut gated, condition)).then_some(())?;
        }
        needed.extend(instrument.calibration.iter().map(|(composite, _)| *composite));
        // What is needed is computed before: backwards everything is found in one pass.
        for step in instrument.order.iter().rev() {
            let Step::Composite(n) = step else { continue };
            let expression = &instrument.composites.get(*n)?.expression;
            for needed in [&mut needed, &mut gated] {
                if needed.contains(n) {
                    need(needed, expression).then_some(())?;
                }
            }
        }
        let mut composites: Vec<(usize, bool)> = Vec::new();
        for step in &instrument.order {
            let Step::Composite(n) = step else { continue };
            if needed.contains(n) || gated.contains(n) {
                for name in instrument.composites.get(*n)?.expression.names() {
                    let read = |(of, _): &&mut (usize, bool)| matches!(name, Name::Composite(n) if n == *of);
                    composites.iter_mut().filter(read).for_each(|(_, is_read)| *is_read = true);
                }
                composites.push((*n, false));
            }
        }
        let scores = Scores { scales: Vec::new(), composites: vec![None; instrument.composites.len()] };
        let (composites, gated) = composites.into_iter().partition(|(n, _)| needed.contains(n));
        Some(Placing { composites, gated, scores })
    }

    /// The numbers of the scales of the next sheet, to be filled.
    pub(crate) fn scales(&mut self) -> &mut Vec<Number> {
        self.scores.scales.clear();
        &mut self.scores.scales
    }

    /// The number of a composite of which there is need, once it is computed.
    pub(crate) fn composite(&self, n: usize) -> Number {
        self.scores.number(Name::Composite(n))
    }

    /// Computes what follows from them, and hands over each band that has a level: which
    /// band, its number, its level.
    pub(crate) fn place(&mut self, instrument: &Instrument, each: &mut dyn FnMut(usize, f64, usize)) {
        self.scores.compute(instrument, &self.composites);
        let mut complete = self.gated.is_empty();
        for (n, found) in instrument.bands.iter().enumerate() {
            let Some(x) = self.scores.number(Name::Composite(found.of)) else { continue };
            let raw = level_of(found, x.value);
            if !complete && found.levels.iter().take(raw + 1).any(|level| !level.gates.is_empty()) {
                self.scores.compute(instrument, &self.gated);
                complete = true;
            }
            each(n, x.value, held(found, raw, &self.scores));
        }
    }
}

impl Scores {
    /// Computes composites, each with its bounds if they are read.
    fn compute(&mut self, instrument: &Instrument, composites: &[(usize, bool)]) {
        for (n, is_read) in composites {
            let Some(composite) = instrument.composites.get(*n) else { continue };
            let evaluate = if *is_read { evaluate } else { evaluate_value };
            let number = evaluate(&composite.expression, self).map(|x| within(x, composite.range));
            if let Some(slot) = self.composites.get_mut(*n) {
                *slot = number;
            }
        }
    }
}
