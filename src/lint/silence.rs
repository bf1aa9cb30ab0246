//! Findings that the definition says are meant so.
//!
//! `silenced` names a rule, where it may speak no more, and why: at a JSON
//! pointer and inside it, at whatever has an identifier, or everywhere.

use super::Checked;
use super::findings::Findings;
use super::rules::{RULES, SILENCES_NOTHING, UNKNOWN_RULE};
use crate::json::Node;
use crate::problem::{Problem, did_you_mean, join, nth, quoted, suggest};
use std::collections::BTreeMap;

/// The lists whose entries have identifiers.
const NAMED: [&str; 12] = [
    "items",
    "scales",
    "composites",
    "bands",
    "lists",
    "choice_sets",
    "roles",
    "dimensions",
    "states",
    "picks",
    "tallies",
    "notes",
];

/// One entry of `silenced`.
struct Silence<'d> {
    rule: &'d str,
    /// None: everywhere.
    places: Option<Vec<String>>,
    reason: &'d str,
    used: bool,
}

/// Takes out what is silenced, and reports entries that silence nothing.
pub(super) fn apply(root: &Node, mut found: Findings) -> Checked {
    let ids = identifiers(root);
    let mut silences: Vec<Silence<'_>> = root.get("silenced").list().iter().map(|node| silence(node, &ids)).collect();
    let mut by_rule: BTreeMap<&str, Vec<&mut Silence<'_>>> = BTreeMap::new();
    for silence in &mut silences {
        by_rule.entry(silence.rule).or_default().push(silence);
    }
    let (mut kept, mut silenced) = (Vec::new(), Vec::new());
    for problem in found.list.drain(..) {
        let mut reason: Option<&str> = None;
        for silence in by_rule.get_mut(problem.code).into_iter().flatten().filter(|silence| silence.covers(&problem)) {
            silence.used = true;
            reason.get_or_insert(silence.reason);
        }
        match reason {
            Some(reason) => silenced.push((problem, reason.into())),
            None => kept.push(problem),
        }
    }
    found.list = kept;
    for (n, silence) in silences.iter().enumerate().filter(|(_, silence)| !silence.used) {
        silence.report(&nth("/silenced", n), &mut found);
    }
    Checked { problems: found.list, silenced }
}

fn silence<'d>(node: &'d Node, ids: &BTreeMap<&str, Vec<String>>) -> Silence<'d> {
    let at = node.get("at").text();
    let places = match node.field("at") {
        None => None,
        Some(_) if at.starts_with('/') => Some(vec![at.into()]),
        Some(_) => Some(ids.get(at).cloned().unwrap_or_default()),
    };
    Silence { rule: node.get("rule").text(), places, reason: node.get("reason").text(), used: false }
}

/// Where each identifier stands.
fn identifiers(root: &Node) -> BTreeMap<&str, Vec<String>> {
    let mut lists: Vec<(String, &Node)> = NAMED.iter().map(|list| (join("", list), root.get(list))).collect();
    lists.push(("/advice/rules".into(), root.get("advice").get("rules")));
    let mut ids: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (path, list) in lists {
        for (n, node) in list.list().iter().enumerate() {
            ids.entry(node.get("id").text()).or_default().push(nth(&path, n));
        }
    }
    ids
}

impl Silence<'_> {
    fn covers(&self, problem: &Problem) -> bool {
        let inside = |place: &String| {
            problem.at.strip_prefix(place.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        self.places.as_ref().is_none_or(|places| places.iter().any(inside))
    }

    fn report(&self, path: &str, found: &mut Findings) {
        let mut codes = RULES.iter().map(|rule| rule.code);
        if codes.any(|code| code == self.rule) {
            found.under(&SILENCES_NOTHING);
            found.add(path, &[&quoted(self.rule), " finds nothing there"], "remove the entry, or correct its place");
        } else {
            let near = did_you_mean(self.rule, &mut RULES.iter().map(|rule| rule.code));
            found.under(&UNKNOWN_RULE);
            let help = suggest(near, "`tautline check --rules` lists them");
            found.add(&join(path, "rule"), &["there is no rule ", &quoted(self.rule)], &help);
        }
    }
}
