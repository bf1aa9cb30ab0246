//! In which ways an item, or a row of a grid, can be answered, and what each is worth.

use crate::instrument::{Given, Instrument, Item, Key, Kind, Wide};
use crate::number::{TOLERANCE, brief, count, equal};
use crate::response::{Answer, Response};

/// Places between the ends of a number that are looked at beside the corners of its curve.
const PLACES: usize = 20;

/// An answer with its points 0..100, where it has any.
struct Way {
    answer: Answer,
    points: Option<f64>,
}

/// The ways to answer what stands at one place.
#[derive(Default)]
pub(super) struct Ways(Vec<Way>);

impl Ways {
    /// The ways that are looked at for an item: each choice; of numbers, sums and several
    /// choices some of each worth; the right order; each accepted text and one more.
    pub(super) fn of(instrument: &Instrument, n: usize, scratch: &mut Response) -> Self {
        let answers = instrument.items.get(n).map(answers).unwrap_or_default();
        Self::worth(instrument, (n, None), answers, scratch)
    }

    /// Those of a row of a grid, as a grid with that row alone.
    pub(super) fn of_row(instrument: &Instrument, n: usize, row: usize, scratch: &mut Response) -> Self {
        let Some(Kind::Grid { rows, choices, .. }) = instrument.items.get(n).map(|item| &item.kind) else {
            return Ways::default();
        };
        let alone = |choice: usize| {
            let cell = |at: usize| if at == row { Answer::Choice(choice) } else { Answer::Skipped };
            Answer::Grid((0..rows.len()).map(cell).collect())
        };
        Self::worth(instrument, (n, Some(row)), (0..choices.len()).map(alone).collect(), scratch)
    }

    /// The answers with their points, worked out in a response that is otherwise empty and
    /// is so again afterwards.
    fn worth(
        instrument: &Instrument,
        (n, part): (usize, Option<usize>),
        answers: Vec<Answer>,
        scratch: &mut Response,
    ) -> Self {
        let mut ways = Vec::new();
        for answer in answers {
            let Some(slot) = scratch.answers.get_mut(n) else { break };
            *slot = answer;
            let points = scratch.points(instrument, n, part);
            let Some(slot) = scratch.answers.get_mut(n) else { break };
            ways.push(Way { points, answer: core::mem::replace(slot, Answer::Skipped) });
        }
        Ways(ways)
    }

    /// Those nearest to so many points; none where nothing has points.
    pub(super) fn nearest(&self, points: f64) -> Vec<&Answer> {
        self.least(|x| (x - points).abs())
    }

    /// Those with the most points, with the fewest where `reversed`.
    pub(super) fn best(&self, reversed: bool) -> Vec<&Answer> {
        self.least(|x| if reversed { x } else { -x })
    }

    fn least(&self, key: impl Fn(f64) -> f64) -> Vec<&Answer> {
        let keys = || self.0.iter().filter_map(|way| Some((key(way.points?), &way.answer)));
        let least = keys().map(|(key, _)| key).fold(f64::INFINITY, f64::min);
        keys().filter(|(key, _)| equal(*key, least)).map(|(_, answer)| answer).collect()
    }
}

fn answers(item: &Item) -> Vec<Answer> {
    match &item.kind {
        Kind::Choice(options) => (0..options.len()).map(Answer::Choice).collect(),
        Kind::Number { min, max, step } => numbers(item, *min, *max, *step),
        Kind::Allocation { total, parts } => {
            let even = (0..=PLACES).map(|n| total * count(n) / count(PLACES));
            let sums = item.curve.iter().map(|(x, _)| *x).filter(|x| (0.0..=*total).contains(x)).chain(even);
            sums.map(|sum| Answer::Allocation(divided(*total, sum, &item.of, parts.len()))).collect()
        }
        Kind::Ranking(_) => match &item.key {
            Some(Key::Order { order, .. }) => orders(order),
            _ => Vec::new(),
        },
        Kind::Grid { .. } => Vec::new(),
        Kind::Wide(Wide::Multiple { choices, most, .. }) => sets(&choices.points, *most),
        Kind::Wide(Wide::Text) => texts(item).map(Answer::Wide).collect(),
        Kind::Wide(Wide::Note | Wide::Info) => Vec::new(),
    }
}

/// The right order, and those in which one place after the other from the last is wrong.
fn orders(right: &[usize]) -> Vec<Answer> {
    let tail = |kept: usize| {
        let mut order = right.to_vec();
        if let Some(tail) = order.get_mut(kept..) {
            tail.rotate_left(tail.len().min(1));
        }
        Answer::Ranking(order)
    };
    (0..=right.len()).map(tail).collect()
}

/// Each accepted text, then words that none of them is.
pub(super) fn texts(item: &Item) -> impl Iterator<Item = Given> {
    let texts = if let Some(Key::Texts { texts, .. }) = &item.key { texts.as_slice() } else { &[] };
    texts.iter().map(|accepted| Given::Text(accepted.answer.clone())).chain([Given::Other])
}

fn numbers(item: &Item, min: f64, max: f64, step: f64) -> Vec<Answer> {
    let even = (0..=PLACES).map(|n| min + (max - min) * count(n) / count(PLACES));
    let corners = item.curve.iter().map(|(x, _)| *x);
    let accepted = if let Some(Key::Numbers(numbers)) = &item.key { numbers.as_slice() } else { &[] };
    // Of what is accepted the next steps on either side: the number itself may be none.
    let accepted = accepted.iter().flat_map(|one| [0.0, -step / 2.0, step / 2.0].map(|near| one.answer.0 + near));
    even.chain(corners).chain(accepted).map(|x| Answer::Number(stepped(x, min, max, step))).collect()
}

/// The nearest step of a number between its ends, the same as the one that an answers
/// document gives.
pub(super) fn stepped(x: f64, min: f64, max: f64, step: f64) -> f64 {
    let last = ((max - min) / step + TOLERANCE).floor();
    let steps = ((x - min) / step + 0.5).floor().clamp(0.0, last);
    let exact = min + steps * step;
    brief(exact).parse().unwrap_or(exact)
}

/// Sets of several choices: those with the most points, one after the other, and each
/// alone.
fn sets(points: &[Option<f64>], most: usize) -> Vec<Answer> {
    let mut order: Vec<usize> = (0..points.len()).collect();
    let worth = |n: &usize| points.get(*n).copied().flatten().unwrap_or(0.0);
    order.sort_by(|a, b| worth(b).total_cmp(&worth(a)));
    let first = (1..=most.min(order.len())).filter_map(|n| order.get(..n));
    let sets = first.map(<[usize]>::to_vec).chain(order.iter().map(|n| vec![*n]));
    sets.map(|mut set| {
        set.sort_unstable();
        Answer::Wide(Given::Set(set))
    })
    .collect()
}

/// A total divided among parts in whole numbers: so much to some of them, the rest to the
/// others, evenly; evenly among all where there are no others.
pub(super) fn divided(total: f64, sum: f64, of: &[usize], parts: usize) -> Vec<f64> {
    let mut shares = vec![0.0; parts];
    let others: Vec<usize> = (0..parts).filter(|part| !of.contains(part)).collect();
    if of.is_empty() || others.is_empty() {
        spread(total, &(0..parts).collect::<Vec<_>>(), &mut shares);
    } else {
        let sum = (sum + 0.5).floor().clamp(0.0, total);
        spread(sum, of, &mut shares);
        spread(total - sum, &others, &mut shares);
    }
    shares
}

/// A whole number in whole parts that differ by one at most, the first ones larger.
fn spread(total: f64, among: &[usize], shares: &mut [f64]) {
    let each = (total / count(among.len().max(1))).floor();
    let mut left = total - each * count(among.len());
    for part in among {
        if let Some(share) = shares.get_mut(*part) {
            let more = left.clamp(0.0, 1.0);
            *share = each + more;
            left -= more;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_are_divided_in_whole_numbers() {
        for (sum, of, expected) in [
            (50.0, &[0, 1][..], [25.0, 25.0, 25.0, 25.0]),
            (33.4, &[2], [23.0, 22.0, 33.0, 22.0]),
            (7.0, &[], [25.0, 25.0, 25.0, 25.0]),
            (7.0, &[0, 1, 2, 3], [25.0, 25.0, 25.0, 25.0]),
            (130.0, &[3], [0.0, 0.0, 0.0, 100.0]),
        ] {
            assert_eq!(divided(100.0, sum, of, 4), expected, "{sum} {of:?}");
        }
    }

    #[test]
    fn numbers_fall_on_their_steps() {
        for (x, expected) in [(0.34, 0.3), (0.36, 0.4), (-5.0, -0.2), (2.0, 0.9)] {
            assert_eq!(stepped(x, -0.2, 0.95, 0.1).to_bits(), f64::to_bits(expected), "{x}");
        }
    }

    #[test]
    fn sets_begin_with_the_best() {
        let sets = sets(&[Some(-50.0), Some(50.0), Some(50.0)], 2);
        let expected = [&[1][..], &[1, 2], &[1], &[2], &[0]];
        assert_eq!(sets, expected.map(|set| Answer::Wide(Given::Set(set.to_vec()))));
    }
}
