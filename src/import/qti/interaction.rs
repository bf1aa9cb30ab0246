//! Interactions.

use super::super::draft::{Correct, Kind};
use super::super::quiz::{self, Answer};
use super::declared::{Declared, Mapping, Rule};
use super::{Qti, attribute, children, inside, number, tag};
use crate::limits;
use crate::number::{count, equal, sum};
use crate::problem::quoted;
use roxmltree::Node;

/// A kind, what is right, and the marks.
type Made = Option<(Kind, Correct, f64)>;

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
                self.choices(children(node, "simplechoice"), most, &declared, mapping, &here)
            }
            "inlinechoiceinteraction" => self.choices(children(node, "inlinechoice"), 1.0, &declared, mapping, &here),
            "textentryinteraction" => self.entry(None, &declared, mapping, &here),
            "sliderinteraction" => {
                let ends = number(node, "lowerbound").zip(number(node, "upperbound"));
                let fine = |(low, high): &(f64, f64)| low < high && low.abs().max(high.abs()) <= limits::MAGNITUDE;
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
    fn options(&mut self, nodes: impl Iterator<Item = Node<'d, 'd>>, path: &str) -> Vec<Answer> {
        let mut options = Vec::new();
        // One more than there may be is enough to be refused.
        for node in nodes.take(limits::CHOICES + 1) {
            self.attributes(node, path);
            let source = attribute(node, "identifier").to_owned();
            let text = self.prose(node, path);
            let text = if text.is_empty() { source.clone() } else { text };
            options.push(Answer { source, text, ..Answer::default() });
        }
        options
    }

    fn choices(
        &mut self,
        nodes: impl Iterator<Item = Node<'d, 'd>>,
        most: f64,
        declared: &Declared,
        mapping: Option<&Mapping>,
        path: &str,
    ) -> Made {
        let mut options = self.options(nodes, path);
        let one = equal(most, 1.0);
        let limit = (2..options.len()).find(|n| equal(count(*n), most));
        let right = |answer: &Answer| declared.correct.contains(&answer.source);
        let Some(mapping) = mapping else {
            let n = count(options.iter().filter(|option| right(option)).count());
            for option in &mut options {
                let share = if one { 100.0 } else { 100.0 / n.max(1.0) };
                option.percent = if right(option) {
                    share
                } else if one {
                    0.0
                } else {
                    -share
                };
            }
            if one {
                let (kind, correct) = quiz::single(&options, path, self.quiz.report)?;
                return Some((kind, correct, 1.0));
            }
            let (kind, mut correct) = quiz::several(&options, limit, 0.0, path, self.quiz.report)?;
            if let Correct::Choices { whole, .. } = &mut correct {
                *whole = true;
            }
            return Some((kind, correct, 1.0));
        };
        let worth = |option: &Answer| {
            if one { mapping.bounded(mapping.worth(&option.source)) } else { mapping.worth(&option.source) }
        };
        let worths: Vec<f64> = options.iter().map(worth).collect();
        let marks = if one { worths.iter().copied().fold(0.0, f64::max) } else { mapping.bounded(best(&worths, most)) };
        // Where nothing is to be had, no answer is right.
        let unit = if marks > 0.0 { marks } else { 1.0 };
        for (option, worth) in options.iter_mut().zip(&worths) {
            option.percent = if marks > 0.0 { 100.0 * worth / unit } else { worth.min(0.0) };
        }
        if one {
            let (kind, correct) = quiz::single(&options, path, self.quiz.report)?;
            return Some((kind, correct, marks));
        }
        let low = sum(&worths.iter().copied().filter(|worth| *worth < 0.0).collect::<Vec<_>>());
        let floor = 100.0 * mapping.lower.map_or(low, |lower| lower.max(low)).min(0.0) / unit;
        if floor < -100.0 {
            let sentence = "an answer can cost no more than the question gives";
            self.quiz.report.lost(path, "lowerBound", sentence, "as much as that");
        }
        let (kind, correct) = quiz::several(&options, limit, floor.max(-100.0), path, self.quiz.report)?;
        Some((kind, correct, marks))
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

/// The most that `most` values give together; any number of them where it is 0.
fn best(worths: &[f64], most: f64) -> f64 {
    let mut gains: Vec<f64> = worths.iter().copied().filter(|worth| *worth > 0.0).collect();
    gains.sort_by(|a, b| b.total_cmp(a));
    if most >= 1.0 {
        let kept = gains.len().min((1..=gains.len()).take_while(|n| count(*n) <= most).count());
        gains.truncate(kept);
    }
    sum(&gains)
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
