//! The levels of many sheets, where they follow from the scales alone.

use super::{band, within};
use crate::expression::{Expression, Facts, Name, Number, Truth, evaluate, evaluate_value};
use crate::instrument::{Instrument, Step};
use std::collections::BTreeSet;

/// How the bands of an instrument follow from its scales.
#[derive(Clone, Debug)]
pub(crate) struct Placing {
    /// The composites that have a part in it, in the order they are computed, and
    /// whether another one is computed from them and may read their bounds.
    composites: Vec<(usize, bool)>,
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
            conditions.all(|(_, condition)| need(&mut needed, condition)).then_some(())?;
        }
        needed.extend(instrument.calibration.iter().map(|(composite, _)| *composite));
        // What is needed is computed before: backwards everything is found in one pass.
        for step in instrument.order.iter().rev() {
            let Step::Composite(n) = step else { continue };
            if needed.contains(n) {
                need(&mut needed, &instrument.composites.get(*n)?.expression).then_some(())?;
            }
        }
        let mut composites: Vec<(usize, bool)> = Vec::new();
        for step in &instrument.order {
            let Step::Composite(n) = step else { continue };
            if needed.contains(n) {
                for name in instrument.composites.get(*n)?.expression.names() {
                    let read = |(of, _): &&mut (usize, bool)| matches!(name, Name::Composite(n) if n == *of);
                    composites.iter_mut().filter(read).for_each(|(_, is_read)| *is_read = true);
                }
                composites.push((*n, false));
            }
        }
        let scores = Scores { scales: Vec::new(), composites: vec![None; instrument.composites.len()] };
        Some(Placing { composites, scores })
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
        for (n, is_read) in &self.composites {
            let Some(composite) = instrument.composites.get(*n) else { continue };
            let evaluate = if *is_read { evaluate } else { evaluate_value };
            let number = evaluate(&composite.expression, &self.scores).map(|x| within(x, composite.range));
            if let Some(slot) = self.scores.composites.get_mut(*n) {
                *slot = number;
            }
        }
        for (n, found) in instrument.bands.iter().enumerate() {
            if let Some(x) = self.scores.number(Name::Composite(found.of)) {
                each(n, x.value, band::level(found, x.value, &self.scores));
            }
        }
    }
}
