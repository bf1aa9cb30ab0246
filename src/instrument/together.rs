//! How answers are compared: those of two people, old ones with new, those of many
//! with each other.

use super::names::Names;
use super::{Gaps, Instrument, Item, Kind, Likeness, Limits, Scored, Together};
use crate::json::Node;
use crate::problem::{Problems, join, nth, quoted};

/// Resolves `pair`, `change` and `calibration` into the instrument, where they are given.
pub(super) fn resolve(names: &Names<'_>, instrument: &mut Instrument, problems: &mut Problems) {
    let (pair, change) = (names.root.get("pair"), names.root.get("change"));
    if !pair.is_null() {
        instrument.pair = Some(together(pair, names, problems));
    }
    if !change.is_null() {
        instrument.change = Some(limits(change, names, problems));
    }
    for (n, node) in names.root.get("calibration").list().iter().enumerate() {
        let found = agreement(node, names, &nth("/calibration", n), problems);
        instrument.calibration.extend(found);
    }
}

/// A composite and an item that should agree.
fn agreement(node: &Node, names: &Names<'_>, path: &str, problems: &mut Problems) -> Option<(usize, usize)> {
    let composite = names.composite(node.get("of"), &join(path, "of"), problems);
    let item = names.refer("items", node.get("item"), &join(path, "item"), problems)?;
    if !names.is_broken(item) && !names.items.get(item).is_some_and(Item::has_points) {
        let message = [&*quoted(names.id("items", item)), " has no points"];
        problems.error("bad-pair", &join(path, "item"), &message, "name an item whose answers have points");
    }
    Some((composite?, item))
}

fn number(node: &Node, key: &str) -> f64 {
    node.get(key).number().unwrap_or(0.0)
}

fn together(pair: &Node, names: &Names<'_>, problems: &mut Problems) -> Together {
    let (overall, likeness, guesses) = (pair.get("overall"), pair.get("similarity"), pair.get("predictions"));
    let ranking = names.refer("items", pair.get("ranking"), "/pair/ranking", problems);
    if let Some(item) = ranking
        && !names.is_broken(item)
        && !matches!(names.items.get(item).map(|item| &item.kind), Some(Kind::Ranking(_)))
    {
        problems.error("bad-pair", "/pair/ranking", &["this item is no ranking"], "name a ranking");
    }
    let list = names.refer("lists", overall.get("list"), "/pair/overall/list", problems);
    for item in list.and_then(|list| names.lists.get(list)).into_iter().flatten() {
        if names.items.get(*item).is_some_and(|item| !item.scored) && !names.is_broken(*item) {
            let message = [&*quoted(names.id("items", *item)), " enters no scale"];
            problems.error("bad-pair", "/pair/overall/list", &message, "name a list of scored items");
        }
    }
    let near_and_far = (number(guesses, "near"), number(guesses, "far"));
    ascending(guesses, "/pair/predictions", "near", "far", problems);
    let mut turned = Vec::new();
    for (n, node) in likeness.get("turned").list().iter().enumerate() {
        turned.extend(names.refer("scales", node, &nth("/pair/similarity/turned", n), problems));
    }
    let mut both = Vec::new();
    for (n, node) in pair.get("both").list().iter().enumerate() {
        both.extend(names.refer("rules", node, &nth("/pair/both", n), problems));
    }
    Together {
        scales: gaps(pair.get("scales"), "/pair/scales", problems),
        overall: list.map(|list| (list, gaps(overall, "/pair/overall", problems))),
        two_steps: number(pair, "two_steps"),
        similarity: (!likeness.is_null()).then(|| Likeness {
            common: number(likeness, "common"),
            turned,
            close: number(likeness, "close"),
            share: number(likeness, "share"),
        }),
        ranking,
        shift: names.refer("shifts", pair.get("shift"), "/pair/shift", problems),
        visibility: names.refer("lists", pair.get("visibility").get("list"), "/pair/visibility/list", problems),
        guesses: (!guesses.is_null()).then_some(near_and_far),
        both,
    }
}

fn gaps(node: &Node, path: &str, problems: &mut Problems) -> Gaps {
    ascending(node, path, "ask", "clear", problems);
    Gaps { common: number(node, "common"), ask: number(node, "ask"), clear: number(node, "clear") }
}

/// Two limits of which the first is the lower one.
fn ascending(node: &Node, path: &str, low: &str, high: &str, problems: &mut Problems) {
    if number(node, low) > number(node, high) {
        problems.error("bad-limits", path, &["`", low, "` is above `", high, "`"], "swap them");
    }
}

fn limits(change: &Node, names: &Names<'_>, problems: &mut Problems) -> Limits {
    let mut limits: Vec<(Scored, f64)> = Vec::new();
    for (n, node) in change.get("limits").list().iter().enumerate() {
        let (of, path) = (node.get("of"), join(&nth("/change/limits", n), "of"));
        let Some(scored) = names.scored(of, &path, problems) else { continue };
        if limits.iter().any(|(other, _)| *other == scored) {
            problems.error("repeated-value", &path, &[&quoted(of.text()), " has two limits"], "give it one limit");
        }
        limits.push((scored, number(node, "limit")));
    }
    Limits { common: number(change, "common"), limits }
}
