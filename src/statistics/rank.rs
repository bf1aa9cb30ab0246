//! Rankings: how well several agree.

use super::ratio;
use crate::number::{count, sum};

/// Kendall's W, 0..=1, of complete rankings without ties, from the sum of the
/// ranks of each object; none without rankings or for fewer than two objects.
///
/// Source: M. G. Kendall, B. Babington Smith, "The problem of m rankings",
/// Annals of Mathematical Statistics 10 (1939) 275-287.
pub(crate) fn kendall_w(rank_sums: &[f64], rankings: usize) -> Option<f64> {
    let (m, n) = (count(rankings), count(rank_sums.len()));
    let mean = m * (n + 1.0) / 2.0;
    let apart: Vec<f64> = rank_sums.iter().map(|total| (total - mean) * (total - mean)).collect();
    ratio(12.0 * sum(&apart), m * m * (n * n * n - n))
}

/// Spearman's rho, -1..=1, of two strict rankings: the options, first to
/// last. None where they do not rank the same two or more options.
pub(crate) fn strict(first: &[usize], second: &[usize]) -> Option<f64> {
    let n = count(first.len());
    if first.len() < 2 || first.len() != second.len() {
        return None;
    }
    let mut squared = Vec::new();
    for (rank, option) in first.iter().enumerate() {
        let d = count(rank) - count(second.iter().position(|other| other == option)?);
        squared.push(d * d);
    }
    Some(1.0 - 6.0 * sum(&squared) / (n * (n * n - 1.0)))
}

#[cfg_attr(not(test), expect(dead_code, reason = "for the author's view of many sheets"))]
mod correlation {
    use crate::number::{above, count, equal};
    use crate::statistics::spread::{products, squares};

    /// Pearson's r, -1..=1; none where one side does not vary or the lengths differ.
    pub(crate) fn pearson(xs: &[f64], ys: &[f64]) -> Option<f64> {
        let (sx, sy) = (squares(xs).sqrt(), squares(ys).sqrt());
        if xs.len() != ys.len() || equal(sx, 0.0) || equal(sy, 0.0) {
            return None;
        }
        // Rounding must not lead out of the range.
        Some((products(xs, ys) / (sx * sy)).clamp(-1.0, 1.0))
    }

    /// Spearman's rho of numbers that may tie: Pearson's r of their mean ranks.
    pub(crate) fn spearman(xs: &[f64], ys: &[f64]) -> Option<f64> {
        pearson(&mean_ranks(xs), &mean_ranks(ys))
    }

    /// Ranks from the smallest, 1, upwards; equal numbers share theirs.
    fn mean_ranks(xs: &[f64]) -> Vec<f64> {
        let rank = |x: &f64| {
            let below = xs.iter().filter(|y| above(*x, **y)).count();
            let same = xs.iter().filter(|y| equal(*x, **y)).count();
            count(below) + f64::midpoint(count(same), 1.0)
        };
        xs.iter().map(rank).collect()
    }
}
#[cfg_attr(not(test), expect(unused_imports, reason = "for the author's view of many sheets"))]
pub(crate) use correlation::{pearson, spearman};
