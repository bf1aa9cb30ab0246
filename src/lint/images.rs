//! Pictures: what is said for them, how much they weigh, whether they move.
//!
//! Source: W3C, Web Content Accessibility Guidelines 2.2 (2023), 1.1.1 and 2.2.2.

use super::context::Context;
use super::findings::Findings;
use crate::json::Node;
use crate::number::{brief, count};
use crate::problem::{join, nth};

/// Bytes from which on a picture is large: some seconds on a slow line for four of them.
const LARGE: usize = 16 * 1000;
/// How names of files with pictures end.
const ENDINGS: [&str; 6] = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"];
/// How an image is marked that is no still: the second frame of a GIF is looked for apart.
const MOVES: [&[u8]; 5] = [b"acTL", b"ANIM\x06\0\0\0", b"<animate", b"<set ", b"@keyframes"];
/// What stands before each frame of a GIF that has a time.
const FRAME: &[u8] = &[0x21, 0xf9, 0x04];

/// A picture: its node, where it stands, and the words beside it.
struct Picture<'d> {
    node: &'d Node,
    at: String,
    words: &'d str,
}

fn pictures<'d>(context: &Context<'d>) -> Vec<Picture<'d>> {
    let mut all = Vec::new();
    for (n, set) in context.root.get("choice_sets").list().iter().enumerate() {
        choices(set, &nth("/choice_sets", n), &mut all);
    }
    for (n, item) in context.root.get("items").list().iter().enumerate() {
        let at = nth("/items", n);
        add(item, &at, "text", &mut all);
        if let Some((kind, inner)) = item.get("kind").fields().first() {
            choices(inner, &[&at, "/kind/", kind.as_str()].concat(), &mut all);
        }
    }
    all
}

fn choices<'d>(holder: &'d Node, at: &str, into: &mut Vec<Picture<'d>>) {
    for (n, choice) in holder.get("choices").list().iter().enumerate() {
        add(choice, &nth(&join(at, "choices"), n), "label", into);
    }
}

fn add<'d>(of: &'d Node, at: &str, words: &str, into: &mut Vec<Picture<'d>>) {
    let node = of.get("image");
    if !node.is_null() {
        into.push(Picture { node, at: join(at, "image"), words: of.get(words).text() });
    }
}

pub(super) fn alt(context: &Context<'_>, found: &mut Findings) {
    for picture in pictures(context) {
        let alt = picture.node.get("alt").text().trim().to_lowercase();
        let message = if ENDINGS.iter().any(|ending| alt.ends_with(ending)) {
            "what is said of this picture is the name of a file"
        } else if alt == picture.words.trim().to_lowercase() {
            "what is said of this picture is what stands beside it"
        } else {
            continue;
        };
        found.add(&join(&picture.at, "alt"), &[message], "say what the picture shows that the words do not");
    }
}

pub(super) fn large(context: &Context<'_>, found: &mut Findings) {
    for picture in pictures(context) {
        let bytes = encoded(picture.node).len() / 4 * 3;
        if bytes > LARGE {
            let message = ["a picture of ", &*brief(count(bytes / 1000)), " kB"];
            found.add(&picture.at, &message, "make it smaller: every reader loads it with the first question");
        }
    }
}

pub(super) fn moving(context: &Context<'_>, found: &mut Findings) {
    for picture in pictures(context) {
        let bytes = decoded(encoded(picture.node));
        let marked = MOVES.iter().any(|mark| bytes.windows(mark.len()).any(|part| part == *mark));
        let frames = bytes.windows(FRAME.len()).filter(|part| *part == FRAME).count();
        if marked || (bytes.starts_with(b"GIF8") && frames > 1) {
            found.add(&picture.at, &["a picture that moves"], "show a still: nobody can stop it while reading");
        }
    }
}

/// The picture behind its kind, in base 64.
fn encoded(picture: &Node) -> &str {
    picture.get("src").text().split_once(',').map_or("", |(_, encoded)| encoded)
}

/// Bytes behind digits of base 64 (RFC 4648, section 4), as far as they go.
fn decoded(encoded: &str) -> Vec<u8> {
    let (mut bytes, mut held, mut bits) = (Vec::new(), 0_u32, 0_u32);
    for digit in encoded.bytes() {
        let six = match digit {
            b'A'..=b'Z' => digit - b'A',
            b'a'..=b'z' => digit - b'a' + 26,
            b'0'..=b'9' => digit - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => break,
        };
        (held, bits) = ((held << 6 | u32::from(six)) & 0xffff, bits + 6);
        if bits >= 8 {
            bits -= 8;
            bytes.extend(u8::try_from(held >> bits & 0xff));
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::decoded;

    /// The test vectors of RFC 4648, section 10.
    #[test]
    fn base64_is_that_of_the_standard() {
        for (encoded, expected) in [("", ""), ("Zg==", "f"), ("Zm8=", "fo"), ("Zm9v", "foo"), ("Zm9vYmFy", "foobar")] {
            assert_eq!(decoded(encoded), expected.as_bytes());
        }
    }
}
