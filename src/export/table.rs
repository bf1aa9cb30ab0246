//! CSV (RFC 4180) with a row for each question, as the import of tables reads it.
//!
//! The columns are those of the import: `choices` are `value=label` with `|`
//! between them, `points` likewise, `scale` names scales. A text that a
//! spreadsheet would read as a formula has an apostrophe before it.

use super::losses::{Losses, NOTHING};
use super::question::{Page, Question, pages, unasked};
use crate::instrument::{Instrument, Kind, value};
use crate::json::Node;
use crate::problem::{join, nth};
use crate::written::figure;
use std::collections::BTreeMap;

const COLUMNS: [&str; 14] =
    ["id", "text", "help", "kind", "choices", "points", "scale", "key", "weight", "page", "min", "max", "step", "unit"];

/// The text.
pub(super) fn text(instrument: &Instrument, losses: &mut Losses) -> String {
    let root = &instrument.words;
    for field in ["id", "version", "title"] {
        losses.lost(&join("", field), field, "a table has only questions", "the name of the file");
    }
    losses.parts(root, &["scales"]);
    for at in unasked(instrument) {
        losses.lost(&at, "item", "no page asks it", NOTHING);
    }
    scales(root, losses);
    let members = members(root);
    let mut table = COLUMNS.join(",") + "\r\n";
    for page in pages(instrument) {
        losses.fields(page.node, &page.at, &["text", "show_if", "optional", "draw", "shuffle"]);
        for question in page.questions.iter().chain(&page.optional) {
            if let Some(cells) = (Row { question, members: &members, losses }).cells(&page) {
                table.push_str(&(cells.join(",") + "\r\n"));
            }
        }
    }
    table
}

/// What scales say beside their names and members.
fn scales(root: &Node, losses: &mut Losses) {
    for (n, scale) in root.get("scales").list().iter().enumerate() {
        losses.fields(scale, &nth("/scales", n), &["higher", "parent", "missing", "wobble"]);
    }
}

/// The members that an item has in scales, each by the places of scale and member.
type Members<'d> = BTreeMap<&'d str, Vec<(usize, usize)>>;

fn members(root: &Node) -> Members<'_> {
    let mut members = Members::new();
    for (s, scale) in root.get("scales").list().iter().enumerate() {
        for (n, member) in scale.get("members").list().iter().enumerate() {
            members.entry(member.get("item").text()).or_default().push((s, n));
        }
    }
    members
}

struct Row<'r, 'i> {
    question: &'r Question<'i>,
    members: &'r Members<'i>,
    losses: &'r mut Losses,
}

impl Row<'_, '_> {
    /// A cell for each column; none where a table has no such kind.
    fn cells(mut self, page: &Page<'_>) -> Option<[String; 14]> {
        let question = self.question;
        let (node, inner) = (question.node, question.inner());
        let kind = match &question.item.kind {
            Kind::Choice(_) if inner.get("of").is_null() => "choice",
            Kind::Number { .. } => "number",
            Kind::Ranking(_) => "ranking",
            _ => {
                let sentence = "a table has choices, numbers and rankings";
                self.losses.lost(&question.kind_place(), question.kind(), sentence, "the question is left out");
                return None;
            }
        };
        self.losses.fields(node, &question.at, &["show_if", "feedback", "hints", "image"]);
        question.in_one_order(self.losses);
        let (scale, key, weight) = if self.is_scored() { self.membership() } else { Default::default() };
        let number = |field: &str| inner.get(field).number().map(figure).unwrap_or_default();
        Some([
            question.id().into(),
            self.words(node.get("text").text(), "text"),
            self.words(node.get("help").text(), "help"),
            kind.into(),
            self.choices(),
            self.points(),
            scale,
            key.into(),
            weight,
            self.words(page.node.get("title").text(), "page"),
            number("min"),
            number("max"),
            number("step"),
            self.words(inner.get("unit").text(), "unit"),
        ])
    }

    /// Words in a cell of their own.
    fn words(&mut self, words: &str, what: &'static str) -> String {
        if words.starts_with(FORMULA) {
            let instead = "an apostrophe stands before it";
            self.losses.lost(&self.question.at, what, "a spreadsheet would read it as a formula", instead);
            return quoted(&format!("'{words}"));
        }
        quoted(words)
    }

    /// The choices of every question, so that rows can be moved.
    fn choices(&mut self) -> String {
        let mut entries = Vec::new();
        for (n, choice) in self.question.choices().iter().enumerate() {
            let at = self.question.choice_place(n);
            let label = choice.get("label").text();
            if label.contains('|') {
                let sentence = "a | divides the choices of a table";
                self.losses.lost(&join(&at, "label"), "label", sentence, "a stroke");
            }
            self.losses.fields(choice, &at, &["feedback", "image"]);
            entries.push(format!("{}={}", value(choice), label.replace('|', "/")));
        }
        let cell = entries.join("|");
        // The least value may be negative.
        self.words(&cell, "choices")
    }

    /// Points that do not follow from the values.
    fn points(&mut self) -> String {
        let question = self.question;
        let Some(points) = question.points().filter(|_| question.is_graded()) else { return String::new() };
        if !matches!(question.item.kind, Kind::Choice(_)) {
            return String::new();
        }
        if points.iter().any(|points| *points < 0.0) {
            let sentence = "points of a table run from 0";
            self.losses.lost(&question.kind_place(), "points", sentence, "0 for what costs points");
        }
        points.iter().map(|points| figure(points.max(0.0))).collect::<Vec<_>>().join("|")
    }

    /// Whether the points of an answer are those that a table gives it; what is not is noted.
    fn is_scored(&mut self) -> bool {
        let question = self.question;
        if matches!(question.item.kind, Kind::Choice(_)) {
            return true;
        }
        let mut lost = ["correct", "points"].into_iter().filter(|field| !question.node.get(field).is_null()).peekable();
        let scored = lost.peek().is_none();
        for field in lost {
            let sentence = "in a table only choices have points of their own";
            self.losses.lost(&question.place(field), field, sentence, "it is asked and not scored");
        }
        scored
    }

    /// The scales of an item, and the one key and weight of a row.
    fn membership(&mut self) -> (String, &'static str, String) {
        let (mut names, mut found): (Vec<String>, Option<(&str, f64)>) = (Vec::new(), None);
        let scales = self.question.instrument.words.get("scales");
        for (s, n) in self.members.get(self.question.id()).into_iter().flatten() {
            let (scale, at) = (scales.entry(*s), join(&nth("/scales", *s), "members"));
            let member = scale.get("members").entry(*n);
            self.losses.fields(member, &nth(&at, *n), &["weights"]);
            let this = (member.get("key").text(), member.get("weight").number().unwrap_or(1.0));
            let this = (if this.0 == "-" { "-" } else { "+" }, this.1);
            let first = *found.get_or_insert(this);
            if first.0 != this.0 || first.1.to_bits() != this.1.to_bits() {
                let sentence = "a row has one key and one weight";
                self.losses.lost(&nth(&at, *n), "member", sentence, "those of the first scale of the item");
            }
            names.push(name(scales, scale));
        }
        // Their order means nothing, and the import keeps another.
        names.sort();
        let (key, weight) = found.unwrap_or(("", 1.0));
        let key = if key == "-" { "-" } else { "" };
        (self.words(&names.join("|"), "scale"), key, if found.is_some() { figure(weight) } else { String::new() })
    }
}

/// The title of a scale, if it tells it from others, else its identifier.
fn name(scales: &Node, scale: &Node) -> String {
    let title = scale.get("title").text();
    let alike = scales.list().iter().filter(|other| other.get("title").text() == title).count();
    String::from(if alike == 1 && !title.contains('|') { title } else { scale.get("id").text() })
}

/// What a cell begins with that a spreadsheet would compute.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A cell, in quotes where it needs them.
fn quoted(words: &str) -> String {
    if words.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", words.replace('"', "\"\"")) } else { words.into() }
}
