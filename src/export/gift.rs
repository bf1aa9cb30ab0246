//! GIFT: questions of Moodle as text, one after a blank line.
//!
//! After Moodle's own reader and writer (`question/format/gift/format.php`):
//! `=` is right, `~` wrong, `%n%` a share of the mark, `->` a pair, `{#…}` a
//! number, `{}` an essay, no braces a description, `#` what is said of an
//! answer. `\` stands before `~ = # { } : \`, a line feed is `\n`. Texts are
//! marked as plain, so that none of them is read as HTML.

use super::losses::{Losses, NOTHING};
use super::question::{Page, Question, pages, unasked};
use crate::instrument::{Instrument, Kind, Wide};
use crate::json::Node;
use crate::problem::{join, nth};
use crate::text::joined;
use crate::written::figure;

mod answers;
use answers::answers;

/// The text.
pub(super) fn text(instrument: &Instrument, losses: &mut Losses) -> String {
    losses.parts(&instrument.words, &[]);
    marks(&instrument.words, losses);
    for at in unasked(instrument) {
        losses.lost(&at, "item", "no page asks it", NOTHING);
    }
    let mut gift = String::new();
    for page in pages(instrument) {
        category(instrument.words.get("title").text(), &page, &mut gift);
        losses.fields(page.node, &page.at, &["show_if", "optional", "draw", "shuffle"]);
        for question in page.questions.iter().chain(&page.optional) {
            losses.fields(question.node, &question.at, &["show_if", "hints"]);
            question.in_one_order(losses);
            gift.push_str(&one(question, losses));
        }
    }
    gift
}

/// Marks are given in Moodle when a quiz is put together.
fn marks(root: &Node, losses: &mut Losses) {
    for (s, scale) in root.get("scales").list().iter().enumerate() {
        let members = join(&nth("/scales", s), "members");
        for (n, member) in scale.get("members").list().iter().enumerate() {
            if !member.get("weight").is_null() {
                let at = join(&nth(&members, n), "weight");
                losses.lost(&at, "weight", "a question of GIFT has no marks", "every question has the same mark");
            }
        }
    }
}

/// Pages are categories below that of the definition.
fn category(title: &str, page: &Page<'_>, gift: &mut String) {
    // In a path of categories a stroke that is no border is doubled.
    let name = |title: &str| title.replace('/', "//");
    gift.push_str(&joined(&["$CATEGORY: ", &name(title), "/", &name(page.node.get("title").text()), "\n\n"]));
    let text = page.node.get("text").text();
    if !text.is_empty() {
        gift.push_str(&joined(&["[plain]", &escaped(text), "\n\n"]));
    }
}

/// A question with its blank line.
fn one(question: &Question<'_>, losses: &mut Losses) -> String {
    if !question.inner().get("of").is_null() {
        let sentence = "nobody else is there whose answer could be guessed";
        losses.lost(&question.kind_place(), question.kind(), sentence, NOTHING);
        return String::new();
    }
    let mut asked = question.text().to_owned();
    let image = question.node.get("image").get("alt").text();
    if !image.is_empty() {
        let instead = "its description stands in the question";
        losses.lost(&question.place("image"), "image", "GIFT holds no files", instead);
        asked = format!("{asked}\n[{image}]");
    }
    let help = question.node.get("help").text();
    if !help.is_empty() {
        asked = format!("{asked}\n{help}");
    }
    let answers = match &question.item.kind {
        Kind::Wide(Wide::Info) => String::new(),
        Kind::Wide(Wide::Note) => "{}".into(),
        _ => answers(question, losses).unwrap_or_else(|| essay(question, &mut asked, losses)),
    };
    format!("::{}::[plain]{}{answers}\n\n", question.id(), escaped(&asked))
}

/// What has no right answer is answered in words.
fn essay(question: &Question<'_>, asked: &mut String, losses: &mut Losses) -> String {
    let sentence = "GIFT has no question of this kind without a right answer";
    losses.lost(&question.kind_place(), question.kind(), sentence, "an essay with the choices in its text");
    for option in question.rows().iter().chain(question.choices()) {
        asked.push_str("\n- ");
        asked.push_str(option.get("label").text());
    }
    if let Kind::Number { min, max, .. } = question.item.kind {
        let unit = question.inner().get("unit").text();
        asked.push_str(&joined(&[
            "\n(",
            &figure(min),
            " - ",
            &figure(max),
            if unit.is_empty() { "" } else { " " },
            unit,
            ")",
        ]));
    }
    "{}".into()
}

/// A text as it may stand anywhere in a question.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '\\' | '~' | '=' | '#' | '{' | '}' | ':' => escaped.extend(['\\', c]),
            '\n' => escaped.push_str("\\n"),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}
