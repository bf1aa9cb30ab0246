//! `tautline compile`: a definition with its compiled form.

use crate::ending::{Ending, Failure};
use crate::input::Source;
use crate::problems;
use serde_json::{Map, Value};
use std::ffi::OsStr;
use std::io::Write;
use tautline::api::Assessment;
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

/// The fields of a definition with its compiled form; none if it was refused and its problems are listed.
///
/// # Errors
/// A definition that cannot be read.
pub(crate) fn published(source: &Source) -> Result<Option<Map<String, Value>>, Failure> {
    let bytes = source.read(limits::DEFINITION_BYTES)?;
    let assessment = Assessment::load(&bytes);
    let reply = assessment.compiled();
    if *reply.get("refused") != Data::Null {
        problems::complain(&source.name(), problems::of(&reply));
        return Ok(None);
    }
    let mut fields: Map<String, Value> = serde_json::from_slice(&bytes).map_err(Failure::writing_json)?;
    fields.remove("compiled");
    fields.insert("compiled".into(), reply.get("ok").get("value").text().into());
    Ok(Some(fields))
}
