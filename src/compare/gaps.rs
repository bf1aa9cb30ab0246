//! Mean differences over common items.

use super::Two;
use super::items::{applies, entries, points};
use crate::data::{Data, object};
use crate::instrument::{Gaps, Instrument, Member, Together};
use crate::number::{at_least, count, sum};

/// A mean difference.
pub(super) struct Gap {
    /// -100..100, second minus first; none where too few items are common.
    pub(super) value: Option<f64>,
    /// Items answered on both sides, of those that apply on both.
    pub(super) common: usize,
    pub(super) of: usize,
}

/// The gap over members, each with its weight, if so large a share is common.
fn gap(two: Two<'_, '_>, members: &mut dyn Iterator<Item = (&Member, f64)>, share: f64) -> Gap {
    let (mut first, mut second, mut weights) = (Vec::new(), Vec::new(), Vec::new());
    let mut of = 0_usize;
    for (member, weight) in members {
        if !applies(two, member.item) {
            continue;
        }
        of += 1;
        if let Some((x, y)) = points(two, member) {
            first.push(weight * x);
            second.push(weight * y);
            weights.push(weight);
        }
    }
    let common = weights.len();
    let enough = common > 0 && at_least(count(common), share * count(of));
    // One sum a side: swapped, the gap changes its sign to the bit.
    Gap { value: enough.then(|| (sum(&second) - sum(&first)) / sum(&weights)), common, of }
}

/// The gap of a scale.
pub(super) fn of_scale(two: Two<'_, '_>, scale: usize, share: f64) -> Gap {
    let members = two.instrument.scales.get(scale).map(|scale| scale.members.as_slice()).unwrap_or_default();
    gap(two, &mut members.iter().map(|member| (member, member.weight)), share)
}

/// The gaps of all scales.
pub(super) fn scales(two: Two<'_, '_>, pair: &Together) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for scale in 0..two.instrument.scales.len() {
        gaps.push(of_scale(two, scale, pair.scales.common));
    }
    gaps
}

/// The gap over a list of items, where the definition names one.
pub(super) fn overall(two: Two<'_, '_>, pair: &Together) -> Option<Gap> {
    let (list, limits) = pair.overall?;
    let list = two.instrument.lists.get(list)?;
    let entries = entries(two.instrument);
    let mut members = entries.iter().filter(|entry| list.contains(&entry.member.item)).map(|entry| (entry.member, 1.0));
    Some(gap(two, &mut members, limits.common))
}

/// The largest size of a gap.
pub(super) fn largest(gaps: &[Gap]) -> Option<f64> {
    gaps.iter().filter_map(|gap| gap.value).map(f64::abs).reduce(f64::max)
}

fn flag(gap: &Gap, limits: Gaps) -> &'static str {
    match gap.value.map(f64::abs) {
        None => "not_enough",
        Some(x) if at_least(x, limits.clear) => "clear",
        Some(x) if at_least(x, limits.ask) => "ask",
        Some(_) => "none",
    }
}

/// `Gap` of the types, of a scale.
pub(super) fn scale_view<'d>(instrument: &'d Instrument, pair: &Together, gaps: &[Gap], n: usize) -> Data<'d> {
    let (Some(gap), Some(scale)) = (gaps.get(n), instrument.scales.get(n)) else { return Data::Null };
    object! {
        instrument.entry("scales", n), ["id", "title"],
        "dimension" => instrument.dimension_id(scale.dimension),
        "gap" => gap.value,
        "flag" => flag(gap, pair.scales),
        "common" => gap.common,
        "of" => gap.of,
    }
}

/// `Gap` of the types, over a list.
pub(super) fn overall_view<'d>(instrument: &'d Instrument, pair: &Together, gap: &Gap) -> Data<'d> {
    let limits = pair.overall.map(|(_, limits)| limits).unwrap_or_default();
    object! {
        "id" => Data::Null,
        "title" => instrument.words.get("pair").get("overall").get("title"),
        "dimension" => Data::Null,
        "gap" => gap.value,
        "flag" => flag(gap, limits),
        "common" => gap.common,
        "of" => gap.of,
    }
}
