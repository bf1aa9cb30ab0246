//! What an item declares of its answers.

use super::super::xml::words;
use super::{attribute, below, children, number};
use roxmltree::Node;

/// A value of an answer and what it is worth.
pub(super) struct Entry {
    pub(super) key: String,
    pub(super) value: f64,
    pub(super) case: bool,
}

/// What answers are worth.
pub(super) struct Mapping {
    pub(super) entries: Vec<Entry>,
    /// What any other value is worth.
    pub(super) default: f64,
    pub(super) lower: Option<f64>,
    pub(super) upper: Option<f64>,
}

/// The declaration of a response.
#[derive(Default)]
pub(super) struct Declared {
    pub(super) correct: Vec<String>,
    pub(super) mapping: Option<Mapping>,
    /// Whether answers are numbers.
    pub(super) numeric: bool,
}

/// How answers are processed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Rule {
    Match,
    Map,
    /// In another way.
    Other,
    /// Nothing is said.
    Unsaid,
}

impl Declared {
    /// The declaration of the response `name`.
    pub(super) fn of(item: Node<'_, '_>, name: &str) -> Self {
        let found = children(item, "responsedeclaration").find(|node| attribute(*node, "identifier") == name);
        let Some(node) = found else { return Declared::default() };
        let correct = children(node, "correctresponse").flat_map(|correct| children(correct, "value"));
        Declared {
            correct: correct.map(|value| words(value).trim().to_owned()).collect(),
            mapping: children(node, "mapping").next().map(mapping),
            numeric: ["integer", "float"].contains(&attribute(node, "basetype")),
        }
    }
}

fn mapping(node: Node<'_, '_>) -> Mapping {
    let entry = |entry: Node<'_, '_>| Entry {
        key: attribute(entry, "mapkey").into(),
        value: number(entry, "mappedvalue").unwrap_or(0.0),
        case: attribute(entry, "casesensitive") != "false",
    };
    Mapping {
        entries: children(node, "mapentry").map(entry).collect(),
        default: number(node, "defaultvalue").unwrap_or(0.0),
        lower: number(node, "lowerbound"),
        upper: number(node, "upperbound"),
    }
}

impl Rule {
    /// The rule of an item: its template by name, wherever that is kept.
    pub(super) fn of(item: Node<'_, '_>) -> Self {
        let Some(node) = below(item, "responseprocessing").next() else { return Rule::Unsaid };
        let template = attribute(node, "template");
        let name = template.rsplit('/').next().unwrap_or_default().trim_end_matches(".xml").replace('_', "");
        match name.as_str() {
            _ if node.children().any(|child| child.is_element()) => Rule::Other,
            "matchcorrect" => Rule::Match,
            "mapresponse" => Rule::Map,
            "" => Rule::Unsaid,
            _ => Rule::Other,
        }
    }
}

impl Mapping {
    /// What a value is worth, alone.
    pub(super) fn worth(&self, key: &str) -> f64 {
        self.entries.iter().find(|entry| entry.key == key).map_or(self.default, |entry| entry.value)
    }

    /// Within the bounds of the mapping.
    pub(super) fn bounded(&self, value: f64) -> f64 {
        let low = self.lower.map_or(value, |lower| value.max(lower));
        self.upper.map_or(low, |upper| low.min(upper))
    }
}
