//! Numbers without bounds in base 61, and the check digits under them.

/// Digits, capital and small letters without `l`, which looks like `1`: a
/// prime number of them, and nothing that a mail program or a messenger takes
/// for the end of an address.
const ALPHABET: &[u8; 61] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
/// How many there are.
pub(super) const BASE: u16 = 61;
/// Check digits at the end of a token.
pub(super) const CHECKS: usize = 6;
/// Coefficients of the check polynomial over the field of 61 elements, from
/// `x^5` down to 1; `x^6` has the coefficient 1. It is primitive, so that the
/// remainder of `c x^n` repeats after 61^6 - 1 digits only.
const POLYNOMIAL: [u16; CHECKS] = [12, 35, 36, 23, 55, 30];
/// Each coefficient of the remainder of every token. Not 0, so that a digit 0 behind it is seen.
pub(super) const REMAINDER: u16 = 1;

/// The digit of a letter; none for what is not in the alphabet.
pub(super) fn digit(letter: u8) -> Option<u8> {
    ALPHABET.iter().position(|known| *known == letter).and_then(|n| u8::try_from(n).ok())
}

/// The letter of a digit below 61.
pub(super) fn letter(digit: u8) -> char {
    ALPHABET.get(usize::from(digit)).map_or('0', |letter| char::from(*letter))
}

/// The digits as coefficients of a polynomial, first the highest; divided by
/// the check polynomial. A cyclic code: every change of one digit, every
/// change of two digits and every change within six neighbours leaves another
/// remainder.
///
/// Source: W. W. Peterson, D. T. Brown, "Cyclic Codes for Error Detection",
/// Proceedings of the IRE 49 (1961) 228-235, theorems 1 to 4, which hold over
/// every finite field.
pub(super) fn remainder(digits: &[u8]) -> [u16; CHECKS] {
    let mut rest = [0; CHECKS];
    for digit in digits {
        let [high, ..] = rest;
        rest.rotate_left(1);
        let [.., last] = &mut rest;
        *last = u16::from(*digit);
        for (slot, factor) in rest.iter_mut().zip(POLYNOMIAL) {
            *slot = (*slot + (BASE - factor) * high) % BASE;
        }
    }
    rest
}

/// Adds the check digits.
pub(super) fn add_checks(digits: &mut Vec<u8>) {
    let from = digits.len();
    digits.resize(from + CHECKS, 0);
    let rest = remainder(digits);
    for (slot, rest) in digits.iter_mut().skip(from).zip(rest) {
        *slot = u8::try_from((BASE + REMAINDER - rest) % BASE).unwrap_or_default();
    }
}

/// Whether digits end in their check digits.
pub(super) fn checks(digits: &[u8]) -> bool {
    digits.len() > CHECKS && remainder(digits) == [REMAINDER; CHECKS]
}

/// A whole number of any size, its lowest 32 bits first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Big(Vec<u32>);

impl Big {
    /// `self * factor + add`, both at most 2^32.
    #[expect(clippy::cast_possible_truncation, reason = "the lower half stays, the upper half goes on")]
    pub(super) fn multiply_add(&mut self, factor: u64, add: u64) {
        let mut carry = add;
        for limb in &mut self.0 {
            carry += u64::from(*limb) * factor;
            *limb = carry as u32;
            carry >>= 32;
        }
        if carry > 0 {
            self.0.push(carry as u32);
        }
    }

    /// Divides by a number of 1 to 2^32; returns the remainder.
    #[expect(clippy::cast_possible_truncation, reason = "the remainder before it is below the divisor")]
    pub(super) fn divide(&mut self, divisor: u64) -> u64 {
        let mut rest = 0;
        for limb in self.0.iter_mut().rev() {
            let value = rest << 32 | u64::from(*limb);
            *limb = (value / divisor) as u32;
            rest = value % divisor;
        }
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
        rest
    }

    /// Whether it is 0.
    pub(super) fn is_zero(&self) -> bool {
        self.0.is_empty()
    }

    /// So many digits to base 61, the highest first; higher ones are left out.
    pub(super) fn digits(mut self, length: usize) -> Vec<u8> {
        let mut digits = vec![0; length];
        for digit in digits.iter_mut().rev() {
            *digit = u8::try_from(self.divide(u64::from(BASE))).unwrap_or_default();
        }
        digits
    }

    /// How many digits it has to base 61; of more than `most`, one more.
    pub(super) fn length(mut self, most: usize) -> usize {
        let mut length = 0;
        while !self.is_zero() && length <= most {
            self.divide(u64::from(BASE));
            length += 1;
        }
        length
    }

    /// The number that these digits to base 61 mean.
    pub(super) fn of(digits: &[u8]) -> Self {
        let mut number = Big::default();
        for digit in digits {
            number.multiply_add(u64::from(BASE), u64::from(*digit));
        }
        number
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_digits_are_each_other() {
        for n in 0..61 {
            assert_eq!(digit(u8::try_from(letter(n)).unwrap()), Some(n));
        }
        for foreign in *b"l-_.=% " {
            assert_eq!(digit(foreign), None);
        }
    }

    #[test]
    fn big_numbers_are_as_128_bits_have_them() {
        for factor in [61, 12_345, 1 << 32] {
            let (mut big, mut small) = (Big::default(), 0_u128);
            for n in 1..=3 {
                big.multiply_add(factor, factor - n);
                small = small * u128::from(factor) + u128::from(factor - n);
            }
            for divisor in [777, 1 << 32, 3] {
                assert_eq!(u128::from(big.divide(divisor)), small % u128::from(divisor));
                small /= u128::from(divisor);
            }
            assert_eq!(big.is_zero(), small == 0);
        }
    }

    #[test]
    fn every_change_of_one_and_of_two_digits_is_seen() {
        let mut token: Vec<u8> = (0..34_u16).map(|n| u8::try_from(n * n % BASE).unwrap()).collect();
        add_checks(&mut token);
        assert!(checks(&token));
        let mut changed = token.clone();
        for first in 0..token.len() {
            for by in 1..61 {
                changed[first] = (token[first] + by) % 61;
                assert!(!checks(&changed));
                for second in first + 1..token.len() {
                    for other in 1..61 {
                        changed[second] = (token[second] + other) % 61;
                        assert!(!checks(&changed));
                    }
                    changed[second] = token[second];
                }
            }
            changed[first] = token[first];
        }
        changed.push(0);
        assert!(!checks(&changed));
    }
}
