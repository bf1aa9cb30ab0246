//! `tautline translate`: a definition in another language, or what there is to translate.

use crate::ending::{Ending, Failure};
use crate::input::Source;
use crate::lossy::{Target, ending, say};
use crate::problems;
use clap::Args;
use std::ffi::{OsStr, OsString};
use std::io::Write;
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
    #[command(flatten)]
    target: Target,
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
        options.target.write(value.text().as_bytes(), out)?;
        return Ok(Ending::Done);
    }
    options.target.write(value.get("definition").text().as_bytes(), out)?;
    options.target.report(value, &["missing", "same", "strange"])?;
    let lines =
        [said(value, "missing", "not translated"), said(value, "same", "reads like the original"), strange(value)];
    let is_whole = lines.iter().all(Vec::is_empty);
    say(lines.into_iter().flatten());
    Ok(ending(is_whole))
}

fn said(value: &Data<'_>, list: &str, sentence: &str) -> Vec<String> {
    value.get(list).list().iter().map(|pointer| format!("{}: {sentence}", pointer.text())).collect()
}

fn strange(value: &Data<'_>) -> Vec<String> {
    let line = |problem: &Data<'_>| {
        let word = |field: &str| problem.get(field).text();
        format!("{}: {} ({})", word("at"), word("message"), word("help"))
    };
    value.get("strange").list().iter().map(line).collect()
}
