//! A file of an item.

use super::interaction::interaction;
use super::response::{declaration, processing};
use super::root;
use super::test::{float, value};
use super::xml::{Element, paragraphs, plain, qti};
use crate::export::losses::Losses;
use crate::export::question::Question;
use crate::instrument::{Kind, Wide};

/// Words of a question that stand for it in lists.
const TITLE: usize = 60;

/// The root of the file.
pub(super) fn item(question: &Question<'_>, losses: &mut Losses) -> Element {
    losses.fields(question.node, &question.at, &["show_if", "feedback", "hints", "points"]);
    let item = root(qti("assessment_item"))
        .with("identifier", question.id())
        .with("title", question.text().replace('\n', " ").chars().take(TITLE).collect::<String>())
        .with("adaptive", "false")
        .with("time_dependent", "false")
        .with("xml:lang", question.instrument.words.get("language").text());
    let body = qti("item_body").add(words(question));
    if let Kind::Wide(Wide::Info) = question.item.kind {
        return item.add([body]);
    }
    let (body, processing) = (body.add(interaction(question, losses)), processing(question, losses));
    let score = match question.item.kind {
        Kind::Wide(Wide::Note) => float("SCORE").with("external_scored", "human"),
        _ => value(float("SCORE"), "0"),
    };
    let most = if processing.is_some() { "1" } else { "0" };
    item.add([declaration(question)]).add([score, value(float("MAXSCORE"), most), body]).add(processing)
}

/// The question with its line and its picture.
fn words(question: &Question<'_>) -> Vec<Element> {
    let mut words = paragraphs(question.text());
    words.extend(paragraphs(question.node.get("help").text()));
    let image = question.node.get("image");
    if !image.is_null() {
        words.push(plain("p").add([picture(image)]));
    }
    words
}

/// A picture that is in the file.
pub(super) fn picture(image: &crate::json::Node) -> Element {
    plain("img").with("src", image.get("src").text()).with("alt", image.get("alt").text())
}
