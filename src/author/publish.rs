//! A definition for publishing.

use super::{accepted, refused};
use crate::data::Data;
use crate::instrument::Instrument;
use crate::json::{Node, Value};
use crate::written;

/// The definition with its compiled form in the field `compiled`, on one line of JSON, its
/// fields in the order of the author: `Reply<string>`. What stands in `compiled` before is
/// replaced, and no other value changes.
pub fn published(definition: &[u8]) -> Data<'static> {
    match Instrument::compile(definition) {
        Ok((instrument, warnings)) => accepted(Data::Owned(written::line(&with_compiled(&instrument))), &warnings),
        Err(found) => refused(&found),
    }
}

fn with_compiled(instrument: &Instrument) -> Node {
    let fields = instrument.words.fields().iter().filter(|(key, _)| key != "compiled").cloned();
    let compiled = Node { value: Value::Text(instrument.compiled()), at: 0 };
    Node { value: Value::Object(fields.chain([("compiled".into(), compiled)]).collect()), at: 0 }
}
