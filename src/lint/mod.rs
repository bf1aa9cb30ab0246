//! The quality of an instrument: what is valid and still does not measure well.
//!
//! A rule reads the trusted instrument and the words of its definition, and
//! reports what it finds; it never changes anything. Rules stand in one table
//! with their reasons ([`rules::RULES`]), and a definition can silence each of
//! their findings with a reason of its own (`silenced`). Work grows with the
//! size of the definition.
//!
//! A definition has no colours of its own but those of its pictures, so nothing is said of
//! contrast.

mod bands;
mod conditions;
mod context;
mod findings;
mod images;
mod language;
mod points;
mod possible;
mod quiz;
mod ranges;
mod reading;
mod rules;
mod scales;
mod silence;
mod similar;
mod translations;
mod used;
mod wording;

pub(crate) use rules::RULES;

use crate::instrument::Instrument;
use crate::json;
use crate::limits;
use crate::problem::{Problem, Severity};
use context::Context;
use findings::{Find, Findings};

/// One rule and its documentation.
pub(crate) struct Rule {
    pub(crate) code: &'static str,
    pub(crate) severity: Severity,
    /// Why a finding is worth reading.
    pub(crate) why: &'static str,
    /// A fragment of a definition in which it is found.
    pub(crate) example: &'static str,
    /// What to do about it.
    pub(crate) mend: &'static str,
    find: Find,
}

/// What is to be said of an instrument.
pub(crate) struct Checked {
    /// In the order of the file, at most [`limits::PROBLEMS`].
    pub(crate) problems: Vec<Problem>,
    /// What the definition silences, each with the reason it gives.
    pub(crate) silenced: Vec<(Problem, String)>,
}

/// Checks the instrument that `definition` gave, with the warnings of its gate.
pub(crate) fn check(instrument: &Instrument, warnings: Vec<Problem>, definition: &[u8]) -> Checked {
    let context = Context::of(instrument);
    let mut found = Findings::new(warnings);
    for rule in RULES {
        found.under(rule);
        (rule.find)(&context, &mut found);
    }
    let mut checked = silence::apply(context.root, found);
    // Where not all can be listed, the graver ones are.
    checked.problems.sort_by_key(|problem| problem.severity == Severity::Note);
    checked.problems.truncate(limits::PROBLEMS);
    checked.silenced.truncate(limits::PROBLEMS);
    let place = |problem: &Problem| context.root.find(&problem.at).map_or(0, |node| node.at);
    checked.problems.sort_by_cached_key(place);
    checked.silenced.sort_by_cached_key(|(problem, _)| place(problem));
    json::locate(&mut checked.problems, context.root, definition);
    json::locate(checked.silenced.iter_mut().map(|(problem, _)| problem), context.root, definition);
    checked
}
