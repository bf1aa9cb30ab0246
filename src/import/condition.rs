//! Conditions and formulas as SurveyJS and LimeSurvey write them, to a tree.
//!
//! ```text
//! or      = and { ("or" | "||") and }
//! and     = not { ("and" | "&&") not }
//! not     = [ "not" | "!" ] compare
//! compare = sum [ ("=" "==" "<>" "!=" "<" "<=" ">" ">=" and their words) sum | "empty" | "notempty" ]
//! sum     = product { ("+" | "-") product }
//! product = sign { ("*" | "/") sign }
//! sign    = [ "-" ] primary
//! primary = number | text | "true" | "false" | name | word "(" or { "," or } ")" | "(" or ")"
//! ```
//!
//! A name is `{q}` in SurveyJS, a bare word in LimeSurvey; a bare word is a text
//! in SurveyJS.

use crate::limits;
use crate::text::cut;

/// Operators with two sides, as this crate writes them.
pub(crate) const OPERATORS: [(&str, &[&str]); 12] = [
    ("or", &["||", "or"]),
    ("and", &["&&", "and"]),
    ("==", &["==", "=", "eq", "equal"]),
    ("!=", &["!=", "<>", "ne", "notequal"]),
    ("<=", &["<=", "le", "lessorequal"]),
    (">=", &[">=", "ge", "greaterorequal"]),
    ("<", &["<", "lt", "less"]),
    (">", &[">", "gt", "greater"]),
    ("+", &["+"]),
    ("-", &["-"]),
    ("*", &["*"]),
    ("/", &["/"]),
];

/// A condition or a formula.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Form {
    Number(f64),
    Text(String),
    Truth(bool),
    Name(String),
    Not(Box<Form>),
    Negate(Box<Form>),
    /// The sign is the first of an entry of [`OPERATORS`].
    Binary(&'static str, Box<[Form; 2]>),
    /// Whether something is not answered.
    Empty(Box<Form>),
    Call(String, Vec<Form>),
}

/// Reads a condition or a formula; `braces` is the dialect of SurveyJS. None for
/// anything else, and for what is longer or nested deeper than an expression here.
pub(crate) fn parse(text: &str, braces: bool) -> Option<Form> {
    if text.len() > limits::TEXT {
        return None;
    }
    let mut parser = Parser { rest: text.trim(), braces, depth: 0 };
    let form = parser.binary(0)?;
    parser.rest.is_empty().then_some(form)
}

/// The levels of binding, weakest first.
const LEVELS: [&[&str]; 5] = [&["or"], &["and"], &["==", "!=", "<=", ">=", "<", ">"], &["+", "-"], &["*", "/"]];
const COMPARISON: usize = 2;
/// Nesting of a source: with what is written around it an expression may have twice as much.
const DEPTH: usize = limits::EXPRESSION_DEPTH / 2;

struct Parser<'t> {
    rest: &'t str,
    braces: bool,
    depth: usize,
}

impl<'t> Parser<'t> {
    fn binary(&mut self, level: usize) -> Option<Form> {
        let Some(signs) = LEVELS.get(level) else { return self.sign() };
        if level == COMPARISON && (self.word("not") || self.not()) {
            return Some(Form::Not(Box::new(self.nested(COMPARISON)?)));
        }
        let mut left = self.binary(level + 1)?;
        loop {
            if level == COMPARISON && self.word("notempty") {
                left = Form::Not(Box::new(Form::Empty(Box::new(left))));
                continue;
            }
            if level == COMPARISON && self.word("empty") {
                left = Form::Empty(Box::new(left));
                continue;
            }
            let Some(sign) = self.operator(signs) else { return Some(left) };
            left = Form::Binary(sign, Box::new([left, self.binary(level + 1)?]));
        }
    }

    /// What stands inside something else: counted, so that it ends.
    fn nested(&mut self, level: usize) -> Option<Form> {
        self.depth += 1;
        let form = if self.depth > DEPTH { None } else { self.binary(level) };
        self.depth -= 1;
        form
    }

    fn operator(&mut self, signs: &[&str]) -> Option<&'static str> {
        for (sign, spellings) in OPERATORS.iter().filter(|(sign, _)| signs.contains(sign)) {
            for spelling in *spellings {
                let letters = spelling.starts_with(|c: char| c.is_ascii_alphabetic());
                if if letters { self.word(spelling) } else { self.take(spelling) } {
                    return Some(sign);
                }
            }
        }
        None
    }

    fn sign(&mut self) -> Option<Form> {
        if self.take("-") {
            self.depth += 1;
            let inner = if self.depth > DEPTH { None } else { self.sign() };
            self.depth -= 1;
            return Some(Form::Negate(Box::new(inner?)));
        }
        self.primary()
    }

    fn primary(&mut self) -> Option<Form> {
        if self.take("(") {
            let inner = self.nested(0)?;
            return self.take(")").then_some(inner);
        }
        let first = self.rest.chars().next()?;
        if first == '{' && self.braces {
            let (name, rest) = cut(self.rest.get(1..)?, b'}')?;
            self.rest = rest.trim_start();
            return Some(Form::Name(name.trim().into()));
        }
        if first == '\'' || first == '"' {
            let (text, rest) = self.rest.get(1..)?.split_once(first)?;
            self.rest = rest.trim_start();
            return Some(Form::Text(text.into()));
        }
        let word = self.bare();
        if word.is_empty() {
            return None;
        }
        if self.take("(") {
            return self.call(word);
        }
        Some(match word.to_ascii_lowercase().as_str() {
            "true" => Form::Truth(true),
            "false" => Form::Truth(false),
            _ => match word.parse() {
                Ok(x) if first.is_ascii_digit() => Form::Number(x),
                _ if self.braces => Form::Text(word.into()),
                _ => Form::Name(word.trim_end_matches(".NAOK").trim_end_matches(".code").into()),
            },
        })
    }

    fn call(&mut self, name: &str) -> Option<Form> {
        let mut arguments = Vec::new();
        while !self.take(")") {
            if !arguments.is_empty() && !self.take(",") {
                return None;
            }
            arguments.push(self.nested(0)?);
        }
        let name = name.to_ascii_lowercase();
        if name == "is_empty" && arguments.len() == 1 {
            return arguments.pop().map(|of| Form::Empty(Box::new(of)));
        }
        Some(Form::Call(name, arguments))
    }

    /// A word of letters, digits, `_` and `.`.
    fn bare(&mut self) -> &'t str {
        let end = self.rest.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '.').unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at_checked(end).unwrap_or_default();
        self.rest = rest.trim_start();
        word
    }

    fn word(&mut self, word: &str) -> bool {
        let before = self.rest;
        let found = self.bare().eq_ignore_ascii_case(word);
        if !found {
            self.rest = before;
        }
        found
    }

    /// `!`, but not of `!=`.
    fn not(&mut self) -> bool {
        !self.rest.starts_with("!=") && self.take("!")
    }

    fn take(&mut self, sign: &str) -> bool {
        let after = self.rest.strip_prefix(sign);
        self.rest = after.map_or(self.rest, str::trim_start);
        after.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_dialects() {
        let name = |name: &str| Form::Name(name.into());
        let equal = |a, b| Form::Binary("==", Box::new([a, b]));
        assert_eq!(parse("{a b} = 'x'", true), Some(equal(name("a b"), Form::Text("x".into()))));
        assert_eq!(parse("{a} = yes", true), Some(equal(name("a"), Form::Text("yes".into()))));
        assert_eq!(parse("((Q1.NAOK == \"A1\"))", false), Some(equal(name("Q1"), Form::Text("A1".into()))));
        assert_eq!(
            parse("!is_empty(Q1.NAOK) && Q2 ge 3", false),
            Some(Form::Binary(
                "and",
                Box::new([
                    Form::Not(Box::new(Form::Empty(Box::new(name("Q1"))))),
                    Form::Binary(">=", Box::new([name("Q2"), Form::Number(3.0)])),
                ])
            ))
        );
        assert_eq!(parse("{a} notempty", true), Some(Form::Not(Box::new(Form::Empty(Box::new(name("a")))))));
        for text in
            ["", "{a", "{a} =", "f(", "'a", "{a} {b}", &"(".repeat(3_000), &"-".repeat(3_000), &"not ".repeat(900)]
        {
            assert_eq!(parse(text, true), None, "{text}");
        }
    }
}
