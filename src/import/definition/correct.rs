//! What is right in a definition, and what is said of it.

use super::super::choices::Value;
use super::super::draft::{Accepted, Correct, Feedback};
use super::parts::{Fields, optional, text};
use crate::data::Data;
use crate::number::equal;

impl Correct {
    pub(super) fn data(&self) -> Data<'static> {
        let list = |values: &[Value]| Data::List(values.iter().map(Value::data).collect());
        let (mut fields, whole) = match self {
            Correct::Unsaid => (vec![], false),
            Correct::Floor(floor) => (vec![("floor", Data::Number(*floor))], false),
            Correct::Choices { values, whole } => (vec![("choices", list(values))], *whole),
            Correct::Order { values, whole } => (vec![("order", list(values))], *whole),
            Correct::Pairs { pairs, whole } => {
                let pair =
                    |(row, choice): &(Value, Value)| Data::Object(vec![("row", row.data()), ("choice", choice.data())]);
                (vec![("pairs", Data::List(pairs.iter().map(pair).collect()))], *whole)
            }
            Correct::Texts { texts, case } => {
                let one = |accepted: &Accepted<String>| accepted.data(vec![("text", text(&accepted.answer))]);
                let mut fields = vec![("texts", Data::List(texts.iter().map(one).collect()))];
                fields.extend(case.then_some(("case", Data::Bool(true))));
                (fields, false)
            }
            Correct::Numbers(numbers) => {
                let one = |accepted: &Accepted<(f64, f64)>| {
                    let (value, within) = accepted.answer;
                    let mut fields = vec![("value", Data::Number(value))];
                    fields.extend((within > 0.0).then_some(("within", Data::Number(within))));
                    accepted.data(fields)
                };
                (vec![("numbers", Data::List(numbers.iter().map(one).collect()))], false)
            }
        };
        fields.extend(whole.then_some(("whole", Data::Bool(true))));
        Data::Object(fields)
    }
}

impl<T> Accepted<T> {
    fn data(&self, mut fields: Fields) -> Data<'static> {
        if !equal(self.points, 100.0) {
            fields.push(("points", Data::Number(self.points)));
        }
        optional(&mut fields, "feedback", &self.feedback);
        Data::Object(fields)
    }
}

impl Feedback {
    /// Nothing where nothing is said.
    pub(super) fn data(&self) -> Option<Data<'static>> {
        let mut fields = vec![];
        for (name, words) in [("right", &self.right), ("partly", &self.partly), ("wrong", &self.wrong)] {
            optional(&mut fields, name, words);
        }
        (!fields.is_empty()).then_some(Data::Object(fields))
    }
}
