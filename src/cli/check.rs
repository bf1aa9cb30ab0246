//! `tautline check`: what is wrong with a definition.

use crate::ending::{Ending, Failure};
use crate::input::Source;
use crate::problems::{self, List};
use clap::ValueEnum;
use std::ffi::OsStr;
use std::io::{Write, stderr};
use tautline::api::Assessment;
use tautline::{Data, limits};

/// How problems are written.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Format {
    /// A line each, and one of help
    Text,
    /// A list of objects
    Json,
}

/// Prints every problem; warnings alone do not refuse.
///
/// # Errors
/// A definition that cannot be read, an output that cannot be written.
pub(crate) fn check(definition: &OsStr, format: Format, out: &mut dyn Write) -> Result<Ending, Failure> {
    let source = Source::definition(definition);
    let assessment = Assessment::load(&source.read(limits::DEFINITION_BYTES)?);
    let reply = assessment.check();
    let problems = problems::of(&reply);
    match format {
        Format::Text => {
            problems::write(out, &source.name(), problems).map_err(Failure::writing)?;
            if problems.is_empty() {
                let _ = writeln!(stderr(), "{}: no problems", source.name());
            }
        }
        Format::Json => {
            serde_json::to_writer_pretty(&mut *out, &List(problems)).map_err(Failure::writing_json)?;
            writeln!(out).map_err(Failure::writing)?;
        }
    }
    Ok(if *reply.get("refused") == Data::Null { Ending::Done } else { Ending::Refused })
}
