//! `tautline score`: one answers document, one JSON object or two lines of CSV.

use crate::columns;
use crate::ending::{Ending, Failure};
use crate::input::Inputs;
use crate::problems;
use crate::scores::Scores;
use clap::ValueEnum;
use std::ffi::OsStr;
use std::io::Write;
use tautline::{Data, limits};

/// How scores are written.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// One object
    Json,
    /// A header and a row: the role, then scales, composites and bands by their ids
    Csv,
}

/// Prints the scores, or the problems of what was refused to standard error.
///
/// # Errors
/// An input that cannot be read, an output that cannot be written.
pub(crate) fn score(
    definition: &OsStr,
    answers: &OsStr,
    format: Format,
    out: &mut dyn Write,
) -> Result<Ending, Failure> {
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
    let value = reply.get("ok").get("value");
    if format == Format::Csv {
        let table = columns::head(&inputs.assessment) + &columns::row(value);
        out.write_all(table.as_bytes()).map_err(Failure::writing)?;
        return Ok(Ending::Done);
    }
    serde_json::to_writer_pretty(&mut *out, &Scores(value)).map_err(Failure::writing_json)?;
    writeln!(out).map_err(Failure::writing)?;
    Ok(Ending::Done)
}
