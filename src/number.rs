//! Arithmetic that gives the same bits on every machine.
//!
//! Only `+ - * /`, the square root, absolute value and rounding down are used,
//! which every platform computes to the last bit; other roots are made of them.
//! Sums whose order could vary go through [`sum`].

/// Two computed numbers closer than this are equal wherever one is compared
/// with a threshold: 37.499999999999996 is 37.5 that arrived by another way.
pub const TOLERANCE: f64 = 1e-9;

/// A list that is short: members of a scale, arguments of a function. A few need
/// no memory of their own; in the module that every reader loads that would cost
/// more time on the way than it saves.
#[cfg(not(feature = "wasm_run"))]
pub(crate) type Short<T> = smallvec::SmallVec<[T; 8]>;
#[cfg(feature = "wasm_run")]
pub(crate) type Short<T> = Vec<T>;

/// `x >= threshold`, equality included within [`TOLERANCE`].
#[must_use]
pub fn at_least(x: f64, threshold: f64) -> bool {
    x >= threshold - TOLERANCE
}

/// `x > threshold`, equality excluded within [`TOLERANCE`].
#[must_use]
pub fn above(x: f64, threshold: f64) -> bool {
    x > threshold + TOLERANCE
}

/// `x == y` within [`TOLERANCE`].
#[must_use]
pub fn equal(x: f64, y: f64) -> bool {
    at_least(x, y) && at_least(y, x)
}

/// A number of up to a million rounded to hundredths, halves up, halves that
/// arrived by another way included. Equal hundredths are equal bits.
#[must_use]
pub fn hundredths(x: f64) -> f64 {
    (x * 100.0 + 0.5 + TOLERANCE).floor() / 100.0
}

/// The number rounded to six decimals, as a key for ordering: equal keys tie.
/// Beyond nine quadrillion the number itself is coarser than that.
#[must_use]
pub fn order_key(x: f64) -> f64 {
    (x * 1e6 + 0.5).floor()
}

/// The numbers in ascending order.
pub(crate) fn sorted(numbers: &[f64]) -> Short<f64> {
    let mut sorted: Short<f64> = Short::with_capacity(numbers.len());
    for &x in numbers {
        sorted.push(x);
        // They are few: the new one goes down step by step.
        let mut tail = sorted.as_mut_slice();
        while let [before @ .., last] = tail {
            let Some(above) = before.last_mut().filter(|above| **above > *last) else { break };
            core::mem::swap(above, last);
            tail = before;
        }
    }
    sorted
}

/// Indices by ascending key, equal ones in their order. Each is put into its place, where a
/// general sort would weigh more than all that uses it.
#[cfg(feature = "wide")]
pub(crate) fn by_key<K: PartialOrd>(indices: &[usize], key: &dyn Fn(usize) -> K) -> Vec<usize> {
    let mut sorted: Vec<(K, usize)> = Vec::new();
    for &n in indices {
        let mine = key(n);
        let at = sorted.partition_point(|(other, _)| *other <= mine);
        sorted.insert(at, (mine, n));
    }
    sorted.into_iter().map(|(_, n)| n).collect()
}

/// The sum of the numbers, the same bits for every order of them.
///
/// They are added from the smallest to the largest. No numbers: 0.
#[must_use]
pub fn sum(numbers: &[f64]) -> f64 {
    sorted(numbers).iter().fold(0.0, |total, x| total + x)
}

/// The product of the numbers, the same bits for every order of them.
#[must_use]
pub fn product(numbers: &[f64]) -> f64 {
    sorted(numbers).iter().fold(1.0, |product, x| product * x)
}

/// A count as a number. Counts here are far below 2^53, where this is exact.
#[must_use]
pub fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

/// A whole number, rounded to the nearest that a float can hold.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "rounded to nearest, the same way on every machine")]
pub fn whole(n: i128) -> f64 {
    n as f64
}

/// The `n`-th root of a number that is not negative, `n >= 1`.
///
/// By Newton's method, which needs no more than `+ - * /`; platform functions
/// may differ in the last bit. `n = 0` gives 1, the value of an empty product.
#[must_use]
pub fn root(x: f64, n: usize) -> f64 {
    match n {
        0 => 1.0,
        1 => x,
        2 => x.sqrt(),
        _ => newton_root(x, n),
    }
}

/// From whatever start the first step leads to the root or above it, and from
/// there each one comes down; the first that does not has arrived. It starts
/// near: what stands in a float is about the logarithm of a number, so a share of
/// it is about that of its root. Bounded for what is not finite.
fn newton_root(x: f64, n: usize) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    let power = |y: f64| (1..n).fold(1.0, |power, _| power * y);
    let step = |y: f64| (count(n - 1) * y + x / power(y)) / count(n);
    let (one, degree) = (1.0_f64.to_bits(), u64::try_from(n).unwrap_or(u64::MAX));
    let mut y = step(f64::from_bits(x.to_bits() / degree + (one - one / degree)));
    for _ in 0..10_000 {
        let next = step(y);
        if next >= y || next.is_nan() {
            break;
        }
        y = next;
    }
    y
}

/// The height of a line of straight pieces at `x`, constant outside its ends.
///
/// The points are sorted by their first coordinate, which never repeats.
/// No points: 0.
#[must_use]
pub fn curve(points: &[(f64, f64)], x: f64) -> f64 {
    let mut before: Option<(f64, f64)> = None;
    for &(at, height) in points {
        if x <= at {
            return match before {
                Some((from, low)) if at > x => low + (height - low) * (x - from) / (at - from),
                _ => height,
            };
        }
        before = Some((at, height));
    }
    before.map_or(0.0, |(_, height)| height)
}

/// Rank order centroid weight of `rank` (1 = first) among `of` options:
/// the mean of `1/n` for n = rank..of. The weights of all ranks add up to 1.
///
/// Source: F. H. Barron, B. E. Barrett, "Decision quality using ranked
/// attribute weights", Management Science 42 (1996) 1515-1523.
/// A rank outside 1..=of gives 0.
#[must_use]
pub fn centroid_weight(rank: usize, of: usize) -> f64 {
    if rank == 0 || rank > of {
        return 0.0;
    }
    (rank..=of).fold(0.0, |total, n| total + 1.0 / count(n)) / count(of)
}

/// A number in which every bit depends on all bits of `x`: the last step of `SplitMix64`
/// (G. L. Steele, D. Lea, C. H. Flood, "Fast Splittable Pseudorandom Number Generators",
/// OOPSLA 2014).
#[cfg(feature = "wide")]
pub(crate) fn scrambled(mut x: u64) -> u64 {
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

/// The number as text with at most six decimals and no trailing zeros, for
/// messages only: pages format numbers by themselves. Without the standard
/// formatter of floats, which alone would add a sixth to the widget.
#[must_use]
pub fn brief(x: f64) -> String {
    let scaled = (x.abs() * 1e6 + 0.5).floor();
    if scaled >= 9e15 {
        return if x < 0.0 { "a very small number".into() } else { "a very large number".into() };
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within 0..9e15")]
    let scaled = scaled as u64;
    let (whole, mut rest) = (scaled / 1_000_000, scaled % 1_000_000);
    let mut text = String::new();
    if x < 0.0 && scaled > 0 {
        text.push('-');
    }
    text.push_str(&whole.to_string());
    if rest > 0 {
        let mut digits = 6;
        while rest % 10 == 0 {
            rest /= 10;
            digits -= 1;
        }
        text.push('.');
        let rest = rest.to_string();
        for _ in rest.len()..digits {
            text.push('0');
        }
        text.push_str(&rest);
    }
    text
}

/// `mantissa * 10^shift`, rounded once: both factors are exact for a mantissa
/// of at most 15 digits and a shift between -22 and 22.
///
/// Other shifts give `None`. Source: W. D. Clinger, "How to read floating point
/// numbers accurately", PLDI 1990.
#[must_use]
pub fn decimal(mantissa: u64, shift: i32) -> Option<f64> {
    #[expect(clippy::cast_precision_loss, reason = "15 digits fit 53 bits")]
    let value = mantissa as f64;
    let power =
        (0..shift.unsigned_abs()).try_fold((1.0, 0), |(power, n), _| (n < 22).then(|| (power * 10.0, n + 1)))?.0;
    Some(if shift < 0 { value / power } else { value * power })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_do_not_depend_on_order() {
        let a = [0.1, 1e9, -3.7, 1.0 / 3.0, 55.0, 2.5e-7];
        let mut b = a;
        b.reverse();
        assert_eq!(sum(&a).to_bits(), sum(&b).to_bits());
        assert_eq!(sum(&[]).to_bits(), 0.0_f64.to_bits());
    }

    #[test]
    fn curves_are_constant_outside() {
        let line = [(10.0, 100.0), (30.0, 50.0), (60.0, 0.0)];
        for (x, y) in [(0.0, 100.0), (10.0, 100.0), (28.0, 55.0), (45.0, 25.0), (61.0, 0.0)] {
            assert!(equal(curve(&line, x), y), "{x}");
        }
    }

    #[test]
    fn roots() {
        for (x, n, expected) in
            [(81.0, 4, 3.0), (1e-5, 5, 0.1), (0.0, 4, 0.0), (7.5, 1, 7.5), (0.0, 0, 1.0), (1e64, 32, 100.0)]
        {
            assert!((root(x, n) - expected).abs() <= 1e-9, "{x} {n}");
        }
    }

    #[test]
    fn centroid_weights_of_five() {
        let expected = [0.456_666_666_666_666_7, 0.256_666_666_666_666_7, 0.156_666_666_666_666_7, 0.09, 0.04];
        for (rank, weight) in (1..).zip(expected) {
            assert!(equal(centroid_weight(rank, 5), weight), "{rank}");
        }
        assert!(equal(centroid_weight(6, 5), 0.0));
    }

    #[test]
    fn brief_texts() {
        for (x, text) in [(0.0, "0"), (-2.5, "-2.5"), (100.0, "100"), (0.05, "0.05"), (12.345_678_9, "12.345679")] {
            assert_eq!(brief(x), text);
        }
    }
}
