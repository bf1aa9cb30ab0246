//! Interactions.

use super::super::draft::{Correct, Kind};
use super::super::quiz::{self, Answer};
use super::declared::{Declared, Mapping, Rule};
use super::{Qti, attribute, children, inside, number, tag};
use crate::limits;
use crate::number::{count, equal};
use crate::problem::quoted;
use roxmltree::Node;

/// A kind, what is right, and the marks.
pub(super) type Made = Option<(Kind, Correct, f64)>;

impl<'d> Qti<'_> {
    /// What an interaction asks for; nothing, with a loss, where that cannot be carried over.
    pub(super) fn interaction(&mut self, node: Node<'d, 'd>, item: Node<'d, 'd>, path: &str) -> Made {
        let here = inside(path, node);
        self.attributes(node, path);
        let name = tag(node);
        if name == "extendedtextinteraction" {
            return Some((Kind::Note, Correct::Unsaid, 0.0));
        }
        let declared = Declared::of(item, attribute(node, "responseidentifier"));
        let known = ["choice", "inlinechoice", "textentry", "order", "match", "slider"];
        if !name.strip_suffix("interaction").is_some_and(|name| known.contains(&name)) {
            self.quiz.left_out(&here, node.tag_name().name(), "there is no such question");
            return None;
        }
        let rule = self.rule(item, &declared, path);
        let mapping = declared.mapping.as_ref().filter(|_| rule == Rule::Map);
        match name.as_str() {
            "choiceinteraction" => {
                let most = number(node, "maxchoices").unwrap_or(1.0);
                let options = self.options(children(node, "simplechoice"), &here);
                self.choices(options, most, &declared, mapping, &here)
            }
            "inlinechoiceinteraction" => {
                let options = self.options(children(node, "inlinechoice"), &here);
                self.choices(options, 1.0, &declared, mapping, &here)
            }
            "textentryinteraction" => self.entry(None, &declared, mapping, &here),
            "sliderinteraction" => {
                let ends = number(node, "lowerbound").zip(number(node, "upperbound"));
                let fine = |(low, high): &(f64, f64)| low < high;
                let Some((low, high)) = ends.filter(fine) else {
                    self.quiz.left_out(&here, "bounds", "a number needs its least below its greatest value");
                    return None;
                };
                let step = number(node, "step").filter(|step| (1e-6..=limits::MAGNITUDE).contains(step)).unwrap_or(1.0);
                self.entry(Some((low, high, step)), &declared, mapping, &here)
            }
            "orderinteraction" => {
                self.whole_only(mapping, &here);
                let options = self.options(children(node, "simplechoice"), &here);
                let (kind, correct) = quiz::order(&options, &declared.correct, &here, self.quiz.report)?;
                Some((kind, correct, 1.0))
            }
            _ => self.pairs(node, &declared, mapping, &here),
        }
    }

    /// The options, not yet worth anything.
    pub(super) fn options(&mut self, nodes: impl Iterator<Item = Node<'d, 'd>>, path: &str) -> Vec<Answer> {
        let mut options = Vec::new();
        // One more than there may be is enough to be refused.
        for node in nodes.take(limits::CHOICES + 1) {
            self.attributes(node, path);
            let source = attribute(node, "identifier").to_owned();
            let text = self.prose(node, path);
            options.push(Answer { source, text, ..Answer::default() });
        }
        options
    }

    /// Words or a number.
    fn entry(
        &mut self,
        bounds: Option<(f64, f64, f64)>,
        declared: &Declared,
        mapping: Option<&Mapping>,
        path: &str,
    ) -> Made {
        let mut answers: Vec<Answer> = Vec::new();
        let mut marks = 1.0;
        let mut case = true;
        match mapping {
            None => answers.extend(declared.correct.iter().map(|value| Answer {
                text: value.clone(),
                percent: 100.0,
                ..Answer::default()
            })),
            Some(mapping) => {
                marks = mapping.entries.iter().map(|entry| mapping.bounded(entry.value)).fold(0.0, f64::max);
                if !equal(mapping.bounded(mapping.default), 0.0) {
                    self.quiz.report.lost(path, "defaultValue", "any other answer has no marks here", "no marks");
                }
                case = mapping.entries.iter().all(|entry| entry.case);
                if !case && mapping.entries.iter().any(|entry| entry.case) && !declared.numeric {
                    let sentence = "capitals count for all answers of a question or for none";
                    self.quiz.report.lost(path, "caseSensitive", sentence, "they do not count");
                }
                let unit = if marks > 0.0 { marks } else { 1.0 };
                for entry in &mapping.entries {
                    let percent = 100.0 * mapping.bounded(entry.value) / unit;
                    answers.push(Answer { text: entry.key.clone(), percent, ..Answer::default() });
                }
            }
        }
        let (kind, correct) = if bounds.is_none() && !declared.numeric {
            quiz::texts(&answers, case, path, self.quiz.report)?
        } else {
            self.number(bounds, answers, path)?
        };
        Some((kind, correct, marks))
    }

    /// A number; where nothing is right it is asked all the same if its bounds are known.
    fn number(&mut self, bounds: Option<(f64, f64, f64)>, answers: Vec<Answer>, path: &str) -> Option<(Kind, Correct)> {
        let mut numbers = Vec::new();
        for answer in answers {
            match answer.text.parse().ok().filter(|x: &f64| x.is_finite()) {
                Some(value) => numbers.push((value, answer)),
                None => self.quiz.report.lost(path, &quoted(&answer.text), "this is no number", "the other answers"),
            }
        }
        quiz::numbers(&numbers, bounds, path, self.quiz.report)
    }

    fn pairs(&mut self, node: Node<'d, 'd>, declared: &Declared, mapping: Option<&Mapping>, path: &str) -> Made {
        let mut sets = children(node, "simplematchset");
        let (Some(first), Some(second)) = (sets.next(), sets.next()) else {
            self.quiz.left_out(path, "simpleMatchSet", "there are no two of them");
            return None;
        };
        if children(first, "simpleassociablechoice").any(|row| attribute(row, "matchmax") != "1") {
            self.quiz.left_out(path, "matchMax", "a row of the first set has one choice");
            return None;
        }
        let rows = self.options(children(first, "simpleassociablechoice"), path);
        let columns = self.options(children(second, "simpleassociablechoice"), path);
        let rows = quiz::options(&rows, "r", path, self.quiz.report)?;
        let choices = quiz::options(&columns, "c", path, self.quiz.report)?;
        let mut pairs = Vec::new();
        for pair in &declared.correct {
            let (row, choice) = pair.split_once(char::is_whitespace).unwrap_or((pair, ""));
            let row = rows.iter().find(|known| known.source == row);
            let choice = choices.iter().find(|known| known.source == choice.trim());
            pairs.extend(row.zip(choice).map(|(row, choice)| (row.value.clone(), choice.value.clone())));
        }
        let each_once = rows.iter().all(|row| pairs.iter().filter(|(known, _)| *known == row.value).count() == 1);
        if !each_once || pairs.len() != declared.correct.len() {
            self.quiz.report.lost(
                path,
                "pairs",
                "not every row has its one choice",
                "the question is asked and not scored",
            );
            return Some((Kind::Grid { rows, choices }, Correct::Unsaid, 1.0));
        }
        let even = mapping.and_then(|mapping| even(mapping, &declared.correct));
        if even.is_none() {
            self.whole_only(mapping, path);
        }
        let marks = even.unwrap_or(1.0);
        Some((Kind::Grid { rows, choices }, Correct::Pairs { pairs, whole: even.is_none() }, marks))
    }

    /// Says that a mapping does not count.
    fn whole_only(&mut self, mapping: Option<&Mapping>, path: &str) {
        if mapping.is_some() {
            let sentence = "parts of such an answer have no marks of their own";
            self.quiz.report.lost(path, "mapping", sentence, "the correct response, all or nothing");
        }
    }
}

/// All marks of pairs that are worth the same, where nothing else is worth anything.
fn even(mapping: &Mapping, right: &[String]) -> Option<f64> {
    let key = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let right: Vec<String> = right.iter().map(|pair| key(pair)).collect();
    let (of_right, others): (Vec<_>, Vec<_>) =
        mapping.entries.iter().partition(|entry| right.contains(&key(&entry.key)));
    let first = of_right.first().map(|entry| entry.value).filter(|value| *value > 0.0)?;
    let same = of_right.iter().all(|entry| equal(entry.value, first)) && of_right.len() == right.len();
    let nothing = others.iter().all(|entry| equal(entry.value, 0.0)) && equal(mapping.default, 0.0);
    let total = first * count(of_right.len());
    (same && nothing && equal(mapping.bounded(total), total) && equal(mapping.bounded(0.0), 0.0)).then_some(total)
}
