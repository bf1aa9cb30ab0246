//! What is right, and how it is marked.

use super::identifier;
use super::interaction::{COLUMN, ROW};
use super::xml::{Element, qti};
use crate::export::losses::Losses;
use crate::export::question::{Question, is};
use crate::instrument::{Kind, Wide};
use crate::json::Node;
use crate::number::count;
use crate::written::figure;

/// The one response of an item.
pub(super) fn declaration(question: &Question<'_>) -> Element {
    let (cardinality, base) = match &question.item.kind {
        Kind::Choice(_) => ("single", "identifier"),
        Kind::Wide(Wide::Multiple { .. }) => ("multiple", "identifier"),
        Kind::Ranking(_) => ("ordered", "identifier"),
        Kind::Grid { .. } => ("multiple", "directedPair"),
        Kind::Number { .. } => ("single", "float"),
        Kind::Allocation { .. } | Kind::Wide(_) => ("single", "string"),
    };
    let response = qti("response_declaration").with("identifier", "RESPONSE");
    let response = response.with("cardinality", cardinality).with("base_type", base);
    let right = right(question);
    let correct =
        (!right.is_empty()).then(|| qti("correct_response").add(right.iter().map(|value| qti("value").text(value))));
    response.add(correct).add(mapping(question))
}

/// The right answer, where there is one.
fn right(question: &Question<'_>) -> Vec<String> {
    let correct = question.correct();
    match &question.item.kind {
        Kind::Choice(_) => question.right().into_iter().take(1).map(identifier).collect(),
        Kind::Wide(Wide::Multiple { .. }) => question.right().into_iter().map(identifier).collect(),
        Kind::Ranking(_) => question.order().into_iter().map(identifier).collect(),
        Kind::Grid { .. } => pairs(question),
        Kind::Number { .. } => correct.get("numbers").entry(0).get("value").number().map(figure).into_iter().collect(),
        Kind::Wide(Wide::Text) => {
            correct.get("texts").list().iter().take(1).map(|one| one.get("text").text().into()).collect()
        }
        Kind::Allocation { .. } | Kind::Wide(_) => Vec::new(),
    }
}

/// The row and the choice of each pair.
fn pairs(question: &Question<'_>) -> Vec<String> {
    let pair = |row: &Node| {
        let partner = question.partner(row)?;
        Some(format!("{ROW}{} {COLUMN}{}", identifier(row), identifier(partner)))
    };
    question.rows().iter().filter_map(pair).collect()
}

/// Whether an answer has marks only as a whole.
fn is_matched(question: &Question<'_>) -> bool {
    match &question.item.kind {
        Kind::Choice(_) => question.right().len() == 1,
        Kind::Ranking(_) => !question.order().is_empty(),
        Kind::Wide(Wide::Multiple { .. }) | Kind::Grid { .. } => question.whole() && !right(question).is_empty(),
        _ => false,
    }
}

/// Shares of one for each answer; none where the answer is matched, compared or not marked.
fn mapping(question: &Question<'_>) -> Option<Element> {
    if is_matched(question) {
        return None;
    }
    let mapping = qti("mapping").with("default_value", "0");
    match &question.item.kind {
        Kind::Choice(_) => Some(mapping.add(shares(question)?)),
        Kind::Wide(Wide::Multiple { floor, .. }) => {
            let bounded = mapping.with("lower_bound", figure(floor / 100.0)).with("upper_bound", "1");
            Some(bounded.add(shares(question)?))
        }
        Kind::Wide(Wide::Text) => texts(question, mapping),
        Kind::Grid { .. } => {
            let pairs = pairs(question);
            let share = figure(1.0 / count(pairs.len().max(1)));
            (!pairs.is_empty())
                .then(|| mapping.with("upper_bound", "1").add(pairs.iter().map(|pair| entry(pair, &share))))
        }
        _ => None,
    }
}

fn entry(key: &str, share: &str) -> Element {
    qti("map_entry").with("map_key", key).with("mapped_value", share)
}

fn shares(question: &Question<'_>) -> Option<Vec<Element>> {
    let points = question.points()?;
    let each = question.choices().iter().zip(points);
    Some(each.map(|(choice, points)| entry(&identifier(choice), &figure(points / 100.0))).collect())
}

fn texts(question: &Question<'_>, mapping: Element) -> Option<Element> {
    let texts = question.correct().get("texts").list();
    let case = is(question.correct(), "case");
    let one = |one: &Node| {
        let share = figure(one.get("points").number().unwrap_or(100.0) / 100.0);
        entry(one.get("text").text(), &share).with("case_sensitive", if case { "true" } else { "false" })
    };
    (!texts.is_empty()).then(|| mapping.add(texts.iter().map(one)))
}

/// How the response is marked; none where nothing is.
pub(super) fn processing(question: &Question<'_>, losses: &mut Losses) -> Option<Element> {
    remarks(question, losses);
    let template = |name: &str| {
        let address = format!("https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/{name}.xml");
        Some(qti("response_processing").with("template", address))
    };
    if is_matched(question) {
        if matches!(question.item.kind, Kind::Ranking(_)) && !question.whole() {
            let sentence = "the template of QTI matches the whole order";
            losses.lost(&question.place("correct/order"), "order", sentence, "all of the mark or nothing");
        }
        return template("match_correct");
    }
    if mapping(question).is_some() {
        return template("map_response");
    }
    numbers(question)
}

fn remarks(question: &Question<'_>, losses: &mut Losses) {
    for field in ["texts", "numbers"] {
        for (n, one) in question.correct().get(field).list().iter().enumerate() {
            losses.fields(one, &question.place(&format!("correct/{field}/{n}")), &["feedback"]);
        }
    }
}

/// The first number that fits decides.
fn numbers(question: &Question<'_>) -> Option<Element> {
    let numbers = question.correct().get("numbers").list();
    let mut branches = Vec::new();
    for (n, one) in numbers.iter().enumerate() {
        let within = figure(one.get("within").number().unwrap_or(0.0));
        let value = figure(one.get("value").number().unwrap_or(0.0));
        let fits = qti("equal")
            .with("tolerance_mode", "absolute")
            .with("tolerance", format!("{within} {within}"))
            .add([qti("variable").with("identifier", "RESPONSE"), float(&value)]);
        let share = figure(one.get("points").number().unwrap_or(100.0) / 100.0);
        let branch = qti(if n == 0 { "response_if" } else { "response_else_if" });
        branches.push(branch.add([fits, set(&share)]));
    }
    let none = qti("response_else").add([set("0")]);
    (!branches.is_empty())
        .then(|| qti("response_processing").add([qti("response_condition").add(branches).add([none])]))
}

fn float(x: &str) -> Element {
    qti("base_value").with("base_type", "float").text(x)
}

fn set(share: &str) -> Element {
    qti("set_outcome_value").with("identifier", "SCORE").add([float(share)])
}
