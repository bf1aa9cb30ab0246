//! `tautline translate`: a definition in another language, or what there is to translate.

use crate::ending::{Ending, Failure};
use crate::input::Source;
use crate::problems;
use clap::Args;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{BufWriter, Write, stderr};
use std::path::PathBuf;
use tautline::{Data, author, limits};

/// What is said below the options.
pub(crate) const HELP: &str = "\
A translation has the shape of the definition and holds texts alone; --template prints one to be written over. It can
be a file of its own, or an entry of `translations` in the definition. What it leaves out stays as it is, and is
listed with its place; so is what reads like the original, and what belongs to nothing.

Examples:
  tautline translate my.json --language de --template > my.de.json
  tautline translate my.json --language de --with my.de.json -o public/my-de.json

Exit codes: 0 everything translated; 1 refused, nothing written; 2 written, and something was not translated, or
wrong usage or an unreadable file, said in one sentence.";

#[derive(Args)]
pub(crate) struct Options {
    /// The language, as in `lang` of HTML
    #[arg(long)]
    language: String,
    /// The translation, instead of that in the definition
    #[arg(long, conflicts_with = "template")]
    with: Option<OsString>,
    /// Print what there is to translate
    #[arg(long)]
    template: bool,
    /// Where it goes, instead of standard output
    #[arg(short, long)]
    output: Option<PathBuf>,
}

/// Writes the definition in another language and lists what is not.
///
/// # Errors
/// Files that cannot be read, an output that cannot be written.
pub(crate) fn translate(definition: &OsStr, options: &Options, out: &mut dyn Write) -> Result<Ending, Failure> {
    let source = Source::definition(definition);
    let bytes = source.read(limits::DEFINITION_BYTES)?;
    let with = options.with.as_deref().map(Source::answers);
    let translation = with.as_ref().map(|source| source.read(limits::DEFINITION_BYTES)).transpose()?;
    let reply = if options.template {
        author::template(&bytes, &options.language)
    } else {
        author::translate(&bytes, translation.as_deref(), &options.language)
    };
    if *reply.get("refused") != Data::Null {
        problems::complain(&source.name(), problems::of(&reply));
        return Ok(Ending::Refused);
    }
    let value = reply.get("ok").get("value");
    if options.template {
        write(options, value.text(), out)?;
        return Ok(Ending::Done);
    }
    write(options, value.get("definition").text(), out)?;
    let mut err = BufWriter::new(stderr().lock());
    let mut complete = true;
    for (list, said) in [("missing", "not translated"), ("same", "reads like the original")] {
        for pointer in value.get(list).list() {
            complete = false;
            let _ = writeln!(err, "{}: {said}", pointer.text());
        }
    }
    for strange in value.get("strange").list() {
        complete = false;
        let word = |field: &str| strange.get(field).text().to_owned();
        let _ = writeln!(err, "{}: {}\n  help: {}", word("at"), word("message"), word("help"));
    }
    let _ = err.flush();
    Ok(if complete { Ending::Done } else { Ending::Lossy })
}

fn write(options: &Options, text: &str, out: &mut dyn Write) -> Result<(), Failure> {
    match &options.output {
        Some(path) => fs::write(path, text).map_err(|error| Failure::writing_to(path, &error)),
        None => out.write_all(text.as_bytes()).map_err(Failure::writing),
    }
}
