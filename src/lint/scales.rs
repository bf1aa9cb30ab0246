//! Scales whose members cannot carry them, or lean one way.

use super::context::Context;
use super::findings::Findings;
use crate::instrument::{Instrument, Kind, Member, Options, Scale};
use crate::number::{above, brief};
use crate::problem::{join, nth};
use crate::response::{Answer, Response};
use crate::scoring::scale_score;
use std::collections::{BTreeMap, BTreeSet};

/// Fewer members than this leave chance a large part.
const FEW: usize = 3;
/// Statements of one choice set that make a battery.
const BATTERY: usize = 3;
/// Scores of those who agree with everything below and above which a scale leans.
const LEAN: (f64, f64) = (25.0, 75.0);
/// Members from which on one that is keyed alone stands out.
const ALONE: usize = 4;

pub(super) fn few(context: &Context<'_>, found: &mut Findings) {
    for (n, scale) in context.instrument.scales.iter().enumerate().filter(|(_, scale)| scale.members.len() < FEW) {
        let items = if scale.members.len() == 1 { " item" } else { " items" };
        let message = ["this scale rests on ", &*scale.members.len().to_string(), items];
        let help = "add items, or read it as what it is: what one item misses no other makes good";
        found.add(&join(&nth("/scales", n), "members"), &message, help);
    }
}

/// The members of a scale by the choice set they are answered with.
fn batteries<'c>(context: &Context<'c>, scale: usize) -> BTreeMap<usize, Vec<&'c Member>> {
    let mut batteries: BTreeMap<usize, Vec<&Member>> = BTreeMap::new();
    let members = context.instrument.scales.get(scale).map_or(&[] as &[Member], |scale| &scale.members);
    for member in members {
        if let Some(set) = context.battery(member) {
            batteries.entry(set).or_default().push(member);
        }
    }
    batteries
}

pub(super) fn lean(context: &Context<'_>, found: &mut Findings) {
    let instrument = context.instrument;
    let (highest, lowest) = (extreme(instrument, true), extreme(instrument, false));
    // A scale above others only repeats what is said of them, so the small ones come first.
    let mut order: Vec<(usize, &Scale)> = instrument.scales.iter().enumerate().collect();
    order.sort_by_key(|(_, scale)| scale.members.len());
    let mut said: BTreeSet<usize> = BTreeSet::new();
    for (n, scale) in order {
        let value = |response| {
            let score = scale_score(instrument, response, scale);
            (score.answered > 0).then(|| score.sum / score.weight)
        };
        let (Some(yes), Some(no)) = (value(&highest), value(&lowest)) else { continue };
        let leans = above(yes, LEAN.1) || above(LEAN.0, yes);
        if !leans || !batteries(context, n).values().any(|members| members.len() >= BATTERY) {
            continue;
        }
        said.extend(scale.parent);
        if said.contains(&n) {
            continue;
        }
        let minus = scale.members.iter().filter(|member| member.reversed).count();
        let (plus, minus) = ((scale.members.len() - minus).to_string(), minus.to_string());
        let (yes, no) = (brief(yes.floor()), brief(no.floor()));
        let message = [
            "who takes the highest choice everywhere scores ",
            &*yes,
            ", the lowest ",
            &no,
            ": of its members ",
            &plus,
            " are keyed +, ",
            &minus,
            " are keyed -",
        ];
        found.add(&join(&nth("/scales", n), "members"), &message, "word some of its statements the other way round");
    }
}

/// A response that takes the highest or the lowest of every choice.
fn extreme(instrument: &Instrument, highest: bool) -> Response {
    let end = |options: &Options| {
        let key = |n: &usize| instrument.number(options, *n).map(|x| if highest { x } else { -x });
        let numbers = (0..options.len()).filter_map(|n| Some((n, key(&n)?)));
        numbers.max_by(|(_, a), (_, b)| a.total_cmp(b)).map_or(Answer::Skipped, |(n, _)| Answer::Choice(n))
    };
    let mut response = Response::empty(instrument);
    response.applies = vec![true; instrument.items.len()];
    for (item, slot) in instrument.items.iter().zip(&mut response.answers) {
        *slot = match &item.kind {
            Kind::Choice(options) => end(options),
            Kind::Grid { rows, choices, .. } => Answer::Grid(vec![end(choices); rows.len()]),
            _ => Answer::Skipped,
        };
    }
    response
}

pub(super) fn alone(context: &Context<'_>, found: &mut Findings) {
    let mut said: BTreeSet<(usize, Option<usize>)> = BTreeSet::new();
    for n in 0..context.instrument.scales.len() {
        for members in batteries(context, n).values().filter(|members| members.len() >= ALONE) {
            let keyed = |reversed: bool| members.iter().filter(move |member| member.reversed == reversed);
            let alone = [false, true].into_iter().find(|reversed| keyed(*reversed).count() == 1);
            let Some(member) = alone.and_then(|reversed| keyed(reversed).next()) else { continue };
            if said.insert((member.item, member.part)) {
                let (id, sign) = (context.id(member.item), if member.reversed { "-" } else { "+" });
                let message = [&*id, " alone is keyed ", sign, " among ", &members.len().to_string()];
                let help = "check its key: turned by mistake it takes from the scale what it should add";
                found.add(&join(&nth("/scales", n), "members"), &message, help);
            }
        }
    }
}
