//! What both rank, and what both divide.

use super::Two;
use crate::data::{Data, object};
use crate::instrument::Kind;
use crate::number::sum;
use crate::response::{Answer, Response};
use crate::statistics::rank::strict;
use crate::words;

fn order(response: &Response, item: usize) -> Option<&[usize]> {
    match response.answer(item) {
        Answer::Ranking(order) => Some(order),
        _ => None,
    }
}

/// The rank correlation of the two answers to a ranking, if there are two.
pub(super) fn agreement(two: Two<'_, '_>, item: usize) -> Option<f64> {
    strict(order(two.first, item)?, order(two.second, item)?)
}

/// Whether both put the same option first.
pub(super) fn same_first(two: Two<'_, '_>, item: usize) -> Option<bool> {
    Some(order(two.first, item)?.first() == order(two.second, item)?.first())
}

/// `SharedPriorities` of the types.
pub(super) fn view<'d>(two: Two<'d, '_>, item: usize) -> Data<'d> {
    let instrument = two.instrument;
    let Some(options) = instrument.parts(item) else { return Data::Null };
    let rank = |response: &Response, option| response.raw(instrument, item, Some(option));
    let mut rows = Vec::new();
    for (n, option) in instrument.choices(options).iter().enumerate() {
        rows.push(object! {
            "id" => option.get("value"),
            "label" => option.get("label"),
            "first" => rank(two.first, n),
            "second" => rank(two.second, n),
        });
    }
    object! {
        "item" => instrument.part("items", item, "id"),
        "text" => words::item(instrument, item, None),
        "rho" => agreement(two, item),
        "same_first" => same_first(two, item).map_or(Data::Null, Data::Bool),
        "rows" => rows,
    }
}

/// Half the sum of absolute differences of the two answers to an allocation.
fn distance(two: Two<'_, '_>, item: usize) -> Option<f64> {
    let (Answer::Allocation(x), Answer::Allocation(y)) = (two.first.answer(item), two.second.answer(item)) else {
        return None;
    };
    let mut moved = Vec::new();
    for (x, y) in x.iter().zip(y) {
        moved.push((x - y).abs());
    }
    Some(sum(&moved) / 2.0)
}

/// `SharedShift` of the types.
pub(super) fn shift<'d>(two: Two<'d, '_>, n: usize) -> Data<'d> {
    let instrument = two.instrument;
    let Some(shift) = instrument.shifts.get(n) else { return Data::Null };
    let (Some(Kind::Allocation { parts, .. }), Some(Kind::Allocation { parts: others, .. })) = (
        instrument.items.get(shift.first).map(|item| &item.kind),
        instrument.items.get(shift.second).map(|item| &item.kind),
    ) else {
        return Data::Null;
    };
    let both = |item: usize, part: Option<usize>| {
        let raw = |response: &Response| part.and_then(|part| response.raw(instrument, item, Some(part)));
        object! { "first" => raw(two.first), "second" => raw(two.second) }
    };
    let mut rows = Vec::new();
    for (part, node) in instrument.choices(parts).iter().enumerate() {
        rows.push(object! {
            "id" => node.get("value"),
            "label" => node.get("label"),
            "now" => both(shift.first, Some(part)),
            "next" => both(shift.second, instrument.same_option(parts, part, others)),
        });
    }
    object! {
        instrument.entry("shifts", n), ["id", "title", "now_title", "next_title"],
        "now" => distance(two, shift.first),
        "next" => distance(two, shift.second),
        "rows" => rows,
    }
}
