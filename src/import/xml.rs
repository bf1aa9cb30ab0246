//! XML, within limits.
//!
//! The parser is `roxmltree`: a DTD, and with it every entity of one's own, is
//! refused, the number of nodes is limited, and so is that of attributes.

use super::source::bad;
use crate::limits;
use crate::problem::Problem;
use crate::text::cut;
use roxmltree::{Document, Error, Node, ParsingOptions};

/// Bytes that a node of the tree takes.
const NODE: usize = 64;
/// Attributes of an element, and of namespaces in all of a file.
const ATTRIBUTES: usize = 64;

/// Reads a document; `name` is that of the file.
///
/// # Errors
/// `bad-source`: not XML, a DTD, too many elements or attributes.
pub(crate) fn document<'t>(name: &str, text: &'t str) -> Result<Document<'t>, Vec<Problem>> {
    if !few_attributes(text) {
        return Err(bad(name, "too many attributes", "no known tool writes so many"));
    }
    let nodes_limit = u32::try_from(limits::SOURCE_TREE / NODE).unwrap_or(u32::MAX);
    let options = ParsingOptions { allow_dtd: false, nodes_limit, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).map_err(|error| {
        let (message, help) = match error {
            Error::DtdDetected => ("a DTD is not read", "remove the DOCTYPE"),
            Error::NodesLimitReached => ("too many elements", "export less"),
            _ => ("this is not XML", "export it once more"),
        };
        bad(name, message, help)
    })
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

/// The children of a name.
pub(crate) fn named<'d>(node: Node<'d, 'd>, name: &'static str) -> impl Iterator<Item = Node<'d, 'd>> {
    node.children().filter(move |child| child.is_element() && child.tag_name().name() == name)
}

/// The first child of a name.
pub(crate) fn child<'d>(node: Node<'d, 'd>, name: &str) -> Option<Node<'d, 'd>> {
    node.children().find(|child| child.is_element() && child.tag_name().name() == name)
}

/// The text in a node itself.
pub(crate) fn words(node: Node<'_, '_>) -> String {
    node.children().filter_map(|child| child.text().filter(|_| child.is_text())).collect()
}

/// The text of the first child of a name, which may stand in a `text` of its own; `""` for none.
pub(crate) fn word<'d>(node: Node<'d, 'd>, name: &str) -> String {
    let found = child(node, name).map(|found| child(found, "text").unwrap_or(found));
    found.map(words).unwrap_or_default()
}
