//! `tautline change`: one person's old and new answers as one JSON object.
//!
//! ```text
//! scales  {ID: {change, movement, common}}
//! scores  {ID: {old, new, change, movement}}    those for which the definition sets a limit
//! items   [{id, old, new, change, two_steps}]   those whose points differ, the largest change first
//! advice  {gone: [ID], still: [ID]}             given then, by whether they still apply
//! ```
//!
//! `movement` is `moved`, `within` the usual wobble, or `not_enough`. Every
//! change is new minus old, not rounded; what is undefined is null.

use crate::compare::{Ids, Items};
use crate::ending::{Ending, Failure};
use crate::scores::Numbers::{Real, Whole};
use crate::scores::{Field, Rows};
use crate::two;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use std::ffi::OsStr;
use std::io::Write;
use tautline::Data;
use tautline::api::Assessment;

/// Prints the change, or the problems of what was refused to standard error.
///
/// # Errors
/// An input that cannot be read, an output that cannot be written.
pub(crate) fn change(definition: &OsStr, old: &OsStr, new: &OsStr, out: &mut dyn Write) -> Result<Ending, Failure> {
    let written = |value: &Data<'_>, out: &mut dyn Write| serde_json::to_writer_pretty(out, &Change(value));
    two::two(definition, [old, new], Assessment::change, written, out)
}

const SCALE: &[Field] = &[("change", "change", Real), ("movement", "movement", Real), ("common", "common", Whole)];
const SCORE: &[Field] =
    &[("old", "old", Real), ("new", "new", Real), ("change", "change", Real), ("movement", "movement", Real)];

struct Change<'a>(&'a Data<'a>);

impl Serialize for Change<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let value = self.0;
        let mut map = serializer.serialize_map(Some(4))?;
        map.serialize_entry("scales", &Rows(value.get("scales"), SCALE))?;
        map.serialize_entry("scores", &Rows(value.get("scores"), SCORE))?;
        map.serialize_entry("items", &Items { items: value.get("items"), sides: ["old", "new", "change"] })?;
        map.serialize_entry("advice", &Advice(value.get("advice")))?;
        map.end()
    }
}

struct Advice<'a>(&'a Data<'a>);

impl Serialize for Advice<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(["gone", "still"].map(|list| (list, Ids(self.0.get(list)))))
    }
}
