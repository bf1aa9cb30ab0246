//! Conditions that decide nothing: never true, or always.

use super::context::Context;
use super::findings::Findings;
use super::possible::{can_fail, can_hold};
use crate::expression::{Expression, Name, Truth, truth};
use crate::instrument::{Instrument, Kind};
use crate::problem::{join, nth};
use crate::response::{Answer, Response};
use crate::scoring::{Derived, View};

/// What a condition decides: what is said where it never holds, and where it always does.
type Effect = (&'static str, &'static str);

const ITEM: Effect = ("this item can never be asked", "this item is asked of everyone who gets this far");
const PAGE: Effect = ("this page can never be shown", "this page is shown to everyone who gets this far");
const STATE: Effect = ("this state can never apply", "this state applies to every dimension");
const GATE: Effect = ("this gate can never be passed", "this gate holds nobody back");
const NOTE: Effect = ("this note can never appear", "this note appears to everyone");
const RULE: Effect = ("this advice can never be given", "this advice is given to everyone");
const VARIANT: Effect = ("this variant can never be chosen", "this variant leaves no other a turn");

/// A condition of the definition.
struct Condition<'c> {
    at: String,
    effect: Effect,
    /// It takes effect in one of these ways, each of which needs all of its parts.
    ways: Vec<Vec<&'c Expression>>,
    /// What must hold besides.
    under: Vec<&'c Expression>,
}

pub(super) fn never_true(context: &Context<'_>, found: &mut Findings) {
    let mut dead: Vec<&Expression> = Vec::new();
    let mut blank = Response::empty(context.instrument);
    for condition in conditions(context) {
        let with = |way: &Vec<&_>| can(context, &mut blank, &[&condition.under, way.as_slice()].concat()).0;
        // Of what stands on a dead page nothing more is said.
        let said = condition.under.iter().any(|page| dead.iter().any(|other| core::ptr::eq(*other, *page)));
        if said || condition.ways.iter().any(with) {
            continue;
        }
        if condition.effect == PAGE {
            dead.extend(condition.ways.iter().flatten().copied());
        }
        let help = "correct the condition, or remove what it decides";
        found.add(&condition.at, &[condition.effect.0, ": no answers make its condition true"], help);
    }
}

pub(super) fn always_true(context: &Context<'_>, found: &mut Findings) {
    let mut blank = Response::empty(context.instrument);
    for condition in conditions(context) {
        let fails = |way: &Vec<&_>| can(context, &mut blank, way).1;
        if condition.ways.is_empty() || condition.ways.iter().any(fails) {
            continue;
        }
        let help = "correct the condition, or leave it out if that is meant";
        found.add(&condition.at, &[condition.effect.1, ": where its condition is known it is true"], help);
    }
}

/// Whether answers can make all of these true, and whether they can make one false.
fn can(context: &Context<'_>, blank: &mut Response, parts: &[&Expression]) -> (bool, bool) {
    let names = |name| context.ranges.name(name);
    tried(context.instrument, blank, parts).unwrap_or_else(|| (can_hold(parts, &names), can_fail(parts, &names)))
}

/// The same of conditions that read one choice, or the role, and nothing else: every answer
/// is tried, in a response that is blank before and afterwards.
fn tried(instrument: &Instrument, blank: &mut Response, parts: &[&Expression]) -> Option<(bool, bool)> {
    let names: Vec<Name> = parts.iter().flat_map(|part| part.names()).collect();
    let subject = |name: &Name| match *name {
        Name::Item(n) | Name::Points(n) | Name::ChoiceIs(n, _) => Some(Some(n)),
        Name::RoleIs(_) => Some(None),
        _ => None,
    };
    let first = subject(names.first()?)?;
    if !names.iter().all(|name| subject(name) == Some(first)) {
        return None;
    }
    let (mut holds, mut fails) = (false, false);
    let mut judge = |response: &Response| {
        let derived = Derived { scales: Vec::new(), composites: Vec::new(), bands: Vec::new() };
        let view = View { instrument, response, derived: &derived, fired_before: 0 };
        holds |= parts.iter().all(|part| truth(&part.root, &view) == Truth::Yes);
        fails |= parts.iter().any(|part| truth(&part.root, &view) == Truth::No);
    };
    match first {
        Some(item) => choose(instrument, blank, item, &mut judge)?,
        None => {
            for role in (0..instrument.counterparts.len()).map(Some).chain([None]) {
                blank.role = role;
                judge(blank);
            }
        }
    }
    Some((holds, fails))
}

/// Judges every answer to an item of one choice, and none.
fn choose(instrument: &Instrument, blank: &mut Response, item: usize, judge: &mut dyn FnMut(&Response)) -> Option<()> {
    let Kind::Choice(options) = &instrument.items.get(item)?.kind else { return None };
    for answer in (0..options.len()).map(Answer::Choice).chain([Answer::Skipped]) {
        *blank.answers.get_mut(item)? = answer;
        judge(blank);
    }
    Some(())
}

impl<'c> Condition<'c> {
    fn new(at: String, effect: Effect, ways: Vec<Vec<&'c Expression>>) -> Self {
        Condition { at, effect, ways, under: Vec::new() }
    }
}

/// Every condition of the definition, pages before their items.
fn conditions<'c>(context: &Context<'c>) -> Vec<Condition<'c>> {
    let (instrument, mut all) = (context.instrument, shown(context));
    for (n, when) in instrument.states.iter().enumerate() {
        let ways = when.iter().map(|when| vec![when]).collect();
        all.push(Condition::new(join(&nth("/states", n), "when"), STATE, ways));
    }
    all.extend(gates(instrument));
    for (n, when) in instrument.notes.iter().enumerate() {
        all.push(Condition::new(join(&nth("/notes", n), "when"), NOTE, vec![vec![when]]));
    }
    for (n, rule) in instrument.rules.iter().enumerate() {
        let path = nth("/advice/rules", n);
        all.push(Condition::new(join(&path, "when"), RULE, vec![vec![&rule.when]]));
        for (v, variant) in rule.variants.iter().enumerate() {
            let at = join(&nth(&join(&path, "variants"), v), "when");
            all.extend(variant.iter().map(|when| Condition::new(at.clone(), VARIANT, vec![vec![when]])));
        }
    }
    all
}

/// What shows pages and items.
fn shown<'c>(context: &Context<'c>) -> Vec<Condition<'c>> {
    let (root, items) = (context.root, &context.instrument.items);
    let mut all = Vec::new();
    let mut pages: Vec<Option<&Expression>> = vec![None; items.len()];
    for (n, page) in root.get("pages").list().iter().enumerate().filter(|(_, page)| page.field("show_if").is_some()) {
        let named = page.get("items").list().iter().chain(page.get("optional").get("items").list());
        let placed: Vec<usize> = named.filter_map(|id| context.items.get(id.text()).copied()).collect();
        // The condition of its page stands first with each item.
        let shown = placed.first().and_then(|item| items.get(*item)?.shown.first());
        for item in placed {
            if let Some(slot) = pages.get_mut(item) {
                *slot = shown;
            }
        }
        let ways = shown.into_iter().map(|shown| vec![shown]).collect();
        all.push(Condition::new(join(&nth("/pages", n), "show_if"), PAGE, ways));
    }
    for (n, item) in items.iter().enumerate() {
        if root.get("items").entry(n).field("show_if").is_some() {
            let ways = item.shown.last().into_iter().map(|own| vec![own]).collect();
            let under = pages.get(n).copied().flatten().into_iter().collect();
            let at = join(&nth("/items", n), "show_if");
            all.push(Condition { at, effect: ITEM, ways, under });
        }
    }
    all
}

/// What a level asks for beside its number.
fn gates(instrument: &Instrument) -> Vec<Condition<'_>> {
    let mut all = Vec::new();
    for (b, band) in instrument.bands.iter().enumerate() {
        for (l, level) in band.levels.iter().enumerate() {
            let path = join(&nth(&join(&nth("/bands", b), "levels"), l), "gates");
            for (g, gate) in level.gates.iter().enumerate() {
                let parts = gate.iter().map(|(_, condition)| condition).collect();
                all.push(Condition::new(join(&nth(&path, g), "require"), GATE, vec![parts]));
            }
        }
    }
    all
}
