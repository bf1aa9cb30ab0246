//! Problems in the form editors and people read.

use crate::plain::Plain;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use std::io::{self, Write};
use tautline::Data;

/// The problems of a reply: of a refusal, or the warnings of an acceptance.
pub(crate) fn of<'a>(reply: &'a Data<'a>) -> &'a [Data<'a>] {
    match reply.get("refused") {
        Data::Null => reply.get("ok").get("warnings").list(),
        refused => refused.get("problems").list(),
    }
}

/// Writes each as `file:line:column: severity[code] message` and, indented,
/// what to do about it. A problem of the whole input stands at its start.
pub(crate) fn write(out: &mut dyn Write, file: &str, problems: &[Data<'_>]) -> io::Result<()> {
    for problem in problems {
        let place = |field: &str| problem.get(field).number().unwrap_or(1.0).max(1.0);
        let word = |field: &str| problem.get(field).text().replace('\n', " ");
        let (line, column) = (place("line"), place("column"));
        writeln!(out, "{file}:{line}:{column}: {}[{}] {}", word("severity"), word("code"), word("message"))?;
        if !problem.get("help").text().is_empty() {
            writeln!(out, "  help: {}", word("help"))?;
        }
    }
    Ok(())
}

/// Writes them to standard error. Where that fails the exit code still tells.
pub(crate) fn complain(file: &str, problems: &[Data<'_>]) {
    let mut err = io::BufWriter::new(io::stderr().lock());
    let _ = write(&mut err, file, problems).and_then(|()| err.flush());
}

/// A refused line of many: its number and its problems.
pub(crate) struct BadLine<'a> {
    pub(crate) line: u64,
    pub(crate) problems: &'a [Data<'a>],
}

impl Serialize for BadLine<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("line", &self.line)?;
        map.serialize_entry("problems", &List(self.problems))?;
        map.end()
    }
}

/// Problems as JSON, places as whole numbers.
pub(crate) struct List<'a>(pub(crate) &'a [Data<'a>]);

impl Serialize for List<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(Plain))
    }
}
