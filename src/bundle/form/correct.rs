//! What an answer counts where a definition says what is correct, in words.

use crate::bundle::sheet::{Sheet, list, mark, number, word};
use crate::number::{brief, count};
use serde_json::Value;

/// The rule of an item; none where each choice has its points in a box of its own, or a line gives them.
pub(crate) fn rule(sheet: &Sheet<'_>, item: &Value) -> Option<String> {
    let (name, kind) = Sheet::kind(item);
    let correct = item.get("correct").unwrap_or(&Value::Null);
    match name {
        "multiple" => Some(multiple(sheet.choices(kind), correct)),
        "text" => {
            let one = |one: &Value| format!("\u{201c}{}\u{201d}", word(one, "text"));
            let case = if is(correct, "case") { " Capitals count." } else { "" };
            Some(format!("{}{case}", accepted(list(correct, "texts"), one)))
        }
        "number" if !list(correct, "numbers").is_empty() => Some(accepted(list(correct, "numbers"), window)),
        "ranking" => {
            let options = sheet.choices(kind);
            let places = list(correct, "order").iter().enumerate();
            let place = |(n, id): (usize, &Value)| format!("{} {}", n + 1, quoted(options, id));
            Some(shared(&places.map(place).collect::<Vec<_>>(), is(correct, "whole"), "in its place"))
        }
        "grid" if !list(correct, "pairs").is_empty() => {
            let (rows, choices) = (sheet.rows(kind), sheet.choices(kind));
            let side = |pair: &Value, options, side: &str| quoted(options, pair.get(side).unwrap_or(&Value::Null));
            let pair = |pair: &Value| format!("{} \u{2013} {}", side(pair, rows, "row"), side(pair, choices, "choice"));
            let pairs: Vec<_> = list(correct, "pairs").iter().map(pair).collect();
            Some(shared(&pairs, is(correct, "whole"), "right"))
        }
        _ => None,
    }
}

fn is(correct: &Value, field: &str) -> bool {
    correct.get(field) == Some(&Value::Bool(true))
}

/// The label of the option with a value.
fn quoted(options: &[Value], value: &Value) -> String {
    let option = options.iter().find(|option| option.get("value") == Some(value));
    format!("\u{201c}{}\u{201d}", option.map_or("", |option| word(option, "label")))
}

/// Points of boxes that are added up: as written, else a share for each right one, lost again by each wrong one.
fn multiple(choices: &[Value], correct: &Value) -> String {
    let right = |choice: &Value| list(correct, "choices").contains(choice.get("value").unwrap_or(&Value::Null));
    let share = 100.0 / count(choices.iter().filter(|choice| right(choice)).count().max(1));
    let points = |choice: &Value| {
        let written = choice.get("points").and_then(Value::as_f64);
        written.unwrap_or(if right(choice) { share } else { -share })
    };
    let marks = choices.iter().enumerate().map(|(n, choice)| (mark(choice, n), points(choice)));
    if is(correct, "whole") {
        let right: Vec<String> = marks.filter(|(_, points)| *points > 0.0).map(|(mark, _)| mark).collect();
        return format!("Just these boxes: {}: 100; else 0", right.join(", "));
    }
    let each: Vec<String> = marks.map(|(mark, points)| format!("{mark}: {}", signed(points))).collect();
    let floor = correct.get("floor").and_then(Value::as_f64).unwrap_or(0.0);
    format!("Add up what is marked: {}; at least {}, at most 100", each.join("; "), signed(floor))
}

fn signed(x: f64) -> String {
    brief(crate::number::hundredths(x)).replace('-', "\u{2212}")
}

/// Answers that are accepted with their points; the first that fits counts.
fn accepted(answers: &[Value], said: impl Fn(&Value) -> String) -> String {
    let one = |answer: &Value| {
        let points = answer.get("points").and_then(Value::as_f64).unwrap_or(100.0);
        format!("{}: {}", said(answer), brief(points))
    };
    let mut all: Vec<String> = answers.iter().map(one).collect();
    all.push("else: 0".into());
    format!("{}. The first that fits.", all.join("; "))
}

/// A number and what is as good.
fn window(one: &Value) -> String {
    let value = number(one.get("value"));
    match one.get("within") {
        Some(within) => format!("{value} \u{b1} {}", number(Some(within))),
        None => value,
    }
}

/// Parts that have an equal share each, or count only together.
fn shared(parts: &[String], whole: bool, how: &str) -> String {
    let share = 100.0 / count(parts.len().max(1));
    let listed = parts.join("; ");
    if whole {
        return format!("{listed}: 100 if all are {how}, else 0");
    }
    format!("{listed}: {} for each {how}", signed(share))
}
