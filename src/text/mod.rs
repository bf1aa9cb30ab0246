//! Pieces of text, put together and taken apart.
//!
//! The standard library does all this too, in code that adapts to every use;
//! these few lines are what the widget needs of it.

#[cfg(feature = "wide")]
mod fold;
#[cfg(feature = "wide")]
mod pipe;

#[cfg(feature = "wide")]
pub(crate) use fold::folded;
#[cfg(feature = "author")]
pub(crate) use pipe::pipe;
#[cfg(feature = "wide")]
pub(crate) use pipe::{Pipe, has_pipes, piped, pipes};

/// The pieces in one text.
pub(crate) fn joined(pieces: &[&str]) -> String {
    let mut text = String::new();
    for piece in pieces {
        text.push_str(piece);
    }
    text
}

/// Words with commas between them.
pub(crate) fn listed(words: &mut dyn Iterator<Item = &str>) -> String {
    let mut list = String::new();
    for word in words {
        if !list.is_empty() {
            list.push_str(", ");
        }
        list.push_str(word);
    }
    list
}

/// The text with each `{name}` replaced by what `value` gives for it.
pub(crate) fn filled(text: &str, value: &mut dyn FnMut(&str) -> String) -> String {
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, after)) = cut(rest, b'{') {
        filled.push_str(before);
        let name;
        (name, rest) = cut(after, b'}').unwrap_or((after, ""));
        filled.push_str(&value(name));
    }
    filled.push_str(rest);
    filled
}

/// What stands before and behind the first `sign`, which is an ASCII character.
pub(crate) fn cut(text: &str, sign: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|b| b == sign)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}
