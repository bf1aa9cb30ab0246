//! Statistics of groups, scales and pairs of profiles.
//!
//! Pure and total: what is undefined is `None`, never 0. Sums go through
//! [`crate::number::sum`], so the order of persons or items changes no bit. Two
//! numbers within [`crate::number::TOLERANCE`] are equal here as everywhere:
//! answers that differ by less have no variance.

pub(crate) mod agreement;
mod beta;
pub(crate) mod effect;
pub(crate) mod profile;
pub(crate) mod rank;
pub(crate) mod reliability;
pub(crate) mod spread;
pub(crate) mod variation;

use crate::number::equal;

/// A quotient; none where the divisor is 0.
fn ratio(above: f64, below: f64) -> Option<f64> {
    (!equal(below, 0.0)).then(|| above / below)
}

#[cfg(test)]
#[path = "../../tests/statistics/mod.rs"]
mod tests;
