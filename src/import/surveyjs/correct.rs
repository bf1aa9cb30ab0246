//! The right answers of a quiz.

use super::super::choices::{Choice, Value};
use super::super::draft::{Accepted, Correct, Kind};
use super::super::plain::line;
use super::super::source::word;
use super::Survey;
use crate::json::Node;
use crate::limits::{CHOICES, MAGNITUDE, TITLE};
use crate::number::count;
use crate::text::folded;

impl Survey<'_> {
    /// The kind, what is right, and the marks: one for each row of a matrix, else one.
    /// Where it cannot be said what is right, words become a note.
    pub(super) fn correct(&mut self, kind: Kind, node: &Node, weighed: bool, path: &str) -> (Kind, Correct, f64) {
        if node.is_null() {
            return (kind, Correct::Unsaid, 1.0);
        }
        let marks = if let Kind::Grid { rows, .. } = &kind { count(rows.len()) } else { 1.0 };
        let (correct, sentence) = match right(&kind, node) {
            Some(_) if weighed => (None, "the choices have weights already"),
            correct => (correct, "it is no answer of the question"),
        };
        if let Some(correct) = correct {
            return (kind, correct, marks);
        }
        self.report.lost(path, "correctAnswer", sentence, "the question without it");
        (if kind == Kind::Text { Kind::Note } else { kind }, Correct::Unsaid, marks)
    }
}

fn right(kind: &Kind, node: &Node) -> Option<Correct> {
    match kind {
        Kind::Choice(choices) => Some(Correct::Choices { values: vec![value(choices, node)?], whole: false }),
        Kind::Multiple(choices, _) => Some(Correct::Choices { values: values(choices, node)?, whole: true }),
        Kind::Ranking(choices) => {
            let values = values(choices, node)?;
            (values.len() == choices.len()).then_some(Correct::Order { values, whole: true })
        }
        Kind::Grid { rows, choices } => {
            let mut pairs = Vec::new();
            for row in rows {
                pairs.push((row.value.clone(), value(choices, node.get(&row.source))?));
            }
            Some(Correct::Pairs { pairs, whole: false })
        }
        Kind::Number { min, max, .. } => {
            let x: f64 = word(node).trim().parse().ok()?;
            let fine = x.abs() <= MAGNITUDE && (*min..=*max).contains(&x);
            fine.then(|| Correct::Numbers(vec![whole((x, 0.0))]))
        }
        Kind::Text => {
            let words = line(&word(node));
            let fine = !folded(&words, false).is_empty() && words.chars().count() <= TITLE;
            fine.then(|| Correct::Texts { texts: vec![whole(words)], case: false })
        }
        Kind::Note | Kind::Info => None,
    }
}

/// An answer that has all marks.
fn whole<T>(answer: T) -> Accepted<T> {
    Accepted { answer, points: 100.0, feedback: String::new() }
}

fn value(choices: &[Choice], node: &Node) -> Option<Value> {
    let key = word(node);
    choices.iter().find(|choice| choice.source == key).map(|choice| choice.value.clone())
}

/// Values of a list, one at least and each once.
fn values(choices: &[Choice], node: &Node) -> Option<Vec<Value>> {
    let mut values = Vec::new();
    for node in node.list().iter().take(CHOICES + 1) {
        let value = value(choices, node)?;
        if values.contains(&value) {
            return None;
        }
        values.push(value);
    }
    (!values.is_empty()).then_some(values)
}
