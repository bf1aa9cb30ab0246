//! `tautline cohort`: many sheets in, what may be shown of the group out.
//!
//! Lines are added up one by one and forgotten. What grows is the list of those
//! that came in, eight bytes each, by which doubles are found; without it memory
//! is constant.

use crate::ending::{Ending, Failure};
use crate::input::Source;
use crate::lines::{next_line, progress};
use crate::plain::Plain;
use crate::problems;
use clap::Args;
use serde_json::json;
use std::ffi::OsString;
use std::fs::File;
use std::io::{BufReader, BufWriter, Write};
use std::path::Path;
use tautline::api::{Assessment, Cohort};
use tautline::{Data, limits};

/// Bytes read at once.
const BUFFER: usize = 1 << 20;

#[derive(Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub(crate) struct Options {
    /// Files with one answers object per line, or with result links among other words; `-` for standard input
    #[arg(required_unless_present = "merge")]
    files: Vec<OsString>,
    /// Each file is a unit, called as the file is without its ending, for the intraclass correlations
    #[arg(long)]
    units: bool,
    /// Nobody knows who takes part: at least 5 answers for a figure, no extremes
    #[arg(long)]
    anonymous: bool,
    /// Fewest answers a figure rests on: at least 3, with --anonymous 5, or what the definition says
    #[arg(long, value_name = "N", default_value_t = 0)]
    cell: u32,
    /// Compare two sides by Hedges' g, each one or more roles with commas between, instead of those of the definition
    #[arg(long, num_args = 2, value_names = ["ROLES", "ROLES"], value_delimiter = None)]
    compare: Option<Vec<String>>,
    /// Sheets of the result published before, so that nobody is read from the difference
    #[arg(long, value_name = "N")]
    published: Option<u32>,
    /// Print instead how the instrument has done, for those who look after it: from 20 sheets, never for respondents
    #[arg(long, conflicts_with_all = ["anonymous", "cell", "compare", "published"])]
    calibrate: bool,
    /// Count equal lines as different sheets, in constant memory
    #[arg(long)]
    keep_doubles: bool,
    /// Write the exact sums to a file, to be merged later; they hold small cells
    #[arg(long, value_name = "FILE")]
    summary: Option<OsString>,
    /// Write how the scores lie to a file that may be published beside the definition; from 20 scores on
    #[arg(long, value_name = "FILE", requires_all = ["source", "date"])]
    benchmark: Option<OsString>,
    /// Who made the benchmark and of whom, in a line
    #[arg(long, value_name = "TEXT", requires = "benchmark")]
    source: Option<String>,
    /// The day that stands in the benchmark, as YYYY-MM-DD
    #[arg(long, value_name = "DAY", requires = "benchmark")]
    date: Option<String>,
    /// Fewest scores that the benchmark shows anything of: at least 20
    #[arg(long, value_name = "N", requires = "benchmark")]
    minimum: Option<u32>,
    /// Add sums that --summary has written
    #[arg(long, value_name = "FILE", num_args = 1..)]
    merge: Vec<OsString>,
}

/// Prints the group. Refused lines are listed on standard error and counted.
///
/// # Errors
/// An input that cannot be read, an output that cannot be written.
pub(crate) fn cohort(definition: &OsString, options: &Options, out: &mut dyn Write) -> Result<Ending, Failure> {
    let source = Source::definition(definition);
    let answers: Vec<Source> = options.files.iter().map(|file| Source::answers(file)).collect();
    if std::iter::once(&source).chain(&answers).filter(|source| **source == Source::Stdin).count() > 1 {
        let sentence = "only one of the inputs can come from standard input; name files for the others";
        return Err(Failure::Sentence(sentence.into()));
    }
    let assessment = Assessment::load(&source.read(limits::DEFINITION_BYTES)?);
    if refused(&source.name(), &assessment.check()) {
        return Ok(Ending::Refused);
    }
    let cohort = if options.keep_doubles { Cohort::counting_doubles() } else { Cohort::default() };
    let mut gathering = Gathering { assessment: &assessment, cohort, unit: None, ending: Ending::Done };
    for file in &options.merge {
        gathering.merge(&Source::answers(file))?;
    }
    for file in &answers {
        gathering.unit = options.units.then(|| unit(file));
        gathering.lines(file)?;
    }
    let Gathering { cohort, ending, .. } = gathering;
    if let Some(file) = &options.summary {
        keep(Path::new(file), &assessment.summary(&cohort), false)?;
    }
    if let Some(file) = &options.benchmark {
        let label = json!({"source": options.source, "date": options.date, "minimum": options.minimum});
        let reply = assessment.benchmark(&cohort, label.to_string().as_bytes());
        if refused("<options>", &reply) {
            return Ok(Ending::Refused);
        }
        keep(Path::new(file), &reply, true)?;
    }
    let roles = |side: &String| side.split(',').map(String::from).collect::<Vec<_>>();
    let sides: Option<Vec<_>> = options.compare.as_ref().map(|sides| sides.iter().map(roles).collect());
    let request = json!({
        "anonymous": options.anonymous, "cell": options.cell, "sides": sides, "published": options.published,
    });
    let reply = if options.calibrate {
        assessment.calibration(&cohort)
    } else {
        assessment.group(&cohort, request.to_string().as_bytes())
    };
    if refused("<options>", &reply) {
        return Ok(Ending::Refused);
    }
    serde_json::to_writer_pretty(&mut *out, &Plain(reply.get("ok").get("value"))).map_err(Failure::writing_json)?;
    writeln!(out).map_err(Failure::writing)?;
    Ok(ending)
}

/// The unit of a file.
fn unit(source: &Source) -> String {
    match source {
        Source::File(path) => path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
        Source::Stdin | Source::Flagship => source.name(),
    }
}

/// Lists the problems of a refusal; false for an acceptance.
fn refused(name: &str, reply: &Data<'_>) -> bool {
    let refused = *reply.get("refused") != Data::Null;
    if refused {
        problems::complain(name, problems::of(reply));
    }
    refused
}

struct Gathering<'a> {
    assessment: &'a Assessment,
    cohort: Cohort,
    /// That of the file in hand.
    unit: Option<String>,
    ending: Ending,
}

impl Gathering<'_> {
    /// Adds a summary.
    fn merge(&mut self, source: &Source) -> Result<(), Failure> {
        let summary = source.read(limits::SUMMARY_BYTES)?;
        if refused(&source.name(), &self.assessment.merge(&mut self.cohort, &summary)) {
            self.ending = Ending::Refused;
        }
        Ok(())
    }

    /// Adds the result links of a line that is no object; false if it holds none.
    fn links(&mut self, line: &[u8], name: &str) -> bool {
        let text = std::str::from_utf8(line).unwrap_or_default();
        if text.starts_with('{') {
            return false;
        }
        let reply = self.assessment.gather_text(&mut self.cohort, text, self.unit.as_deref());
        let gathered = reply.get("ok").get("value");
        let bad = gathered.get("refused").list();
        if !bad.is_empty() {
            problems::complain(name, bad);
            self.ending = Ending::Refused;
        }
        !bad.is_empty() || ["added", "doubled"].iter().any(|field| gathered.get(field).number() > Some(0.0))
    }

    /// Adds the sheets of a file, one a line or, as links, more; blank lines give nothing.
    fn lines(&mut self, source: &Source) -> Result<(), Failure> {
        let name = source.name();
        let mut reader = BufReader::with_capacity(BUFFER, source.open()?);
        let progress = progress(source);
        let mut line = Vec::new();
        let mut number = 0_u64;
        loop {
            line.clear();
            let length = next_line(&mut reader, &mut line).map_err(|error| Failure::reading(&name, &error))?;
            if length == 0 {
                break;
            }
            number += 1;
            progress.inc(length);
            let sheet = line.trim_ascii();
            if sheet.is_empty() {
                continue;
            }
            if self.links(sheet, &format!("{name}:{number}")) {
                continue;
            }
            let reply = self.assessment.gather(&mut self.cohort, sheet, Some(sheet), self.unit.as_deref());
            if refused(&format!("{name}:{number}"), &reply) {
                self.ending = Ending::Refused;
            }
        }
        progress.finish_and_clear();
        Ok(())
    }
}

/// Writes the value of a reply to a file, with line breaks where people read it.
fn keep(path: &Path, reply: &Data<'_>, breaks: bool) -> Result<(), Failure> {
    let failed = |error: std::io::Error| {
        Failure::Sentence(format!(
            "cannot write {}: {error}",
            path.display().to_string().replace(char::is_control, "\u{fffd}")
        ))
    };
    let mut file = BufWriter::new(File::create(path).map_err(failed)?);
    let value = Plain(reply.get("ok").get("value"));
    let written =
        if breaks { serde_json::to_writer_pretty(&mut file, &value) } else { serde_json::to_writer(&mut file, &value) };
    written.map_err(|error| failed(error.into()))?;
    file.flush().map_err(failed)
}
