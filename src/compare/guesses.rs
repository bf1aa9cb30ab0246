//! What each guessed of the other's answers, and what these are.

use super::Two;
use crate::data::{Data, object};
use crate::instrument::{Instrument, Kind, Together};
use crate::number::at_least;
use crate::response::{Answer, Response};
use crate::words;

/// What a guess turned out to be.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Found {
    /// In points: between own answer and guess, between the two answers,
    /// between guess and answer.
    Distance { expected: f64, actual: f64, error: f64, result: Met },
    /// Whether the guess was right, where answers have no distance.
    Hit(bool),
}

/// Whether expectation and answers lie far from each other.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Met {
    /// They do not.
    Fair,
    /// Expected far apart, and near.
    FalseConflict,
    /// Expected near, and far apart.
    FalseConsensus,
}

/// A guess that can be compared.
pub(super) struct Guess {
    /// The prediction, and the item it is about.
    pub(super) item: usize,
    pub(super) of: usize,
    by_first: bool,
    pub(super) found: Found,
}

/// All guesses with the answers they need: in the order of the items, those of
/// the first person before those of the second.
pub(super) fn guesses(two: Two<'_, '_>, pair: &Together) -> Vec<Guess> {
    let mut guesses = Vec::new();
    for (item, of) in two.instrument.items.iter().enumerate().filter_map(|(n, item)| Some((n, item.mirrors?))) {
        for by_first in [true, false] {
            let (by, other) = if by_first { (two.first, two.second) } else { (two.second, two.first) };
            let found = found(two.instrument, by, other, item, of, pair.guesses);
            guesses.extend(found.map(|found| Guess { item, of, by_first, found }));
        }
    }
    guesses
}

fn found(
    instrument: &Instrument,
    by: &Response,
    other: &Response,
    item: usize,
    of: usize,
    limits: Option<(f64, f64)>,
) -> Option<Found> {
    let Answer::Choice(guess) = by.answer(item) else { return None };
    if instrument.items.get(of)?.has_points() {
        let points = |response: &Response, item| response.points(instrument, item, None);
        let (own, answer, guess) = (points(by, of)?, points(other, of)?, points(by, item)?);
        let (expected, actual) = ((own - guess).abs(), (own - answer).abs());
        let result = match limits {
            Some((near, far)) if at_least(expected, far) && at_least(near, actual) => Met::FalseConflict,
            Some((near, far)) if at_least(near, expected) && at_least(actual, far) => Met::FalseConsensus,
            _ => Met::Fair,
        };
        return Some(Found::Distance { expected, actual, error: (guess - answer).abs(), result });
    }
    match other.answer(of) {
        Answer::Choice(answer) => Some(Found::Hit(answer == guess)),
        // A ranking is predicted by its first place.
        Answer::Ranking(order) => Some(Found::Hit(order.first() == Some(guess))),
        _ => None,
    }
}

impl Guess {
    /// What expectation met.
    pub(super) fn met(&self) -> Option<Met> {
        match self.found {
            Found::Distance { result, .. } => Some(result),
            Found::Hit(_) => None,
        }
    }

    /// `PredictionResult` of the types.
    pub(super) fn view<'d>(&self, two: Two<'d, '_>) -> Data<'d> {
        let instrument = two.instrument;
        let (by, other) = if self.by_first { (two.first, two.second) } else { (two.second, two.first) };
        let (mut expected, mut actual, mut error) = (None, None, None);
        let (mut result, mut hit) = (Data::Null, Data::Null);
        match self.found {
            Found::Hit(is) => hit = Data::Bool(is),
            Found::Distance { expected: e, actual: a, error: r, result: met } => {
                (expected, actual, error) = (Some(e), Some(a), Some(r));
                result = Data::Word(match met {
                    Met::Fair => "none",
                    Met::FalseConflict => "false_conflict",
                    Met::FalseConsensus => "false_consensus",
                });
            }
        }
        object! {
            "item" => instrument.part("items", self.item, "id"),
            "of" => instrument.part("items", self.of, "id"),
            "text" => words::item(instrument, self.of, None),
            "by" => if self.by_first { "first" } else { "second" },
            "kind" => if expected.is_some() { "distance" } else { "hit" },
            "guess" => words::answer(instrument, by, self.item, None),
            "own" => predicted(instrument, by, self.of),
            "actual_answer" => predicted(instrument, other, self.of),
            "expected" => expected,
            "actual" => actual,
            "error" => error,
            "result" => result,
            "hit" => hit,
        }
    }
}

/// What is guessed of an answer, in words: of a ranking its first place.
fn predicted(instrument: &Instrument, response: &Response, item: usize) -> Option<String> {
    match (response.answer(item), instrument.items.get(item).map(|item| &item.kind)) {
        (Answer::Ranking(order), Some(Kind::Ranking(options))) => {
            order.first().map(|option| instrument.label(options, *option).into())
        }
        _ => words::answer(instrument, response, item, None),
    }
}
