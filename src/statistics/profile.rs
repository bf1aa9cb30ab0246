//! Two profiles over the same items: how far apart, and in which way.

use super::ratio;
use super::spread::{mean, products, squares};
use crate::number::{count, sum};

/// The squared distance of two profiles and its three parts, which add up to it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Profile {
    /// D2: squared differences, added up.
    pub(crate) distance: f64,
    /// One lies higher.
    pub(crate) elevation: f64,
    /// One spreads more.
    pub(crate) scatter: f64,
    /// The highs and lows lie elsewhere; 0 where one side is flat.
    pub(crate) shape: f64,
    /// `ICC_DE`, the correlation of all pairs (x, y) and (y, x): 1 only for equal
    /// profiles; none where all numbers are equal.
    pub(crate) likeness: Option<f64>,
}

/// Compares the answers `x` and `y` to the same items, in one order; none for no
/// items or lists of different length.
///
/// Sources: L. J. Cronbach, G. C. Gleser, "Assessing similarity between
/// profiles", Psychological Bulletin 50 (1953) 456-473; double entry:
/// R. R. `McCrae`, "A note on some measures of profile agreement", Journal of
/// Personality Assessment 90 (2008) 105-109.
pub(crate) fn profile(x: &[f64], y: &[f64]) -> Option<Profile> {
    if x.len() != y.len() {
        return None;
    }
    let n = count(x.len());
    let (mx, my) = (mean(x)?, mean(y)?);
    let (sx, sy) = (squares(x).sqrt(), squares(y).sqrt());
    let added = |value: &dyn Fn(f64, f64) -> f64| sum(&x.iter().zip(y).map(|(x, y)| value(*x, *y)).collect::<Vec<_>>());
    let m = f64::midpoint(mx, my);
    Some(Profile {
        distance: added(&|x, y| (x - y) * (x - y)),
        elevation: n * (mx - my) * (mx - my),
        scatter: (sx - sy) * (sx - sy),
        // Rounding must not lead below zero.
        shape: (2.0 * (sx * sy - products(x, y))).max(0.0),
        likeness: ratio(2.0 * added(&|x, y| (x - m) * (y - m)), added(&|x, y| (x - m) * (x - m) + (y - m) * (y - m))),
    })
}
