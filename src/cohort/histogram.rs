//! How often each value came up: answers to an item, scores of a scale.
//!
//! Points are held as in [`super::exact`], without their last `shift` bits. The
//! shift is 0 until there are more than [`limits::DISTINCT`] values; then it is
//! the least with which there are not. That depends on the values alone and not
//! on their order, and what was held with a smaller shift can be shifted on.

use super::exact::{Extent, HUNDRED, Moments, number, whole};
use crate::limits;
use crate::number::{count, hundredths};
use std::collections::BTreeMap;

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Histogram {
    pub(super) shift: u32,
    pub(super) counts: BTreeMap<i128, usize>,
}

impl Histogram {
    /// Adds `n` values equal to `x`, at least one.
    pub(super) fn add(&mut self, x: i128, n: usize) {
        *self.counts.entry(x >> self.shift).or_default() += n;
        self.coarsen(self.shift);
    }

    pub(super) fn merge(&mut self, other: &Histogram) {
        let shift = self.shift.max(other.shift);
        self.coarsen(shift);
        for (key, n) in &other.counts {
            *self.counts.entry(key >> (shift - other.shift)).or_default() += n;
        }
        self.coarsen(shift);
    }

    /// Drops bits down to `least`, and more while there are too many values.
    fn coarsen(&mut self, least: u32) {
        while self.shift < least || self.counts.len() > limits::DISTINCT {
            self.shift += 1;
            for (key, n) in core::mem::take(&mut self.counts) {
                *self.counts.entry(key >> 1).or_default() += n;
            }
        }
    }

    /// How many values there are.
    pub(crate) fn len(&self) -> usize {
        self.counts.values().sum()
    }

    /// The value below and above which lie `percent`, from 1 to 99, and the rest
    /// of 100, in points rounded to hundredths; none for no values.
    ///
    /// The first value up to which the share is reached, or the mean of it and
    /// the next where it is reached exactly: of numbers it is in use for the
    /// median, and a scale turned round turns its quantiles round. Of a coarse
    /// value its middle counts, at most a sixteenth of a point away.
    ///
    /// Source: R. J. Hyndman, Y. Fan, "Sample Quantiles in Statistical Packages",
    /// The American Statistician 50 (1996) 361-365, definition 2.
    pub(crate) fn quantile(&self, percent: u8) -> Option<f64> {
        let share = i128::try_from(self.len()).ok()? * i128::from(percent);
        // Counted from 1: share / 100 rounded up, and rounded down and one more.
        Some(hundredths(number(self.nth((share + 99) / 100)? + self.nth(share / 100 + 1)?) / 2.0))
    }

    /// The value that so many are not above, itself included.
    fn nth(&self, mut n: i128) -> Option<i128> {
        let middle = (1_i128 << self.shift) >> 1;
        let mut found = None;
        for (key, times) in &self.counts {
            if n > 0 {
                found = Some(((key << self.shift) + middle).min(HUNDRED));
            }
            n -= i128::try_from(*times).ok()?;
        }
        if n > 0 { None } else { found }
    }

    /// The mean absolute deviation from the mean, in points; none for no answers.
    /// Exact but for the last division; of a coarse value its middle counts.
    pub(super) fn deviation(&self, extent: &Extent) -> Option<f64> {
        let n = i128::try_from(extent.n).ok().filter(|n| *n > 0)?;
        let middle = (1_i128 << self.shift) >> 1;
        let mut apart = 0;
        for (key, times) in &self.counts {
            let x = (key << self.shift) + middle;
            apart += i128::try_from(*times).unwrap_or(0) * (n * x - extent.sum).abs();
        }
        Some(number(apart) / (whole(n) * count(extent.n)))
    }

    /// Whether it can have come from answers with these sums.
    pub(super) fn is_sound(&self, moments: &Moments) -> bool {
        if self.shift > 47 || self.counts.len() > limits::DISTINCT || self.counts.values().any(|times| *times == 0) {
            return false;
        }
        let ends = self.counts.first_key_value().zip(self.counts.last_key_value());
        let ends = ends.map(|((least, _), (greatest, _))| (*least, *greatest));
        let expected = moments.extent.ends.map(|(least, greatest)| (least >> self.shift, greatest >> self.shift));
        let n = self.counts.values().try_fold(0_usize, |n, more| n.checked_add(*more));
        if ends != expected || n != Some(moments.extent.n) {
            return false;
        }
        let mut same = Moments::default();
        self.counts.iter().for_each(|(key, times)| same.add(*key, *times));
        self.shift > 0 || same == *moments
    }
}

#[cfg(test)]
mod tests {
    use super::super::exact::fixed;
    use super::*;

    fn of(values: &[i128]) -> (Histogram, Moments) {
        let mut both = (Histogram::default(), Moments::default());
        for x in values {
            both.0.add(*x, 1);
            both.1.add(*x, 1);
        }
        both
    }

    #[test]
    fn too_many_values_are_held_coarsely_in_every_order() {
        let values: Vec<i128> = (0..5_000_u32).map(|n| fixed(f64::from(n * n % 4_999) / 49.99)).collect();
        let mut reversed = values.clone();
        reversed.reverse();
        let (whole, moments) = of(&values);
        assert!(whole.shift > 0 && whole.counts.len() <= limits::DISTINCT);
        assert!(whole.is_sound(&moments));
        assert_eq!(whole, of(&reversed).0);
        for cut in [1, 900, 2_500] {
            let (first, second) = values.split_at(cut);
            for (mut a, b) in [(of(first).0, of(second).0), (of(second).0, of(first).0)] {
                a.merge(&b);
                assert_eq!(a, whole);
            }
        }
        // Half a step of the coarse values is the most that the deviation is off.
        let mean = moments.extent.mean().unwrap();
        let exact = values.iter().map(|x| (number(*x) - mean).abs()).sum::<f64>() / 5_000.0;
        assert!((whole.deviation(&moments.extent).unwrap() - exact).abs() <= number(1 << whole.shift));
    }

    #[test]
    fn quantiles_of_few_and_of_coarse_values() {
        let at =
            |values: &[f64], percent| of(&values.iter().map(|x| fixed(*x)).collect::<Vec<_>>()).0.quantile(percent);
        let ten = [0.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0];
        let expected = [(1, 0.0), (10, 5.0), (25, 20.0), (50, 45.0), (75, 70.0), (90, 85.0), (99, 90.0)];
        for (percent, x) in expected {
            assert_eq!(at(&ten, percent), Some(x), "{percent}");
        }
        assert_eq!(at(&[12.5, 100.0, 37.5], 50), Some(37.5));
        // A third is rounded, a half hundredth up.
        assert_eq!(at(&[100.0 / 3.0], 50), Some(33.33));
        assert_eq!(at(&[3.125], 25), Some(3.13));
        assert_eq!(at(&[], 50), None);
        let many: Vec<f64> = (0..10_000_u32).map(|n| f64::from(n) / 100.0).collect();
        for percent in [10, 25, 50, 75, 90] {
            let exact = f64::from(percent) - 0.005;
            assert!((at(&many, percent).unwrap() - exact).abs() <= 1.0 / 16.0 + 0.005, "{percent}");
        }
        assert_eq!(at(&[&many[..], &vec![100.0; 1 << 17]].concat(), 90), Some(100.0));
    }

    #[test]
    fn what_contradicts_the_sums_is_not_sound() {
        let (histogram, moments) = of(&[fixed(0.0), fixed(25.0), fixed(25.0), fixed(100.0)]);
        assert!(histogram.is_sound(&moments));
        assert!(!histogram.is_sound(&of(&[fixed(0.0), fixed(50.0), fixed(50.0), fixed(100.0)]).1));
        assert!(!histogram.is_sound(&of(&[fixed(0.0), fixed(25.0), fixed(100.0)]).1));
        assert!(!Histogram { shift: 48, ..histogram }.is_sound(&moments));
        assert_eq!(Histogram::default().deviation(&Extent::default()), None);
    }
}
