//! 32 bits over everything that can change a number, and nothing else.
//!
//! Identifiers, order, choice values, points, keys, weights, missing rules and
//! checked expressions enter; wording, pages, notes and advice do not, so that
//! a corrected comma leaves results comparable.

use super::hash::Hash;
use super::{Instrument, Kind, Missing, Options, value};
use crate::expression::{Expression, Node, Truth};

impl Hash {
    pub(super) fn options(&mut self, instrument: &Instrument, options: &Options) {
        for (choice, points) in instrument.choices(options).iter().zip(&options.points) {
            self.text(&value(choice));
            self.number(points.unwrap_or(-1.0));
        }
        self.byte(0xfe);
    }

    fn missing(&mut self, missing: Missing) {
        self.number(missing.scored);
        self.number(missing.provisional);
        // What came later is hashed where it is used, so that older fingerprints stay.
        if missing.is_zero() {
            self.byte(0xe0);
        }
    }

    fn expression(&mut self, instrument: &Instrument, expression: &Expression) {
        self.node(instrument, &expression.root);
    }

    fn node(&mut self, instrument: &Instrument, node: &Node) {
        match node {
            Node::Constant(x) => self.number(*x),
            Node::Truth(truth) => self.byte(u8::from(*truth == Truth::Yes)),
            // `this` and `each` are already replaced in it.
            Node::Name(name) => self.text(&instrument.written(*name)),
            Node::Negate(inner) => {
                self.byte(0xf0);
                self.node(instrument, inner);
            }
            Node::Not(inner) => {
                self.byte(0xf1);
                self.node(instrument, inner);
            }
            Node::Binary(operator, sides) => {
                self.text(operator.sign());
                sides.iter().for_each(|side| self.node(instrument, side));
            }
            Node::Call(function, args) => {
                self.text(function.name());
                for arg in args {
                    self.node(instrument, arg);
                }
                self.byte(0xfe);
            }
        }
    }
}

/// The fingerprint of a compiled instrument.
pub(super) fn fingerprint(instrument: &Instrument) -> u32 {
    let mut hash = Hash::new();
    let words = &instrument.words;
    hash.text(words.get("id").text());
    for list in ["roles", "items", "scales", "bands", "states"] {
        for entry in words.get(list).list() {
            hash.text(entry.get("id").text());
        }
        hash.byte(0xfe);
    }
    instrument.counterparts.iter().for_each(|role| hash.index(*role));
    for item in &instrument.items {
        hash.index(item.mirrors);
        match &item.kind {
            Kind::Choice(options) => hash.options(instrument, options),
            Kind::Number { min, max, step } => [min, max, step].into_iter().for_each(|x| hash.number(*x)),
            Kind::Allocation { total, parts } => {
                hash.number(*total);
                hash.options(instrument, parts);
            }
            Kind::Ranking(options) => hash.options(instrument, options),
            Kind::Grid { rows, choices, missing } => {
                hash.options(instrument, rows);
                hash.options(instrument, choices);
                hash.missing(*missing);
            }
            Kind::Wide(wide) => wide.hash(instrument, &mut hash),
        }
        if let Some(key) = &item.key {
            key.hash(&mut hash);
        }
        item.of.iter().for_each(|n| hash.index(Some(*n)));
        for (x, y) in &item.curve {
            hash.number(*x);
            hash.number(*y);
        }
        item.shown.iter().for_each(|e| hash.expression(instrument, e));
    }
    for scale in &instrument.scales {
        hash.missing(scale.missing);
        hash.number(scale.wobble.unwrap_or(-1.0));
        for member in &scale.members {
            hash.index(Some(member.item));
            hash.index(member.part);
            hash.byte(u8::from(member.reversed));
            hash.number(member.weight);
            #[cfg(feature = "wide")]
            for (role, weight) in &member.by_role {
                hash.index(Some(*role));
                hash.number(*weight);
            }
        }
    }
    for (n, composite) in instrument.composites.iter().enumerate() {
        hash.text(&instrument.composite_id(n));
        hash.expression(instrument, &composite.expression);
        hash.number(composite.range.0);
        hash.number(composite.range.1);
        hash.number(composite.wobble.unwrap_or(-1.0));
    }
    for band in &instrument.bands {
        hash.index(Some(band.of));
        hash.number(band.near);
        for level in &band.levels {
            hash.number(level.from);
            level.gates.iter().flatten().for_each(|(_, e)| hash.expression(instrument, e));
        }
    }
    instrument.states.iter().flatten().for_each(|e| hash.expression(instrument, e));
    #[cfg(feature = "wide")]
    instrument.drawn.hash(&mut hash);
    if let Some(quiz) = &instrument.quiz {
        quiz.hash(&mut hash);
    }
    // FNV folds a long hash into a short one so.
    #[expect(clippy::cast_possible_truncation, reason = "the upper half is folded in")]
    let folded = (hash.0 ^ (hash.0 >> 32)) as u32;
    folded
}
