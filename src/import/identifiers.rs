//! Identifiers of a definition made from names of a source.

use super::report::{Report, clip};
use crate::limits;
use crate::problem::quoted;
use crate::text::joined;
use std::collections::BTreeSet;

/// Words with a meaning of their own in expressions or answers.
const RESERVED: [&str; 12] =
    ["this", "each", "pair", "role", "seconds", "fired_before", "and", "or", "not", "true", "false", "dk"];
const IN_ANSWERS: [&str; 1] = ["dk"];

/// Identifiers that share one space of names.
#[derive(Debug)]
pub(crate) struct Identifiers {
    taken: BTreeSet<String>,
    reserved: &'static [&'static str],
}

impl Default for Identifiers {
    fn default() -> Self {
        Identifiers { taken: BTreeSet::new(), reserved: &RESERVED }
    }
}

impl Identifiers {
    /// Identifiers that expressions only quote: values of choices.
    pub(crate) fn of_values() -> Self {
        Identifiers { reserved: &IN_ANSWERS, ..Identifiers::default() }
    }

    /// An identifier for `name` that nothing else has: the name itself where that is
    /// possible, which is said where it is not. `fallback` stands before names
    /// that do not begin with a letter.
    pub(crate) fn take(&mut self, name: &str, fallback: &str, at: &str, report: &mut Report) -> String {
        let id = self.quietly(name, fallback);
        if id != name && !name.is_empty() {
            report.assumed(at, &[&quoted(name), " is called ", &quoted(&id)]);
        }
        id
    }

    /// The same, without a word.
    pub(crate) fn quietly(&mut self, name: &str, fallback: &str) -> String {
        let base = shaped(name, fallback);
        let mut id = base.clone();
        let mut n = 2_usize;
        while self.reserved.contains(&id.as_str()) || !self.taken.insert(id.clone()) {
            id = joined(&[&base, "_", &n.to_string()]);
            n += 1;
        }
        id
    }
}

/// A letter, then letters, digits and `_`; short enough for a number behind it.
fn shaped(name: &str, fallback: &str) -> String {
    let mut id = String::new();
    for c in name.trim().chars().take(limits::ID - 8) {
        id.push(if c.is_ascii_alphanumeric() { c } else { '_' });
    }
    let id = id.trim_matches('_');
    if id.is_empty() {
        return fallback.into();
    }
    let letter = id.starts_with(|c: char| c.is_ascii_alphabetic());
    if letter { id.into() } else { clipped(&joined(&[fallback, "_", id])) }
}

fn clipped(id: &str) -> String {
    id.get(..limits::ID - 8).unwrap_or(id).into()
}

/// An identifier of an instrument: small letters, digits and `-`.
pub(crate) fn instrument(name: &str) -> String {
    let mut id = String::new();
    for c in clip(name, limits::ID).to_lowercase().chars() {
        if c.is_ascii_alphanumeric() {
            id.push(c);
        } else if !id.ends_with('-') && !id.is_empty() {
            id.push('-');
        }
    }
    let id = id.get(..limits::ID - 2).unwrap_or(&id).trim_matches('-');
    match id.chars().next() {
        Some(c) if c.is_ascii_lowercase() => id.into(),
        Some(_) => joined(&["i", id]),
        None => "imported".into(),
    }
}
