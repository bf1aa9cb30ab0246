//! The sums of sheets that are counted by their codes.

use super::{Calibration, exact};
use crate::cohort::codes::{Cell, Digit};
use crate::cohort::part::Row;
use crate::cohort::recent::Recent;
use crate::instrument::{Instrument, Member};
use crate::scoring::Placing;
use crate::statistics::rank::place;

/// Sums of one instrument, and how its codes enter them.
#[derive(Clone, Debug)]
pub(in crate::cohort) struct Counted {
    sums: Calibration,
    /// By scale and member, by value of its digit the points.
    scales: Vec<Vec<Vec<Option<i64>>>>,
    /// By entry of `calibration` cell and digit of the item, and pairs that came
    /// lately.
    agreements: Vec<(Place, Recent<(i64, i64)>)>,
    /// Of the sheet in hand.
    points: Vec<i64>,
}

/// Cell and digit of an item or a row of a grid.
type Place = (usize, usize);

impl Counted {
    /// Of no sheets. None where a member or an item has no digit.
    pub(in crate::cohort) fn new(instrument: &Instrument, cells: &[Cell]) -> Option<Self> {
        let (mut scales, mut agreements) = (Vec::new(), Vec::new());
        for scale in &instrument.scales {
            let points = |member: &Member| {
                let digit = digit(cells, (member.item, member.part))?;
                Some(digit.points.iter().map(|points| points.map(|points| exact(member, points))).collect())
            };
            scales.push(scale.members.iter().map(points).collect::<Option<_>>()?);
        }
        for (_, item) in &instrument.calibration {
            agreements.push((find(cells, (*item, None))?, Recent::new()));
        }
        Some(Counted { sums: Calibration::empty(instrument), scales, agreements, points: Vec::new() })
    }

    /// Adds `times` sheets to the sums of a scale, by member the value of its digit.
    pub(in crate::cohort) fn add(&mut self, scale: usize, values: &[usize], times: usize) {
        let (Some(products), Some(members)) = (self.sums.scales.get_mut(scale), self.scales.get(scale)) else { return };
        self.points.clear();
        self.points.extend(members.iter().zip(values).map_while(|(points, value)| *points.get(*value)?));
        if self.points.len() == members.len() {
            products.add(&self.points, times);
        }
    }

    /// Adds a sheet whose scores have been computed to the pairs.
    pub(in crate::cohort) fn agree(
        &mut self,
        instrument: &Instrument,
        (cells, values): (&[Cell], &[u32]),
        placed: &Placing,
    ) {
        let agreements = self.agreements.iter_mut().zip(&mut self.sums.pairs);
        for (((at, recent), pairs), (composite, _)) in agreements.zip(&instrument.calibration) {
            let value = values.get(at.0).copied().unwrap_or_default();
            let digit = cells.get(at.0).and_then(|cell| cell.digit(at.1, value));
            let points = digit.and_then(|(digit, value)| *digit.points.get(value)?);
            let (Some(score), Some(points)) = (placed.composite(*composite), points) else { continue };
            let pair = (place(score.value), place(points));
            let bits = pair.0.cast_unsigned() ^ pair.1.cast_unsigned().rotate_left(32);
            recent.add(pair, bits, |pair, n| pairs.add(pair, n));
        }
    }

    /// The sums of everything that was added.
    pub(in crate::cohort) fn sums(mut self) -> Calibration {
        for ((_, recent), pairs) in self.agreements.iter().zip(&mut self.sums.pairs) {
            for (pair, n) in recent.left() {
                pairs.add(pair, n);
            }
        }
        self.sums
    }
}

/// Where an item or a row of a grid stands.
pub(in crate::cohort) fn find(cells: &[Cell], row: Row) -> Option<Place> {
    let digit = |cell: &Cell| cell.digits().iter().position(|digit| digit.row == row);
    cells.iter().enumerate().find_map(|(n, cell)| Some((n, digit(cell)?)))
}

fn digit(cells: &[Cell], row: Row) -> Option<&Digit> {
    let (cell, digit) = find(cells, row)?;
    cells.get(cell)?.digits().get(digit)
}
