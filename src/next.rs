//! The smallest change of answers that reaches the next level of a band.
//!
//! A step is one choice up or down on one answered item. Steps are counted per
//! scale, and the plans with the fewest steps are tried first, so the plan found
//! has the fewest steps of all wherever the choices of a scale are equally far
//! apart. Percentages, allocations and open answers are left as they are. The
//! search is bounded by [`crate::limits::SEARCH`]; past it nothing is claimed.

use crate::expression::{Name, Number, Quantity};
use crate::instrument::{Band, Instrument, Kind};
use crate::limits;
use crate::number::order_key;
use crate::response::{Answer, Response};
use crate::scoring::{Derived, Outcome, derive, scale_score};
use crate::words;
use serde::Serialize;

/// One answer of a plan.
#[derive(Clone, Debug, Serialize)]
pub struct Change {
    /// Of the item.
    pub item: String,
    /// Of the item.
    pub text: String,
    /// Today's answer in words.
    pub from: Option<String>,
    /// The answer that would be needed, in words.
    pub to: String,
    /// How many choices apart they are.
    pub steps: usize,
}

/// The way to the next level.
#[derive(Clone, Debug, Serialize)]
pub struct Next {
    /// The level, counted from 1.
    pub level: usize,
    /// Of the level.
    pub title: String,
    /// Whether a plan was found within the bound of the search.
    pub found: bool,
    /// The plan, in the order of items.
    pub changes: Vec<Change>,
}

/// A scale that moves the band, the direction that helps and its items.
struct Lever {
    scale: usize,
    up: bool,
    /// Choice answers that can be moved: item, row, key.
    items: Vec<(usize, bool)>,
}

/// The plan for a band; none on its last level or without a level.
pub(crate) fn next(instrument: &Instrument, response: &Response, outcome: &Outcome, n: usize) -> Option<Next> {
    let band = instrument.bands.get(n)?;
    let target = outcome.derived.bands.get(n)?.as_ref()?.level + 1;
    let level = band.levels.get(target)?;
    let levers = levers(instrument, response, &outcome.derived, band, n);
    let mut search = Search { instrument, n, target, levers: &levers, left: limits::SEARCH };
    let changes = search.run(response, &outcome.derived);
    let found = changes.is_some();
    let changes = changes.map(|after| differences(instrument, response, &after)).unwrap_or_default();
    Some(Next { level: target + 1, title: level.title.clone(), found, changes })
}

/// The scales a band depends on, through composites, and which way they help.
fn levers(instrument: &Instrument, response: &Response, derived: &Derived, band: &Band, n: usize) -> Vec<Lever> {
    let mut open: Vec<Name> = vec![Name::Composite(band.of)];
    open.extend(band.levels.iter().flat_map(|l| &l.gates).flat_map(|g| &g.require).flat_map(|(_, e)| e.names()));
    let mut seen: Vec<Name> = Vec::new();
    let mut levers = Vec::new();
    while let Some(name) = open.pop() {
        if seen.contains(&name) {
            continue;
        }
        seen.push(name);
        match name {
            Name::Composite(c) => open.extend(instrument.composites.get(c).iter().flat_map(|c| c.expression.names())),
            Name::Scale(s) => levers.extend(lever(instrument, response, derived, n, s)),
            _ => {}
        }
    }
    levers.sort_by_key(|lever| lever.scale);
    levers
}

fn lever(instrument: &Instrument, response: &Response, derived: &Derived, n: usize, scale: usize) -> Option<Lever> {
    // Which end of the scale does the band like better, all else as it is?
    let liking = |x: f64| {
        let mut scales = derived.scales.clone();
        *scales.get_mut(scale)? = Some(Quantity::exact(x));
        let derived = derive(instrument, response, scales);
        let placement = derived.bands.get(n)?.as_ref()?;
        let number = derived.composites.get(instrument.bands.get(n)?.of)?.as_ref()?.value;
        Some((placement.level, number))
    };
    derived.scales.get(scale)?.as_ref()?;
    let (low, high) = (liking(0.0)?, liking(100.0)?);
    let up = high.1 > low.1 || order_key(high.1) >= order_key(low.1) && high.0 > low.0;
    let down = low.1 > high.1 || order_key(low.1) >= order_key(high.1) && low.0 > high.0;
    let helps_gates = !up && !down && gates_like_less(instrument, scale, n);
    if !up && !down && !helps_gates {
        return None;
    }
    let movable = |item: usize| {
        let choice = matches!(instrument.items.get(item).map(|i| &i.kind), Some(Kind::Choice { .. }));
        choice && matches!(response.answer(item), Answer::Choice(_))
    };
    let members = &instrument.scales.get(scale)?.members;
    let items = members.iter().filter(|m| m.part.is_none() && movable(m.item)).map(|m| (m.item, m.reversed)).collect();
    Some(Lever { scale, up, items })
}

/// A scale that leaves the number alone but is read by gates (a pressure, say)
/// can only help by falling: by rising it would have shown in the number.
fn gates_like_less(instrument: &Instrument, scale: usize, n: usize) -> bool {
    let Some(band) = instrument.bands.get(n) else { return false };
    let reads = |name: &Name| match name {
        Name::Scale(s) => *s == scale,
        Name::Composite(c) => {
            instrument.composites.get(*c).is_some_and(|c| c.expression.names().contains(&Name::Scale(scale)))
        }
        _ => false,
    };
    band.levels.iter().flat_map(|l| &l.gates).flat_map(|g| &g.require).any(|(_, e)| e.names().iter().any(reads))
}

struct Search<'s> {
    instrument: &'s Instrument,
    n: usize,
    target: usize,
    levers: &'s [Lever],
    left: usize,
}

impl Search<'_> {
    /// Tries one step in all, then two, and so on.
    fn run(&mut self, response: &Response, derived: &Derived) -> Option<Response> {
        // For each scale its responses and numbers after 0, 1, 2 .. steps.
        let ladders: Vec<Vec<(Response, Number)>> = self.levers.iter().map(|lever| self.ladder(lever, response)).collect();
        let most: usize = ladders.iter().map(|ladder| ladder.len() - 1).sum();
        for steps in 1..=most {
            let mut plan = vec![0; ladders.len()];
            if self.spread(steps, 0, &mut plan, &ladders, response, derived) {
                return Some(self.apply(&plan, &ladders, response));
            }
            if self.left == 0 {
                return None;
            }
        }
        None
    }

    /// Distributes `steps` over the scales from `at` on; true when one way does it.
    fn spread(
        &mut self,
        steps: usize,
        at: usize,
        plan: &mut Vec<usize>,
        ladders: &[Vec<(Response, Number)>],
        response: &Response,
        derived: &Derived,
    ) -> bool {
        let Some(ladder) = ladders.get(at) else {
            return steps == 0 && self.reaches(plan, ladders, response, derived);
        };
        for here in (0..=steps.min(ladder.len() - 1)).rev() {
            if let Some(slot) = plan.get_mut(at) {
                *slot = here;
            }
            if self.left == 0 || self.spread(steps - here, at + 1, plan, ladders, response, derived) {
                return self.left > 0;
            }
        }
        if let Some(slot) = plan.get_mut(at) {
            *slot = 0;
        }
        false
    }

    fn reaches(
        &mut self,
        plan: &[usize],
        ladders: &[Vec<(Response, Number)>],
        response: &Response,
        derived: &Derived,
    ) -> bool {
        self.left = self.left.saturating_sub(1);
        let mut scales = derived.scales.clone();
        for ((lever, ladder), steps) in self.levers.iter().zip(ladders).zip(plan) {
            if let (Some(slot), Some((_, number))) = (scales.get_mut(lever.scale), ladder.get(*steps)) {
                *slot = *number;
            }
        }
        let after = derive(self.instrument, response, scales);
        let placed = after.bands.get(self.n).and_then(|band| band.as_ref());
        placed.is_some_and(|placed| placed.level >= self.target)
    }

    /// The responses after each further step on one scale: each takes the step
    /// that gains most; of equal ones the lowest item, then the first.
    fn ladder(&self, lever: &Lever, response: &Response) -> Vec<(Response, Number)> {
        let number = |response: &Response| {
            let scale = self.instrument.scales.get(lever.scale)?;
            scale_score(self.instrument, response, scale).number()
        };
        let mut ladder = vec![(response.clone(), number(response))];
        let mut at = response.clone();
        let most = lever.items.len() * limits::CHOICES;
        for _ in 0..most {
            let mut best: Option<(f64, f64, usize, usize)> = None;
            for (item, reversed) in &lever.items {
                let Some((gain, points, to)) = self.step(&at, *item, lever.up != *reversed) else { continue };
                let level = if *reversed { 100.0 - points } else { points };
                let level = if lever.up { level } else { 100.0 - level };
                let better = best.is_none_or(|(g, l, ..)| {
                    order_key(gain) > order_key(g) || (order_key(gain) >= order_key(g) && order_key(level) < order_key(l))
                });
                if better {
                    best = Some((gain, level, *item, to));
                }
            }
            let Some((_, _, item, to)) = best else { break };
            if let Some(slot) = at.answers.get_mut(item) {
                *slot = Answer::Choice(to);
            }
            ladder.push((at.clone(), number(&at)));
        }
        ladder
    }

    /// The next choice of an item with more (or fewer) points: gain, points now, choice.
    fn step(&self, response: &Response, item: usize, up: bool) -> Option<(f64, f64, usize)> {
        let Kind::Choice { choices } = &self.instrument.items.get(item)?.kind else { return None };
        let now = response.points(self.instrument, item, None)?;
        let sense = |x: f64| if up { x - now } else { now - x };
        let mut best: Option<(f64, usize)> = None;
        for (n, choice) in choices.iter().enumerate() {
            let gain = sense(choice.points?);
            if order_key(gain) > 0.0 && best.is_none_or(|(least, _)| gain < least) {
                best = Some((gain, n));
            }
        }
        best.map(|(gain, n)| (gain, now, n))
    }

    /// The response with the steps of every scale taken.
    fn apply(&self, plan: &[usize], ladders: &[Vec<(Response, Number)>], response: &Response) -> Response {
        let mut after = response.clone();
        for ((lever, ladder), steps) in self.levers.iter().zip(ladders).zip(plan) {
            let Some((moved, _)) = ladder.get(*steps) else { continue };
            for (item, _) in &lever.items {
                if let Some(slot) = after.answers.get_mut(*item)
                    && moved.answer(*item) != response.answer(*item)
                {
                    *slot = moved.answer(*item).clone();
                }
            }
        }
        after
    }
}

fn differences(instrument: &Instrument, before: &Response, after: &Response) -> Vec<Change> {
    let mut changes = Vec::new();
    for (n, item) in instrument.items.iter().enumerate() {
        let (Answer::Choice(from), Answer::Choice(to)) = (before.answer(n), after.answer(n)) else { continue };
        if from != to {
            changes.push(Change {
                item: item.id.clone(),
                text: item.text.clone(),
                from: words::answer(instrument, before, n, None),
                to: words::answer(instrument, after, n, None).unwrap_or_default(),
                steps: from.abs_diff(*to),
            });
        }
    }
    changes
}
