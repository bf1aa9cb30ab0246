//! Centre and spread of a list of numbers.

use super::ratio;
use crate::number::{count, equal, sum};

/// The mean; none for no numbers.
pub(crate) fn mean(xs: &[f64]) -> Option<f64> {
    ratio(sum(xs), count(xs.len()))
}

/// Squared differences from the mean, added up: 0 exactly where all are equal.
pub(crate) fn squares(xs: &[f64]) -> f64 {
    products(xs, xs)
}

/// Products of both differences from the means, added up: 0 exactly where one
/// side does not vary. The lists have one length.
pub(crate) fn products(xs: &[f64], ys: &[f64]) -> f64 {
    let (Some(mx), Some(my)) = (mean(xs), mean(ys)) else { return 0.0 };
    if flat(xs) || flat(ys) {
        return 0.0;
    }
    let products: Vec<f64> = xs.iter().zip(ys).map(|(x, y)| (x - mx) * (y - my)).collect();
    sum(&products)
}

/// Whether all numbers are equal.
fn flat(xs: &[f64]) -> bool {
    let least = xs.iter().copied().fold(f64::INFINITY, f64::min);
    xs.iter().all(|x| equal(*x, least))
}

#[cfg(test)]
pub(super) mod unshown {
    //! What is not shown, kept to check what is.

    use super::squares;
    use crate::number::{count, equal, sorted};

    /// The mean of the middle one or two; none for no numbers.
    pub(in crate::statistics) fn median(xs: &[f64]) -> Option<f64> {
        let sorted = sorted(xs);
        let upper = sorted.get(sorted.len() / 2)?;
        let lower = if sorted.len().is_multiple_of(2) { sorted.get(sorted.len() / 2 - 1)? } else { upper };
        Some(f64::midpoint(*lower, *upper))
    }

    /// The variance with n - 1; none for fewer than two numbers.
    pub(in crate::statistics) fn variance(xs: &[f64]) -> Option<f64> {
        (xs.len() >= 2).then(|| squares(xs) / count(xs.len() - 1))
    }

    /// The standard deviation with n - 1; none for fewer than two numbers. Of one
    /// person's raw answers it is the intra-individual response variability: low
    /// where the same answer stands everywhere.
    pub(in crate::statistics) fn deviation(xs: &[f64]) -> Option<f64> {
        variance(xs).map(f64::sqrt)
    }

    /// The length of the longest run of equal answers in the order given; 0 for none.
    pub(in crate::statistics) fn longest_run(xs: &[f64]) -> usize {
        let (mut longest, mut run, mut before) = (0, 0, None);
        for &x in xs {
            run = if before.is_some_and(|b| equal(b, x)) { run + 1 } else { 1 };
            longest = longest.max(run);
            before = Some(x);
        }
        longest
    }
}
