//! The text between empty lines, and its escapes.

/// The blocks between empty lines, each with the number of its first line. Lines of comments
/// do not count.
pub(super) fn blocks(text: &str) -> Vec<(usize, String)> {
    let mut blocks: Vec<(usize, String)> = Vec::new();
    let mut open = false;
    for (n, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() {
            open = false;
        } else if !line.starts_with("//") {
            if !open {
                blocks.push((n + 1, String::new()));
                open = true;
            }
            if let Some((_, block)) = blocks.last_mut() {
                block.push_str(line);
                block.push('\n');
            }
        }
    }
    blocks
}

/// Signs with a meaning, and what stands for them where a backslash takes it away:
/// characters that no text holds, by the rules of Unicode.
const ESCAPES: [(char, char); 7] = [
    ('\\', '\u{fdd0}'),
    ('~', '\u{fdd1}'),
    ('=', '\u{fdd2}'),
    ('#', '\u{fdd3}'),
    ('{', '\u{fdd4}'),
    ('}', '\u{fdd5}'),
    (':', '\u{fdd6}'),
];

/// The text with its escaped signs hidden, so that those left have a meaning. `\n` is a line feed.
pub(super) fn hidden(text: &str) -> String {
    let mut hidden = String::new();
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        if c != '\\' {
            hidden.push(c);
            continue;
        }
        let mut after = rest.clone();
        let escape = after.next();
        let found = ESCAPES.iter().find(|(sign, _)| Some(*sign) == escape).map(|(_, stand)| *stand);
        match found.or((escape == Some('n')).then_some('\n')) {
            Some(stand) => {
                hidden.push(stand);
                rest = after;
            }
            None => hidden.push(c),
        }
    }
    hidden
}

/// The text with its hidden signs shown.
pub(super) fn shown(text: &str) -> String {
    let show = |c| ESCAPES.iter().find(|(_, stand)| *stand == c).map_or(c, |(sign, _)| *sign);
    text.chars().map(show).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_end_at_empty_lines() {
        let text = "// a\n\n one\n// b\ntwo\n \n\nthree";
        assert_eq!(blocks(text), [(3, "one\ntwo\n".to_owned()), (8, "three\n".to_owned())]);
    }

    #[test]
    fn escapes_hide_signs() {
        let text = hidden(r"a\=b\\=c\nd\x\");
        assert_eq!(text.matches('=').count(), 1);
        assert_eq!(shown(&text), "a=b\\=c\nd\\x\\");
    }
}
