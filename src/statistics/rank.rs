//! Rankings: how well several agree.

use super::ratio;
use crate::number::{count, equal, order_key, sum, whole};
use std::collections::BTreeMap;

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

/// A number as it is ranked: in whole millionths, so that numbers which only
/// rounding tells apart tie.
pub(crate) fn place(x: f64) -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "rounded down before; the ends are held where they do not fit")]
    let place = order_key(x) as i64;
    place
}

/// Spearman's rho, -1..=1, of numbers that may tie: Pearson's r of their mean
/// ranks. From how many persons have each two [`place`]s, exact but for the last
/// roots and quotients; none where one side does not vary.
///
/// Source: M. G. Kendall, "The treatment of ties in ranking problems",
/// Biometrika 33 (1945) 239-251.
pub(crate) fn spearman(persons: &[((i64, i64), usize)]) -> Option<f64> {
    let (mut xx, mut yy, mut xy) = (0, 0, 0);
    let (first, second) = (apart(persons, &|pair| pair.0), apart(persons, &|pair| pair.1));
    for ((x, y), (_, n)) in first.into_iter().zip(second).zip(persons) {
        let n = wide(*n);
        xx += n * x * x;
        yy += n * y * y;
        xy += n * x * y;
    }
    correlation(whole(xx), whole(yy), whole(xy))
}

/// By pair, twice how far one of its mean ranks lies above the mean of all ranks:
/// a whole number.
fn apart(persons: &[((i64, i64), usize)], of: &dyn Fn((i64, i64)) -> i64) -> Vec<i128> {
    let mut ranks: BTreeMap<i128, usize> = BTreeMap::new();
    for (pair, n) in persons {
        *ranks.entry(of(*pair).into()).or_default() += n;
    }
    let mut below = 0;
    for rank in ranks.values_mut() {
        let own = *rank;
        *rank += 2 * below;
        below += own;
    }
    let rank = |pair: (i64, i64)| ranks.get(&of(pair).into()).copied().unwrap_or(below);
    persons.iter().map(|(pair, _)| wide(rank(*pair)) - wide(below)).collect()
}

fn wide(n: usize) -> i128 {
    i128::try_from(n).unwrap_or(0)
}

/// Pearson's r, -1..=1, from squares and products of the differences from the
/// means, added up; none where one side does not vary.
pub(super) fn correlation(xx: f64, yy: f64, xy: f64) -> Option<f64> {
    let (x, y) = (xx.sqrt(), yy.sqrt());
    // Rounding must not lead out of the range.
    if equal(x, 0.0) || equal(y, 0.0) { None } else { Some((xy / (x * y)).clamp(-1.0, 1.0)) }
}
