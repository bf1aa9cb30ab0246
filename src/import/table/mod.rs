//! A table of questions as a spreadsheet saves it, CSV or a workbook (`.xlsx`), a question a row.
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
use super::{File, Wishes, archive};
use crate::limits;
use crate::problem::{Problem, quoted, refusal};

mod cells;
mod workbook;

const COLUMNS: [&str; 14] =
    ["id", "text", "help", "kind", "choices", "points", "scale", "key", "weight", "page", "min", "max", "step", "unit"];

/// Reads the rows.
pub(crate) fn read(files: &[File<'_>], wishes: &Wishes<'_>, report: &mut Report) -> Result<Draft, Vec<Problem>> {
    let file = single(files)?;
    let Rows { rows, comma } = if archive::is(file.1) { workbook::rows(file, report)? } else { csv(file, report)? };
    let mut rows = rows.into_iter();
    let (line, head) = rows.next().unwrap_or_default();
    let names: Vec<String> = head.iter().map(str::to_lowercase).collect();
    if !names.iter().any(|name| name == "text") {
        let help = "name the columns in the first row; `text` holds the questions";
        return Err(bad(file.0, "no column is called `text`", help));
    }
    for (n, name) in names.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
        if !COLUMNS.contains(&name.as_str()) || names.iter().take(n).any(|other| other == name) {
            report.lost(
                &at(&at("", &line.to_string()), name),
                &quoted(name),
                "this column has no meaning here, or occurs twice",
                "nothing",
            );
        }
    }
    let title = stem(file.0).to_owned();
    let mut table = Table {
        draft: Draft { name: title.clone(), language: wishes.language.into(), ..Draft::default() },
        names,
        comma,
        above: None,
    };
    table.draft.title = table.draft.label(&title, "", "", report);
    for (line, row) in rows {
        table.row(&row, &at("", &line.to_string()), report);
    }
    Ok(table.draft)
}

/// The rows of a table.
#[derive(Default)]
struct Rows {
    /// The line of each, counted from 1, and its cells.
    rows: Vec<(u64, csv::StringRecord)>,
    /// Whether a comma may stand in a number.
    comma: bool,
}

/// Rows with content: the head, and one more than the questions of an instrument.
const ROWS: usize = limits::ITEMS + 2;

impl Rows {
    /// Adds a row if it is not empty.
    ///
    /// # Errors
    /// `too-many`: more rows than an instrument can have questions.
    fn push(&mut self, line: u64, row: csv::StringRecord) -> Result<(), Vec<Problem>> {
        if self.rows.len() >= ROWS {
            let message = ["more than ", &limits::ITEMS.to_string(), " rows"];
            return Err(refusal("too-many", &message, "split the table"));
        }
        if row.iter().any(|cell| !cell.is_empty()) {
            self.rows.push((line, row));
        }
        Ok(())
    }
}

/// The rows of a file of text.
fn csv(file: File<'_>, report: &mut Report) -> Result<Rows, Vec<Problem>> {
    let text = any_text(file, report);
    let delimiter = delimiter(&text);
    if delimiter != b',' {
        let name = if delimiter == b';' { "`;`" } else { "the tabulator" };
        report.assumed("", &["the columns are divided by ", name]);
    }
    let mut reader = csv::ReaderBuilder::new();
    reader.delimiter(delimiter).has_headers(false).flexible(true).trim(csv::Trim::All);
    let mut rows = Rows { comma: delimiter != b',', ..Rows::default() };
    for row in reader.from_reader(text.as_bytes()).into_records() {
        let row = row.map_err(|_| bad(file.0, "this is not a table", "save it as CSV, in UTF-8"))?;
        rows.push(row.position().map_or(0, csv::Position::line), row)?;
    }
    Ok(rows)
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
        for (n, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            if self.names.get(n).is_none_or(String::is_empty) {
                report.lost(&at(path, &(n + 1).to_string()), &quoted(cell), "its column has no name", "nothing");
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
        self.draft.ask(Item { id: id.clone(), source: named, text, help, kind, ..Item::default() });
        self.scales(row, &id, scored, path, report);
    }
}
