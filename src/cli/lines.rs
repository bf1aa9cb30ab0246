//! `tautline score --jsonl`: a line in, a line out, in constant memory.

use crate::ending::{Ending, Failure};
use crate::input::{Inputs, Source};
use crate::problems::{self, BadLine};
use crate::scores::Scores;
use indicatif::{ProgressBar, ProgressStyle};
use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader, IsTerminal, Read, Write};
use tautline::{Data, limits};

/// Scores line after line. A refused line gives its problems and the next one
/// is read; blank lines are counted and give nothing.
///
/// # Errors
/// An input that cannot be read, an output that cannot be written.
pub(crate) fn score(definition: &OsStr, answers: Option<&OsStr>, out: &mut dyn Write) -> Result<Ending, Failure> {
    let inputs = Inputs::load(definition, answers.unwrap_or(OsStr::new("-")))?;
    if let Some(reply) = inputs.refusal() {
        problems::complain(&inputs.definition.name(), problems::of(&reply));
        return Ok(Ending::Refused);
    }
    let name = inputs.answers.name();
    let mut reader = BufReader::with_capacity(1 << 16, inputs.answers.open()?);
    let progress = progress(&inputs.answers);
    let mut ending = Ending::Done;
    let mut line = Vec::new();
    let mut number = 0;
    while next_line(&mut reader, &mut line).map_err(|error| Failure::reading(&name, &error))? {
        number += 1;
        progress.inc(u64::try_from(line.len()).unwrap_or(0));
        if line.trim_ascii().is_empty() {
            continue;
        }
        let reply = inputs.assessment.score(&line);
        if *reply.get("refused") == Data::Null {
            serde_json::to_writer(&mut *out, &Scores(reply.get("ok").get("value"))).map_err(Failure::writing_json)?;
        } else {
            ending = Ending::Refused;
            let bad = BadLine { line: number, problems: problems::of(&reply) };
            serde_json::to_writer(&mut *out, &bad).map_err(Failure::writing_json)?;
        }
        writeln!(out).map_err(Failure::writing)?;
        if reader.buffer().is_empty() {
            // Whoever sends a line and waits gets its result.
            out.flush().map_err(Failure::writing)?;
        }
    }
    progress.finish_and_clear();
    Ok(ending)
}

/// Reads the next line into `line`; false at the end. Of a line beyond the
/// limit one byte more is kept, so that the core refuses it, and the rest is
/// passed over.
fn next_line(reader: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<bool> {
    const MOST: usize = limits::ANSWERS_BYTES + 1;
    line.clear();
    let most = u64::try_from(MOST).unwrap_or(u64::MAX);
    reader.by_ref().take(most).read_until(b'\n', line)?;
    if line.len() == MOST && line.last() != Some(&b'\n') {
        reader.skip_until(b'\n')?;
    }
    Ok(!line.is_empty())
}

/// A bar on standard error for a person who waits; none where the output goes
/// to the same terminal, or nobody looks.
fn progress(answers: &Source) -> ProgressBar {
    if !io::stderr().is_terminal() || io::stdout().is_terminal() {
        return ProgressBar::hidden();
    }
    let length = match answers {
        Source::File(path) => path.metadata().map(|file| file.len()).ok().filter(|length| *length > 0),
        _ => None,
    };
    let (bar, template) = match length {
        Some(length) => (ProgressBar::new(length), "{bar:40} {percent}% {bytes_per_sec} {eta}"),
        None => (ProgressBar::new_spinner(), "{spinner} {bytes} {bytes_per_sec}"),
    };
    bar.with_style(ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()))
}
