//! Conditions in the language of `SurveyJS`.
//!
//! A missing answer makes our comparison unknown, and what is unknown shows
//! nothing; in `SurveyJS` `<>` holds for an empty answer. So `not` is carried to
//! the comparisons, which are turned round, and `<>` asks for the answer first.

use super::Fields;
use crate::export::losses::Losses;
use crate::export::question::Question;
use crate::export::tree::text as words;
use crate::expression::{Form, Operator, Syntax, parse};
use crate::instrument::{Instrument, Kind, Wide, value};
use crate::json::Node;
use crate::problem::join;
use crate::text::joined;
use crate::written::figure;

/// Adds what shows a page or an item, or notes that it cannot be said.
pub(super) fn add(instrument: &Instrument, node: &Node, at: &str, fields: &mut Fields, losses: &mut Losses) {
    let source = node.get("show_if").text();
    if source.is_empty() {
        return;
    }
    match parse(source).ok().and_then(|syntax| Translator { instrument }.condition(&syntax, true)) {
        Some(condition) => fields.push(("visibleIf", words(&condition))),
        None => {
            let sentence = "SurveyJS has no such name or function";
            losses.lost(&join(at, "show_if"), "show_if", sentence, "it is always shown");
        }
    }
}

struct Translator<'i> {
    instrument: &'i Instrument,
}

impl Translator<'_> {
    /// A condition, or the opposite of it; none where it cannot be said.
    fn condition(&self, syntax: &Syntax, holds: bool) -> Option<String> {
        match &syntax.form {
            Form::Truth(truth) => Some(String::from(if *truth == holds { "1 = 1" } else { "1 = 2" })),
            Form::Not(inner) => self.condition(inner, !holds),
            Form::Binary(operator @ (Operator::And | Operator::Or), a, b) => {
                let word = if (*operator == Operator::And) == holds { "and" } else { "or" };
                Some(format!("({} {word} {})", self.condition(a, holds)?, self.condition(b, holds)?))
            }
            Form::Binary(operator, a, b) => self.comparison(*operator, a, b, holds),
            Form::Call(name, args) => match (name.as_str(), args.as_slice()) {
                ("known", [Syntax { form: Form::Name(name), .. }]) => {
                    Some(format!("{} {}", self.name(name)?, if holds { "notempty" } else { "empty" }))
                }
                _ => None,
            },
            Form::Number(_) | Form::Word(_) | Form::Name(_) | Form::Negate(_) => None,
        }
    }

    fn comparison(&self, operator: Operator, a: &Syntax, b: &Syntax, holds: bool) -> Option<String> {
        let sign = sign(operator, holds)?;
        if let Some(chosen) = self.chosen(sign, a, b) {
            return Some(chosen);
        }
        let said = format!("{} {sign} {}", self.value(a)?, self.value(b)?);
        if sign != "<>" {
            return Some(said);
        }
        let mut names = Vec::new();
        self.names(a, &mut names)?;
        self.names(b, &mut names)?;
        let known: Vec<String> = names.iter().map(|name| joined(&[name, " notempty and "])).collect();
        Some(format!("({}{said})", known.concat()))
    }

    /// Whether a choice of several is among those chosen: our 1 or 0.
    fn chosen(&self, sign: &str, a: &Syntax, b: &Syntax) -> Option<String> {
        let (Form::Name(name), Form::Number(x)) = (&a.form, &b.form) else { return None };
        let (id, part) = name.split_once('.')?;
        let question = Question::of(self.instrument, id)?;
        let choice = question.choices().iter().find(|choice| value(choice) == part)?;
        let is = match (sign, *x > 0.0) {
            ("=", is) => is,
            ("<>", is) => !is,
            _ => return None,
        };
        let several = matches!(question.item.kind, Kind::Wide(Wide::Multiple { .. }));
        let given = quoted(choice.get("value"));
        // Nothing chosen is unknown, not 0.
        several.then(|| {
            if is {
                format!("{{{id}}} contains {given}")
            } else {
                format!("({{{id}}} notempty and {{{id}}} notcontains {given})")
            }
        })
    }

    /// A number or a word.
    fn value(&self, syntax: &Syntax) -> Option<String> {
        match &syntax.form {
            Form::Number(x) => Some(figure(*x)),
            Form::Word(word) => Some(format!("'{word}'")),
            Form::Name(name) => self.name(name),
            Form::Negate(inner) => Some(format!("(0 - {})", self.value(inner)?)),
            Form::Binary(operator, a, b) => {
                let sign = match operator {
                    Operator::Add => "+",
                    Operator::Subtract => "-",
                    Operator::Multiply => "*",
                    Operator::Divide => "/",
                    _ => return None,
                };
                Some(format!("({} {sign} {})", self.value(a)?, self.value(b)?))
            }
            Form::Truth(_) | Form::Not(_) | Form::Call(..) => None,
        }
    }

    /// An answer, or a part of one.
    fn name(&self, name: &str) -> Option<String> {
        if name == "role" {
            return Some("{role}".into());
        }
        let (id, part) = name.split_once('.').unwrap_or((name, ""));
        let question = Question::of(self.instrument, id)?;
        match (&question.item.kind, part) {
            (Kind::Choice(_) | Kind::Number { .. }, "") => Some(format!("{{{id}}}")),
            (Kind::Wide(Wide::Multiple { .. }), "") => Some(format!("{{{id}.length}}")),
            (Kind::Allocation { .. } | Kind::Grid { .. }, part) if !part.is_empty() => Some(format!("{{{id}.{part}}}")),
            _ => None,
        }
    }

    /// Every name in a value.
    fn names(&self, syntax: &Syntax, into: &mut Vec<String>) -> Option<()> {
        match &syntax.form {
            Form::Name(name) => into.push(self.name(name)?),
            Form::Negate(inner) => self.names(inner, into)?,
            Form::Binary(_, a, b) => {
                self.names(a, into)?;
                self.names(b, into)?;
            }
            _ => {}
        }
        Some(())
    }
}

/// The sign of a comparison, or of its opposite.
fn sign(operator: Operator, holds: bool) -> Option<&'static str> {
    Some(match (operator, holds) {
        (Operator::Equal, true) | (Operator::Unequal, false) => "=",
        (Operator::Unequal, true) | (Operator::Equal, false) => "<>",
        (Operator::Less, true) | (Operator::AtLeast, false) => "<",
        (Operator::AtMost, true) | (Operator::Greater, false) => "<=",
        (Operator::Greater, true) | (Operator::AtMost, false) => ">",
        (Operator::AtLeast, true) | (Operator::Less, false) => ">=",
        _ => return None,
    })
}

/// The value of a choice.
fn quoted(node: &Node) -> String {
    node.number().map_or_else(|| format!("'{}'", node.text()), figure)
}
