//! How surveys of SurveyJS say what a choice is worth. The library has no field
//! for it; three conventions are in use:
//!
//! | `--weights` | where the number stands |
//! | --- | --- |
//! | `score` | in a property `score` or `weight` of the choice |
//! | `suffix` | behind the last hyphen of the value (`often-3`); behind the last hyphen of the question's name stands the kind of score (`q1-risk`) |
//! | `value` | the value itself is the number |
//! | `none` | nowhere |
//!
//! The first of them that occurs in the survey holds for all of it; values count only
//! where no question has a `correctAnswer`.

use super::super::report::Report;
use super::super::source::word;
use crate::json::{Node, Value};

/// A convention of weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Convention {
    Score,
    Suffix,
    Value,
    None,
}

use Convention::{Score, Suffix};

const NAMES: [(&str, Convention); 4] =
    [("score", Score), ("suffix", Suffix), ("value", Convention::Value), ("none", Convention::None)];

/// Fields whose entries are choices.
pub(super) const CHOICES: [&str; 3] = ["choices", "columns", "rateValues"];

/// The convention that is asked for, or the first that some question follows.
pub(super) fn convention(root: &Node, wished: &str) -> Convention {
    let named = NAMES.iter().find(|(name, _)| *name == wished).map(|(_, convention)| *convention);
    named.unwrap_or_else(|| {
        let follows = |convention: &Convention| follows(root, *convention);
        let found = [Score, Suffix, Convention::Value].into_iter().find(follows).unwrap_or(Convention::None);
        // In a quiz values are names.
        if found == Convention::Value && is_quiz(root) { Convention::None } else { found }
    })
}

/// Whether some question has a right answer; the depth is that of JSON.
fn is_quiz(node: &Node) -> bool {
    match &node.value {
        Value::Object(fields) => fields.iter().any(|(key, node)| key == "correctAnswer" || is_quiz(node)),
        Value::List(nodes) => nodes.iter().any(is_quiz),
        _ => false,
    }
}

/// Whether some question below a node follows the convention; the depth is that of JSON.
fn follows(node: &Node, convention: Convention) -> bool {
    let here = |(key, node): &(String, Node)| {
        let list = node.list();
        let numbers = list.iter().filter(|entry| convention.worth(entry).is_some()).count();
        let enough = if convention == Score { numbers > 0 } else { numbers == list.len() && numbers > 1 };
        CHOICES.contains(&key.as_str()) && enough
    };
    match &node.value {
        Value::Object(fields) => {
            let rating = convention == Convention::Value && node.get("type").text() == "rating";
            rating || fields.iter().any(|field| here(field) || follows(&field.1, convention))
        }
        Value::List(nodes) => nodes.iter().any(|node| follows(node, convention)),
        _ => false,
    }
}

impl Convention {
    /// Says which convention holds.
    pub(super) fn said(self, wished: &str, report: &mut Report) {
        let sentence = match self {
            Score => "weights are read from the properties `score` or `weight` of choices",
            Suffix => "weights are read from behind the last hyphen of values, kinds of scores from question names",
            Convention::Value => "the numbers that are values of choices are read as their weights",
            Convention::None => "no weights of choices are recognised: there is no score",
        };
        if wished.is_empty() {
            report.assumed("", &[sentence, "; `--weights` forces another convention"]);
        }
    }

    /// What each choice is worth; nothing where the convention is none.
    pub(super) fn worths(self, raw: &[Node]) -> Option<Vec<Option<f64>>> {
        (self != Convention::None).then(|| raw.iter().map(|entry| self.worth(entry)).collect())
    }

    fn worth(self, entry: &Node) -> Option<f64> {
        let value = entry.field("value").unwrap_or(entry);
        match self {
            Score => ["score", "weight"].iter().find_map(|field| entry.get(field).number()),
            Suffix => value.text().rsplit_once('-').and_then(|(_, weight)| number(weight)),
            Convention::Value => value.number().or_else(|| number(value.text())),
            Convention::None => None,
        }
    }

    /// The kind of score a question counts for, `""` where there is one only.
    pub(super) fn kind(self, name: &str) -> String {
        let suffix = name.rsplit_once('-').filter(|_| self == Suffix);
        suffix.map_or(String::new(), |(_, kind)| kind.trim().into())
    }
}

/// A decimal number, and nothing that only Rust reads as one.
fn number(text: &str) -> Option<f64> {
    let decimal = text.bytes().all(|b| b.is_ascii_digit() || b"+-.".contains(&b));
    text.parse().ok().filter(|_| decimal && text.len() < 20)
}

/// The value of a choice as conditions name it.
pub(super) fn value(entry: &Node) -> String {
    word(entry.field("value").unwrap_or(entry))
}
