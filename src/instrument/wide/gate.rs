//! The first gate for these kinds and keys.

use super::super::names::Names;
use super::super::{From, Item, Kind, Options, items, value};
use super::{Accepted, Key, Quiz, Wide};
use crate::json::{Node, Value};
use crate::limits;
use crate::number::{brief, count};
use crate::problem::{Problems, did_you_mean, join, nth, quoted, suggest};
use crate::text::joined;

/// The kind of an item; none for what is resolved elsewhere.
pub(in super::super) fn kind(
    n: usize,
    node: &Node,
    names: &Names<'_>,
    path: &str,
    problems: &mut Problems,
) -> Option<Kind> {
    let (tag, inner) = node.fields().first()?;
    let at = |key: &str| joined(&[path, "/", tag, "/", key]);
    Some(Kind::Wide(match tag.as_str() {
        "multiple" => {
            let (set, written) = (inner.get("set"), inner.get("choices"));
            if set.is_null() == written.is_null() {
                let help = "name a set, or write the choices here";
                problems.error("bad-kind", path, &["expected exactly one of set, choices"], help);
                return None;
            }
            let from = if set.is_null() {
                items::choices(written.list(), &at("choices"), problems);
                From::Item(n)
            } else {
                From::Set(names.refer("choice_sets", set, &at("set"), problems)?)
            };
            multiple(from, inner, names)
        }
        "text" => Wide::Text,
        "note" => Wide::Note,
        "info" => Wide::Info,
        _ => return None,
    }))
}

fn multiple(from: From, inner: &Node, names: &Names<'_>) -> Wide {
    let mut choices = Options { from, points: Vec::new() };
    for choice in names.choices(&choices) {
        choices.points.push(choice.get("points").number());
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the schema allows 0..=32")]
    let most = inner.get("most").number().map_or(choices.len(), |most| most as usize);
    Wide::Multiple { choices, most, whole: false, floor: 0.0 }
}

/// What is correct for an item that has its kind.
pub(in super::super) fn correct(item: &mut Item, node: &Node, names: &Names<'_>, path: &str, problems: &mut Problems) {
    let fields = ["choices", "texts", "numbers", "order", "pairs"];
    let field = match &item.kind {
        Kind::Choice(_) | Kind::Wide(Wide::Multiple { .. }) => "choices",
        Kind::Wide(Wide::Text) => "texts",
        Kind::Number { .. } => "numbers",
        Kind::Ranking(_) => "order",
        Kind::Grid { .. } => "pairs",
        Kind::Allocation { .. } | Kind::Wide(_) => "",
    };
    let mut gate = Gate { node, names, path, problems };
    if let Some(other) = fields.iter().find(|other| **other != field && !node.get(other).is_null()) {
        return gate.fault(other, &[&quoted(other), " does not fit this kind of item"], help(field));
    }
    if !item.curve.is_empty() {
        gate.fault(field, &["this item has a curve already"], "say in one way what an answer is worth");
    }
    let (whole, floor) = (gate.flag("whole"), node.get("floor").number());
    match &mut item.kind {
        Kind::Choice(options) => gate.right(options, |right, _, _| if right { 100.0 } else { 0.0 }),
        Kind::Wide(Wide::Multiple { choices, whole: all, floor: least, .. }) => {
            if !node.get("choices").is_null() || !choices.all_points() {
                // As much is lost by a wrong choice as is won by a right one.
                gate.right(choices, |right, n, _| if right { 100.0 / count(n) } else { -100.0 / count(n) });
            }
            (*all, *least) = (whole, floor.unwrap_or(0.0));
        }
        Kind::Wide(Wide::Text) => item.key = gate.texts(),
        Kind::Number { min, max, .. } => item.key = gate.numbers((*min, *max)),
        Kind::Ranking(options) => item.key = gate.order(options).map(|order| Key::Order { order, whole }),
        Kind::Grid { rows, choices, .. } => {
            item.key = gate.pairs(rows, choices).map(|choices| Key::Pairs { choices, whole });
        }
        Kind::Allocation { .. } | Kind::Wide(_) => {}
    }
}

fn help(field: &str) -> &'static str {
    match field {
        "choices" => "name the right `choices`",
        "texts" => "name the accepted `texts`",
        "numbers" => "name the accepted `numbers`",
        "order" => "name the right `order`",
        "pairs" => "name the right `pairs`",
        _ => "remove `correct`: this kind of item has no right answer",
    }
}

struct Gate<'g, 'd> {
    node: &'g Node,
    names: &'g Names<'d>,
    path: &'g str,
    problems: &'g mut Problems,
}

impl Gate<'_, '_> {
    fn fault(&mut self, field: &str, message: &[&str], help: &str) {
        let at = if field.is_empty() { self.path.into() } else { join(self.path, field) };
        self.problems.error("bad-correct", &at, message, help);
    }

    fn flag(&self, field: &str) -> bool {
        matches!(self.node.get(field).value, Value::Bool(true))
    }

    /// Which option a value of the list `field` is.
    fn option(&mut self, options: &Options, node: &Node, at: &str) -> Option<usize> {
        let mut known: Vec<String> = Vec::new();
        for choice in self.names.choices(options) {
            known.push(value(choice));
        }
        let given = node.called();
        let found = known.iter().position(|id| *id == given);
        if found.is_none() {
            let near = did_you_mean(&given, &mut known.iter().map(String::as_str));
            let message = ["this item has no option ", &*quoted(&given)];
            self.problems.error("unknown-reference", at, &message, &suggest(near, "see the options of the item"));
        }
        found
    }

    /// The options that a list names, each once.
    fn listed(&mut self, field: &str, options: &Options) -> Vec<usize> {
        let (mut found, path) = (Vec::new(), join(self.path, field));
        for (n, node) in self.node.get(field).list().iter().enumerate() {
            let at = nth(&path, n);
            match self.option(options, node, &at) {
                Some(option) if found.contains(&option) => {
                    let help = "name it once";
                    self.problems.error("repeated-value", &at, &["an option occurs twice"], help);
                }
                option => found.extend(option),
            }
        }
        found
    }

    /// Gives every option its points by whether it is right, and how many are right
    /// and wrong.
    fn right(&mut self, options: &mut Options, points: impl Fn(bool, usize, usize) -> f64) {
        let written = self.names.choices(options).iter().any(|choice| !choice.get("points").is_null());
        if written {
            let help = "leave out the points of the choices, or `correct`";
            return self.fault("choices", &["the choices have points already"], help);
        }
        let right = self.listed("choices", options);
        if right.is_empty() {
            return self.fault("", &["no choice is right"], "name one at least");
        }
        let wrong = options.len() - right.len();
        for (n, slot) in options.points.iter_mut().enumerate() {
            *slot = Some(points(right.contains(&n), right.len(), wrong));
        }
    }

    fn texts(&mut self) -> Option<Key> {
        let mut texts: Vec<Accepted<String>> = Vec::new();
        for (n, node) in self.node.get("texts").list().iter().enumerate() {
            let accepted = Accepted { answer: String::from(node.get("text").text()), points: worth(node) };
            let key = Key::Texts { texts: texts.clone(), case: self.flag("case") };
            if key.accepted(&super::Given::Text(accepted.answer.clone())).is_some() {
                let at = nth(&join(self.path, "texts"), n);
                let help = "remove it: answers are compared without regard to spaces, and to capitals unless `case`";
                self.problems.error("repeated-value", &at, &["this text is accepted already"], help);
            }
            texts.push(accepted);
        }
        if texts.is_empty() {
            self.fault("", &["no text is accepted"], "name one at least");
        }
        (!texts.is_empty()).then_some(Key::Texts { texts, case: self.flag("case") })
    }

    fn numbers(&mut self, (min, max): (f64, f64)) -> Option<Key> {
        let mut numbers = Vec::new();
        for (n, node) in self.node.get("numbers").list().iter().enumerate() {
            let (x, within) = (node.get("value").number()?, node.get("within").number().unwrap_or(0.0));
            if x + within < min || x - within > max {
                let at = nth(&join(self.path, "numbers"), n);
                let message = ["no answer is ", &*brief(x), ": they run from ", &brief(min), " to ", &brief(max)];
                self.problems.error("out-of-range", &at, &message, "widen the bounds of the item, or correct it");
            }
            numbers.push(Accepted { answer: (x, within), points: worth(node) });
        }
        if numbers.is_empty() {
            self.fault("", &["no number is accepted"], "name one at least");
        }
        (!numbers.is_empty()).then_some(Key::Numbers(numbers))
    }

    fn order(&mut self, options: &Options) -> Option<Vec<usize>> {
        let order = self.listed("order", options);
        if order.len() < options.len() {
            self.fault("order", &["not every option stands in the order"], "name all of them, the first one first");
            return None;
        }
        Some(order)
    }

    /// By row its choice.
    fn pairs(&mut self, rows: &Options, choices: &Options) -> Option<Vec<usize>> {
        let (mut pairs, path) = (vec![None; rows.len()], join(self.path, "pairs"));
        for (n, node) in self.node.get("pairs").list().iter().enumerate() {
            let at = nth(&path, n);
            let row = self.option(rows, node.get("row"), &join(&at, "row"));
            let choice = self.option(choices, node.get("choice"), &join(&at, "choice"));
            let slot = row.and_then(|row| pairs.get_mut(row));
            if slot.as_ref().is_some_and(|slot| slot.is_some()) {
                self.problems.error("repeated-value", &at, &["this row has its choice already"], "name it once");
            }
            if let (Some(slot), Some(choice)) = (slot, choice) {
                *slot = Some(choice);
            }
        }
        let all: Option<Vec<usize>> = pairs.into_iter().collect();
        if all.is_none() {
            self.fault("pairs", &["a row has no choice"], "name the right choice of each row");
        }
        all
    }
}

/// The points of an accepted answer: all of them unless it says otherwise.
fn worth(node: &Node) -> f64 {
    node.get("points").number().unwrap_or(100.0)
}

/// What makes a scale a quiz.
pub(in super::super) fn quiz(names: &Names<'_>, problems: &mut Problems) -> Option<Quiz> {
    let node = names.root.get("quiz");
    if node.is_null() {
        return None;
    }
    let scale = names.refer("scales", node.get("scale"), "/quiz/scale", problems);
    let seconds = node.get("time").get("seconds").number();
    if seconds.is_some_and(|seconds| seconds > limits::SECONDS) {
        problems.error("out-of-range", "/quiz/time/seconds", &["longer than a year"], "leave the limit out");
    }
    Some(Quiz { scale: scale?, pass: node.get("pass").number() })
}

/// Weights of a member for some roles.
pub(in super::super) fn weights(
    node: &Node,
    names: &Names<'_>,
    path: &str,
    problems: &mut Problems,
) -> Vec<(usize, f64)> {
    let mut weights: Vec<(usize, f64)> = Vec::new();
    for (n, node) in node.list().iter().enumerate() {
        let at = nth(path, n);
        let Some(role) = names.refer("roles", node.get("role"), &join(&at, "role"), problems) else { continue };
        if weights.iter().any(|(known, _)| *known == role) {
            let message = [&*quoted(names.id("roles", role)), " has a weight already"];
            problems.error("repeated-value", &at, &message, "name each role once");
        }
        weights.extend(node.get("weight").number().map(|weight| (role, weight)));
    }
    weights
}
