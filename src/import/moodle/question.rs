//! The types of questions.

use super::super::draft::{Correct, Feedback, Kind};
use super::super::quiz::{self, Answer};
use super::super::report::at;
use super::super::xml::{child, named, word};
use super::Moodle;
use crate::problem::{nth, quoted};
use roxmltree::Node;

/// A kind, what is right, and the fields that were read or arrange a form only.
type Made = Option<(Kind, Correct, &'static [&'static str])>;

const COMBINED: [&str; 7] = [
    "single",
    "answernumbering",
    "showstandardinstruction",
    "correctfeedback",
    "partiallycorrectfeedback",
    "incorrectfeedback",
    "shownumcorrect",
];
const MATCHING: [&str; 5] =
    ["subquestion", "correctfeedback", "partiallycorrectfeedback", "incorrectfeedback", "shownumcorrect"];
const NUMERICAL: [&str; 4] = ["unitgradingtype", "unitpenalty", "showunits", "unitsleft"];
const ESSAY: [&str; 7] = [
    "responseformat",
    "responserequired",
    "responsefieldlines",
    "minwordlimit",
    "maxwordlimit",
    "attachmentsrequired",
    "maxbytes",
];

impl<'d> Moodle<'_> {
    /// What a question asks for; nothing, with a loss, where that cannot be carried over.
    pub(super) fn kind(&mut self, kind: &str, node: Node<'d, 'd>, feedback: &mut Feedback, path: &str) -> Made {
        let (made, known): (_, &[&str]) = match kind {
            "multichoice" => (self.choices(node, path), &COMBINED),
            "truefalse" => (self.truth(node, path), &[]),
            "shortanswer" => (self.accepted(node, feedback, path), &["usecase"]),
            "numerical" => (self.numbers(node, feedback, path), &NUMERICAL),
            "matching" => (self.pairs(node, path), &MATCHING),
            "essay" => (Some((Kind::Note, Correct::Unsaid)), &ESSAY),
            "description" => (Some((Kind::Info, Correct::Unsaid)), &[]),
            kind => {
                self.left_out(kind, node, path);
                return None;
            }
        };
        made.map(|(kind, correct)| (kind, correct, known))
    }

    /// The answers; those of `plain` text are compared with what is typed in.
    fn answers(&mut self, node: Node<'d, 'd>, plain: bool, path: &str) -> Vec<Answer> {
        let mut answers = Vec::new();
        for (n, answer) in named(node, "answer").enumerate() {
            let here = nth(&at(path, "answer"), n);
            let fraction = answer.attribute("fraction").unwrap_or("0").trim();
            let percent = fraction.parse().ok().filter(|x: &f64| x.is_finite());
            if percent.is_none() {
                self.quiz.report.lost(&here, &quoted(fraction), "this is no number", "none of the marks");
            }
            let said = child(answer, "feedback").map(|said| self.words(said, &at(&here, "feedback")));
            answers.push(Answer {
                source: String::new(),
                text: if plain { word(answer, "text").trim().to_owned() } else { self.words(answer, &here) },
                percent: percent.unwrap_or(0.0),
                within: word(answer, "tolerance").trim().parse().ok().filter(|x: &f64| x.is_finite()).unwrap_or(0.0),
                feedback: said.unwrap_or_default(),
            });
        }
        answers
    }

    fn choices(&mut self, node: Node<'d, 'd>, path: &str) -> Option<(Kind, Correct)> {
        let answers = self.answers(node, false, path);
        if ["1", "true"].contains(&word(node, "single").trim()) {
            quiz::single(&answers, path, self.quiz.report)
        } else {
            quiz::several(&answers, None, 0.0, path, self.quiz.report)
        }
    }

    fn truth(&mut self, node: Node<'d, 'd>, path: &str) -> Option<(Kind, Correct)> {
        let answers = self.answers(node, false, path);
        let find = |label: &str| answers.iter().find(|answer| answer.text.trim().eq_ignore_ascii_case(label));
        let Some((yes, no)) = find("true").zip(find("false")) else {
            self.quiz.left_out(path, "truefalse", "its answers are not `true` and `false`");
            return None;
        };
        let right = yes.percent > no.percent;
        let (of_right, of_wrong) = if right { (yes, no) } else { (no, yes) };
        let truths = quiz::truths(right, &of_right.feedback, &of_wrong.feedback);
        quiz::single(&truths, path, self.quiz.report)
    }

    /// Answers without the one that stands for all others.
    fn particular(&mut self, node: Node<'d, 'd>, feedback: &mut Feedback, path: &str) -> Vec<Answer> {
        let mut particular = Vec::new();
        for (n, answer) in self.answers(node, true, path).into_iter().enumerate() {
            if answer.text != "*" {
                particular.push(answer);
            } else if answer.percent > 0.0 {
                let here = nth(&at(path, "answer"), n);
                self.quiz.report.lost(&here, "*", "there are no marks for any other answer", "the other answers");
            } else {
                feedback.wrong = answer.feedback;
            }
        }
        particular
    }

    fn accepted(&mut self, node: Node<'d, 'd>, feedback: &mut Feedback, path: &str) -> Option<(Kind, Correct)> {
        let mut answers = self.particular(node, feedback, path);
        answers.retain_mut(|answer| {
            let plain = answer.text.replace("\\*", "");
            if plain.contains('*') {
                let sentence = "`*` stands for any letters, and answers are compared letter by letter";
                self.quiz.report.lost(path, &quoted(&answer.text), sentence, "the other answers");
                return false;
            }
            answer.text = answer.text.replace("\\*", "*");
            true
        });
        quiz::texts(&answers, word(node, "usecase").trim() == "1", path, self.quiz.report)
    }

    fn numbers(&mut self, node: Node<'d, 'd>, feedback: &mut Feedback, path: &str) -> Option<(Kind, Correct)> {
        let mut numbers = Vec::new();
        for answer in self.particular(node, feedback, path) {
            match answer.text.trim().parse().ok().filter(|x: &f64| x.is_finite()) {
                Some(value) => numbers.push((value, answer)),
                None => self.quiz.report.lost(path, &quoted(&answer.text), "this is no number", "the other answers"),
            }
        }
        quiz::numbers(&numbers, None, path, self.quiz.report)
    }

    fn pairs(&mut self, node: Node<'d, 'd>, path: &str) -> Option<(Kind, Correct)> {
        let (mut pairs, mut others) = (Vec::new(), Vec::new());
        for (n, part) in named(node, "subquestion").enumerate() {
            let here = nth(&at(path, "subquestion"), n);
            let row = self.words(part, &here);
            let choice = child(part, "answer").map(|answer| self.words(answer, &here)).unwrap_or_default();
            if choice.is_empty() {
                self.quiz.report.lost(&here, "subquestion", "it has no answer", "the other pairs");
            } else if row.is_empty() {
                others.push(choice);
            } else {
                pairs.push((row, choice));
            }
        }
        quiz::pairs(&pairs, &others, path, self.quiz.report)
    }
}
