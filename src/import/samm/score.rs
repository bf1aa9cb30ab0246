//! The published scoring as scales and composites.

use super::super::draft::{Composite, Member, Scale};
use super::super::report::{Report, clip};
use super::super::written::figure;
use super::Model;
use crate::limits;
use crate::number::count;
use crate::text::joined;
use std::collections::BTreeMap;

impl Model<'_> {
    /// Scales of practices; composites of practices, functions and the whole.
    pub(super) fn score(&mut self, report: &mut Report) {
        let mut functions: Vec<(&str, Vec<String>, usize)> = Vec::new();
        for practice in core::mem::take(&mut self.practices) {
            let title = self.title(practice.id, report);
            let (members, levels) = weighed(&practice.asked);
            let id = self.draft.names.quietly(&title, "practice");
            let scale = self.draft.names.quietly(&joined(&[&id, "_percent"]), "scale");
            let shown = joined(&[&clip(&title, limits::TITLE - 10), " (percent)"]);
            self.draft.scales.push(Scale { id: scale.clone(), title: shown, members });
            let expression = joined(&[&scale, " * ", &figure(count(levels) / 100.0)]);
            self.composite(id.clone(), title, expression, levels);
            match functions.iter_mut().find(|(known, ..)| *known == practice.function) {
                Some((_, ids, most)) => {
                    ids.push(id);
                    *most = (*most).max(levels);
                }
                None => functions.push((practice.function, vec![id], levels)),
            }
        }
        let mut whole = (Vec::new(), 0);
        for (function, practices, levels) in functions {
            let title = self.title(function, report);
            let id = self.draft.names.quietly(&title, "function");
            self.composite(id.clone(), title, mean(&practices), levels);
            whole = (whole.0.into_iter().chain([id]).collect(), whole.1.max(levels));
        }
        if !whole.0.is_empty() {
            let id = self.draft.names.quietly("overall", "overall");
            self.composite(id, "Overall".into(), mean(&whole.0), whole.1);
        }
    }

    fn composite(&mut self, id: String, title: String, expression: String, levels: usize) {
        let range = Some((0.0, count(levels)));
        self.draft.composites.push(Composite { id, title, each: false, expression, range });
    }
}

fn mean(names: &[String]) -> String {
    joined(&["mean(", &names.join(", "), ")"])
}

/// Members such that each level counts the same, and within it each stream; and how many levels there are.
fn weighed(asked: &[(String, &str, String)]) -> (Vec<Member>, usize) {
    let mut levels: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    for (level, stream, _) in asked {
        *levels.entry(level).or_default().entry(stream).or_default() += 1;
    }
    let share = |level: &str, stream: &str| {
        let streams = levels.get(level);
        let questions = streams.and_then(|streams| streams.get(stream)).copied().unwrap_or(1);
        1.0 / (count(streams.map_or(1, BTreeMap::len)) * count(questions))
    };
    let weights: Vec<f64> = asked.iter().map(|(level, stream, _)| share(level, stream)).collect();
    let even = weights.windows(2).all(|two| two.first() == two.last());
    let member = |(weight, (_, _, item)): (f64, &(String, &str, String))| Member {
        item: item.clone(),
        part: String::new(),
        reversed: false,
        weight: if even { 1.0 } else { weight },
    };
    (weights.into_iter().zip(asked).map(member).collect(), levels.len())
}
