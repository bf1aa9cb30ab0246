//! The smallest change of answers that reaches the next level of a band.
//!
//! A step is one choice up or down on one answered item. Steps are counted per
//! scale, and the plans with the fewest steps are tried first, so the plan found
//! has the fewest steps of all wherever the choices of a scale are equally far
//! apart. Percentages, allocations and open answers are left as they are. The
//! search is bounded by [`crate::limits::SEARCH`]; past it nothing is claimed,
//! and a plan that scoring does not confirm is not claimed either.

use crate::data::{Data, object};
use crate::expression::{Name, Number, Quantity};
use crate::instrument::{Instrument, Kind};
use crate::limits;
use crate::number::order_key;
use crate::response::{Answer, Response};
use crate::scoring::{Derived, Outcome, View, derive, scale_score, score};
use crate::words;

/// A scale that moves the band, with the numbers it can have.
struct Lever {
    scale: usize,
    /// Each step taken: item and choice, the number of the scale after it.
    steps: Vec<(usize, usize, Number)>,
}

/// The way to the next level: `Next` of the types. Null on the last level and
/// without a level.
pub(crate) fn next<'d>(instrument: &'d Instrument, response: &Response, outcome: &Outcome, n: usize) -> Data<'d> {
    let placed = outcome.derived.bands.get(n).and_then(|placed| placed.as_ref());
    let Some(target) = placed.map(|placed| placed.level + 1) else { return Data::Null };
    let levels = instrument.entry("bands", n).get("levels");
    if target >= levels.list().len() {
        return Data::Null;
    }
    let (derived, left) = (&outcome.derived, limits::SEARCH);
    let mut search = Search { instrument, response, derived, n, target, left, cost: 1 + instrument.nodes / 50 };
    let after = search.run().filter(|after| search.holds(after));
    let mut changes = Vec::new();
    for item in 0..after.as_ref().map_or(0, |after| after.answers.len()) {
        let Some(after) = &after else { break };
        let (Answer::Choice(from), Answer::Choice(to)) = (response.answer(item), after.answer(item)) else { continue };
        if from != to {
            changes.push(object! {
                "item" => instrument.part("items", item, "id"),
                "text" => words::item(instrument, item, None),
                "from" => words::answer(instrument, response, item, None),
                "to" => words::answer(instrument, after, item, None),
                "steps" => from.abs_diff(*to),
            });
        }
    }
    object! {
        levels.entry(target), ["title"],
        "level" => target + 1,
        "found" => after.is_some(),
        "changes" => changes,
    }
}

struct Search<'s> {
    instrument: &'s Instrument,
    response: &'s Response,
    derived: &'s Derived,
    n: usize,
    target: usize,
    /// Work that may still be done, and the work of one evaluation.
    left: usize,
    cost: usize,
}

impl Search<'_> {
    /// Whether the changed answers really give the level: an answer may be read
    /// by a gate itself, count in two scales, or decide what else applies.
    fn holds(&self, after: &Response) -> bool {
        let mut after = after.clone();
        after.settle(self.instrument);
        let outcome = score(self.instrument, &after);
        outcome.derived.bands.get(self.n).is_some_and(|placed| placed.as_ref().is_some_and(|p| p.level >= self.target))
    }

    /// Tries one step in all, then two, and so on.
    fn run(&mut self) -> Option<Response> {
        let levers = self.levers();
        let (mut most, mut plan, mut all) = (0, Vec::new(), Vec::new());
        for lever in &levers {
            most += lever.steps.len();
            plan.push(0);
            all.push(lever.steps.len());
        }
        // With every step taken there is a way, or there is none at all.
        if !self.reaches(&all, &levers) {
            return None;
        }
        for steps in 1..=most {
            if self.spread(steps, 0, &mut plan, &levers) {
                return Some(self.apply(&plan, &levers));
            }
            if self.left == 0 {
                return None;
            }
        }
        None
    }

    /// Distributes `steps` over the levers from `at` on; true when one way does it.
    fn spread(&mut self, steps: usize, at: usize, plan: &mut Vec<usize>, levers: &[Lever]) -> bool {
        let Some(lever) = levers.get(at) else { return steps == 0 && self.reaches(plan, levers) };
        // What the levers behind this one cannot take, this one has to.
        let behind = levers.iter().skip(at + 1).fold(0, |steps, lever| steps + lever.steps.len());
        // With all that is left on every lever at once: if that is too little,
        // so is every way to share it out.
        let mut most = plan.clone();
        for (slot, lever) in most.iter_mut().zip(levers).skip(at) {
            *slot = steps.min(lever.steps.len());
        }
        if !self.reaches(&most, levers) {
            return false;
        }
        for here in (steps.saturating_sub(behind)..=steps.min(lever.steps.len())).rev() {
            if let Some(slot) = plan.get_mut(at) {
                *slot = here;
            }
            if self.spread(steps - here, at + 1, plan, levers) {
                return true;
            }
            if self.left == 0 {
                return false;
            }
        }
        false
    }

    fn reaches(&mut self, plan: &[usize], levers: &[Lever]) -> bool {
        self.left = self.left.saturating_sub(self.cost);
        let mut scales = self.derived.scales.clone();
        for (lever, steps) in levers.iter().zip(plan) {
            let number = steps.checked_sub(1).and_then(|last| lever.steps.get(last));
            if let (Some(slot), Some((_, _, number))) = (scales.get_mut(lever.scale), number) {
                *slot = *number;
            }
        }
        self.level(scales).is_some_and(|(level, _)| level >= self.target)
    }

    /// Level and number of the band with other numbers of the scales.
    fn level(&self, scales: Vec<Number>) -> Option<(usize, f64)> {
        let derived = derive(self.instrument, self.response, scales);
        let view = View { instrument: self.instrument, response: self.response, derived: &derived, fired_before: 0 };
        let number = view.composite(self.instrument.bands.get(self.n)?.of)?.value;
        Some((derived.bands.get(self.n)?.as_ref()?.level, number))
    }

    /// The scales the band depends on, through composites.
    fn levers(&self) -> Vec<Lever> {
        let mut open: Vec<Name> = Vec::new();
        if let Some(band) = self.instrument.bands.get(self.n) {
            open.push(Name::Composite(band.of));
            for (_, condition) in band.levels.iter().take(self.target + 1).flat_map(|level| &level.gates).flatten() {
                open.extend(condition.names());
            }
        }
        let mut at = 0;
        let mut levers = Vec::new();
        while let Some(name) = open.get(at).copied() {
            let seen = open.iter().take(at).any(|before| *before == name);
            at += 1;
            match name {
                _ if seen => {}
                Name::Composite(c) => {
                    open.extend(self.instrument.composites.get(c).map(|c| c.expression.names()).unwrap_or_default());
                }
                Name::Scale(scale) => levers.extend(self.lever(scale)),
                _ => {}
            }
        }
        levers
    }

    /// A scale, moved the way the band likes: to the end that gives the larger
    /// number. One that leaves the number alone, but is read by a gate (a
    /// pressure, say), can only help by falling.
    fn lever(&self, scale: usize) -> Option<Lever> {
        let end = |x: f64| {
            let mut scales = self.derived.scales.clone();
            *scales.get_mut(scale)? = Some(Quantity::exact(x));
            self.level(scales)
        };
        self.derived.scales.get(scale)?.as_ref()?;
        let up = end(100.0)?.1 > end(0.0)?.1;
        Some(Lever { scale, steps: self.steps(scale, up) })
    }

    /// All steps on one scale, one after the other: each takes the step that
    /// gains most; of equal ones the item that is furthest behind, then the first.
    fn steps(&self, scale: usize, up: bool) -> Vec<(usize, usize, Number)> {
        let mut steps = Vec::new();
        let Some(written) = self.instrument.scales.get(scale) else { return steps };
        let mut at = self.response.clone();
        loop {
            let mut best: Option<(f64, f64, usize, usize)> = None;
            for member in written.members.iter().take(limits::LEVER).filter(|member| member.part.is_none()) {
                let sense = if up == member.reversed { -1.0 } else { 1.0 };
                let Some((gain, now, to)) = self.step(&at, member.item, sense) else { continue };
                let (gain, behind) = (order_key(gain * member.weight_for(at.role)), -order_key(now * sense));
                if best.is_none_or(|(most, furthest, ..)| (gain, behind) > (most, furthest)) {
                    best = Some((gain, behind, member.item, to));
                }
            }
            let Some((_, _, item, to)) = best else { return steps };
            if let Some(slot) = at.answers.get_mut(item) {
                *slot = Answer::Choice(to);
            }
            steps.push((item, to, scale_score(self.instrument, &at, written).number()));
        }
    }

    /// The next choice of an item in this sense: gain, points now, choice.
    fn step(&self, response: &Response, item: usize, sense: f64) -> Option<(f64, f64, usize)> {
        let (Kind::Choice(options), Answer::Choice(_)) =
            (&self.instrument.items.get(item)?.kind, response.answer(item))
        else {
            return None;
        };
        let now = response.points(self.instrument, item, None)?;
        let mut best: Option<(f64, usize)> = None;
        for (n, points) in options.points.iter().enumerate() {
            let gain = ((*points)? - now) * sense;
            if order_key(gain) > 0.0 && best.is_none_or(|(least, _)| gain < least) {
                best = Some((gain, n));
            }
        }
        best.map(|(gain, n)| (gain, now, n))
    }

    /// The response with the steps of every lever taken.
    fn apply(&self, plan: &[usize], levers: &[Lever]) -> Response {
        let mut after = self.response.clone();
        for (lever, steps) in levers.iter().zip(plan) {
            for (item, to, _) in lever.steps.iter().take(*steps) {
                if let Some(slot) = after.answers.get_mut(*item) {
                    *slot = Answer::Choice(*to);
                }
            }
        }
        after
    }
}
