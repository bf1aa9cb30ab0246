//! Why an expression has its value: the same evaluation, written down.

use super::evaluate::{Facts, number, truth};
use super::{Function, Name, Node, Operator, Truth};
use crate::data::Data;
use crate::number::{brief, equal};

/// The words for a name, in a trace.
pub(crate) type Titles<'t, 'd> = &'t dyn Fn(Name) -> Data<'d>;

/// Writes down the evaluation of `node`; `title` names what a name stands for.
/// `decided`: whether the part above has its value because of this one.
pub(crate) fn trace<'d>(node: &Node, facts: &dyn Facts, title: Titles<'_, 'd>, decided: bool) -> Data<'d> {
    let is_truth = is_truth(node);
    let value = if is_truth { None } else { number(node, facts).map(|x| x.value) };
    let holds = is_truth.then(|| truth(node, facts));
    let (label, kind) = match node {
        Node::Constant(x) => (brief(*x), "number"),
        Node::Truth(truth) => (truth.word().into(), "number"),
        Node::Name(_, label) => (label.clone(), "name"),
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
    let args = children(node).iter().map(|child| trace(child, facts, title, decides(child)));
    Data::Object(vec![
        ("label", Data::Owned(label)),
        ("title", if let Node::Name(name, _) = node { title(*name) } else { Data::Null }),
        ("kind", Data::Word(kind)),
        ("value", Data::maybe(value)),
        ("truth", holds.map_or(Data::Null, |holds| Data::Word(holds.word()))),
        ("decided", Data::Bool(decided)),
        ("args", Data::all(args)),
    ])
}

fn is_truth(node: &Node) -> bool {
    match node {
        Node::Truth(_) | Node::Not(_) => true,
        Node::Binary(operator, _) => {
            !matches!(operator, Operator::Add | Operator::Subtract | Operator::Multiply | Operator::Divide)
        }
        Node::Call(function, _) => *function == Function::Known,
        Node::Name(name, _) => matches!(name, Name::ChoiceIs(..) | Name::RoleIs(_)),
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
