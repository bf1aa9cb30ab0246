//! How groups are shown.

use super::names::Names;
use super::{Grouping, Sides};
use crate::json::Node;
use crate::limits::{ANONYMOUS_CELL, NAMED_CELL};
use crate::number::{brief, count};
use crate::problem::{Problems, join, nth, quoted};

/// Resolves `group`; what it leaves out is as in a definition without it.
pub(super) fn resolve(names: &Names<'_>, problems: &mut Problems) -> Grouping {
    let group = names.root.get("group");
    concordance(group.get("concordance"), problems);
    Grouping {
        cells: cells(group.get("cell"), problems),
        sides: sides(group.get("sides"), names, problems),
        compared: compared(group.get("compare"), names, problems),
    }
}

/// Fewest answers of a named and of an anonymous group: no fewer than without them.
fn cells(cell: &Node, problems: &mut Problems) -> (usize, usize) {
    let mut least = |key: &str, floor: usize| {
        let given = cell.get(key).number().unwrap_or(count(floor));
        if given < count(floor) {
            let message = ["figures of fewer than ", &*brief(count(floor)), " answers give away who gave them"];
            let help = "raise it, or leave `cell` out";
            problems.error("cell-too-small", &join("/group/cell", key), &message, help);
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and within 0..=1e6")]
        let least = given as usize;
        least
    };
    let (named, anonymous) = (least("named", NAMED_CELL), least("anonymous", ANONYMOUS_CELL));
    if named > anonymous {
        let help = "those whom nobody knows are to be protected at least as well";
        problems.error("bad-limits", "/group/cell", &["`named` is above `anonymous`"], help);
    }
    (named, anonymous)
}

fn sides(node: &Node, names: &Names<'_>, problems: &mut Problems) -> Option<Sides> {
    if node.is_null() {
        return None;
    }
    if node.list().len() != 2 {
        problems.error("wrong-length", "/group/sides", &["expected two sides"], "say who is on the one and the other");
    }
    let mut placed = Vec::new();
    let mut side = |n: usize| {
        let (mut roles, path) = (Vec::new(), join(&nth("/group/sides", n), "roles"));
        let given = node.entry(n).get("roles").list();
        if given.is_empty() && n < node.list().len() {
            problems.error("wrong-length", &path, &["a side without roles"], "name a role");
        }
        for (m, role) in given.iter().enumerate() {
            let Some(found) = names.refer("roles", role, &nth(&path, m), problems) else { continue };
            if placed.contains(&found) {
                let message = [&*quoted(role.text()), " stands on a side already"];
                problems.error("repeated-value", &nth(&path, m), &message, "name it once, on one side");
            }
            placed.push(found);
            roles.push(found);
        }
        roles
    };
    Some((side(0), side(1)))
}

/// The scales on which sides are compared; all where nothing is said.
fn compared(node: &Node, names: &Names<'_>, problems: &mut Problems) -> Vec<usize> {
    if node.is_null() {
        return (0..names.root.get("scales").list().len()).collect();
    }
    let mut scales = Vec::new();
    for (n, node) in node.list().iter().enumerate() {
        let at = nth("/group/compare", n);
        let Some(scale) = names.refer("scales", node, &at, problems) else { continue };
        if scales.contains(&scale) {
            problems.error("repeated-value", &at, &[&quoted(node.text()), " occurs twice"], "name it once");
        }
        scales.push(scale);
    }
    scales
}

/// Words for Kendall's W stay in the definition; each W must have one.
fn concordance(words: &Node, problems: &mut Problems) {
    let mut before = None;
    for (n, word) in words.list().iter().enumerate() {
        let (from, at) = (word.get("from").number().unwrap_or(0.0), nth("/group/concordance", n));
        if before.is_none() && from > 0.0 {
            problems.error("bad-levels", &at, &["the first word begins above 0"], "let it begin at 0");
        }
        if before.is_some_and(|before| before >= from) {
            let help = "sort the words by `from`, each above the one before";
            problems.error("bad-levels", &at, &["the words are not ascending"], help);
        }
        before = Some(from);
    }
}
