//! Many results in one text: links and answers documents in any order, mixed
//! with other words, as they are pasted from mails and messengers.

use super::{VERSION, digits, find, open, token_length};
use crate::instrument::Instrument;
use crate::limits;
use crate::problem::Problem;
use crate::response::Response;
use core::cell::OnceCell;

/// From how many letters on a word of letters and digits alone, which begins
/// like a token and is none, is one that was damaged and no other word.
const PLAUSIBLE: usize = 20;

/// What a text holds.
pub(crate) enum Piece<'t> {
    /// A line that begins like an answers document.
    Document(&'t str),
    /// A link: its token, in its one spelling, and what is behind it.
    Link(String, Response),
    /// What was meant as a link, and why it is none.
    Refused(Vec<Problem>),
}

/// What becomes of the results in a text.
pub(crate) trait Results {
    /// Takes a word that is, or ends in, the token of a result and holds no other;
    /// false if it is to be looked at in the usual way.
    fn token(&mut self, token: &str) -> bool;
    /// How long such a token is; none if no token is taken in this way.
    fn length(&self) -> Option<usize>;
    /// Takes any piece, with its line, counted from 1.
    fn piece(&mut self, line: usize, piece: Piece<'_>);
}

/// Hands over every piece of a text. A word that holds no link is other text.
///
/// Mail programs write an address twice in one word, or hide it in another
/// one: in a word each result counts once, and what does not open beside one
/// that does is taken for another form of it.
pub(crate) fn results(instrument: &Instrument, text: &str, results: &mut dyn Results) {
    // Worked out once, and only for a text that needs it.
    let length = OnceCell::new();
    for (line, number) in text.lines().zip(1..) {
        if results.length().and_then(|length| find::only(line, length)).is_some_and(|token| results.token(token)) {
            continue;
        }
        let line = line.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        if line.starts_with('{') {
            results.piece(number, Piece::Document(line));
            continue;
        }
        for word in line.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';')) {
            if word.len() <= limits::LINK_TEXT {
                links(instrument, *length.get_or_init(|| token_length(instrument)), word, &mut |piece| {
                    results.piece(number, piece);
                });
            }
        }
    }
}

fn links(instrument: &Instrument, length: Option<usize>, word: &str, each: &mut dyn FnMut(Piece<'_>)) {
    let mut tokens = find::marked(word);
    let bare = tokens.is_empty();
    if bare {
        // Tokens begin with the number of their version: few other words begin with a digit.
        tokens.extend(find::bare(word).filter(|run| run.starts_with(|c: char| c.is_ascii_digit())).map(String::from));
    }
    let (mut some, mut refusal) = (false, None);
    for token in tokens {
        match open(instrument, length, &token) {
            Ok(response) => {
                some = true;
                each(Piece::Link(token, response));
            }
            Err(found) if refusal.is_none() && (!bare || is_meant(&token, &found)) => refusal = Some(found),
            Err(_) => {}
        }
    }
    if let (false, Some(found)) = (some, refusal) {
        each(Piece::Refused(found));
    }
}

/// Whether a word that stands alone was meant as a token: its check digits are
/// right, or it begins like one and is long.
fn is_meant(token: &str, why: &[Problem]) -> bool {
    let unchecked = why.iter().any(|problem| matches!(problem.code, "link-damaged" | "link-truncated"));
    !unchecked || token.starts_with(digits::letter(VERSION)) && token.len() >= PLAUSIBLE
}
