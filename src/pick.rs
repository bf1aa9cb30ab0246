//! Dimensions and items chosen by their score, for texts and advice.

use crate::instrument::{Choose, Instrument, Scored};
use crate::number::{above, order_key};
use crate::scoring::{View, keyed};

/// What a pick has chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Picked {
    /// Nothing is known, or nothing is far enough.
    Nothing,
    /// A dimension.
    Dimension(usize),
    /// An item.
    Item(usize),
}

/// Makes every pick, in the order of the definition.
pub(crate) fn picks(view: &View<'_>) -> Vec<Picked> {
    let instrument = view.instrument;
    let mut picked: Vec<Picked> = Vec::with_capacity(instrument.picks.len());
    for pick in &instrument.picks {
        picked.push(match &pick.choose {
            Choose::Largest { of, above: limit } => match first(of, view, |x| x) {
                Some((dimension, x)) if limit.is_none_or(|limit| above(x, limit)) => Picked::Dimension(dimension),
                _ => Picked::Nothing,
            },
            Choose::Smallest { of } => first(of, view, |x| -x).map_or(Picked::Nothing, |(d, _)| Picked::Dimension(d)),
            Choose::LowestItem { of, pick } => match picked.get(*pick) {
                Some(Picked::Dimension(d)) => {
                    of.get(*d).and_then(|scale| lowest(instrument, view, *scale)).map_or(Picked::Nothing, Picked::Item)
                }
                _ => Picked::Nothing,
            },
        });
    }
    picked
}

/// The dimension with the largest known number under `sense`, and the number; of
/// equal ones the first.
fn first(of: &[Scored], view: &View<'_>, sense: fn(f64) -> f64) -> Option<(usize, f64)> {
    let mut best: Option<(usize, f64)> = None;
    for (dimension, scored) in of.iter().enumerate() {
        let Some(x) = view.scored(*scored).map(|x| x.value) else { continue };
        if best.is_none_or(|(_, most)| order_key(sense(x)) > order_key(sense(most))) {
            best = Some((dimension, x));
        }
    }
    best
}

/// The answered member of a scale with the fewest keyed points; of equal ones
/// the first.
fn lowest(instrument: &Instrument, view: &View<'_>, scale: usize) -> Option<usize> {
    let mut best: Option<(usize, f64)> = None;
    for member in &instrument.scales.get(scale)?.members {
        let Some(points) = keyed(instrument, view.response, member) else { continue };
        if best.is_none_or(|(_, least)| order_key(points) < order_key(least)) {
            best = Some((member.item, points));
        }
    }
    best.map(|(item, _)| item)
}
