//! One item.

use super::super::choices::Choice;
use super::super::draft::{Item, Kind};
use super::super::report::at;
use super::declared::{Declared, Rule};
use super::{Qti, attribute, below, children, inside, tag};
use crate::text::joined;
use roxmltree::Node;

/// What a definition has nothing like.
const LOST: [&str; 4] = ["templatedeclaration", "templateprocessing", "stylesheet", "companionmaterialsinfo"];

/// Attributes of interactions and choices that are read, that name something, or
/// that say how it looks.
const KNOWN: [&str; 19] = [
    "base",
    "class",
    "dir",
    "expectedlength",
    "expectedlines",
    "format",
    "id",
    "identifier",
    "label",
    "lang",
    "lowerbound",
    "matchmax",
    "maxassociations",
    "maxchoices",
    "orientation",
    "responseidentifier",
    "step",
    "steplabel",
    "upperbound",
];

impl<'d> Qti<'_> {
    /// Reads an item whose file is `path`.
    pub(super) fn item(&mut self, root: Node<'d, 'd>, path: &str) {
        for node in root.children().filter(|node| LOST.contains(&tag(*node).as_str())) {
            let sentence = "a question has nothing like it";
            self.quiz.report.lost(&inside(path, node), node.tag_name().name(), sentence, "nothing");
        }
        if attribute(root, "adaptive") == "true" {
            self.quiz.report.lost(path, "adaptive", "a question does not change with its answers", "one attempt");
        }
        let Some(body) = children(root, "itembody").next() else {
            return self.quiz.left_out(path, "an item", "it has no body");
        };
        let mut interactions =
            body.descendants().filter(|node| node.is_element() && tag(*node).ends_with("interaction"));
        let interaction = interactions.next();
        if interactions.next().is_some() {
            return self.quiz.left_out(path, "several interactions", "a question asks for one answer");
        }
        let mut item = Item { text: self.prose(body, path), ..Item::default() };
        let mut marks = 0.0;
        if let Some(node) = interaction {
            let Some(made) = self.interaction(node, root, path) else { return };
            (item.kind, item.correct, marks) = made;
            if let Some(prompt) = children(node, "prompt").next() {
                let prompt = self.prose(prompt, path);
                let both = joined(&[&item.text, if item.text.is_empty() { "" } else { "\n" }, &prompt]);
                item.text = self.quiz.draft.text(&both, path, self.quiz.report);
            }
        }
        if item.text.is_empty() {
            item.text = self.quiz.draft.text(attribute(root, "title"), path, self.quiz.report);
        }
        self.feedback(root, &mut item, path);
        self.quiz.ask(attribute(root, "identifier"), item, marks, path);
    }

    /// The rule of an item as far as it is known, with a loss where it is not.
    pub(super) fn rule(&mut self, item: Node<'d, 'd>, declared: &Declared, path: &str) -> Rule {
        let (rule, sentence) = match Rule::of(item) {
            Rule::Map if declared.mapping.is_none() => (Rule::Match, "there is no mapping"),
            Rule::Other => (Rule::Match, "only match_correct and map_response are known"),
            Rule::Unsaid => (Rule::Match, "it says nothing"),
            rule => return rule,
        };
        let instead = if declared.correct.is_empty() { "the question is not scored" } else { "the correct response" };
        self.quiz.report.lost(&at(path, "responseProcessing"), "responseProcessing", sentence, instead);
        rule
    }

    /// Lists the attributes of a node that are not carried over.
    pub(super) fn attributes(&mut self, node: Node<'d, 'd>, path: &str) {
        for attribute in node.attributes() {
            let name = super::plain(attribute.name());
            let off = ["", "0", "false"].contains(&attribute.value());
            if !off && !KNOWN.contains(&name.as_str()) && !name.starts_with("data") && !name.starts_with("aria") {
                let here = at(&inside(path, node), attribute.name());
                self.quiz.report.lost(&here, attribute.name(), "a question has no such property", "nothing");
            }
        }
    }

    /// Feedback that is tied to one choice, or to right and wrong by its name.
    fn feedback(&mut self, root: Node<'d, 'd>, item: &mut Item, path: &str) {
        for name in ["feedbackinline", "feedbackblock", "modalfeedback"] {
            for node in below(root, name) {
                let words = self.prose(node, path);
                if attribute(node, "showhide") == "hide" || !said(item, attribute(node, "identifier"), &words) {
                    let sentence = "it is not tied to one choice, or to right or wrong, or there is feedback already";
                    self.quiz.report.lost(&inside(path, node), node.tag_name().name(), sentence, "nothing");
                }
            }
        }
    }
}

/// Whether there is a place for feedback, where it then stands.
fn said(item: &mut Item, identifier: &str, words: &str) -> bool {
    if !item.kind.is_answered() {
        return false;
    }
    let choices: &mut [Choice] = match &mut item.kind {
        Kind::Choice(choices) | Kind::Multiple(choices, _) => choices,
        _ => &mut [],
    };
    let slot = match choices.iter_mut().find(|choice| choice.source == identifier) {
        Some(choice) => &mut choice.feedback,
        None => match identifier.to_ascii_lowercase().as_str() {
            "correct" | "right" => &mut item.feedback.right,
            "partial" | "partly" => &mut item.feedback.partly,
            "incorrect" | "wrong" => &mut item.feedback.wrong,
            _ => return false,
        },
    };
    let free = slot.is_empty();
    if free {
        words.clone_into(slot);
    }
    free
}
