//! Why an expression has its value: the same evaluation, written down.

use super::evaluate::{Facts, number, truth};
use super::{FUNCTIONS, Function, Name, Node, Operator, Truth};
use crate::number::{brief, equal};
use serde::Serialize;

/// One part of an expression with its value.
#[derive(Clone, Debug, Serialize)]
pub struct Trace {
    /// The operator, function, name or number, as written.
    pub label: String,
    /// The title of what a name stands for.
    pub title: Option<String>,
    /// `number`, `name`, `call` or `operator`.
    pub kind: &'static str,
    /// The number, where it is known.
    pub value: Option<f64>,
    /// The truth, for conditions.
    pub truth: Option<Truth>,
    /// Whether the part above has its value because of this one.
    pub decided: bool,
    /// The parts this one is made of.
    pub args: Vec<Trace>,
}

/// Writes down the evaluation of `node`; `title` names what a name stands for.
pub(crate) fn trace(node: &Node, facts: &dyn Facts, title: &dyn Fn(Name) -> Option<String>) -> Trace {
    let is_truth = is_truth(node);
    let value = if is_truth { None } else { number(node, facts).map(|x| x.value) };
    let holds = is_truth.then(|| truth(node, facts));
    let (label, kind) = match node {
        Node::Constant(x) => (brief(*x), "number"),
        Node::Truth(truth) => (String::from(if *truth == Truth::Yes { "true" } else { "false" }), "number"),
        Node::Name(_, label) => (label.clone(), "name"),
        Node::Negate(_) => ("-".into(), "operator"),
        Node::Not(_) => ("not".into(), "operator"),
        Node::Binary(operator, _) => (operator.sign().into(), "operator"),
        Node::Call(function, _) => {
            let name = FUNCTIONS.iter().find(|(_, known)| known == function).map_or("", |(name, _)| name);
            (name.into(), "call")
        }
    };
    let mut args: Vec<Trace> = children(node).iter().map(|child| trace(child, facts, title)).collect();
    let decides = |arg: &Trace| match (node, holds) {
        (Node::Binary(Operator::And, _), Some(Truth::No)) => arg.truth == Some(Truth::No),
        (Node::Binary(Operator::Or, _), Some(Truth::Yes)) => arg.truth == Some(Truth::Yes),
        (Node::Call(function, _), _) => {
            use Function::{Highest, Lowest, Max, Min};
            let chosen = matches!((arg.value, value), (Some(x), Some(y)) if equal(x, y));
            !matches!(function, Min | Max | Lowest | Highest) || chosen
        }
        _ => true,
    };
    let flags: Vec<bool> = args.iter().map(decides).collect();
    for (arg, decided) in args.iter_mut().zip(flags) {
        arg.decided = decided;
    }
    let title = if let Node::Name(name, _) = node { title(*name) } else { None };
    Trace { label, title, kind, value, truth: holds, decided: true, args }
}

fn is_truth(node: &Node) -> bool {
    match node {
        Node::Truth(_) | Node::Not(_) => true,
        Node::Binary(operator, _) => {
            !matches!(operator, Operator::Add | Operator::Subtract | Operator::Multiply | Operator::Divide)
        }
        Node::Call(function, _) => *function == Function::Known,
        Node::Name(name, _) => matches!(name, Name::ChoiceIs(..) | Name::RoleIs(_) | Name::PairTruth(_)),
        Node::Constant(_) | Node::Negate(_) => false,
    }
}

fn children(node: &Node) -> &[Node] {
    match node {
        Node::Constant(_) | Node::Truth(_) | Node::Name(..) => &[],
        Node::Negate(inner) | Node::Not(inner) => core::slice::from_ref(inner),
        Node::Binary(_, sides) => sides.as_slice(),
        Node::Call(_, args) => args,
    }
}

/// The names that decide why a condition holds, without repeats: of an `or`
/// only the sides that hold, of a largest or smallest only that one.
pub(crate) fn decisive(node: &Node, facts: &dyn Facts, names: &mut Vec<Name>) {
    match node {
        Node::Binary(Operator::Or, sides) => {
            for side in sides.iter().filter(|side| truth(side, facts) == Truth::Yes) {
                decisive(side, facts, names);
            }
        }
        Node::Call(Function::Highest | Function::Lowest | Function::Max | Function::Min, args) => {
            let value = number(node, facts).map(|x| x.value);
            let decides = |arg: &&Node| matches!((number(arg, facts), value), (Some(x), Some(y)) if equal(x.value, y));
            args.iter().filter(decides).for_each(|arg| decisive(arg, facts, names));
        }
        Node::Name(name, _) => {
            if !names.contains(name) {
                names.push(*name);
            }
        }
        _ => children(node).iter().for_each(|child| decisive(child, facts, names)),
    }
}
