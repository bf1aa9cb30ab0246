//! Bytes of a source to text, and what can go wrong with a source.

use super::File;
use super::report::Report;
use super::written::figure;
use crate::json::{Node, Value};
use crate::problem::{Problem, quoted, refusal};

/// What the bytes 80 to 9F mean in Windows-1252; the rest is as in Unicode.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// A file that is not of its format.
pub(crate) fn bad(file: &str, message: &str, help: &str) -> Vec<Problem> {
    refusal("bad-source", &[&quoted(file), ": ", message], help)
}

/// The one file of a format that has one.
///
/// # Errors
/// `bad-source`: none, or several.
pub(crate) fn single<'f>(files: &[File<'f>]) -> Result<File<'f>, Vec<Problem>> {
    match files {
        [file] => Ok(*file),
        [] => Err(refusal("bad-source", &["there is no file"], "name a file")),
        [(first, _), ..] => Err(bad(first, "this format is one file, and there are several", "import them one by one")),
    }
}

/// The text of a file in UTF-8.
///
/// # Errors
/// `not-utf8`.
pub(crate) fn utf8((name, bytes): File<'_>) -> Result<&str, Vec<Problem>> {
    let text = core::str::from_utf8(bytes)
        .map_err(|_| refusal("not-utf8", &[&quoted(name), " is not UTF-8"], "save it as UTF-8 text"))?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// The text of a file as spreadsheets save it: UTF-8, UTF-16 with a byte order
/// mark, else Windows-1252, which is said.
pub(crate) fn any_text((name, bytes): File<'_>, report: &mut Report) -> String {
    let units = |pair: fn([u8; 2]) -> u16| {
        let units = bytes.chunks_exact(2).skip(1).map(move |two| pair([byte(two, 0), byte(two, 1)]));
        char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
    };
    match bytes {
        [0xff, 0xfe, ..] => return units(u16::from_le_bytes),
        [0xfe, 0xff, ..] => return units(u16::from_be_bytes),
        _ => {}
    }
    if let Ok(text) = utf8((name, bytes)) {
        return text.into();
    }
    report.assumed(name, &["the file is not UTF-8 and was read as Windows-1252: check the accents"]);
    bytes.iter().map(|b| WINDOWS.get(usize::from(*b).wrapping_sub(0x80)).copied().unwrap_or(char::from(*b))).collect()
}

fn byte(two: &[u8], n: usize) -> u8 {
    two.get(n).copied().unwrap_or_default()
}

/// The name of a file without folders and ending.
pub(crate) fn stem(name: &str) -> &str {
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
    last.rsplit_once('.').map_or(last, |(stem, _)| stem)
}

/// A text; a number or a truth as one, since values, codes and identifiers may stand without quotes.
pub(crate) fn word(node: &Node) -> String {
    match &node.value {
        Value::Number(x) => figure(*x),
        Value::Bool(truth) => truth.to_string(),
        _ => node.text().into(),
    }
}
