//! The XML of a `.lss` file as tables: `document/NAME/rows/row/COLUMN`.
//!
//! The parser is `roxmltree`: a DTD, and with it every entity of one's own, is
//! refused, and the number of nodes is limited.

use super::super::File;
use super::super::source::{bad, utf8};
use crate::limits;
use crate::problem::Problem;
use crate::text::cut;
use roxmltree::{Document, Error, Node, ParsingOptions};
use std::collections::BTreeMap;

/// Bytes that a node of the tree takes.
const NODE: usize = 64;

/// Attributes of an element, and of namespaces in all of a file.
const ATTRIBUTES: usize = 64;

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
        let text = utf8(file)?;
        if !few_attributes(text) {
            return Err(bad(file.0, "too many attributes", "LimeSurvey writes none"));
        }
        let nodes_limit = u32::try_from(limits::SOURCE_TREE / NODE).unwrap_or(u32::MAX);
        let options = ParsingOptions { allow_dtd: false, nodes_limit, ..ParsingOptions::default() };
        let document = Document::parse_with_options(text, options).map_err(|error| {
            let (message, help) = match error {
                Error::DtdDetected => ("a DTD is not read", "remove the DOCTYPE; LimeSurvey writes none"),
                Error::NodesLimitReached => ("too many elements", "export less"),
                _ => ("this is not XML", "export the survey structure once more"),
            };
            bad(file.0, message, help)
        })?;
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

/// Whether no element has many attributes, and there are few of namespaces: the
/// parser compares each with all the others.
fn few_attributes(text: &str) -> bool {
    let mut rest = text;
    let mut namespaces = 0;
    while let Some((_, after)) = cut(rest, b'<') {
        let skipped = [("![CDATA[", "]]>"), ("!--", "-->")].iter().find(|(start, _)| after.starts_with(start));
        if let Some((_, end)) = skipped {
            rest = after.split_once(end).map_or("", |(_, rest)| rest);
            continue;
        }
        let tag = tag(after);
        namespaces += tag.matches("xmlns").count();
        if tag.bytes().filter(|b| *b == b'=').count() > ATTRIBUTES || namespaces > ATTRIBUTES {
            return false;
        }
        rest = after.get(tag.len()..).unwrap_or_default();
    }
    true
}

/// What stands before the `>` that is in no quotes.
fn tag(text: &str) -> &str {
    let mut quote = None;
    let end = text.find(|c| {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), _) if open == c => quote = None,
            _ => {}
        }
        quote.is_none() && c == '>'
    });
    end.map_or(text, |end| text.get(..end).unwrap_or_default())
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
