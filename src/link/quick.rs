//! Tokens read one after the other, as many as there are: into codes, without
//! making answers of them.
//!
//! It accepts no token that [`super::open`] would refuse; of what it leaves
//! alone nothing is said. A code stands for the answers to several items in a
//! row, joined as the digits of a mixed radix number, the first item lowest.

use super::{VERSION, digits, form, length};
use crate::instrument::Instrument;
use crate::response::Response;
use digits::{BASE, CHECKS, REMAINDER};

/// Digits of a token that are taken together: 61^5 is below 2^32.
const CHUNK: usize = 5;
/// Longest token that is read quickly: a lane of the check sums holds 290 digits.
const LONGEST: usize = 256;
/// Bits of a lane.
const LANE: u32 = 20;
/// What is no digit.
const FOREIGN: u8 = u8::MAX;

/// A reader of an instrument's tokens.
#[derive(Clone, Debug)]
pub(crate) struct Quick {
    letters: [u8; 256],
    /// By place, what a digit there adds to the check sums.
    checks: Vec<[u64; 2]>,
    fingerprint: u32,
    groups: Vec<Group>,
    /// The number behind a token, its lowest 32 bits first.
    number: Vec<u32>,
    token: Vec<u8>,
}

/// Neighbouring codes, as many as one division takes off.
#[derive(Clone, Debug)]
struct Group {
    product: u32,
    radices: Vec<u32>,
}

/// By digit of a token, after fingerprint and role: how many values it has. None
/// where a token would be too long, or an item has so many answers that it needs
/// several digits.
pub(crate) fn radices(instrument: &Instrument) -> Option<Vec<u32>> {
    let form = form(instrument, &Response::empty(instrument))?;
    length(&form)?;
    form.iter().skip(1).map(|(_, radix)| u32::try_from(*radix).ok()).collect()
}

impl Quick {
    /// Reads tokens of an instrument; `radices` says for each code how many
    /// values it has: first the role, then the [`radices`] of the items, joined
    /// where they shall be.
    pub(crate) fn new(instrument: &Instrument, radices: &[u32]) -> Option<Self> {
        let length = length(&form(instrument, &Response::empty(instrument))?).filter(|n| *n <= LONGEST)?;
        let mut letters = [FOREIGN; 256];
        for (letter, slot) in (0..=u8::MAX).zip(&mut letters) {
            *slot = digits::digit(letter).unwrap_or(FOREIGN);
        }
        let mut groups: Vec<Group> = Vec::new();
        for radix in radices {
            let joined = groups.last().and_then(|group| group.product.checked_mul(*radix));
            match (groups.last_mut(), joined) {
                (Some(group), Some(product)) => {
                    group.product = product;
                    group.radices.push(*radix);
                }
                _ => groups.push(Group { product: *radix, radices: vec![*radix] }),
            }
        }
        Some(Quick {
            letters,
            checks: (0..length).rev().map(lanes).collect(),
            fingerprint: instrument.fingerprint,
            groups,
            number: Vec::new(),
            token: Vec::new(),
        })
    }

    /// Characters of a token.
    pub(crate) fn length(&self) -> usize {
        self.checks.len()
    }

    /// The codes of a token; false if it is none of this instrument in this
    /// version, and `codes` are of no use then.
    pub(crate) fn read(&mut self, token: &[u8], codes: &mut Vec<u32>) -> bool {
        codes.clear();
        if token.len() != self.checks.len() {
            return false;
        }
        let (mut foreign, mut sums) = (0, [0_u64; 2]);
        self.token.clear();
        for (letter, lanes) in token.iter().zip(&self.checks) {
            let digit = self.letters.get(usize::from(*letter)).copied().unwrap_or(FOREIGN);
            foreign |= digit;
            sums[0] += u64::from(digit) * lanes[0];
            sums[1] += u64::from(digit) * lanes[1];
            self.token.push(digit);
        }
        if foreign >= 64 || !sums.into_iter().all(is_right) {
            return false;
        }
        let body = self.token.split_first().filter(|(version, _)| **version == VERSION);
        let Some(body) = body.and_then(|(_, rest)| rest.get(..rest.len().checked_sub(CHECKS)?)) else { return false };
        number(body, &mut self.number);
        if self.number.first() != Some(&self.fingerprint) {
            return false;
        }
        self.number.remove(0);
        for group in &self.groups {
            let mut code = divide(&mut self.number, group.product);
            for radix in &group.radices {
                // One division: wasm has none that gives the remainder as well.
                let rest = code / radix;
                codes.push(code - rest * radix);
                code = rest;
            }
        }
        self.number.iter().all(|limb| *limb == 0)
    }
}

/// What a digit with so many behind it adds to the check sums, three of them in
/// each half: they are linear in the digits.
fn lanes(behind: usize) -> [u64; 2] {
    let mut digits = vec![1];
    digits.resize(1 + behind, 0);
    let rest = digits::remainder(&digits);
    let (first, second) = rest.split_at(rest.len() / 2);
    [first, second].map(|half| half.iter().fold(0, |lanes, sum| lanes << LANE | u64::from(*sum)))
}

/// Whether three check sums are those of a token.
fn is_right(lanes: u64) -> bool {
    let wanted = u64::from(REMAINDER);
    (0..3).all(|n| (lanes >> (n * LANE) & ((1 << LANE) - 1)) % u64::from(BASE) == wanted)
}

/// The number that digits to base 61 mean, its lowest 32 bits first.
#[expect(clippy::cast_possible_truncation, reason = "the lower half stays, the upper half goes on")]
fn number(digits: &[u8], limbs: &mut Vec<u32>) {
    limbs.clear();
    for chunk in digits.chunks(CHUNK) {
        let (mut factor, mut carry) = (1, 0);
        for digit in chunk {
            factor *= u64::from(BASE);
            carry = carry * u64::from(BASE) + u64::from(*digit);
        }
        for limb in limbs.iter_mut() {
            carry += u64::from(*limb) * factor;
            *limb = carry as u32;
            carry >>= 32;
        }
        if carry > 0 {
            limbs.push(carry as u32);
        }
    }
}

/// Divides a number in place and returns the remainder.
#[expect(clippy::cast_possible_truncation, reason = "the remainder before it is below the divisor")]
fn divide(limbs: &mut Vec<u32>, divisor: u32) -> u32 {
    let (divisor, mut rest) = (u64::from(divisor), 0);
    for limb in limbs.iter_mut().rev() {
        let value = rest << 32 | u64::from(*limb);
        let quotient = value / divisor;
        *limb = quotient as u32;
        rest = value - quotient * divisor;
    }
    if limbs.last() == Some(&0) {
        limbs.pop();
    }
    rest as u32
}
