//! What is right, in words, and what the definition says of an answer.

use super::super::{Instrument, Kind, Options};
use super::{Given, Key, Wide};
use crate::json::{Node, Value};
use crate::number::{at_least, brief};
use crate::text::{joined, listed};

impl Instrument {
    /// Whether a result does not say what would move a band to its next level.
    pub(crate) fn leaves_next_out(&self, band: usize) -> bool {
        matches!(self.entry("bands", band).get("next").value, Value::Bool(false))
    }

    /// The right answer to an item, or to a row of its grid; none where none is right.
    pub(crate) fn right(&self, item: usize, part: Option<usize>) -> Option<String> {
        let found = self.items.get(item)?;
        let labels = |options: &Options, list: &[usize]| {
            let labels: Vec<&str> = list.iter().map(|n| self.label(options, *n)).collect();
            (!labels.is_empty()).then(|| listed(&mut labels.into_iter()))
        };
        match (&found.kind, &found.key) {
            (Kind::Choice(options) | Kind::Wide(Wide::Multiple { choices: options, .. }), None) => {
                labels(options, &best(options, matches!(found.kind, Kind::Wide(_))))
            }
            (_, Some(Key::Texts { texts, .. })) => {
                texts.iter().find(|accepted| at_least(accepted.points, 100.0)).map(|accepted| accepted.answer.clone())
            }
            (_, Some(Key::Numbers(numbers))) => {
                let unit = self.entry("items", item).get("kind").inner().get("unit").text();
                let number = numbers.iter().find(|accepted| at_least(accepted.points, 100.0))?;
                Some(joined(&[&brief(number.answer.0), if unit.is_empty() { "" } else { " " }, unit]))
            }
            (Kind::Ranking(options), Some(Key::Order { order, .. })) => labels(options, order),
            (Kind::Grid { rows, choices, .. }, Some(Key::Pairs { choices: right, .. })) => {
                let cell = |row: usize| right.get(row).map_or("", |n| self.label(choices, *n));
                let whole = |row: usize| joined(&[self.label(rows, row), ": ", cell(row)]);
                let all: Vec<String> = (0..rows.len()).map(whole).collect();
                Some(part.map_or_else(|| listed(&mut all.iter().map(String::as_str)), |row| cell(row).into()))
            }
            _ => None,
        }
    }

    /// Where the definition says something of an accepted number or text: the entry
    /// that fits the answer.
    pub(crate) fn accepted(&self, item: usize, number: Option<f64>, given: Option<&Given>) -> Option<&Node> {
        let correct = self.entry("items", item).get("correct");
        match (self.items.get(item)?.key.as_ref()?, number, given) {
            (key @ Key::Texts { .. }, _, Some(given)) => Some(correct.get("texts").entry(key.accepted(given)?)),
            (key @ Key::Numbers(_), Some(x), _) => Some(correct.get("numbers").entry(key.fitting(x)?)),
            _ => None,
        }
    }
}

/// The options that are right: of one choice those with most points, of several those
/// that add some; none where all are alike.
fn best(options: &Options, several: bool) -> Vec<usize> {
    let points = |n: usize| options.points.get(n).copied().flatten().unwrap_or(0.0);
    let all = 0..options.len();
    let most = all.clone().map(points).fold(0.0, f64::max);
    let best: Vec<usize> = all.filter(|n| points(*n) > 0.0 && (several || at_least(points(*n), most))).collect();
    if best.len() == options.len() && !several { Vec::new() } else { best }
}
