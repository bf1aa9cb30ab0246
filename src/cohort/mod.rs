//! Groups: sheets of one instrument added up, and what may be shown of them.
//!
//! A [`Summary`] is an exact sum: whole numbers only, so that neither the order
//! of the sheets nor the way they are split and merged changes a bit of it. Its
//! size does not grow with the sheets. What is shown is computed from it alone,
//! with small cells hidden.

mod between;
mod cell;
mod exact;
mod histogram;
mod part;
mod read;
mod rules;
mod view;
mod written;

pub(crate) use rules::Rules;
pub(crate) use view::group;

use crate::instrument::{Hash, Instrument};
use crate::limits;
use crate::response::Response;
use crate::scoring;
use exact::{Moments, fixed};
use part::Part;
use std::collections::{BTreeMap, BTreeSet};

/// Sheets that have been added up, and which ones, so that none counts twice.
///
/// It belongs to the assessment that gathered its first sheet.
#[derive(Clone, Debug, Default)]
pub struct Cohort {
    pub(crate) summary: Option<Summary>,
    /// Hashes of what came in, where it was named.
    pub(crate) seen: BTreeSet<u64>,
}

impl Cohort {
    /// Forgets which sheets came in: what comes in again counts again, and
    /// memory does not grow with them.
    pub fn forget(&mut self) {
        self.seen.clear();
    }
}

/// Notes that something comes in; false if it came before. 64 bits tell ten
/// million sheets apart but for one chance in three hundred thousand.
pub(crate) fn is_new(seen: &mut BTreeSet<u64>, identity: &[u8]) -> bool {
    let mut hash = Hash::new();
    for byte in identity {
        hash.byte(*byte);
    }
    seen.insert(hash.0)
}

/// The exact sum of sheets of one instrument.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Summary {
    /// The fingerprint of the instrument.
    fingerprint: u32,
    /// By role; the last one is of sheets without a role.
    parts: Vec<Part>,
    /// By unit, its scales.
    units: BTreeMap<String, Vec<Moments>>,
    /// How many came in once more.
    pub(crate) doubled: usize,
    /// How many were refused.
    pub(crate) refused: usize,
}

impl Summary {
    /// Of no sheets.
    pub(crate) fn empty(instrument: &Instrument) -> Self {
        Summary {
            fingerprint: instrument.fingerprint,
            parts: vec![Part::empty(instrument); instrument.counterparts.len() + 1],
            units: BTreeMap::new(),
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
        let outcome = scoring::score(instrument, response);
        let role = response.role.unwrap_or(instrument.counterparts.len());
        if let Some(part) = self.parts.get_mut(role) {
            part.add(instrument, response, &outcome);
        }
        if let Some(unit) = unit {
            let scales =
                self.units.entry(unit.into()).or_insert_with(|| vec![Moments::default(); outcome.scales.len()]);
            for (moments, score) in scales.iter_mut().zip(&outcome.scales) {
                if let Some(value) = score.value {
                    moments.add(fixed(value), 1);
                }
            }
        }
        true
    }

    /// Adds the sheets of another summary of the same instrument. False, and
    /// nothing is added, if there is no room for them.
    pub(crate) fn merge(&mut self, other: &Summary) -> bool {
        let new = other.units.keys().filter(|unit| !self.units.contains_key(*unit)).count();
        if self.sheets() + other.sheets() > limits::SHEETS || self.units.len() + new > limits::UNITS {
            return false;
        }
        self.parts.iter_mut().zip(&other.parts).for_each(|(mine, more)| mine.merge(more));
        for (unit, scales) in &other.units {
            let mine = self.units.entry(unit.clone()).or_insert_with(|| vec![Moments::default(); scales.len()]);
            mine.iter_mut().zip(scales).for_each(|(mine, more)| mine.merge(more));
        }
        self.doubled = self.doubled.saturating_add(other.doubled);
        self.refused = self.refused.saturating_add(other.refused);
        true
    }

    /// How many sheets it holds.
    pub(crate) fn sheets(&self) -> usize {
        self.parts.iter().map(|part| part.sheets).sum()
    }

    /// The sum over all roles.
    fn whole(&self, instrument: &Instrument) -> Part {
        let mut whole = Part::empty(instrument);
        self.parts.iter().for_each(|part| whole.merge(part));
        whole
    }
}
