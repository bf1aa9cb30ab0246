//! A table of questions as a spreadsheet saves it (CSV), a question a row.
//!
//! | column | content | without it |
//! | --- | --- | --- |
//! | `text` | the question | the row is left out |
//! | `id` | a letter, then letters, digits and `_` | `q1`, `q2`, ... |
//! | `help` | a line under the question | none |
//! | `kind` | `choice`, `number`, `ranking` | `number` where `min` and `max` are given, else `choice` |
//! | `choices` | labels from the first to the last, with `\|` between them; `value=label` sets a value, else they are counted from 1 | those of the row above |
//! | `points` | points 0 to 100 of the choices, with `\|` between them | by the values |
//! | `scale` | the scales the question counts for, with `\|` between them | it is not scored |
//! | `key` | `-` where agreement lowers the score | `+` |
//! | `weight` | how much it counts | 1 |
//! | `page` | the title of its page; a new title begins a page | that of the row above |
//! | `min` `max` `step` `unit` | of a number | |
//!
//! The first row names the columns, in any order and in capitals or not. The
//! delimiter is the one of `,` `;` and the tabulator that the first row has most
//! of. With `;` or tabulators a number may have a decimal comma.

use super::choices::{Choice, choices};
use super::draft::{Draft, Item, Kind, Member, Page, Scale};
use super::report::{Report, at};
use super::source::{any_text, bad, single, stem};
use super::{File, Wishes};
use crate::limits;
use crate::problem::{Problem, quoted};

const COLUMNS: [&str; 14] =
    ["id", "text", "help", "kind", "choices", "points", "scale", "key", "weight", "page", "min", "max", "step", "unit"];

/// Reads the rows.
pub(crate) fn read(files: &[File<'_>], wishes: &Wishes<'_>, report: &mut Report) -> Result<Draft, Vec<Problem>> {
    let file = single(files)?;
    let text = any_text(file, report);
    let delimiter = delimiter(&text);
    if delimiter != b',' {
        let name = if delimiter == b';' { "`;`" } else { "the tabulator" };
        report.assumed("", &["the columns are divided by ", name]);
    }
    let mut rows = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes())
        .into_records();
    let wrong = |_| bad(file.0, "this is not a table", "save it as CSV, in UTF-8");
    let head = rows.next().transpose().map_err(wrong)?.unwrap_or_default();
    let names: Vec<String> = head.iter().map(str::to_lowercase).collect();
    if !names.iter().any(|name| name == "text") {
        let help = "name the columns in the first row; `text` holds the questions";
        return Err(bad(file.0, "no column is called `text`", help));
    }
    for (n, name) in names.iter().enumerate() {
        if !COLUMNS.contains(&name.as_str()) || names.iter().take(n).any(|other| other == name) {
            report.lost(&at("/1", name), &quoted(name), "this column has no meaning here, or occurs twice", "nothing");
        }
    }
    let title = stem(file.0).to_owned();
    let mut table = Table {
        draft: Draft { name: title.clone(), language: wishes.language.into(), ..Draft::default() },
        names,
        comma: delimiter != b',',
        above: None,
    };
    table.draft.title = table.draft.label(&title, "", "", report);
    for row in rows {
        let row = row.map_err(wrong)?;
        let line = row.position().map_or(0, csv::Position::line);
        if !table.draft.is_full() && row.iter().any(|cell| !cell.is_empty()) {
            table.row(&row, &at("", &line.to_string()), report);
        }
    }
    Ok(table.draft)
}

/// The delimiter that the first row has most of, quoted cells left out.
fn delimiter(text: &str) -> u8 {
    let mut counts = [(b',', 0_usize), (b';', 0), (b'\t', 0)];
    let mut inside = false;
    for b in text.bytes() {
        inside ^= b == b'"';
        if b == b'\n' && !inside {
            break;
        }
        if let Some((_, count)) = counts.iter_mut().find(|(sign, _)| *sign == b && !inside) {
            *count += 1;
        }
    }
    let [first, ..] = counts;
    counts.iter().fold(first, |best, count| if count.1 > best.1 { *count } else { best }).0
}

struct Table {
    draft: Draft,
    names: Vec<String>,
    /// Whether a comma may stand in a number.
    comma: bool,
    /// The choices of the row above.
    above: Option<Vec<(String, String)>>,
}

impl Table {
    fn row(&mut self, row: &csv::StringRecord, path: &str, report: &mut Report) {
        for (n, cell) in row.iter().enumerate().skip(self.names.len()) {
            if !cell.is_empty() {
                report.lost(
                    &at(path, &(n + 1).to_string()),
                    &quoted(cell),
                    "a cell beyond the named columns",
                    "nothing",
                );
            }
        }
        let text = self.draft.text(self.cell(row, "text"), &at(path, "text"), report);
        if text.is_empty() {
            return report.lost(path, "a row", "it has no `text`", "nothing");
        }
        let help = self.draft.text(self.cell(row, "help"), &at(path, "help"), report);
        let page = self.draft.label(self.cell(row, "page"), "", &at(path, "page"), report);
        let fallback = format!("q{}", self.draft.items.len() + 1);
        let Some((kind, scored)) = self.kind(row, path, report) else { return };
        let named = self.cell(row, "id").to_owned();
        let id = match named.as_str() {
            "" => self.draft.names.quietly(&fallback, "q"),
            name => self.draft.names.take(name, "q", &at(path, "id"), report),
        };
        if self.draft.pages.last().is_none_or(|last| !page.is_empty() && last.title != page) {
            self.draft.pages.push(Page { title: page, ..Page::default() });
        }
        self.draft.ask(Item { id: id.clone(), source: named, text, help, kind, show_if: String::new() });
        self.scales(row, &id, scored, path, report);
    }

    fn cell<'r>(&self, row: &'r csv::StringRecord, name: &str) -> &'r str {
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
    fn kind(&mut self, row: &csv::StringRecord, path: &str, report: &mut Report) -> Option<(Kind, bool)> {
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
                let scored = choices.iter().all(|c| c.points.is_some()) || super::choices::numeric(&choices);
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

    fn scales(&mut self, row: &csv::StringRecord, id: &str, scored: bool, path: &str, report: &mut Report) {
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
