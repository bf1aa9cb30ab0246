//! A definition as JSON text in the style of the instruments here: two spaces,
//! and on one line what fits.

use crate::data::Data;

/// Characters of a line.
const WIDTH: usize = 120;

/// The text, with a line feed at the end.
pub(crate) fn json(value: &Data<'_>) -> String {
    let mut text = String::new();
    write(value, 0, 0, &mut text);
    text.push('\n');
    text
}

/// A number as it stands in a definition: at most 15 digits, so that it reads as one number only.
pub(crate) fn figure(x: f64) -> String {
    let short: f64 = format!("{x:.14e}").parse().unwrap_or(x);
    // Adding nothing turns -0 into 0.
    format!("{}", short + 0.0)
}

/// Writes a value that starts `used` characters into its line.
fn write(value: &Data<'_>, depth: usize, used: usize, text: &mut String) {
    let (open, entries, close) = match value {
        Data::List(values) => ('[', values.iter().map(|value| (None, value)).collect::<Vec<_>>(), ']'),
        Data::Object(fields) => ('{', fields.iter().map(|(key, value)| (Some(*key), value)).collect(), '}'),
        _ => return scalar(value, text),
    };
    if depth > 0
        && let Some(line) = on_one_line(value, WIDTH.saturating_sub(used + 1))
    {
        text.push_str(&line);
        return;
    }
    let indent = "  ".repeat(depth + 1);
    text.push(open);
    for (n, (key, value)) in entries.iter().enumerate() {
        text.push_str(if n == 0 { "\n" } else { ",\n" });
        text.push_str(&indent);
        let mut used = indent.len();
        if let Some(key) = key {
            quoted(key, text);
            text.push_str(": ");
            used += key.len() + 4;
        }
        write(value, depth + 1, used, text);
    }
    text.push('\n');
    text.push_str(&"  ".repeat(depth));
    text.push(close);
}

/// The value on one line, if that has at most `room` characters.
fn on_one_line(value: &Data<'_>, room: usize) -> Option<String> {
    let mut line = String::new();
    flat(value, room, &mut line);
    (line.chars().count() <= room).then_some(line)
}

/// Stops soon after the line is too long.
fn flat(value: &Data<'_>, room: usize, line: &mut String) {
    if line.len() > room * 4 {
        return;
    }
    match value {
        Data::List(values) => {
            line.push('[');
            for (n, value) in values.iter().enumerate() {
                line.push_str(if n == 0 { "" } else { ", " });
                flat(value, room, line);
            }
            line.push(']');
        }
        Data::Object(fields) => {
            line.push('{');
            for (n, (key, value)) in fields.iter().enumerate() {
                line.push_str(if n == 0 { "" } else { ", " });
                quoted(key, line);
                line.push_str(": ");
                flat(value, room, line);
            }
            line.push('}');
        }
        _ => scalar(value, line),
    }
}

fn scalar(value: &Data<'_>, text: &mut String) {
    match value {
        Data::Bool(truth) => text.push_str(if *truth { "true" } else { "false" }),
        Data::Number(x) if x.is_finite() => text.push_str(&figure(*x)),
        Data::Null | Data::Number(_) => text.push_str("null"),
        other => quoted(other.text(), text),
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
    fn texts_are_escaped() {
        let value = Data::Object(vec![("a", Data::Owned("\"\\\n\u{1}é".into())), ("b", Data::List(vec![Data::Null]))]);
        assert_eq!(json(&value), "{\n  \"a\": \"\\\"\\\\\\n\\u0001é\",\n  \"b\": [null]\n}\n");
    }
}
