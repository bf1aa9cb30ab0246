//! `tautline place`: a result against a benchmark file as one JSON object.
//!
//! ```text
//! source, date, minimum, n   as the file has them
//! scales                     [{score, place, n, p10, p25, p50, p75, p90}]
//! ```
//!
//! `score` is that of the answers, with its `band` give or take the wobble;
//! `place` is `within`, `below`, `above` the middle half from `p25` to `p75`, at
//! its `edge`, or `no_score`, `no_band`. A quantile that is not shown is
//! `{"hidden": REASON}`. Scores are not rounded, quantiles are to hundredths.

use crate::ending::{Ending, Failure};
use crate::plain::Plain;
use crate::two;
use std::ffi::OsStr;
use std::io::Write;
use tautline::Data;
use tautline::api::Assessment;

/// Prints the places, or the problems of what was refused to standard error.
///
/// # Errors
/// An input that cannot be read, an output that cannot be written.
pub(crate) fn place(
    definition: &OsStr,
    answers: &OsStr,
    benchmark: &OsStr,
    out: &mut dyn Write,
) -> Result<Ending, Failure> {
    let written = |value: &Data<'_>, out: &mut dyn Write| serde_json::to_writer_pretty(out, &Plain(value));
    two::two(definition, [answers, benchmark], Assessment::place, written, out)
}
