//! `tautline score --jsonl`: a line in, a line out, in constant memory.
//!
//! Lines are taken in rounds of what has already arrived, at most a megabyte;
//! the lines of a round are scored on all cores and written in their order.
//! Whoever sends one line and waits gets its result.

use crate::columns;
use crate::ending::{Ending, Failure};
use crate::input::{Inputs, Source};
use crate::problems::{self, BadLine};
use crate::score::Format;
use crate::scores::Scores;
use indicatif::{ProgressBar, ProgressStyle};
use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader, IsTerminal, Read, Write};
use std::thread;
use tautline::api::Assessment;
use tautline::{Data, limits};

/// Bytes and lines of one round.
const ROUND: (usize, usize) = (1 << 20, 2048);
/// Fewer lines than this are not worth another thread.
const SHARE: usize = 16;
/// More threads than this only wait for the reading and writing.
const THREADS: usize = 16;

/// Scores line after line. A refused line gives its problems and the next one
/// is read; blank lines are counted and give nothing. In a table a refused line
/// has no row, and its problems go to standard error.
///
/// # Errors
/// An input that cannot be read, an output that cannot be written.
pub(crate) fn score(
    definition: &OsStr,
    answers: Option<&OsStr>,
    format: Format,
    out: &mut dyn Write,
) -> Result<Ending, Failure> {
    let inputs = Inputs::load(definition, answers.unwrap_or(OsStr::new("-")))?;
    if let Some(reply) = inputs.refusal() {
        problems::complain(&inputs.definition.name(), problems::of(&reply));
        return Ok(Ending::Refused);
    }
    let name = inputs.answers.name();
    let mut reader = BufReader::with_capacity(ROUND.0, inputs.answers.open()?);
    let progress = progress(&inputs.answers);
    let threads = thread::available_parallelism().map_or(1, usize::from).min(THREADS);
    if format == Format::Csv {
        out.write_all(columns::head(&inputs.assessment).as_bytes()).map_err(Failure::writing)?;
    }
    let mut ending = Ending::Done;
    let mut round = Round::default();
    while round.read(&mut reader).map_err(|error| Failure::reading(&name, &error))? {
        for scored in round.score(&inputs.assessment, format, threads)? {
            out.write_all(&scored.text).map_err(Failure::writing)?;
            io::stderr().write_all(&scored.complaints).map_err(Failure::writing)?;
            if scored.refused {
                ending = Ending::Refused;
            }
        }
        out.flush().map_err(Failure::writing)?;
        progress.inc(round.bytes);
    }
    progress.finish_and_clear();
    Ok(ending)
}

/// Lines that were there at the same time, without the blank ones.
#[derive(Default)]
struct Round {
    lines: Vec<(u64, Vec<u8>)>,
    bytes: u64,
    /// Lines before the next one, blank ones too.
    read: u64,
}

/// What a thread has made of its lines.
#[derive(Default)]
struct Scored {
    text: Vec<u8>,
    /// What a table has no room for.
    complaints: Vec<u8>,
    refused: bool,
}

impl Round {
    /// Reads until nothing more has arrived or the round is full; false at the end.
    fn read(&mut self, reader: &mut BufReader<impl Read>) -> io::Result<bool> {
        self.lines.clear();
        self.bytes = 0;
        let mut held = 0;
        while held < ROUND.0 && self.lines.len() < ROUND.1 {
            let mut line = Vec::new();
            self.bytes += next_line(reader, &mut line)?;
            if line.is_empty() {
                break;
            }
            self.read += 1;
            held += line.len();
            if !line.trim_ascii().is_empty() {
                self.lines.push((self.read, line));
            }
            if reader.buffer().is_empty() {
                break;
            }
        }
        Ok(self.bytes > 0)
    }

    /// Scores the lines, a run of them per thread.
    fn score(&self, assessment: &Assessment, format: Format, threads: usize) -> Result<Vec<Scored>, Failure> {
        let share = self.lines.len().div_ceil(threads).max(SHARE);
        if self.lines.len() <= share {
            return Ok(vec![run(assessment, format, &self.lines)?]);
        }
        thread::scope(|scope| {
            let begin = |lines| thread::Builder::new().spawn_scoped(scope, move || run(assessment, format, lines));
            let started: Result<Vec<_>, _> = self.lines.chunks(share).map(begin).collect();
            let started = started.map_err(|error| Failure::Sentence(format!("cannot start a thread: {error}")))?;
            let stopped = |_| Err(Failure::Sentence("a thread stopped unexpectedly".into()));
            started.into_iter().map(|thread| thread.join().unwrap_or_else(stopped)).collect()
        })
    }
}

fn run(assessment: &Assessment, format: Format, lines: &[(u64, Vec<u8>)]) -> Result<Scored, Failure> {
    let mut scored = Scored::default();
    for (number, line) in lines {
        let reply = assessment.score(line);
        if format == Format::Csv {
            table(&reply, *number, &mut scored);
            continue;
        }
        let written = if *reply.get("refused") == Data::Null {
            serde_json::to_writer(&mut scored.text, &Scores(reply.get("ok").get("value")))
        } else {
            scored.refused = true;
            let problems = problems::of(&reply);
            serde_json::to_writer(&mut scored.text, &BadLine { line: *number, problems })
        };
        written.map_err(Failure::writing_json)?;
        scored.text.push(b'\n');
    }
    Ok(scored)
}

/// The row of a sheet, or why it has none, with the line of the input before it.
fn table(reply: &Data<'_>, number: u64, scored: &mut Scored) {
    if *reply.get("refused") == Data::Null {
        return scored.text.extend(columns::row(reply.get("ok").get("value")).into_bytes());
    }
    scored.refused = true;
    // Writing to memory.
    let _ = problems::write(&mut scored.complaints, &format!("line {number}"), problems::of(reply));
}

/// Reads the next line, an empty one at the end, and returns its length. Of a
/// line beyond the limit one byte more is kept, so that the core refuses it,
/// and the rest is passed over.
pub(crate) fn next_line(reader: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<u64> {
    const MOST: usize = limits::ANSWERS_BYTES + 1;
    let most = u64::try_from(MOST).unwrap_or(u64::MAX);
    let length = reader.by_ref().take(most).read_until(b'\n', line)?;
    let cut = length == MOST && line.last() != Some(&b'\n');
    let passed = if cut { reader.skip_until(b'\n')? } else { 0 };
    Ok(u64::try_from(length + passed).unwrap_or(u64::MAX))
}

/// A bar on standard error for a person who waits; none where the output goes
/// to the same terminal, or nobody looks.
pub(crate) fn progress(answers: &Source) -> ProgressBar {
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
