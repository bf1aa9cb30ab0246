//! Evaluation: total, with bounds carried along.

use super::{Expression, Function, Name, Node, Number, Operator, Quantity, Truth};
use crate::number::{Short, above, at_least, count, equal, product, root, sum};

/// Where names get their values.
pub(crate) trait Facts {
    /// The number behind a name; unknown for names of truths.
    fn number(&self, name: Name) -> Number;
    /// The truth behind a name; unknown for names of numbers.
    fn truth(&self, name: Name) -> Truth;
}

/// The number an expression of numbers yields.
pub(crate) fn evaluate(expression: &Expression, facts: &dyn Facts) -> Number {
    number(&expression.root, facts)
}

/// The same number where nobody asks for its bounds, which then are the value.
pub(crate) fn evaluate_value(expression: &Expression, facts: &dyn Facts) -> Number {
    match &expression.root {
        Node::Call(function, args) => finite(call(*function, args, facts, false)),
        root => number(root, facts),
    }
}

/// The truth of a part of an expression; unknown for numbers.
pub(crate) fn truth(node: &Node, facts: &dyn Facts) -> Truth {
    match node {
        Node::Truth(truth) => *truth,
        Node::Name(name) => facts.truth(*name),
        Node::Not(inner) => truth(inner, facts).negated(),
        Node::Binary(Operator::And, sides) => {
            let [left, right] = sides.as_ref();
            truth(left, facts).and(truth(right, facts))
        }
        Node::Binary(Operator::Or, sides) => {
            let [left, right] = sides.as_ref();
            truth(left, facts).or(truth(right, facts))
        }
        Node::Binary(operator, sides) => {
            let [left, right] = sides.as_ref();
            match (number(left, facts), number(right, facts)) {
                (Some(left), Some(right)) => Truth::of(compare(*operator, left.value, right.value)),
                _ => Truth::Unknown,
            }
        }
        Node::Call(Function::Known, args) => Truth::of(args.iter().all(|arg| number(arg, facts).is_some())),
        _ => Truth::Unknown,
    }
}

fn compare(operator: Operator, left: f64, right: f64) -> bool {
    match operator {
        Operator::Equal => equal(left, right),
        Operator::Unequal => !equal(left, right),
        Operator::Less => above(right, left),
        Operator::AtMost => at_least(right, left),
        Operator::Greater => above(left, right),
        _ => at_least(left, right),
    }
}

/// The number of a part of an expression; unknown for truths.
pub(crate) fn number(node: &Node, facts: &dyn Facts) -> Number {
    let found = match node {
        Node::Constant(x) => Some(Quantity::exact(*x)),
        Node::Name(name) => facts.number(*name),
        Node::Negate(inner) => {
            number(inner, facts).map(|x| Quantity { value: -x.value, low: -x.high, high: -x.low, ..x })
        }
        Node::Binary(operator, sides) => {
            let [left, right] = sides.as_ref();
            arithmetic(*operator, number(left, facts)?, number(right, facts)?)
        }
        Node::Call(function, args) => call(*function, args, facts, true),
        Node::Truth(_) | Node::Not(_) => None,
    };
    finite(found)
}

/// A number as it goes on: -0 and 0 are one, an unknown bound is an infinite one.
fn finite(found: Number) -> Number {
    found.filter(|x| x.value.is_finite()).map(|x| Quantity {
        value: x.value + 0.0,
        low: if x.low.is_nan() { f64::NEG_INFINITY } else { x.low + 0.0 },
        high: if x.high.is_nan() { f64::INFINITY } else { x.high + 0.0 },
        provisional: x.provisional,
    })
}

fn arithmetic(operator: Operator, a: Quantity, b: Quantity) -> Number {
    let provisional = a.provisional || b.provisional;
    let made = |value, low, high| Some(Quantity { value, low, high, provisional });
    match operator {
        Operator::Add => made(a.value + b.value, a.low + b.low, a.high + b.high),
        Operator::Subtract => made(a.value - b.value, a.low - b.high, a.high - b.low),
        Operator::Multiply => {
            let (low, high) = corners(a, b, |x, y| x * y);
            made(a.value * b.value, low, high)
        }
        Operator::Divide if equal(b.value, 0.0) => None,
        Operator::Divide if b.low <= 0.0 && b.high >= 0.0 => made(a.value / b.value, f64::NEG_INFINITY, f64::INFINITY),
        Operator::Divide => {
            let (low, high) = corners(a, b, |x, y| x / y);
            made(a.value / b.value, low, high)
        }
        _ => None,
    }
}

/// Smallest and largest of an operation over the ends of two ranges.
fn corners(a: Quantity, b: Quantity, operation: fn(f64, f64) -> f64) -> (f64, f64) {
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    for (x, y) in [(a.low, b.low), (a.low, b.high), (a.high, b.low), (a.high, b.high)] {
        let corner = operation(x, y);
        if corner.is_nan() {
            return (f64::NEG_INFINITY, f64::INFINITY);
        }
        low = low.min(corner);
        high = high.max(corner);
    }
    (low, high)
}

fn call(function: Function, args: &[Node], facts: &dyn Facts, bounds: bool) -> Number {
    let mut known: Short<Quantity> = Short::new();
    for arg in args {
        known.extend(number(arg, facts));
    }
    let complete = known.len() == args.len();
    match function {
        Function::Count => {
            let value = count(known.len());
            return Some(Quantity { value, low: value, high: count(args.len()), provisional: false });
        }
        Function::Known => return None,
        Function::Lowest | Function::Highest | Function::Deviation => {}
        _ if !complete => return None,
        _ => {}
    }
    let first = known.first()?;
    let provisional = known.iter().any(|x| x.provisional);
    let over = |f: &dyn Fn(&[f64]) -> f64| {
        let of = |pick: fn(&Quantity) -> f64| {
            let mut numbers: Short<f64> = Short::new();
            for x in &known {
                numbers.push(pick(x));
            }
            f(&numbers)
        };
        let value = of(|x| x.value);
        let (low, high) = if bounds { (of(|x| x.low), of(|x| x.high)) } else { (value, value) };
        Some(Quantity { value, low, high, provisional })
    };
    let least = |x: &[f64]| x.iter().copied().fold(f64::INFINITY, f64::min);
    let most = |x: &[f64]| x.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    match function {
        Function::Min => over(&least),
        Function::Max => over(&most),
        // What is unknown could still turn out smaller or larger.
        Function::Lowest => over(&least).map(|x| if complete { x } else { Quantity { low: f64::NEG_INFINITY, ..x } }),
        Function::Highest => over(&most).map(|x| if complete { x } else { Quantity { high: f64::INFINITY, ..x } }),
        Function::Sum => over(&sum),
        Function::Mean => over(&|x| sum(x) / count(x.len())),
        Function::Geomean if known.iter().any(|x| x.low < 0.0) => None,
        Function::Geomean => over(&|x| root(product(x), x.len())),
        Function::Abs => {
            let (low, high) = (first.low.min(first.high), first.low.max(first.high));
            let across = low <= 0.0 && high >= 0.0;
            Some(Quantity {
                value: first.value.abs(),
                low: if across { 0.0 } else { low.abs().min(high.abs()) },
                high: low.abs().max(high.abs()),
                provisional,
            })
        }
        Function::Deviation => deviation(&known, complete, provisional),
        Function::Count | Function::Known => None,
    }
}

/// Sample standard deviation, divisor n - 1.
fn deviation(known: &[Quantity], complete: bool, provisional: bool) -> Number {
    if known.len() < 2 {
        return None;
    }
    let mut numbers = Vec::new();
    for x in known {
        numbers.push(x.value);
    }
    let mean = sum(&numbers) / count(numbers.len());
    for x in &mut numbers {
        *x = (*x - mean) * (*x - mean);
    }
    let value = (sum(&numbers) / (count(numbers.len()) - 1.0)).sqrt();
    let fixed = complete && known.iter().all(|x| equal(x.low, x.high));
    let (low, high) = if fixed { (value, value) } else { (0.0, f64::INFINITY) };
    Some(Quantity { value, low, high, provisional })
}
