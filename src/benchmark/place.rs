//! Where a result stands against a benchmark.

use super::{Band, Benchmark};
use crate::data::{Data, object};
use crate::instrument::Instrument;
use crate::number::hundredths;
use crate::response::Response;
use crate::scoring::{self, ScaleScore, scale_view};

/// Each scale beside its band: `Reply<Placed>`.
///
/// `place` says where the score lies against the middle half of the benchmark:
/// `within`, its ends included, `below` or `above` it; `edge` where the score
/// could be on either side of an end, give or take its wobble and what is not
/// answered. `no_score` and `no_band` where there is nothing to place.
pub(crate) fn place<'d>(instrument: &'d Instrument, response: &Response, benchmark: Benchmark) -> Data<'d> {
    let (scores, _) = scoring::numbers(instrument, response);
    let Benchmark { label, n, bands } = benchmark;
    let scales = Data::each(scores.len(), &mut |n| {
        let Some(score) = scores.get(n) else { return Data::Null };
        let band = bands.get(n).and_then(Option::as_ref);
        let wobble = instrument.scales.get(n).and_then(|scale| scale.wobble).unwrap_or(0.0);
        let mut fields = vec![
            ("score", scale_view(instrument, n, score)),
            ("place", Data::Word(word(score, wobble, band.and_then(Band::middle)))),
        ];
        fields.extend(band.unwrap_or(&Band::default()).fields());
        Data::Object(fields)
    });
    object! {
        "source" => label.source,
        "date" => label.date,
        "minimum" => label.minimum,
        "n" => n,
        "scales" => scales,
    }
}

/// Rounded as the ends are: a score that is an end must not miss it.
fn word(score: &ScaleScore, wobble: f64, middle: Option<(f64, f64)>) -> &'static str {
    let Some(value) = score.value else { return "no_score" };
    let Some((from, to)) = middle else { return "no_band" };
    let least = hundredths((value - wobble).min(score.low).max(0.0));
    let most = hundredths((value + wobble).max(score.high).min(100.0));
    match () {
        () if from <= least && most <= to => "within",
        () if most < from => "below",
        () if to < least => "above",
        () => "edge",
    }
}
