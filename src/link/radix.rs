//! Answers as codes, each one of so many; how many, the instrument alone decides.

use crate::instrument::{Item, Kind};
use crate::response::Answer;

/// Not answered and "don't know" come before the answers.
const DONT_KNOW: u128 = 1;
const ANSWERED: u128 = 2;

/// A code, and how many there are.
pub(super) type Code = (u128, u128);

/// What is answered to an item: one code, of a grid one a row. None where there
/// are more than 128 bits of answers.
pub(super) fn codes(item: &Item, answer: &Answer, into: &mut dyn FnMut(Code)) -> Option<()> {
    if let Kind::Grid { rows, choices, .. } = &item.kind {
        let cells = if let Answer::Grid(cells) = answer { cells.as_slice() } else { &[] };
        for row in 0..rows.len() {
            let cell = cells.get(row).unwrap_or(&Answer::Skipped);
            into((code(cell, &mut || 0), wide(choices.len()) + ANSWERED));
        }
        return Some(());
    }
    if !is_linked(item) {
        return Some(());
    }
    let answered = &mut || match (&item.kind, answer) {
        (Kind::Number { min, step, .. }, Answer::Number(x)) => steps((x - min) / step),
        (_, Answer::Allocation(shares)) => rank(shares),
        (_, Answer::Ranking(order)) => place(order),
        (_, Answer::Wide(given)) => given.code(item.key.as_ref()),
        _ => 0,
    };
    into((code(answer, answered), ways(item)?.checked_add(ANSWERED)?));
    Some(())
}

/// The code of an answer to an item that is no grid.
pub(crate) fn code_of(item: &Item, answer: &Answer) -> Option<u128> {
    let mut found = None;
    codes(item, answer, &mut |(code, _)| found = Some(code))?;
    found
}

fn code(answer: &Answer, answered: &mut dyn FnMut() -> u128) -> u128 {
    match answer {
        Answer::Skipped => 0,
        Answer::DontKnow => DONT_KNOW,
        Answer::Choice(n) => ANSWERED + wide(*n),
        _ => ANSWERED + answered(),
    }
}

/// The answer behind codes, each taken with the number of them.
pub(crate) fn answer(item: &Item, take: &mut dyn FnMut(u128) -> u128) -> Option<Answer> {
    if let Kind::Grid { rows, choices, .. } = &item.kind {
        let mut cells = Vec::new();
        for _ in 0..rows.len() {
            let code = take(wide(choices.len()) + ANSWERED);
            cells.push(code.checked_sub(ANSWERED).map_or(missing(code), |n| Answer::Choice(narrow(n))));
        }
        let blank = cells.iter().all(|cell| *cell == Answer::Skipped);
        return Some(if blank { Answer::Skipped } else { Answer::Grid(cells) });
    }
    if !is_linked(item) {
        return Some(Answer::Skipped);
    }
    let all = ways(item)?.checked_add(ANSWERED)?;
    let code = take(all);
    if code >= all {
        return None;
    }
    let Some(code) = code.checked_sub(ANSWERED) else { return Some(missing(code)) };
    Some(match &item.kind {
        Kind::Number { min, step, .. } => Answer::Number(decimal(min + step * float(code))),
        Kind::Allocation { total, parts } => Answer::Allocation(unranked(code, steps(*total), parts.len())),
        Kind::Ranking(options) => Answer::Ranking(unplaced(code, options.len())),
        Kind::Wide(wide) => Answer::Wide(wide.answer(item.key.as_ref(), code)?),
        Kind::Choice(_) | Kind::Grid { .. } => Answer::Choice(narrow(code)),
    })
}

fn missing(code: u128) -> Answer {
    if code == DONT_KNOW { Answer::DontKnow } else { Answer::Skipped }
}

/// How many answers an item has that is no grid.
fn ways(item: &Item) -> Option<u128> {
    match &item.kind {
        Kind::Choice(options) => Some(wide(options.len())),
        Kind::Number { min, max, step } => Some(steps((max - min) / step) + 1),
        Kind::Allocation { total, parts } => choose(steps(*total), parts.len().saturating_sub(1)),
        // 32! is below 2^118.
        Kind::Ranking(options) => Some((1..=wide(options.len())).product()),
        Kind::Wide(wide) => wide.ways(item.key.as_ref()),
        Kind::Grid { .. } => None,
    }
}

/// Whether a link holds its answers: words have no place in one.
pub(crate) fn is_linked(item: &Item) -> bool {
    if let Kind::Wide(wide) = &item.kind { wide.ways(item.key.as_ref()).is_some() } else { true }
}

/// The place of an order among all, sorted by the first option, then the second
/// and so on: a number in the factorial system.
fn place(order: &[usize]) -> u128 {
    let mut place = 0;
    for (n, option) in order.iter().enumerate() {
        let behind = order.get(n + 1..).unwrap_or_default();
        place = place * wide(behind.len() + 1) + wide(behind.iter().filter(|later| *later < option).count());
    }
    place
}

/// The order at a place.
fn unplaced(mut place: u128, options: usize) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::new();
    for n in 1..=options {
        let first = narrow(place % wide(n));
        place /= wide(n);
        for later in &mut order {
            *later += usize::from(*later >= first);
        }
        order.insert(0, first);
    }
    order
}

/// In how many ways `n` is divided among `k + 1` parts: `(n + k)! / (n! k!)`.
fn choose(n: u128, k: usize) -> Option<u128> {
    let mut ways = 1_u128;
    for i in 1..=wide(k) {
        ways = ways.checked_mul(n + i)? / i;
    }
    Some(ways)
}

/// In how many divisions of `left` the first part is smaller than `share`,
/// with `behind` parts after it.
fn below(left: u128, share: u128, behind: usize) -> u128 {
    // The widest of them has been counted before, so none is too large.
    let ways = |n| choose(n, behind).unwrap_or_default();
    ways(left) - ways(left.saturating_sub(share))
}

/// The place of a division among all, sorted by the first part, then the second
/// and so on: a sum of binomial coefficients.
fn rank(shares: &[f64]) -> u128 {
    let mut left: u128 = shares.iter().map(|share| steps(*share)).sum();
    let mut rank = 0;
    for (n, share) in shares.iter().enumerate() {
        rank += below(left, steps(*share), shares.len() - n - 1);
        left -= steps(*share);
    }
    rank
}

/// The division at a place.
fn unranked(mut rank: u128, mut left: u128, parts: usize) -> Vec<f64> {
    let mut shares = Vec::new();
    for behind in (1..parts).rev() {
        let (mut share, mut above) = (0, left + 1);
        while above - share > 1 {
            let middle = share.midpoint(above);
            if below(left, middle, behind) <= rank { share = middle } else { above = middle }
        }
        rank -= below(left, share, behind);
        left -= share;
        shares.push(float(share));
    }
    shares.push(float(left));
    shares
}

/// Divisions of one total found by table, where there are less than 2^32 of them.
#[derive(Clone, Debug)]
pub(crate) struct Divisions {
    /// By how many parts come behind, from the most on: by what is left for all of
    /// them, in how many ways it is divided.
    ways: Vec<Vec<u32>>,
}

impl Divisions {
    /// None where there are more.
    pub(crate) fn new(total: usize, parts: usize) -> Option<Self> {
        let ways = |behind| (0..=total).map(|left| u32::try_from(choose(wide(left), behind)?).ok()).collect();
        Some(Divisions { ways: (1..parts).rev().map(ways).collect::<Option<_>>()? })
    }

    /// Of the division at a place what some of its parts have together.
    pub(crate) fn together(&self, mut place: u32, of: &[usize]) -> usize {
        let (mut left, mut sum) = (self.ways.first().map_or(0, |ways| ways.len() - 1), 0);
        // What comes after the last part that counts does not.
        let last = of.iter().max().map_or(0, |last| last + 1);
        for (n, ways) in self.ways.iter().enumerate().take(last) {
            let all = ways.get(left).copied().unwrap_or_default();
            let upper = all.saturating_sub(place);
            let rest = ways.partition_point(|ways| *ways < upper);
            place -= all - ways.get(rest).copied().unwrap_or_default();
            sum += if of.contains(&n) { left - rest } else { 0 };
            left = rest;
        }
        sum + if of.contains(&self.ways.len()) { left } else { 0 }
    }
}

/// The nearest whole number; numbers here are within 0..2^53.
fn steps(x: f64) -> u128 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within 0..2^53, rounded down")]
    let whole = (x + 0.5).floor() as u64;
    u128::from(whole)
}

fn float(n: u128) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "below 2^53")]
    let float = u64::try_from(n).unwrap_or_default() as f64;
    float
}

/// A number as the answers document writes it: with six decimals at most.
fn decimal(x: f64) -> f64 {
    (x * 1e6 + 0.5).floor() / 1e6
}

fn wide(n: usize) -> u128 {
    u128::try_from(n).unwrap_or_default()
}

fn narrow(n: u128) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX)
}
