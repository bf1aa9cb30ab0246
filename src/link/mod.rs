//! Result links: answers as a short text, and back. The third gate.
//!
//! ```text
//! token   = version  number  checks        base 61, the highest digit first
//! version = 1                              one digit, the same place for ever
//! number  = a mixed radix number; from its lowest digit up:
//!           fingerprint, role, where items are drawn the seed of 32 bits,
//!           the items in the order of the definition
//! role    = 0 none, 1 the first of the definition, and so on
//! item    = 0 not answered, 1 "don't know", from 2 on the answers;
//!           of more than 2^32 answers 32 bits a digit, the lowest first
//! checks  = 6 digits; see `digits`
//! ```
//!
//! How long the number is, the definition alone decides. A token holds no name,
//! no time and no free text; the same answers give the same token. Version,
//! alphabet and checks stay in every later version, so that a token from a
//! newer one is known as such. `tests/vectors/link.py` says the same as a program.

mod digits;
mod document;
mod find;
mod many;
mod quick;
mod radix;

use crate::instrument::{Instrument, hexadecimal};
use crate::limits;
use crate::number::{brief, count};
use crate::problem::{Problem, quoted, refusal};
use crate::response::Response;
use digits::Big;
pub(crate) use document::document;
pub(crate) use many::{Piece, Results, results};
pub(crate) use quick::{Quick, radices};
pub(crate) use radix::{Divisions, answer, code_of as code, is_linked};

/// The first digit of a token.
const VERSION: u8 = 1;
/// The largest radix of a digit.
const HALF: u64 = 1 << 32;

/// A digit and its radix.
type Digit = (u64, u64);

/// The token of a response.
///
/// # Errors
/// `link-too-long`: more than [`limits::LINK`] characters.
pub(crate) fn write(instrument: &Instrument, response: &Response) -> Result<String, Vec<Problem>> {
    let form = form(instrument, response).ok_or_else(too_long)?;
    let length = length(&form).ok_or_else(too_long)?;
    let mut number = Big::default();
    for (digit, radix) in form.iter().rev() {
        number.multiply_add(*radix, *digit);
    }
    let mut token = vec![VERSION];
    token.extend(number.digits(length - 1 - digits::CHECKS));
    digits::add_checks(&mut token);
    let mut text = String::new();
    for digit in token {
        text.push(digits::letter(digit));
    }
    Ok(text)
}

/// The response behind a token anywhere in a text: an address, also one that
/// was wrapped, encoded or added to on its way.
///
/// # Errors
/// One problem: `link-missing`, no token in the text; `link-version`, made by a
/// newer version; `link-damaged`; `link-truncated`; `link-other`, of another
/// assessment; `link-edition`, of another edition that the definition names.
pub(crate) fn read(instrument: &Instrument, text: &str) -> Result<Response, Vec<Problem>> {
    let missing = || refusal("link-missing", &["there is no result link in this text"], "copy the whole address");
    if text.len() > limits::LINK_TEXT {
        return Err(missing());
    }
    let length = token_length(instrument);
    let mut first = None;
    for candidate in find::candidates(text) {
        match open(instrument, length, &candidate) {
            Ok(response) => return Ok(response),
            Err(found) => first = first.or(Some(found)),
        }
    }
    Err(first.unwrap_or_else(missing))
}

/// Characters of every token of an instrument; none where it has too many
/// answers. To be worked out once for all tokens of a text.
fn token_length(instrument: &Instrument) -> Option<usize> {
    length(&form(instrument, &Response::empty(instrument))?)
}

/// The response behind a token; `length` is [`token_length`].
fn open(instrument: &Instrument, length: Option<usize>, token: &str) -> Result<Response, Vec<Problem>> {
    let length = length.ok_or_else(too_long)?;
    let damaged =
        || refusal("link-damaged", &["a character of this link is not the one it was made with"], "copy it once more");
    let mut given = Vec::new();
    for letter in token.bytes() {
        given.extend(digits::digit(letter));
    }
    if given.len() != token.len() || !digits::checks(&given) {
        if token.len() < length {
            let help = "copy it to its end, or ask for it once more";
            return Err(refusal("link-truncated", &["a part of this link is missing"], help));
        }
        return Err(damaged());
    }
    let Some((version, rest)) = given.split_first() else { return Err(damaged()) };
    if *version != VERSION {
        let help = "open it on a page with a newer version of the assessment";
        return Err(refusal("link-version", &["this link was made by a newer version"], help));
    }
    let mut number = Big::of(rest.get(..rest.len() - digits::CHECKS).unwrap_or_default());
    let fingerprint = number.divide(HALF);
    if fingerprint != u64::from(instrument.fingerprint) {
        return Err(foreign(instrument, fingerprint));
    }
    if given.len() != length {
        return Err(damaged());
    }
    let mut response = Response::empty(instrument);
    response.role = usize::try_from(number.divide(roles(instrument))).ok().and_then(|role| role.checked_sub(1));
    if instrument.is_drawn() {
        response.seed = u32::try_from(number.divide(HALF)).unwrap_or_default();
    }
    let mut take = |all: u128| {
        let (mut code, mut place) = (0, 0);
        split(all, all - 1, &mut |(_, radix)| {
            code |= u128::from(number.divide(radix)) << place;
            place += 32;
        });
        code
    };
    for (item, slot) in instrument.items.iter().zip(&mut response.answers) {
        match radix::answer(item, &mut take) {
            Some(answer) => *slot = answer,
            None => return Err(damaged()),
        }
    }
    response.settle(instrument);
    // One spelling: what answers nobody could give would be lost is no token.
    if number.is_zero() && write(instrument, &response).is_ok_and(|again| again == token) {
        Ok(response)
    } else {
        Err(damaged())
    }
}

/// A token of any digits, the version first, with check digits that are right;
/// with the fingerprint of the instrument if it shall be its own. For tests/fuzz:
/// no input that a fuzzer makes would get past the check digits.
#[cfg(feature = "fuzz")]
pub(crate) fn sealed(instrument: &Instrument, digits: &[u8], own: bool) -> String {
    let (version, rest) = digits.split_first().unwrap_or((&VERSION, &[]));
    let mut number = Big::of(rest);
    if own {
        number.divide(HALF);
        number.multiply_add(HALF, u64::from(instrument.fingerprint));
    }
    let mut token = vec![*version];
    token.extend(number.digits(rest.len()));
    digits::add_checks(&mut token);
    token.iter().map(|digit| digits::letter(*digit)).collect()
}

/// The digits of a token's number, the lowest first; none where an item has
/// too many answers.
fn form(instrument: &Instrument, response: &Response) -> Option<Vec<Digit>> {
    let role = response.role.and_then(|role| u64::try_from(role + 1).ok()).unwrap_or_default();
    let mut form = vec![(u64::from(instrument.fingerprint), HALF), (role, roles(instrument))];
    if instrument.is_drawn() {
        form.push((u64::from(response.seed), HALF));
    }
    for (n, item) in instrument.items.iter().enumerate() {
        radix::codes(item, response.answer(n), &mut |(code, all)| split(all, code, &mut |digit| form.push(digit)))?;
    }
    Some(form)
}

/// One of `all` codes as digits, the lowest first.
#[expect(clippy::cast_possible_truncation, reason = "32 bits are taken at a time")]
fn split(all: u128, mut code: u128, into: &mut dyn FnMut(Digit)) {
    let mut last = all - 1;
    while last >> 32 > 0 {
        into((code as u64 & (HALF - 1), HALF));
        (last, code) = (last >> 32, code >> 32);
    }
    into((code as u64, last as u64 + 1));
}

/// Characters of every token of this form, as many as the largest number needs;
/// none where they are too many.
fn length(form: &[Digit]) -> Option<usize> {
    let mut largest = Big::default();
    for (_, radix) in form.iter().rev() {
        largest.multiply_add(*radix, radix - 1);
    }
    let length = 1 + largest.length(limits::LINK) + digits::CHECKS;
    (length <= limits::LINK).then_some(length)
}

/// The radix of the role.
fn roles(instrument: &Instrument) -> u64 {
    u64::try_from(instrument.words.get("roles").list().len() + 1).unwrap_or(HALF)
}

/// Why a token with another fingerprint cannot be read; an edition is known
/// only where the definition names it.
fn foreign(instrument: &Instrument, fingerprint: u64) -> Vec<Problem> {
    let made = hexadecimal(u32::try_from(fingerprint).unwrap_or_default());
    let title = quoted(instrument.words.get("title").text());
    let edition =
        instrument.words.get("editions").list().iter().find(|edition| edition.get("fingerprint").text() == made);
    match edition {
        Some(edition) => {
            let (theirs, mine) =
                (quoted(edition.get("version").text()), quoted(instrument.words.get("version").text()));
            let message = ["this link was made with edition ", &theirs, " of ", &title, ", this is edition ", &mine];
            refusal("link-edition", &message, "open it with the edition it was made with: the scores of the two differ")
        }
        None => {
            let message = ["this link belongs to another assessment, not to ", &title];
            refusal("link-other", &message, "open it on the page it was made on")
        }
    }
}

fn too_long() -> Vec<Problem> {
    let most = brief(count(limits::LINK));
    refusal("link-too-long", &["these answers need a link of more than ", &most, " characters"], "send them as a file")
}
