//! `tautline compare`: two people's answers as one JSON object.
//!
//! ```text
//! scales       {ID: {gap, flag, common}}
//! overall      {gap, flag, common}
//! items        [{id, first, second, difference, two_steps}]    the largest difference first
//! two_steps    {overall, overall_common, all, all_common}
//! similarity   {verdict, common, icc_de, d2, elevation, scatter, shape, elevation_share, scatter_share, shape_share}
//! priorities   {rho, same_first}
//! attention    {now, next}
//! visibility   {first, second}    shares of "don't know"
//! predictions  [{item, of, by, expected, actual, error, result} or {item, of, by, hit}]
//! advice       [ID]
//! ```
//!
//! `first` and `second` are the answers in the order of the arguments; every
//! difference is second minus first. An item of a grid is called `ITEM.ROW`.
//! Numbers are not rounded; what is undefined is null, and so is what the
//! definition does not compare.

use crate::ending::{Ending, Failure};
use crate::plain::Plain;
use crate::scores::Numbers::{Real, Whole};
use crate::scores::{Field, Row, Rows};
use crate::two;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use std::ffi::OsStr;
use std::io::Write;
use tautline::Data;
use tautline::api::Assessment;

/// Prints the comparison, or the problems of what was refused to standard error.
///
/// # Errors
/// An input that cannot be read, an output that cannot be written.
pub(crate) fn compare(
    definition: &OsStr,
    first: &OsStr,
    second: &OsStr,
    out: &mut dyn Write,
) -> Result<Ending, Failure> {
    let written = |value: &Data<'_>, out: &mut dyn Write| serde_json::to_writer_pretty(out, &Comparison(value));
    two::two(definition, [first, second], Assessment::compare_as_given, written, out)
}

const GAP: &[Field] = &[("gap", "gap", Real), ("flag", "flag", Real), ("common", "common", Whole)];
const SIMILARITY: &[Field] = &[
    ("verdict", "verdict", Real),
    ("common", "common", Whole),
    ("icc_de", "icc_de", Real),
    ("d2", "d2", Real),
    ("elevation", "elevation", Real),
    ("scatter", "scatter", Real),
    ("shape", "shape", Real),
    ("elevation_share", "elevation_share", Real),
    ("scatter_share", "scatter_share", Real),
    ("shape_share", "shape_share", Real),
];
const PRIORITIES: &[Field] = &[("rho", "rho", Real), ("same_first", "same_first", Real)];
const ATTENTION: &[Field] = &[("now", "now", Real), ("next", "next", Real)];
const DISTANCE: &[Field] = &[
    ("item", "item", Real),
    ("of", "of", Real),
    ("by", "by", Real),
    ("expected", "expected", Real),
    ("actual", "actual", Real),
    ("error", "error", Real),
    ("result", "result", Real),
];
const HIT: &[Field] = &[("item", "item", Real), ("of", "of", Real), ("by", "by", Real), ("hit", "hit", Real)];

struct Comparison<'a>(&'a Data<'a>);

impl Serialize for Comparison<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let value = self.0;
        let mut map = serializer.serialize_map(Some(10))?;
        map.serialize_entry("scales", &Rows(value.get("gaps"), GAP))?;
        map.serialize_entry("overall", &Row(value.get("overall"), GAP))?;
        map.serialize_entry("items", &Items { items: value.get("items"), sides: ["first", "second", "difference"] })?;
        map.serialize_entry("two_steps", &TwoSteps(value.get("two_steps")))?;
        map.serialize_entry("similarity", &Row(value.get("similarity"), SIMILARITY))?;
        map.serialize_entry("priorities", &Row(value.get("priorities"), PRIORITIES))?;
        map.serialize_entry("attention", &Row(value.get("shift"), ATTENTION))?;
        map.serialize_entry("visibility", &Visibility(value.get("visibility")))?;
        map.serialize_entry("predictions", &Predictions(value.get("predictions")))?;
        map.serialize_entry("advice", &Ids(value.get("advice")))?;
        map.end()
    }
}

/// Items with what the two sides and their difference are called.
pub(crate) struct Items<'a> {
    pub(crate) items: &'a Data<'a>,
    pub(crate) sides: [&'static str; 3],
}

impl Serialize for Items<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.items.list().iter().map(|item| Item { item, sides: self.sides }))
    }
}

struct Item<'a> {
    item: &'a Data<'a>,
    sides: [&'static str; 3],
}

impl Serialize for Item<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(5))?;
        let (id, part) = (self.item.get("id").text(), self.item.get("part").text());
        let dot = if part.is_empty() { "" } else { "." };
        map.serialize_entry("id", &format_args!("{id}{dot}{part}"))?;
        for (name, field) in self.sides.iter().zip(["first", "second", "difference"]) {
            map.serialize_entry(name, self.item.get(field))?;
        }
        map.serialize_entry("two_steps", self.item.get("two_steps"))?;
        map.end()
    }
}

struct TwoSteps<'a>(&'a Data<'a>);

impl Serialize for TwoSteps<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (overall, all) = (self.0.get("overall"), self.0.get("all"));
        let mut map = serializer.serialize_map(Some(4))?;
        map.serialize_entry("overall", &Plain(overall.get("count")))?;
        map.serialize_entry("overall_common", &Plain(overall.get("common")))?;
        map.serialize_entry("all", &Plain(all.get("count")))?;
        map.serialize_entry("all_common", &Plain(all.get("common")))?;
        map.end()
    }
}

struct Visibility<'a>(&'a Data<'a>);

impl Serialize for Visibility<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if *self.0 == Data::Null {
            return serializer.serialize_none();
        }
        serializer.collect_map(["first", "second"].map(|side| (side, self.0.get(side).get("share"))))
    }
}

struct Predictions<'a>(&'a Data<'a>);

impl Serialize for Predictions<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let fields = |guess: &Data| if guess.get("kind").text() == "hit" { HIT } else { DISTANCE };
        serializer.collect_seq(self.0.list().iter().map(|guess| Row(guess, fields(guess))))
    }
}

/// A list by its ids alone.
pub(crate) struct Ids<'a>(pub(crate) &'a Data<'a>);

impl Serialize for Ids<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.list().iter().map(|entry| entry.get("id")))
    }
}
