//! What an expression can be, whatever is answered.
//!
//! Numbers are ranges, calculated by their ends (interval arithmetic), so that a
//! range is never narrower than what answers can bring about. Where a condition
//! must hold together with others, each comparison of a name first narrows what
//! that name can still be. What is denied here is therefore certain; what is
//! allowed may still be impossible.

use crate::expression::{Expression, Function, Name, Node, Operator, Truth};
use crate::number::{above, at_least, count, equal, product, root};
use std::collections::BTreeMap;

/// The numbers something can be, both ends included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Range {
    pub(super) low: f64,
    pub(super) high: f64,
    /// Whether it may also be unknown.
    pub(super) open: bool,
}

impl Range {
    /// From one number to another, or unknown. What is no number is not bounded.
    pub(super) fn new(low: f64, high: f64) -> Self {
        let low = if low.is_nan() { f64::NEG_INFINITY } else { low };
        Range { low, high: if high.is_nan() { f64::INFINITY } else { high }, open: true }
    }

    /// The same, and always known.
    pub(super) fn known(low: f64, high: f64) -> Self {
        Range { open: false, ..Range::new(low, high) }
    }

    /// Anything.
    pub(super) const ALL: Range = Range { low: f64::NEG_INFINITY, high: f64::INFINITY, open: true };

    /// What is in both.
    pub(super) fn within(self, low: f64, high: f64) -> Self {
        Range { low: self.low.max(low), high: self.high.min(high), ..self }
    }

    /// The smallest range around all of them; around none, any.
    pub(super) fn around(ranges: &[Range]) -> Self {
        if ranges.is_empty() {
            return Range::ALL;
        }
        Range::new(least(ranges, |x| x.low), most(ranges, |x| x.high))
    }

    fn is_empty(self) -> bool {
        above(self.low, self.high)
    }
}

fn least(ranges: &[Range], end: fn(&Range) -> f64) -> f64 {
    ranges.iter().map(end).fold(f64::INFINITY, f64::min)
}

fn most(ranges: &[Range], end: fn(&Range) -> f64) -> f64 {
    ranges.iter().map(end).fold(f64::NEG_INFINITY, f64::max)
}

/// What names can be.
pub(super) type Names<'n> = &'n dyn Fn(Name) -> Range;

/// Whether some answers make all of these conditions true.
pub(super) fn can_hold(conditions: &[&Expression], names: Names<'_>) -> bool {
    Facts::new(names).allow(conditions.iter().map(|condition| (&condition.root, true)).collect())
}

/// Whether some answers make one of these conditions false.
pub(super) fn can_fail(conditions: &[&Expression], names: Names<'_>) -> bool {
    conditions.iter().any(|condition| Facts::new(names).allow(vec![(&condition.root, false)]))
}

/// What an expression of numbers can be.
pub(super) fn range(expression: &Expression, names: Names<'_>) -> Range {
    Facts::new(names).number(&expression.root)
}

type Key = (usize, usize, usize);

/// What names can be, after some conditions are taken to hold.
#[derive(Clone)]
struct Facts<'n> {
    names: Names<'n>,
    narrowed: BTreeMap<Key, Range>,
    truths: BTreeMap<Key, bool>,
    /// By item, or none for the respondent, the choice or role that is taken.
    chosen: BTreeMap<Option<usize>, Name>,
}

impl<'n> Facts<'n> {
    fn new(names: Names<'n>) -> Self {
        Facts { names, narrowed: BTreeMap::new(), truths: BTreeMap::new(), chosen: BTreeMap::new() }
    }

    /// Whether all of these can be as wanted at the same time.
    fn allow(mut self, mut wanted: Vec<(&Node, bool)>) -> bool {
        let mut leaves: Vec<(&Node, bool)> = Vec::new();
        while let Some((node, want)) = wanted.pop() {
            match node {
                Node::Not(inner) => wanted.push((inner, !want)),
                Node::Binary(Operator::And, sides) if want => wanted.extend(sides.iter().map(|side| (side, true))),
                Node::Binary(Operator::Or, sides) if !want => wanted.extend(sides.iter().map(|side| (side, false))),
                _ => leaves.push((node, want)),
            }
        }
        leaves.iter().all(|(node, want)| self.take(node, *want))
            && leaves.iter().all(|(node, want)| self.can(node, *want))
    }

    /// Takes one of them to hold; false if it contradicts what was taken before.
    fn take(&mut self, node: &Node, want: bool) -> bool {
        match node {
            Node::Name(name) => self.take_truth(*name, want),
            Node::Binary(operator, sides) if is_comparison(*operator) => {
                let [left, right] = sides.as_ref();
                let operator = if want { *operator } else { opposite(*operator) };
                self.narrow(left, operator, right) && self.narrow(right, mirrored(operator), left)
            }
            _ => true,
        }
    }

    /// A truth is no other than before, and a choice or a role is one of many.
    fn take_truth(&mut self, name: Name, want: bool) -> bool {
        if self.truths.insert(name.parts(), want) == Some(!want) {
            return false;
        }
        let subject = match name {
            Name::ChoiceIs(item, _) => Some(item),
            _ => None,
        };
        let is_one_of_many = want && matches!(name, Name::ChoiceIs(..) | Name::RoleIs(_));
        !is_one_of_many || self.chosen.insert(subject, name).is_none_or(|before| before == name)
    }

    /// Narrows a name that is compared; false if nothing is left of it.
    fn narrow(&mut self, node: &Node, operator: Operator, other: &Node) -> bool {
        let Node::Name(name) = node else { return true };
        let (mine, other) = (self.number(node), self.number(other));
        let left = match operator {
            Operator::Less | Operator::AtMost => mine.within(f64::NEG_INFINITY, other.high),
            Operator::Greater | Operator::AtLeast => mine.within(other.low, f64::INFINITY),
            Operator::Equal => mine.within(other.low, other.high),
            _ => mine,
        };
        self.narrowed.insert(name.parts(), left);
        !left.is_empty()
    }

    /// Whether a part of a condition can be as wanted.
    fn can(&self, node: &Node, want: bool) -> bool {
        match node {
            Node::Truth(truth) => *truth == Truth::of(want),
            Node::Binary(Operator::And | Operator::Or, sides) => {
                sides.iter().any(|side| self.clone().allow(vec![(side, want)]))
            }
            Node::Binary(operator, sides) => {
                let [left, right] = sides.as_ref();
                let operator = if want { *operator } else { opposite(*operator) };
                compare(operator, self.number(left), self.number(right))
            }
            Node::Call(Function::Known, args) => want || args.iter().any(|arg| self.number(arg).open),
            _ => true,
        }
    }

    fn number(&self, node: &Node) -> Range {
        match node {
            Node::Constant(x) => Range::known(*x, *x),
            Node::Name(name) => self.narrowed.get(&name.parts()).copied().unwrap_or_else(|| (self.names)(*name)),
            Node::Negate(inner) => {
                let x = self.number(inner);
                Range { low: -x.high, high: -x.low, ..x }
            }
            Node::Binary(operator, sides) => {
                let [left, right] = sides.as_ref();
                arithmetic(*operator, self.number(left), self.number(right))
            }
            Node::Call(function, args) => {
                call(*function, &args.iter().map(|arg| self.number(arg)).collect::<Vec<Range>>())
            }
            Node::Truth(_) | Node::Not(_) => Range::ALL,
        }
    }
}

fn is_comparison(operator: Operator) -> bool {
    use Operator::{AtLeast, AtMost, Equal, Greater, Less, Unequal};
    matches!(operator, Equal | Unequal | Less | AtMost | Greater | AtLeast)
}

/// What holds where the comparison does not.
fn opposite(operator: Operator) -> Operator {
    use Operator::{AtLeast, AtMost, Equal, Greater, Less, Unequal};
    match operator {
        Equal => Unequal,
        Unequal => Equal,
        Less => AtLeast,
        AtLeast => Less,
        Greater => AtMost,
        AtMost => Greater,
        other => other,
    }
}

/// The same comparison with its sides exchanged.
fn mirrored(operator: Operator) -> Operator {
    use Operator::{AtLeast, AtMost, Greater, Less};
    match operator {
        Less => Greater,
        Greater => Less,
        AtMost => AtLeast,
        AtLeast => AtMost,
        other => other,
    }
}

fn compare(operator: Operator, a: Range, b: Range) -> bool {
    let fixed = |x: Range| equal(x.low, x.high);
    match operator {
        Operator::Equal => at_least(a.high, b.low) && at_least(b.high, a.low),
        Operator::Unequal => !(fixed(a) && fixed(b) && equal(a.low, b.low)),
        Operator::Less => above(b.high, a.low),
        Operator::AtMost => at_least(b.high, a.low),
        Operator::Greater => above(a.high, b.low),
        _ => at_least(a.high, b.low),
    }
}

fn arithmetic(operator: Operator, a: Range, b: Range) -> Range {
    let open = a.open || b.open;
    let found = match operator {
        Operator::Add => Range::new(a.low + b.low, a.high + b.high),
        Operator::Subtract => Range::new(a.low - b.high, a.high - b.low),
        Operator::Multiply => corners(a, b, |x, y| x * y),
        Operator::Divide if at_least(0.0, b.low) && at_least(b.high, 0.0) => return Range::ALL,
        Operator::Divide => corners(a, b, |x, y| x / y),
        _ => Range::ALL,
    };
    // What is infinite is unknown.
    Range { open: open || !found.low.is_finite() || !found.high.is_finite(), ..found }
}

fn corners(a: Range, b: Range, operation: fn(f64, f64) -> f64) -> Range {
    let all = [(a.low, b.low), (a.low, b.high), (a.high, b.low), (a.high, b.high)].map(|(x, y)| operation(x, y));
    if all.iter().any(|x| x.is_nan()) {
        return Range::ALL;
    }
    Range::new(all.into_iter().fold(f64::INFINITY, f64::min), all.into_iter().fold(f64::NEG_INFINITY, f64::max))
}

fn call(function: Function, args: &[Range]) -> Range {
    let any = args.iter().any(|x| x.open);
    let (lows, highs): (Vec<f64>, Vec<f64>) = args.iter().map(|x| (x.low, x.high)).unzip();
    let total = |ends: &[f64]| ends.iter().sum::<f64>();
    let found = match function {
        Function::Min => Range::new(least(args, |x| x.low), least(args, |x| x.high)),
        Function::Max => Range::new(most(args, |x| x.low), most(args, |x| x.high)),
        // Of some arguments alone anything between the ends can come.
        Function::Lowest | Function::Highest if any => {
            return Range { open: args.iter().all(|x| x.open), ..Range::around(args) };
        }
        Function::Lowest => Range::new(least(args, |x| x.low), least(args, |x| x.high)),
        Function::Highest => Range::new(most(args, |x| x.low), most(args, |x| x.high)),
        Function::Sum => Range::new(total(&lows), total(&highs)),
        Function::Mean => Range::new(total(&lows) / count(args.len()), total(&highs) / count(args.len())),
        Function::Geomean if lows.iter().any(|x| *x < 0.0) => Range::new(0.0, f64::INFINITY),
        Function::Geomean => Range::new(root(product(&lows), lows.len()), root(product(&highs), highs.len())),
        Function::Abs => {
            let x = Range::around(args);
            let across = x.low <= 0.0 && x.high >= 0.0;
            Range::new(if across { 0.0 } else { x.low.abs().min(x.high.abs()) }, x.low.abs().max(x.high.abs()))
        }
        // Two numbers at the ends are as far apart as any.
        Function::Deviation => {
            let spread = most(args, |x| x.high) - least(args, |x| x.low);
            return Range::new(0.0, spread / 2.0_f64.sqrt());
        }
        Function::Count => {
            return Range::known(count(args.iter().filter(|x| !x.open).count()), count(args.len()));
        }
        Function::Known => Range::ALL,
    };
    // It has no value where an argument could still be negative, which what is open may bring about.
    Range { open: any || function == Function::Geomean, ..found }
}
