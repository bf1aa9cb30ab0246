//! `tautline report`: the result of one set of answers to read.
//!
//! The report is composed once, as a list of [`block::Block`]s, from the reply
//! of the core; `text` and `html` only set it. Words of the instrument come
//! from the reply, words around them from `words` and `compose`.

mod block;
mod compose;
mod computed;
mod html;
mod picture;
mod standing;
mod table;
mod text;
mod words;

use crate::ending::{Ending, Failure};
use crate::input::Inputs;
use crate::plain::Plain;
use crate::problems;
use clap::ValueEnum;
use std::ffi::OsStr;
use std::io::Write;
use tautline::{Data, limits};

/// How a report is written.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Format {
    /// Plain text, 80 columns
    Text,
    /// The report as data, numbers unrounded
    Json,
    /// One page of HTML, without scripts
    Html,
}

/// Prints the report, or the problems of what was refused to standard error.
///
/// # Errors
/// An input that cannot be read, an output that cannot be written.
pub(crate) fn report(
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
    let answers = inputs.answers.read(limits::ANSWERS_BYTES)?;
    let reply = inputs.assessment.finish(&answers);
    if *reply.get("refused") != Data::Null {
        problems::complain(&inputs.answers.name(), problems::of(&reply));
        return Ok(Ending::Refused);
    }
    let finished = reply.get("ok").get("value");
    let page = words::Page {
        finished,
        report: finished.get("report"),
        assessment: &inputs.assessment,
        answers,
        has_advice: inputs.has_advice,
    };
    match format {
        Format::Json => {
            serde_json::to_writer_pretty(&mut *out, &Plain(page.report)).map_err(Failure::writing_json)?;
            writeln!(out).map_err(Failure::writing)?;
        }
        Format::Text => out.write_all(text::write(&page).as_bytes()).map_err(Failure::writing)?,
        Format::Html => out.write_all(html::write(&page).as_bytes()).map_err(Failure::writing)?,
    }
    Ok(Ending::Done)
}
