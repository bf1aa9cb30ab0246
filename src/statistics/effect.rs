//! How far two groups lie apart.

use super::ratio;
use super::variation::Group;
use crate::number::{count, equal};

/// Cohen's d, the first less the second in pooled standard deviations; none for
/// a group of fewer than two or where nothing varies.
pub(crate) fn cohen_d(first: &Group, second: &Group) -> Option<f64> {
    if first.n < 2 || second.n < 2 {
        return None;
    }
    let pooled = (first.squares + second.squares) / count(first.n + second.n - 2);
    if equal(pooled, 0.0) { None } else { ratio(first.mean - second.mean, pooled.sqrt()) }
}

/// Hedges' g: [`cohen_d`] corrected for small groups.
///
/// Source: L. V. Hedges, "Distribution theory for Glass's estimator of effect
/// size and related estimators", Journal of Educational Statistics 6 (1981)
/// 107-128, with the approximation of the correction given there.
pub(crate) fn hedges_g(first: &Group, second: &Group) -> Option<f64> {
    let d = cohen_d(first, second)?;
    Some(d * (1.0 - 3.0 / (4.0 * count(first.n + second.n) - 9.0)))
}
