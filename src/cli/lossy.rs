//! What commands have in common whose result may be less than their source: where the
//! result goes, and what is said of the rest.

use crate::ending::{Ending, Failure};
use crate::plain::Plain;
use clap::Args;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tautline::Data;

#[derive(Args)]
pub(crate) struct Target {
    /// Where the result goes, instead of standard output
    #[arg(short, long)]
    output: Option<PathBuf>,
    /// Where what is lost goes as JSON
    #[arg(long)]
    report: Option<PathBuf>,
}

impl Target {
    /// Writes the result.
    pub(crate) fn write(&self, bytes: &[u8], out: &mut dyn Write) -> Result<(), Failure> {
        match &self.output {
            Some(path) => written(path, bytes),
            None => out.write_all(bytes).map_err(Failure::writing),
        }
    }

    /// Writes some fields of a reply as the report, where one is wanted.
    pub(crate) fn report(&self, value: &Data<'_>, fields: &[&'static str]) -> Result<(), Failure> {
        let Some(path) = &self.report else { return Ok(()) };
        let fields = fields.iter().map(|field| (*field, value.get(field).clone())).collect();
        let text = serde_json::to_string_pretty(&Plain(&Data::Object(fields))).map_err(Failure::writing_json)?;
        written(path, (text + "\n").as_bytes())
    }
}

fn written(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    fs::write(path, bytes).map_err(|error| Failure::writing_to(path, &error))
}

/// Prints lines to standard error. Where that fails the exit code still tells.
pub(crate) fn say(lines: impl Iterator<Item = String>) {
    let mut err = io::BufWriter::new(io::stderr().lock());
    for line in lines {
        let _ = writeln!(err, "{}", line.replace(char::is_control, " "));
    }
}

/// What was lost, a line each.
pub(crate) fn losses<'v>(value: &'v Data<'_>) -> impl Iterator<Item = String> + 'v {
    value.get("losses").list().iter().map(|loss| {
        let word = |field: &str| loss.get(field).text();
        format!("lost: {}{}: {}; instead: {}", place(loss), word("construct"), word("sentence"), word("instead"))
    })
}

/// Where something is, before what is said of it.
pub(crate) fn place(entry: &Data<'_>) -> String {
    match entry.get("at").text() {
        "" => String::new(),
        at => format!("{at} "),
    }
}

/// How the command ends if something may be lost.
pub(crate) fn ending(is_whole: bool) -> Ending {
    if is_whole { Ending::Done } else { Ending::Lossy }
}
