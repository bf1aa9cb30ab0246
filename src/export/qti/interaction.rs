//! How an item is answered.

use super::identifier;
use super::item::picture;
use super::xml::{Element, plain, qti};
use crate::export::losses::Losses;
use crate::export::question::{Question, is};
use crate::instrument::{Kind, Wide};
use crate::json::Node;
use crate::written::figure;

/// Steps of a slider that a hand can tell apart.
const STEPS: f64 = 200.0;

/// The elements that ask.
pub(super) fn interaction(question: &Question<'_>, losses: &mut Losses) -> Vec<Element> {
    match &question.item.kind {
        Kind::Choice(_) => vec![choices(question, "1", losses)],
        Kind::Wide(Wide::Multiple { most, .. }) => vec![choices(question, &most.to_string(), losses)],
        Kind::Ranking(_) => {
            let order = asks("order_interaction").with("shuffle", shuffled(question));
            vec![order.add(question.choices().iter().map(|option| choice(option, "simple_choice")))]
        }
        Kind::Grid { .. } => vec![grid(question)],
        Kind::Number { min, max, step } => number(question, (*min, *max, *step), losses),
        Kind::Allocation { .. } => {
            let sentence = "QTI has no interaction that divides a total";
            losses.lost(&question.kind_place(), "allocation", sentence, "a text with the parts named");
            vec![parts(question), asks("extended_text_interaction")]
        }
        Kind::Wide(Wide::Text) => vec![plain("p").add([asks("text_entry_interaction")])],
        Kind::Wide(Wide::Note) => vec![asks("extended_text_interaction")],
        Kind::Wide(Wide::Info) => Vec::new(),
    }
}

/// An interaction with the one response of an item.
fn asks(name: &'static str) -> Element {
    qti(name).with("response_identifier", "RESPONSE")
}

fn shuffled(question: &Question<'_>) -> &'static str {
    if question.is_shuffled() { "true" } else { "false" }
}

fn choices(question: &Question<'_>, most: &str, losses: &mut Losses) -> Element {
    for (n, written) in question.choices().iter().enumerate() {
        losses.fields(written, &question.choice_place(n), &["feedback"]);
    }
    let asked = asks("choice_interaction").with("shuffle", shuffled(question)).with("max_choices", most);
    asked.add(question.choices().iter().map(|option| choice(option, "simple_choice")))
}

fn choice(option: &Node, name: &'static str) -> Element {
    let choice = qti(name).with("identifier", identifier(option));
    let choice = if is(option, "fixed") { choice.with("fixed", "true") } else { choice };
    let choice = choice.text(option.get("label").text());
    let image = option.get("image");
    if image.is_null() { choice } else { choice.add([picture(image)]) }
}

/// Each row once, each choice as often as there are rows.
fn grid(question: &Question<'_>) -> Element {
    let (rows, columns) = (question.rows(), question.choices());
    let set = |options: &[Node], side: &str, most: usize| {
        qti("simple_match_set").add(options.iter().map(|option| {
            qti("simple_associable_choice")
                .with("identifier", format!("{side}{}", identifier(option)))
                .with("match_max", most.to_string())
                .text(option.get("label").text())
        }))
    };
    asks("match_interaction")
        .with("class", CLASS.join("-"))
        .with("shuffle", shuffled(question))
        .with("max_associations", rows.len().to_string())
        .add([set(rows, ROW, 1), set(columns, COLUMN, rows.len())])
}

/// The class of a match that is drawn as a table, in the shared vocabulary of QTI 3.
const CLASS: [&str; 3] = ["qti", "match", "tabular"];

/// What stands before the identifiers of a grid: a row and a choice may have one value.
pub(super) const ROW: &str = "row-";
pub(super) const COLUMN: &str = "column-";

fn number(question: &Question<'_>, (min, max, step): (f64, f64, f64), losses: &mut Losses) -> Vec<Element> {
    let unit = question.inner().get("unit").text();
    let whole = [min, max, step].iter().all(|x| x.fract().abs() <= 0.0);
    if question.correct().is_null() && whole && (max - min) / step <= STEPS {
        let slider = asks("slider_interaction")
            .with("lower_bound", figure(min))
            .with("upper_bound", figure(max))
            .with("step", figure(step))
            .with("step_label", "false");
        let unit = (!unit.is_empty()).then(|| plain("p").text(unit));
        return [slider].into_iter().chain(unit).collect();
    }
    let sentence = "a text of QTI has no bounds";
    losses.lost(&question.kind_place(), question.kind(), sentence, "any number can be entered");
    let entry = plain("p").add([asks("text_entry_interaction")]);
    vec![if unit.is_empty() { entry } else { entry.text(&format!(" {unit}")) }]
}

fn parts(question: &Question<'_>) -> Element {
    plain("ul").add(question.choices().iter().map(|part| plain("li").text(part.get("label").text())))
}
