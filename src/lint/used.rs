//! What is defined and has no effect.

use super::context::Context;
use super::findings::Findings;
use crate::expression::Name;
use crate::json::Node;
use crate::problem::{join, nth, quoted};
use std::collections::BTreeSet;

pub(super) fn unused(context: &Context<'_>, found: &mut Findings) {
    let root = context.root;
    let formulas = formulas(root);
    let mut sets = BTreeSet::new();
    for kind in root.get("items").list().iter().filter_map(|item| item.get("kind").fields().first()) {
        sets.extend(["set", "rows"].map(|key| kind.1.get(key).text()));
    }
    unnamed(root, "choice_sets", "no item offers these choices", &|id| sets.contains(id), found);
    let pair = root.get("pair");
    let tallies: BTreeSet<&str> = root.get("tallies").list().iter().map(|tally| tally.get("list").text()).collect();
    let compared = ["overall", "visibility"].map(|key| pair.get(key).get("list").text());
    let listed = |id: &str| formulas.contains(id) || tallies.contains(id) || compared.contains(&id);
    unnamed(root, "lists", "nothing reads this list", &listed, found);
    let mut picked = placeholders(root);
    picked.extend(root.get("picks").list().iter().map(|pick| pick.get("lowest_item").get("in").text()));
    picked.extend(root.get("advice").get("rules").list().iter().map(|rule| rule.get("dimension").get("pick").text()));
    unnamed(root, "picks", "no text and no rule uses this pick", &|id| picked.contains(id), found);
}

/// Reports the entries of a list whose identifier nothing names.
fn unnamed(root: &Node, list: &str, message: &str, named: &dyn Fn(&str) -> bool, found: &mut Findings) {
    for (n, node) in root.get(list).list().iter().enumerate().filter(|(_, node)| !named(node.get("id").text())) {
        let id = quoted(node.get("id").text());
        found.add(&nth(&join("", list), n), &[message, ": ", &id], "remove it, or use it where it was meant to be");
    }
}

/// Every name in the expressions of a definition, as it is written.
fn formulas(root: &Node) -> BTreeSet<&str> {
    let mut all: Vec<&Node> = Vec::new();
    for (list, field) in [
        ("items", "show_if"),
        ("pages", "show_if"),
        ("composites", "expression"),
        ("states", "when"),
        ("notes", "when"),
    ] {
        all.extend(root.get(list).list().iter().map(|node| node.get(field)));
    }
    let levels = root.get("bands").list().iter().flat_map(|band| band.get("levels").list());
    all.extend(levels.flat_map(|level| level.get("gates").list()).map(|gate| gate.get("require")));
    for rule in root.get("advice").get("rules").list() {
        all.extend([rule.get("when"), rule.get("severity")]);
        all.extend(rule.get("variants").list().iter().map(|variant| variant.get("when")));
    }
    let apart = |c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '.';
    all.into_iter().flat_map(|formula| formula.text().split(apart)).collect()
}

/// What stands in braces in the texts of advice.
fn placeholders(root: &Node) -> BTreeSet<&str> {
    let mut texts: Vec<&Node> = Vec::new();
    for rule in root.get("advice").get("rules").list() {
        texts.extend(["text", "first_step", "sign"].map(|key| rule.get(key)));
        texts.extend(rule.get("variants").list().iter().map(|variant| variant.get("text")));
    }
    let braces = texts.into_iter().flat_map(|text| text.text().split('{').skip(1));
    braces.filter_map(|rest| rest.split('}').next()).collect()
}

pub(super) fn without_effect(context: &Context<'_>, found: &mut Findings) {
    let effective = effective(context);
    for &n in &context.instrument.sequence {
        let item = context.instrument.items.get(n);
        if !effective.contains(&n) && item.is_some_and(|item| !item.scored && item.mirrors.is_none() && item.is_asked())
        {
            let help = "leave it out, unless the answer itself is wanted";
            found.add(&nth("/items", n), &[&context.id(n), " changes no score, no advice and no comparison"], help);
        }
    }
}

/// The items that something beside a scale reads.
fn effective(context: &Context<'_>) -> BTreeSet<usize> {
    let instrument = context.instrument;
    let mut all: BTreeSet<usize> = BTreeSet::new();
    let lists = |n: Option<usize>| n.and_then(|n| instrument.lists.get(n)).into_iter().flatten().copied();
    for (kind, a, b) in &context.read {
        match Name::of(*kind, *a, *b) {
            Some(
                Name::Item(n) | Name::Part(n, _) | Name::Points(n) | Name::PartPoints(n, _) | Name::ChoiceIs(n, _),
            ) => {
                all.insert(n);
            }
            Some(Name::Distance(a, b) | Name::RankWeighted(a, b)) => all.extend([a, b]),
            Some(Name::DontKnow(list)) => all.extend(lists(Some(list))),
            _ => {}
        }
    }
    all.extend(instrument.items.iter().filter_map(|item| item.mirrors));
    all.extend(instrument.appraisals.iter().chain(&instrument.shifts).flat_map(|pair| [pair.first, pair.second]));
    all.extend(instrument.tallies.iter().flat_map(|list| lists(Some(*list))));
    all.extend(instrument.calibration.iter().map(|(_, item)| *item));
    all.extend(&instrument.marks);
    all.extend(&instrument.piped);
    if let Some(pair) = &instrument.pair {
        all.extend(pair.ranking);
        all.extend(lists(pair.overall.as_ref().map(|(list, _)| *list)).chain(lists(pair.visibility)));
    }
    all
}

pub(super) fn empty_pages(context: &Context<'_>, found: &mut Findings) {
    for (n, page) in context.root.get("pages").list().iter().enumerate() {
        if page.get("items").list().is_empty() && page.get("optional").get("items").list().is_empty() {
            found.add(&nth("/pages", n), &["a page without items"], "give it items, or put its text before others");
        }
    }
}
