//! Results coming in, one by one.

use super::counter::Counter;
use super::{Cohort, Counting, Summary};
use crate::instrument::Instrument;
use crate::limits;
use crate::link::{self, Piece, Results};
use crate::problem::{Problem, refusal};
use crate::response::Response;
use std::borrow::Cow;

/// From how many sheets on they are counted by their codes: for fewer the tables
/// that this needs are not worth making.
const MANY: usize = 100;
/// Problems of what belongs to another assessment or edition.
const FOREIGN: [&str; 4] = ["link-other", "link-edition", "other-instrument", "other-edition"];

/// What became of the results in a text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Gathered {
    pub(crate) added: usize,
    pub(crate) doubled: usize,
    pub(crate) refused: usize,
    /// Those of them that belong to another assessment or edition.
    pub(crate) foreign: usize,
    /// The first of the refusals.
    pub(crate) problems: Vec<Problem>,
}

impl Cohort {
    /// Of nobody, and everyone counts, also who answers as somebody before did.
    #[must_use]
    pub fn counting_doubles() -> Self {
        Cohort { keeps_doubles: true, ..Cohort::default() }
    }

    /// Reads and adds answers, of a unit if they have one; false if something of
    /// this identity came before.
    ///
    /// # Errors
    /// Those of [`Response::read`]; `bad-unit`; `too-many-sheets`;
    /// `other-instrument` where the group is one of another.
    pub(crate) fn answers(
        &mut self,
        instrument: &Instrument,
        answers: &[u8],
        identity: Option<&[u8]>,
        unit: Option<&str>,
    ) -> Result<bool, Vec<Problem>> {
        self.begin(instrument)?;
        if identity.is_some_and(|identity| !self.is_new(identity)) {
            self.note(1, 0);
            return Ok(false);
        }
        let added = Response::read(instrument, answers).and_then(|response| {
            named(unit)?;
            self.add(instrument, &response, unit)
        });
        if added.is_err() {
            self.note(0, 1);
        }
        added.map(|()| true)
    }

    /// Adds every result in a text, of a unit if they have one.
    ///
    /// # Errors
    /// `bad-unit`; `other-instrument` where the group is one of another.
    pub(crate) fn text(
        &mut self,
        instrument: &Instrument,
        text: &str,
        unit: Option<&str>,
    ) -> Result<Gathered, Vec<Problem>> {
        named(unit)?;
        self.begin(instrument)?;
        let mut gathering = Gathering { instrument, unit, cohort: self, gathered: Gathered::default() };
        link::results(instrument, text, &mut gathering);
        let gathered = gathering.gathered;
        self.note(gathered.doubled, gathered.refused);
        Ok(gathered)
    }

    /// Adds the sums of others.
    ///
    /// # Errors
    /// `too-many-sheets`; `other-instrument` where the group is one of another.
    pub(crate) fn merge(&mut self, instrument: &Instrument, other: &Summary) -> Result<(), Vec<Problem>> {
        self.begin(instrument)?;
        let room = limits::SHEETS - self.counting.sheets();
        if self.summary.as_mut().is_some_and(|summary| summary.merge(other, room)) { Ok(()) } else { Err(too_many()) }
    }

    /// The sums of everything that came in.
    ///
    /// # Errors
    /// `other-instrument` where the group is one of another.
    pub(crate) fn sums(&self, instrument: &Instrument) -> Result<Cow<'_, Summary>, Vec<Problem>> {
        let Some(summary) = &self.summary else { return Ok(Cow::Owned(Summary::empty(instrument))) };
        if !summary.fits(instrument) {
            return Err(other_instrument());
        }
        let Counting::Codes(counter) = &self.counting else { return Ok(Cow::Borrowed(summary)) };
        let mut sums = counter.summary(instrument);
        sums.merge(summary, limits::SHEETS);
        Ok(Cow::Owned(sums))
    }

    /// Makes sure that the group is one of the instrument.
    fn begin(&mut self, instrument: &Instrument) -> Result<(), Vec<Problem>> {
        let summary = self.summary.get_or_insert_with(|| Summary::empty(instrument));
        if summary.fits(instrument) { Ok(()) } else { Err(other_instrument()) }
    }

    fn is_new(&mut self, identity: &[u8]) -> bool {
        self.keeps_doubles || self.seen.is_new(identity)
    }

    fn add(&mut self, instrument: &Instrument, response: &Response, unit: Option<&str>) -> Result<(), Vec<Problem>> {
        let room = limits::SHEETS - self.counting.sheets();
        let summary = self.summary.get_or_insert_with(|| Summary::empty(instrument));
        if summary.sheets() >= room || !summary.add(instrument, response, unit) {
            return Err(too_many());
        }
        if summary.sheets() == MANY {
            self.counting = Counter::new(instrument).map_or(Counting::No, |counter| Counting::Codes(Box::new(counter)));
        }
        Ok(())
    }

    fn note(&mut self, doubled: usize, refused: usize) {
        if let Some(summary) = &mut self.summary {
            summary.doubled = summary.doubled.saturating_add(doubled);
            summary.refused = summary.refused.saturating_add(refused);
        }
    }
}

/// Adds up the results of one text.
struct Gathering<'g> {
    instrument: &'g Instrument,
    unit: Option<&'g str>,
    cohort: &'g mut Cohort,
    gathered: Gathered,
}

impl Results for Gathering<'_> {
    fn length(&self) -> Option<usize> {
        let summed = self.cohort.summary.as_ref().map_or(0, Summary::sheets);
        match &self.cohort.counting {
            // By units only scores are summed, of each sheet.
            Counting::Codes(counter) if self.unit.is_none() && summed + counter.sheets() < limits::SHEETS => {
                Some(counter.length())
            }
            _ => None,
        }
    }

    fn token(&mut self, token: &str) -> bool {
        let Counting::Codes(counter) = &mut self.cohort.counting else { return false };
        if !counter.read(self.instrument, token) {
            return false;
        }
        if self.cohort.keeps_doubles || self.cohort.seen.is_new(token.as_bytes()) {
            counter.count(self.instrument);
            self.gathered.added += 1;
        } else {
            self.gathered.doubled += 1;
        }
        true
    }

    fn piece(&mut self, line: usize, piece: Piece<'_>) {
        let instrument = self.instrument;
        let read = match piece {
            Piece::Link(token, response) => Ok((token, response)),
            Piece::Refused(found) => Err(found),
            Piece::Document(document) => Response::read(instrument, document.as_bytes())
                .map(|response| (link::write(instrument, &response).unwrap_or_else(|_| document.into()), response)),
        };
        let kept = read.and_then(|(identity, response)| {
            if self.cohort.is_new(identity.as_bytes()) {
                self.cohort.add(instrument, &response, self.unit)?;
                self.gathered.added += 1;
            } else {
                self.gathered.doubled += 1;
            }
            Ok(())
        });
        if let Some(mut problem) = kept.err().and_then(|found| found.into_iter().next()) {
            self.gathered.refused += 1;
            self.gathered.foreign += usize::from(FOREIGN.contains(&problem.code));
            (problem.line, problem.column) = (line, 1);
            if self.gathered.problems.len() < limits::PROBLEMS {
                self.gathered.problems.push(problem);
            }
        }
    }
}

fn named(unit: Option<&str>) -> Result<(), Vec<Problem>> {
    match unit {
        Some(unit) if unit.is_empty() || unit.len() > limits::TITLE => {
            Err(refusal("bad-unit", &["the name of a unit has 1 to 200 bytes"], "shorten it"))
        }
        _ => Ok(()),
    }
}

fn too_many() -> Vec<Problem> {
    refusal("too-many-sheets", &["there is no room for more sheets or units"], "split the group")
}

fn other_instrument() -> Vec<Problem> {
    refusal("other-instrument", &["this group was gathered with another assessment"], "start a new group")
}
