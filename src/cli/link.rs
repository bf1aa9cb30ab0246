//! `tautline link`: answers to the token of a result link, and back.

use crate::ending::{Ending, Failure};
use crate::input::{Inputs, Source};
use crate::problems;
use std::ffi::OsStr;
use std::io::Write;
use tautline::api::Assessment;
use tautline::{Data, limits};

/// Prints the token of answers.
///
/// # Errors
/// An input that cannot be read, an output that cannot be written.
pub(crate) fn encode(definition: &OsStr, answers: &OsStr, out: &mut dyn Write) -> Result<Ending, Failure> {
    let inputs = Inputs::load(definition, answers)?;
    if let Some(reply) = inputs.refusal() {
        problems::complain(&inputs.definition.name(), problems::of(&reply));
        return Ok(Ending::Refused);
    }
    let reply = inputs.assessment.link(&inputs.answers.read(limits::ANSWERS_BYTES)?);
    print(&reply, &inputs.answers.name(), out)
}

/// Prints the answers document behind a token or an address; `-` reads it from
/// standard input.
///
/// # Errors
/// An input that cannot be read, an output that cannot be written.
pub(crate) fn decode(definition: &OsStr, link: &OsStr, out: &mut dyn Write) -> Result<Ending, Failure> {
    let source = Source::definition(definition);
    let text = if link == "-" { Source::Stdin.read(limits::LINK_TEXT)? } else { link.as_encoded_bytes().to_vec() };
    let assessment = Assessment::load(&source.read(limits::DEFINITION_BYTES)?);
    let check = assessment.check();
    if *check.get("refused") != Data::Null {
        problems::complain(&source.name(), problems::of(&check));
        return Ok(Ending::Refused);
    }
    print(&assessment.open_link(&String::from_utf8_lossy(&text)), "link", out)
}

/// Prints the text of a reply, or complains of `input`.
fn print(reply: &Data<'_>, input: &str, out: &mut dyn Write) -> Result<Ending, Failure> {
    if *reply.get("refused") != Data::Null {
        problems::complain(input, problems::of(reply));
        return Ok(Ending::Refused);
    }
    writeln!(out, "{}", reply.get("ok").get("value").text()).map_err(Failure::writing)?;
    Ok(Ending::Done)
}
