//! Levels that nobody reaches, numbers without a level, levels too narrow to tell apart.

use super::context::Context;
use super::findings::Findings;
use super::possible::Range;
use crate::instrument::Level;
use crate::number::{above, at_least, brief};
use crate::problem::{join, nth, quoted};

/// A level of a band in its place.
struct Placed<'c> {
    at: String,
    level: &'c Level,
    is_first: bool,
    /// Where the next one begins.
    next: Option<f64>,
    /// The composite as it is quoted, what it can be, its wobble.
    id: String,
    range: Range,
    wobble: Option<f64>,
}

fn levels<'c>(context: &Context<'c>) -> Vec<Placed<'c>> {
    let mut all = Vec::new();
    for (b, band) in context.instrument.bands.iter().enumerate() {
        let Some(range) = context.ranges.composites.get(band.of) else { continue };
        for (l, level) in band.levels.iter().enumerate() {
            all.push(Placed {
                at: nth(&join(&nth("/bands", b), "levels"), l),
                level,
                is_first: l == 0,
                next: band.levels.get(l + 1).map(|next| next.from),
                id: quoted(&context.instrument.composite_id(band.of)),
                range: *range,
                wobble: context.instrument.composites.get(band.of).and_then(|composite| composite.wobble),
            });
        }
    }
    all
}

pub(super) fn unreachable(context: &Context<'_>, found: &mut Findings) {
    for Placed { at, level, is_first, next, id, range, .. } in levels(context) {
        if !is_first && !at_least(range.high, level.from) {
            let message =
                ["this level begins at ", &*brief(level.from), ", and ", &id, " is at most ", &brief(range.high)];
            found.add(&at, &message, "let it begin lower, or remove it");
        }
        if let Some(next) = next.filter(|next| !above(*next, range.low)) {
            let message = ["this level ends at ", &*brief(next), ", and ", &id, " is at least ", &brief(range.low)];
            found.add(&at, &message, "let the next level begin higher, or remove this one");
        }
    }
}

pub(super) fn gap(context: &Context<'_>, found: &mut Findings) {
    for Placed { at, level, is_first, id, range, .. } in levels(context) {
        if is_first && range.low.is_finite() && above(level.from, range.low) {
            let begins = brief(level.from);
            let message = [&*id, " can be as low as ", &brief(range.low), ", and the first level begins at ", &begins];
            found.add(&at, &message, "let it begin where the numbers do: those below are placed on it all the same");
        }
    }
}

pub(super) fn narrow(context: &Context<'_>, found: &mut Findings) {
    for Placed { at, level, next, wobble, .. } in levels(context) {
        let (Some(next), Some(wobble)) = (next, wobble) else { continue };
        if above(wobble, next - level.from) {
            let width = brief(next - level.from);
            let message = ["this level is ", &*width, " wide, less than the wobble of ", &brief(wobble)];
            found.add(&at, &message, "join it with its neighbour: chance alone leads out of it");
        }
    }
}
