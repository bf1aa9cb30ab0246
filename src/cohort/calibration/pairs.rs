//! How often a score and an item had each two values.
//!
//! Values are held as they are ranked, in whole millionths, without their last
//! `shift` bits. The shift is 0 until there are more than [`limits::PAIRS`] pairs
//! of values; then it is the least with which there are not. That depends on the
//! pairs alone and not on their order, and what was held with a smaller shift can
//! be shifted on. Coarse values tie: from 0 to 100 points, against five choices,
//! within about an eighth of a point.

use crate::limits;

#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::cohort) struct Pairs {
    pub(super) shift: u32,
    /// The pairs in ascending order, and how many sheets have each.
    pub(super) sheets: Vec<((i64, i64), usize)>,
}

impl Pairs {
    /// Adds `times` sheets with these [`crate::statistics::rank::place`]s.
    pub(super) fn add(&mut self, pair: (i64, i64), times: usize) {
        self.put(shifted(pair, self.shift), times);
        self.coarsen(self.shift);
    }

    pub(super) fn merge(&mut self, other: &Pairs) {
        let shift = self.shift.max(other.shift);
        self.coarsen(shift);
        for (pair, n) in &other.sheets {
            self.put(shifted(*pair, shift - other.shift), *n);
        }
        self.coarsen(shift);
    }

    /// Adds sheets with a pair as it is held; true if there were none with it.
    pub(super) fn put(&mut self, pair: (i64, i64), times: usize) -> bool {
        let place = self.sheets.binary_search_by_key(&pair, |(known, _)| *known);
        match place {
            Ok(at) => self.sheets.get_mut(at).into_iter().for_each(|(_, n)| *n += times),
            Err(at) => self.sheets.insert(at, (pair, times)),
        }
        place.is_err()
    }

    /// Drops bits down to `least`, and more while there are too many pairs.
    fn coarsen(&mut self, least: u32) {
        while self.shift < least || self.sheets.len() > limits::PAIRS {
            self.shift += 1;
            for (pair, n) in core::mem::take(&mut self.sheets) {
                self.put(shifted(pair, 1), n);
            }
        }
    }

    /// How many sheets have both.
    pub(super) fn n(&self) -> usize {
        self.sheets.iter().map(|(_, n)| n).sum()
    }
}

pub(super) fn shifted((x, y): (i64, i64), shift: u32) -> (i64, i64) {
    (x >> shift, y >> shift)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::rank::{place, spearman};

    fn of(values: &[(i64, i64)]) -> Pairs {
        let mut pairs = Pairs::default();
        for pair in values {
            pairs.add(*pair, 1);
        }
        pairs
    }

    #[test]
    fn too_many_pairs_are_held_coarsely_in_every_order() {
        let score = |n: u32| f64::from(n * 7_919 % 20_011) / 200.11;
        let pair = |n: u32| (place(score(n)), place(((score(n) + f64::from(n % 40)) / 35.0).floor() * 25.0));
        let values: Vec<(i64, i64)> = (0..20_000).map(pair).collect();
        let mut reversed = values.clone();
        reversed.reverse();
        let whole = of(&values);
        assert!(whole.sheets.len() <= limits::PAIRS && whole.n() == 20_000);
        assert_eq!(whole, of(&reversed));
        for cut in [1, 900, 7_500] {
            let (first, second) = values.split_at(cut);
            for (mut a, b) in [(of(first), of(second)), (of(second), of(first))] {
                a.merge(&b);
                assert_eq!(a, whole);
            }
        }
        // The choices stay apart, scores tie within an eighth of a point or so.
        assert_eq!(whole.sheets.iter().map(|((_, y), _)| *y).collect::<std::collections::BTreeSet<_>>().len(), 4);
        assert!(1 << whole.shift <= place(0.14), "{}", whole.shift);
        let exact: Vec<_> = values.iter().map(|pair| (*pair, 1)).collect();
        let (exact, coarse) = (spearman(&exact).unwrap(), spearman(&whole.sheets).unwrap());
        assert!((exact - coarse).abs() <= 1e-5 && exact > 0.5, "{exact} {coarse}");
    }

    #[test]
    fn what_is_out_of_all_range_is_held_too() {
        let mut pairs = of(&[(i64::MIN, i64::MAX), (i64::MAX, i64::MIN), (place(f64::INFINITY), 0)]);
        (0..10_000).for_each(|n| pairs.add((n << 40, -n << 40), 2));
        assert!(pairs.sheets.len() <= limits::PAIRS && pairs.n() == 20_003);
        let mut most = Pairs::default();
        most.add((0, 1), limits::SHEETS / 2);
        most.add((1, 0), limits::SHEETS / 2);
        assert_eq!(spearman(&most.sheets), Some(-1.0));
    }
}
