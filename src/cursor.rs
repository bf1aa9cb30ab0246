//! Walking a JSON tree and noting every problem on the way.

use crate::json::{Node, Value};
use crate::limits;
use crate::number::brief;
use crate::problem::{Problems, did_you_mean, is_unprintable, quoted, suggest};

/// `path/key`, as a JSON pointer.
pub(crate) fn join(path: &str, key: &str) -> String {
    let mut joined = String::with_capacity(path.len() + key.len() + 1);
    joined.push_str(path);
    joined.push('/');
    joined.push_str(&key.replace('~', "~0").replace('/', "~1"));
    joined
}

/// `path/n`, as a JSON pointer.
pub(crate) fn nth(path: &str, n: usize) -> String {
    join(path, &n.to_string())
}

/// A node and the way to it.
pub(crate) struct Cursor<'n> {
    pub(crate) node: &'n Node,
    pub(crate) path: String,
}

/// An object whose keys have been checked.
pub(crate) struct Fields<'n> {
    node: &'n Node,
    pub(crate) path: String,
}

impl<'n> Cursor<'n> {
    pub(crate) fn root(node: &'n Node) -> Self {
        Cursor { node, path: String::new() }
    }

    pub(crate) fn is_null(&self) -> bool {
        matches!(self.node.value, Value::Null)
    }

    fn wrong(&self, expected: &str, problems: &mut Problems) {
        let mut message = String::from("expected ");
        message.push_str(expected);
        message.push_str(", found ");
        message.push_str(self.node.value.kind());
        problems.error("wrong-type", &self.path, message, "see the format in the README");
    }

    /// The node as an object with no other keys than these.
    pub(crate) fn object(&self, allowed: &[&str], problems: &mut Problems) -> Option<Fields<'n>> {
        let Value::Object(fields) = &self.node.value else {
            self.wrong("an object", problems);
            return None;
        };
        for (key, _) in fields {
            if !allowed.contains(&key.as_str()) {
                let mut message = String::from("unknown field ");
                message.push_str(&quoted(key));
                let help = suggest(did_you_mean(key, allowed.iter().copied()), "remove it: it would have no effect");
                problems.error("unknown-field", &join(&self.path, key), message, &help);
            }
        }
        Some(Fields { node: self.node, path: self.path.clone() })
    }

    /// The nodes of a list of at most `max` entries.
    pub(crate) fn list(&self, max: usize, problems: &mut Problems) -> Vec<Cursor<'n>> {
        let Value::List(nodes) = &self.node.value else {
            self.wrong("a list", problems);
            return Vec::new();
        };
        if nodes.len() > max {
            let mut message = String::from("more than ");
            message.push_str(&max.to_string());
            message.push_str(" entries");
            problems.error("too-many", &self.path, message, "split the instrument");
            return Vec::new();
        }
        nodes.iter().enumerate().map(|(n, node)| Cursor { node, path: nth(&self.path, n) }).collect()
    }

    /// A text of 1 to `max` characters without control characters.
    pub(crate) fn text(&self, max: usize, problems: &mut Problems) -> String {
        let Value::Text(text) = &self.node.value else {
            self.wrong("a text", problems);
            return String::new();
        };
        if text.trim().is_empty() {
            problems.error("empty-text", &self.path, "an empty text".into(), "write it, or leave the field out if it is optional");
        } else if text.chars().count() > max {
            let mut message = String::from("a text of more than ");
            message.push_str(&max.to_string());
            message.push_str(" characters");
            problems.error("text-too-long", &self.path, message, "shorten it");
        } else if text.chars().any(|c| is_unprintable(c) && (c != '\n' || max <= limits::TITLE)) {
            let help = "remove it: the text would not read as it is written";
            problems.error("control-character", &self.path, "a control character in a text".into(), help);
        }
        text.clone()
    }

    /// An identifier: a letter, then letters, digits and `_`; parts joined by `.` where `dotted`.
    pub(crate) fn id(&self, dotted: bool, problems: &mut Problems) -> String {
        let text = match &self.node.value {
            Value::Text(text) => text,
            _ => {
                self.wrong("an identifier in quotes", problems);
                return String::new();
            }
        };
        let part = |part: &str| {
            part.starts_with(|c: char| c.is_ascii_alphabetic())
                && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
        };
        let dots = text.bytes().filter(|b| *b == b'.').count();
        if text.len() > limits::ID || dots > usize::from(dotted) || !text.split('.').all(part) {
            let mut message = quoted(text);
            message.push_str(" is not an identifier");
            let help = "use a letter, then letters, digits and _, at most 64 in all";
            problems.error("bad-identifier", &self.path, message, help);
        }
        text.clone()
    }

    /// A number between `min` and `max`.
    pub(crate) fn number(&self, min: f64, max: f64, problems: &mut Problems) -> f64 {
        let Value::Number(x) = self.node.value else {
            self.wrong("a number", problems);
            return min;
        };
        if x < min || x > max {
            let mut message = brief(x);
            message.push_str(" is outside ");
            message.push_str(&brief(min));
            message.push_str(" to ");
            message.push_str(&brief(max));
            problems.error("out-of-range", &self.path, message, "use a number within these bounds");
            return min;
        }
        x
    }

    /// A whole number between 0 and `max`.
    pub(crate) fn whole(&self, max: u32, problems: &mut Problems) -> usize {
        let x = self.number(0.0, f64::from(max), problems);
        self.whole_number(x, problems);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within 0..=max")]
        let n = x as usize;
        n
    }

    fn whole_number(&self, x: f64, problems: &mut Problems) {
        if libm::floor(x) < x {
            problems.error("not-whole", &self.path, "expected a whole number".into(), "round it");
        }
    }

    /// One of a few words.
    pub(crate) fn word(&self, words: &[&'static str], problems: &mut Problems) -> &'static str {
        let text = match &self.node.value {
            Value::Text(text) => text.as_str(),
            _ => "",
        };
        if let Some(word) = words.iter().find(|word| **word == text) {
            return word;
        }
        let mut message = String::from("expected one of ");
        message.push_str(&words.join(", "));
        let help = suggest(did_you_mean(text, words.iter().copied()), "use one of these words");
        problems.error("unknown-word", &self.path, message, &help);
        ""
    }

    /// Two numbers, the first below the second where `ascending`.
    pub(crate) fn two(&self, ascending: bool, problems: &mut Problems) -> Option<(f64, f64)> {
        let pair = self.list(limits::ENTRIES, problems);
        let [first, second] = pair.as_slice() else {
            problems.error("wrong-length", &self.path, "expected two numbers".into(), "write them as [low, high]");
            return None;
        };
        let bound = limits::MAGNITUDE;
        let (x, y) = (first.number(-bound, bound, problems), second.number(-bound, bound, problems));
        if ascending && x >= y {
            problems.error("empty-range", &self.path, "the first number is not below the second".into(), "swap them");
            return None;
        }
        Some((x, y))
    }
}

impl<'n> Fields<'n> {
    /// A field that may be left out.
    pub(crate) fn optional(&self, key: &str) -> Option<Cursor<'n>> {
        self.node.field(key).map(|node| Cursor { node, path: join(&self.path, key) })
    }

    /// A field that must be there.
    pub(crate) fn required(&self, key: &str, problems: &mut Problems) -> Option<Cursor<'n>> {
        let found = self.optional(key);
        if found.is_none() {
            let mut message = String::from("the field ");
            message.push_str(&quoted(key));
            message.push_str(" is missing");
            problems.error("missing-field", &self.path, message, "add it");
        }
        found
    }

    /// A required text.
    pub(crate) fn text(&self, key: &str, max: usize, problems: &mut Problems) -> String {
        self.required(key, problems).map(|c| c.text(max, problems)).unwrap_or_default()
    }

    /// A text that may be left out, `""` then.
    pub(crate) fn optional_text(&self, key: &str, max: usize, problems: &mut Problems) -> String {
        self.optional(key).map(|c| c.text(max, problems)).unwrap_or_default()
    }

    /// A required identifier.
    pub(crate) fn id(&self, key: &str, problems: &mut Problems) -> String {
        self.required(key, problems).map(|c| c.id(false, problems)).unwrap_or_default()
    }

    /// A required name of something defined elsewhere, `demand.practice` included.
    pub(crate) fn name(&self, key: &str, problems: &mut Problems) -> String {
        self.required(key, problems).map(|c| c.id(true, problems)).unwrap_or_default()
    }

    /// The entries of a required list.
    pub(crate) fn list(&self, key: &str, max: usize, problems: &mut Problems) -> Vec<Cursor<'n>> {
        self.required(key, problems).map(|c| c.list(max, problems)).unwrap_or_default()
    }

    /// The entries of a list that may be left out.
    pub(crate) fn optional_list(&self, key: &str, max: usize, problems: &mut Problems) -> Vec<Cursor<'n>> {
        self.optional(key).map(|c| c.list(max, problems)).unwrap_or_default()
    }

    /// A source text of an expression.
    pub(crate) fn expression(&self, key: &str, problems: &mut Problems) -> String {
        self.text(key, limits::EXPRESSION, problems)
    }

    /// A source text of an expression that may be left out.
    pub(crate) fn optional_expression(&self, key: &str, problems: &mut Problems) -> Option<String> {
        self.optional(key).map(|c| c.text(limits::EXPRESSION, problems))
    }
}
