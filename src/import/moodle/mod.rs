//! Quizzes in the XML of Moodle.
//!
//! | type | becomes |
//! | --- | --- |
//! | `multichoice` | a choice, or several; fractions are points |
//! | `truefalse` | a choice of two |
//! | `shortanswer` | words |
//! | `numerical` | a number |
//! | `matching` | a grid with pairs |
//! | `essay` | a note |
//! | `description` | a text to read |
//! | `category` | a page |
//! | any other | a loss |
//!
//! `defaultgrade` is the weight. One picture of a question is carried over where
//! there is room. Not listed are fields by which Moodle arranges its forms.

mod question;
mod words;

use super::draft::{Draft, Feedback, Item};
use super::quiz::Quiz;
use super::report::{Report, at};
use super::source::{bad, single, utf8};
use super::{File, Wishes, xml};
use crate::limits;
use crate::problem::{Problem, nth, quoted};
use crate::text::joined;
use roxmltree::Node;
use xml::{child, named, word};

/// Reads a quiz.
pub(crate) fn read(files: &[File<'_>], wishes: &Wishes<'_>, report: &mut Report) -> Result<Draft, Vec<Problem>> {
    let file = single(files)?;
    let document = xml::document(file.0, utf8(file)?)?;
    let root = document.root_element();
    if root.tag_name().name() != "quiz" {
        return Err(bad(file.0, "this is no quiz of Moodle", "export the questions as Moodle XML"));
    }
    let mut moodle = Moodle { quiz: Quiz::new(file.0, wishes, report) };
    for (n, node) in named(root, "question").enumerate() {
        if moodle.quiz.draft.is_full() {
            break;
        }
        moodle.question(node, &nth("/question", n));
    }
    Ok(moodle.quiz.done())
}

struct Moodle<'r> {
    quiz: Quiz<'r>,
}

/// Fields of every question; what else there is must be known to its type.
const COMMON: [&str; 9] =
    ["name", "questiontext", "generalfeedback", "defaultgrade", "penalty", "hidden", "idnumber", "hint", "answer"];

impl<'d> Moodle<'_> {
    fn question(&mut self, node: Node<'d, 'd>, path: &str) {
        let kind = node.attribute("type").unwrap_or_default();
        if kind == "category" {
            return self.quiz.category(word(node, "category").trim(), path);
        }
        let mut item = Item::default();
        let Some((made, correct, known)) = self.kind(kind, node, &mut item.feedback, path) else { return };
        (item.kind, item.correct) = (made, correct);
        let stem = child(node, "questiontext");
        item.image = stem.and_then(|stem| self.picture(stem, &at(path, "questiontext")));
        item.text = stem.map_or_else(String::new, |stem| self.stem(stem, item.image.is_some(), path));
        self.feedback(node, &mut item, path);
        self.hints(node, &mut item, path);
        self.rest(node, known, path);
        let marks = word(node, "defaultgrade");
        let marks = if marks.trim().is_empty() { 1.0 } else { marks.trim().parse().unwrap_or(f64::NAN) };
        let name = word(node, "name");
        self.quiz.ask(name.trim(), item, marks, path);
    }

    /// Feedback that is of the whole question.
    fn feedback(&mut self, node: Node<'d, 'd>, item: &mut Item, path: &str) {
        let mut feedback = core::mem::take(&mut item.feedback);
        let Feedback { right, partly, wrong } = &mut feedback;
        for (field, said) in
            [("correctfeedback", right), ("partiallycorrectfeedback", partly), ("incorrectfeedback", wrong)]
        {
            if let Some(node) = child(node, field).filter(|_| said.is_empty()) {
                *said = self.words(node, &at(path, field));
            }
        }
        if let Some(node) = child(node, "generalfeedback") {
            let here = at(path, "generalfeedback");
            let words = self.words(node, &here);
            if item.kind.is_answered() {
                self.quiz.for_all(&mut feedback, &words, &here);
            } else if !words.is_empty() {
                self.quiz.report.lost(&here, "generalfeedback", "it is no question with a right answer", "nothing");
            }
        }
        item.feedback = feedback;
    }

    fn hints(&mut self, node: Node<'d, 'd>, item: &mut Item, path: &str) {
        for (n, hint) in named(node, "hint").enumerate() {
            let here = nth(&at(path, "hint"), n);
            let words = self.words(hint, &here);
            if words.is_empty() {
                continue;
            }
            if item.hints.len() < limits::CHOICES && item.kind.is_answered() {
                item.hints.push(words);
            } else {
                self.quiz.report.lost(&here, "hint", "there is no place for it", "nothing");
            }
        }
    }

    /// Lists what is not carried over.
    fn rest(&mut self, node: Node<'d, 'd>, known: &[&str], path: &str) {
        let marked = |field: &str| word(node, field).trim().parse().is_ok_and(|x: f64| x > 0.0);
        if marked("penalty") {
            self.quiz.report.lost(&at(path, "penalty"), "penalty", "another attempt costs nothing here", "nothing");
        }
        if marked("hidden") {
            self.quiz.report.lost(&at(path, "hidden"), "hidden", "a question cannot be put aside", "it is asked");
        }
        for field in node.children().filter(Node::is_element) {
            let name = field.tag_name().name();
            let set = field.descendants().any(|node| node.is_text() && said(node));
            if set && !COMMON.contains(&name) && !known.contains(&name) {
                self.quiz.report.lost(&at(path, name), name, "a question has no such property", "nothing");
            }
        }
    }

    /// A question of a type that cannot be carried over.
    fn left_out(&mut self, construct: &str, node: Node<'d, 'd>, path: &str) {
        let name = word(node, "name");
        let sentence = joined(&["there is no such question: ", &quoted(name.trim())]);
        self.quiz.left_out(path, if construct.is_empty() { "a question" } else { construct }, &sentence);
    }
}

/// Whether a text says something: `0` and `false` switch off.
fn said(node: Node<'_, '_>) -> bool {
    !["", "0", "false"].contains(&node.text().unwrap_or_default().trim())
}
