//! What decides a number, as text that is equal where the meaning is.

use crate::expression::{Expression, Node};
use crate::instrument::{Band, Instrument, Kind, Member, Options, Scale, Wide};

/// Whether the order of things is part of the text: it is of the fingerprint, and of no score.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    Any,
    AsWritten,
}

impl Order {
    pub(super) fn joined(self, mut parts: Vec<String>) -> String {
        if self == Order::Any {
            parts.sort();
        }
        parts.join(" ")
    }
}

/// An expression with `this`, `each` and lists replaced.
pub(super) fn expression(instrument: &Instrument, expression: &Expression, order: Order) -> String {
    node(instrument, &expression.root, order)
}

fn node(instrument: &Instrument, part: &Node, order: Order) -> String {
    let inner = |part: &Node| node(instrument, part, order);
    match part {
        Node::Constant(x) => format!("{x:?}"),
        Node::Truth(truth) => truth.word().into(),
        Node::Name(name) => instrument.written(*name),
        Node::Negate(part) => format!("-({})", inner(part)),
        Node::Not(part) => format!("not({})", inner(part)),
        Node::Binary(operator, sides) => {
            let [left, right] = sides.as_ref();
            format!("({} {} {})", inner(left), operator.sign(), inner(right))
        }
        // No function depends on the order of its arguments, to the last bit.
        Node::Call(function, args) => {
            format!("{}({})", function.name(), order.joined(args.iter().map(inner).collect()))
        }
    }
}

/// What can be answered to an item.
pub(super) fn answers(instrument: &Instrument, n: usize, order: Order) -> String {
    let Some(item) = instrument.items.get(n) else { return String::new() };
    let values =
        |options: &Options| order.joined((0..options.len()).map(|option| instrument.value(options, option)).collect());
    let kind = match &item.kind {
        Kind::Choice(options) => format!("choice {}", values(options)),
        Kind::Number { min, max, step } if order == Order::AsWritten => format!("number {min:?} {max:?} {step:?}"),
        Kind::Number { min, max, .. } => format!("number {min:?} {max:?}"),
        Kind::Allocation { total, parts } => format!("allocation {total:?} {}", values(parts)),
        Kind::Ranking(options) => format!("ranking {}", values(options)),
        Kind::Grid { rows, choices, .. } => format!("grid {} / {}", values(rows), values(choices)),
        Kind::Wide(Wide::Multiple { choices, most, .. }) => format!("multiple {most} {}", values(choices)),
        Kind::Wide(other) => format!("{other:?}"),
    };
    match item.mirrors {
        Some(of) => format!("{kind} of {} for {}", instrument.word("items", of, "id"), counterparts(instrument)),
        None => kind,
    }
}

/// The roles that are offered predictions.
fn counterparts(instrument: &Instrument) -> String {
    let offered = instrument.counterparts.iter().enumerate().filter(|(_, counterpart)| counterpart.is_some());
    Order::Any.joined(offered.map(|(role, _)| instrument.word("roles", role, "id").to_owned()).collect())
}

/// What the answers to an item are worth.
pub(super) fn points(instrument: &Instrument, n: usize, order: Order) -> String {
    let Some(item) = instrument.items.get(n) else { return String::new() };
    let worth = |options: &Options| {
        let each = options.points.iter().enumerate();
        order.joined(each.map(|(option, points)| format!("{}={points:?}", instrument.value(options, option))).collect())
    };
    if let Some(key) = &item.key {
        return format!("{key:?}");
    }
    match &item.kind {
        Kind::Wide(Wide::Multiple { choices, whole, floor, .. }) => format!("{} {whole} {floor:?}", worth(choices)),
        Kind::Wide(_) => String::new(),
        Kind::Choice(options) => worth(options),
        Kind::Grid { choices, missing, .. } => format!("{} {missing:?}", worth(choices)),
        Kind::Number { .. } => format!("{:?}", item.curve),
        Kind::Allocation { parts, .. } => {
            let of = item.of.iter().map(|part| instrument.value(parts, *part)).collect();
            format!("{:?} {}", item.curve, order.joined(of))
        }
        Kind::Ranking(_) => String::new(),
    }
}

/// What has to hold for an item to be asked.
pub(super) fn shown(instrument: &Instrument, n: usize, order: Order) -> String {
    let conditions = instrument.items.get(n).map(|item| item.shown.as_slice()).unwrap_or_default();
    order.joined(conditions.iter().map(|condition| expression(instrument, condition, order)).collect())
}

/// Whether an item stands on a page.
pub(super) fn asked(instrument: &Instrument, n: usize) -> bool {
    instrument.sequence.contains(&n)
}

/// What a member is called: its item, and the row of a grid.
pub(super) fn member(instrument: &Instrument, member: &Member) -> String {
    let id = instrument.word("items", member.item, "id");
    let row = member.part.and_then(|part| Some(instrument.value(instrument.parts(member.item)?, part)));
    row.map_or_else(|| id.into(), |row| [id, ".", &row].concat())
}

/// The weights that a member has for some roles.
pub(super) fn by_role(instrument: &Instrument, member: &Member) -> String {
    let each =
        member.by_role.iter().map(|(role, weight)| format!("{}*{weight:?}", instrument.word("roles", *role, "id")));
    Order::Any.joined(each.collect())
}

/// The members of a scale and how they count.
pub(super) fn members(instrument: &Instrument, scale: &Scale, order: Order) -> String {
    let each = scale.members.iter().map(|found| {
        let sign = if found.reversed { "-" } else { "+" };
        format!("{sign}{}*{:?}{}", member(instrument, found), found.weight, by_role(instrument, found))
    });
    order.joined(each.collect())
}

/// What decides the level of a band.
pub(super) fn levels(instrument: &Instrument, band: &Band, order: Order) -> String {
    let level = |level: &crate::instrument::Level| {
        let gates = level.gates.iter().flatten().map(|(_, gate)| expression(instrument, gate, order));
        format!("{:?} {}", level.from, order.joined(gates.collect()))
    };
    // The order of levels is that of their numbers.
    band.levels.iter().map(level).collect::<Vec<_>>().join("; ")
}
