//! One question of a survey.

use super::super::choices::{Choice, choices};
use super::super::draft::{Item, Kind};
use super::super::report::{Report, at};
use super::super::translate;
use super::Survey;
use super::tables::Row;
use crate::text::joined;

/// Attributes that are carried over.
const ATTRIBUTES: [&str; 3] = ["min_num_value_n", "max_num_value_n", "suffix"];

impl<'t> Survey<'t, '_> {
    pub(super) fn question(&mut self, row: &'t Row, gid: &'t str, shown: &str) {
        let (qid, code) = (row.get("qid"), row.get("title"));
        let path = at("/questions", code);
        let words = self.translated("question_l10ns", qid, row);
        let Some(kind) = self.kind(row, &path) else { return };
        for (column, sentence) in
            [("mandatory", "answers are never forced here"), ("other", "a choice has no free text")]
        {
            if row.get(column) == "Y" {
                self.report.lost(&at(&path, column), column, sentence, "the question without it");
            }
        }
        for attribute in self.index.attributes.get(qid).into_iter().flatten() {
            let name = attribute.get("attribute");
            if !ATTRIBUTES.contains(&name) && !attribute.get("value").is_empty() {
                self.report.lost(&at(&path, name), name, "a question has no such attribute", "nothing");
            }
        }
        let text = self.draft.told(words.get("question"), &path, self.report);
        let help = self.draft.told(words.get("help"), &at(&path, "help"), self.report);
        let id = self.draft.names.take(code, "q", &path, self.report);
        let text = if text.is_empty() { id.clone() } else { text };
        let own = self.condition(row.get("relevance"), &at(&path, "relevance"));
        let show_if = translate::both(shown, &own);
        let kind = self.assessed(kind, row, gid, &id, &path);
        self.draft.ask(Item { id, source: code.into(), text, help, kind, show_if, ..Item::default() });
    }

    fn kind(&mut self, row: &'t Row, path: &str) -> Option<Kind> {
        let fixed = |report: &mut Report, list: &[(&str, &str)]| {
            let raw: Vec<_> = list.iter().map(|(code, label)| ((*code).to_owned(), (*label).to_owned())).collect();
            choices(&raw, false, path, report)
        };
        let counted = |most: usize| (1..=most).map(|n| (n.to_string(), n.to_string())).collect::<Vec<_>>();
        let columns = match row.get("type") {
            "L" | "!" => return self.answers(row, false, path).map(Kind::Choice),
            "O" => {
                self.report.lost(path, "a comment", "there is no free text", "the choice without it");
                return self.answers(row, false, path).map(Kind::Choice);
            }
            "5" => return choices(&counted(5), false, path, self.report).map(Kind::Choice),
            "Y" => return fixed(self.report, &[("Y", "Yes"), ("N", "No")]).map(Kind::Choice),
            "G" => return fixed(self.report, &[("F", "Female"), ("M", "Male")]).map(Kind::Choice),
            "M" | "P" => {
                if row.get("type") == "P" {
                    self.report.lost(path, "comments", "a choice has no free text", "the choices without them");
                }
                let raw = self.parts(row, path);
                return choices(&raw, true, path, self.report).map(|choices| Kind::Multiple(choices, None));
            }
            "S" | "T" | "U" => return Some(Kind::Note),
            "X" => return Some(Kind::Info),
            "R" => return self.answers(row, true, path).map(Kind::Ranking),
            "N" => return self.number(row, path),
            "F" | "H" => self.answers(row, false, path),
            "A" => choices(&counted(5), false, path, self.report),
            "B" => choices(&counted(10), false, path, self.report),
            "C" => fixed(self.report, &[("Y", "Yes"), ("U", "Uncertain"), ("N", "No")]),
            "E" => fixed(self.report, &[("I", "Increase"), ("S", "Same"), ("D", "Decrease")]),
            kind => {
                let construct = joined(&["type ", kind]);
                self.report.lost(path, &construct, "there is no such question", "it is left out");
                return None;
            }
        };
        let raw = self.parts(row, path);
        let rows = choices(&raw, true, path, self.report)?;
        Some(Kind::Grid { rows, choices: columns? })
    }

    /// Codes and words of the subquestions.
    fn parts(&mut self, row: &'t Row, path: &str) -> Vec<(String, String)> {
        let mut raw = Vec::new();
        for part in self.index.subquestions.get(row.get("qid")).cloned().unwrap_or_default() {
            let words = self.translated("question_l10ns", part.get("qid"), part);
            raw.push((part.get("title").to_owned(), self.draft.text(words.get("question"), path, self.report)));
        }
        raw
    }

    fn answers(&mut self, row: &'t Row, words: bool, path: &str) -> Option<Vec<Choice>> {
        let mut raw = Vec::new();
        for answer in self.index.answers.get(row.get("qid")).cloned().unwrap_or_default() {
            let shown = self.translated("answer_l10ns", answer.get("aid"), answer);
            raw.push((answer.get("code").to_owned(), self.draft.text(shown.get("answer"), path, self.report)));
        }
        choices(&raw, words, path, self.report)
    }

    fn number(&mut self, row: &'t Row, path: &str) -> Option<Kind> {
        let attributes = self.index.attributes.get(row.get("qid")).cloned().unwrap_or_default();
        let find = |name: &str| attributes.iter().find(|row| row.get("attribute") == name).copied();
        let end = |name: &str| find(name).and_then(|row| row.number("value"));
        let Some((min, max)) = end("min_num_value_n").zip(end("max_num_value_n")).filter(|(min, max)| min < max) else {
            let sentence = "a number needs its least and greatest value";
            self.report.lost(path, "type N", sentence, "the question is left out");
            return None;
        };
        let unit = find("suffix").map_or("", |row| row.get("value"));
        let unit = self.draft.label(unit, "", path, self.report);
        Some(Kind::Number { min, max, step: None, unit })
    }
}
