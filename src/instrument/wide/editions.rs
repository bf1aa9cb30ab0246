//! How answers of earlier editions are carried over.

use super::super::names::Names;
use super::super::{Kind, Options, value};
use crate::json::Node;
use crate::problem::{Problems, did_you_mean, join, nth, quoted, suggest};

/// Checks that everything leads to something of this edition, from each thing once.
pub(in super::super) fn check(names: &Names<'_>, problems: &mut Problems) {
    for (n, edition) in names.root.get("editions").list().iter().enumerate() {
        let path = join(&nth("/editions", n), "migrate");
        let list = edition.get("migrate").list();
        once(list, &path, problems);
        for (m, entry) in list.iter().enumerate() {
            let path = nth(&path, m);
            let Some(item) = names.refer("items", entry.get("to"), &join(&path, "to"), problems) else { continue };
            let (values, parts) = options(names, item);
            for (field, options) in [("values", values), ("parts", parts)] {
                let path = join(&path, field);
                once(entry.get(field).list(), &path, problems);
                for (k, renamed) in entry.get(field).list().iter().enumerate() {
                    known(renamed.get("to"), options, names, &join(&nth(&path, k), "to"), problems);
                }
            }
        }
    }
}

/// What can be chosen of an item, and what it is made of.
fn options<'n>(names: &'n Names<'_>, item: usize) -> (Option<&'n Options>, Option<&'n Options>) {
    match names.items.get(item).map(|item| &item.kind) {
        Some(Kind::Choice(choices)) => (Some(choices), None),
        Some(Kind::Ranking(parts) | Kind::Allocation { parts, .. }) => (None, Some(parts)),
        Some(Kind::Grid { rows, choices, .. }) => (Some(choices), Some(rows)),
        Some(Kind::Wide(wide)) => (wide.options(), None),
        _ => (None, None),
    }
}

fn known(to: &Node, options: Option<&Options>, names: &Names<'_>, path: &str, problems: &mut Problems) {
    if to.is_null() || problems.any_in(path) {
        return;
    }
    let known: Vec<String> =
        options.map(|options| names.choices(options)).unwrap_or_default().iter().map(value).collect();
    let wanted = to.called();
    if !known.contains(&wanted) {
        let near = did_you_mean(&wanted, &mut known.iter().map(String::as_str));
        let message = ["the item has nothing called ", &*quoted(&wanted)];
        problems.error("unknown-reference", path, &message, &suggest(near, "name what there is in this edition"));
    }
}

/// Nothing is carried over to two places.
fn once(list: &[Node], path: &str, problems: &mut Problems) {
    let mut seen: Vec<String> = Vec::new();
    for (n, entry) in list.iter().enumerate() {
        let from = entry.get("from").called();
        match seen.binary_search(&from) {
            Err(at) => seen.insert(at, from),
            Ok(_) => {
                problems.error("repeated-value", &nth(path, n), &[&quoted(&from), " occurs twice"], "name it once");
            }
        }
    }
}
