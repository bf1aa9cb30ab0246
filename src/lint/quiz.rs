//! What gives the right answer of a quiz away.
//!
//! Source: T. M. Haladyna, S. M. Downing, M. C. Rodriguez, "A Review of Multiple-Choice
//! Item-Writing Guidelines", Applied Measurement in Education 15 (2002) 309-333: vary the
//! place of the right answer, keep the choices about equally long.

use super::context::Context;
use super::findings::Findings;
use crate::instrument::Kind;
use crate::json::{Node, Value};
use crate::number::{brief, count};

/// Questions from which on a pattern is one.
const FEWEST: usize = 5;
/// Share of them in which it has to be.
const MOST: f64 = 0.6;

/// A question with one right choice.
struct Question<'c> {
    choices: &'c [Node],
    right: usize,
    is_shuffled: bool,
}

/// Those whose `correct` names one of three choices or more.
fn questions<'c>(context: &Context<'c>) -> Vec<Question<'c>> {
    let mut questions = Vec::new();
    for (n, item) in context.instrument.items.iter().enumerate() {
        let (node, Kind::Choice(options)) = (context.root.get("items").entry(n), &item.kind) else { continue };
        let full = |(n, points): (usize, &Option<f64>)| points.filter(|points| *points > 0.0).map(|_| n);
        let right: Vec<usize> = options.points.iter().enumerate().filter_map(full).collect();
        if let ([right], false, true) = (right.as_slice(), node.get("correct").is_null(), options.len() > 2) {
            let is_shuffled = matches!(node.get("shuffle").value, Value::Bool(true));
            questions.push(Question { choices: context.instrument.choices(options), right: *right, is_shuffled });
        }
    }
    questions
}

fn place(context: &Context<'_>) -> &'static str {
    if context.root.get("quiz").is_null() { "/items" } else { "/quiz" }
}

pub(super) fn longest(context: &Context<'_>, found: &mut Findings) {
    let questions = questions(context);
    let length = |node: &Node| node.get("label").text().chars().count();
    let stands_out = |question: &&Question<'_>| {
        let right = question.choices.get(question.right).map_or(0, length);
        question.choices.iter().enumerate().all(|(n, choice)| n == question.right || length(choice) < right)
    };
    let n = questions.iter().filter(stands_out).count();
    if questions.len() >= FEWEST && count(n) > MOST * count(questions.len()) {
        let message = [
            "in ",
            &*brief(count(n)),
            " of ",
            &brief(count(questions.len())),
            " questions the right choice is the longest",
        ];
        found.add(place(context), &message, "make the wrong ones as precise as the right one");
    }
}

pub(super) fn same_place(context: &Context<'_>, found: &mut Findings) {
    let questions: Vec<_> = questions(context).into_iter().filter(|question| !question.is_shuffled).collect();
    let most = questions.iter().map(|question| question.choices.len()).max().unwrap_or(0);
    let at = |place: usize| questions.iter().filter(|question| question.right == place).count();
    let Some((place, n)) = (0..most).map(|place| (place, at(place))).max_by_key(|(_, n)| *n) else { return };
    if questions.len() >= FEWEST && count(n) > MOST * count(questions.len()) {
        let message = [
            "in ",
            &*brief(count(n)),
            " of ",
            &brief(count(questions.len())),
            " questions the right choice is number ",
            &brief(count(place + 1)),
        ];
        found.add(self::place(context), &message, "put it in other places, or `shuffle` the choices");
    }
}
