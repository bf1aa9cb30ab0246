//! The first sheet of a workbook (`.xlsx`, ECMA-376): a ZIP archive of XML.
//!
//! No more rows and columns are kept than a table of questions can have.

use super::super::archive::Archive;
use super::super::report::{Report, at, clip};
use super::super::source::bad;
use super::super::written::figure;
use super::super::{File, xml};
use super::Rows;
use crate::limits;
use crate::problem::{Problem, quoted};
use roxmltree::{Document, Node};

/// Columns that are read; the table knows some fourteen.
const COLUMNS: usize = 64;
/// Characters of a cell, as spreadsheets limit it: cells can share one long text.
const CELL: usize = 32_767;

/// The rows of the first sheet; other sheets are losses.
///
/// # Errors
/// `bad-source`: no workbook, a damaged one, or one that is too large unpacked.
pub(super) fn rows(file: File<'_>, report: &mut Report) -> Result<Rows, Vec<Problem>> {
    let wrong = || bad(file.0, "this is not a workbook", "save it as .xlsx, or as CSV");
    let mut archive = Archive::open(file.1).ok_or_else(wrong)?;
    let mut part = |path: &str| archive.part(path);
    let book = part("xl/workbook.xml").ok_or_else(wrong)?;
    let relations = part("xl/_rels/workbook.xml.rels").ok_or_else(wrong)?;
    let (book, relations) = (xml::document(file.0, &book)?, xml::document(file.0, &relations)?);
    let sheets: Vec<Node<'_, '_>> = all(&book, "sheet").collect();
    for sheet in sheets.iter().skip(1) {
        let name = sheet.attribute("name").unwrap_or_default();
        report.lost(&at("", name), &quoted(name), "only the first sheet is read", "nothing");
    }
    let id = sheets.first().and_then(|sheet| sheet.attributes().find(|a| a.name() == "id")).map(|a| a.value());
    let target = all(&relations, "Relationship").find(|relation| relation.attribute("Id") == id);
    let target = target.and_then(|relation| relation.attribute("Target")).ok_or_else(wrong)?;
    let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), String::from);
    let sheet = part(&path).ok_or_else(wrong)?;
    let texts = part("xl/sharedStrings.xml").unwrap_or_else(|| "<sst/>".into());
    let (sheet, texts) = (xml::document(file.0, &sheet)?, xml::document(file.0, &texts)?);
    let shared: Vec<String> = all(&texts, "si").map(|text| clip(&words(text), CELL)).collect();
    let mut rows = Rows { comma: true, ..Rows::default() };
    let mut bytes = 0;
    for (n, row) in all(&sheet, "row").enumerate() {
        let line = row.attribute("r").and_then(|line| line.parse().ok());
        let line = line.unwrap_or(u64::try_from(n + 1).unwrap_or(u64::MAX));
        let (cells, beyond) = cells(row, &shared);
        if beyond {
            report.lost(&at("", &line.to_string()), "cells", "too far to the right", "nothing");
        }
        bytes += cells.as_slice().len();
        if bytes > limits::SOURCE_TREE {
            return Err(bad(file.0, "too much text", "split it into several"));
        }
        rows.push(line, cells)?;
    }
    Ok(rows)
}

fn all<'d, 't>(document: &'d Document<'t>, name: &'static str) -> impl Iterator<Item = Node<'d, 't>> {
    document.descendants().filter(move |node| node.is_element() && node.tag_name().name() == name)
}

/// The text of a cell or a shared one: its runs one after the other, without what says how it is spoken.
fn words(node: Node<'_, '_>) -> String {
    let runs = node.descendants().filter(|run| run.tag_name().name() == "t");
    let spoken = |run: &Node<'_, '_>| run.parent().is_some_and(|parent| parent.tag_name().name() == "rPh");
    runs.filter(|run| !spoken(run)).filter_map(|run| run.text()).collect()
}

/// The cells of a row, and whether there are some beyond [`COLUMNS`].
fn cells(row: Node<'_, '_>, shared: &[String]) -> (csv::StringRecord, bool) {
    let mut beyond = false;
    let mut cells: Vec<String> = Vec::new();
    for cell in row.children().filter(|node| node.tag_name().name() == "c") {
        let column = cell.attribute("r").map_or(cells.len(), column);
        beyond |= column >= COLUMNS && cell.has_children();
        if column < COLUMNS {
            cells.resize(cells.len().max(column + 1), String::new());
            if let Some(slot) = cells.get_mut(column) {
                content(cell, shared).trim().clone_into(slot);
            }
        }
    }
    (csv::StringRecord::from(cells), beyond)
}

/// The column of a reference, counted from 0: 1 for `B7`.
fn column(reference: &str) -> usize {
    let letters = reference.bytes().take_while(u8::is_ascii_uppercase).take(4);
    letters.fold(0_usize, |column, b| column * 26 + usize::from(b - b'A') + 1).saturating_sub(1)
}

fn content(cell: Node<'_, '_>, shared: &[String]) -> String {
    let value = cell.children().find(|node| node.tag_name().name() == "v").and_then(|node| node.text()).unwrap_or("");
    match cell.attribute("t") {
        Some("s") => value.parse().ok().and_then(|n: usize| shared.get(n)).cloned().unwrap_or_default(),
        Some("inlineStr") => words(cell),
        Some(_) => value.into(),
        // 0.1 is written with 17 digits.
        None => value.parse().map_or_else(|_| value.into(), figure),
    }
}
