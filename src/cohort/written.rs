//! A summary as JSON, to be kept and merged later.
//!
//! ```text
//! summary      2, the number of this form
//! instrument   id, version, fingerprint, scoring
//! doubled, refused
//! roles        [{role, sheets, items, scales, bands, rankings}], the last without a role
//!   items      [{id, part, dont_know, shift, values: [VALUE, COUNT, ...]} and SUMS]
//!   scales     [{id, shift, values} and SUMS]
//!   bands      [{id, levels: [COUNT]} and n, sum, low, high]
//!   rankings   [{id, n, sums}]
//! units        [{unit, scales: [{id} and SUMS]}]
//! calibration  {scales, pairs}, of sheets that answer all of a scale, of a score and an item
//!   scales     [{id, n, sums: [SUM of a member], products: [SUM of (0,0), (1,0), (1,1), ...]}]
//!   pairs      [{of, item, shift, values: [PLACE, PLACE, COUNT, ...]}]
//! SUMS         n, sum, squares, low, high
//! ```
//!
//! Sums and values are whole numbers of 2^-40 points (values without their last
//! `shift` bits), products of 2^-80, places of millionths; they stand as texts: they are longer than a number of JSON may
//! be. What came in is not in it, so files with a sheet in common count it twice.

use super::Summary;
use super::exact::{Extent, Moments};
use super::histogram::Histogram;
use super::part::{Part, rankings, rows};
use crate::data::{Data, object};
use crate::instrument::Instrument;
use crate::number::count;
use crate::scoring::SCORING_VERSION;

/// The number of this form.
pub(super) const FORM: usize = 2;

impl Summary {
    /// As it is kept: `Reply<Summary>`.
    pub(crate) fn written<'d>(&self, instrument: &'d Instrument) -> Data<'d> {
        let mut units = Vec::new();
        for (unit, scales) in &self.units {
            units.push(object! { "unit" => unit.clone(), "scales" => write_scales(instrument, scales, &[]) });
        }
        object! {
            "summary" => FORM,
            "instrument" => object! {
                &instrument.words, ["id", "version"],
                "fingerprint" => instrument.mark(),
                "scoring" => f64::from(SCORING_VERSION),
            },
            "doubled" => self.doubled,
            "refused" => self.refused,
            "roles" => Data::each(self.parts.len(), &mut |n| {
                self.parts.get(n).map_or(Data::Null, |part| write_part(instrument, n, part))
            }),
            "units" => units,
            "calibration" => self.calibration.written(instrument),
        }
    }
}

fn write_part<'d>(instrument: &'d Instrument, n: usize, part: &Part) -> Data<'d> {
    let (mut items, mut bands, mut ranked) = (Vec::new(), Vec::new(), Vec::new());
    for ((item, row), tally) in rows(instrument).into_iter().zip(&part.items) {
        let mut fields = vec![
            ("id", instrument.part("items", item, "id")),
            ("part", row.map_or(Data::Null, |row| Data::Number(count(row)))),
            ("dont_know", Data::Number(count(tally.dont_know))),
        ];
        fields.extend(values(&tally.histogram));
        fields.extend(sums(&tally.moments));
        items.push(Data::Object(fields));
    }
    for (n, tally) in part.bands.iter().enumerate() {
        let level = &mut |n: usize| tally.levels.get(n).map_or(Data::Null, |level| Data::Number(count(*level)));
        let levels = Data::each(tally.levels.len(), level);
        let mut fields = vec![("id", instrument.part("bands", n, "id")), ("levels", levels)];
        fields.extend(extent(&tally.extent));
        bands.push(Data::Object(fields));
    }
    for ((item, _), tally) in rankings(instrument).into_iter().zip(&part.rankings) {
        let sums: Vec<Data<'_>> = tally.sums.iter().map(|sum| text(*sum)).collect();
        ranked.push(object! { instrument.entry("items", item), ["id"], "n" => tally.n, "sums" => sums });
    }
    object! {
        "role" => instrument.part("roles", n, "id"),
        "sheets" => part.sheets,
        "items" => items,
        "scales" => write_scales(instrument, &part.scales, &part.scores),
        "bands" => bands,
        "rankings" => ranked,
    }
}

/// With how often each score came up, where that is known.
fn write_scales<'d>(instrument: &'d Instrument, scales: &[Moments], scores: &[Histogram]) -> Data<'d> {
    let mut list = Vec::new();
    for (n, moments) in scales.iter().enumerate() {
        let mut fields = vec![("id", instrument.part("scales", n, "id"))];
        fields.extend(scores.get(n).into_iter().flat_map(values));
        fields.extend(sums(moments));
        list.push(Data::Object(fields));
    }
    Data::List(list)
}

#[inline(never)]
pub(super) fn text(n: i128) -> Data<'static> {
    Data::Owned(n.to_string())
}

fn values<'d>(histogram: &Histogram) -> [(&'static str, Data<'d>); 2] {
    let mut values = Vec::new();
    for (key, times) in &histogram.counts {
        values.extend([text(*key), Data::Number(count(*times))]);
    }
    [("shift", Data::Number(f64::from(histogram.shift))), ("values", Data::List(values))]
}

fn extent(extent: &Extent) -> [(&'static str, Data<'static>); 4] {
    let end = |n: Option<i128>| n.map_or(Data::Null, text);
    [
        ("n", Data::Number(count(extent.n))),
        ("sum", text(extent.sum)),
        ("low", end(extent.ends.map(|(low, _)| low))),
        ("high", end(extent.ends.map(|(_, high)| high))),
    ]
}

fn sums(moments: &Moments) -> Vec<(&'static str, Data<'static>)> {
    let mut fields = Vec::from(extent(&moments.extent));
    fields.push(("squares", text(moments.squares)));
    fields
}
