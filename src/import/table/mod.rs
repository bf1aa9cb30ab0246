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

use super::draft::{Draft, Item, Page};
use super::report::{Report, at};
use super::source::{any_text, bad, single, stem};
use super::{File, Wishes};
use crate::problem::{Problem, quoted};

mod cells;

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
}
