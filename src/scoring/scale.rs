//! One scale of one response.

use crate::expression::{Number, Quantity};
use crate::instrument::{Instrument, Member, Scale};
use crate::number::{at_least, count, sum};
use crate::response::Response;
use crate::scoring::Status;

/// The score of a scale.
#[derive(Clone, Debug)]
pub(crate) struct ScaleScore {
    pub(crate) status: Status,
    /// 0..100; none where too little is answered.
    pub(crate) value: Option<f64>,
    /// What the value could be once everything is answered; always known.
    pub(crate) low: f64,
    pub(crate) high: f64,
    /// Members answered, of those that apply.
    pub(crate) answered: usize,
    pub(crate) of: usize,
    /// Weighted sum of the keyed points of the answered members, and what it is divided by.
    pub(crate) sum: f64,
    pub(crate) weight: f64,
}

impl ScaleScore {
    /// The score as expressions read it.
    pub(crate) fn number(&self) -> Number {
        let provisional = self.status == Status::Provisional;
        self.value.map(|value| Quantity { value, low: self.low, high: self.high, provisional })
    }
}

/// The points of a member in the direction of its scale.
pub(crate) fn keyed(instrument: &Instrument, response: &Response, member: &Member) -> Option<f64> {
    response.points(instrument, member.item, member.part).map(|points| member.keyed(points))
}

/// Scores one scale. Members that do not apply are no part of it.
pub(crate) fn score(instrument: &Instrument, response: &Response, scale: &Scale) -> ScaleScore {
    let mut weighed = Weighed::default();
    for member in scale.members.iter().filter(|member| response.applies(member.item)) {
        weighed.add(member.weight_for(response.role), keyed(instrument, response, member));
    }
    weighed.score(scale, weighed.weight())
}

/// Neither rounding nor points that are taken away lead out of the range.
fn bounded(x: f64) -> f64 {
    if cfg!(feature = "wide") { x.clamp(0.0, 100.0) } else { x.min(100.0) }
}

/// What a scale's score is made of; to be used again for the next sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Weighed {
    /// Weights of the members, and of those that are answered.
    all: Vec<f64>,
    answered: Vec<f64>,
    /// Their points, by weight.
    points: Vec<f64>,
}

impl Weighed {
    /// Of no members.
    pub(crate) fn clear(&mut self) {
        self.all.clear();
        self.answered.clear();
        self.points.clear();
    }

    /// Adds a member with its keyed points, if it is answered.
    pub(crate) fn add(&mut self, weight: f64, points: Option<f64>) {
        self.all.push(weight);
        if let Some(points) = points {
            self.answered.push(weight);
            self.points.push(weight * points);
        }
    }

    /// The weight of all members.
    pub(crate) fn weight(&self) -> f64 {
        sum(&self.all)
    }

    /// The score of the scale.
    pub(crate) fn score(&self, scale: &Scale, weight_of_all: f64) -> ScaleScore {
        let (of, n, total) = (self.all.len(), self.answered.len(), sum(&self.points));
        let weight = if n == of { weight_of_all } else { sum(&self.answered) };
        let share = if of == 0 { 0.0 } else { count(n) / count(of) };
        let status = match () {
            () if n == 0 && (of == 0 || !scale.missing.is_zero()) => Status::NotScored,
            () if at_least(share, scale.missing.scored) => Status::Scored,
            () if at_least(share, scale.missing.provisional) => Status::Provisional,
            () => Status::NotScored,
        };
        let (low, high) = if of == 0 {
            (0.0, 100.0)
        } else {
            let high = (total + 100.0 * (weight_of_all - weight)) / weight_of_all;
            // What is open may take points away, but a score is never below 0.
            let low = if scale.is_negative() && n < of { 0.0 } else { total / weight_of_all };
            (bounded(low), bounded(high))
        };
        let counted = if scale.missing.is_zero() { weight_of_all } else { weight };
        let value = (status != Status::NotScored).then(|| bounded(total / counted));
        ScaleScore { status, value, low, high, answered: n, of, sum: total, weight: counted }
    }
}
