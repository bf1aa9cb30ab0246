//! Where a token may stand in a text that mail programs, gateways, trackers
//! and messengers have handled.

use crate::limits;

/// What a mangled address can hide behind once more: a gateway wraps an
/// address that was already wrapped.
const LAYERS: usize = 3;
/// Letters and digits that can be a token at all.
const SHORTEST: usize = 10;

/// Runs of letters and digits that may be tokens: those that are marked; else
/// the text itself.
pub(super) fn candidates(text: &str) -> Vec<String> {
    let mut found = marked(text);
    if found.is_empty() {
        found.extend(bare(text).map(String::from));
    }
    found
}

/// The runs behind `r=` in the text, in what its `%` signs stand for, and so on.
pub(super) fn marked(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..=LAYERS {
        for (n, pair) in bytes.windows(2).enumerate() {
            let starts = n.checked_sub(1).and_then(|n| bytes.get(n)).is_none_or(|b| !b.is_ascii_alphanumeric());
            if pair == b"r=" && starts {
                let run = run(bytes.get(n + 2..).unwrap_or_default());
                // Quoted-printable mail writes `=` as `=3D`.
                let run = run.strip_prefix("3D").unwrap_or(&run);
                if run.len() >= SHORTEST && !found.iter().any(|known| known == run) {
                    found.push(run.into());
                }
            }
        }
        bytes = decoded(&bytes);
    }
    found
}

/// The token at the end of a line that is one plain address, or nothing but a
/// token: one in which [`marked`] or [`bare`] would find it and nothing else.
pub(super) fn only(line: &str, length: usize) -> Option<&str> {
    if line.len() > limits::LINK_TEXT {
        return None;
    }
    let (before, token) = line.split_at_checked(line.len().checked_sub(length)?)?;
    let mut address = before.bytes();
    let plain = |b: u8| matches!(b, b'!'..=b'~') && !matches!(b, b'%' | b',' | b';');
    let fine = match (address.next_back(), address.next_back()) {
        (None, None) => token.starts_with(|c: char| c.is_ascii_digit()),
        (Some(b'='), Some(b'r')) => {
            let mark = address.clone().next_back().is_none_or(|b| !b.is_ascii_alphanumeric());
            // A second mark anywhere: it is for the usual way.
            mark && !before.starts_with('{') && address.clone().zip(address.skip(1)).all(|pair| pair != (b'r', b'='))
        }
        _ => false,
    };
    (fine && before.bytes().all(plain) && token.bytes().all(|b| b.is_ascii_alphanumeric())).then_some(token)
}

/// The text itself, if it is one run between signs.
pub(super) fn bare(text: &str) -> Option<&str> {
    let bare = text.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    (bare.len() >= SHORTEST && bare.bytes().all(|b| b.is_ascii_alphanumeric())).then_some(bare)
}

/// The letters and digits at the start.
fn run(bytes: &[u8]) -> String {
    bytes.iter().take_while(|b| b.is_ascii_alphanumeric()).map(|b| char::from(*b)).collect()
}

/// Every `%41` replaced by what it stands for.
fn decoded(bytes: &[u8]) -> Vec<u8> {
    let hex = |b: u8| char::from(b).to_digit(16).and_then(|n| u8::try_from(n).ok());
    let mut decoded = Vec::new();
    let mut rest = bytes;
    while let [byte, after @ ..] = rest {
        let escaped = match (byte, after) {
            (b'%', [high, low, after @ ..]) => hex(*high).zip(hex(*low)).map(|(high, low)| (high << 4 | low, after)),
            _ => None,
        };
        let (byte, after) = escaped.unwrap_or((*byte, after));
        decoded.push(byte);
        rest = after;
    }
    decoded
}
