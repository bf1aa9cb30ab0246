//! Assessment values and rules.
//!
//! LimeSurvey adds up the assessment values of the chosen answers, per group and
//! in total, and shows the message of the rule whose interval holds the sum. Here
//! a group and the total have a scale and the sum as a composite, and the rules
//! are levels of a band from their minimum upwards.

use super::super::choices::Choice;
use super::super::draft::Level;
use super::super::draft::{Band, Kind};
use super::super::report::at;
use super::super::worth::{Worth, place};
use super::tables::Row;
use super::{Survey, part};
use crate::limits;
use crate::problem::quoted;

impl<'t> Survey<'t, '_> {
    /// A kind with the points that the assessment values of its answers give.
    pub(super) fn assessed(&mut self, kind: Kind, row: &'t Row, gid: &'t str, id: &str, path: &str) -> Kind {
        let on = self.tables.rows("surveys").first().is_some_and(|row| row.get("assessments") == "Y");
        let answers = self.index.answers.get(row.get("qid")).cloned().unwrap_or_default();
        let values: Vec<f64> = answers.iter().filter_map(|row| row.number("assessment_value")).collect();
        if !on || values.iter().all(|x| x.abs() <= 0.0) {
            return kind;
        }
        let parts = match &kind {
            Kind::Choice(_) => vec![String::new()],
            Kind::Grid { rows, .. } => rows.iter().map(part).collect(),
            _ => return kind,
        };
        let (kind, ends) = match kind {
            Kind::Choice(mut choices) => {
                let ends = placed(&mut choices, &values);
                (Kind::Choice(choices), ends)
            }
            Kind::Grid { rows, mut choices } => {
                let ends = placed(&mut choices, &values);
                (Kind::Grid { rows, choices }, ends)
            }
            other => (other, None),
        };
        let Some((least, most)) = ends else {
            let sentence = "the assessment values are all the same, missing, or beyond the limits";
            self.report.lost(path, "assessment values", sentence, "the question is asked and not scored");
            return kind;
        };
        let worths = parts.into_iter().map(|part| Worth { item: id.into(), part, least, most });
        match self.groups.iter_mut().find(|(known, _)| *known == gid) {
            Some((_, group)) => group.extend(worths),
            None => self.groups.push((gid, worths.collect())),
        }
        kind
    }

    /// The scores of the groups and the total, with their rules.
    pub(super) fn assess(&mut self) {
        let groups = core::mem::take(&mut self.groups);
        let all: Vec<Worth> = groups.iter().flat_map(|(_, worths)| worths.iter().cloned()).collect();
        for (gid, worths) in &groups {
            let row = self.tables.rows("groups").iter().find(|row| row.get("gid") == *gid);
            let name = row.map_or("", |row| self.translated("group_l10ns", gid, row).get("group_name"));
            let title = self.draft.label(name, "Group", "/groups", self.report);
            let sum = self.draft.score(&title, &title, worths);
            self.rules("G", gid, &title, sum);
        }
        let sum = self.draft.score("total", "Total", &all);
        self.rules("T", "", "Total", sum);
        for rule in self.tables.rows("assessments") {
            let group = groups.iter().any(|(gid, _)| *gid == rule.get("gid"));
            if rule.get("scope") == "G" && !group && super::in_language(rule, self.language) {
                let path = at("/assessments", rule.get("id"));
                self.report.lost(&path, "an assessment rule", "its group has no score", "nothing");
            }
        }
    }

    /// The rules of a sum as the levels of a band.
    fn rules(&mut self, scope: &str, gid: &str, title: &str, sum: Option<String>) {
        let here = |row: &&Row| row.get("scope") == scope && (scope == "T" || row.get("gid") == gid);
        let rules = self.tables.rows("assessments").iter().filter(here);
        let mut rules: Vec<&Row> = rules.filter(|row| super::in_language(row, self.language)).collect();
        if rules.is_empty() {
            return;
        }
        rules.sort_by(|a, b| minimum(a).total_cmp(&minimum(b)));
        let mut levels: Vec<Level> = Vec::new();
        let mut end = f64::NEG_INFINITY;
        for rule in rules {
            let path = at("/assessments", rule.get("id"));
            let minimum = minimum(rule);
            if levels.last().is_some_and(|(_, from, _)| *from >= minimum) {
                self.report.lost(&path, "an assessment rule", "another one begins at the same sum", "the other one");
                continue;
            }
            if minimum > end + 1.0 && !levels.is_empty() {
                let sentence = "sums between this rule and the one before have no message";
                self.report.lost(&path, "a gap", sentence, "the message before holds up to this one");
            }
            end = rule.number("maximum").unwrap_or(f64::INFINITY);
            let name = self.draft.label(rule.get("name"), "Level", &path, self.report);
            let text = self.draft.text(rule.get("message"), &path, self.report);
            levels.push((name.clone(), minimum, if text.is_empty() { name } else { text }));
        }
        match sum {
            Some(of) if (2..=limits::CHOICES).contains(&levels.len()) => {
                let id = self.draft.names.quietly(title, "levels");
                self.draft.bands.push(Band { id, title: title.into(), of, levels });
            }
            _ => {
                let sentence = "a band needs a sum in which every question counts, and from two to 32 rules";
                self.report.lost("/assessments", &quoted(title), sentence, "the rules are left out");
            }
        }
    }
}

fn minimum(rule: &Row) -> f64 {
    rule.number("minimum").unwrap_or(0.0)
}

fn placed(choices: &mut [Choice], values: &[f64]) -> Option<(f64, f64)> {
    if values.len() == choices.len() { place(choices, values) } else { None }
}
