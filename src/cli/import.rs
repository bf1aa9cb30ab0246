//! `tautline import`: a questionnaire of another tool as a definition.

use crate::ending::{Ending, Failure};
use crate::input::Source;
use crate::lossy::{Target, ending, losses, place, say};
use crate::problems;
use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Args, ValueEnum};
use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use tautline::{Data, author, limits};

/// What is said below the options.
pub(crate) const HELP: &str = "\
Nothing is left out in silence: each construct that is not carried over is listed on standard error with its place,
the reason and what stands instead, and so is each assumption to be confirmed. --report writes both as JSON.

The table (csv) has a question a row; its first row names the columns, in any order:
  text     the question                           id      a letter, then letters, digits and _
  help     a line under it                        kind    choice, number or ranking
  choices  labels with | between them, value=label for a value of its own; empty: those of the row above
  points   0 to 100 for each choice, with |       scale   names of scales with | between them
  key      - where agreement lowers the score     weight  how much it counts
  page     title of its page                      min, max, step, unit  of a number
Columns are divided by , ; or tabulators. A workbook (.xlsx) is read too: its first sheet.

Examples:
  tautline import csv questions.csv -o my-assessment.json
  tautline import surveyjs survey.json --weights score --report losses.json > my-assessment.json
  tautline import samm core/model -o samm.json
  tautline import moodle questions.xml -o quiz.json

Exit codes: 0 written and nothing lost; 1 refused, nothing written; 2 written, and something was lost, or wrong
usage or an unreadable file, said in one sentence.";

/// The formats, each with what it is.
pub(crate) fn formats() -> PossibleValuesParser {
    chosen(author::formats().get("imports")).into()
}

/// The entries of a list of formats as values of an argument.
pub(crate) fn chosen(formats: &Data<'_>) -> Vec<PossibleValue> {
    let word = |value: &Data<'_>| if let Data::Word(word) = value { *word } else { "" };
    formats.list().iter().map(|one| PossibleValue::new(word(one.get("id"))).help(word(one.get("title")))).collect()
}

/// How choices of SurveyJS carry weights.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Weights {
    /// A property `score` or `weight` of the choice
    Score,
    /// Behind the last hyphen of the value
    Suffix,
    /// The value itself
    Value,
    /// Nowhere
    None,
}

#[derive(Args)]
pub(crate) struct Options {
    #[command(flatten)]
    target: Target,
    /// How choices of SurveyJS carry weights, instead of being recognised
    #[arg(long, value_enum)]
    weights: Option<Weights>,
    /// Which language to take where the source has several, as in `de`
    #[arg(long)]
    language: Option<String>,
}

/// Writes the definition, or lists the problems of what was refused.
///
/// # Errors
/// A source that cannot be read, an output that cannot be written.
pub(crate) fn import(format: &str, source: &OsStr, options: &Options, out: &mut dyn Write) -> Result<Ending, Failure> {
    let files = files(source, &ends(format))?;
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let weights = options.weights.map(name).unwrap_or_default();
    let reply = author::import(format, &files, &weights, options.language.as_deref().unwrap_or_default());
    if *reply.get("refused") != Data::Null {
        problems::complain(&Source::answers(source).name(), problems::of(&reply));
        return Ok(Ending::Refused);
    }
    let value = reply.get("ok").get("value");
    options.target.report(value, &["losses", "assumptions"])?;
    options.target.write(value.get("definition").text().as_bytes(), out)?;
    let assumed = value.get("assumptions").list().iter();
    let assumed = assumed.map(|made| format!("assumed: {}{}", place(made), made.get("sentence").text()));
    say(losses(value).chain(assumed));
    Ok(ending(value.get("losses").list().is_empty()))
}

/// The name of a value of an option.
#[expect(clippy::needless_pass_by_value, reason = "handed to `map`")]
fn name(value: impl ValueEnum) -> String {
    value.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
}

type Files = Vec<(String, Vec<u8>)>;

/// A file, or every file of a folder that a format may mean, in the order of
/// their paths; one byte beyond the limit is enough to be refused.
fn files(source: &OsStr, ends: &[String]) -> Result<Files, Failure> {
    let root = Path::new(source);
    if !root.is_dir() {
        let file = Source::answers(source);
        let name = root.file_name().unwrap_or(source).to_string_lossy().into_owned();
        return Ok(vec![(name, file.read(limits::SOURCE_BYTES)?)]);
    }
    let mut files = Files::new();
    let mut left = limits::SOURCE_BYTES;
    for path in paths(root, ends)? {
        let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        let bytes = Source::File(path).read(left)?;
        left = left.saturating_sub(bytes.len());
        files.push((name, bytes));
    }
    if files.is_empty() {
        return Err(Failure::Sentence(format!("no file to import in {}", Source::answers(source).name())));
    }
    Ok(files)
}

/// How the names of files of a format end.
fn ends(format: &str) -> Vec<String> {
    let formats = author::formats();
    let known = formats.get("imports").list().iter().find(|known| known.get("id").text() == format);
    known.map_or(&Data::Null, |known| known.get("ends")).list().iter().map(|end| end.text().to_owned()).collect()
}

/// The paths of the files below a folder that end so; links to folders are not followed.
fn paths(root: &Path, ends: &[String]) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        let failed = |error| Failure::reading(&folder.display().to_string(), &error);
        for entry in fs::read_dir(&folder).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            let (kind, path) = (entry.file_type().map_err(failed)?, entry.path());
            let name = path.to_string_lossy().to_lowercase();
            if kind.is_dir() {
                folders.push(path);
            } else if ends.iter().any(|end| name.ends_with(end)) {
                found.push(path);
            }
            if found.len() + folders.len() > limits::SOURCE_FILES {
                return Err(Failure::Sentence(format!("more than {} files", limits::SOURCE_FILES)));
            }
        }
    }
    found.sort();
    Ok(found)
}
