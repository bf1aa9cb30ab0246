//! Source text to syntax: words and signs first, then the grammar.

use super::Operator;
use crate::limits;
use crate::number::decimal;

/// An expression as written, names unresolved.
#[derive(Debug)]
pub(crate) struct Syntax {
    pub(crate) at: usize,
    pub(crate) form: Form,
}

#[derive(Debug)]
pub(crate) enum Form {
    Number(f64),
    Truth(bool),
    Word(String),
    Name(String),
    Negate(Box<Syntax>),
    Not(Box<Syntax>),
    Binary(Operator, Box<Syntax>, Box<Syntax>),
    Call(String, Vec<Syntax>),
}

/// What is wrong with a source text, and where, in characters from its start.
#[derive(Debug)]
pub(crate) struct Fault {
    pub(crate) code: &'static str,
    pub(crate) at: usize,
    pub(crate) message: String,
    pub(crate) help: String,
}

impl Fault {
    pub(crate) fn new(code: &'static str, at: usize, message: impl Into<String>, help: impl Into<String>) -> Self {
        Fault { code, at, message: message.into(), help: help.into() }
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Number(f64),
    Name(String),
    Word(String),
    Sign(&'static str),
}

/// Reads a source text of at most [`limits::EXPRESSION`] characters.
///
/// # Errors
/// `expression-syntax` with the place of the first fault.
pub(crate) fn parse(source: &str) -> Result<Syntax, Fault> {
    let tokens = tokens(source)?;
    let end = source.chars().count();
    let mut parser = Parser { tokens: &tokens, next: 0, depth: 0, end };
    let syntax = parser.expression()?;
    match parser.tokens.get(parser.next) {
        None => Ok(syntax),
        Some(_) => Err(parser.expected("an operator or the end")),
    }
}

const SIGNS: [&str; 13] = ["==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "(", ")", ","];

fn tokens(source: &str) -> Result<Vec<(usize, Token)>, Fault> {
    let chars: Vec<char> = source.chars().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    let run = |from: usize, ok: fn(char) -> bool| chars.iter().skip(from).take_while(|c| ok(**c)).collect::<String>();
    while let Some(&c) = chars.get(at) {
        let start = at;
        if c.is_ascii_whitespace() {
            at += 1;
            continue;
        }
        let token = if c.is_ascii_digit() {
            let text = run(at, |c| c.is_ascii_digit() || c == '.');
            at += text.len();
            Token::Number(number(&text).ok_or_else(|| {
                Fault::new("expression-syntax", start, "not a number", "write it as 12 or 12.5, with at most 15 digits")
            })?)
        } else if c.is_ascii_alphabetic() {
            let text = run(at, |c| c.is_ascii_alphanumeric() || c == '_' || c == '.');
            at += text.len();
            Token::Name(text)
        } else if c == '\'' {
            let text = run(at + 1, |c| c.is_ascii_alphanumeric() || c == '_');
            at += text.len() + 2;
            if chars.get(at - 1) != Some(&'\'') {
                return Err(Fault::new(
                    "expression-syntax",
                    start,
                    "a word without its closing quote",
                    "write it as 'cost'",
                ));
            }
            Token::Word(text)
        } else {
            let two = run(at, |c| matches!(c, '=' | '!' | '<' | '>'));
            let found = SIGNS.iter().find(|sign| **sign == two || sign.starts_with(c) && sign.len() == 1);
            let Some(sign) = found else {
                let help = "an expression has numbers, names, + - * / ( ) , and == != < <= > >=";
                return Err(Fault::new("expression-syntax", start, "a character that means nothing here", help));
            };
            at += sign.len();
            Token::Sign(sign)
        };
        tokens.push((start, token));
    }
    Ok(tokens)
}

fn number(text: &str) -> Option<f64> {
    let (whole, places) = text.split_once('.').unwrap_or((text, "0"));
    if places.is_empty() || places.bytes().any(|b| b == b'.') || whole.len() + places.len() > limits::NUMBER_DIGITS {
        return None;
    }
    let mut mantissa: u64 = 0;
    for digit in whole.bytes().chain(places.bytes()) {
        mantissa = mantissa.checked_mul(10)?.checked_add(u64::from(digit - b'0'))?;
    }
    decimal(mantissa, -i32::try_from(places.len()).ok()?)
}

/// The operators from the weakest to the tightest.
const LEVELS: [&[Operator]; 5] = [
    &[Operator::Or],
    &[Operator::And],
    &[Operator::Equal, Operator::Unequal, Operator::AtMost, Operator::AtLeast, Operator::Less, Operator::Greater],
    &[Operator::Add, Operator::Subtract],
    &[Operator::Multiply, Operator::Divide],
];

/// The level that takes `not` before it, and one operator only.
const COMPARISON: usize = 2;

struct Parser<'t> {
    tokens: &'t [(usize, Token)],
    next: usize,
    depth: usize,
    end: usize,
}

impl Parser<'_> {
    fn at(&self) -> usize {
        self.tokens.get(self.next).map_or(self.end, |(at, _)| *at)
    }

    fn expected(&self, what: &str) -> Fault {
        let mut message = String::from("expected ");
        message.push_str(what);
        Fault::new("expression-syntax", self.at(), message, "see the grammar of expressions in the README")
    }

    fn sign(&mut self, sign: &str) -> bool {
        let found = matches!(self.tokens.get(self.next), Some((_, Token::Sign(s))) if *s == sign);
        self.next += usize::from(found);
        found
    }

    fn operator(&mut self, sign: &'static str) -> bool {
        self.sign(sign) || self.keyword(sign)
    }

    fn keyword(&mut self, word: &str) -> bool {
        let found = matches!(self.tokens.get(self.next), Some((_, Token::Name(name))) if name == word);
        self.next += usize::from(found);
        found
    }

    fn expression(&mut self) -> Result<Syntax, Fault> {
        self.depth += 1;
        if self.depth > limits::EXPRESSION_DEPTH {
            let help = "name a part of it as a composite of its own";
            return Err(Fault::new("expression-too-large", self.at(), "nested too deeply", help));
        }
        let syntax = self.binary(0)?;
        self.depth -= 1;
        Ok(syntax)
    }

    /// Operators of this level and all that bind tighter.
    fn binary(&mut self, level: usize) -> Result<Syntax, Fault> {
        let Some(operators) = LEVELS.get(level) else { return self.signed() };
        let start = self.at();
        if level == COMPARISON && self.keyword("not") {
            return Ok(Syntax { at: start, form: Form::Not(Box::new(self.binary(level)?)) });
        }
        let mut left = self.binary(level + 1)?;
        loop {
            let at = self.at();
            let Some(operator) = operators.iter().find(|operator| self.operator(operator.sign())) else {
                return Ok(left);
            };
            let right = self.binary(level + 1)?;
            left = Syntax { at, form: Form::Binary(*operator, Box::new(left), Box::new(right)) };
            if level == COMPARISON {
                return Ok(left);
            }
        }
    }

    fn signed(&mut self) -> Result<Syntax, Fault> {
        let at = self.at();
        if self.sign("-") {
            return Ok(Syntax { at, form: Form::Negate(Box::new(self.primary()?)) });
        }
        self.primary()
    }

    fn primary(&mut self) -> Result<Syntax, Fault> {
        let at = self.at();
        if self.sign("(") {
            let inner = self.expression()?;
            return if self.sign(")") { Ok(inner) } else { Err(self.expected("`)`")) };
        }
        let form = match self.tokens.get(self.next) {
            Some((_, Token::Number(x))) => Form::Number(*x),
            Some((_, Token::Word(word))) => Form::Word(word.clone()),
            Some((_, Token::Name(name))) if matches!(name.as_str(), "and" | "or" | "not") => {
                return Err(self.expected("a number, a name or `(`"));
            }
            Some((_, Token::Name(name))) if name == "true" || name == "false" => Form::Truth(name == "true"),
            Some((_, Token::Name(name))) => {
                let name = name.clone();
                self.next += 1;
                if !self.sign("(") {
                    return Ok(Syntax { at, form: Form::Name(name) });
                }
                return Ok(Syntax { at, form: Form::Call(name, self.arguments()?) });
            }
            _ => return Err(self.expected("a number, a name or `(`")),
        };
        self.next += 1;
        Ok(Syntax { at, form })
    }

    fn arguments(&mut self) -> Result<Vec<Syntax>, Fault> {
        let mut arguments = vec![self.expression()?];
        while self.sign(",") {
            arguments.push(self.expression()?);
        }
        if self.sign(")") { Ok(arguments) } else { Err(self.expected("`,` or `)`")) }
    }
}
