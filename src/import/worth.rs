//! Questions whose choices are worth numbers, and the score they add up to.
//!
//! A tool that adds up the worth w of the chosen answers gives a sum between the
//! sum of the least and the sum of the greatest. Here a choice has
//! 100 (w - least) / (greatest - least) points and its question the weight
//! greatest - least, so that the scale is 100 (sum - lowest) / (highest - lowest),
//! and the sum itself is a composite of the scale.

use super::choices::{Choice, Value};
use super::draft::{Composite, Draft, Member, Scale};
use super::written::figure;
use crate::limits;
use crate::number::equal;
use crate::text::joined;

/// What a question adds to a sum.
#[derive(Clone, Debug)]
pub(crate) struct Worth {
    pub(crate) item: String,
    /// The row of a grid, `""` for a whole item.
    pub(crate) part: String,
    pub(crate) least: f64,
    pub(crate) most: f64,
}

/// Least and greatest worth; none where they are equal, or beyond what a weight may be.
pub(crate) fn bounds(worths: &[f64]) -> Option<(f64, f64)> {
    let least = worths.iter().copied().fold(f64::INFINITY, f64::min);
    let most = worths.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let fine = most - least >= limits::WEIGHT.0 && most.abs().max(least.abs()) <= limits::WEIGHT.1 / 2.0;
    fine.then_some((least, most))
}

/// Gives choices their points. Where the values already say so none are written.
pub(crate) fn place(choices: &mut [Choice], worths: &[f64]) -> Option<(f64, f64)> {
    let (least, most) = bounds(worths).filter(|_| worths.len() == choices.len())?;
    let values: Vec<f64> =
        choices.iter().filter_map(|c| if let Value::Whole(x) = c.value { Some(x) } else { None }).collect();
    let points = |x: f64, (least, most): (f64, f64)| 100.0 * (x - least) / (most - least);
    let implied = values.len() == choices.len()
        && bounds(&values).is_some_and(|ends| {
            values.iter().zip(worths).all(|(value, worth)| equal(points(*value, ends), points(*worth, (least, most))))
        });
    for (choice, worth) in choices.iter_mut().zip(worths) {
        choice.points = (!implied).then_some(points(*worth, (least, most)));
    }
    Some((least, most))
}

/// What gives choices their points; least and greatest worth of an answer.
pub(crate) type Placed = fn(&mut [Choice], &[f64]) -> Option<(f64, f64)>;

/// The same for several choices, whose worths are added up: each has its share of
/// all of them. None where one takes something away.
pub(crate) fn shares(choices: &mut [Choice], worths: &[f64]) -> Option<(f64, f64)> {
    let most: f64 = worths.iter().sum();
    let fine = worths.len() == choices.len() && worths.iter().all(|worth| *worth >= 0.0);
    let (least, most) = bounds(&[0.0, most]).filter(|_| fine)?;
    for (choice, worth) in choices.iter_mut().zip(worths) {
        choice.points = Some(100.0 * worth / most);
    }
    Some((least, most))
}

impl Draft {
    /// Adds the scale of some questions and the sum of their worth as a composite;
    /// returns the identifier of the sum. Where a question may be hidden there is
    /// no sum: the scale leaves it out, a sum would count it as the mean.
    pub(crate) fn score(&mut self, id: &str, title: &str, worths: &[Worth]) -> Option<String> {
        let spread: f64 = worths.iter().map(|worth| worth.most - worth.least).sum();
        let lowest: f64 = worths.iter().map(|worth| worth.least).sum();
        if worths.is_empty() || spread > limits::MAGNITUDE || lowest.abs() > limits::MAGNITUDE {
            return None;
        }
        let even = worths
            .iter()
            .all(|worth| equal(worth.most - worth.least, worths.first().map_or(0.0, |w| w.most - w.least)));
        let members = worths.iter().map(|worth| Member {
            item: worth.item.clone(),
            part: worth.part.clone(),
            reversed: false,
            weight: if even { 1.0 } else { worth.most - worth.least },
        });
        let scale = self.names.quietly(id, "score");
        self.scales.push(Scale { id: scale.clone(), title: title.into(), members: members.collect() });
        let hidden = |worth: &Worth| self.items.iter().any(|item| item.id == worth.item && !item.show_if.is_empty());
        if worths.iter().any(hidden) {
            return None;
        }
        let sum = self.names.quietly(&joined(&[&scale, "_sum"]), "sum");
        let share = joined(&[&figure(spread / 100.0), " * ", &scale]);
        let zero = equal(lowest, 0.0);
        let expression = if zero { share } else { joined(&[&figure(lowest), " + ", &share]) };
        self.composites.push(Composite {
            id: sum.clone(),
            title: joined(&[&super::report::clip(title, limits::TITLE - 10), " (sum)"]),
            each: false,
            expression,
            range: Some((lowest, lowest + spread)),
        });
        Some(sum)
    }
}
