//! What is added up for those who look after an instrument.
//!
//! Over all roles: how the members of a scale go together, and whether a score
//! agrees with an item that asks for the same thing.

mod counted;
mod kept;
mod pairs;
mod products;
mod view;

pub(super) use counted::{Counted, find};
pub(crate) use view::calibration;

use super::exact::{HUNDRED, fixed};
use crate::instrument::{Instrument, Member, Scale};
use crate::response::Response;
use crate::scoring::Derived;
use crate::statistics::rank::place;
use pairs::Pairs;
use products::{Products, is_kept};

/// The sums over all sheets.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Calibration {
    scales: Vec<Products>,
    /// By entry of `calibration`.
    pairs: Vec<Pairs>,
}

impl Calibration {
    /// Of no sheets.
    pub(super) fn empty(instrument: &Instrument) -> Self {
        Calibration {
            scales: instrument.scales.iter().map(Products::empty).collect(),
            pairs: vec![Pairs::default(); instrument.calibration.len()],
        }
    }

    /// Adds a sheet.
    pub(super) fn add(&mut self, instrument: &Instrument, response: &Response, derived: &Derived) {
        for (products, scale) in self.scales.iter_mut().zip(&instrument.scales) {
            if let Some(points) = points(instrument, response, scale) {
                products.add(&points, 1);
            }
        }
        for (pairs, (composite, item)) in self.pairs.iter_mut().zip(&instrument.calibration) {
            let score = derived.composites.get(*composite).copied().flatten();
            if let (Some(score), Some(points)) = (score, response.points(instrument, *item, None)) {
                pairs.add((place(score.value), place(points)), 1);
            }
        }
    }

    /// Adds the sheets of another one of the same instrument.
    pub(super) fn merge(&mut self, other: &Calibration) {
        self.scales.iter_mut().zip(&other.scales).for_each(|(mine, more)| mine.merge(more));
        self.pairs.iter_mut().zip(&other.pairs).for_each(|(mine, more)| mine.merge(more));
    }
}

/// The points of all members in the direction of their scale; none if one of them
/// has none, or if there are too many members.
fn points(instrument: &Instrument, response: &Response, scale: &Scale) -> Option<Vec<i64>> {
    if !is_kept(scale) {
        return None;
    }
    let points = |member: &Member| {
        let points = response.points(instrument, member.item, member.part)?;
        Some(exact(member, points))
    };
    scale.members.iter().map(points).collect()
}

/// Points of a member in the direction of its scale, as they are added up.
fn exact(member: &Member, points: f64) -> i64 {
    let points = fixed(points);
    let keyed = if member.reversed { HUNDRED - points } else { points };
    i64::try_from(keyed).unwrap_or_default()
}
