//! Agreement of several persons about items with `choices` steps, 1..=A.
//!
//! A pair is not a group: for two persons these say nothing but how many steps
//! they are apart.

use crate::number::count;

/// An item's variance as a share of the variance of answers spread evenly over
/// all choices, `(A^2 - 1) / 12`; none for fewer than two choices.
///
/// Source: L. R. James, R. G. Demaree, G. Wolf, "Estimating within-group
/// interrater reliability with and without response bias", Journal of Applied
/// Psychology 69 (1984) 85-98.
pub(crate) fn disagreement(variance: f64, choices: usize) -> Option<f64> {
    let a = count(choices);
    (choices >= 2).then(|| variance * 12.0 / (a * a - 1.0))
}

/// r*wg(j): 1 less the mean [`disagreement`] of the items; none for no items.
/// Of one item it is rwg. At most 1; negative where answers lie farther apart
/// than chance, which the shown form of rwg cuts off at 0.
///
/// Source: M. K. Lindell, C. J. Brandt, D. J. Whitney, "A revised index of
/// interrater agreement for multi-item ratings of a single target", Applied
/// Psychological Measurement 23 (1999) 127-135.
pub(crate) fn r_star(disagreements: &[f64]) -> Option<f64> {
    super::spread::mean(disagreements).map(|mean| 1.0 - mean)
}

#[cfg(test)]
pub(super) mod unshown {
    //! Indices that are not shown, kept to check the ones that are.

    use crate::number::{above, count, equal};
    use crate::statistics::spread::mean;
    use crate::statistics::spread::unshown::variance;

    /// rwg(j), 0..=1: grows with the number of items, so that scales of
    /// different length must not be compared.
    ///
    /// Source: L. R. James, R. G. Demaree, G. Wolf, as above.
    pub(in crate::statistics) fn rwg_j(disagreements: &[f64]) -> Option<f64> {
        let s = mean(disagreements)?.min(1.0);
        let agreed = count(disagreements.len()) * (1.0 - s);
        Some(agreed / (agreed + s))
    }

    /// `a_wg`, -1..=1: agreement against the largest variance possible at this mean.
    ///
    /// Source: R. D. Brown, N. M. A. Hauenstein, "Interrater Agreement
    /// Reconsidered", Organizational Research Methods 8 (2005) 165-184.
    pub(in crate::statistics) fn a_wg(xs: &[f64], choices: usize) -> Option<f64> {
        let (m, s2) = (mean(xs)?, variance(xs)?);
        let (low, high, n) = (1.0, count(choices), count(xs.len()));
        if equal(m, low) || equal(m, high) {
            return Some(1.0);
        }
        if above((low * (n - 1.0) + high) / n, m) || above(m, (high * (n - 1.0) + low) / n) {
            return None;
        }
        Some(1.0 - 2.0 * s2 / (((high + low) * m - m * m - high * low) * n / (n - 1.0)))
    }

    /// The mean absolute deviation from `centre`; practical limit A / 6.
    ///
    /// Source: M. J. Burke, W. P. Dunlap, "Estimating Interrater Agreement with
    /// the Average Deviation Index", Organizational Research Methods 5 (2002)
    /// 159-172.
    pub(in crate::statistics) fn average_deviation(xs: &[f64], centre: f64) -> Option<f64> {
        let apart: Vec<f64> = xs.iter().map(|x| (x - centre).abs()).collect();
        mean(&apart)
    }
}
