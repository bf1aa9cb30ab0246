//! Choices, ranked options and rows of a grid, as a source has them and as a definition does.

use super::identifiers::Identifiers;
use super::report::Report;
use crate::data::Data;
use crate::limits;
use crate::problem::quoted;

/// The value of a choice in a definition.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Whole(f64),
    Word(String),
}

impl Value {
    pub(crate) fn data(&self) -> Data<'static> {
        match self {
            Value::Whole(x) => Data::Number(*x),
            Value::Word(word) => Data::Owned(word.clone()),
        }
    }
}

/// A choice, an option or a row.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Choice {
    /// Its value or code in the source, by which conditions name it.
    pub(crate) source: String,
    pub(crate) value: Value,
    pub(crate) label: String,
    /// 0..100, in a quiz -100..100.
    pub(crate) points: Option<f64>,
    /// What is said to those who chose it, `""` for nothing.
    pub(crate) feedback: String,
}

/// Choices from pairs of source value and label. Values stay whole numbers where
/// all are, else they become identifiers; `words` asks for identifiers anyway, as
/// options and rows need them. None, with a loss, where they are too few, too many
/// or not different.
pub(crate) fn choices(raw: &[(String, String)], words: bool, at: &str, report: &mut Report) -> Option<Vec<Choice>> {
    if raw.len() < 2 || raw.len() > limits::CHOICES {
        let sentence = if raw.len() < 2 { "fewer than two choices" } else { "more than 32 choices" };
        report.lost(at, "choices", sentence, "the question is left out");
        return None;
    }
    for (n, (source, _)) in raw.iter().enumerate() {
        if raw.iter().take(n).any(|(other, _)| other == source) {
            report.lost(at, &quoted(source), "two choices have this value", "the question is left out");
            return None;
        }
    }
    let whole = |source: &str| source.parse().ok().filter(|x: &f64| x.abs() <= 1e6 && x.floor() >= *x);
    let mut numbers: Vec<f64> = raw.iter().filter_map(|(source, _)| whole(source)).collect();
    numbers.sort_by(f64::total_cmp);
    let apart = numbers.windows(2).all(|two| two.first() < two.last());
    let numeric = !words && apart && numbers.len() == raw.len();
    // Rows and options are read in expressions.
    let mut names = if words { Identifiers::default() } else { Identifiers::of_values() };
    let mut choices = Vec::new();
    for (source, label) in raw {
        let value = match whole(source).filter(|_| numeric) {
            Some(x) => Value::Whole(x + 0.0),
            None => Value::Word(names.take(source, "c", at, report)),
        };
        let label = if label.is_empty() { source.clone() } else { label.clone() };
        choices.push(Choice { source: source.clone(), value, label, points: None, feedback: String::new() });
    }
    Some(choices)
}

/// Whether the values are numbers.
pub(crate) fn numeric(choices: &[Choice]) -> bool {
    choices.iter().all(|choice| matches!(choice.value, Value::Whole(_)))
}

/// As they stand in a definition.
pub(crate) fn data(choices: &[Choice]) -> Data<'static> {
    let mut list = Vec::new();
    for Choice { value, label, points, feedback, .. } in choices {
        let mut fields = vec![("value", value.data()), ("label", Data::Owned(label.clone()))];
        fields.extend(points.map(|points| ("points", Data::Number(points))));
        if !feedback.is_empty() {
            fields.push(("feedback", Data::Owned(feedback.clone())));
        }
        list.push(Data::Object(fields));
    }
    Data::List(list)
}
