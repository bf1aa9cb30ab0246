//! `tautline compile`: a definition with its compiled form.

use crate::ending::{Ending, Failure};
use crate::input::Source;
use crate::problems;
use std::ffi::OsStr;
use std::io::Write;
use tautline::{Data, author, limits};

/// Prints the definition on one line, its compiled form in the field
/// `compiled`; what stands there before is replaced.
///
/// # Errors
/// A definition that cannot be read, an output that cannot be written.
pub(crate) fn compile(definition: &OsStr, out: &mut dyn Write) -> Result<Ending, Failure> {
    let source = Source::definition(definition);
    let reply = author::published(&source.read(limits::DEFINITION_BYTES)?);
    if *reply.get("refused") != Data::Null {
        problems::complain(&source.name(), problems::of(&reply));
        return Ok(Ending::Refused);
    }
    out.write_all(reply.get("ok").get("value").text().as_bytes()).map_err(Failure::writing)?;
    Ok(Ending::Done)
}
