//! The answers of a question, and what they are worth.

use super::super::choices::{self, Choice, Value};
use super::super::draft::{Accepted, Correct, Kind};
use super::super::plain::line;
use super::super::report::Report;
use super::super::written::figure;
use crate::limits;
use crate::number::{count, equal};
use crate::problem::quoted;
use crate::text::{folded, joined};

/// An answer of the source.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct Answer {
    /// Its identifier in the source, `""` for none.
    pub(in super::super) source: String,
    pub(in super::super) text: String,
    /// The share of the marks it gives, 100 for all of them.
    pub(in super::super) percent: f64,
    /// How far from a number another may be.
    pub(in super::super) within: f64,
    pub(in super::super) feedback: String,
}

const UNSCORED: &str = "the question is asked and not scored";

/// Choices of answers: values `c1`, `c2`, ... where the source has no identifiers.
/// None, with a loss, where they are too few or too many.
pub(in super::super) fn options(
    answers: &[Answer],
    letter: &str,
    at: &str,
    report: &mut Report,
) -> Option<Vec<Choice>> {
    let mut raw = Vec::new();
    for (n, answer) in answers.iter().enumerate() {
        let numbered = joined(&[letter, &(n + 1).to_string()]);
        let source = if answer.source.is_empty() { &numbered } else { &answer.source };
        let words = [answer.text.clone(), line(source), numbered.clone()];
        raw.push((source.clone(), words.into_iter().find(|words| !words.is_empty()).unwrap_or_default()));
    }
    let mut choices = choices::choices(&raw, true, at, report)?;
    for (choice, answer) in choices.iter_mut().zip(answers) {
        choice.feedback.clone_from(&answer.feedback);
    }
    Some(choices)
}

/// One choice. Right is what has all marks; where there are others with some, and
/// where some are taken away, the choices have points.
pub(in super::super) fn single(answers: &[Answer], at: &str, report: &mut Report) -> Option<(Kind, Correct)> {
    let mut choices = options(answers, "c", at, report)?;
    let points = shares(answers, at, report);
    let plain = points.iter().all(|points| equal(*points, 100.0) || equal(*points, 0.0));
    let correct = graded(&mut choices, &points, plain, at, report);
    Some((Kind::Choice(choices), correct))
}

/// True and false, and what is said of the one that is right and of the other.
pub(in super::super) fn truths(right: bool, of_right: &str, of_wrong: &str) -> [Answer; 2] {
    [(true, "True"), (false, "False")].map(|(truth, label)| Answer {
        source: if truth { "t" } else { "f" }.into(),
        text: label.into(),
        percent: if truth == right { 100.0 } else { 0.0 },
        feedback: if truth == right { of_right } else { of_wrong }.into(),
        ..Answer::default()
    })
}

/// Several choices, at most `most`. Their shares are added up, no lower than `floor`.
pub(in super::super) fn several(
    answers: &[Answer],
    most: Option<usize>,
    floor: f64,
    at: &str,
    report: &mut Report,
) -> Option<(Kind, Correct)> {
    let mut choices = options(answers, "c", at, report)?;
    let points = shares(answers, at, report);
    let right = count(points.iter().filter(|points| **points > 0.0).count());
    let plain = equal(floor, 0.0) && points.iter().all(|points| equal(points.abs(), 100.0 / right) && right > 0.0);
    let correct = match graded(&mut choices, &points, plain, at, report) {
        Correct::Unsaid if floor < 0.0 && right > 0.0 => Correct::Floor(floor),
        correct => correct,
    };
    Some((Kind::Multiple(choices, most), correct))
}

/// The right choices where that says it all (`plain`), else points for each.
fn graded(choices: &mut [Choice], points: &[f64], plain: bool, at: &str, report: &mut Report) -> Correct {
    if !points.iter().any(|points| *points > 0.0) {
        report.lost(at, "answers", "none of them is right", UNSCORED);
        return Correct::Unsaid;
    }
    if plain {
        let right = choices.iter().zip(points).filter(|(_, points)| **points > 0.0);
        return Correct::Choices { values: right.map(|(choice, _)| choice.value.clone()).collect(), whole: false };
    }
    for (choice, points) in choices.iter_mut().zip(points) {
        choice.points = Some(*points);
    }
    Correct::Unsaid
}

fn shares(answers: &[Answer], at: &str, report: &mut Report) -> Vec<f64> {
    answers.iter().map(|answer| share(answer.percent, -100.0, at, report)).collect()
}

/// A share of the marks between `least` and 100. Thirds, sixths, sevenths and ninths
/// are written with some digits only, and mean the whole of it.
fn share(percent: f64, least: f64, at: &str, report: &mut Report) -> f64 {
    let within = percent.clamp(least, 100.0);
    if !equal(within, percent) {
        let sentence = joined(&[&figure(percent), " % are beyond what an answer may have"]);
        report.lost(at, "a share of the marks", &sentence, &joined(&[&figure(within), " %"]));
    }
    let meant = |parts: f64| 100.0 * (within * parts / 100.0).round() / parts;
    let near = [3.0, 6.0, 7.0, 9.0].into_iter().map(meant).find(|meant| (meant - within).abs() < 0.005);
    near.unwrap_or(within)
}

/// Words that are accepted. The first that fits counts, so that others which are
/// the same are left out.
pub(in super::super) fn texts(
    answers: &[Answer],
    case: bool,
    at: &str,
    report: &mut Report,
) -> Option<(Kind, Correct)> {
    let mut texts: Vec<Accepted<String>> = Vec::new();
    let mut seen: Vec<String> = Vec::new();
    for answer in answers {
        let text = line(&answer.text);
        let key = folded(&text, case);
        let fault = if key.is_empty() {
            "it is empty"
        } else if seen.contains(&key) {
            "an answer before it is the same"
        } else if text.chars().count() > limits::TITLE {
            "an accepted answer has at most 200 characters"
        } else if texts.len() >= limits::CHOICES {
            "a question has at most 32 accepted answers"
        } else {
            seen.push(key);
            let points = share(answer.percent, 0.0, at, report);
            texts.push(Accepted { answer: text, points, feedback: answer.feedback.clone() });
            continue;
        };
        report.lost(at, &quoted(&answer.text), fault, "the other answers");
    }
    if texts.iter().any(|accepted| accepted.points > 0.0) {
        return Some((Kind::Text, Correct::Texts { texts, case }));
    }
    report.lost(at, "answers", "none of them is right", "the question is left out");
    None
}

/// Numbers that are accepted; the first that fits counts. `bounds` are least, greatest
/// and step where the source has them; else they are chosen around the answers.
pub(in super::super) fn numbers(
    given: &[(f64, Answer)],
    bounds: Option<(f64, f64, f64)>,
    at: &str,
    report: &mut Report,
) -> Option<(Kind, Correct)> {
    let mut numbers: Vec<Accepted<(f64, f64)>> = Vec::new();
    for (value, answer) in given {
        let within = answer.within.abs();
        let fine = value.abs() + within <= limits::MAGNITUDE / 10.0 && numbers.len() < limits::CHOICES;
        let reached = bounds.is_none_or(|(min, max, _)| value + within >= min && value - within <= max);
        if fine && reached {
            let points = share(answer.percent, 0.0, at, report);
            let feedback = answer.feedback.clone();
            numbers.push(Accepted { answer: (*value, within), points, feedback });
        } else {
            report.lost(at, &figure(*value), "it is beyond the bounds, or one too many", "the other answers");
        }
    }
    if !numbers.iter().any(|accepted| accepted.points > 0.0) {
        report.lost(at, "answers", "no number is right", "the question is left out");
        return None;
    }
    let (min, max, step) = bounds.unwrap_or_else(|| {
        let around = around(&numbers);
        let (min, max, step) = (figure(around.0), figure(around.1), figure(around.2));
        report.assumed(at, &["answers run from ", &min, " to ", &max, " in steps of ", &step]);
        around
    });
    Some((Kind::Number { min, max, step: Some(step), unit: String::new() }, Correct::Numbers(numbers)))
}

/// Bounds that do not give the answer away: powers of ten beyond twice what is
/// accepted, below 0 only where something accepted is; the step shows all its digits.
fn around(numbers: &[Accepted<(f64, f64)>]) -> (f64, f64, f64) {
    let ends: Vec<f64> = numbers.iter().flat_map(|a| [a.answer.0 - a.answer.1, a.answer.0 + a.answer.1]).collect();
    let reach = ends.iter().fold(1.0, |most: f64, end| most.max(end.abs()));
    let mut max = 10.0;
    while max < 2.0 * reach && max < limits::MAGNITUDE {
        max *= 10.0;
    }
    let (mut step, mut digits) = (1.0, 1.0);
    let exact = |digits: f64| {
        numbers
            .iter()
            .all(|a| [a.answer.0, a.answer.1].iter().all(|x| ((x * digits).round() - x * digits).abs() < 1e-6))
    };
    while !exact(digits) && digits < 1e6 {
        digits *= 10.0;
        step = 1.0 / digits;
    }
    let min = if ends.iter().any(|end| *end < 0.0) { -max } else { 0.0 };
    (min, max, step)
}

/// Rows, each with the choice that belongs to it; choices that are the same are one,
/// and those of `others` belong to no row.
pub(in super::super) fn pairs(
    given: &[(String, String)],
    others: &[String],
    at: &str,
    report: &mut Report,
) -> Option<(Kind, Correct)> {
    let answer = |text: &String| Answer { text: text.clone(), ..Answer::default() };
    let rows: Vec<Answer> = given.iter().map(|(row, _)| answer(row)).collect();
    let mut labels: Vec<String> = Vec::new();
    for label in given.iter().map(|(_, choice)| choice).chain(others) {
        // One more than there may be is enough to be refused.
        if labels.len() <= limits::CHOICES && !labels.contains(label) {
            labels.push(label.clone());
        }
    }
    let rows = options(&rows, "r", at, report)?;
    let choices = options(&labels.iter().map(answer).collect::<Vec<_>>(), "c", at, report)?;
    let value =
        |label: &String| choices.iter().zip(&labels).find(|(_, known)| *known == label).map(|(c, _)| c.value.clone());
    let pairs =
        rows.iter().zip(given).filter_map(|(row, (_, label))| Some((row.value.clone(), value(label)?))).collect();
    Some((Kind::Grid { rows, choices }, Correct::Pairs { pairs, whole: false }))
}

/// An order of all options, the first one first; `right` are their identifiers in the source.
pub(in super::super) fn order(
    answers: &[Answer],
    right: &[String],
    at: &str,
    report: &mut Report,
) -> Option<(Kind, Correct)> {
    let choices = options(answers, "c", at, report)?;
    let value = |source: &String| choices.iter().find(|choice| choice.source == *source).map(|choice| &choice.value);
    let mut values: Vec<Value> = Vec::new();
    for value in right.iter().filter_map(value) {
        if !values.contains(value) {
            values.push(value.clone());
        }
    }
    if values.len() < choices.len() || right.len() > values.len() {
        report.lost(at, "an order", "it does not name every option once", UNSCORED);
        return Some((Kind::Ranking(choices), Correct::Unsaid));
    }
    Some((Kind::Ranking(choices), Correct::Order { values, whole: true }))
}
