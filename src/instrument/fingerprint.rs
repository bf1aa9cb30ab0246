//! 32 bits over everything that can change a number, and nothing else.
//!
//! Identifiers, order, choice values, points, keys, weights, missing rules and
//! checked expressions enter; wording, pages, notes and advice do not, so that
//! a corrected comma leaves results comparable.

use super::{Choice, Instrument, Kind, Missing};
use crate::expression::{Expression, Node};

/// FNV-1a, 64 bits, folded to 32 (G. Fowler, L. C. Noll, K.-P. Vo).
struct Hash(u64);

impl Hash {
    fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }

    fn text(&mut self, text: &str) {
        text.bytes().for_each(|b| self.byte(b));
        // No identifier holds this byte: it ends each text.
        self.byte(0xff);
    }

    fn number(&mut self, x: f64) {
        x.to_bits().to_be_bytes().into_iter().for_each(|b| self.byte(b));
    }

    fn index(&mut self, n: usize) {
        self.number(crate::number::count(n));
    }

    fn choices(&mut self, choices: &[Choice]) {
        self.index(choices.len());
        for choice in choices {
            self.text(&choice.id());
            self.number(choice.points.unwrap_or(-1.0));
        }
    }

    fn missing(&mut self, missing: Missing) {
        self.number(missing.scored);
        self.number(missing.provisional);
    }

    fn expression(&mut self, expression: &Expression) {
        self.node(&expression.root);
    }

    fn node(&mut self, node: &Node) {
        match node {
            Node::Constant(x) => self.number(*x),
            Node::Truth(truth) => self.text(if *truth == crate::expression::Truth::Yes { "true" } else { "false" }),
            // The label names what is read; `this` and `each` are already replaced in it.
            Node::Name(_, label) => self.text(label),
            Node::Negate(inner) | Node::Not(inner) => {
                self.text(if matches!(node, Node::Not(_)) { "not" } else { "neg" });
                self.node(inner);
            }
            Node::Binary(operator, sides) => {
                self.text(operator.sign());
                sides.iter().for_each(|side| self.node(side));
            }
            Node::Call(function, args) => {
                #[expect(clippy::as_conversions, reason = "a field-less enum as its position")]
                self.byte(*function as u8);
                self.index(args.len());
                args.iter().for_each(|arg| self.node(arg));
            }
        }
    }
}

/// The fingerprint of a compiled instrument.
pub(super) fn fingerprint(instrument: &Instrument) -> u32 {
    let mut hash = Hash(0xcbf2_9ce4_8422_2325);
    hash.text(&instrument.id);
    for role in &instrument.roles {
        hash.text(&role.id);
        hash.index(role.counterpart.map_or(usize::MAX, |n| n));
    }
    for item in &instrument.items {
        hash.text(&item.id);
        hash.index(item.mirrors.unwrap_or(usize::MAX));
        kind(&mut hash, &item.kind);
        if let Some(curve) = &item.curve {
            curve.of.iter().for_each(|n| hash.index(*n));
            curve.points.iter().for_each(|(x, y)| {
                hash.number(*x);
                hash.number(*y);
            });
        }
        item.shown.iter().for_each(|e| hash.expression(e));
    }
    for scale in &instrument.scales {
        hash.text(&scale.id);
        hash.missing(scale.missing);
        hash.number(scale.wobble.unwrap_or(-1.0));
        for member in &scale.members {
            hash.index(member.item);
            hash.index(member.part.unwrap_or(usize::MAX));
            hash.byte(u8::from(member.reversed));
            hash.number(member.weight);
        }
    }
    for composite in &instrument.composites {
        hash.text(&composite.id);
        hash.expression(&composite.expression);
        let (low, high) = composite.range.unwrap_or((f64::NEG_INFINITY, f64::INFINITY));
        hash.number(low);
        hash.number(high);
        hash.number(composite.wobble.unwrap_or(-1.0));
    }
    for band in &instrument.bands {
        hash.text(&band.id);
        hash.index(band.of);
        hash.number(band.near);
        for level in &band.levels {
            hash.text(&level.id);
            hash.number(level.from);
            level.gates.iter().flat_map(|gate| &gate.require).for_each(|(_, e)| hash.expression(e));
        }
    }
    for state in &instrument.states {
        hash.text(&state.id);
        state.when.iter().for_each(|e| hash.expression(e));
    }
    #[expect(clippy::cast_possible_truncation, reason = "the upper half is folded in")]
    let folded = (hash.0 ^ (hash.0 >> 32)) as u32;
    folded
}

fn kind(hash: &mut Hash, kind: &Kind) {
    match kind {
        Kind::Choice { choices } => hash.choices(choices),
        Kind::Number { min, max, step, .. } => [min, max, step].into_iter().for_each(|x| hash.number(*x)),
        Kind::Allocation { total, parts } => {
            hash.number(*total);
            hash.choices(parts);
        }
        Kind::Ranking { options } => hash.choices(options),
        Kind::Grid { rows, choices, missing } => {
            hash.choices(rows);
            hash.choices(choices);
            hash.missing(*missing);
        }
    }
}
