//! The cells of a row: what it asks for, and the scales it counts for.

use super::super::choices::{Choice, choices, numeric};
use super::super::draft::{Kind, Member, Scale};
use super::super::report::{Report, at};
use super::Table;
use crate::limits;
use crate::problem::quoted;

impl Table {
    pub(super) fn cell<'r>(&self, row: &'r csv::StringRecord, name: &str) -> &'r str {
        self.names.iter().position(|known| known == name).and_then(|n| row.get(n)).unwrap_or("")
    }

    fn number(&self, row: &csv::StringRecord, name: &str, path: &str, report: &mut Report) -> Option<f64> {
        let cell = self.cell(row, name);
        let read = self.figure(cell);
        if read.is_none() && !cell.is_empty() {
            report.lost(&at(path, name), &quoted(cell), "this is not a number", "the cell counts as empty");
        }
        read
    }

    fn figure(&self, cell: &str) -> Option<f64> {
        let cell = if self.comma { cell.replace(',', ".") } else { cell.to_owned() };
        cell.parse().ok().filter(|x: &f64| x.abs() <= limits::MAGNITUDE)
    }

    /// What the row asks for, and whether that has points.
    pub(super) fn kind(&mut self, row: &csv::StringRecord, path: &str, report: &mut Report) -> Option<(Kind, bool)> {
        let (min, max) = (self.number(row, "min", path, report), self.number(row, "max", path, report));
        let step = self.number(row, "step", path, report).filter(|step| *step >= 1e-6);
        let named = self.cell(row, "kind").to_lowercase();
        let points = self.cell(row, "points");
        match (named.as_str(), min.zip(max).filter(|(min, max)| min < max)) {
            ("number", None) => {
                report.lost(path, "number", "a number needs `min` below `max`", "the question is left out");
                None
            }
            ("number" | "", Some((min, max))) => {
                let unit = self.draft.label(self.cell(row, "unit"), "", &at(path, "unit"), report);
                if !points.is_empty() {
                    report.lost(
                        &at(path, "points"),
                        "points",
                        "points of a number are a curve",
                        "they grow from `min` to `max`",
                    );
                }
                Some((Kind::Number { min, max, step, unit }, true))
            }
            ("ranking", _) => Some((Kind::Ranking(self.choices(row, true, path, report)?), false)),
            ("choice" | "", _) => {
                let mut choices = self.choices(row, false, path, report)?;
                self.points(points, &mut choices, &at(path, "points"), report);
                let scored = choices.iter().all(|c| c.points.is_some()) || numeric(&choices);
                Some((Kind::Choice(choices), scored))
            }
            _ => {
                report.lost(
                    &at(path, "kind"),
                    &quoted(&named),
                    "there is no such kind of question",
                    "the question is left out",
                );
                None
            }
        }
    }

    fn choices(
        &mut self,
        row: &csv::StringRecord,
        words: bool,
        path: &str,
        report: &mut Report,
    ) -> Option<Vec<Choice>> {
        let cell = self.cell(row, "choices");
        if !cell.is_empty() {
            let mut raw = Vec::new();
            for (n, entry) in cell.split('|').enumerate() {
                let (value, label) = match entry.split_once('=') {
                    Some((value, label)) => (value.trim().to_owned(), label),
                    None => ((n + 1).to_string(), entry),
                };
                raw.push((value, self.draft.text(label, &at(path, "choices"), report)));
            }
            self.above = Some(raw);
        }
        match &self.above {
            Some(raw) => choices(raw, words, &at(path, "choices"), report),
            None => {
                report.lost(path, "choices", "there are none, here or above", "the question is left out");
                None
            }
        }
    }

    fn points(&self, cell: &str, choices: &mut [Choice], path: &str, report: &mut Report) {
        if cell.is_empty() {
            return;
        }
        let points: Vec<Option<f64>> =
            cell.split('|').map(|part| self.figure(part.trim()).filter(|x| (0.0..=100.0).contains(x))).collect();
        if points.len() != choices.len() || points.contains(&None) {
            let sentence = "one number from 0 to 100 is needed for each choice";
            return report.lost(path, &quoted(cell), sentence, "the points follow the values");
        }
        for (choice, points) in choices.iter_mut().zip(points) {
            choice.points = points;
        }
    }

    pub(super) fn scales(&mut self, row: &csv::StringRecord, id: &str, scored: bool, path: &str, report: &mut Report) {
        let reversed = match self.cell(row, "key") {
            "" | "+" | "1" => false,
            "-" | "−" | "-1" => true,
            other => {
                report.lost(&at(path, "key"), &quoted(other), "a key is + or -", "the question counts as +");
                false
            }
        };
        let weight = self.number(row, "weight", path, report);
        let fine = |weight: &f64| (limits::WEIGHT.0..=limits::WEIGHT.1).contains(weight);
        if weight.is_some_and(|weight| !fine(&weight)) {
            report.lost(&at(path, "weight"), "weight", "a weight is a positive number", "the question counts as 1");
        }
        let named = self.cell(row, "scale").split('|').map(str::trim).filter(|name| !name.is_empty());
        for name in named.map(String::from).collect::<Vec<_>>() {
            if !scored {
                let sentence = "this question has no points: its values are words, or it is a ranking";
                report.lost(&at(path, "scale"), &quoted(&name), sentence, "it is asked and not scored");
                continue;
            }
            let weight = weight.filter(fine).unwrap_or(1.0);
            let member = Member { item: id.into(), part: String::new(), reversed, weight };
            self.member(&name, member, &at(path, "scale"), report);
        }
    }

    fn member(&mut self, name: &str, member: Member, path: &str, report: &mut Report) {
        let title = self.draft.label(name, "Scale", path, report);
        match self.draft.scales.iter_mut().find(|scale| scale.title == title) {
            Some(scale) if scale.members.iter().all(|other| other.item != member.item) => scale.members.push(member),
            Some(_) => {}
            None => {
                let id = self.draft.names.take(name, "scale", path, report);
                self.draft.scales.push(Scale { id, title, members: vec![member] });
            }
        }
    }
}
