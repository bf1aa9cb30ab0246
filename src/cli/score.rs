//! `tautline score`: one answers document, one JSON object.

use crate::ending::{Ending, Failure};
use crate::input::Inputs;
use crate::problems;
use crate::scores::Scores;
use std::ffi::OsStr;
use std::io::Write;
use tautline::{Data, limits};

/// Prints the scores, or the problems of what was refused to standard error.
///
/// # Errors
/// An input that cannot be read, an output that cannot be written.
pub(crate) fn score(definition: &OsStr, answers: &OsStr, out: &mut dyn Write) -> Result<Ending, Failure> {
    let inputs = Inputs::load(definition, answers)?;
    if let Some(reply) = inputs.refusal() {
        problems::complain(&inputs.definition.name(), problems::of(&reply));
        return Ok(Ending::Refused);
    }
    let reply = inputs.assessment.score(&inputs.answers.read(limits::ANSWERS_BYTES)?);
    if *reply.get("refused") != Data::Null {
        problems::complain(&inputs.answers.name(), problems::of(&reply));
        return Ok(Ending::Refused);
    }
    serde_json::to_writer_pretty(&mut *out, &Scores(reply.get("ok").get("value"))).map_err(Failure::writing_json)?;
    writeln!(out).map_err(Failure::writing)?;
    Ok(Ending::Done)
}
