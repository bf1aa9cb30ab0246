//! Data as JSON with whole numbers written as such.

use serde::{Serialize, Serializer};
use tautline::Data;

/// Writes 3 where [`Data`] itself would write 3.0.
pub(crate) struct Plain<'a>(pub(crate) &'a Data<'a>);

impl Serialize for Plain<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Data::Number(x) => match whole(*x) {
                Some(n) => serializer.serialize_i64(n),
                None => serializer.serialize_f64(*x),
            },
            Data::List(values) => serializer.collect_seq(values.iter().map(Plain)),
            Data::Object(fields) => serializer.collect_map(fields.iter().map(|(key, value)| (key, Plain(value)))),
            other => other.serialize(serializer),
        }
    }
}

/// The number, if it is whole and exact.
fn whole(x: f64) -> Option<i64> {
    #[expect(clippy::cast_possible_truncation, reason = "whole and below 2^53: nothing is cut off")]
    let n = (x.fract() == 0.0 && x.abs() < 9.0e15).then_some(x as i64);
    n
}
