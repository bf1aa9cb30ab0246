//! Conditions and formulas of a source in the language of definitions.

use super::choices::{Choice, Value, numeric};
use super::condition::{Form, parse};
use super::draft::{Draft, Kind};
use super::report::Report;
use super::written::figure;
use crate::limits;
use crate::problem::quoted;
use crate::text::joined;

/// What a name of the source stands for: an item, or a row of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Subject {
    pub(crate) item: usize,
    pub(crate) row: Option<usize>,
}

/// A text, or why there is none.
type Translated = Result<String, String>;

const FUNCTIONS: [(&str, &str); 6] =
    [("sum", "sum"), ("avg", "mean"), ("mean", "mean"), ("min", "min"), ("max", "max"), ("abs", "abs")];

/// A condition of the source; `""`, with a loss, where it cannot be expressed.
pub(crate) fn condition(source: &str, braces: bool, draft: &Draft, at: &str, report: &mut Report) -> String {
    let translated = match parse(source, braces) {
        Some(form) => truth(&form, draft).and_then(fitting),
        None => Err("it is not read".into()),
    };
    translated.unwrap_or_else(|reason| {
        let sentence = joined(&["the condition ", &quoted(source), " cannot be expressed: ", &reason]);
        report.lost(at, "a condition", &sentence, "it is always shown");
        String::new()
    })
}

/// A formula of the source. The reason where it cannot be expressed.
pub(crate) fn formula(source: &str, braces: bool, draft: &Draft) -> Translated {
    let form = parse(source, braces).ok_or("it is not read")?;
    number(&form, draft, true).and_then(fitting)
}

/// Two conditions that must both hold.
pub(crate) fn both(a: &str, b: &str) -> String {
    match (a, b) {
        ("", only) | (only, "") => only.into(),
        _ => joined(&["(", a, ") and (", b, ")"]),
    }
}

fn fitting(expression: String) -> Translated {
    if expression.len() > limits::EXPRESSION { Err("it is too long".into()) } else { Ok(expression) }
}

fn truth(form: &Form, draft: &Draft) -> Translated {
    match form {
        Form::Truth(truth) => Ok(truth.to_string()),
        Form::Not(inner) => match &**inner {
            Form::Empty(of) => filled(of, draft),
            inner => Ok(joined(&["not (", &truth(inner, draft)?, ")"])),
        },
        Form::Empty(of) => match subject(of, draft)? {
            of if of.is_number(draft) => Ok(joined(&["not known(", &of.name(draft), ")"])),
            of => Err(joined(&[
                "whether ",
                &quoted(&of.name(draft)),
                " is empty cannot be asked of a choice among words",
            ])),
        },
        Form::Binary(sign @ ("and" | "or"), sides) => {
            let [left, right] = &**sides;
            let side = |form: &Form| {
                let text = truth(form, draft)?;
                // "or" binds weakest.
                let weak = *sign == "and" && matches!(form, Form::Binary("or", _));
                Ok::<_, String>(if weak { joined(&["(", &text, ")"]) } else { text })
            };
            fitting(joined(&[&side(left)?, " ", sign, " ", &side(right)?]))
        }
        Form::Binary(sign @ ("==" | "!=" | "<" | "<=" | ">" | ">="), sides) => {
            let [left, right] = &**sides;
            compared(left, sign, right, draft)
        }
        Form::Name(_) => compared(form, "==", &Form::Truth(true), draft),
        _ => Err("it is not a comparison".into()),
    }
}

fn compared(left: &Form, sign: &'static str, right: &Form, draft: &Draft) -> Translated {
    if matches!(right, Form::Name(_)) && !matches!(left, Form::Name(_)) {
        let turned = [("<", ">"), ("<=", ">="), (">", "<"), (">=", "<=")];
        let sign = turned.iter().find(|(known, _)| *known == sign).map_or(sign, |(_, turned)| turned);
        return compared(right, sign, left, draft);
    }
    if let (Form::Name(_), Some(key)) = (left, key(right)) {
        return subject(left, draft)?.against(sign, &key, draft);
    }
    Ok(joined(&[&number(left, draft, false)?, " ", sign, " ", &number(right, draft, false)?]))
}

/// A constant as choices name it.
fn key(form: &Form) -> Option<String> {
    match form {
        Form::Text(text) => Some(text.clone()),
        Form::Number(x) => Some(figure(*x)),
        Form::Negate(inner) => key(inner).map(|key| joined(&["-", &key])),
        Form::Truth(truth) => Some(truth.to_string()),
        _ => None,
    }
}

/// That something is answered.
fn filled(of: &Form, draft: &Draft) -> Translated {
    let subject = subject(of, draft)?;
    let name = subject.name(draft);
    if subject.is_number(draft) {
        return Ok(joined(&["known(", &name, ")"]));
    }
    let words = match draft.items.get(subject.item).map(|item| &item.kind) {
        Some(Kind::Choice(choices)) => choices.iter().filter_map(word).collect::<Vec<_>>(),
        _ => return Err(joined(&["whether ", &quoted(&name), " is answered cannot be asked"])),
    };
    let each: Vec<String> = words.iter().map(|word| joined(&[&name, " == '", word, "'"])).collect();
    Ok(joined(&["(", &each.join(" or "), ")"]))
}

fn word(choice: &Choice) -> Option<&str> {
    if let Value::Word(word) = &choice.value { Some(word) } else { None }
}

fn number(form: &Form, draft: &Draft, scores: bool) -> Translated {
    match form {
        Form::Number(x) if x.abs() <= limits::MAGNITUDE => Ok(figure(*x)),
        Form::Name(name) => match draft.computed.get(name) {
            Some(id) if scores => Ok(id.clone()),
            _ => {
                let subject = subject(form, draft)?;
                let fine = subject.is_number(draft);
                if fine { Ok(subject.name(draft)) } else { Err(joined(&[&quoted(name), " is not one number"])) }
            }
        },
        Form::Negate(inner) => Ok(joined(&["-(", &number(inner, draft, scores)?, ")"])),
        Form::Binary(sign @ ("+" | "-" | "*" | "/"), sides) => {
            let [left, right] = &**sides;
            let weak = |form: &Form, signs: &[&str]| matches!(form, Form::Binary(sign, _) if signs.contains(sign));
            let tight = *sign == "*" || *sign == "/";
            let side = |form: &Form, weak: bool| {
                let text = number(form, draft, scores)?;
                Ok::<_, String>(if weak { joined(&["(", &text, ")"]) } else { text })
            };
            let left = side(left, tight && weak(left, &["+", "-"]))?;
            let right = side(right, weak(right, if tight { &["+", "-", "*", "/"] } else { &["+", "-"] }))?;
            fitting(joined(&[&left, " ", sign, " ", &right]))
        }
        Form::Call(function, arguments) => {
            let known = FUNCTIONS.iter().find(|(name, _)| name == function);
            let (_, name) = known.ok_or_else(|| joined(&["there is no function ", &quoted(function)]))?;
            let arguments: Result<Vec<String>, String> =
                arguments.iter().map(|form| number(form, draft, scores)).collect();
            fitting(joined(&[name, "(", &arguments?.join(", "), ")"]))
        }
        _ => Err("it is not a number".into()),
    }
}

fn subject(form: &Form, draft: &Draft) -> Result<Subject, String> {
    let Form::Name(name) = form else { return Err("it reads something else than a question".into()) };
    let found = draft.subjects.get(name).copied();
    found.ok_or_else(|| joined(&[&quoted(name), " is no question that is asked before and carried over"]))
}

impl Subject {
    /// As expressions name it.
    fn name(self, draft: &Draft) -> String {
        let Some(item) = draft.items.get(self.item) else { return String::new() };
        let row = match (&item.kind, self.row) {
            (Kind::Grid { rows, .. }, Some(n)) => rows.get(n).and_then(word),
            _ => None,
        };
        row.map_or_else(|| item.id.clone(), |row| joined(&[&item.id, ".", row]))
    }

    /// Whether it is one number.
    fn is_number(self, draft: &Draft) -> bool {
        match draft.items.get(self.item).map(|item| &item.kind) {
            Some(Kind::Number { .. }) => true,
            Some(Kind::Choice(choices)) => numeric(choices),
            Some(Kind::Grid { choices, .. }) => self.row.is_some() && numeric(choices),
            _ => false,
        }
    }

    /// Compared with a constant of the source.
    fn against(self, sign: &str, key: &str, draft: &Draft) -> Translated {
        let name = self.name(draft);
        if self.is_number(draft) {
            let x: f64 =
                key.parse().map_err(|_| joined(&[&quoted(&name), " is a number, ", &quoted(key), " is not"]))?;
            let fine = x.abs() <= limits::MAGNITUDE;
            return if fine {
                Ok(joined(&[&name, " ", sign, " ", &figure(x)]))
            } else {
                Err("a number too large".into())
            };
        }
        let (Some(Kind::Choice(choices)), "==" | "!=") = (draft.items.get(self.item).map(|item| &item.kind), sign)
        else {
            return Err(joined(&[&quoted(&name), " cannot be compared like this"]));
        };
        let choice = choices.iter().find(|choice| choice.source == key).and_then(word);
        let choice = choice.ok_or_else(|| joined(&[&quoted(&name), " has no choice ", &quoted(key)]))?;
        Ok(joined(&[&name, " ", sign, " '", choice, "'"]))
    }
}
