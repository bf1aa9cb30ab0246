//! The report as plain text of 80 columns.

use super::block::{Block, Kind, Line};
use super::compose::compose;
use super::picture;
use super::table::table;
use super::words::Page;

const WIDTH: usize = 80;
/// Columns of the line a score lies on, from 0 to 100.
const STEPS: u8 = 40;

/// The report, ending in a line feed.
pub(crate) fn write(page: &Page<'_>) -> String {
    let mut text = String::new();
    blocks(page, &compose(page), 0, &mut text);
    text
}

fn blocks(page: &Page<'_>, blocks: &[Block], indent: usize, text: &mut String) {
    for block in blocks {
        write_block(page, block, indent, text);
    }
}

fn write_block(page: &Page<'_>, block: &Block, indent: usize, text: &mut String) {
    let mut paragraph = |words: &str| {
        wrapped(words, indent, indent, text);
        text.push('\n');
    };
    match block {
        Block::Title(words) => underlined(words, '=', text),
        Block::Byline(parts) => paragraph(&(parts.join(". ") + ".")),
        Block::Section(words) => {
            text.push('\n');
            underlined(words, '-', text);
        }
        Block::Heading { text: words, tag, .. } => {
            let tag = if tag.is_empty() { String::new() } else { format!(" [{tag}]") };
            paragraph(&format!("{words}{tag}"));
        }
        Block::Lede(words) | Block::Paragraph(words) | Block::Fine(words) => paragraph(words),
        Block::Note(words) => {
            wrapped(&format!("! {words}"), indent, indent + 2, text);
            text.push('\n');
        }
        Block::Figure { value, of, text: words } => paragraph(&format!("{value} {of}: {words}")),
        Block::Score { kind, title, value, note, line } => {
            let words = [kind, title].map(String::as_str).into_iter().filter(|words| !words.is_empty());
            let name = words.collect::<Vec<_>>().join(": ");
            let note = if note.is_empty() { String::new() } else { format!(" ({note})") };
            if !name.is_empty() {
                wrapped(&format!("{name}: {value}{note}"), indent, indent + 2, text);
            }
            wrapped(&drawn(line), indent, indent, text);
            text.push('\n');
        }
        Block::Table(rows) => {
            if !rows.caption.is_empty() {
                wrapped(&format!("{}:", rows.caption), indent, indent, text);
            }
            table(rows, indent, WIDTH, text);
            text.push('\n');
        }
        Block::Terms(terms) => {
            for (name, words) in terms {
                wrapped(&format!("{name}: {words}"), indent, indent + 2, text);
            }
            text.push('\n');
        }
        Block::List(items) => {
            for words in items {
                wrapped(&format!("- {words}"), indent, indent + 2, text);
            }
            if !items.is_empty() {
                text.push('\n');
            }
        }
        Block::Source { label, title, url } => {
            wrapped(&format!("{label}{title}"), indent, indent + 2, text);
            if let Some(url) = url {
                wrapped(&format!("<{url}>"), indent + 2, indent + 2, text);
            }
            text.push('\n');
        }
        Block::Picture => picture::characters(page, text),
        Block::Group(kind, inner) => {
            let indent = if *kind == Kind::Cards { indent } else { indent + 2 };
            blocks(page, inner, indent, text);
        }
    }
}

fn underlined(words: &str, with: char, text: &mut String) {
    let mut lines = String::new();
    wrapped(words, 0, 0, &mut lines);
    let longest = lines.lines().map(|line| line.chars().count()).max().unwrap_or(0);
    text.push_str(&lines);
    text.extend(std::iter::repeat_n(with, longest));
    text.push_str("\n\n");
}

/// A score between 0 and 100: `|....--o---.....|`.
fn drawn(line: &Line) -> String {
    let half = 50.0 / f64::from(STEPS);
    let mut drawn = String::from("0 |");
    for step in 0..=STEPS {
        let x = f64::from(step) * 2.0 * half;
        let at = |value: f64| (value - x).abs() <= half && (value < x + half || step == STEPS);
        drawn.push(match line {
            line if line.value.is_some_and(at) => 'o',
            line if line.cuts.iter().any(|cut| at(*cut)) => ':',
            line if line.band.is_some_and(|(low, high)| low <= x + half && x - half <= high) => '-',
            _ => '.',
        });
    }
    drawn + "| 100"
}

/// Breaks words into lines; the first is indented by `first`, others by `rest`.
fn wrapped(words: &str, first: usize, rest: usize, text: &mut String) {
    for (n, line) in lines(words, WIDTH.saturating_sub(rest.max(first))).iter().enumerate() {
        text.extend(std::iter::repeat_n(' ', if n == 0 { first } else { rest }));
        text.push_str(line);
        text.push('\n');
    }
}

/// Lines of at most `width` characters; a longer word stands alone.
pub(crate) fn lines(words: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut length = 0;
    for word in words.split_whitespace() {
        let letters = word.chars().count();
        match lines.last_mut() {
            Some(line) if length + 1 + letters <= width => {
                line.push(' ');
                line.push_str(word);
                length += 1 + letters;
            }
            _ => {
                lines.push(word.into());
                length = letters;
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_break_at_the_width() {
        assert_eq!(lines("one two  three\nfour", 9), ["one two", "three", "four"]);
        assert_eq!(lines("unbreakable", 3), ["unbreakable"]);
        assert!(lines(" \n", 3).is_empty());
    }

    #[test]
    fn a_score_lies_on_its_line_once() {
        for value in [0.0, 1.25, 49.9, 98.75, 99.0, 100.0] {
            let line = Line { value: Some(value), ..Line::default() };
            assert_eq!(drawn(&line).matches('o').count(), 1, "{value}");
        }
    }
}
