//! The XML of a `.lss` file as tables: `document/NAME/rows/row/COLUMN`.

use super::super::source::{bad, utf8};
use super::super::{File, xml};
use crate::limits;
use crate::problem::Problem;
use roxmltree::Node;
use std::collections::BTreeMap;

/// A row: its columns by name.
#[derive(Clone, Debug, Default)]
pub(super) struct Row(pub(super) BTreeMap<String, String>);

impl Row {
    /// A column; `""` where there is none.
    pub(super) fn get(&self, column: &str) -> &str {
        self.0.get(column).map_or("", String::as_str)
    }

    /// A column as a number; nothing where it is none.
    pub(super) fn number(&self, column: &str) -> Option<f64> {
        let text = self.get(column).trim();
        text.parse().ok().filter(|x: &f64| x.abs() <= limits::MAGNITUDE)
    }
}

/// The tables of a survey.
#[derive(Debug, Default)]
pub(super) struct Tables(BTreeMap<String, Vec<Row>>);

impl Tables {
    /// Reads a file.
    ///
    /// # Errors
    /// `not-utf8`; `bad-source`: not XML, a DTD, not of this format.
    pub(super) fn read(file: File<'_>) -> Result<Self, Vec<Problem>> {
        let document = xml::document(file.0, utf8(file)?)?;
        let root = document.root_element();
        if !named(root, "document") {
            return Err(bad(file.0, "this is not a survey of LimeSurvey", "export the survey structure (.lss)"));
        }
        let mut tables = BTreeMap::new();
        for table in root.children().filter(Node::is_element) {
            let rows = table.children().filter(|node| named(*node, "rows")).flat_map(|rows| rows.children());
            let rows: Vec<Row> = rows.filter(|node| named(*node, "row")).map(row).collect();
            if !rows.is_empty() {
                tables.insert(table.tag_name().name().to_owned(), rows);
            }
        }
        Ok(Tables(tables))
    }

    /// The rows of a table; none where it is not there.
    pub(super) fn rows(&self, table: &str) -> &[Row] {
        self.0.get(table).map_or(&[], Vec::as_slice)
    }

    /// The tables that have rows.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

fn named(node: Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

fn row(node: Node<'_, '_>) -> Row {
    let columns = node.children().filter(Node::is_element);
    Row(columns.map(|column| (column.tag_name().name().to_owned(), words(column))).collect())
}

/// The text of a column; there may be several pieces of it.
fn words(column: Node<'_, '_>) -> String {
    column.children().filter_map(|piece| piece.text().filter(|_| piece.is_text())).collect()
}
