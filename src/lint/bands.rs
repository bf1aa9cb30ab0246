//! Levels that nobody reaches, numbers without a level, levels too narrow to tell apart.

use super::context::Context;
use super::findings::Findings;
use super::possible::Range;
use crate::instrument::{Band, Level};
use crate::number::{above, at_least, brief};
use crate::problem::{join, nth, quoted};

/// Each level of each band: where it stands, what it is a level of, where the next one begins.
fn levels(context: &Context<'_>, each: &mut dyn FnMut(&str, usize, &Level, Option<f64>, &Band, Range)) {
    for (b, band) in context.instrument.bands.iter().enumerate() {
        let Some(range) = context.ranges.composites.get(band.of) else { continue };
        for (l, level) in band.levels.iter().enumerate() {
            let at = nth(&join(&nth("/bands", b), "levels"), l);
            each(&at, l, level, band.levels.get(l + 1).map(|next| next.from), band, *range);
        }
    }
}

pub(super) fn unreachable(context: &Context<'_>, found: &mut Findings) {
    levels(context, &mut |at, n, level, next, band, range| {
        let id = quoted(&context.instrument.composite_id(band.of));
        if n > 0 && !at_least(range.high, level.from) {
            let message =
                ["this level begins at ", &*brief(level.from), ", and ", &id, " is at most ", &brief(range.high)];
            found.add(at, &message, "let it begin lower, or remove it");
        }
        if let Some(next) = next.filter(|next| !above(*next, range.low)) {
            let message = ["this level ends at ", &*brief(next), ", and ", &id, " is at least ", &brief(range.low)];
            found.add(at, &message, "let the next level begin higher, or remove this one");
        }
    });
}

pub(super) fn gap(context: &Context<'_>, found: &mut Findings) {
    levels(context, &mut |at, n, level, _, band, range| {
        if n == 0 && range.low.is_finite() && above(level.from, range.low) {
            let id = quoted(&context.instrument.composite_id(band.of));
            let message =
                [&*id, " can be as low as ", &brief(range.low), ", and the first level begins at ", &brief(level.from)];
            found.add(at, &message, "let it begin where the numbers do: those below are placed on it all the same");
        }
    });
}

pub(super) fn narrow(context: &Context<'_>, found: &mut Findings) {
    levels(context, &mut |at, _, level, next, band, _| {
        let wobble = context.instrument.composites.get(band.of).and_then(|composite| composite.wobble);
        if let (Some(next), Some(wobble)) = (next, wobble)
            && above(wobble, next - level.from)
        {
            let message =
                ["this level is ", &*brief(next - level.from), " wide, less than the wobble of ", &brief(wobble)];
            found.add(at, &message, "join it with its neighbour: chance alone leads out of it");
        }
    });
}
