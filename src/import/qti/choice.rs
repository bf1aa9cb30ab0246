//! Choices: what they are worth.

use super::super::draft::Correct;
use super::super::quiz::{self, Answer};
use super::Qti;
use super::declared::{Declared, Mapping};
use super::interaction::Made;
use crate::number::{count, equal, sum};

impl Qti<'_> {
    /// One choice, or at most so many; any number of them where `most` is 0.
    pub(super) fn choices(
        &mut self,
        options: Vec<Answer>,
        most: f64,
        declared: &Declared,
        mapping: Option<&Mapping>,
        path: &str,
    ) -> Made {
        let one = equal(most, 1.0);
        match mapping {
            Some(mapping) if one => self.one_mapped(options, mapping, path),
            Some(mapping) => self.several_mapped(options, most, mapping, path),
            None => self.matched(options, most, declared, path),
        }
    }

    /// The correct response, all of it or nothing.
    fn matched(&mut self, mut options: Vec<Answer>, most: f64, declared: &Declared, path: &str) -> Made {
        // A response that names something else cannot be given.
        let there = declared.correct.iter().all(|id| options.iter().any(|option| option.source == *id));
        let right = |option: &Answer| there && declared.correct.contains(&option.source);
        let one = equal(most, 1.0);
        let n = if one { 1.0 } else { count(options.iter().filter(|option| right(option)).count()).max(1.0) };
        for option in &mut options {
            let wrong = if one { 0.0 } else { -100.0 / n };
            option.percent = if right(option) { 100.0 / n } else { wrong };
        }
        if one {
            let (kind, correct) = quiz::single(&options, path, self.quiz.report)?;
            return Some((kind, correct, 1.0));
        }
        let (kind, mut correct) = quiz::several(&options, limit(&options, most), 0.0, path, self.quiz.report)?;
        if let Correct::Choices { whole, .. } = &mut correct {
            *whole = true;
        }
        Some((kind, correct, 1.0))
    }

    fn one_mapped(&mut self, mut options: Vec<Answer>, mapping: &Mapping, path: &str) -> Made {
        let worths: Vec<f64> = options.iter().map(|option| mapping.bounded(mapping.worth(&option.source))).collect();
        let marks = worths.iter().copied().fold(0.0, f64::max);
        shared(&mut options, &worths, marks);
        let (kind, correct) = quiz::single(&options, path, self.quiz.report)?;
        Some((kind, correct, marks))
    }

    /// What is chosen is added up, within the bounds of the mapping.
    fn several_mapped(&mut self, mut options: Vec<Answer>, most: f64, mapping: &Mapping, path: &str) -> Made {
        let worths: Vec<f64> = options.iter().map(|option| mapping.worth(&option.source)).collect();
        let marks = mapping.bounded(best(&worths, most));
        shared(&mut options, &worths, marks);
        let costs: Vec<f64> = worths.iter().copied().filter(|worth| *worth < 0.0).collect();
        let low = mapping.lower.map_or(sum(&costs), |lower| lower.max(sum(&costs))).min(0.0);
        let floor = if marks > 0.0 { 100.0 * low / marks } else { 0.0 };
        if floor < -100.0 {
            let sentence = "an answer can cost no more than the question gives";
            self.quiz.report.lost(path, "lowerBound", sentence, "as much as that");
        }
        let limit = limit(&options, most);
        let (kind, correct) = quiz::several(&options, limit, floor.max(-100.0), path, self.quiz.report)?;
        Some((kind, correct, marks))
    }
}

/// Gives options their shares of all marks; none where there are no marks to be had.
fn shared(options: &mut [Answer], worths: &[f64], marks: f64) {
    for (option, worth) in options.iter_mut().zip(worths) {
        option.percent = if marks > 0.0 { 100.0 * worth / marks } else { 0.0 };
    }
}

/// How many may be chosen, where that is fewer than all.
fn limit(options: &[Answer], most: f64) -> Option<usize> {
    (2..options.len()).find(|n| equal(count(*n), most))
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
