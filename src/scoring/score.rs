//! A score as it is reported.

use super::ScaleScore;
use crate::data::{Data, object};
use crate::expression::Number;
use crate::instrument::Instrument;

/// Whether a score rests on enough answers, the weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Status {
    /// Too many are missing: there is no value.
    NotScored,
    /// Some are missing: to be read with its bounds.
    Provisional,
    /// Enough are answered.
    Scored,
}

impl Status {
    /// As it is reported.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Status::Scored => "scored",
            Status::Provisional => "provisional",
            Status::NotScored => "not_scored",
        }
    }

    /// The status of a number.
    pub(crate) fn of(number: Number) -> Self {
        match number {
            None => Status::NotScored,
            Some(x) if x.provisional => Status::Provisional,
            Some(_) => Status::Scored,
        }
    }
}

/// The score of a scale for a report.
pub(crate) fn scale_view<'d>(instrument: &'d Instrument, n: usize, score: &ScaleScore) -> Data<'d> {
    let Some(scale) = instrument.scales.get(n) else { return Data::Null };
    object! {
        instrument.entry("scales", n), ["id", "title"],
        "status" => score.status.word(),
        "value" => score.value,
        "low" => score.low,
        "high" => score.high,
        "band" => band(score.number(), scale.wobble, (0.0, 100.0)),
        "answered" => score.answered,
        "of" => score.of,
        "display" => "number",
        "dimension" => instrument.dimension_id(scale.dimension),
    }
}

/// The score of a composite for a report.
pub(crate) fn composite_view(instrument: &Instrument, n: usize, number: Number) -> Data<'_> {
    let Some(composite) = instrument.composites.get(n) else { return Data::Null };
    let words = instrument.entry("composites", composite.entry);
    object! {
        "id" => instrument.composite_id(n),
        "title" => words.get("title"),
        "status" => Status::of(number).word(),
        "value" => number.map(|x| x.value),
        "low" => number.map(|x| x.low),
        "high" => number.map(|x| x.high),
        "band" => band(number, composite.wobble, composite.range),
        "answered" => Data::Null,
        "of" => Data::Null,
        "display" => if words.get("display").text() == "percent" { "percent" } else { "number" },
        "dimension" => instrument.dimension_id(composite.dimension),
    }
}

/// The value give or take the wobble, as wide as the bounds at least, within
/// the range the number can have.
fn band(number: Number, wobble: Option<f64>, (least, most): (f64, f64)) -> Data<'static> {
    let (Some(x), Some(wobble)) = (number, wobble) else { return Data::Null };
    Data::pair((x.value - wobble).min(x.low).max(least), (x.value + wobble).max(x.high).min(most))
}
