//! Dimensions and items chosen by their score, for texts and advice.

use crate::instrument::{Pick, Scored};
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
    let mut picked: Vec<Picked> = Vec::new();
    for pick in &view.instrument.picks {
        let chosen = match pick {
            Pick::Dimension { of, smallest, above } => first(of, view, *smallest, *above).map(Picked::Dimension),
            Pick::LowestItem { of, pick } => match picked.get(*pick) {
                Some(Picked::Dimension(d)) => of.get(*d).and_then(|scale| lowest(view, *scale)).map(Picked::Item),
                _ => None,
            },
        };
        picked.push(chosen.unwrap_or(Picked::Nothing));
    }
    picked
}

/// The dimension with the largest (or smallest) known number above a limit; of
/// equal ones the first.
fn first(of: &[Scored], view: &View<'_>, smallest: bool, limit: Option<f64>) -> Option<usize> {
    let mut best: Option<(usize, f64)> = None;
    for (dimension, scored) in of.iter().enumerate() {
        let Some(x) = view.scored(*scored).map(|x| x.value) else { continue };
        let key = order_key(if smallest { -x } else { x });
        let far = limit.is_none_or(|limit| above(x, limit));
        if far && best.is_none_or(|(_, most)| key > most) {
            best = Some((dimension, key));
        }
    }
    best.map(|(dimension, _)| dimension)
}

/// The answered member of a scale with the fewest keyed points; of equal ones
/// the first.
fn lowest(view: &View<'_>, scored: Scored) -> Option<usize> {
    let Scored::Scale(scale) = scored else { return None };
    let mut best: Option<(usize, f64)> = None;
    for member in &view.instrument.scales.get(scale)?.members {
        let Some(key) = keyed(view.instrument, view.response, member).map(order_key) else { continue };
        if best.is_none_or(|(_, least)| key < least) {
            best = Some((member.item, key));
        }
    }
    best.map(|(item, _)| item)
}
