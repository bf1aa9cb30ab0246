//! A question of `SurveyJS`.

use super::{Fields, condition};
use crate::export::losses::Losses;
use crate::export::question::Question;
use crate::export::tree::{list, number, object, text as words};
use crate::instrument::{Kind, Wide, value};
use crate::json::Node;
use crate::problem::{join, nth};

/// The question.
pub(super) fn element(question: &Question<'_>, losses: &mut Losses) -> Node {
    let node = question.node;
    losses.fields(node, &question.at, &["feedback", "hints"]);
    let mut fields: Fields = vec![("type", words(kind(question))), ("name", words(question.id()))];
    if let Kind::Wide(Wide::Info) = question.item.kind {
        fields.push(("html", words(&html(question))));
        condition::add(question.instrument, node, &question.at, &mut fields, losses);
        return object(fields);
    }
    fields.push(("title", node.get("text").clone()));
    if !node.get("help").is_null() {
        fields.push(("description", node.get("help").clone()));
    }
    condition::add(question.instrument, node, &question.at, &mut fields, losses);
    if question.is_shuffled() {
        fields.push(("choicesOrder", words("random")));
    }
    question.none_fixed(losses);
    answers(question, &mut fields, losses);
    correct(question, &mut fields, losses);
    object(fields)
}

fn kind(question: &Question<'_>) -> &'static str {
    match &question.item.kind {
        Kind::Choice(_) => "radiogroup",
        Kind::Number { .. } | Kind::Wide(Wide::Text) => "text",
        Kind::Allocation { .. } => "multipletext",
        Kind::Ranking(_) => "ranking",
        Kind::Grid { .. } => "matrix",
        Kind::Wide(Wide::Multiple { .. }) => "checkbox",
        Kind::Wide(Wide::Note) => "comment",
        Kind::Wide(Wide::Info) => "html",
    }
}

/// Words as HTML without any tag of theirs.
fn html(question: &Question<'_>) -> String {
    let mut html = String::new();
    let help = question.node.get("help").text();
    for c in [question.text(), if help.is_empty() { "" } else { "\n" }, help].concat().chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '\n' => html.push_str("<br>"),
            c => html.push(c),
        }
    }
    html
}

/// What can be answered.
fn answers(question: &Question<'_>, fields: &mut Fields, losses: &mut Losses) {
    let at = question.kind_place();
    let inner = question.inner();
    match &question.item.kind {
        Kind::Choice(_) => {
            if !inner.get("of").is_null() {
                let sentence = "SurveyJS compares nobody's answers with another's";
                losses.lost(&at, "prediction", sentence, "it is asked of everyone, with the choices of its item");
            }
            fields.push(("choices", choices(question, losses)));
        }
        Kind::Wide(Wide::Multiple { .. }) => {
            fields.push(("choices", choices(question, losses)));
            if !inner.get("most").is_null() {
                fields.push(("maxSelectedChoices", inner.get("most").clone()));
            }
        }
        Kind::Ranking(_) => fields.push(("choices", list(question.choices().iter().map(labelled)))),
        Kind::Number { min, max, step } => {
            fields.extend([("inputType", words("number")), ("min", number(*min)), ("max", number(*max))]);
            fields.push(("step", number(*step)));
            losses.fields(inner, &at, &["unit"]);
            losses.fields(question.node, &question.at, &["points"]);
        }
        Kind::Allocation { .. } => {
            let sentence = "SurveyJS has no question that divides a total";
            losses.lost(&at, "allocation", sentence, "a number for each part, whose sum is not checked");
            losses.fields(question.node, &question.at, &["points"]);
            fields.push(("items", list(question.choices().iter().map(part))));
        }
        Kind::Grid { .. } => {
            let columns =
                question.choices().iter().zip(points(question)).map(|(choice, points)| scored(choice, points));
            fields.push(("columns", list(columns)));
            fields.push(("rows", list(question.rows().iter().map(labelled))));
        }
        Kind::Wide(_) => {}
    }
}

fn labelled(option: &Node) -> Node {
    object([("value", option.get("value").clone()), ("text", option.get("label").clone())])
}

/// A number of its own.
fn part(option: &Node) -> Node {
    object([
        ("name", option.get("value").clone()),
        ("title", option.get("label").clone()),
        ("inputType", words("number")),
    ])
}

/// With its points.
fn scored(choice: &Node, points: Option<f64>) -> Node {
    let mut fields = vec![("value", choice.get("value").clone()), ("text", choice.get("label").clone())];
    fields.extend(points.map(|points| ("score", number(points))));
    object(fields)
}

/// The points of each choice.
fn points(question: &Question<'_>) -> Vec<Option<f64>> {
    question.options().map(|options| options.points.clone()).unwrap_or_default()
}

fn choices(question: &Question<'_>, losses: &mut Losses) -> Node {
    let mut written = Vec::new();
    for (n, (choice, points)) in question.choices().iter().zip(points(question)).enumerate() {
        for field in ["image", "feedback"].into_iter().filter(|field| !choice.get(field).is_null()) {
            let sentence = "a choice of SurveyJS has a value and a text";
            losses.lost(&join(&question.choice_place(n), field), field, sentence, "the text alone");
        }
        written.push(scored(choice, points));
    }
    list(written)
}

/// What is right, as far as one answer says it.
fn correct(question: &Question<'_>, fields: &mut Fields, losses: &mut Losses) {
    let correct = question.correct();
    losses.fields(correct, &question.place("correct"), &["whole", "floor", "case"]);
    let answer = match &question.item.kind {
        Kind::Choice(_) => first(question, "choices", "", losses),
        Kind::Wide(Wide::Multiple { .. }) => given(question, "choices"),
        Kind::Wide(Wide::Text) => first(question, "texts", "text", losses),
        Kind::Number { .. } => first(question, "numbers", "value", losses),
        Kind::Ranking(_) => given(question, "order"),
        Kind::Grid { .. } => pairs(question),
        Kind::Allocation { .. } | Kind::Wide(_) => None,
    };
    fields.extend(answer.map(|answer| ("correctAnswer", answer)));
}

fn given(question: &Question<'_>, field: &str) -> Option<Node> {
    Some(question.correct().get(field)).filter(|node| !node.is_null()).cloned()
}

/// The first of several right answers; the others, and what the first allows, are lost.
fn first(question: &Question<'_>, field: &str, inside: &str, losses: &mut Losses) -> Option<Node> {
    let accepted = question.correct().get(field).list();
    let at = join(&question.place("correct"), field);
    for (n, one) in accepted.iter().enumerate() {
        if n > 0 {
            losses.lost(&nth(&at, n), field, "SurveyJS knows one correct answer", "the first of them");
        } else {
            losses.fields(one, &nth(&at, n), &["within", "points", "feedback"]);
        }
    }
    accepted.first().map(|one| if inside.is_empty() { one.clone() } else { one.get(inside).clone() })
}

fn pairs(question: &Question<'_>) -> Option<Node> {
    let pairs = question.rows().iter().map(|row| Some((value(row), question.partner(row)?.get("value").clone())));
    let pairs: Option<Vec<(String, Node)>> = pairs.collect();
    pairs.filter(|pairs| !pairs.is_empty()).map(object)
}
