//! What is added up for the sheets of one role.

use super::exact::{Extent, Moments, fixed};
use super::histogram::Histogram;
use crate::instrument::{Instrument, Kind};
use crate::response::{Answer, Response, State};
use crate::scoring::{Derived, ScaleScore};
use std::collections::BTreeSet;

/// An item of a group, or a row of a grid.
pub(super) type Row = (usize, Option<usize>);

/// The items and rows that enter a scale, in the order of the definition.
pub(super) fn rows(instrument: &Instrument) -> Vec<Row> {
    let members = instrument.scales.iter().flat_map(|scale| &scale.members);
    members.map(|member| (member.item, member.part)).collect::<BTreeSet<_>>().into_iter().collect()
}

/// The rankings that are appraised, and how many options each has.
pub(super) fn rankings(instrument: &Instrument) -> Vec<(usize, usize)> {
    let items: BTreeSet<usize> = instrument.appraisals.iter().map(|pair| pair.first).collect();
    let options = |item: usize| match &instrument.items.get(item)?.kind {
        Kind::Ranking(options) => Some((item, options.len())),
        _ => None,
    };
    items.into_iter().filter_map(options).collect()
}

/// What is looked up once for all sheets.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Plan {
    rows: Vec<Row>,
    rankings: Vec<(usize, usize)>,
}

impl Plan {
    pub(super) fn of(instrument: &Instrument) -> Self {
        Plan { rows: rows(instrument), rankings: rankings(instrument) }
    }
}

/// The answers to one item, in points before any key.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct ItemTally {
    pub(super) dont_know: usize,
    pub(super) moments: Moments,
    pub(super) histogram: Histogram,
}

impl ItemTally {
    /// Adds `n` answers worth so many points.
    pub(super) fn add(&mut self, points: i128, n: usize) {
        self.moments.add(points, n);
        self.histogram.add(points, n);
    }
}

/// A composite with a band: its values, and how many sheets stand on each level.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct BandTally {
    pub(super) extent: Extent,
    pub(super) levels: Vec<usize>,
}

/// Complete rankings: by option, the sum of its ranks.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct RankTally {
    pub(super) n: usize,
    pub(super) sums: Vec<i128>,
}

impl RankTally {
    /// Adds `n` rankings in this order.
    pub(super) fn add(&mut self, order: &[usize], n: usize) {
        self.n += n;
        for (rank, option) in (1..).zip(order) {
            if let Some(sum) = self.sums.get_mut(*option) {
                *sum += rank * i128::try_from(n).unwrap_or(0);
            }
        }
    }
}

/// The sums over sheets of one role.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Part {
    pub(super) sheets: usize,
    /// By row of [`rows`].
    pub(super) items: Vec<ItemTally>,
    pub(super) scales: Vec<Moments>,
    /// By scale, how often each score came up.
    pub(super) scores: Vec<Histogram>,
    pub(super) bands: Vec<BandTally>,
    /// By entry of [`rankings`].
    pub(super) rankings: Vec<RankTally>,
}

impl Part {
    /// Of no sheets.
    pub(super) fn empty(instrument: &Instrument) -> Self {
        let band = |levels: usize| BandTally { levels: vec![0; levels], ..BandTally::default() };
        let ranking = |options: usize| RankTally { n: 0, sums: vec![0; options] };
        Part {
            sheets: 0,
            items: vec![ItemTally::default(); rows(instrument).len()],
            scales: vec![Moments::default(); instrument.scales.len()],
            scores: vec![Histogram::default(); instrument.scales.len()],
            bands: instrument.bands.iter().map(|found| band(found.levels.len())).collect(),
            rankings: rankings(instrument).into_iter().map(|(_, options)| ranking(options)).collect(),
        }
    }

    /// Adds a sheet.
    pub(super) fn add(
        &mut self,
        instrument: &Instrument,
        plan: &Plan,
        response: &Response,
        (scales, derived): (&[ScaleScore], &Derived),
    ) {
        self.sheets += 1;
        for (tally, &(item, part)) in self.items.iter_mut().zip(&plan.rows) {
            if let Some(points) = response.points(instrument, item, part) {
                tally.add(fixed(points), 1);
            } else if is_unknown(response.answer(item), part) {
                tally.dont_know += 1;
            }
        }
        for ((moments, scores), score) in self.scales.iter_mut().zip(&mut self.scores).zip(scales) {
            if let Some(value) = score.value {
                moments.add(fixed(value), 1);
                scores.add(fixed(value), 1);
            }
        }
        for ((tally, band), placed) in self.bands.iter_mut().zip(&instrument.bands).zip(&derived.bands) {
            let value = derived.composites.get(band.of).copied().flatten().map(|x| x.value);
            let level = placed.as_ref().and_then(|placed| tally.levels.get_mut(placed.level));
            if let (Some(value), Some(level)) = (value, level) {
                tally.extent.add(fixed(value));
                *level += 1;
            }
        }
        for (tally, &(item, _)) in self.rankings.iter_mut().zip(&plan.rankings) {
            let Answer::Ranking(order) = response.answer(item) else { continue };
            tally.add(order, 1);
        }
    }

    /// Adds the sheets of another part of the same instrument.
    pub(super) fn merge(&mut self, other: &Part) {
        self.sheets += other.sheets;
        for (mine, more) in self.items.iter_mut().zip(&other.items) {
            mine.dont_know += more.dont_know;
            mine.moments.merge(&more.moments);
            mine.histogram.merge(&more.histogram);
        }
        for (mine, more) in self.scales.iter_mut().zip(&other.scales) {
            mine.merge(more);
        }
        for (mine, more) in self.scores.iter_mut().zip(&other.scores) {
            mine.merge(more);
        }
        for (mine, more) in self.bands.iter_mut().zip(&other.bands) {
            mine.extent.merge(&more.extent);
            mine.levels.iter_mut().zip(&more.levels).for_each(|(mine, more)| *mine += more);
        }
        for (mine, more) in self.rankings.iter_mut().zip(&other.rankings) {
            mine.n += more.n;
            mine.sums.iter_mut().zip(&more.sums).for_each(|(mine, more)| *mine += more);
        }
    }
}

fn is_unknown(answer: &Answer, part: Option<usize>) -> bool {
    match (answer, part) {
        (Answer::Grid(cells), Some(row)) => cells.get(row).is_some_and(|cell| cell.state() == State::DontKnow),
        _ => answer.state() == State::DontKnow,
    }
}
