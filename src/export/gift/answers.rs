//! The part of a question between braces.

use super::super::losses::Losses;
use super::super::question::{Question, is};
use super::escaped;
use crate::instrument::{Kind, Wide};
use crate::json::Node;
use crate::problem::{join, nth};
use crate::text::joined;
use crate::written::figure;

/// The answers, if there is a right one.
pub(super) fn answers(question: &Question<'_>, losses: &mut Losses) -> Option<String> {
    let found = match &question.item.kind {
        Kind::Choice(_) => choice(question, losses),
        Kind::Wide(Wide::Multiple { .. }) => multiple(question, losses),
        Kind::Wide(Wide::Text) => texts(question, losses),
        Kind::Number { .. } => numbers(question, losses),
        Kind::Ranking(_) => order(question, losses),
        Kind::Grid { .. } => pairs(question, losses),
        Kind::Allocation { .. } | Kind::Wide(_) => None,
    };
    if found.is_none() {
        losses.fields(question.node, &question.at, &["points"]);
    }
    if !matches!(question.item.kind, Kind::Choice(_)) || found.is_none() {
        losses.fields(question.node, &question.at, &["feedback"]);
    }
    found
}

/// Shares of a mark that Moodle takes, without their sign; others are refused when they are read.
const SHARES: [f64; 21] = [
    100.0, 90.0, 83.33333, 80.0, 75.0, 70.0, 66.66667, 60.0, 50.0, 40.0, 33.33333, 30.0, 25.0, 20.0, 16.66667,
    14.28571, 12.5, 11.11111, 10.0, 5.0, 0.0,
];

/// A share of a mark, `""` for none of it.
fn share(points: f64, at: &str, losses: &mut Losses) -> String {
    let rounded = (points * 1e5).round() / 1e5;
    if !SHARES.iter().any(|known| (known - rounded.abs()).abs() < 1e-4) {
        let sentence = "Moodle knows only some shares of a mark";
        losses.lost(at, "points", sentence, "it is written as it is; let Moodle take the nearest share");
    }
    if rounded.abs() < 1e-5 { String::new() } else { format!("%{}%", figure(rounded)) }
}

/// The words of an answer. An arrow would make a pair of it.
fn words(text: &str) -> String {
    escaped(&text.replace("->", "\u{2192}"))
}

/// What is said of an answer.
fn remark(said: &str) -> String {
    if said.is_empty() { String::new() } else { format!("#{}", words(said)) }
}

/// The label of a choice; of a picture there are only its words.
fn label(choice: &Node, at: &str, losses: &mut Losses) -> String {
    if !choice.get("image").is_null() {
        losses.lost(&join(at, "image"), "image", "GIFT holds no files", "the label of the choice");
    }
    words(choice.get("label").text())
}

fn choice(question: &Question<'_>, losses: &mut Losses) -> Option<String> {
    let points = question.points()?;
    if !points.iter().any(|points| *points >= 100.0) {
        return None;
    }
    let at = question.kind_place();
    if !question.is_graded() {
        let sentence = "a place on a scale is no right answer";
        losses.lost(&at, "points", sentence, "its points are shares of the mark");
    }
    losses.fields(question.node.get("feedback"), &question.place("feedback"), &["partly"]);
    if let Some(truth) = true_or_false(question, &points) {
        return Some(truth);
    }
    let mut lines = String::from("{\n");
    for (n, (choice, points)) in question.choices().iter().zip(points).enumerate() {
        let place = question.choice_place(n);
        let sign = if points >= 100.0 { "=".into() } else { format!("~{}", share(points, &at, losses)) };
        let label = label(choice, &place, losses);
        let said = remark(said(question, choice, points >= 100.0));
        lines.push_str(&joined(&["\t", &sign, &label, &said, "\n"]));
    }
    Some(lines + "}")
}

/// What is said of a choice, else of every right or wrong answer.
fn said<'q>(question: &Question<'q>, choice: &'q Node, right: bool) -> &'q str {
    let own = choice.get("feedback").text();
    let whole = question.node.get("feedback").get(if right { "right" } else { "wrong" }).text();
    if own.is_empty() { whole } else { own }
}

/// Two choices with these words, one of which is right and the other worth nothing.
fn true_or_false(question: &Question<'_>, points: &[f64]) -> Option<String> {
    let ([first, second], [a, b]) = (question.choices(), points) else { return None };
    let named = |choice: &Node, word: &str| choice.get("label").text().to_lowercase() == word;
    let turned = named(first, "false") && named(second, "true");
    let plain = question.choices().iter().all(|choice| choice.get("image").is_null());
    let (right, wrong, least) = if a > b { (first, second, *b) } else { (second, first, *a) };
    if !(turned || named(first, "true") && named(second, "false")) || !plain || least.abs() > 0.0 {
        return None;
    }
    let (yes, no) = (said(question, right, true), said(question, wrong, false));
    let mut answer = String::from(if named(right, "true") { "{TRUE" } else { "{FALSE" });
    // The first remark is that of a wrong answer.
    if !yes.is_empty() || !no.is_empty() {
        answer.push_str(&joined(&["#", &words(no)]));
    }
    Some(answer + &remark(yes) + "}")
}

fn multiple(question: &Question<'_>, losses: &mut Losses) -> Option<String> {
    let points = question.points()?;
    if !points.iter().any(|points| *points > 0.0) {
        return None;
    }
    let at = question.kind_place();
    if question.whole() {
        let sentence = "in GIFT right choices have a share of the mark each";
        losses.lost(&question.place("correct/whole"), "whole", sentence, "parts of the mark are given");
    }
    if !question.correct().get("floor").is_null() {
        let sentence = "a question of Moodle costs no marks";
        losses.lost(&question.place("correct/floor"), "floor", sentence, "no less than nothing is given");
    }
    losses.fields(question.inner(), &at, &["most"]);
    let mut lines = String::from("{\n");
    for (n, (choice, points)) in question.choices().iter().zip(&points).enumerate() {
        let place = question.choice_place(n);
        let (share, label) = (share(*points, &at, losses), label(choice, &place, losses));
        lines.push_str(&joined(&["\t~", &share, &label, &remark(choice.get("feedback").text()), "\n"]));
    }
    Some(lines + "}")
}

/// Accepted answers with their points, each written by `answer`.
fn accepted(
    question: &Question<'_>,
    field: &str,
    answer: &dyn Fn(&Node) -> String,
    losses: &mut Losses,
) -> Option<String> {
    let accepted = question.correct().get(field).list();
    let at = join(&question.place("correct"), field);
    let mut lines = String::new();
    for (n, one) in accepted.iter().enumerate() {
        let share = share(one.get("points").number().unwrap_or(100.0), &nth(&at, n), losses);
        let share = if share.is_empty() { "%0%" } else { &share };
        lines.push_str(&joined(&["\t=", share, &answer(one), &remark(one.get("feedback").text()), "\n"]));
    }
    (!accepted.is_empty()).then(|| lines + "}")
}

fn texts(question: &Question<'_>, losses: &mut Losses) -> Option<String> {
    if is(question.correct(), "case") {
        let at = question.place("correct/case");
        losses.lost(&at, "case", "GIFT cannot ask for capitals", "capitals do not count");
    }
    // A star stands for any words in Moodle, one behind a backslash for itself.
    let text = |one: &Node| words(one.get("text").text()).replace('*', "\\\\*");
    Some(format!("{{\n{}", accepted(question, "texts", &text, losses)?))
}

fn numbers(question: &Question<'_>, losses: &mut Losses) -> Option<String> {
    let number = |one: &Node| {
        let field = |name: &str| figure(one.get(name).number().unwrap_or(0.0));
        format!("{}:{}", field("value"), field("within"))
    };
    let answers = accepted(question, "numbers", &number, losses)?;
    losses.fields(question.inner(), &question.kind_place(), &["unit"]);
    Some(format!("{{#\n{answers}"))
}

/// Places and what belongs there.
fn order(question: &Question<'_>, losses: &mut Losses) -> Option<String> {
    let order = question.order();
    if order.is_empty() {
        return None;
    }
    let sentence = "GIFT has no question about an order";
    losses.lost(&question.kind_place(), "ranking", sentence, "places are matched with what belongs there");
    whole(question, losses);
    let line = |(n, option): (usize, &&Node)| format!("\t={} -> {}\n", n + 1, words(option.get("label").text()));
    Some(format!("{{\n{}}}", order.iter().enumerate().map(line).collect::<String>()))
}

fn pairs(question: &Question<'_>, losses: &mut Losses) -> Option<String> {
    if question.correct().is_null() {
        return None;
    }
    whole(question, losses);
    let mut lines = String::from("{\n");
    for row in question.rows() {
        let label = |node: &Node| words(node.get("label").text());
        lines.push_str(&joined(&["\t=", &label(row), " -> ", &label(question.partner(row)?), "\n"]));
    }
    Some(lines + "}")
}

fn whole(question: &Question<'_>, losses: &mut Losses) {
    if question.whole() {
        let sentence = "in GIFT every pair has its share of the mark";
        losses.lost(&question.place("correct/whole"), "whole", sentence, "parts of the mark are given");
    }
}
