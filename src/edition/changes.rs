//! Changes, one by one, each with what it can alter.

use super::{Effect, Two, effect, meaning, words};
use crate::json::Node;

/// One thing that differs.
pub(super) struct Change {
    /// The field of the definition that holds it.
    pub(super) list: &'static str,
    /// Its identifier there; `""` where the field is the whole thing.
    pub(super) id: String,
    /// The field of it that differs, if one does.
    pub(super) field: String,
    /// `added`, `removed`, `moved` or `changed`.
    pub(super) what: &'static str,
    pub(super) effect: Effect,
    /// The values themselves, texts as they are and others as JSON; `""` for none.
    pub(super) was: String,
    pub(super) now: String,
}

/// Lists of things, and the field by which two editions of a thing are known as one.
const LISTS: [(&str, &str); 20] = [
    ("roles", "id"),
    ("dimensions", "id"),
    ("choice_sets", "id"),
    ("items", "id"),
    ("pages", "title"),
    ("scales", "id"),
    ("composites", "id"),
    ("states", "id"),
    ("bands", "id"),
    ("picks", "id"),
    ("lists", "id"),
    ("tallies", "id"),
    ("notes", "id"),
    ("appraisals", "id"),
    ("shifts", "id"),
    ("advice.rules", "id"),
    ("calibration", "of"),
    ("marks", "item"),
    ("glossary", "term"),
    ("source", "title"),
];

/// Everything else. How editions are called and where they lie is no change of an instrument.
const SINGLES: [&str; 19] = [
    "id",
    "title",
    "language",
    "license",
    "intro",
    "about",
    "dont_know",
    "notes_closing",
    "picture",
    "advice.limit",
    "advice.per_dimension",
    "advice.order",
    "pair",
    "change",
    "group",
    "quiz",
    "targets",
    "norms",
    "archetypes",
];

/// Every change, in the order of the format.
pub(super) fn changes(two: Two<'_>) -> Vec<Change> {
    let mut changes = Vec::new();
    for field in SINGLES {
        let (old, new) = (at(&two.old.words, field), at(&two.new.words, field));
        if let Some(plain) = words::difference(old, new, field.rsplit('.').next().unwrap_or_default()) {
            let effect = match field {
                "id" => Effect::Links,
                "quiz" if !["scale", "pass"].iter().all(|key| words::same(old.get(key), new.get(key))) => Effect::Links,
                _ => plain,
            };
            changes.push(Change {
                was: words::shown(old),
                now: words::shown(new),
                ..change(field, "", "changed", effect)
            });
        }
    }
    for (list, key) in LISTS {
        entries(two, list, key, &mut changes);
    }
    changes
}

/// The node at a path of fields.
fn at<'n>(root: &'n Node, path: &str) -> &'n Node {
    path.split('.').fold(root, |node, field| node.get(field))
}

fn change(list: &'static str, id: &str, what: &'static str, effect: Effect) -> Change {
    Change { list, id: id.into(), field: String::new(), what, effect, was: String::new(), now: String::new() }
}

fn entries(two: Two<'_>, list: &'static str, key: &str, changes: &mut Vec<Change>) {
    let (old, new) = (at(&two.old.words, list).list(), at(&two.new.words, list).list());
    let pairs = pairs(old, new, key);
    let moved = moved(&pairs);
    for (n, (entry, before)) in new.iter().zip(&pairs).enumerate() {
        let id = entry.get(key).text();
        let Some((m, earlier)) = before.and_then(|m| Some((m, old.get(m)?))) else {
            changes.push(change(list, id, "added", effect::added(two, list, n)));
            continue;
        };
        if moved.contains(&n) {
            changes.push(change(list, id, "moved", effect::moved(two, list)));
        }
        if list == "items" && meaning::asked(two.old, m) != meaning::asked(two.new, n) {
            changes.push(Change { field: "asked".into(), ..change(list, id, "changed", Effect::Scores) });
        }
        fields(two, list, id, (m, earlier), (n, entry), changes);
    }
    for (m, entry) in old.iter().enumerate().filter(|(m, _)| !pairs.contains(&Some(*m))) {
        changes.push(change(list, entry.get(key).text(), "removed", effect::removed(two, list, m)));
    }
}

/// The fields in which two editions of an entry differ.
fn fields(
    two: Two<'_>,
    list: &'static str,
    id: &str,
    (m, old): (usize, &Node),
    (n, new): (usize, &Node),
    changes: &mut Vec<Change>,
) {
    let added = new.fields().iter().filter(|(key, _)| old.field(key).is_none());
    for (field, _) in old.fields().iter().chain(added) {
        let (was, now) = (old.get(field), new.get(field));
        if let Some(plain) = words::difference(was, now, field) {
            let effect = effect::changed(two, list, (m, n), field).unwrap_or(plain);
            let (was, now) = (words::shown(was), words::shown(now));
            changes.push(Change { field: field.clone(), was, now, ..change(list, id, "changed", effect) });
        }
    }
}

/// By entry of the new list, the place of the same thing in the old one. Of several with one key the first goes with
/// the first. A page with another title is known by its first item.
fn pairs(old: &[Node], new: &[Node], key: &str) -> Vec<Option<usize>> {
    let mut free = vec![true; old.len()];
    let mut pairs: Vec<Option<usize>> = vec![None; new.len()];
    let first = |node: &Node| node.get("items").entry(0).text().to_owned();
    let by_key = |a: &Node, b: &Node| a.get(key).text() == b.get(key).text();
    let by_item = |a: &Node, b: &Node| key == "title" && !first(a).is_empty() && first(a) == first(b);
    for same in [&by_key as &dyn Fn(&Node, &Node) -> bool, &by_item] {
        for (entry, slot) in new.iter().zip(&mut pairs).filter(|(_, slot)| slot.is_none()) {
            let mut candidates = old.iter().zip(&mut free).enumerate();
            if let Some((m, (_, free))) = candidates.find(|(_, (other, free))| **free && same(other, entry)) {
                *free = false;
                *slot = Some(m);
            }
        }
    }
    pairs
}

/// The new places of what stands elsewhere among the others: all but a longest run that kept its order.
fn moved(pairs: &[Option<usize>]) -> Vec<usize> {
    let kept: Vec<(usize, usize)> = pairs.iter().enumerate().filter_map(|(n, m)| Some((n, (*m)?))).collect();
    // By entry, the longest run that ends with it, and the entry before it there.
    let mut runs: Vec<(usize, Option<usize>)> = Vec::new();
    for (place, (_, m)) in kept.iter().enumerate() {
        let before = kept.iter().zip(&runs).enumerate().take(place).filter(|(_, ((_, other), _))| other < m);
        let longest = before.max_by_key(|(_, (_, (length, _)))| *length);
        runs.push(longest.map_or((1, None), |(at, (_, (length, _)))| (length + 1, Some(at))));
    }
    let mut stays = Vec::new();
    let mut at = (0..runs.len()).max_by_key(|place| runs.get(*place).map(|(length, _)| *length));
    while let Some(place) = at {
        stays.extend(kept.get(place).map(|(n, _)| *n));
        at = runs.get(place).and_then(|(_, before)| *before);
    }
    kept.iter().map(|(n, _)| *n).filter(|n| !stays.contains(n)).collect()
}
