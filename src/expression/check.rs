//! Syntax to a trusted [`Expression`]: names, types and size.

use super::parse::{Fault, Form, Syntax};
use super::{Expression, FUNCTIONS, Function, LOOKUPS, Name, Node, Operator, Truth, Type};
use crate::limits;
use crate::problem::{did_you_mean, quoted, suggest};

/// What a name stands for.
pub(crate) enum Found {
    /// A number.
    Number(Name),
    /// A truth.
    Truth(Name),
    /// Several numbers, for functions that take several.
    Many(Vec<Name>),
}

/// An argument of a lookup function: a name and where it stands.
pub(crate) struct Argument<'s> {
    pub(crate) name: &'s str,
    pub(crate) at: usize,
}

/// The names that may be used where an expression stands.
pub(crate) trait Scope {
    /// What `name` stands for.
    fn name(&self, name: &str, at: usize) -> Result<Found, Fault>;
    /// The value of a lookup function.
    fn lookup(&self, function: &str, arguments: &[Argument<'_>], at: usize) -> Result<Name, Fault>;
    /// The truth of "the answer called `name` is `word`".
    fn is(&self, name: &str, word: &str, at: usize) -> Result<Name, Fault>;
}

/// Resolves and type-checks `syntax`, which must yield a `want`; and counts its
/// parts, lists spread out.
///
/// # Errors
/// `unknown-name`, `expression-type`, `expression-too-large`; the first found.
pub(crate) fn check(syntax: &Syntax, want: Type, scope: &dyn Scope) -> Result<(Expression, usize), Fault> {
    let mut checker = Checker { scope, nodes: 0 };
    let root = checker.node(syntax, want)?;
    Ok((Expression { root }, checker.nodes))
}

struct Checker<'s> {
    scope: &'s dyn Scope,
    nodes: usize,
}

fn mismatch(at: usize, want: Type) -> Fault {
    match want {
        Type::Number => {
            Fault::new("expression-type", at, "expected a number, found a condition", "compare numbers, not truths")
        }
        Type::Truth => {
            Fault::new("expression-type", at, "expected a condition, found a number", "compare it, as in `index >= 50`")
        }
    }
}

impl Checker<'_> {
    fn grow(&mut self, by: usize, at: usize) -> Result<(), Fault> {
        self.nodes += by;
        if self.nodes > limits::EXPRESSION_NODES {
            let help = "name a part of it as a composite of its own";
            return Err(Fault::new("expression-too-large", at, "an expression of more than 1000 parts", help));
        }
        Ok(())
    }

    fn node(&mut self, syntax: &Syntax, want: Type) -> Result<Node, Fault> {
        let at = syntax.at;
        self.grow(1, at)?;
        let (node, found) = match &syntax.form {
            Form::Number(x) => (Node::Constant(*x), Type::Number),
            Form::Truth(truth) => (Node::Truth(Truth::of(*truth)), Type::Truth),
            Form::Word(_) => {
                let help = "a word can only be compared with an item or with `role`, as in `role == 'cio'`";
                return Err(Fault::new("expression-type", at, "a word where a value belongs", help));
            }
            Form::Name(name) => match self.scope.name(name, at)? {
                Found::Number(name) => (Node::Name(name), Type::Number),
                Found::Truth(name) => (Node::Name(name), Type::Truth),
                Found::Many(_) => {
                    let mut message = quoted(name);
                    message.push_str(" stands for several numbers");
                    let help = "use it inside min, max, sum, mean, geomean, lowest, highest, deviation or count";
                    return Err(Fault::new("expression-type", at, message, help));
                }
            },
            Form::Negate(inner) => (Node::Negate(Box::new(self.node(inner, Type::Number)?)), Type::Number),
            Form::Not(inner) => (Node::Not(Box::new(self.node(inner, Type::Truth)?)), Type::Truth),
            Form::Binary(operator, left, right) => self.binary(*operator, left, right)?,
            Form::Call(name, arguments) => self.call(name, arguments, at)?,
        };
        if found == want { Ok(node) } else { Err(mismatch(at, want)) }
    }

    fn binary(&mut self, operator: Operator, left: &Syntax, right: &Syntax) -> Result<(Node, Type), Fault> {
        use Operator::{Add, And, Divide, Equal, Multiply, Or, Subtract, Unequal};
        if let (Equal | Unequal, Form::Name(name), Form::Word(word)) = (operator, &left.form, &right.form) {
            let is = Node::Name(self.scope.is(name, word, left.at)?);
            return Ok((if operator == Equal { is } else { Node::Not(Box::new(is)) }, Type::Truth));
        }
        let (sides, yields) = match operator {
            And | Or => (Type::Truth, Type::Truth),
            Add | Subtract | Multiply | Divide => (Type::Number, Type::Number),
            _ => (Type::Number, Type::Truth),
        };
        let nodes = Box::new([self.node(left, sides)?, self.node(right, sides)?]);
        Ok((Node::Binary(operator, nodes), yields))
    }

    fn call(&mut self, name: &str, arguments: &[Syntax], at: usize) -> Result<(Node, Type), Fault> {
        if LOOKUPS.contains(&name) {
            let mut names = Vec::new();
            for argument in arguments {
                let Form::Name(inner) = &argument.form else {
                    let help = "give it the name of an item or of a list";
                    return Err(Fault::new("expression-type", argument.at, "this function takes names only", help));
                };
                names.push(Argument { name: inner, at: argument.at });
            }
            return Ok((Node::Name(self.scope.lookup(name, &names, at)?), Type::Number));
        }
        let Some((_, function)) = FUNCTIONS.iter().find(|(known, _)| *known == name) else {
            let mut message = String::from("unknown function ");
            message.push_str(&quoted(name));
            let mut known = FUNCTIONS.iter().map(|(known, _)| *known).chain(LOOKUPS);
            let help = suggest(did_you_mean(name, &mut known), "see the functions in the README");
            return Err(Fault::new("unknown-name", at, message, help));
        };
        let mut nodes = Vec::new();
        for argument in arguments {
            self.argument(argument, &mut nodes)?;
        }
        if matches!(function, Function::Known | Function::Abs) && nodes.len() != 1 {
            return Err(Fault::new("expression-type", at, "this function takes one number", "give it one argument"));
        }
        let yields = if *function == Function::Known { Type::Truth } else { Type::Number };
        Ok((Node::Call(*function, nodes), yields))
    }

    /// One argument, or the members of what it names.
    fn argument(&mut self, argument: &Syntax, nodes: &mut Vec<Node>) -> Result<(), Fault> {
        if let Form::Name(name) = &argument.form
            && let Found::Many(many) = self.scope.name(name, argument.at)?
        {
            self.grow(many.len(), argument.at)?;
            nodes.extend(many.into_iter().map(Node::Name));
            return Ok(());
        }
        nodes.push(self.node(argument, Type::Number)?);
        Ok(())
    }
}
