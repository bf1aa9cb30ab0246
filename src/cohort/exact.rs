//! Sums that no order and no grouping can change: whole numbers of 2^-40.
//!
//! A score is rounded once, when it comes in, by less than a billionth of a
//! thousandth of a point; from there on everything is added as integers. With
//! [`crate::limits::SHEETS`] scores of at most 100 points the sums of squares
//! stay below 2^124.

pub(super) use crate::number::whole;
use crate::number::{count, equal};
use crate::statistics::variation::Group;

/// 2^40, a whole point.
const ONE: f64 = 1_099_511_627_776.0;
/// Larger scores, which no sensible composite has, are held here: 2^90.
const MOST: i128 = 1 << 90;
/// 100 points.
pub(super) const HUNDRED: i128 = 100 << 40;

/// A score as a whole number of 2^-40, at most 2^90 in absolute value.
pub(super) fn fixed(x: f64) -> i128 {
    #[expect(clippy::cast_possible_truncation, reason = "rounded down before, held within bounds after")]
    let fixed = (x * ONE + 0.5).floor() as i128;
    fixed.clamp(-MOST, MOST)
}

/// The score behind such a number.
pub(super) fn number(fixed: i128) -> f64 {
    whole(fixed) / ONE
}

/// Products of the differences of two scores from their means, added up over `n`
/// sheets, in squared points; 0 for none. From the two sums and that of the
/// products of the scores.
///
/// Taken about the means rounded down, so that nothing overflows and nothing is
/// lost: of sums `x = n a + r` and `y = n b + s` it is
/// `products - b x - a y + n a b - r s / n`.
#[inline(never)]
pub(super) fn apart(n: usize, sums: [i128; 2], products: i128) -> f64 {
    let n = i128::try_from(n).unwrap_or(0);
    let part = |sum: i128| Some((sum.checked_div_euclid(n)?, sum.checked_rem_euclid(n)?));
    let [Some((a, over)), Some((b, other))] = sums.map(part) else { return 0.0 };
    let about = products - b * sums[0] - a * sums[1] + n * a * b;
    (whole(about) - whole(over) * whole(other) / whole(n)) / ONE / ONE
}

/// How many numbers there were, their sum, the least and the greatest.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Extent {
    pub(super) n: usize,
    pub(super) sum: i128,
    /// None while there are none.
    pub(super) ends: Option<(i128, i128)>,
}

impl Extent {
    pub(super) fn add(&mut self, x: i128) {
        self.merge(&Extent { n: 1, sum: x, ends: Some((x, x)) });
    }

    pub(super) fn merge(&mut self, other: &Extent) {
        self.n += other.n;
        self.sum += other.sum;
        self.ends = match (self.ends, other.ends) {
            (Some((low, high)), Some((l, h))) => Some((low.min(l), high.max(h))),
            (ends, None) | (None, ends) => ends,
        };
    }

    /// The mean; none for no numbers.
    pub(super) fn mean(&self) -> Option<f64> {
        (self.n > 0).then(|| number(self.sum) / count(self.n))
    }

    pub(super) fn least(&self) -> Option<f64> {
        self.ends.map(|(low, _)| number(low))
    }

    pub(super) fn greatest(&self) -> Option<f64> {
        self.ends.map(|(_, high)| number(high))
    }

    /// Whether the parts agree, for at most [`crate::limits::SHEETS`] numbers from
    /// `low` to `high`.
    pub(super) fn is_sound(&self, (low, high): (i128, i128)) -> bool {
        match (self.n, self.ends) {
            (0, None) => self.sum == 0,
            (1.., Some((least, greatest))) => {
                let (n, width) = (i128::try_from(self.n).unwrap_or(0), greatest - least);
                // The two ends are among the numbers, the others lie between.
                let within = low <= least && width >= 0 && greatest <= high;
                within && n * least + width <= self.sum && self.sum <= n * greatest - width
            }
            _ => false,
        }
    }
}

/// Scores of 0 to 100 points, with the sum of their squares.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Moments {
    pub(super) extent: Extent,
    pub(super) squares: i128,
}

impl Moments {
    /// Adds `n` scores equal to `x`, from 0 to 100 points.
    pub(super) fn add(&mut self, x: i128, n: usize) {
        let times = i128::try_from(n).unwrap_or(0);
        self.extent.merge(&Extent { n, sum: times * x, ends: Some((x, x)) });
        self.squares += times * x * x;
    }

    pub(super) fn merge(&mut self, other: &Moments) {
        self.extent.merge(&other.extent);
        self.squares += other.squares;
    }

    /// Squared differences from the mean, added up, in points; 0 for none.
    pub(super) fn apart(&self) -> f64 {
        let apart = apart(self.extent.n, [self.extent.sum; 2], self.squares);
        // Rounding when scores came in is no variance.
        let flat = self.extent.ends.is_none_or(|(low, high)| equal(number(low), number(high)));
        if flat { 0.0 } else { apart.max(0.0) }
    }

    /// The variance with n - 1, in squared points; none for fewer than two.
    pub(super) fn variance(&self) -> Option<f64> {
        (self.extent.n >= 2).then(|| self.apart() / count(self.extent.n - 1))
    }

    /// As statistics read it; none for no scores.
    pub(super) fn group(&self) -> Option<Group> {
        Some(Group { n: self.extent.n, mean: self.extent.mean()?, squares: self.apart() })
    }

    /// Whether the parts agree.
    pub(super) fn is_sound(&self) -> bool {
        let n = i128::try_from(self.extent.n).unwrap_or(i128::MAX);
        let most = self.extent.ends.map_or(0, |(_, high)| high.clamp(0, HUNDRED));
        self.extent.is_sound((0, HUNDRED)) && self.squares >= 0 && self.squares / (most * most).max(1) <= n
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_cohort_fits() {
        let mut moments = Moments::default();
        let half = crate::limits::SHEETS / 2;
        moments.add(fixed(100.0), half);
        moments.add(fixed(0.0), half);
        assert!(moments.is_sound());
        assert!(equal(moments.extent.mean().unwrap(), 50.0));
        assert!((moments.variance().unwrap() - 2_500.0).abs() <= 1e-5);
        let mut extent = Extent::default();
        for x in [f64::INFINITY, -1e300, 7.5] {
            extent.add(fixed(x));
        }
        assert_eq!(extent.ends, Some((-MOST, MOST)));
    }

    #[test]
    fn what_does_not_vary_has_no_variance() {
        let mut moments = Moments::default();
        moments.add(fixed(100.0 / 3.0), 7);
        assert_eq!(moments.variance(), Some(0.0));
        assert_eq!(Moments::default().variance(), None);
        assert!(Moments::default().group().is_none() && Moments::default().is_sound());
    }
}
