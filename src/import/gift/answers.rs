//! What stands between braces.

use super::super::draft::{Correct, Feedback, Kind};
use super::super::quiz::{self, Answer};
use super::Gift;
use crate::limits;
use crate::problem::quoted;
use crate::text::{cut, joined};

/// An answer as it is written: its sign, its share, its text and its feedback.
#[derive(Default)]
struct Written<'t> {
    sign: char,
    share: Option<&'t str>,
    text: &'t str,
    feedback: &'t str,
}

type Made = Option<(Kind, Correct)>;

impl Gift<'_> {
    /// The kind that answers ask for, by the signs in them.
    pub(super) fn answers(&mut self, answers: &str, feedback: &mut Feedback, path: &str) -> Made {
        if answers.is_empty() {
            return Some((Kind::Note, Correct::Unsaid));
        }
        if let Some(numbers) = answers.strip_prefix('#') {
            return self.numbers(numbers, feedback, path);
        }
        if answers.contains('~') {
            return self.choices(answers, path);
        }
        if answers.contains('=') && answers.contains("->") {
            return self.pairs(answers, path);
        }
        let truth = cut(answers, b'#').map_or(answers, |(truth, _)| truth).trim();
        match truth {
            "T" | "TRUE" | "F" | "FALSE" => self.truth(answers, truth.starts_with('T'), path),
            _ if answers.contains('=') => self.words(answers, path),
            _ => {
                self.quiz.left_out(path, &quoted(answers), "no answer begins with `=` or `~`");
                None
            }
        }
    }

    /// The answers, and a loss for what stands before the first of them.
    fn written<'t>(&mut self, answers: &'t str, path: &str) -> Vec<Written<'t>> {
        let mut starts: Vec<usize> = answers.match_indices(['=', '~']).map(|(at, _)| at).collect();
        let before = answers.get(..starts.first().copied().unwrap_or(answers.len())).unwrap_or_default().trim();
        if !before.is_empty() {
            self.quiz.report.lost(path, &quoted(before), "no answer begins with `=` or `~`", "the other answers");
        }
        starts.push(answers.len());
        let pieces = starts.windows(2).filter_map(|two| answers.get(*two.first()?..*two.last()?));
        // One more than there may be is enough to be refused.
        let signed = |text: &'t str| {
            let mut rest = text.chars();
            Some(piece(rest.next()?, rest.as_str()))
        };
        pieces.take(limits::CHOICES + 1).filter_map(signed).collect()
    }

    /// An answer with its texts; `percent` where it names no share.
    fn answer(&mut self, written: &Written<'_>, percent: f64, path: &str) -> Answer {
        let share = written.share.map(|share| share.trim().parse().ok().filter(|x: &f64| x.is_finite()));
        if share == Some(None) {
            let construct = joined(&["%", written.share.unwrap_or_default(), "%"]);
            self.quiz.report.lost(path, &construct, "this is no number", "none of the marks");
        }
        Answer {
            text: self.text(written.text, path),
            percent: share.map_or(percent, |share| share.unwrap_or(0.0)),
            feedback: self.text(written.feedback, path),
            ..Answer::default()
        }
    }

    fn choices(&mut self, answers: &str, path: &str) -> Made {
        let written = self.written(answers, path);
        let one = written.iter().any(|written| written.sign == '=');
        let worth = |written: &Written<'_>| if written.sign == '=' { 100.0 } else { 0.0 };
        let answers: Vec<Answer> = written.iter().map(|written| self.answer(written, worth(written), path)).collect();
        if one {
            quiz::single(&answers, path, self.quiz.report)
        } else {
            quiz::several(&answers, None, 0.0, path, self.quiz.report)
        }
    }

    fn words(&mut self, answers: &str, path: &str) -> Made {
        let written = self.written(answers, path);
        let answers: Vec<Answer> = written.iter().map(|written| self.answer(written, 100.0, path)).collect();
        quiz::texts(&answers, false, path, self.quiz.report)
    }

    fn truth(&mut self, answers: &str, right: bool, path: &str) -> Made {
        let mut parts = answers.splitn(3, '#').skip(1);
        let wrong_words = self.text(parts.next().unwrap_or_default(), path);
        let right_words = self.text(parts.next().unwrap_or_default(), path);
        let truths = quiz::truths(right, &right_words, &wrong_words);
        quiz::single(&truths, path, self.quiz.report)
    }

    fn pairs(&mut self, answers: &str, path: &str) -> Made {
        let (mut pairs, mut others) = (Vec::new(), Vec::new());
        for written in self.written(answers, path) {
            let Some((row, choice)) = written.text.split_once("->") else {
                self.quiz.report.lost(path, &quoted(written.text), "it has no `->`", "the other pairs");
                continue;
            };
            let (row, choice) = (self.text(row, path), self.text(choice, path));
            if !written.feedback.is_empty() || written.share.is_some() {
                self.quiz.report.lost(path, &quoted(&row), "a pair has no share and no feedback", "the pair alone");
            }
            if row.is_empty() {
                others.push(choice);
            } else {
                pairs.push((row, choice));
            }
        }
        quiz::pairs(&pairs, &others, path, self.quiz.report)
    }

    fn numbers(&mut self, answers: &str, feedback: &mut Feedback, path: &str) -> Made {
        let written =
            if answers.contains(['=', '~']) { self.written(answers, path) } else { vec![piece('=', answers)] };
        let mut numbers = Vec::new();
        for written in &written {
            let mut answer = self.answer(written, if written.sign == '=' { 100.0 } else { 0.0 }, path);
            let text = written.text.trim();
            match window(text) {
                Some((value, within)) => {
                    answer.within = within;
                    numbers.push((value, answer));
                }
                None if ["", "*"].contains(&text) && answer.percent <= 0.0 => feedback.wrong = answer.feedback,
                None => self.quiz.report.lost(path, &quoted(text), "this is no number", "the other answers"),
            }
        }
        quiz::numbers(&numbers, None, path, self.quiz.report)
    }
}

/// One answer without its sign.
fn piece(sign: char, text: &str) -> Written<'_> {
    let rest = text.trim();
    let shared = rest.strip_prefix('%').and_then(|rest| rest.split_once('%'));
    let (share, rest) = shared.map_or((None, rest), |(share, rest)| (Some(share), rest));
    let (text, feedback) = cut(rest, b'#').unwrap_or((rest, ""));
    Written { sign, share, text: text.trim(), feedback: feedback.trim() }
}

/// A number and how far from it an answer may be: `3`, `3:0.1` or `2.9..3.1`.
fn window(text: &str) -> Option<(f64, f64)> {
    let number = |text: &str| text.trim().parse().ok().filter(|x: &f64| x.is_finite());
    if let Some((low, high)) = text.split_once("..") {
        let (low, high) = (number(low)?, number(high)?);
        return Some((f64::midpoint(low, high), (high - low).abs() / 2.0));
    }
    match text.split_once(':') {
        Some((value, within)) => Some((number(value)?, number(within)?.abs())),
        None => Some((number(text)?, 0.0)),
    }
}
