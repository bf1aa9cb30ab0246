//! A score as it is reported.

use super::ScaleScore;
use crate::data::Data;
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
    pub(crate) fn data(self) -> Data<'static> {
        Data::Word(match self {
            Status::Scored => "scored",
            Status::Provisional => "provisional",
            Status::NotScored => "not_scored",
        })
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
    let scale = instrument.scales.get(n);
    let wobble = scale.and_then(|scale| scale.wobble);
    view(
        instrument.part("scales", n, "id"),
        instrument.part("scales", n, "title"),
        score.status,
        [score.value, Some(score.low), Some(score.high)],
        band(score.number(), wobble, (0.0, 100.0)),
        [Data::count(score.answered), Data::count(score.of)],
        "number",
        instrument.dimension_id(scale.and_then(|scale| scale.dimension)),
    )
}

/// The score of a composite for a report.
pub(crate) fn composite_view(instrument: &Instrument, n: usize, number: Number) -> Data<'_> {
    let Some(composite) = instrument.composites.get(n) else { return Data::Null };
    let words = instrument.entry("composites", composite.entry);
    view(
        Data::Owned(composite.id.clone()),
        Data::of(words, "title"),
        Status::of(number),
        [number.map(|x| x.value), number.map(|x| x.low), number.map(|x| x.high)],
        band(number, composite.wobble, composite.range),
        [Data::Null, Data::Null],
        if words.get("display").text() == "percent" { "percent" } else { "number" },
        instrument.dimension_id(composite.dimension),
    )
}

#[expect(clippy::too_many_arguments, reason = "one per group of fields of a score")]
fn view<'d>(
    id: Data<'d>,
    title: Data<'d>,
    status: Status,
    [value, low, high]: [Option<f64>; 3],
    band: Data<'d>,
    [answered, of]: [Data<'d>; 2],
    display: &'static str,
    dimension: Data<'d>,
) -> Data<'d> {
    Data::Object(vec![
        ("id", id),
        ("title", title),
        ("status", status.data()),
        ("value", Data::maybe(value)),
        ("low", Data::maybe(low)),
        ("high", Data::maybe(high)),
        ("band", band),
        ("answered", answered),
        ("of", of),
        ("display", Data::Word(display)),
        ("dimension", dimension),
    ])
}

/// The value give or take the wobble, as wide as the bounds at least, within
/// the range the number can have.
fn band(number: Number, wobble: Option<f64>, (least, most): (f64, f64)) -> Data<'static> {
    let (Some(x), Some(wobble)) = (number, wobble) else { return Data::Null };
    let low = (x.value - wobble).min(x.low).max(least);
    let high = (x.value + wobble).max(x.high).min(most);
    if !low.is_finite() || !high.is_finite() {
        return Data::Null;
    }
    Data::List(vec![Data::Number(low), Data::Number(high)])
}
