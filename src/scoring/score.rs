//! A score as it is reported.

use super::ScaleScore;
use crate::expression::Number;
use crate::instrument::{Composite, Instrument, Scale};
use serde::Serialize;

/// Whether a score rests on enough answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Enough are answered.
    Scored,
    /// Some are missing: to be read with its bounds.
    Provisional,
    /// Too many are missing: there is no value.
    NotScored,
}

/// The score of a scale or a composite. Numbers are not rounded.
#[derive(Clone, Debug, Serialize)]
pub struct Score {
    /// Of the scale or composite.
    pub id: String,
    /// Of the scale or composite.
    pub title: String,
    /// Whether it rests on enough answers.
    pub status: Status,
    /// The score; of a scale 0..100; none when not scored.
    pub value: Option<f64>,
    /// Least value that answering the rest could give; none where unbounded or unknown.
    pub low: Option<f64>,
    /// Largest value that answering the rest could give; none where unbounded or unknown.
    pub high: Option<f64>,
    /// Where a repeated answer would typically fall, missing answers included.
    pub band: Option<(f64, f64)>,
    /// Members answered; scales only.
    pub answered: Option<usize>,
    /// Members that apply; scales only.
    pub of: Option<usize>,
    /// `number`, or `percent` for a share that is shown times 100.
    pub display: &'static str,
    /// The dimension it belongs to.
    pub dimension: Option<String>,
}

/// The score of a scale for a report.
pub(crate) fn scale_view(instrument: &Instrument, scale: &Scale, score: &ScaleScore) -> Score {
    Score {
        id: scale.id.clone(),
        title: scale.title.clone(),
        status: score.status,
        value: score.value,
        low: Some(score.low),
        high: Some(score.high),
        band: band(score.number(), scale.wobble, Some((0.0, 100.0))),
        answered: Some(score.answered),
        of: Some(score.of),
        display: "number",
        dimension: dimension(instrument, scale.dimension),
    }
}

/// The score of a composite for a report.
pub(crate) fn composite_score(instrument: &Instrument, composite: &Composite, number: Number) -> Score {
    let finite = |x: f64| x.is_finite().then_some(x);
    Score {
        id: composite.id.clone(),
        title: composite.title.clone(),
        status: match number {
            None => Status::NotScored,
            Some(x) if x.provisional => Status::Provisional,
            Some(_) => Status::Scored,
        },
        value: number.map(|x| x.value),
        low: number.and_then(|x| finite(x.low)),
        high: number.and_then(|x| finite(x.high)),
        band: band(number, composite.wobble, composite.range),
        answered: None,
        of: None,
        display: if composite.percent { "percent" } else { "number" },
        dimension: dimension(instrument, composite.dimension),
    }
}

fn dimension(instrument: &Instrument, dimension: Option<usize>) -> Option<String> {
    dimension.and_then(|d| Some(instrument.dimensions.get(d)?.id.clone()))
}

/// The value give or take the wobble, as wide as the bounds at least, within
/// the range the number can have.
fn band(number: Number, wobble: Option<f64>, range: Option<(f64, f64)>) -> Option<(f64, f64)> {
    let (x, wobble) = (number?, wobble?);
    let (least, most) = range.unwrap_or((f64::NEG_INFINITY, f64::INFINITY));
    let low = (x.value - wobble).min(x.low).max(least);
    let high = (x.value + wobble).max(x.high).min(most);
    (low.is_finite() && high.is_finite()).then_some((low, high))
}
