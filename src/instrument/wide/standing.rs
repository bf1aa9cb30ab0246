//! What a result is held against: targets, norms, typical profiles.

use super::super::Scored;
use super::super::names::Names;
use crate::json::Node;
use crate::problem::{Problems, join, nth, quoted};

/// All of them, in the order of the definition.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Standing {
    pub(crate) targets: Vec<Target>,
    pub(crate) norms: Vec<Norm>,
    /// The scores that make a profile.
    pub(crate) compared: Vec<Scored>,
    /// By archetype its number for each of them.
    pub(crate) archetypes: Vec<Vec<f64>>,
}

/// A score that is aimed at.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Target {
    pub(crate) of: Scored,
    pub(crate) at: f64,
    /// Whose target it is; everybody's without one.
    pub(crate) role: Option<usize>,
}

/// A table from scores to norm values, ascending in the scores.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Norm {
    pub(crate) of: Scored,
    pub(crate) table: Vec<(f64, f64)>,
}

impl Standing {
    /// Resolves them; what a definition leaves out is empty.
    pub(in super::super) fn resolve(names: &Names<'_>, problems: &mut Problems) -> Self {
        let mut standing = Standing::default();
        for (n, node) in names.root.get("targets").list().iter().enumerate() {
            let path = nth("/targets", n);
            let of = names.scored(node.get("of"), &join(&path, "of"), problems);
            let role = names.refer("roles", node.get("role"), &join(&path, "role"), problems);
            let found = of.zip(node.get("at").number()).map(|(of, at)| Target { of, at, role });
            if let Some(target) = &found
                && standing.targets.iter().any(|other| (other.of, other.role) == (target.of, target.role))
            {
                let message = [&*quoted(node.get("of").text()), " has a target already"];
                problems.error("repeated-value", &path, &message, "keep one of the two");
            }
            standing.targets.extend(found);
        }
        for (n, node) in names.root.get("norms").list().iter().enumerate() {
            standing.norms.extend(norm(node, &nth("/norms", n), names, problems));
        }
        standing.profiles(names, problems);
        standing
    }

    fn profiles(&mut self, names: &Names<'_>, problems: &mut Problems) {
        let node = names.root.get("archetypes");
        for (n, of) in node.get("of").list().iter().enumerate() {
            let path = nth("/archetypes/of", n);
            let Some(scored) = names.scored(of, &path, problems) else { continue };
            if self.compared.contains(&scored) {
                problems.error("repeated-value", &path, &[&quoted(of.text()), " occurs twice"], "name it once");
            }
            self.compared.push(scored);
        }
        let list = node.get("list").list();
        if !node.is_null() && (self.compared.is_empty() || list.len() < 2) && !problems.any_in("/archetypes") {
            let help = "name the scores that make a profile, and two archetypes at least";
            problems.error("bad-archetypes", "/archetypes", &["there is nothing to tell apart"], help);
        }
        for (n, archetype) in list.iter().enumerate() {
            let (path, at) = (nth("/archetypes/list", n), archetype.get("at").list());
            if at.len() != node.get("of").list().len() && !problems.any_in(&path) {
                let help = "give it one number for each score in `of`, in that order";
                problems.error("wrong-length", &join(&path, "at"), &["not one number for each score"], help);
            }
            let id = archetype.get("id").text();
            if list.iter().take(n).any(|other| other.get("id").text() == id) {
                let message = [&*quoted(id), " is already defined"];
                problems.error("repeated-identifier", &path, &message, "give each its own identifier");
            }
            self.archetypes.push(at.iter().filter_map(Node::number).collect());
        }
    }
}

fn norm(node: &Node, path: &str, names: &Names<'_>, problems: &mut Problems) -> Option<Norm> {
    let of = names.scored(node.get("of"), &join(path, "of"), problems);
    let at = join(path, "table");
    let mut table: Vec<(f64, f64)> = Vec::new();
    for (n, row) in node.get("table").list().iter().enumerate() {
        let (Some(x), Some(y)) = (row.entry(0).number(), row.entry(1).number()) else { continue };
        if table.last().is_some_and(|(before, _)| *before >= x) {
            let help = "sort the table by its first numbers, each above the one before";
            problems.error("bad-norm", &nth(&at, n), &["the scores of this table are not ascending"], help);
        }
        table.push((x, y));
    }
    if table.len() < 2 && !problems.any_in(path) {
        problems.error("bad-norm", &at, &["a table of fewer than two rows"], "give its two ends at least");
    }
    if node.get("source").list().is_empty() && !problems.any_in(path) {
        let message = ["a norm without a source"];
        problems.error("mark-without-source", path, &message, "name where the figures come from");
    }
    of.map(|of| Norm { of, table })
}
