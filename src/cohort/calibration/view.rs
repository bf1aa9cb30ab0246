//! How an instrument has done, for those who look after it.
//!
//! Figures as in [`crate::cohort::view`]: a number, or why there is none. They say
//! how the items of a scale go together. For a scale of activities that add up
//! that is no verdict: few would do all or none of them.

use super::products::is_kept;
use crate::cohort::Summary;
use crate::cohort::between::units;
use crate::cohort::cell::{Hidden, of_all};
use crate::cohort::part::{Part, rows};
use crate::cohort::view::{figure, row_value};
use crate::data::{Data, object};
use crate::instrument::{Instrument, Member};
use crate::limits::NAMED_CELL;
use crate::number::count;
use crate::statistics::rank::spearman;
use crate::statistics::reliability::{feldt, measurement_error};

/// Sheets, and what a figure rests on, at least.
const LEAST: usize = 20;
/// Of the interval of alpha.
const LEVEL: f64 = 0.95;

/// How the instrument has done in a group: `Reply<Calibration>`.
pub(crate) fn calibration<'d>(instrument: &'d Instrument, summary: &Summary) -> Data<'d> {
    let all = summary.whole(instrument);
    let shown = all.sheets >= LEAST;
    let list =
        |n: usize, value: &mut dyn FnMut(usize) -> Data<'d>| if shown { Data::each(n, value) } else { Data::Null };
    object! {
        "status" => if shown { "shown" } else { "too_few" },
        "least" => LEAST,
        "n" => all.sheets,
        "scales" => list(instrument.scales.len(), &mut |n| scale(instrument, summary, &all, n)),
        "agreements" => list(instrument.calibration.len(), &mut |n| agreement(instrument, summary, n)),
        "units" => if shown { units(instrument, summary, NAMED_CELL, LEAST) } else { Data::Null },
    }
}

fn scale<'d>(instrument: &'d Instrument, summary: &Summary, all: &Part, n: usize) -> Data<'d> {
    let (Some(scale), Some(products)) = (instrument.scales.get(n), summary.calibration.scales.get(n)) else {
        return Data::Null;
    };
    let verdict = if is_kept(scale) { of_all(products.n, LEAST) } else { Err(Hidden::TooMany) };
    let scatter = products.scatter(scale);
    let (alpha, deviation) = (scatter.alpha(), scatter.deviation());
    let interval = alpha.and_then(|alpha| feldt(alpha, products.n, scatter.items(), LEVEL));
    let (total, deleted) = (scatter.item_total(), scatter.alpha_if_deleted());
    let item = &mut |m: usize| {
        let Some(member) = scale.members.get(m) else { return Data::Null };
        let of = |list: &[Option<f64>]| figure(verdict, list.get(m).copied().flatten());
        self::item(instrument, all, member, of(&total), of(&deleted))
    };
    object! {
        instrument.entry("scales", n), ["id", "title"],
        "dimension" => instrument.dimension_id(scale.dimension),
        "n" => products.n,
        "alpha" => figure(verdict, alpha),
        "low" => figure(verdict, interval.map(|(low, _)| low)),
        "high" => figure(verdict, interval.map(|(_, high)| high)),
        "sd" => figure(verdict, deviation),
        "sem" => figure(verdict, deviation.zip(alpha).map(|(sd, alpha)| measurement_error(sd, alpha))),
        "items" => Data::each(scale.members.len(), item),
    }
}

/// One member: over all its answers its mean in the direction of the scale and the
/// share of "don't know", over complete sheets how it goes with the others.
fn item<'d>(instrument: &'d Instrument, all: &Part, member: &Member, total: Data<'d>, deleted: Data<'d>) -> Data<'d> {
    let row = (member.item, member.part);
    let found = rows(instrument).iter().position(|one| *one == row);
    let Some(tally) = found.and_then(|row| all.items.get(row)) else { return Data::Null };
    let (n, asked) = (tally.moments.extent.n, tally.moments.extent.n + tally.dont_know);
    let keyed = |x: f64| if member.reversed { 100.0 - x } else { x };
    object! {
        instrument.entry("items", member.item), ["id", "text"],
        "part" => member.part.map(|row| row_value(instrument, member.item, row)),
        "reversed" => member.reversed,
        "n" => n,
        "dont_know" => tally.dont_know,
        "mean" => figure(of_all(n, LEAST), tally.moments.extent.mean().map(keyed)),
        "dont_know_share" => figure(of_all(asked, LEAST), Some(count(tally.dont_know) / count(asked.max(1)))),
        "item_total" => total,
        "alpha_if_deleted" => deleted,
    }
}

/// A score and an item that should agree, over sheets that have both.
fn agreement<'d>(instrument: &'d Instrument, summary: &Summary, n: usize) -> Data<'d> {
    let (Some((composite, item)), Some(pairs)) = (instrument.calibration.get(n), summary.calibration.pairs.get(n))
    else {
        return Data::Null;
    };
    let (entry, dimension) =
        instrument.composites.get(*composite).map(|of| (of.entry, of.dimension)).unwrap_or_default();
    let sheets = pairs.n();
    object! {
        "of" => instrument.composite_id(*composite),
        "title" => instrument.part("composites", entry, "title"),
        "dimension" => instrument.dimension_id(dimension),
        "item" => instrument.part("items", *item, "id"),
        "text" => instrument.part("items", *item, "text"),
        "n" => sheets,
        "rho" => figure(of_all(sheets, LEAST), spearman(&pairs.sheets)),
    }
}
