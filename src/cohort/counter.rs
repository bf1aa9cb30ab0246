//! Many tokens counted by their codes, without making a response of each.
//!
//! What a sheet adds to the sums of an item hangs on one code, what it adds to
//! those of most scales on a few: it is enough to count how often each came.
//! The sums are made of the counts when they are asked for, and are the same
//! that [`super::Summary::add`] makes.

use super::Summary;
use super::calibration::{Calibration, Counted, find};
use super::codes::{Cell, Codes, Digit};
use super::exact::{Moments, fixed};
use super::histogram::Histogram;
use super::part::{BandTally, Part};
use super::recent::Recent;
use crate::expression::Number;
use crate::instrument::{Instrument, Member, Scale};
use crate::link::Quick;
use crate::scoring::{Placing, Weighed};

/// No class yet.
const OPEN: u16 = u16::MAX;

/// Sheets of one instrument, counted.
#[derive(Clone, Debug)]
pub(crate) struct Counter {
    quick: Quick,
    cells: Vec<Cell>,
    /// By scale.
    ways: Vec<Way>,
    placing: Placing,
    calibration: Counted,
    /// By role; the last one is of sheets without a role.
    parts: Vec<Counts>,
    /// Of the sheet in hand: its codes, the values of the members of a scale.
    codes: Vec<u32>,
    members: Vec<usize>,
    weighed: Weighed,
}

/// How a scale is scored.
#[derive(Clone, Debug)]
enum Way {
    /// Each time, by member from a digit: cell, digit. With the weight of all.
    Each { digits: Vec<(usize, usize)>, weight: f64 },
    /// Once for each code of a cell, by member from a digit of it: by code its class,
    /// by class its score.
    Once { cell: usize, digits: Vec<usize>, classes: Vec<u16>, scores: Vec<Number> },
}

/// How often what came in sheets of one role.
#[derive(Clone, Debug)]
struct Counts {
    sheets: usize,
    /// By cell, by code or class.
    cells: Vec<Vec<u32>>,
    /// By scale; of those that are scored each time.
    scales: Vec<(Moments, Histogram, Recent<i128>)>,
    bands: Vec<BandTally>,
}

impl Counter {
    /// Counts nothing yet. None for an instrument whose sheets cannot be counted
    /// in this way: see [`Codes::of`] and [`Placing::of`].
    pub(super) fn new(instrument: &Instrument) -> Option<Self> {
        let Codes { quick, cells } = Codes::of(instrument)?;
        let placing = Placing::of(instrument)?;
        let calibration = Counted::new(instrument, &cells)?;
        let ways = instrument.scales.iter().map(|scale| way(&cells, scale)).collect::<Option<_>>()?;
        let empty = Part::empty(instrument);
        let counts = Counts {
            sheets: 0,
            cells: cells.iter().map(|cell| vec![0; cell.values()]).collect(),
            scales: empty
                .scales
                .into_iter()
                .zip(empty.scores)
                .map(|(sums, scores)| (sums, scores, Recent::new()))
                .collect(),
            bands: empty.bands,
        };
        let parts = vec![counts; instrument.counterparts.len() + 1];
        Some(Counter {
            quick,
            cells,
            ways,
            placing,
            calibration,
            parts,
            codes: Vec::new(),
            members: Vec::new(),
            weighed: Weighed::default(),
        })
    }

    /// Characters of a token.
    pub(crate) fn length(&self) -> usize {
        self.quick.length()
    }

    /// Reads a token; false if it is to be read in the usual way.
    pub(crate) fn read(&mut self, instrument: &Instrument, token: &str) -> bool {
        if !self.quick.read(token.as_bytes(), &mut self.codes) {
            return false;
        }
        let Some((role, codes)) = self.codes.split_first() else { return false };
        // A guess about a counterpart's answer is left out where there is none.
        let role = usize::try_from(*role).ok().and_then(|role| role.checked_sub(1));
        let guesses = role.and_then(|role| instrument.counterparts.get(role).copied().flatten()).is_some();
        guesses || self.cells.iter().zip(codes).all(|(cell, code)| *code == 0 || !matches!(cell, Cell::Guess))
    }

    /// Counts the sheet that was read last.
    pub(crate) fn count(&mut self, instrument: &Instrument) {
        let Some((role, values)) = self.codes.split_first_mut() else { return };
        let role = usize::try_from(*role).ok().and_then(|role| role.checked_sub(1)).unwrap_or(self.parts.len() - 1);
        let Some(counts) = self.parts.get_mut(role) else { return };
        counts.sheets += 1;
        for ((cell, value), counted) in self.cells.iter().zip(values.iter_mut()).zip(&mut counts.cells) {
            *value = cell.value(*value);
            if let Some(n) = usize::try_from(*value).ok().and_then(|value| counted.get_mut(value)) {
                *n += 1;
            }
        }
        let numbers = self.placing.scales();
        let ways = self.ways.iter_mut().zip(&instrument.scales).zip(&mut counts.scales).enumerate();
        for (n, ((way, scale), (moments, tally, recent))) in ways {
            numbers.push(match way {
                Way::Each { digits, weight } => {
                    self.weighed.clear();
                    self.members.clear();
                    for ((cell, digit), member) in digits.iter().zip(&scale.members) {
                        let value = values.get(*cell).copied().unwrap_or_default();
                        let digit = self.cells.get(*cell).and_then(|cell| cell.digit(*digit, value));
                        self.members.extend(digit.map(|(_, value)| value));
                        add(&mut self.weighed, member, digit);
                    }
                    self.calibration.add(n, &self.members, 1);
                    let number = self.weighed.score(scale, *weight).number();
                    if let Some(x) = number {
                        recent.add(fixed(x.value), x.value.to_bits(), |x, n| {
                            moments.add(x, n);
                            tally.add(x, n);
                        });
                    }
                    number
                }
                Way::Once { cell, digits, classes, scores } => {
                    let code = values.get(*cell).copied().unwrap_or_default();
                    let Some(class) = usize::try_from(code).ok().and_then(|code| classes.get_mut(code)) else {
                        continue;
                    };
                    if *class == OPEN {
                        self.weighed.clear();
                        for (digit, member) in digits.iter().zip(&scale.members) {
                            let digit = self.cells.get(*cell).and_then(|cell| cell.digit(*digit, code));
                            add(&mut self.weighed, member, digit);
                        }
                        *class = class_of(self.weighed.score(scale, self.weighed.weight()).number(), scores);
                    }
                    scores.get(usize::from(*class)).copied().flatten()
                }
            });
        }
        self.placing.place(instrument, &mut |band, x, level| {
            let Some(tally) = counts.bands.get_mut(band) else { return };
            if let Some(level) = tally.levels.get_mut(level) {
                tally.extent.add(fixed(x));
                *level += 1;
            }
        });
        self.calibration.agree(instrument, (&self.cells, values), &self.placing);
    }

    /// How many sheets were counted.
    pub(super) fn sheets(&self) -> usize {
        self.parts.iter().map(|counts| counts.sheets).sum()
    }

    /// The exact sums of what was counted.
    pub(super) fn summary(&self, instrument: &Instrument) -> Summary {
        let mut summary = Summary::empty(instrument);
        for (part, counts) in summary.parts.iter_mut().zip(&self.parts) {
            part.sheets = counts.sheets;
            part.bands.clone_from(&counts.bands);
            for (cell, counted) in self.cells.iter().zip(&counts.cells) {
                cell.add(instrument, counted, part);
            }
            let tallies = part.scales.iter_mut().zip(&mut part.scores).zip(&counts.scales);
            for (way, ((moments, tally), (sums, scores, recent))) in self.ways.iter().zip(tallies) {
                moments.clone_from(sums);
                tally.clone_from(scores);
                for (x, n) in recent.left() {
                    moments.add(x, n);
                    tally.add(x, n);
                }
                let Way::Once { cell, classes, scores, .. } = way else { continue };
                for (n, class) in counts.cells.get(*cell).into_iter().flatten().zip(classes) {
                    let score = scores.get(usize::from(*class)).copied().flatten();
                    if let (Some(x), true) = (score, *n > 0) {
                        let n = usize::try_from(*n).unwrap_or_default();
                        moments.add(fixed(x.value), n);
                        tally.add(fixed(x.value), n);
                    }
                }
            }
        }
        summary.calibration = self.calibration();
        summary
    }

    /// What was added sheet by sheet, and each pattern of answers to scales that are
    /// scored once.
    fn calibration(&self) -> Calibration {
        let (mut sums, mut values) = (self.calibration.clone(), Vec::new());
        for (scale, way) in self.ways.iter().enumerate() {
            let Way::Once { cell, digits, classes, .. } = way else { continue };
            let Some(found) = self.cells.get(*cell) else { continue };
            for (code, _) in (0..).zip(classes) {
                let place = usize::try_from(code).unwrap_or_default();
                let counted = self.parts.iter().filter_map(|counts| counts.cells.get(*cell)?.get(place));
                let sheets: usize = counted.map(|n| usize::try_from(*n).unwrap_or_default()).sum();
                if sheets > 0 {
                    values.clear();
                    values.extend(digits.iter().filter_map(|n| Some(found.digit(*n, code)?.1)));
                    sums.add(scale, &values, sheets);
                }
            }
        }
        sums.sums()
    }
}

/// Adds what a digit says of a member of a scale.
fn add(weighed: &mut Weighed, member: &Member, digit: Option<(&Digit, usize)>) {
    let points = digit.and_then(|(digit, value)| *digit.points.get(value)?);
    weighed.add(member.weight, points.map(|points| member.keyed(points)));
}

/// How a scale is scored: once a code, where one cell holds it and nothing else.
fn way(cells: &[Cell], scale: &Scale) -> Option<Way> {
    let digit = |member: &Member| find(cells, (member.item, member.part));
    let digits: Vec<(usize, usize)> = scale.members.iter().map(digit).collect::<Option<_>>()?;
    let (cell, _) = *digits.first()?;
    if digits.len() < 2 || digits.iter().any(|(other, _)| *other != cell) {
        let mut weighed = Weighed::default();
        scale.members.iter().for_each(|member| weighed.add(member.weight, None));
        return Some(Way::Each { digits, weight: weighed.weight() });
    }
    let classes = vec![OPEN; cells.get(cell).map_or(0, Cell::values)];
    Some(Way::Once { cell, digits: digits.into_iter().map(|(_, n)| n).collect(), classes, scores: Vec::new() })
}

/// The class of a score: all codes with the same one are in it.
fn class_of(score: Number, scores: &mut Vec<Number>) -> u16 {
    let class = scores.iter().position(|known| *known == score).unwrap_or_else(|| {
        scores.push(score);
        scores.len() - 1
    });
    u16::try_from(class).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(definition: &str) -> bool {
        let (instrument, _) = Instrument::compile(definition.as_bytes()).unwrap();
        Counter::new(&instrument).is_some()
    }

    #[test]
    fn what_hangs_on_more_than_a_code_is_not_counted() {
        let flagship = include_str!("../../www/instruments/bt-synchronization.json");
        assert!(counts(flagship));
        let minimal = include_str!("../../tests/definitions/valid/minimal.json");
        assert!(counts(minimal));
        assert!(!counts(include_str!("../../tests/definitions/valid/all-kinds.json")), "items on a condition");
    }
}
