//! `tautline import`: a questionnaire of another tool as a definition.

use crate::ending::{Ending, Failure};
use crate::input::Source;
use crate::lossy::{Target, ending, losses, place, say};
use crate::problems;
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

/// The formats.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Format {
    /// A table of questions, CSV or .xlsx
    Csv,
    /// YAML of the Platform Engineering Maturity Model's assessment
    Pemm,
    /// Statements with effects on axes, JSON or script (8values and its family)
    Axes,
    /// JSON of SurveyJS
    Surveyjs,
    /// A folder of YAML of OWASP SAMM
    Samm,
    /// A survey structure of LimeSurvey (.lss)
    Limesurvey,
    /// A quiz in GIFT, the text format of Moodle
    Gift,
    /// A quiz in the XML of Moodle
    Moodle,
    /// Items of QTI 3, a file, a folder or a package (.zip)
    Qti,
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
pub(crate) fn import(
    format: Format,
    source: &OsStr,
    options: &Options,
    out: &mut dyn Write,
) -> Result<Ending, Failure> {
    let files = files(source)?;
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let weights = options.weights.map(name).unwrap_or_default();
    let reply = author::import(&name(format), &files, &weights, options.language.as_deref().unwrap_or_default());
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
fn files(source: &OsStr) -> Result<Files, Failure> {
    let root = Path::new(source);
    if !root.is_dir() {
        let file = Source::answers(source);
        let name = root.file_name().unwrap_or(source).to_string_lossy().into_owned();
        return Ok(vec![(name, file.read(limits::SOURCE_BYTES)?)]);
    }
    let mut files = Files::new();
    let mut left = limits::SOURCE_BYTES;
    for path in paths(root)? {
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

/// The paths of the data files below a folder; links to folders are not followed.
fn paths(root: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        let failed = |error| Failure::reading(&folder.display().to_string(), &error);
        for entry in fs::read_dir(&folder).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            let (kind, path) = (entry.file_type().map_err(failed)?, entry.path());
            let ending = path.extension().and_then(OsStr::to_str).unwrap_or_default().to_lowercase();
            if kind.is_dir() {
                folders.push(path);
            } else if ["yml", "yaml", "js", "json", "csv", "xlsx", "lss", "xml"].contains(&ending.as_str()) {
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
