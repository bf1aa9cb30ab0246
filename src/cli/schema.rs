//! `tautline schema`: the schema of definitions, for editors.

use crate::ending::{Ending, Failure};
use serde_json::Value;
use std::io::Write;
use tautline::author;

/// Prints it.
///
/// # Errors
/// An output that cannot be written.
pub(crate) fn schema(out: &mut dyn Write) -> Result<Ending, Failure> {
    let schema: Value = serde_json::from_str(&author::schema()).map_err(Failure::writing_json)?;
    serde_json::to_writer_pretty(&mut *out, &schema).map_err(Failure::writing_json)?;
    writeln!(out).map_err(Failure::writing)?;
    Ok(Ending::Done)
}
