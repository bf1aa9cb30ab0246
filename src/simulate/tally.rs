//! What many respondents got.

use crate::advice;
use crate::expression::Number;
use crate::instrument::{Instrument, Quiz};
use crate::pick::picks;
use crate::report;
use crate::response::Response;
use crate::scoring::{Outcome, View, score};

/// The numbers of one scale or composite.
#[derive(Clone, Default)]
pub(super) struct Numbers {
    /// In the order of the respondents.
    pub(super) values: Vec<f64>,
    /// How many of them rest on few answers.
    pub(super) provisional: usize,
    /// Respondents without one.
    pub(super) none: usize,
}

impl Numbers {
    fn add(&mut self, number: Number) {
        match number {
            Some(x) => {
                self.values.push(x.value);
                self.provisional += usize::from(x.provisional);
            }
            None => self.none += 1,
        }
    }
}

/// How often each of several things came up, and none of them.
#[derive(Clone, Default)]
pub(super) struct Counts {
    pub(super) each: Vec<usize>,
    pub(super) none: usize,
}

impl Counts {
    fn new(n: usize) -> Self {
        Counts { each: vec![0; n], none: 0 }
    }

    fn add(&mut self, found: Option<usize>) {
        match found.and_then(|n| self.each.get_mut(n)) {
            Some(each) => *each += 1,
            None => self.none += 1,
        }
    }
}

/// All of it, by the lists of the definition.
pub(super) struct Tally<'i> {
    pub(super) instrument: &'i Instrument,
    pub(super) n: usize,
    pub(super) scales: Vec<Numbers>,
    pub(super) composites: Vec<Numbers>,
    pub(super) bands: Vec<Counts>,
    /// By dimension.
    pub(super) states: Vec<Counts>,
    /// By rule: how often it was given, and how often it applied.
    pub(super) given: Vec<usize>,
    pub(super) triggered: Vec<usize>,
    pub(super) archetypes: Counts,
    /// Passed, failed.
    pub(super) quiz: Counts,
}

impl<'i> Tally<'i> {
    /// Of nobody.
    pub(super) fn of(instrument: &'i Instrument) -> Self {
        let rules = vec![0; instrument.rules.len()];
        Tally {
            instrument,
            n: 0,
            scales: vec![Numbers::default(); instrument.scales.len()],
            composites: vec![Numbers::default(); instrument.composites.len()],
            bands: instrument.bands.iter().map(|band| Counts::new(band.levels.len())).collect(),
            states: vec![Counts::new(instrument.states.len()); instrument.dimensions()],
            given: rules.clone(),
            triggered: rules,
            archetypes: Counts::new(instrument.standing.archetypes.len()),
            quiz: Counts::new(2),
        }
    }

    /// Scores a respondent and adds what is said.
    pub(super) fn add(&mut self, response: &Response) {
        let outcome = score(self.instrument, response);
        self.n += 1;
        for (numbers, number) in self.scales.iter_mut().zip(&outcome.derived.scales) {
            numbers.add(*number);
        }
        for (numbers, number) in self.composites.iter_mut().zip(&outcome.derived.composites) {
            numbers.add(*number);
        }
        for (counts, placed) in self.bands.iter_mut().zip(&outcome.derived.bands) {
            counts.add(placed.as_ref().map(|placed| placed.level));
        }
        for (counts, state) in self.states.iter_mut().zip(&outcome.states) {
            counts.add(*state);
        }
        self.say(response, &outcome);
        let passed = |quiz: &Quiz| report::passed(quiz, &outcome);
        self.quiz.add(self.instrument.quiz.as_ref().and_then(passed).map(|passed| usize::from(!passed)));
    }

    fn say(&mut self, response: &Response, outcome: &Outcome) {
        let instrument = self.instrument;
        let view = View { instrument, response, derived: &outcome.derived, fired_before: 0 };
        for fired in advice::select(instrument, response, &outcome.derived, &picks(&view)) {
            for (counts, counted) in [(&mut self.triggered, true), (&mut self.given, fired.taken)] {
                if let Some(count) = counts.get_mut(fired.rule) {
                    *count += usize::from(counted);
                }
            }
        }
        self.archetypes.add(report::nearest(&view));
    }
}
