//! JSON text in the style of the instruments here: two spaces, and on one line what fits.

use crate::json::{Node, Value};

/// Characters of a line.
const WIDTH: usize = 120;

/// The text, with a line feed at the end.
pub(crate) fn json(node: &Node) -> String {
    let mut text = String::new();
    write(node, 0, 0, &mut text);
    text.push('\n');
    text
}

/// The text on one line, with a line feed at the end.
pub(crate) fn line(node: &Node) -> String {
    let mut line = String::new();
    flat(node, usize::MAX / 4, &mut line);
    line.push('\n');
    line
}

/// A number with at most 15 digits, so that it reads as one number only.
pub(crate) fn figure(x: f64) -> String {
    let short: f64 = format!("{x:.14e}").parse().unwrap_or(x);
    // Adding nothing turns -0 into 0.
    format!("{}", short + 0.0)
}

/// Entries, keys before their values.
type Entries<'n> = Vec<(Option<&'n str>, &'n Node)>;

/// A list or an object between its brackets; none for anything else.
fn entries(node: &Node) -> Option<(char, Entries<'_>, char)> {
    match &node.value {
        Value::List(nodes) => Some(('[', nodes.iter().map(|node| (None, node)).collect(), ']')),
        Value::Object(fields) => {
            Some(('{', fields.iter().map(|(key, node)| (Some(key.as_str()), node)).collect(), '}'))
        }
        _ => None,
    }
}

/// Writes a value that starts `used` characters into its line.
fn write(node: &Node, depth: usize, used: usize, text: &mut String) {
    let Some((open, entries, close)) = entries(node) else { return scalar(&node.value, text) };
    let line = if depth > 0 { on_one_line(node, WIDTH.saturating_sub(used + 1)) } else { None };
    if let Some(line) = line {
        return text.push_str(&line);
    }
    let indent = "  ".repeat(depth + 1);
    text.push(open);
    for (n, (key, node)) in entries.into_iter().enumerate() {
        text.push_str(if n == 0 { "\n" } else { ",\n" });
        text.push_str(&indent);
        let from = text.len();
        named(key, text);
        let used = indent.len() + text.get(from..).map_or(0, |name| name.chars().count());
        write(node, depth + 1, used, text);
    }
    text.push('\n');
    text.push_str(&"  ".repeat(depth));
    text.push(close);
}

/// The value on one line, if that has at most `room` characters.
fn on_one_line(node: &Node, room: usize) -> Option<String> {
    let mut line = String::new();
    flat(node, room, &mut line);
    (line.chars().count() <= room).then_some(line)
}

/// Stops soon after the line is too long.
fn flat(node: &Node, room: usize, line: &mut String) {
    // A character has four bytes at most.
    if line.len() > room * 4 {
        return;
    }
    let Some((open, entries, close)) = entries(node) else { return scalar(&node.value, line) };
    line.push(open);
    for (n, (key, node)) in entries.into_iter().enumerate() {
        line.push_str(if n == 0 { "" } else { ", " });
        named(key, line);
        flat(node, room, line);
    }
    line.push(close);
}

fn named(key: Option<&str>, text: &mut String) {
    if let Some(key) = key {
        quoted(key, text);
        text.push_str(": ");
    }
}

fn scalar(value: &Value, text: &mut String) {
    match value {
        Value::Bool(truth) => text.push_str(if *truth { "true" } else { "false" }),
        Value::Number(x) if x.is_finite() => text.push_str(&figure(*x)),
        Value::Text(words) => quoted(words, text),
        _ => text.push_str("null"),
    }
}

fn quoted(words: &str, text: &mut String) {
    text.push('"');
    for c in words.chars() {
        match c {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            c if c < ' ' => text.extend(format!("\\u{:04x}", u32::from(c)).chars()),
            c => text.push(c),
        }
    }
    text.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_have_fifteen_digits() {
        for (x, expected) in [
            (1.0 / 3.0, "0.333333333333333"),
            (200.0 / 3.0, "66.6666666666667"),
            (-0.0, "0"),
            (5.0, "5"),
            (0.1 + 0.2, "0.3"),
            (1e-6, "0.000001"),
        ] {
            assert_eq!(figure(x), expected);
        }
    }

    #[test]
    fn texts_are_escaped_and_lines_are_broken_where_they_are_too_long() {
        let long = ["[\"", &"x".repeat(60), "\", \"", &"y".repeat(60), "\"]"].concat();
        let source = ["{\"a\":\"\\\"\\\\\\n\\u0001é\",\"b\":[true,null],\"c\":", &long, "}"].concat();
        let node = crate::json::parse(source.as_bytes(), 1_000).unwrap();
        let long = format!("[\n    \"{}\",\n    \"{}\"\n  ]", "x".repeat(60), "y".repeat(60));
        assert_eq!(
            json(&node),
            format!("{{\n  \"a\": \"\\\"\\\\\\n\\u0001é\",\n  \"b\": [true, null],\n  \"c\": {long}\n}}\n")
        );
    }
}
