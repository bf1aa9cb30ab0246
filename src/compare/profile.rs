//! Statistics of two profiles and of two rankings.

use crate::number::{above, count, sum};

/// How far two profiles are apart, and why.
pub(super) struct Profile {
    /// -1..1; none when all values are equal.
    pub(super) icc_de: Option<f64>,
    /// The squared distance, and the parts that add up to it, none of them
    /// negative: of the means, of the spreads, of the patterns.
    pub(super) d2: f64,
    pub(super) elevation: f64,
    pub(super) scatter: f64,
    pub(super) shape: f64,
}

/// Compares two profiles over the same items, at least one; what the longer one
/// has more is left out.
///
/// Distance and parts: L. J. Cronbach, G. C. Gleser, "Assessing similarity
/// between profiles", Psychological Bulletin 50 (1953) 456-473. With a flat
/// profile the shape is 0 and the parts still add up. `icc_de` is the
/// double-entry intraclass correlation: Pearson's r of all (x, y) and (y, x).
pub(super) fn profile(x: &[f64], y: &[f64]) -> Profile {
    let n = count(x.len().min(y.len()));
    let over = |part: &dyn Fn(f64, f64) -> f64| {
        let mut values = Vec::new();
        for (x, y) in x.iter().zip(y) {
            values.push(part(*x, *y));
        }
        sum(&values)
    };
    let (mx, my) = (over(&|x, _| x) / n, over(&|_, y| y) / n);
    let spread = (over(&|x, _| (x - mx) * (x - mx)).sqrt(), over(&|_, y| (y - my) * (y - my)).sqrt());
    let together = over(&|x, y| (x - mx) * (y - my));
    let middle = f64::midpoint(mx, my);
    let from_middle = |x: f64| x - middle;
    let all = over(&|x, _| from_middle(x) * from_middle(x)) + over(&|_, y| from_middle(y) * from_middle(y));
    let both = over(&|x, y| from_middle(x) * from_middle(y));
    Profile {
        icc_de: above(all, 0.0).then(|| 2.0 * both / all),
        d2: over(&|x, y| (x - y) * (x - y)),
        elevation: n * (mx - my) * (mx - my),
        scatter: (spread.0 - spread.1) * (spread.0 - spread.1),
        // Rounding must not lead below zero.
        shape: (2.0 * (spread.0 * spread.1 - together)).max(0.0),
    }
}

/// Spearman's rank correlation of two rankings of the same options without
/// ties: -1..1, `1 - 6 sum(d^2) / (n (n^2 - 1))`. None for fewer than two
/// options, or when an option is missing in one of them.
pub(super) fn rank_correlation(a: &[usize], b: &[usize]) -> Option<f64> {
    let n = count(a.len());
    let mut squares = Vec::new();
    for (rank, option) in a.iter().enumerate() {
        let d = count(rank) - count(b.iter().position(|other| other == option)?);
        squares.push(d * d);
    }
    (a.len() > 1 && a.len() == b.len()).then(|| 1.0 - 6.0 * sum(&squares) / (n * (n * n - 1.0)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::equal;

    #[test]
    fn parts_add_up() {
        for (x, y) in [
            (vec![0.0, 50.0, 100.0], vec![100.0, 50.0, 0.0]),
            (vec![10.0, 20.0], vec![30.0, 30.0]),
            (vec![5.0], vec![7.0]),
        ] {
            let p = profile(&x, &y);
            assert!((p.d2 - p.elevation - p.scatter - p.shape).abs() < 1e-9, "{x:?} {y:?}");
        }
    }

    #[test]
    fn correlation_of_double_entries() {
        let icc = |x: &[f64], y: &[f64]| profile(x, y).icc_de;
        assert!(equal(icc(&[0.0, 100.0], &[0.0, 100.0]).unwrap(), 1.0));
        assert!(equal(icc(&[0.0, 100.0], &[100.0, 0.0]).unwrap(), -1.0));
        // One flat side: defined. All equal: not.
        assert!(equal(icc(&[50.0, 50.0], &[0.0, 100.0]).unwrap(), 0.0));
        assert_eq!(icc(&[30.0, 30.0], &[30.0, 30.0]), None);
    }

    #[test]
    fn rankings() {
        assert!(equal(rank_correlation(&[0, 1, 2, 3, 4], &[4, 3, 2, 1, 0]).unwrap(), -1.0));
        assert!(equal(rank_correlation(&[2, 0, 1], &[2, 0, 1]).unwrap(), 1.0));
        assert!(equal(rank_correlation(&[0, 1, 2, 3, 4], &[1, 0, 2, 3, 4]).unwrap(), 0.9));
        assert_eq!(rank_correlation(&[0], &[0]), None);
        assert_eq!(rank_correlation(&[0, 1], &[0, 2]), None);
    }
}
