//! Which authored recommendations apply, in which order, and why. No prose is
//! written here.

use crate::expression::{Expression, Name, Truth, decisive, evaluate, truth};
use crate::instrument::{Instrument, Rule, Under};
use crate::number::order_key;
use crate::pick::Picked;
use crate::response::Response;
use crate::scoring::{Derived, View};

/// A rule that fired.
#[derive(Clone, Debug)]
pub(crate) struct Fired {
    pub(crate) rule: usize,
    pub(crate) dimension: Option<usize>,
    /// 0..100.
    pub(crate) severity: f64,
    /// Severity times weight.
    pub(crate) priority: f64,
    pub(crate) variant: Option<usize>,
    /// The names that decided.
    pub(crate) because: Vec<Name>,
    /// Whether it is among those shown.
    pub(crate) taken: bool,
}

/// The rules of the single view that fire, most urgent first, those shown
/// marked. A rule whose severity is unknown does not fire.
pub(crate) fn select(instrument: &Instrument, response: &Response, derived: &Derived, picks: &[Picked]) -> Vec<Fired> {
    let view = |fired_before| View { instrument, response, derived, fired_before };
    let lead = |dimension: Option<usize>| {
        let scored = instrument.tie.get(dimension?)?;
        Some(order_key(view(0).scored(*scored)?.value))
    };
    let mut fired: Vec<Fired> = Vec::new();
    for (n, rule) in instrument.rules.iter().enumerate() {
        let Some(new) = fire(n, rule, &view(fired.len()), picks) else { continue };
        // Highest priority first; then the dimension whose number leads, those
        // without one last; then the order of the rules, in which they come.
        let key = |f: &Fired| (order_key(f.priority), lead(f.dimension).unwrap_or(f64::NEG_INFINITY));
        let at = fired.iter().position(|other| key(other) < key(&new)).unwrap_or(fired.len());
        fired.insert(at, new);
    }
    let mut taken: Vec<Option<usize>> = Vec::new();
    for rule in &mut fired {
        let same = taken.iter().filter(|dimension| **dimension == rule.dimension).count();
        let full = rule.dimension.is_some() && same >= instrument.per_dimension;
        rule.taken = taken.len() < instrument.limit && !full;
        if rule.taken {
            taken.push(rule.dimension);
        }
    }
    fired
}

fn fire(n: usize, rule: &Rule, view: &View<'_>, picks: &[Picked]) -> Option<Fired> {
    let holds = |when: &Expression| truth(&when.root, view) == Truth::Yes;
    if rule.pair || !holds(&rule.when) {
        return None;
    }
    let severity = evaluate(rule.severity.as_ref()?, view)?.value;
    let dimension = match rule.under {
        Under::Nothing => None,
        Under::Dimension(d) => Some(d),
        Under::Pick(pick) => match picks.get(pick) {
            Some(Picked::Dimension(d)) => Some(*d),
            _ => None,
        },
    };
    let variant = rule.variants.iter().position(|when| when.as_ref().is_none_or(holds));
    let mut because = Vec::new();
    decisive(&rule.when.root, view, &mut because);
    Some(Fired { rule: n, dimension, severity, priority: severity * rule.weight, variant, because, taken: false })
}
