//! `tautline migrate`: answers of an earlier edition as answers of this one.

use crate::ending::{Ending, Failure};
use crate::input::Source;
use crate::lossy::{Target, ending, say};
use crate::problems;
use std::ffi::OsStr;
use std::io::Write;
use tautline::{Data, author, limits};

/// Writes the answers and lists what had no place.
///
/// # Errors
/// An input that cannot be read, an output that cannot be written.
pub(crate) fn migrate(
    definition: &OsStr,
    answers: &OsStr,
    target: &Target,
    out: &mut dyn Write,
) -> Result<Ending, Failure> {
    let (source, sheet) = (Source::definition(definition), Source::answers(answers));
    let reply = author::migrate(&source.read(limits::DEFINITION_BYTES)?, &sheet.read(limits::ANSWERS_BYTES)?);
    if *reply.get("refused") != Data::Null {
        problems::complain(&sheet.name(), problems::of(&reply));
        return Ok(Ending::Refused);
    }
    let value = reply.get("ok").get("value");
    target.write(format!("{}\n", value.get("answers").text()).as_bytes(), out)?;
    target.report(value, &["left"])?;
    let left = value.get("left").list();
    say(left.iter().map(|item| format!("lost: /answers/{}: this edition has no place for it", item.text())));
    Ok(ending(left.is_empty()))
}
