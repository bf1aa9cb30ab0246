//! Groups: sheets of one instrument added up, and what may be shown of them.
//!
//! A [`Summary`] is an exact sum: whole numbers only, so that neither the order
//! of the sheets nor the way they are split and merged changes a bit of it. Its
//! size does not grow with the sheets. What is shown is computed from it alone,
//! with small cells hidden.

mod between;
mod calibration;
mod cell;
mod codes;
mod counter;
mod exact;
mod gather;
mod histogram;
mod part;
mod read;
mod recent;
mod rules;
mod seen;
mod view;
mod written;

pub(crate) use calibration::calibration;
pub(crate) use cell::Hidden;
pub(crate) use histogram::Histogram;
pub(crate) use rules::Rules;
pub(crate) use view::group;

use crate::instrument::Instrument;
use crate::limits;
use crate::response::Response;
use crate::scoring;
use calibration::Calibration;
use counter::Counter;
use exact::{Moments, fixed};
use part::{Part, Plan};
use seen::Seen;
use std::collections::BTreeMap;

/// Sheets that have been added up, and which ones, so that none counts twice.
///
/// It belongs to the assessment that gathered its first sheet.
#[derive(Clone, Debug, Default)]
pub struct Cohort {
    summary: Option<Summary>,
    counting: Counting,
    seen: Seen,
    /// Each one counts, and memory does not grow with them.
    keeps_doubles: bool,
}

/// Sheets that are counted by their codes and not yet in the summary.
#[derive(Clone, Debug, Default)]
enum Counting {
    /// There are too few for it, or the instrument does not allow it.
    #[default]
    No,
    Codes(Box<Counter>),
}

impl Counting {
    fn sheets(&self) -> usize {
        if let Counting::Codes(counter) = self { counter.sheets() } else { 0 }
    }
}

/// The exact sum of sheets of one instrument.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Summary {
    /// The fingerprint of the instrument.
    fingerprint: u32,
    plan: Plan,
    /// By role; the last one is of sheets without a role.
    parts: Vec<Part>,
    /// By unit, its scales.
    units: BTreeMap<String, Vec<Moments>>,
    calibration: Calibration,
    /// How many came in once more.
    doubled: usize,
    /// How many were refused.
    refused: usize,
}

impl Summary {
    /// Of no sheets.
    pub(crate) fn empty(instrument: &Instrument) -> Self {
        Summary {
            fingerprint: instrument.fingerprint,
            plan: Plan::of(instrument),
            parts: vec![Part::empty(instrument); instrument.counterparts.len() + 1],
            units: BTreeMap::new(),
            calibration: Calibration::empty(instrument),
            doubled: 0,
            refused: 0,
        }
    }

    /// Whether it is of this instrument.
    pub(crate) fn fits(&self, instrument: &Instrument) -> bool {
        self.fingerprint == instrument.fingerprint && self.parts.len() == instrument.counterparts.len() + 1
    }

    /// Scores and adds a sheet of the instrument, of a unit if it has one. False
    /// if there is no room for it: [`limits::SHEETS`], [`limits::UNITS`].
    pub(crate) fn add(&mut self, instrument: &Instrument, response: &Response, unit: Option<&str>) -> bool {
        let known = unit.is_none_or(|unit| self.units.contains_key(unit) || self.units.len() < limits::UNITS);
        if self.sheets() >= limits::SHEETS || !known {
            return false;
        }
        let (scales, derived) = scoring::numbers(instrument, response);
        let role = response.role.unwrap_or(instrument.counterparts.len());
        if let Some(part) = self.parts.get_mut(role) {
            part.add(instrument, &self.plan, response, (&scales, &derived));
        }
        self.calibration.add(instrument, response, &derived);
        if let Some(unit) = unit {
            let unit = self.units.entry(unit.into()).or_insert_with(|| vec![Moments::default(); scales.len()]);
            for (moments, score) in unit.iter_mut().zip(&scales) {
                if let Some(value) = score.value {
                    moments.add(fixed(value), 1);
                }
            }
        }
        true
    }

    /// Adds the sheets of another summary of the same instrument. False, and
    /// nothing is added, if there would be more than `most` of them, or too many units.
    fn merge(&mut self, other: &Summary, most: usize) -> bool {
        let new = other.units.keys().filter(|unit| !self.units.contains_key(*unit)).count();
        if self.sheets() + other.sheets() > most || self.units.len() + new > limits::UNITS {
            return false;
        }
        self.parts.iter_mut().zip(&other.parts).for_each(|(mine, more)| mine.merge(more));
        for (unit, scales) in &other.units {
            let mine = self.units.entry(unit.clone()).or_insert_with(|| vec![Moments::default(); scales.len()]);
            mine.iter_mut().zip(scales).for_each(|(mine, more)| mine.merge(more));
        }
        self.calibration.merge(&other.calibration);
        self.doubled = self.doubled.saturating_add(other.doubled);
        self.refused = self.refused.saturating_add(other.refused);
        true
    }

    /// How many sheets it holds.
    pub(crate) fn sheets(&self) -> usize {
        self.parts.iter().map(|part| part.sheets).sum()
    }

    /// How often each score of a scale came up, over all roles.
    pub(crate) fn scores(&self, scale: usize) -> Histogram {
        let mut scores = Histogram::default();
        self.parts.iter().filter_map(|part| part.scores.get(scale)).for_each(|more| scores.merge(more));
        scores
    }

    /// The sum over all roles.
    fn whole(&self, instrument: &Instrument) -> Part {
        let mut whole = Part::empty(instrument);
        self.parts.iter().for_each(|part| whole.merge(part));
        whole
    }
}
