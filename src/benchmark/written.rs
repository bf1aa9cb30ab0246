//! A group as a benchmark file.

use super::{Band, FORM, Label, QUANTILES, fewest};
use crate::cohort::{Histogram, Summary};
use crate::data::{Data, object};
use crate::instrument::Instrument;
use crate::problem::{Problem, refusal};
use crate::scoring::SCORING_VERSION;

/// The file: `Reply<Benchmark>`.
///
/// # Errors
/// `too-few-sheets` where no scale has as many scores as the label asks for.
pub(crate) fn written<'d>(
    instrument: &'d Instrument,
    summary: &Summary,
    label: Label,
) -> Result<Data<'d>, Vec<Problem>> {
    let (mut scales, mut shown) = (Vec::new(), false);
    for n in 0..instrument.scales.len() {
        let band = Band::of(&summary.scores(n), label.minimum);
        shown |= band.middle().is_some();
        let mut fields = vec![("id", instrument.part("scales", n, "id"))];
        fields.extend(band.fields());
        scales.push(Data::Object(fields));
    }
    if !shown {
        let message = ["no scale has ", &label.minimum.to_string(), " scores: single people could be read from less"];
        return Err(refusal("too-few-sheets", &message, "make it when more results are in"));
    }
    Ok(object! {
        "benchmark" => FORM,
        "instrument" => object! {
            &instrument.words, ["id", "version"],
            "fingerprint" => instrument.mark(),
            "scoring" => f64::from(SCORING_VERSION),
        },
        "source" => label.source,
        "date" => label.date,
        "minimum" => label.minimum,
        "n" => summary.sheets(),
        "scales" => scales,
    })
}

impl Band {
    /// Of the scores of a scale, as far as they may be shown.
    fn of(scores: &Histogram, minimum: usize) -> Self {
        let mut band = Band { n: scores.len(), ..Band::default() };
        for (at, (percent, _)) in band.at.iter_mut().zip(QUANTILES) {
            let may = band.n >= fewest(percent).max(minimum);
            *at = if may { scores.quantile(percent) } else { None };
        }
        band
    }
}
