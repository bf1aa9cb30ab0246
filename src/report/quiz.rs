//! A quiz: `QuizReport` of the types. Marks are the weights of a scale's members.

use crate::data::{Data, object};
use crate::instrument::{Instrument, Kind, Member, Quiz, Wide};
use crate::number::{at_least, sum};
use crate::response::{Answer, Response};
use crate::scoring::{Outcome, keyed, scale_view};
use crate::words;

/// The quiz of a response; null where the definition makes no scale one.
///
/// Marks run from 0 to the weights of the members that apply; of one that takes points
/// away they can be negative, of the whole they are not.
pub(crate) fn report<'d>(instrument: &'d Instrument, response: &Response, outcome: &Outcome) -> Data<'d> {
    let Some(quiz) = &instrument.quiz else { return Data::Null };
    let (Some(scale), Some(score)) = (instrument.scales.get(quiz.scale), outcome.scales.get(quiz.scale)) else {
        return Data::Null;
    };
    let (mut items, mut marks, mut of) = (Vec::new(), Vec::new(), Vec::new());
    for member in scale.members.iter().filter(|member| response.applies(member.item)) {
        let points = keyed(instrument, response, member);
        of.push(member.weight_for(response.role));
        marks.extend(points.map(|points| member.weight_for(response.role) * points / 100.0));
        items.push(item(instrument, response, member, points));
    }
    let words = instrument.words.get("quiz");
    let passed = passed(quiz, outcome);
    object! {
        "score" => scale_view(instrument, quiz.scale, score),
        "marks" => sum(&marks).max(0.0),
        "of" => sum(&of),
        "pass" => quiz.pass,
        "passed" => passed.map_or(Data::Null, Data::Bool),
        "text" => match passed {
            Some(true) => Data::of(words, "passed"),
            Some(false) => Data::of(words, "failed"),
            None => Data::Null,
        },
        "items" => items,
    }
}

/// Whether a quiz is passed; none without a pass mark or a score.
pub(crate) fn passed(quiz: &Quiz, outcome: &Outcome) -> Option<bool> {
    let value = outcome.scales.get(quiz.scale)?.value?;
    Some(at_least(value, quiz.pass?))
}

fn item<'d>(instrument: &'d Instrument, response: &Response, member: &Member, points: Option<f64>) -> Data<'d> {
    let (n, part) = (member.item, member.part);
    let state = match points {
        None => "open",
        Some(points) if at_least(points, 100.0) => "right",
        Some(points) if points > 0.0 => "partly",
        Some(_) => "wrong",
    };
    object! {
        instrument.entry("items", n), ["id"],
        "text" => words::item(instrument, n, part),
        "state" => state,
        "marks" => points.map(|points| member.weight_for(response.role) * points / 100.0),
        "of" => member.weight_for(response.role),
        "answer" => words::answer(instrument, response, n, part),
        "right" => instrument.right(n, part),
        "feedback" => feedback(instrument, response, n, state),
    }
}

/// What the definition says of this answer, then of answers like it.
fn feedback<'d>(instrument: &'d Instrument, response: &Response, n: usize, state: &str) -> Data<'d> {
    let node = instrument.entry("items", n);
    let mut said = Vec::new();
    let kind = instrument.items.get(n).map(|item| &item.kind);
    let chosen = match (response.answer(n), kind) {
        (Answer::Choice(choice), Some(Kind::Choice(options))) => vec![instrument.choices(options).get(*choice)],
        (Answer::Wide(given), Some(Kind::Wide(Wide::Multiple { choices, .. }))) => {
            let written = instrument.choices(choices);
            given.set().iter().map(|choice| written.get(*choice)).collect()
        }
        (Answer::Wide(given), _) => vec![instrument.accepted(n, None, Some(given))],
        (Answer::Number(x), _) => vec![instrument.accepted(n, Some(*x), None)],
        _ => Vec::new(),
    };
    let of_state = node.get("feedback").field(state);
    for text in chosen.into_iter().flatten().filter_map(|node| node.field("feedback")).chain(of_state) {
        said.push(Data::part(text));
    }
    Data::List(said)
}
