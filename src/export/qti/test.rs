//! The test: pages are sections, marks are weights.

use super::xml::{Element, paragraphs, qti};
use super::{file, root};
use crate::export::losses::Losses;
use crate::export::question::{Page, Question, is};
use crate::instrument::Instrument;
use crate::json::Node;
use crate::problem::{join, nth};
use crate::written::figure;

/// The root of the file.
pub(super) fn test(instrument: &Instrument, pages: &[Page<'_>], losses: &mut Losses) -> Element {
    let words = &instrument.words;
    let weights = weights(words, losses);
    let total: f64 = weights.iter().map(|(_, weight)| weight).sum();
    let mut part = qti("test_part")
        .with("identifier", "part")
        .with("navigation_mode", "nonlinear")
        .with("submission_mode", "individual");
    for (n, page) in pages.iter().enumerate() {
        let intro = if n == 0 { words.get("intro").list() } else { &[] };
        part = part.add([section(n, page, intro, &weights, losses)]);
    }
    let outcomes = outcomes(total, words.get("quiz").get("pass").number(), pages, losses);
    let mut test = root(qti("assessment_test"))
        .with("identifier", words.get("id").text())
        .with("title", words.get("title").text())
        .with("xml:lang", words.get("language").text())
        .add(outcomes);
    if let Some(seconds) = words.get("quiz").get("time").get("seconds").number() {
        test = test.add([qti("time_limits").with("max_time", figure(seconds))]);
    }
    let sum = qti("test_variables").with("variable_identifier", "SCORE").with("weight_identifier", "WEIGHT");
    // As with a scale, there is no score below 0.
    let none = qti("base_value").with("base_type", "float").text("0");
    let score = qti("max").add([qti("sum").add([sum]), none]);
    let set = qti("set_outcome_value").with("identifier", "SCORE").add([score]);
    test.add([part, qti("outcome_processing").add([set])])
}

/// The score, with the highest there is and what passes; of a draw these are not known.
fn outcomes(total: f64, pass: Option<f64>, pages: &[Page<'_>], losses: &mut Losses) -> Vec<Element> {
    let mut drawn = pages.iter().filter(|page| !page.node.get("draw").is_null()).peekable();
    if drawn.peek().is_some() {
        for page in drawn {
            let sentence = "the marks of a draw are not known beforehand";
            losses.lost(&join(&page.at, "draw"), "draw", sentence, "there is no highest score and none that passes");
        }
        return vec![float("SCORE")];
    }
    let score = match pass {
        Some(pass) => float("SCORE").with("mastery_value", figure(total * pass / 100.0)),
        None => float("SCORE"),
    };
    vec![score, value(float("MAXSCORE"), &figure(total))]
}

/// An outcome that is a number.
pub(super) fn float(identifier: &'static str) -> Element {
    let outcome = qti("outcome_declaration").with("identifier", identifier);
    outcome.with("cardinality", "single").with("base_type", "float")
}

/// An outcome with its value.
pub(super) fn value(outcome: Element, x: &str) -> Element {
    outcome.add([qti("default_value").add([qti("value").text(x)])])
}

/// The items of the scale that counts, each with its weight: that of the quiz, or the only one.
fn weights<'i>(words: &'i Node, losses: &mut Losses) -> Vec<(&'i str, f64)> {
    let quiz = words.get("quiz");
    losses.fields(quiz, "/quiz", &["passed", "failed", "show", "attempts"]);
    losses.fields(quiz.get("time"), "/quiz/time", &["more"]);
    let scales = words.get("scales").list();
    let only = if scales.len() == 1 { scales.first() } else { None };
    let counts = |scale: &Node| {
        let id = scale.get("id").text();
        id == quiz.get("scale").text() || only.is_some_and(|only| core::ptr::eq(only, scale))
    };
    let mut weights = Vec::new();
    for (n, scale) in scales.iter().enumerate() {
        let at = nth("/scales", n);
        if counts(scale) {
            losses.fields(scale, &at, &["higher", "parent", "wobble"]);
            if scale.get("missing").get("open").is_null() {
                let sentence = "a test of QTI adds up all marks";
                losses.lost(&join(&at, "missing"), "missing", sentence, "what is left open has none");
            }
            members(scale, &at, &mut weights, losses);
        } else {
            losses.lost(&at, "scale", "a test of QTI has one score", "its items are asked and count nothing");
        }
    }
    weights
}

fn members<'i>(scale: &'i Node, at: &str, weights: &mut Vec<(&'i str, f64)>, losses: &mut Losses) {
    for (m, member) in scale.get("members").list().iter().enumerate() {
        let at = nth(&join(at, "members"), m);
        if member.get("key").text() == "-" {
            losses.lost(&join(&at, "key"), "key", "a mark of QTI has one direction", "the item counts as +");
        }
        if !member.get("weights").is_null() {
            let instead = "its weight for everyone";
            losses.lost(&join(&at, "weights"), "weights", "this format does not ask who answers", instead);
        }
        if !member.get("part").is_null() {
            let sentence = "an item of QTI has one score";
            losses.lost(&join(&at, "part"), "part", sentence, "the item counts nothing");
            continue;
        }
        weights.push((member.get("item").text(), member.get("weight").number().unwrap_or(1.0)));
    }
}

fn section(n: usize, page: &Page<'_>, intro: &[Node], weights: &[(&str, f64)], losses: &mut Losses) -> Element {
    losses.fields(page.node, &page.at, &["show_if"]);
    let mut section = qti("assessment_section")
        .with("identifier", format!("section-{}", n + 1))
        .with("title", page.node.get("title").text())
        .with("visible", "true");
    // The order of these is that of the specification.
    if let Some(n) = page.node.get("draw").number() {
        section = section.add([qti("selection").with("select", figure(n))]);
    }
    if is(page.node, "shuffle") || !page.node.get("draw").is_null() {
        section = section.add([qti("ordering").with("shuffle", "true")]);
    }
    let lines = intro.iter().chain([page.node.get("text")]).flat_map(|words| paragraphs(words.text()));
    let lines: Vec<Element> = lines.collect();
    if !lines.is_empty() {
        let body = qti("content_body").add(lines);
        section = section.add([qti("rubric_block").with("use", "instructions").with("view", "candidate").add([body])]);
    }
    if !page.optional.is_empty() {
        let sentence = "a section of QTI has no switch";
        losses.lost(&join(&page.at, "optional"), "optional", sentence, "its items are asked of everyone");
    }
    let asked = page.questions.iter().chain(&page.optional).filter(|question| question.inner().get("of").is_null());
    section.add(asked.map(|question| reference(question, weights)))
}

/// What is in no scale counts nothing.
fn reference(question: &Question<'_>, weights: &[(&str, f64)]) -> Element {
    let id = question.id();
    let weight = weights.iter().find(|(item, _)| *item == id).map_or(0.0, |(_, weight)| *weight);
    qti("assessment_item_ref")
        .with("identifier", id)
        .with("href", file(id))
        .add([qti("weight").with("identifier", "WEIGHT").with("value", figure(weight))])
}
