//! Which authored recommendations apply, in which order, and why. No prose is
//! written here.

use crate::expression::{Name, Truth, decisive, evaluate, truth};
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
}

/// The rules of the single view: all that fired, in order, and those shown.
#[derive(Debug)]
pub(crate) struct Selection {
    pub(crate) fired: Vec<Fired>,
    /// Positions in `fired`.
    pub(crate) taken: Vec<usize>,
}

/// Fires, orders and selects. A rule whose severity is unknown does not fire.
pub(crate) fn select(instrument: &Instrument, response: &Response, derived: &Derived, picks: &[Picked]) -> Selection {
    let mut fired: Vec<Fired> = Vec::new();
    for (n, rule) in instrument.advice.rules.iter().enumerate().filter(|(_, rule)| !rule.pair) {
        let view = View { instrument, response, derived, fired_before: fired.len() };
        fired.extend(fire(n, rule, &view, picks));
    }
    let view = View { instrument, response, derived, fired_before: 0 };
    let lead = |f: &Fired| {
        let scored = instrument.advice.order.get(f.dimension?)?;
        Some(order_key(view.scored(*scored)?.value))
    };
    // Highest priority first; then the dimension whose number leads, those
    // without one last; then the order of the rules.
    fired.sort_by(|a, b| {
        let priority = order_key(b.priority).total_cmp(&order_key(a.priority));
        let lead = || match (lead(a), lead(b)) {
            (Some(x), Some(y)) => y.total_cmp(&x),
            (x, y) => y.is_some().cmp(&x.is_some()),
        };
        priority.then_with(lead).then(a.rule.cmp(&b.rule))
    });
    let mut taken: Vec<usize> = Vec::new();
    for (n, rule) in fired.iter().enumerate() {
        let same = taken.iter().filter(|t| fired.get(**t).is_some_and(|t| t.dimension == rule.dimension)).count();
        let full = rule.dimension.is_some() && same >= instrument.advice.per_dimension;
        if taken.len() < instrument.advice.limit && !full {
            taken.push(n);
        }
    }
    Selection { fired, taken }
}

fn fire(n: usize, rule: &Rule, view: &View<'_>, picks: &[Picked]) -> Option<Fired> {
    if truth(&rule.when.root, view) != Truth::Yes {
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
    let holds = |when: &crate::expression::Expression| truth(&when.root, view) == Truth::Yes;
    let variant = rule.variants.iter().position(|variant| variant.when.as_ref().is_none_or(holds));
    let mut because = Vec::new();
    decisive(&rule.when.root, view, &mut because);
    Some(Fired { rule: n, dimension, severity, priority: severity * rule.weight, variant, because })
}
