//! What a format cannot carry.

use crate::json::Node;
use crate::problem::join;

/// A construct of a definition that is not carried as it is.
#[derive(Debug)]
pub(crate) struct Loss {
    /// JSON pointer into the definition.
    pub(crate) at: String,
    /// Its field or its kind, in the words of the definition.
    pub(crate) construct: String,
    /// Why it is not carried.
    pub(crate) sentence: &'static str,
    /// What stands in its place.
    pub(crate) instead: &'static str,
}

/// The losses so far. A definition has a bounded number of places, and each is
/// named a few times at most.
#[derive(Debug, Default)]
pub(crate) struct Losses(Vec<Loss>);

/// Fields that every format has a place for, or that only Tautline needs.
const ALWAYS: [&str; 9] = ["$schema", "format", "id", "version", "title", "compiled", "choice_sets", "items", "pages"];

impl Losses {
    /// Notes a loss.
    pub(crate) fn lost(&mut self, at: &str, construct: &str, sentence: &'static str, instead: &'static str) {
        self.0.push(Loss { at: at.into(), construct: construct.into(), sentence, instead });
    }

    /// Notes each of these fields that a node has: nothing stands in their place.
    pub(crate) fn fields(&mut self, node: &Node, at: &str, fields: &[&str]) {
        for field in fields.iter().filter(|field| !node.get(field).is_null()) {
            self.lost(&join(at, field), field, why(field), NOTHING);
        }
    }

    /// Notes every part of a definition but those that are `carried`.
    pub(crate) fn parts(&mut self, root: &Node, carried: &[&str]) {
        for (field, _) in root.fields() {
            if !ALWAYS.contains(&field.as_str()) && !carried.contains(&field.as_str()) {
                self.fields(root, "", &[field.as_str()]);
            }
        }
    }

    /// The list, in the order of finding.
    pub(crate) fn into_list(self) -> Vec<Loss> {
        self.0
    }
}

/// In the place of what is simply not there.
pub(crate) const NOTHING: &str = "nothing";

/// Why a field has no place in a format.
fn why(field: &str) -> &'static str {
    match field {
        "draw" | "shuffle" | "fixed" => "this format leaves nothing to chance here",
        "dont_know" => "no answer of this format says that one does not know",
        "roles" => "this format does not ask who answers",
        "language" | "license" | "source" | "intro" | "about" | "glossary" | "editions" | "silenced" | "text" => {
            "this format has no place for such words"
        }
        "whole" | "floor" | "case" | "within" | "points" | "most" => "this format has no such rule of scoring",
        "help" | "unit" => "this format has no line beside a question",
        "image" => "this format has no place for a picture here",
        "hints" | "feedback" => "this format has no place for what is said of an answer here",
        "show_if" => "this format asks the same of everyone",
        "optional" => "this format has no switch",
        "scales" | "composites" => "this format adds up all marks and knows no other score",
        "quiz" | "attempts" | "pass" | "show" | "passed" | "failed" | "more" => {
            "this format has no place for this rule of a quiz"
        }
        _ => "this format says nothing of results",
    }
}
