//! What only some definitions have, behind the rest.

use super::{Form, perhaps, scored, tagged};
use crate::instrument::wide::Accepted;
use crate::instrument::{
    Instrument, Item, Key, Kind, Member, Missing, Norm, Options, Pool, Quiz, Standing, Target, Wide,
};
use crate::json::{Node, Value};
use crate::limits;

/// Whether an instrument has any of it.
pub(super) fn needed(i: &Instrument) -> bool {
    let wide = |item: &Item| matches!(item.kind, Kind::Wide(_)) || item.key.is_some();
    let zero = |item: &Item| matches!(item.kind, Kind::Grid { missing: Missing { zero: true, .. }, .. });
    is_large(i)
        || i.quiz.is_some()
        || !i.words.get("translations").list().is_empty()
        || i.standing != Standing::default()
        || i.drawn.is_any()
        || !i.piped.is_empty()
        || (0..i.bands.len()).any(|n| i.leaves_next_out(n))
        || i.items.iter().any(|item| wide(item) || zero(item))
        || i.scales.iter().any(|scale| scale.missing.zero || scale.negative)
        || i.scales.iter().flat_map(|scale| &scale.members).any(Member::has_roles)
}

/// Whether every reader's core could not read it, its compiled form included.
fn is_large(i: &Instrument) -> bool {
    i.items.len() > limits::SMALL_ITEMS || end(&i.words) > limits::SMALL_BYTES / 2
}

/// Where the last part of a definition begins: about how long it is.
fn end(node: &Node) -> usize {
    match &node.value {
        Value::Object(fields) => fields.last().map_or(node.at, |(_, last)| end(last)),
        Value::List(nodes) => nodes.last().map_or(node.at, end),
        _ => node.at,
    }
}

/// A form and the language that is asked for behind it; "" where none is.
pub(super) fn asked(compiled: &[u8]) -> (&[u8], &str) {
    let end = compiled.iter().position(|byte| *byte == b' ').unwrap_or(compiled.len());
    let (form, rest) = compiled.split_at_checked(end).unwrap_or_default();
    (form, core::str::from_utf8(rest).unwrap_or_default().trim_start())
}

/// All of it, in the order of the instrument.
pub(super) fn parts<F: Form>(f: &mut F, i: &mut Instrument) {
    for item in &mut i.items {
        match &mut item.kind {
            Kind::Wide(wide) => kind(f, wide),
            Kind::Grid { missing, .. } => f.flag(&mut missing.zero),
            _ => {}
        }
        let mut known = item.key.is_some();
        f.flag(&mut known);
        if known {
            key(f, item.key.get_or_insert(Key::Numbers(Vec::new())));
        }
    }
    for scale in &mut i.scales {
        f.flag(&mut scale.missing.zero);
        f.flag(&mut scale.negative);
        for member in &mut scale.members {
            f.list(&mut member.by_role, |f, (role, weight)| {
                f.count(role);
                f.number(weight);
            });
        }
    }
    perhaps(f, &mut i.quiz, |f, Quiz { scale, pass }| {
        f.count(scale);
        f.maybe(pass);
    });
    standing(f, &mut i.standing);
    f.list(&mut i.drawn.pools, |f, Pool { items, draw }| {
        f.indices(items);
        f.index(draw);
    });
    f.indices(&mut i.drawn.shuffled);
    // At the end, and only where there are any: forms of definitions without stay as they are.
    if if F::READS { f.left() > 0 } else { !i.piped.is_empty() } {
        f.indices(&mut i.piped);
    }
}

fn standing<F: Form>(f: &mut F, Standing { targets, norms, compared, archetypes }: &mut Standing) {
    f.list(targets, |f, Target { of, at, role }| {
        scored(f, of);
        f.number(at);
        f.index(role);
    });
    f.list(norms, |f, Norm { of, table }| {
        scored(f, of);
        f.list(table, |f, (x, y)| {
            f.number(x);
            f.number(y);
        });
    });
    f.list(compared, scored);
    f.list(archetypes, |f, at| f.list(at, F::number));
}

fn kind<F: Form>(f: &mut F, wide: &mut Wide) {
    let tag = match wide {
        Wide::Multiple { .. } => 0,
        Wide::Text => 1,
        Wide::Note => 2,
        Wide::Info => 3,
    };
    tagged(f, wide, tag, |tag| match tag {
        0 => Some(Wide::Multiple { choices: Options::default(), most: 0, whole: false, floor: 0.0 }),
        1 => Some(Wide::Text),
        2 => Some(Wide::Note),
        3 => Some(Wide::Info),
        _ => None,
    });
    if let Wide::Multiple { choices, most, whole, floor } = wide {
        super::options(f, choices);
        f.count(most);
        f.flag(whole);
        f.number(floor);
    }
}

fn key<F: Form>(f: &mut F, key: &mut Key) {
    let tag = match key {
        Key::Texts { .. } => 0,
        Key::Numbers(_) => 1,
        Key::Order { .. } => 2,
        Key::Pairs { .. } => 3,
    };
    tagged(f, key, tag, |tag| match tag {
        0 => Some(Key::Texts { texts: Vec::new(), case: false }),
        1 => Some(Key::Numbers(Vec::new())),
        2 => Some(Key::Order { order: Vec::new(), whole: false }),
        3 => Some(Key::Pairs { choices: Vec::new(), whole: false }),
        _ => None,
    });
    match key {
        Key::Texts { texts, case } => {
            f.flag(case);
            f.list(texts, |f, Accepted { answer, points }| {
                f.text(answer);
                f.number(points);
            });
        }
        Key::Numbers(numbers) => f.list(numbers, |f, Accepted { answer: (value, within), points }| {
            for x in [value, within, points] {
                f.number(x);
            }
        }),
        Key::Order { order: places, whole } | Key::Pairs { choices: places, whole } => {
            f.indices(places);
            f.flag(whole);
        }
    }
}
