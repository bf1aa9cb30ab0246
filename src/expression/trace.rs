//! Why an expression has its value: the same evaluation, written down.

use super::evaluate::{Facts, number, truth};
use super::{Function, Name, Node, Operator, Truth};
use crate::data::{Data, object};
use crate::number::{brief, equal};

/// How a name is written, and what it is called.
pub(crate) type Words<'t, 'd> = &'t dyn Fn(Name) -> (String, Data<'d>);

/// Writes down the evaluation of `node`; `words` puts names into words.
/// `decided`: whether the part above has its value because of this one.
pub(crate) fn trace<'d>(node: &Node, facts: &dyn Facts, words: Words<'_, 'd>, decided: bool) -> Data<'d> {
    let is_truth = is_truth(node);
    let value = if is_truth { None } else { number(node, facts).map(|x| x.value) };
    let holds = is_truth.then(|| truth(node, facts));
    let mut title = Data::Null;
    let (label, kind) = match node {
        Node::Constant(x) => (brief(*x), "number"),
        Node::Truth(truth) => (truth.word().into(), "number"),
        Node::Name(name) => {
            let (label, called) = words(*name);
            title = called;
            (label, "name")
        }
        Node::Negate(_) => ("-".into(), "operator"),
        Node::Not(_) => ("not".into(), "operator"),
        Node::Binary(operator, _) => (operator.sign().into(), "operator"),
        Node::Call(function, _) => (function.name().into(), "call"),
    };
    let decides = |arg: &Node| match node {
        Node::Binary(Operator::And, _) if holds == Some(Truth::No) => truth(arg, facts) == Truth::No,
        Node::Binary(Operator::Or, _) if holds == Some(Truth::Yes) => truth(arg, facts) == Truth::Yes,
        Node::Call(Function::Min | Function::Max | Function::Lowest | Function::Highest, _) => {
            matches!((number(arg, facts), value), (Some(x), Some(y)) if equal(x.value, y))
        }
        _ => true,
    };
    let parts = children(node);
    let args = Data::each(parts.len(), &mut |n| {
        parts.get(n).map_or(Data::Null, |part| trace(part, facts, words, decides(part)))
    });
    object! {
        "label" => label,
        "title" => title,
        "kind" => kind,
        "value" => value,
        "truth" => holds.map_or(Data::Null, |holds| Data::Word(holds.word())),
        "decided" => decided,
        "args" => args,
    }
}

fn is_truth(node: &Node) -> bool {
    match node {
        Node::Truth(_) | Node::Not(_) => true,
        Node::Binary(operator, _) => {
            !matches!(operator, Operator::Add | Operator::Subtract | Operator::Multiply | Operator::Divide)
        }
        Node::Call(function, _) => *function == Function::Known,
        Node::Name(name) => matches!(name, Name::ChoiceIs(..) | Name::RoleIs(_)),
        Node::Constant(_) | Node::Negate(_) => false,
    }
}

fn children(node: &Node) -> &[Node] {
    match node {
        Node::Constant(_) | Node::Truth(_) | Node::Name(_) => &[],
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
        Node::Name(name) => {
            if !names.contains(name) {
                names.push(*name);
            }
        }
        _ => children(node).iter().for_each(|child| decisive(child, facts, names)),
    }
}
