//! Lists written in JavaScript: JSON, and what people write for it.
//!
//! ```text
//! script     = { [ "const" | "let" | "var" | "export" ] name "=" value [ ";" ] } | value
//! value      = "[" { value "," } "]" | "{" { key ":" value "," } "}" | text | number | true | false | null
//! ```
//!
//! Keys need no quotes, a comma may follow the last entry, texts stand in `'`, `"`
//! or `` ` ``, comments are passed over. Nothing is evaluated.

use super::File;
use super::source::{bad, utf8};
use crate::json::{Node, Value};
use crate::limits;
use crate::problem::Problem;
use std::collections::BTreeSet;

/// The values of a file with the names they are given, `""` for a value alone.
///
/// # Errors
/// `not-utf8`, `bad-source`.
pub(crate) fn values(file: File<'_>) -> Result<Vec<(String, Node)>, Vec<Problem>> {
    let mut reader = Reader { rest: utf8(file)?, depth: 0 };
    let length = reader.rest.len();
    reader.script().map_err(|expected| {
        let at = length - reader.rest.len();
        let before = core::str::from_utf8(file.1).unwrap_or_default();
        let line = before.bytes().take(at).filter(|b| *b == b'\n').count() + 1;
        bad(file.0, &format!("expected {expected} (line {line})"), "only lists, objects, texts and numbers are read")
    })
}

struct Reader<'t> {
    rest: &'t str,
    depth: usize,
}

type Read<T> = Result<T, &'static str>;

impl<'t> Reader<'t> {
    fn script(&mut self) -> Read<Vec<(String, Node)>> {
        let mut values = Vec::new();
        loop {
            self.space()?;
            if self.rest.is_empty() {
                return if values.is_empty() { Err("a list") } else { Ok(values) };
            }
            if self.rest.starts_with(['[', '{']) && values.is_empty() {
                values.push((String::new(), self.value()?));
            } else {
                let mut name = self.word();
                while ["const", "let", "var", "export"].contains(&name) {
                    self.space()?;
                    name = self.word();
                }
                if name.is_empty() {
                    return Err("a name and `=`");
                }
                self.space()?;
                self.sign('=')?;
                values.push((name.into(), self.value()?));
            }
            self.space()?;
            while self.take(';') {
                self.space()?;
            }
        }
    }

    fn value(&mut self) -> Read<Node> {
        self.space()?;
        let value = match self.rest.chars().next() {
            Some('[') => self.list()?,
            Some('{') => self.object()?,
            Some('"' | '\'' | '`') => Value::Text(self.text()?),
            Some(c) if c.is_ascii_digit() || "+-.".contains(c) => Value::Number(self.number()?),
            _ => match self.word() {
                "true" => Value::Bool(true),
                "false" => Value::Bool(false),
                "null" | "undefined" => Value::Null,
                _ => return Err("a value"),
            },
        };
        Ok(Node { value, at: 0 })
    }

    fn list(&mut self) -> Read<Value> {
        self.enter('[')?;
        let mut nodes = Vec::new();
        loop {
            self.space()?;
            if self.leave(']') {
                return Ok(Value::List(nodes));
            }
            nodes.push(self.value()?);
            self.space()?;
            if !self.take(',') && !self.rest.starts_with(']') {
                return Err("a comma or `]`");
            }
        }
    }

    fn object(&mut self) -> Read<Value> {
        self.enter('{')?;
        let mut fields = Vec::new();
        let mut known = BTreeSet::new();
        loop {
            self.space()?;
            if self.leave('}') {
                return Ok(Value::Object(fields));
            }
            let quoted = self.rest.starts_with(['"', '\'', '`']);
            let key = if quoted { self.text()? } else { self.word().into() };
            if (key.is_empty() && !quoted) || !known.insert(key.clone()) {
                return Err("a key that is not there yet");
            }
            self.space()?;
            self.sign(':')?;
            fields.push((key, self.value()?));
            self.space()?;
            if !self.take(',') && !self.rest.starts_with('}') {
                return Err("a comma or `}`");
            }
        }
    }

    fn enter(&mut self, open: char) -> Read<()> {
        self.depth += 1;
        if self.depth > limits::JSON_DEPTH {
            return Err("less nesting");
        }
        self.sign(open)
    }

    fn leave(&mut self, close: char) -> bool {
        let left = self.take(close);
        self.depth -= usize::from(left);
        left
    }

    fn text(&mut self) -> Read<String> {
        let quote = self.next().ok_or("a text")?;
        let mut text = String::new();
        loop {
            match self.next().ok_or("the end of a text")? {
                c if c == quote => return Ok(text),
                '\n' if quote != '`' => return Err("the end of a text"),
                '$' if quote == '`' && self.rest.starts_with('{') => return Err("a text without `${`"),
                '\\' => text.extend(self.escape()?),
                c => text.push(c),
            }
        }
    }

    fn escape(&mut self) -> Read<Option<char>> {
        Ok(Some(match self.next().ok_or("an escape")? {
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            'b' | 'f' | 'v' | '0' => ' ',
            '\n' => return Ok(None),
            'x' => self.code(2)?,
            'u' => {
                let first = self.units(4)?;
                if !(0xd800..0xdc00).contains(&first) {
                    return char::from_u32(first).map(Some).ok_or("a character");
                }
                self.sign('\\')?;
                self.sign('u')?;
                let second = self.units(4)?.checked_sub(0xdc00).filter(|low| *low < 0x400).ok_or("a character")?;
                char::from_u32(0x10000 + ((first - 0xd800) << 10) + second).ok_or("a character")?
            }
            c => c,
        }))
    }

    fn code(&mut self, digits: usize) -> Read<char> {
        char::from_u32(self.units(digits)?).ok_or("a character")
    }

    fn units(&mut self, digits: usize) -> Read<u32> {
        let code = self.rest.get(..digits).filter(|code| code.bytes().all(|b| b.is_ascii_hexdigit()));
        let code = code.and_then(|code| u32::from_str_radix(code, 16).ok()).ok_or("hexadecimal digits")?;
        self.skip(digits);
        Ok(code)
    }

    fn number(&mut self) -> Read<f64> {
        let length = self.rest.bytes().take_while(|b| b.is_ascii_alphanumeric() || b"+-.".contains(b)).count();
        let digits = self.rest.get(..length).filter(|digits| digits.len() <= limits::ID).ok_or("a number")?;
        let x: f64 = digits.parse().map_err(|_| "a number")?;
        self.skip(length);
        if x.is_finite() { Ok(x + 0.0) } else { Err("a number") }
    }

    /// Passes over space and comments.
    fn space(&mut self) -> Read<()> {
        loop {
            self.rest = self.rest.trim_start();
            if self.rest.starts_with("//") {
                self.rest = self.rest.split_once('\n').map_or("", |(_, rest)| rest);
            } else if self.rest.starts_with("/*") {
                self.rest = self.rest.split_once("*/").map(|(_, rest)| rest).ok_or("the end of a comment")?;
            } else {
                return Ok(());
            }
        }
    }

    /// A name, dots included; `""` where there is none.
    fn word(&mut self) -> &'t str {
        let inside = |c: char| c.is_alphanumeric() || "_$.".contains(c);
        let end = self.rest.find(|c| !inside(c)).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at_checked(end).unwrap_or_default();
        self.rest = rest;
        word
    }

    fn sign(&mut self, sign: char) -> Read<()> {
        if self.take(sign) { Ok(()) } else { Err("another sign") }
    }

    fn take(&mut self, sign: char) -> bool {
        let after = self.rest.strip_prefix(sign);
        self.rest = after.unwrap_or(self.rest);
        after.is_some()
    }

    fn next(&mut self) -> Option<char> {
        let c = self.rest.chars().next()?;
        self.skip(c.len_utf8());
        Some(c)
    }

    fn skip(&mut self, bytes: usize) {
        self.rest = self.rest.get(bytes..).unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_is_read() {
        let text = "/* a */ const questions = [ // b\n {question: 'It\\'s \\u00e9\\ud83d\\ude00', 'effect': {econ: -10., x: +.5,},},\n];\nother = []";
        let values = values(("a.js", text.as_bytes())).unwrap();
        assert_eq!(values.len(), 2);
        let question = values[0].1.entry(0);
        assert_eq!((values[0].0.as_str(), question.get("question").text()), ("questions", "It's é😀"));
        assert_eq!(question.get("effect").get("econ").number(), Some(-10.0));
        assert_eq!(question.get("effect").get("x").number(), Some(0.5));
    }

    #[test]
    fn what_would_have_to_be_run_is_refused() {
        let deep = "[".repeat(100_000);
        for text in [
            "",
            "x",
            "x = f()",
            "x = `${a}`",
            "[1 2]",
            "[1,",
            "{a:1,a:2}",
            "[/*",
            "['a\nb']",
            "[1e999]",
            "[1] [2]",
            &deep,
        ] {
            assert_eq!(values(("a.js", text.as_bytes())).unwrap_err()[0].code, "bad-source", "{}", text.len());
        }
    }
}
