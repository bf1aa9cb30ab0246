//! The scores as one JSON object, keyed by the ids of the definition.
//!
//! ```text
//! instrument  {id, version, fingerprint}
//! scales      {ID: {status, value, low, high, answered, of}}
//! metrics     {ID: {status, value, low, high}}
//! bands       {ID: {value, id, raw, between, gates: [{gate, rule, dimensions}], range, status}}
//!             and {"state.DIMENSION": {id}}
//! advice      [ID]   in the order they are given
//! notes       [ID]
//! counts      {ID: number}
//! ```
//!
//! `status` is `scored`, `provisional` or `not_scored`. `value` of a band is
//! the level after its gates and `raw` the one before; levels count from 1.
//! A gate that holds a level back names that level (`gate`), its condition
//! (`rule`) and the dimensions that do not meet it. Numbers are not rounded;
//! what is undefined is null. Lists of the reply are written as maps while
//! they are serialized: nothing is built.

use crate::plain::Plain;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use tautline::Data;

/// The value of an accepted `score` reply.
pub(crate) struct Scores<'a>(pub(crate) &'a Data<'a>);

impl Serialize for Scores<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Scores(value) = self;
        let mut map = serializer.serialize_map(Some(7))?;
        map.serialize_entry("instrument", &Row(value.get("instrument"), INSTRUMENT))?;
        map.serialize_entry("scales", &Rows(value.get("scales"), SCALE))?;
        map.serialize_entry("metrics", &Rows(value.get("metrics"), METRIC))?;
        map.serialize_entry("bands", &Bands(value))?;
        map.serialize_entry("advice", value.get("advice"))?;
        map.serialize_entry("notes", value.get("notes"))?;
        map.serialize_entry("counts", &Counts(value.get("counts")))?;
        map.end()
    }
}

/// A field: its name here, its name in the reply, how its numbers are written.
pub(crate) type Field = (&'static str, &'static str, Numbers);

#[derive(Clone, Copy)]
pub(crate) enum Numbers {
    /// Computed: 45.0.
    Real,
    /// Counted: 45.
    Whole,
    /// The gates of a band.
    Gates,
}
use Numbers::{Gates, Real, Whole};

const INSTRUMENT: &[Field] = &[("id", "id", Real), ("version", "version", Real), ("fingerprint", "fingerprint", Real)];
const SCALE: &[Field] = &[
    ("status", "status", Real),
    ("value", "value", Real),
    ("low", "low", Real),
    ("high", "high", Real),
    ("answered", "answered", Whole),
    ("of", "of", Whole),
];
const METRIC: &[Field] =
    &[("status", "status", Real), ("value", "value", Real), ("low", "low", Real), ("high", "high", Real)];
const BAND: &[Field] = &[
    ("value", "value", Whole),
    ("id", "level", Real),
    ("raw", "raw", Whole),
    ("between", "between", Whole),
    ("gates", "gates", Gates),
    ("range", "range", Whole),
    ("status", "status", Real),
];
const GATE: &[Field] = &[("gate", "level", Whole), ("rule", "id", Real), ("dimensions", "dimensions", Real)];
const STATE: &[Field] = &[("id", "id", Real)];

/// Some fields of an object of the reply; null where it is null.
pub(crate) struct Row<'a>(pub(crate) &'a Data<'a>, pub(crate) &'static [Field]);

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Row(row, fields) = self;
        if **row == Data::Null {
            return serializer.serialize_none();
        }
        let mut map = serializer.serialize_map(Some(fields.len()))?;
        for (name, field, numbers) in *fields {
            let value = row.get(field);
            match numbers {
                Real => map.serialize_entry(name, value)?,
                Whole => map.serialize_entry(name, &Plain(value))?,
                Gates => map.serialize_entry(name, &GateList(value))?,
            }
        }
        map.end()
    }
}

/// A list of the reply as a map by id.
pub(crate) struct Rows<'a>(pub(crate) &'a Data<'a>, pub(crate) &'static [Field]);

impl Serialize for Rows<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Rows(rows, fields) = self;
        serializer.collect_map(rows.list().iter().map(|row| (row.get("id"), Row(row, fields))))
    }
}

struct GateList<'a>(&'a Data<'a>);

impl Serialize for GateList<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.list().iter().map(|gate| Row(gate, GATE)))
    }
}

/// Bands by id, then the state of each dimension.
struct Bands<'a>(&'a Data<'a>);

impl Serialize for Bands<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for band in self.0.get("bands").list() {
            map.serialize_entry(band.get("id"), &Row(band, BAND))?;
        }
        for state in self.0.get("states").list() {
            map.serialize_entry(&StateOf(state.get("dimension").text()), &Row(state, STATE))?;
        }
        map.end()
    }
}

struct StateOf<'a>(&'a str);

impl Serialize for StateOf<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("state.{}", self.0))
    }
}

struct Counts<'a>(&'a Data<'a>);

impl Serialize for Counts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.list().iter().map(|count| (count.get("id"), Plain(count.get("value")))))
    }
}
