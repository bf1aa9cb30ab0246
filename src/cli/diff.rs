//! `tautline diff`: what changed between two editions, and what that does to old results.

use crate::ending::{Ending, Failure};
use crate::input::Source;
use crate::plain::Plain;
use crate::problems;
use clap::ValueEnum;
use std::ffi::OsStr;
use std::fmt::Write as _;
use std::io::Write;
use tautline::{Data, author, limits};

/// Characters of a value that are shown.
const MOST: usize = 240;

/// Reasons of a score that are shown; all of them are in the JSON.
const REASONS: usize = 5;

/// How the difference is written.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Format {
    /// To be read
    Text,
    /// As one JSON object
    Json,
}

/// Prints the difference, or the problems of what was refused to standard error.
///
/// # Errors
/// Standard input named twice; a definition that cannot be read, an output that cannot be written.
pub(crate) fn diff(old: &OsStr, new: &OsStr, format: Format, out: &mut dyn Write) -> Result<Ending, Failure> {
    let (old, new) = (Source::definition(old), Source::definition(new));
    if old == Source::Stdin && new == Source::Stdin {
        let sentence = "only one of the two definitions can come from standard input; name a file for the other";
        return Err(Failure::Sentence(sentence.into()));
    }
    let reply = author::diff(&old.read(limits::DEFINITION_BYTES)?, &new.read(limits::DEFINITION_BYTES)?);
    if *reply.get("refused") != Data::Null {
        for problem in problems::of(&reply) {
            let source = if problem.get("at").text().starts_with("/first") { &old } else { &new };
            problems::complain(&source.name(), std::slice::from_ref(problem));
        }
        return Ok(Ending::Refused);
    }
    let value = reply.get("ok").get("value");
    match format {
        Format::Json => {
            serde_json::to_writer_pretty(&mut *out, &Plain(value)).map_err(Failure::writing_json)?;
            writeln!(out).map_err(Failure::writing)?;
        }
        Format::Text => out.write_all(text(value).as_bytes()).map_err(Failure::writing)?,
    }
    Ok(Ending::Done)
}

/// The difference as lines.
fn text(value: &Data<'_>) -> String {
    let name = |side: &str| {
        let edition = value.get(side);
        format!("{} {} ({})", word(edition, "id"), word(edition, "version"), word(edition, "fingerprint"))
    };
    let mut text = format!("{} -> {}\n", name("old"), name("new"));
    section("Findings", value.get("findings").list(), finding, &mut text);
    section("Changes", value.get("changes").list(), change, &mut text);
    section("Scores", value.get("scores").list(), score, &mut text);
    let links = value.get("links");
    let _ = write!(text, "\nOld links\n  {}\n", word(links, "text"));
    if !word(links, "add").is_empty() {
        let _ = writeln!(text, "  add to `editions`: {}", word(links, "add"));
    }
    let _ = write!(text, "\nOld answers\n  {}\n", word(value.get("answers"), "text"));
    text
}

/// A text of a definition on one line, without what a terminal would obey.
fn word(data: &Data<'_>, field: &str) -> String {
    data.get(field).text().replace('\n', " ").replace(char::is_control, "\u{fffd}")
}

fn section(title: &str, entries: &[Data<'_>], line: fn(&Data<'_>) -> String, text: &mut String) {
    let lines = if entries.is_empty() { "  none\n".into() } else { entries.iter().map(line).collect::<String>() };
    let _ = write!(text, "\n{title}\n{lines}");
}

fn finding(finding: &Data<'_>) -> String {
    let [severity, id, text, help] = ["severity", "id", "text", "help"].map(|field| word(finding, field));
    format!("  {severity}[{id}] {text}\n    help: {help}\n")
}

fn change(change: &Data<'_>) -> String {
    let [effect, list, id, field, what] = ["effect", "list", "id", "field", "what"].map(|field| word(change, field));
    let place = [list, id, field].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let mut lines = format!("  {effect:<8} {place}: {what}\n");
    for (sign, field) in [('-', "was"), ('+', "now")] {
        if !word(change, field).is_empty() {
            let _ = writeln!(lines, "           {sign} {}", cut(&word(change, field)));
        }
    }
    lines
}

/// Enough of a value to know it by; all of it is in the JSON.
fn cut(words: &str) -> String {
    match words.char_indices().nth(MOST) {
        Some((end, _)) => [words.get(..end).unwrap_or_default(), "…"].concat(),
        None => words.into(),
    }
}

fn score(score: &Data<'_>) -> String {
    let mut lines = format!("  {:<10} {} {}\n", word(score, "status"), word(score, "kind"), word(score, "id"));
    let because = score.get("because").list();
    for reason in because.iter().take(REASONS) {
        let _ = writeln!(lines, "             {}", reason.text());
    }
    if because.len() > REASONS {
        let _ = writeln!(lines, "             and {} more", because.len() - REASONS);
    }
    let reworded: Vec<&str> = score.get("reworded").list().iter().map(Data::text).collect();
    if !reworded.is_empty() {
        let _ = writeln!(lines, "             reworded: {}", reworded.join(", "));
    }
    lines
}
