//! Texts of a source as plain text within the limits of a definition.

use super::report::{Report, clip};
use crate::limits;
use crate::problem::is_unprintable;
use crate::text::{cut, has_pipes};

/// Tags that only arrange text: without them nothing is missing.
const ARRANGING: [&str; 18] =
    ["p", "br", "div", "span", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "b", "i", "em", "strong", "font"];
/// Tags after which a new line begins.
const BREAKING: [&str; 12] = ["p", "br", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li"];

const ENTITIES: [(&str, char); 6] =
    [("amp", '&'), ("lt", '<'), ("gt", '>'), ("quot", '"'), ("apos", '\''), ("nbsp", ' ')];

/// A text of at most `most` characters, markup taken out where the source has
/// any, `otherwise` where nothing is left. What is taken out is said.
pub(crate) fn text(raw: &str, markup: bool, most: usize, otherwise: &str, at: &str, report: &mut Report) -> String {
    let shown = if markup { without_tags(raw, at, report) } else { raw.into() };
    let mut tidy = tidied(&shown, most > limits::TITLE);
    if has_pipes(&tidy) {
        report.lost(at, "{answer:", "an answer would be filled in here", "the same with a space in it");
        tidy = tidy.replace("{answer:", "{ answer:");
    }
    if tidy.is_empty() {
        return otherwise.into();
    }
    if tidy.chars().count() <= most {
        return tidy;
    }
    report.lost(at, "a long text", "a text here is shorter than that", "its beginning");
    clip(&tidy, most - 1)
}

/// A text on one line, with nothing in it that cannot be printed.
pub(crate) fn line(raw: &str) -> String {
    tidied(raw, false)
}

/// Whether a tag only arranges text.
pub(crate) fn arranges(name: &str) -> bool {
    ARRANGING.contains(&name)
}

/// Whether a new line begins at a tag.
pub(crate) fn breaks(name: &str) -> bool {
    BREAKING.contains(&name)
}

/// Spaces and line feeds drawn together, what cannot be printed taken out.
fn tidied(text: &str, lines: bool) -> String {
    let mut tidy = String::new();
    let mut gap = None;
    for c in text.chars() {
        if c == '\n' && lines {
            gap = Some('\n');
        } else if c.is_whitespace() || is_unprintable(c) {
            gap = gap.or(Some(' '));
        } else {
            tidy.extend(gap.take().filter(|_| !tidy.is_empty()));
            tidy.push(c);
        }
    }
    tidy
}

fn without_tags(raw: &str, at: &str, report: &mut Report) -> String {
    let mut text = String::new();
    let mut rest = raw;
    let mut told = false;
    while let Some((before, after)) = cut(rest, b'<') {
        text.push_str(before);
        let tag = after.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
        let Some((inside, behind)) = cut(after, b'>').filter(|_| tag) else {
            text.push('<');
            rest = after;
            if tag {
                // No tag ends any more: what is left is text.
                break;
            }
            continue;
        };
        rest = behind;
        let name = name(inside);
        if breaks(&name) {
            text.push('\n');
        }
        if name == "script" || name == "style" {
            rest = cut(rest, b'<').map_or("", |(code, _)| rest.get(code.len()..).unwrap_or_default());
        }
        if !told && !arranges(&name) && !inside.starts_with('/') {
            report.lost(at, &name, "texts are plain, without markup", "the text inside");
            told = true;
        }
    }
    text.push_str(rest);
    decoded(&text)
}

fn name(inside: &str) -> String {
    let letters = inside.trim_start_matches('/').chars().take(limits::ID);
    letters.take_while(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase()
}

fn decoded(text: &str) -> String {
    let mut decoded = String::new();
    let mut rest = text;
    while let Some((before, after)) = cut(rest, b'&') {
        decoded.push_str(before);
        // Entities are short; a longer stretch is an ordinary text with an ampersand.
        let near = after.char_indices().nth(10).map_or(after, |(end, _)| after.get(..end).unwrap_or_default());
        match near.split_once(';').and_then(|(entity, _)| Some((entity, character(entity)?))) {
            Some((entity, c)) => {
                decoded.push(c);
                rest = after.get(entity.len() + 1..).unwrap_or_default();
            }
            None => {
                decoded.push('&');
                rest = after;
            }
        }
    }
    decoded.push_str(rest);
    decoded
}

fn character(entity: &str) -> Option<char> {
    if let Some(code) = entity.strip_prefix('#') {
        let code = match code.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok()?,
            None => code.parse().ok()?,
        };
        return char::from_u32(code);
    }
    ENTITIES.iter().find(|(name, _)| *name == entity).map(|(_, c)| *c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_becomes_text() {
        let mut report = Report::default();
        for (raw, expected) in [
            ("<p>One <b>two</b></p><p>three</p>", "One two\nthree"),
            ("a &lt; b &amp; c &#233;&#x41; &unknown; & d", "a < b & c éA &unknown; & d"),
            ("x < y", "x < y"),
            ("<a<a<a", "<a<a<a"),
            ("1<2", "1<2"),
        ] {
            assert_eq!(text(raw, true, 4_000, "", "", &mut report), expected, "{raw}");
        }
        assert!(report.into_lists().0.is_empty());
        let mut report = Report::default();
        assert_eq!(text("<img src=x>See<script>bad()</script>", true, 4_000, "", "/t", &mut report), "See");
        let (losses, _) = report.into_lists();
        assert_eq!((losses.len(), losses[0].construct.as_str(), losses[0].at.as_str()), (1, "img", "/t"));
    }

    #[test]
    fn titles_are_one_line_and_short() {
        let mut report = Report::default();
        assert_eq!(text(" a\n\u{7} b ", false, limits::TITLE, "", "", &mut report), "a b");
        assert_eq!(text(" \n ", false, limits::TITLE, "none", "", &mut report), "none");
        assert_eq!(text(&"x".repeat(300), false, limits::TITLE, "", "", &mut report).chars().count(), limits::TITLE);
        assert_eq!(report.into_lists().0.len(), 1);
    }
}
