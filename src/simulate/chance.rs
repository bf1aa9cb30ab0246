//! Chance that repeats itself.

use crate::number::scrambled;

/// Numbers of a seed: `SplitMix64` (G. L. Steele, D. Lea, C. H. Flood, "Fast Splittable
/// Pseudorandom Number Generators", OOPSLA 2014).
pub(super) struct Chance(u64);

impl Chance {
    pub(super) fn new(seed: u32) -> Self {
        Chance(seed.into())
    }

    /// 32 bits, each as likely to be set as not.
    pub(super) fn word(&mut self) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        u32::try_from(scrambled(self.0) >> 32).unwrap_or_default()
    }

    /// From 0, and below 1.
    pub(super) fn share(&mut self) -> f64 {
        f64::from(self.word()) / 4_294_967_296.0
    }

    /// Whether something happens that does so in this share of cases.
    pub(super) fn happens(&mut self, share: f64) -> bool {
        self.share() < share
    }

    /// A place below `n`; 0 where there is none.
    pub(super) fn below(&mut self, n: usize) -> usize {
        let n = u64::try_from(n).unwrap_or_default();
        usize::try_from((u64::from(self.word()) * n) >> 32).unwrap_or_default()
    }

    /// One of some, any of them.
    pub(super) fn of<'t, T>(&mut self, some: &'t [T]) -> Option<&'t T> {
        some.get(self.below(some.len()))
    }

    /// The places below `n` in any order (R. Durstenfeld, Algorithm 235, 1964).
    pub(super) fn order(&mut self, n: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..n).collect();
        for left in (1..n).rev() {
            order.swap(left, self.below(left + 1));
        }
        order
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The upper halves of the first numbers that the authors' algorithm gives for the
    /// state 1234567, as published with the test vectors of other implementations.
    #[test]
    fn numbers_are_those_of_the_algorithm() {
        let mut chance = Chance::new(1_234_567);
        let expected: [u64; 3] = [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423];
        for number in expected {
            assert_eq!(u64::from(chance.word()), number >> 32);
        }
    }

    #[test]
    fn places_stay_in_their_bounds_and_all_come_up() {
        let mut chance = Chance::new(1);
        let mut found = [0; 3];
        for _ in 0..300 {
            found[chance.below(3)] += 1;
        }
        assert!(found.iter().all(|n| (70..=130).contains(n)), "{found:?}");
        assert_eq!(chance.below(0), 0);
        let mut order = chance.order(9);
        assert_ne!(order, (0..9).collect::<Vec<_>>());
        order.sort_unstable();
        assert_eq!(order, (0..9).collect::<Vec<_>>());
    }
}
