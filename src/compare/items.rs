//! The scored items that both have answered.

use super::Two;
use crate::data::{Data, object};
use crate::instrument::{Instrument, Member};
use crate::number::{at_least, order_key};
use crate::scoring::keyed;
use crate::words;

/// An item, or a grid's row, in the direction of the first scale that counts it.
#[derive(Clone, Copy)]
pub(super) struct Entry<'i> {
    pub(super) member: &'i Member,
    pub(super) dimension: Option<usize>,
}

/// Every scored item once, in the order of the definition.
pub(super) fn entries(instrument: &Instrument) -> Vec<Entry<'_>> {
    let place = |member: &Member| (member.item, member.part);
    let mut entries: Vec<Entry> = Vec::new();
    for scale in &instrument.scales {
        for member in &scale.members {
            let at = entries.partition_point(|entry| place(entry.member) < place(member));
            if entries.get(at).is_none_or(|entry| place(entry.member) != place(member)) {
                entries.insert(at, Entry { member, dimension: scale.dimension });
            }
        }
    }
    entries
}

/// Whether an item applies to both.
pub(super) fn applies(two: Two<'_, '_>, item: usize) -> bool {
    two.first.applies(item) && two.second.applies(item)
}

/// The points of both for a member of a scale, in the direction of the scale;
/// none unless both have answered.
pub(super) fn points(two: Two<'_, '_>, member: &Member) -> Option<(f64, f64)> {
    let points = |response| keyed(two.instrument, response, member);
    points(two.first).zip(points(two.second))
}

/// An item that both have answered.
pub(super) struct Common<'i> {
    entry: Entry<'i>,
    first: f64,
    second: f64,
    pub(super) two_steps: bool,
}

/// The common items, the largest difference first; of equal ones in the order
/// of the definition. Two steps apart are those that differ by `two_steps`
/// points or more; without that limit none is.
pub(super) fn common<'i>(two: Two<'i, '_>, two_steps: Option<f64>) -> Vec<Common<'i>> {
    let mut items: Vec<Common> = Vec::new();
    for entry in entries(two.instrument) {
        let Some((first, second)) = points(two, entry.member) else { continue };
        let apart = (second - first).abs();
        let two_steps = two_steps.is_some_and(|limit| at_least(apart, limit));
        let key = order_key(apart);
        let at = items.partition_point(|item| order_key(item.difference().abs()) >= key);
        items.insert(at, Common { entry, first, second, two_steps });
    }
    items
}

impl Common<'_> {
    pub(super) fn item(&self) -> usize {
        self.entry.member.item
    }

    /// The row of a grid.
    pub(super) fn part(&self) -> Option<usize> {
        self.entry.member.part
    }

    /// Second minus first, in points.
    pub(super) fn difference(&self) -> f64 {
        self.second - self.first
    }

    /// `ItemPair` of the types.
    pub(super) fn view<'d>(&self, two: Two<'d, '_>) -> Data<'d> {
        let (instrument, item, part) = (two.instrument, self.item(), self.part());
        let row = instrument.parts(item).zip(part).map(|(rows, part)| instrument.value(rows, part));
        object! {
            instrument.entry("items", item), ["id"],
            "part" => row,
            "text" => words::item(instrument, item, part),
            "dimension" => instrument.dimension_id(self.entry.dimension),
            "first" => self.first,
            "second" => self.second,
            "difference" => self.difference(),
            "two_steps" => self.two_steps,
            "first_answer" => words::answer(instrument, two.first, item, part),
            "second_answer" => words::answer(instrument, two.second, item, part),
        }
    }
}

/// How many of the items that are counted are two steps apart: `Part` of the types.
pub(super) fn two_steps(items: &[Common<'_>], counted: &dyn Fn(usize) -> bool) -> Data<'static> {
    let (mut count, mut common) = (0_usize, 0_usize);
    for item in items.iter().filter(|item| counted(item.item())) {
        common += 1;
        count += usize::from(item.two_steps);
    }
    object! { "count" => count, "common" => common }
}
