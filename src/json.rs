//! A strict JSON reader that keeps places.
//!
//! The two inputs of the core, definitions and answers documents, are read by
//! this one reader (grammar: RFC 8259). A general deserializer stops at the
//! first wrong type, keeps the last of two equal keys and forgets where things
//! stood; here every problem is reported at once with its line. Numbers have at
//! most 15 digits, so that each has one exact reading on every machine.

use crate::limits;
#[cfg(feature = "wide")]
use crate::number::brief;
use crate::number::decimal;
use crate::problem::{Problem, Problems, escaped};
use crate::text::{cut, joined};

/// A value and where it starts.
#[derive(Clone, Debug, Default)]
pub(crate) struct Node {
    pub(crate) value: Value,
    pub(crate) at: usize,
}

/// A JSON value; objects keep the order of the file.
#[derive(Clone, Debug, Default)]
pub(crate) enum Value {
    #[default]
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Node>),
    Object(Vec<(String, Node)>),
}

impl Value {
    /// What the value is, for messages.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Value::Null => "null",
            Value::Bool(_) => "true or false",
            Value::Number(_) => "a number",
            Value::Text(_) => "a text",
            Value::List(_) => "a list",
            Value::Object(_) => "an object",
        }
    }
}

static NOTHING: Node = Node { value: Value::Null, at: 0 };

/// Reading is total: what is absent or of another type reads as nothing.
impl Node {
    /// The field of an object.
    pub(crate) fn field(&self, name: &str) -> Option<&Node> {
        self.fields().iter().find(|(key, _)| key == name).map(|(_, node)| node)
    }

    /// The field of an object, or null.
    pub(crate) fn get(&self, name: &str) -> &Node {
        self.field(name).unwrap_or(&NOTHING)
    }

    /// The value of the first field, or null.
    pub(crate) fn inner(&self) -> &Node {
        self.fields().first().map_or(&NOTHING, |(_, node)| node)
    }

    /// The entry of a list, or null.
    pub(crate) fn entry(&self, n: usize) -> &Node {
        self.list().get(n).unwrap_or(&NOTHING)
    }

    /// The fields of an object.
    pub(crate) fn fields(&self) -> &[(String, Node)] {
        if let Value::Object(fields) = &self.value { fields } else { &[] }
    }

    /// The entries of a list.
    pub(crate) fn list(&self) -> &[Node] {
        if let Value::List(nodes) = &self.value { nodes } else { &[] }
    }

    /// A text.
    pub(crate) fn text(&self) -> &str {
        if let Value::Text(text) = &self.value { text } else { "" }
    }

    /// A number.
    pub(crate) fn number(&self) -> Option<f64> {
        if let Value::Number(x) = self.value { Some(x) } else { None }
    }

    /// What a value is called: a number as people write it, or a text.
    #[cfg(feature = "wide")]
    pub(crate) fn called(&self) -> String {
        self.number().map_or_else(|| self.text().into(), brief)
    }

    /// Whether it is null or absent.
    pub(crate) fn is_null(&self) -> bool {
        matches!(self.value, Value::Null)
    }

    /// The entry of a list whose `id` is this.
    pub(crate) fn position(&self, id: &str) -> Option<usize> {
        self.list().iter().position(|node| node.get("id").text() == id)
    }

    /// The node a JSON pointer leads to.
    pub(crate) fn find(&self, pointer: &str) -> Option<&Node> {
        let mut node = self;
        let mut rest = cut(pointer, b'/').map(|(_, rest)| rest);
        while let Some(path) = rest {
            let (token, further) = cut(path, b'/').map_or((path, None), |(token, further)| (token, Some(further)));
            rest = further;
            node = match &node.value {
                Value::List(nodes) => nodes.get(token.parse::<usize>().ok()?)?,
                _ => node.fields().iter().find(|(key, _)| escaped(key) == token).map(|(_, node)| node)?,
            };
        }
        Some(node)
    }
}

/// Entries of a list by their `id`, of equal ones the first: for those who look up many.
pub(crate) struct Index<'n>(Vec<(&'n str, usize)>);

impl<'n> Index<'n> {
    pub(crate) fn of(list: &'n Node) -> Self {
        let mut index = Index(Vec::new());
        for (n, entry) in list.list().iter().enumerate() {
            let id = entry.get("id").text();
            if let Err(at) = index.place(id) {
                index.0.insert(at, (id, n));
            }
        }
        index
    }

    fn place(&self, id: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| (*known).cmp(id))
    }

    /// Which entry is called so.
    pub(crate) fn position(&self, id: &str) -> Option<usize> {
        self.0.get(self.place(id).ok()?).map(|(_, n)| *n)
    }
}

/// Reads a document of at most `max_bytes` bytes.
///
/// # Errors
/// `too-large`, `not-utf8`, `json-syntax`, `json-depth`, `json-repeated-key`,
/// `too-many`, `json-number`; always exactly one problem, the first.
pub(crate) fn parse(bytes: &[u8], max_bytes: usize) -> Result<Node, Vec<Problem>> {
    let refuse = |code, message: &[&str], help, at: usize| {
        let mut problems = Problems::default();
        problems.error(code, "", message, help);
        let (mut list, mut place) = (problems.into_list(), Place::START);
        place.seek(bytes, at);
        for problem in &mut list {
            (problem.line, problem.column) = (place.line, place.column);
        }
        list
    };
    if bytes.len() > max_bytes {
        let message = ["the document has more than ", &max_bytes.to_string(), " bytes"];
        return Err(refuse("too-large", &message, "shorten it or split it into several", 0));
    }
    let text = core::str::from_utf8(bytes)
        .map_err(|e| refuse("not-utf8", &["the document is not UTF-8"], "save it as UTF-8 text", e.valid_up_to()))?;
    let mut reader = Reader { bytes, text, at: 0 };
    reader.document().map_err(|fault| {
        let (code, message, help) = fault.describe();
        refuse(code, &[&message], help, reader.at)
    })
}

/// Fills in line and column of each problem from its pointer into `root`. Problems
/// in the order of the file are found in one pass over it.
pub(crate) fn locate<'p>(problems: impl IntoIterator<Item = &'p mut Problem>, root: &Node, bytes: &[u8]) {
    let mut place = Place::START;
    for problem in problems {
        let Some(node) = root.find(&problem.at) else { continue };
        // Inside a text the opening quote comes first; escapes before the
        // place would shift it, and are rare in expressions.
        let inside = if problem.offset > 0 { problem.offset + 1 } else { 0 };
        place.seek(bytes, node.at + inside);
        problem.line = place.line;
        problem.column = place.column;
    }
}

/// A place in a document: bytes from its start, line and column.
struct Place {
    at: usize,
    line: usize,
    column: usize,
}

impl Place {
    const START: Place = Place { at: 0, line: 1, column: 1 };

    /// Goes to a place further on; to one that lies before, from the start.
    fn seek(&mut self, bytes: &[u8], to: usize) {
        if to < self.at {
            *self = Place::START;
        }
        while let Some(byte) = bytes.get(self.at).filter(|_| self.at < to) {
            self.at += 1;
            if *byte == b'\n' {
                (self.line, self.column) = (self.line + 1, 1);
            } else {
                self.column += usize::from(*byte & 0xc0 != 0x80);
            }
        }
    }
}

enum Fault {
    Expected(&'static str),
    Depth,
    Repeated(String),
    #[cfg(feature = "wide")]
    Fields,
    Digits,
    Magnitude,
}

impl Fault {
    fn describe(self) -> (&'static str, String, &'static str) {
        match self {
            Fault::Expected(what) => (
                "json-syntax",
                joined(&["this is not JSON: expected ", what]),
                "check commas, quotes and brackets around this place",
            ),
            Fault::Depth => (
                "json-depth",
                joined(&["nested deeper than ", &limits::JSON_DEPTH.to_string()]),
                "no document of this format needs such nesting",
            ),
            Fault::Repeated(key) => (
                "json-repeated-key",
                joined(&["the key ", &crate::problem::quoted(&key), " occurs twice in one object"]),
                "keep one of the two; the other would be lost in silence",
            ),
            #[cfg(feature = "wide")]
            Fault::Fields => {
                ("too-many", "an object of too many fields".into(), "no document of this format needs so many")
            }
            Fault::Digits => (
                "json-number",
                "a number with more than 15 digits".into(),
                "round it: beyond 15 digits machines may read it differently",
            ),
            Fault::Magnitude => (
                "json-number",
                "a number too large or too small to be read exactly".into(),
                "use a number between 1e-22 and 1e22",
            ),
        }
    }
}

struct Reader<'t> {
    bytes: &'t [u8],
    text: &'t str,
    at: usize,
}

impl Reader<'_> {
    fn document(&mut self) -> Result<Node, Fault> {
        let node = self.value(0)?;
        self.space();
        if self.at < self.bytes.len() {
            return Err(Fault::Expected("the end of the document"));
        }
        Ok(node)
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn take(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn value(&mut self, depth: usize) -> Result<Node, Fault> {
        self.space();
        let at = self.at;
        let value = match self.peek() {
            Some(b'{' | b'[') if depth >= limits::JSON_DEPTH => return Err(Fault::Depth),
            Some(b'{') => self.object(depth)?,
            Some(b'[') => self.list(depth)?,
            Some(b'"') => Value::Text(self.string()?),
            Some(b'-' | b'0'..=b'9') => Value::Number(self.number()?),
            _ => self.word()?,
        };
        Ok(Node { value, at })
    }

    fn word(&mut self) -> Result<Value, Fault> {
        for (word, value) in [("null", Value::Null), ("true", Value::Bool(true)), ("false", Value::Bool(false))] {
            if self.bytes.get(self.at..).is_some_and(|rest| rest.starts_with(word.as_bytes())) {
                self.at += word.len();
                return Ok(value);
            }
        }
        Err(Fault::Expected("a value"))
    }

    fn list(&mut self, depth: usize) -> Result<Value, Fault> {
        self.at += 1;
        let mut nodes = Vec::new();
        self.space();
        if self.take(b']') {
            return Ok(Value::List(nodes));
        }
        loop {
            nodes.push(self.value(depth + 1)?);
            self.space();
            if self.take(b']') {
                return Ok(Value::List(nodes));
            }
            if !self.take(b',') {
                return Err(Fault::Expected("`,` or `]`"));
            }
        }
    }

    fn object(&mut self, depth: usize) -> Result<Value, Fault> {
        self.at += 1;
        let mut fields: Vec<(String, Node)> = Vec::new();
        // A second, sorted list of keys keeps a file of many keys cheap.
        let mut keys: Vec<usize> = Vec::new();
        self.space();
        if self.take(b'}') {
            return Ok(Value::Object(fields));
        }
        loop {
            self.space();
            if self.peek() != Some(b'"') {
                return Err(Fault::Expected("a key in quotes"));
            }
            let start = self.at;
            let key = self.string()?;
            let key_of = |n: &usize| fields.get(*n).map(|(key, _)| key.as_str());
            match keys.binary_search_by(|n| key_of(n).cmp(&Some(key.as_str()))) {
                Ok(_) => {
                    self.at = start;
                    return Err(Fault::Repeated(key));
                }
                #[cfg(feature = "wide")]
                Err(_) if keys.len() == limits::FIELDS => return Err(Fault::Fields),
                Err(at) => keys.insert(at, fields.len()),
            }
            self.space();
            if !self.take(b':') {
                return Err(Fault::Expected("`:`"));
            }
            let node = self.value(depth + 1)?;
            fields.push((key, node));
            self.space();
            if self.take(b'}') {
                return Ok(Value::Object(fields));
            }
            if !self.take(b',') {
                return Err(Fault::Expected("`,` or `}`"));
            }
        }
    }

    fn string(&mut self) -> Result<String, Fault> {
        self.at += 1;
        let mut text = String::new();
        loop {
            let start = self.at;
            while !matches!(self.peek(), None | Some(b'"' | b'\\' | 0..0x20)) {
                self.at += 1;
            }
            // Quotes and backslashes are ASCII, so these are character borders.
            text.push_str(self.text.get(start..self.at).unwrap_or_default());
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(text);
                }
                Some(b'\\') => text.push(self.escape()?),
                _ => return Err(Fault::Expected("a closing quote")),
            }
        }
    }

    fn escape(&mut self) -> Result<char, Fault> {
        self.at += 1;
        let letter = self.peek();
        self.at += 1;
        Ok(match letter {
            Some(c @ (b'"' | b'\\' | b'/')) => char::from(c),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                let mut code = self.four_hex()?;
                if (0xd800..0xdc00).contains(&code) && self.take(b'\\') && self.take(b'u') {
                    let low = self.four_hex()?;
                    if !(0xdc00..0xe000).contains(&low) {
                        return Err(Fault::Expected("the second half of a surrogate pair"));
                    }
                    code = 0x1_0000 + ((code - 0xd800) << 10) + (low - 0xdc00);
                }
                char::from_u32(code).ok_or(Fault::Expected("a character, not half of a surrogate pair"))?
            }
            _ => {
                self.at -= 1;
                return Err(Fault::Expected("an escape such as `\\n` or `\\u0041`"));
            }
        })
    }

    fn four_hex(&mut self) -> Result<u32, Fault> {
        let mut code = 0;
        for _ in 0..4 {
            let digit = self.peek().and_then(|b| char::from(b).to_digit(16));
            code = code * 16 + digit.ok_or(Fault::Expected("four hexadecimal digits"))?;
            self.at += 1;
        }
        Ok(code)
    }

    fn number(&mut self) -> Result<f64, Fault> {
        let negative = self.take(b'-');
        let mut mantissa: u64 = 0;
        let mut digits = 0_usize;
        let mut shift: i32 = 0;
        let leading_zero = self.peek() == Some(b'0');
        let whole = self.digits(&mut mantissa, &mut digits)?;
        if whole == 0 || (leading_zero && whole > 1) {
            return Err(Fault::Expected("a digit, without a zero before it"));
        }
        if self.take(b'.') {
            let places = self.digits(&mut mantissa, &mut digits)?;
            if places == 0 {
                return Err(Fault::Expected("a digit after the point"));
            }
            shift -= i32::try_from(places).map_err(|_| Fault::Digits)?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            let minus = self.take(b'-');
            if !minus {
                self.take(b'+');
            }
            let (mut exponent, mut exponent_digits) = (0, 0);
            let read = self.digits(&mut exponent, &mut exponent_digits)?;
            if read == 0 {
                return Err(Fault::Expected("a digit of the exponent"));
            }
            let exponent = i32::try_from(exponent).map_err(|_| Fault::Magnitude)?;
            let signed = if minus { -exponent } else { exponent };
            shift = shift.checked_add(signed).ok_or(Fault::Magnitude)?;
        }
        let value = decimal(mantissa, shift).ok_or(Fault::Magnitude)?;
        // A zero has no sign here: `-0` would otherwise survive into a score.
        Ok(if negative && mantissa > 0 { -value } else { value })
    }

    /// Reads digits into `mantissa`; zeros in front do not count as digits.
    fn digits(&mut self, mantissa: &mut u64, digits: &mut usize) -> Result<usize, Fault> {
        let start = self.at;
        while let Some(b @ b'0'..=b'9') = self.peek() {
            if *mantissa > 0 || b != b'0' {
                *digits += 1;
                if *digits > limits::NUMBER_DIGITS {
                    return Err(Fault::Digits);
                }
            }
            *mantissa = *mantissa * 10 + u64::from(b - b'0');
            self.at += 1;
        }
        Ok(self.at - start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Option<f64> {
        match parse(text.as_bytes(), 1_000).ok()?.value {
            Value::Number(x) => Some(x),
            _ => None,
        }
    }

    #[test]
    fn numbers_are_read_to_the_last_bit() {
        for text in ["0", "-0", "7", "0.1", "-12.5", "1e3", "2.5E-3", "999999999999999", "0.000001", "1e22", "0.92"] {
            let expected: f64 = text.parse().unwrap();
            assert_eq!(number(text), Some(expected + 0.0), "{text}");
        }
        assert_eq!(number("-0").map(f64::to_bits), Some(0));
    }

    #[test]
    fn refusals() {
        let deep = "[".repeat(100_000);
        for (text, code) in [
            ("", "json-syntax"),
            ("{\"a\":1,}", "json-syntax"),
            ("[1 2]", "json-syntax"),
            ("01", "json-syntax"),
            ("+1", "json-syntax"),
            (".5", "json-syntax"),
            ("1.", "json-syntax"),
            ("NaN", "json-syntax"),
            ("\"\\ud800\"", "json-syntax"),
            ("\"\\x\"", "json-syntax"),
            ("\"tab\there\"", "json-syntax"),
            ("\u{feff}{}", "json-syntax"),
            ("{} {}", "json-syntax"),
            ("1e309", "json-number"),
            ("1e99999999999", "json-number"),
            ("1234567890123456", "json-number"),
            ("{\"a\":1,\"\\u0061\":2}", "json-repeated-key"),
            (deep.as_str(), "json-depth"),
        ] {
            let problems = parse(text.as_bytes(), 1_000_000).unwrap_err();
            assert_eq!(problems.len(), 1);
            assert_eq!(problems[0].code, code, "{}", text.chars().take(20).collect::<String>());
        }
        assert_eq!(parse(b"\"\xff\"", 10).unwrap_err()[0].code, "not-utf8");
        assert_eq!(parse(b"[1,2,3]", 6).unwrap_err()[0].code, "too-large");
    }

    #[test]
    fn texts() {
        let Value::Text(text) = parse(br#""a\"\\\/\n\u00e9\ud83d\ude00""#, 100).unwrap().value else { panic!() };
        assert_eq!(text, "a\"\\/\n\u{e9}\u{1f600}");
    }

    #[test]
    fn places_count_characters() {
        let problems = parse("{\n \"é\": ?}".as_bytes(), 100).unwrap_err();
        assert_eq!((problems[0].line, problems[0].column), (2, 7));
    }

    #[test]
    fn depth_is_counted_from_one() {
        let nested = |n: usize| format!("{}{}", "[".repeat(n), "]".repeat(n));
        assert!(parse(nested(limits::JSON_DEPTH).as_bytes(), 1_000).is_ok());
        assert!(parse(nested(limits::JSON_DEPTH + 1).as_bytes(), 1_000).is_err());
    }
}
