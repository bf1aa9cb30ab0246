//! `tautline export`: a definition in the format of another tool.

use crate::bundle::failure;
use crate::ending::{Ending, Failure};
use crate::import::chosen;
use crate::input::Source;
use crate::lossy::{Target, ending, losses, say};
use crate::problems;
use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser};
use serde_json::Value;
use std::ffi::OsStr;
use std::io::Write;
use tautline::author::Files;
use tautline::{Data, author, limits};

/// What is said below the options.
pub(crate) const HELP: &str = "\
Nothing is left out in silence: each construct that the format cannot carry is listed on standard error with its
place in the definition, the reason and what stands instead. --report writes the same as JSON.

Examples:
  tautline export canonical my-assessment.json -o my-assessment.json
  tautline export gift quiz.json > quiz.gift.txt
  tautline export qti3 quiz.json -o quiz.zip --report losses.json
  tautline export form my-assessment.json -o form.html

Exit codes: 0 written and nothing lost; 1 refused, nothing written; 2 written, and something was lost, or wrong
usage or an unreadable file, said in one sentence.";

/// The questions on paper with their scoring key, a format that only the command line writes.
const FORM: &str = "form";

/// The formats, each with what it is.
pub(crate) fn formats() -> PossibleValuesParser {
    let form = PossibleValue::new(FORM).help("The questions on paper with their scoring key, as HTML");
    chosen(author::formats().get("exports")).into_iter().chain([form]).collect::<Vec<_>>().into()
}

#[derive(Args)]
pub(crate) struct Options {
    #[command(flatten)]
    target: Target,
}

/// Writes the definition in another format and lists what is lost.
///
/// # Errors
/// A definition that cannot be read, an output that cannot be written.
pub(crate) fn export(
    format: &str,
    definition: &OsStr,
    options: &Options,
    out: &mut dyn Write,
) -> Result<Ending, Failure> {
    let source = Source::definition(definition);
    let bytes = source.read(limits::DEFINITION_BYTES)?;
    if format == FORM {
        return paper(&source, &bytes, options, out);
    }
    let reply = author::export(format, &bytes);
    if *reply.get("refused") != Data::Null {
        problems::complain(&source.name(), problems::of(&reply));
        return Ok(Ending::Refused);
    }
    let value = reply.get("ok").get("value");
    let files = value.get("files").list();
    match files {
        [file] => options.target.write(file.get("text").text().as_bytes(), out)?,
        files => {
            let entry = |file: &Data<'_>| (file.get("name").text().into(), file.get("text").text().into());
            let files: Files = files.iter().map(entry).collect();
            options.target.write(&author::packed(&files).map_err(|reply| failure(&reply))?, out)?;
        }
    }
    ended(options, value)
}

/// Says what is lost.
fn ended(options: &Options, value: &Data<'_>) -> Result<Ending, Failure> {
    options.target.report(value, &["losses"])?;
    say(losses(value));
    Ok(ending(value.get("losses").list().is_empty()))
}

/// What a form does not say of answers.
const UNPRINTED: [&str; 15] = [
    "about",
    "picks",
    "lists",
    "tallies",
    "notes",
    "picture",
    "appraisals",
    "shifts",
    "advice",
    "pair",
    "change",
    "targets",
    "norms",
    "archetypes",
    "marks",
];

/// The form of a bundle by itself.
fn paper(source: &Source, bytes: &[u8], options: &Options, out: &mut dyn Write) -> Result<Ending, Failure> {
    let reply = author::form(bytes);
    if *reply.get("refused") != Data::Null {
        problems::complain(&source.name(), problems::of(&reply));
        return Ok(Ending::Refused);
    }
    let root: Value = serde_json::from_slice(bytes).map_err(Failure::writing_json)?;
    options.target.write(reply.get("ok").get("value").text().as_bytes(), out)?;
    let unprinted = UNPRINTED.iter().filter(|field| root.get(**field).is_some());
    let unprinted =
        unprinted.map(|field| loss(format!("/{field}"), field, "a form has questions, scores and levels", "nothing"));
    let pages = root.get("pages").and_then(Value::as_array).into_iter().flatten().enumerate();
    let drawn = pages.filter(|(_, page)| page.get("draw").is_some()).map(|(n, _)| {
        loss(format!("/pages/{n}/draw"), "draw", "a form is the same for everyone", "it asks all of the page")
    });
    let lost = unprinted.chain(drawn).collect();
    ended(options, &Data::Object(vec![("losses", Data::List(lost))]))
}

fn loss(at: String, construct: &'static str, sentence: &'static str, instead: &'static str) -> Data<'static> {
    Data::Object(vec![
        ("at", Data::Owned(at)),
        ("construct", Data::Word(construct)),
        ("sentence", Data::Word(sentence)),
        ("instead", Data::Word(instead)),
    ])
}
