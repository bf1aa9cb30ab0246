//! Points that tell nothing apart, or that nobody reads.

use super::context::{Context, place};
use super::findings::Findings;
use crate::instrument::{From, Kind, Options};
use crate::problem::{join, nth, quoted};
use std::collections::BTreeMap;

/// The options that items are answered with, and whether their points decide anything.
fn options<'c>(context: &Context<'c>) -> BTreeMap<String, (&'c Options, bool)> {
    let mut all: BTreeMap<String, (&Options, bool)> = BTreeMap::new();
    for (n, item) in context.instrument.items.iter().enumerate().filter(|(_, item)| item.mirrors.is_none()) {
        if let Kind::Choice(options) | Kind::Grid { choices: options, .. } = &item.kind {
            let entry = all.entry(place(options.from)).or_insert((options, false));
            entry.1 |= context.weighed.contains(&n);
        }
    }
    all
}

pub(super) fn equal(context: &Context<'_>, found: &mut Findings) {
    for (path, (options, _)) in options(context).iter().filter(|(_, (_, read))| *read) {
        let points: Vec<f64> = options.points.iter().flatten().copied().collect();
        let same = |n: usize| {
            points.iter().take(n).position(|other| points.get(n).is_some_and(|x| x.to_bits() == other.to_bits()))
        };
        let repeats: Vec<usize> = (0..points.len()).filter(|n| same(*n).is_some()).collect();
        let different = points.len() - repeats.len();
        // Right or wrong is two kinds of answers, however many there are.
        if different == 2 {
            continue;
        }
        for n in repeats {
            let earlier = quoted(context.instrument.label(options, same(n).unwrap_or(n)));
            let message = ["as many points as ", &*earlier, ": no score tells the two apart"];
            found.add(&nth(&join(path, "choices"), n), &message, "give them different points, or make them one choice");
        }
    }
}

pub(super) fn unread(context: &Context<'_>, found: &mut Findings) {
    let help = "let the item enter a scale, or remove the points";
    for (path, (options, _)) in options(context).iter().filter(|(_, (_, read))| !*read) {
        if context.instrument.choices(options).iter().any(|choice| choice.field("points").is_some()) {
            let whose = if matches!(options.from, From::Set(_)) { "no item with these choices" } else { "this item" };
            let tail = if matches!(options.from, From::Set(_)) { " enters a score" } else { " enters no score" };
            found.add(&join(path, "choices"), &["nothing reads these points: ", whose, tail], help);
        }
    }
    for (n, item) in context.instrument.items.iter().enumerate() {
        if !item.curve.is_empty() && !context.weighed.contains(&n) {
            found.add(
                &join(&nth("/items", n), "points"),
                &["nothing reads these points: this item enters no score"],
                help,
            );
        }
    }
}
