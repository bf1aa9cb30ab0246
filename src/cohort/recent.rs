//! What comes again and again, counted before it goes into sums.

/// Places: a power of two.
const PLACES: usize = 4096;

/// Values that came lately, each with how often. What shares a place with a new one
/// is handed over, so that the sums get everything in the end.
#[derive(Clone, Debug)]
pub(super) struct Recent<T>(Vec<(T, usize)>);

impl<T: Copy + Default + PartialEq> Recent<T> {
    /// Of nothing.
    pub(super) fn new() -> Self {
        Recent(vec![(T::default(), 0); PLACES])
    }

    /// Counts a value; equal ones have equal bits. `over` takes what makes room for it.
    pub(super) fn add(&mut self, value: T, bits: u64, over: impl FnOnce(T, usize)) {
        // Multiplicative hashing: the upper bits hang on all others.
        let place = usize::try_from(bits.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 52).unwrap_or_default() % PLACES;
        let Some((known, n)) = self.0.get_mut(place) else { return };
        if *known != value {
            if *n > 0 {
                over(*known, *n);
            }
            (*known, *n) = (value, 0);
        }
        *n += 1;
    }

    /// Everything that has not been handed over.
    pub(super) fn left(&self) -> impl Iterator<Item = (T, usize)> {
        self.0.iter().copied().filter(|(_, n)| *n > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn nothing_is_lost_on_the_way() {
        let mut recent = Recent::new();
        let (mut sums, mut wanted) = (BTreeMap::new(), BTreeMap::new());
        for n in (0..50_000_u64).map(|n| n * n % 9_973) {
            recent.add(n, n, |n, times| *sums.entry(n).or_insert(0) += times);
            *wanted.entry(n).or_insert(0) += 1;
        }
        for (n, times) in recent.left() {
            *sums.entry(n).or_insert(0) += times;
        }
        assert_eq!(sums, wanted);
    }
}
