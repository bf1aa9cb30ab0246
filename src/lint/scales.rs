//! Scales whose members cannot carry them, or lean one way.

use super::context::Context;
use super::findings::Findings;
use crate::instrument::{Instrument, Kind, Member, Options};
use crate::number::{above, brief};
use crate::problem::{join, nth};
use crate::response::{Answer, Response};
use crate::scoring::scale_score;
use std::collections::BTreeMap;

/// Fewer members than this leave chance a large part.
const FEW: usize = 3;
/// Statements of one choice set that make a battery.
const BATTERY: usize = 3;
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
fn batteries<'c>(context: &Context<'c>, scale: usize) -> BTreeMap<usize, Vec<(usize, &'c Member)>> {
    let mut batteries: BTreeMap<usize, Vec<(usize, &Member)>> = BTreeMap::new();
    let members = context.instrument.scales.get(scale).map_or(&[] as &[Member], |scale| &scale.members);
    for (n, member) in members.iter().enumerate() {
        if let Some(set) = context.battery(member) {
            batteries.entry(set).or_default().push((n, member));
        }
    }
    batteries
}

pub(super) fn lean(context: &Context<'_>, found: &mut Findings) {
    let instrument = context.instrument;
    let (highest, lowest) = (extreme(instrument, true), extreme(instrument, false));
    let mut said = vec![false; instrument.scales.len()];
    // A scale above others repeats what has been said of them.
    let mut order: Vec<usize> = (0..instrument.scales.len()).collect();
    order.sort_by_key(|n| instrument.scales.get(*n).map_or(0, |scale| scale.members.len()));
    for n in order {
        let Some(scale) = instrument.scales.get(n) else { continue };
        let below = |m: usize| instrument.scales.get(m).is_some_and(|scale| scale.parent == Some(n));
        let repeated = said.iter().enumerate().any(|(m, said)| *said && below(m));
        let battery = batteries(context, n).values().any(|members| members.len() >= BATTERY);
        let value = |response| {
            let score = scale_score(instrument, response, scale);
            (score.answered > 0).then(|| score.sum / score.weight)
        };
        let (Some(yes), Some(no)) = (value(&highest), value(&lowest)) else { continue };
        let leans = above(yes, 75.0) || above(25.0, yes);
        if let Some(slot) = said.get_mut(n) {
            *slot = repeated || (battery && leans);
        }
        if !battery || !leans || repeated {
            continue;
        }
        let minus = scale.members.iter().filter(|member| member.reversed).count();
        let plus = (scale.members.len() - minus).to_string();
        let message = [
            "who agrees with everything scores ",
            &*brief(yes.floor()),
            ", who disagrees ",
            &brief(no.floor()),
            ": ",
            &plus,
            " members are keyed +, ",
            &minus.to_string(),
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
    for n in 0..context.instrument.scales.len() {
        for members in batteries(context, n).values().filter(|members| members.len() >= ALONE) {
            let keyed = |reversed: bool| members.iter().filter(move |(_, member)| member.reversed == reversed);
            let alone = [false, true].into_iter().find(|reversed| keyed(*reversed).count() == 1);
            let Some((_, member)) = alone.and_then(|reversed| keyed(reversed).next()) else { continue };
            let sign = if member.reversed { "-" } else { "+" };
            let message = [&*context.id(member.item), " alone is keyed ", sign, " among ", &members.len().to_string()];
            found.add(
                &written(context, n, member),
                &message,
                "check its key: turned by mistake it takes from the scale what it should add",
            );
        }
    }
}

/// Where a member is written: with this scale, or with one below it.
fn written(context: &Context<'_>, scale: usize, member: &Member) -> String {
    let id = context.root.get("items").entry(member.item).get("id").text();
    let members = context.root.get("scales").entry(scale).get("members");
    let own = members.list().iter().position(|node| node.get("item").text() == id);
    let path = join(&nth("/scales", scale), "members");
    own.map_or_else(|| path.clone(), |m| nth(&path, m))
}
