//! The types, and what an answer is worth.

use super::super::{Instrument, Options, hash::Hash};
use crate::number::{at_least, count, sum};
use crate::text::folded;

/// A kind of item.
#[derive(Clone, Debug)]
pub(crate) enum Wide {
    /// Several choices. The points of those chosen are added up, within `floor` and
    /// 100; where `whole`, only the right ones and all of them give 100, and
    /// anything else 0.
    Multiple { choices: Options, most: usize, whole: bool, floor: f64 },
    /// A few words on one line.
    Text,
    /// Words that are never scored and never part of a link.
    Note,
    /// Nothing to answer.
    Info,
}

/// Words, a number, an order or pairs that are correct.
#[derive(Clone, Debug)]
pub(crate) enum Key {
    /// Points of the first that fits, else 0.
    Texts { texts: Vec<Accepted<String>>, case: bool },
    /// The same; a number fits that is within so much of it.
    Numbers(Vec<Accepted<(f64, f64)>>),
    /// Options from the first to the last.
    Order { order: Vec<usize>, whole: bool },
    /// By row the choice that belongs to it.
    Pairs { choices: Vec<usize>, whole: bool },
}

/// An answer that is accepted, and its points 0..100.
#[derive(Clone, Debug, Default)]
pub(crate) struct Accepted<T> {
    pub(crate) answer: T,
    pub(crate) points: f64,
}

/// An answer that has passed the gate.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Given {
    /// Positions of the choices, ascending, one at least.
    Set(Vec<usize>),
    /// Words as they were written, not blank.
    Text(String),
    /// Words that a link does not hold: none of those accepted.
    Other,
}

/// What makes a scale a quiz.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Quiz {
    pub(crate) scale: usize,
    /// From which score on it is passed.
    pub(crate) pass: Option<f64>,
}

impl Wide {
    /// Whether there is something to answer that belongs to how far one has come.
    pub(crate) fn is_asked(&self) -> bool {
        matches!(self, Wide::Multiple { .. } | Wide::Text)
    }

    /// Whether each of its answers has points.
    pub(crate) fn has_points(&self, key: Option<&Key>) -> bool {
        match self {
            Wide::Multiple { choices, .. } => choices.all_points(),
            Wide::Text => key.is_some(),
            Wide::Note | Wide::Info => false,
        }
    }

    /// Its choices.
    pub(crate) fn options(&self) -> Option<&Options> {
        if let Wide::Multiple { choices, .. } = self { Some(choices) } else { None }
    }

    /// Points of an answer that needs no key.
    pub(crate) fn points(&self, given: &Given) -> Option<f64> {
        let (Wide::Multiple { choices, whole, floor, .. }, Given::Set(set)) = (self, given) else { return None };
        if !choices.all_points() {
            return None;
        }
        if *whole {
            let right = |n: usize, points: &Option<f64>| (points.unwrap_or(0.0) > 0.0) == set.contains(&n);
            return Some(share(usize::from(choices.points.iter().enumerate().all(|(n, points)| right(n, points))), 1));
        }
        let chosen: Vec<f64> = set.iter().filter_map(|n| choices.points.get(*n).copied().flatten()).collect();
        Some(full(sum(&chosen).max(*floor)))
    }

    /// The fewest points that an answer can have.
    pub(crate) fn least(&self) -> f64 {
        if let Wide::Multiple { floor, .. } = self { *floor } else { 0.0 }
    }

    pub(crate) fn hash(&self, instrument: &Instrument, hash: &mut Hash) {
        match self {
            Wide::Multiple { choices, most, whole, floor } => {
                hash.options(instrument, choices);
                hash.index(Some(*most));
                hash.byte(u8::from(*whole));
                hash.number(*floor);
            }
            Wide::Text => hash.byte(0xe1),
            Wide::Note => hash.byte(0xe2),
            Wide::Info => hash.byte(0xe3),
        }
    }
}

impl Key {
    /// Points of a number.
    pub(crate) fn number(&self, x: f64) -> f64 {
        let Key::Numbers(numbers) = self else { return 0.0 };
        self.fitting(x).and_then(|n| numbers.get(n)).map_or(0.0, |accepted| accepted.points)
    }

    /// Which of the accepted numbers a number fits.
    pub(super) fn fitting(&self, x: f64) -> Option<usize> {
        let Key::Numbers(numbers) = self else { return None };
        let fits = |(value, within): (f64, f64)| at_least(x, value - within) && at_least(value + within, x);
        numbers.iter().position(|accepted| fits(accepted.answer))
    }

    /// Points of an order: the share of options that stand where they belong.
    pub(crate) fn order(&self, given: &[usize]) -> f64 {
        let Key::Order { order, whole } = self else { return 0.0 };
        parts(given.iter().zip(order).filter(|(a, b)| a == b).count(), order.len(), *whole)
    }

    /// Points of rows: of one, or the share of all that are right. A row without an
    /// answer is not right, once another has one.
    pub(crate) fn cells(&self, cells: &[Option<usize>], row: Option<usize>) -> Option<f64> {
        let Key::Pairs { choices, whole } = self else { return None };
        let right = |row: usize| cells.get(row).copied().flatten().map(|chosen| choices.get(row) == Some(&chosen));
        if let Some(row) = row {
            return right(row).map(|right| share(usize::from(right), 1));
        }
        cells.iter().any(Option::is_some).then_some(())?;
        let n = (0..choices.len()).filter(|row| right(*row) == Some(true)).count();
        Some(parts(n, choices.len(), *whole))
    }

    /// Points of words.
    pub(crate) fn given(&self, given: &Given) -> Option<f64> {
        match (self, given) {
            (Key::Texts { texts, .. }, Given::Text(_)) => {
                Some(self.accepted(given).and_then(|n| texts.get(n)).map_or(0.0, |accepted| accepted.points))
            }
            (Key::Texts { .. }, Given::Other) => Some(0.0),
            _ => None,
        }
    }

    /// Which of the accepted texts the words are.
    pub(super) fn accepted(&self, given: &Given) -> Option<usize> {
        let (Key::Texts { texts, case }, Given::Text(words)) = (self, given) else { return None };
        let words = folded(words, *case);
        texts.iter().position(|accepted| folded(&accepted.answer, *case) == words)
    }

    pub(crate) fn hash(&self, hash: &mut Hash) {
        match self {
            Key::Texts { texts, case } => {
                hash.byte(0xe4 + u8::from(*case));
                for accepted in texts {
                    hash.text(&folded(&accepted.answer, *case));
                    hash.number(accepted.points);
                }
            }
            Key::Numbers(numbers) => {
                for Accepted { answer: (value, within), points } in numbers {
                    for x in [value, within, points] {
                        hash.number(*x);
                    }
                }
            }
            Key::Order { order: places, whole } | Key::Pairs { choices: places, whole } => {
                for n in places {
                    hash.index(Some(*n));
                }
                hash.byte(u8::from(*whole));
            }
        }
        hash.byte(0xfe);
    }
}

impl Given {
    /// The choices, if these are any.
    pub(crate) fn set(&self) -> &[usize] {
        if let Given::Set(set) = self { set } else { &[] }
    }
}

impl Quiz {
    pub(crate) fn hash(&self, hash: &mut Hash) {
        hash.index(Some(self.scale));
        hash.number(self.pass.unwrap_or(-1.0));
    }
}

/// So many of all as points; where only the whole counts, all or nothing.
fn parts(n: usize, of: usize, whole: bool) -> f64 {
    if whole { share(usize::from(n == of), 1) } else { share(n, of) }
}

fn share(n: usize, of: usize) -> f64 {
    full(100.0 * count(n) / count(of.max(1)))
}

/// Thirds that are added up are whole again.
fn full(points: f64) -> f64 {
    if at_least(points, 100.0) { 100.0 } else { points }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn multiple(points: &[f64], whole: bool, floor: f64) -> Wide {
        let points = points.iter().copied().map(Some).collect();
        Wide::Multiple { choices: Options { points, ..Options::default() }, most: 32, whole, floor }
    }

    #[test]
    fn several_choices_add_up_between_floor_and_full() {
        let third = 100.0 / 3.0;
        for (points, whole, floor, set, expected) in [
            (&[50.0, 50.0, -50.0][..], false, 0.0, &[0][..], 50.0),
            (&[50.0, 50.0, -50.0], false, 0.0, &[0, 1], 100.0),
            (&[50.0, 50.0, -50.0], false, 0.0, &[0, 1, 2], 50.0),
            (&[50.0, 50.0, -50.0], false, 0.0, &[2], 0.0),
            (&[50.0, 50.0, -50.0], false, -50.0, &[2], -50.0),
            (&[50.0, 50.0, -50.0], false, -20.0, &[2], -20.0),
            (&[third, third, third, -third], false, 0.0, &[0, 1, 2], 100.0),
            (&[80.0, 80.0], false, 0.0, &[0, 1], 100.0),
            (&[50.0, 50.0, 0.0], true, 0.0, &[0, 1], 100.0),
            (&[50.0, 50.0, 0.0], true, 0.0, &[0], 0.0),
            (&[50.0, 50.0, 0.0], true, 0.0, &[0, 1, 2], 0.0),
        ] {
            let found = multiple(points, whole, floor).points(&Given::Set(set.to_vec()));
            assert_eq!(found, Some(expected), "{points:?} {set:?}");
        }
    }

    #[test]
    fn a_number_fits_the_first_window_it_is_in() {
        let accepted = |value, within, points| Accepted { answer: (value, within), points };
        let key = Key::Numbers(vec![accepted(9.8, 0.1, 100.0), accepted(9.8, 0.5, 40.0)]);
        for (x, expected) in [(9.8, 100.0), (9.7, 100.0), (9.9, 100.0), (9.69, 40.0), (10.3, 40.0), (10.31, 0.0)] {
            assert_eq!(key.number(x).to_bits(), f64::to_bits(expected), "{x}");
        }
    }

    #[test]
    fn orders_and_pairs_count_what_is_in_its_place() {
        let order = |whole| Key::Order { order: vec![2, 0, 1, 3], whole };
        for (given, share, all) in [([2, 0, 1, 3], 100.0, 100.0), ([2, 1, 0, 3], 50.0, 0.0), ([3, 2, 0, 1], 0.0, 0.0)] {
            assert_eq!((order(false).order(&given), order(true).order(&given)), (share, all));
        }
        let pairs = |whole| Key::Pairs { choices: vec![1, 0, 2, 0], whole };
        let cells = [Some(1), Some(1), None, Some(0)];
        assert_eq!(pairs(false).cells(&cells, None), Some(50.0));
        assert_eq!(pairs(true).cells(&cells, None), Some(0.0));
        assert_eq!(pairs(false).cells(&[None; 4], None), None);
        let rows: Vec<_> = (0..4).map(|row| pairs(false).cells(&cells, Some(row))).collect();
        assert_eq!(rows, [Some(100.0), Some(0.0), None, Some(100.0)]);
    }

    #[test]
    fn words_are_compared_without_what_nobody_means() {
        let text = |answer: &str, points| Accepted { answer: answer.into(), points };
        let key = |case| Key::Texts { texts: vec![text("New  York", 100.0), text("l'Été", 60.0)], case };
        for (words, loose, strict) in [
            ("New York", 100.0, 100.0),
            (" new\u{a0} YORK\n", 100.0, 0.0),
            ("L\u{2019}été", 60.0, 0.0),
            ("l\u{2019}Été", 60.0, 60.0),
            ("York", 0.0, 0.0),
        ] {
            let points = |case| key(case).given(&Given::Text(words.into()));
            assert_eq!((points(false), points(true)), (Some(loose), Some(strict)), "{words}");
        }
        assert_eq!(key(false).given(&Given::Other), Some(0.0));
    }
}
