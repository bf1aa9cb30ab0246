//! YAML to the tree that JSON is read into.
//!
//! The events come from `saphyr-parser` (YAML 1.2, no unsafe code). What is made
//! of them is bounded: nesting as in JSON, and all that aliases stand for is
//! counted, so that a few bytes cannot become a billion. Scalars have the types of
//! the core schema: `no` is a text. A tag has no effect.

use super::File;
use super::source::{bad, utf8};
use crate::json::{Node, Value};
use crate::limits;
use crate::problem::{Problem, quoted};
use saphyr_parser::{Event, Parser, ScalarStyle};
use std::collections::{BTreeMap, BTreeSet};

/// Bytes that a node takes apart from its text.
const NODE: usize = 64;

/// The first document of a file.
///
/// # Errors
/// `not-utf8`; `bad-source`: not YAML, nested too deep, too much behind aliases, a
/// key twice.
pub(crate) fn tree(file: File<'_>) -> Result<Node, Vec<Problem>> {
    let text = utf8(file)?;
    let mut builder = Builder::default();
    for event in Parser::new_from_str(text) {
        let step = match event {
            Ok((Event::DocumentEnd, _)) => break,
            Ok((event, _)) => builder.event(event),
            Err(error) => Err((error.marker().line(), "this is not YAML".into())),
        };
        if let Err((line, message)) = step {
            let line = if line == 0 { String::new() } else { format!(" (line {line})") };
            return Err(bad(file.0, &(message + &line), "check indentation, colons and quotes around this place"));
        }
    }
    Ok(builder.done)
}

type Step = Result<(), (usize, String)>;

/// What is open: a list, or a mapping with the key that waits for its value.
enum Open {
    List(Vec<Node>),
    Object(Vec<(String, Node)>, BTreeSet<String>, Option<String>),
}

#[derive(Default)]
struct Builder {
    open: Vec<(Open, usize)>,
    anchors: BTreeMap<usize, Node>,
    done: Node,
    /// Bytes made so far.
    made: usize,
}

impl Builder {
    fn event(&mut self, event: Event<'_>) -> Step {
        match event {
            Event::SequenceStart(anchor, _) => self.begin(Open::List(Vec::new()), anchor),
            Event::MappingStart(anchor, _) => self.begin(Open::Object(Vec::new(), BTreeSet::new(), None), anchor),
            Event::SequenceEnd | Event::MappingEnd => match self.open.pop() {
                Some((Open::List(nodes), anchor)) => self.close(Value::List(nodes), anchor),
                Some((Open::Object(fields, ..), anchor)) => self.close(Value::Object(fields), anchor),
                None => Ok(()),
            },
            Event::Scalar(text, style, anchor, _) => {
                self.count(NODE + text.len())?;
                let plain = matches!(style, ScalarStyle::Plain);
                self.close(if plain { scalar(&text) } else { Value::Text(text.into_owned()) }, anchor)
            }
            Event::Alias(anchor) => {
                let node = self.anchors.get(&anchor).cloned().unwrap_or_default();
                self.count(size(&node))?;
                self.add(node)
            }
            _ => Ok(()),
        }
    }

    fn begin(&mut self, open: Open, anchor: usize) -> Step {
        if self.open.len() >= limits::JSON_DEPTH {
            return Err((0, format!("nested deeper than {}", limits::JSON_DEPTH)));
        }
        self.count(NODE)?;
        self.open.push((open, anchor));
        Ok(())
    }

    fn close(&mut self, value: Value, anchor: usize) -> Step {
        let node = Node { value, at: 0 };
        if anchor > 0 {
            self.count(size(&node))?;
            self.anchors.insert(anchor, node.clone());
        }
        self.add(node)
    }

    fn add(&mut self, node: Node) -> Step {
        match self.open.last_mut() {
            None => self.done = node,
            Some((Open::List(nodes), _)) => nodes.push(node),
            Some((Open::Object(fields, _, key @ Some(_)), _)) => fields.push((key.take().unwrap_or_default(), node)),
            Some((Open::Object(_, known, key), _)) => {
                let name = name(&node).ok_or((0, "a key that is not a word".to_owned()))?;
                if !known.insert(name.clone()) {
                    return Err((0, format!("the key {} occurs twice", quoted(&name))));
                }
                *key = Some(name);
            }
        }
        Ok(())
    }

    fn count(&mut self, bytes: usize) -> Step {
        self.made = self.made.saturating_add(bytes);
        let fine = self.made <= limits::SOURCE_TREE;
        if fine { Ok(()) } else { Err((0, "it is too large, with all its aliases stand for".into())) }
    }
}

/// Bytes of a tree; its depth is bounded.
fn size(node: &Node) -> usize {
    NODE + match &node.value {
        Value::Text(text) => text.len(),
        Value::List(nodes) => nodes.iter().map(size).sum(),
        Value::Object(fields) => fields.iter().map(|(key, node)| key.len() + size(node)).sum(),
        _ => 0,
    }
}

/// A key as a text.
fn name(node: &Node) -> Option<String> {
    Some(match &node.value {
        Value::Null => "null".into(),
        Value::Bool(truth) => truth.to_string(),
        Value::Number(x) => x.to_string(),
        Value::Text(text) => text.clone(),
        Value::List(_) | Value::Object(_) => return None,
    })
}

/// A scalar without quotes, by the core schema.
fn scalar(text: &str) -> Value {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Value::Null,
        "true" | "True" | "TRUE" => return Value::Bool(true),
        "false" | "False" | "FALSE" => return Value::Bool(false),
        _ => {}
    }
    let digits = text.bytes().all(|b| b.is_ascii_digit() || b"+-.eE".contains(&b)) && text.len() < limits::ID;
    match text.parse::<f64>() {
        Ok(x) if digits && x.is_finite() => Value::Number(x + 0.0),
        _ => Value::Text(text.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scalars_have_the_types_of_the_core_schema() {
        let node =
            tree(("a.yml", b"a: no\nb: 1.5\nc: '2'\nd: ~\ne: true\nf: &x [1]\ng: *x\nh: |\n  two\n  lines\n")).unwrap();
        assert_eq!(node.get("a").text(), "no");
        assert_eq!(node.get("b").number(), Some(1.5));
        assert_eq!(node.get("c").text(), "2");
        assert!(node.get("d").is_null() && matches!(node.get("e").value, Value::Bool(true)));
        assert_eq!(node.get("g").entry(0).number(), Some(1.0));
        assert_eq!(node.get("h").text(), "two\nlines\n");
    }

    #[test]
    fn what_cannot_be_bounded_is_refused() {
        for (text, part) in [
            ("[".repeat(100_000).as_str(), "not YAML"),
            (&"- ".repeat(100_000), "nested deeper"),
            (&["[".repeat(40), "]".repeat(40)].concat(), "nested deeper"),
            ("a: 1\na: 2\n", "occurs twice"),
            ("? [a]\n: 1\n", "not a word"),
            ("a: 'b", "not YAML"),
        ] {
            let problems = tree(("a.yml", text.as_bytes())).unwrap_err();
            assert!(problems[0].message.contains(part), "{:?}", problems[0]);
        }
        assert_eq!(tree(("a.yml", b"\xff")).unwrap_err()[0].code, "not-utf8");
    }
}
