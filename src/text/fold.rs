//! Words as they are compared.
//!
//! The letters that have two forms are written down here, not taken from the standard
//! library: its tables are large, and grow with Unicode, and what was right once has to
//! stay right.

/// Runs of white space become one space, curved quotes and long dashes plain ones; where
/// `case` does not count, letters of Latin, Greek, Cyrillic and Armenian become small.
pub(crate) fn folded(words: &str, case: bool) -> String {
    let mut folded = String::new();
    for word in words.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        for c in word.chars() {
            let plain = match c {
                '\u{2018}' | '\u{2019}' => '\'',
                '\u{201c}' | '\u{201d}' => '"',
                '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
                _ => c,
            };
            folded.push(if case { plain } else { small(plain) });
        }
    }
    folded
}

/// The small form of a letter (Unicode Character Database, simple lower case), and one
/// form of sigma.
fn small(c: char) -> char {
    let n = u32::from(c);
    let moved = match n {
        // Blocks of which the small letters follow at one distance.
        0x41..=0x5a | 0xc0..=0xd6 | 0xd8..=0xde | 0x391..=0x3a1 | 0x3a3..=0x3ab | 0x410..=0x42f => n + 0x20,
        0x400..=0x40f => n + 0x50,
        0x531..=0x556 => n + 0x30,
        0x388..=0x38a => n + 0x25,
        // Pairs of which the capital is even, then odd.
        0x100..=0x12f
        | 0x132..=0x137
        | 0x14a..=0x177
        | 0x460..=0x481
        | 0x48a..=0x4bf
        | 0x4d0..=0x52f
        | 0x1e00..=0x1e95
        | 0x1ea0..=0x1eff => n | 1,
        0x139..=0x148 | 0x179..=0x17e | 0x4c1..=0x4ce => n + (n & 1),
        // Alone.
        0x178 => 0xff,
        0x386 => 0x3ac,
        0x38c => 0x3cc,
        0x38e | 0x38f => n + 0x3f,
        0x3c2 => 0x3c3,
        0x4c0 => 0x4cf,
        0x1e9e => 0xdf,
        _ => n,
    };
    char::from_u32(moved).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The standard library knows all letters: where this one folds it agrees, and in the
    /// blocks that are covered it folds all.
    #[test]
    fn letters_are_those_of_the_standard_library() {
        let covered = |c: char| matches!(u32::from(c), 0..=0x17f | 0x386..=0x3ab | 0x400..=0x556 | 0x1e00..=0x1eff);
        for c in '\u{0}'..='\u{2fff}' {
            let theirs = c.to_lowercase().collect::<Vec<_>>();
            // I with a dot has a small form of two signs.
            if theirs.len() != 1 || c == '\u{3c2}' {
                continue;
            }
            if covered(c) || small(c) != c {
                assert_eq!(small(c), theirs[0], "{:x}", u32::from(c));
            }
        }
        assert_eq!((small('ς'), small('İ'), small('ẞ')), ('σ', 'İ', 'ß'));
    }
}
