//! Answers of earlier editions.

use super::{accepted, refused};
use crate::data::{Data, object};
use crate::instrument::Instrument;
use crate::json;
use crate::limits::ANSWERS_BYTES;
use crate::link;
use crate::migration;
use crate::problem::Problem;

/// Answers of an earlier edition as answers of this one: `Reply<{answers, left}>`.
///
/// `answers` is an answers document, as JSON text; `left` are the items of the earlier
/// edition whose answers have no place in this one. `no-migration` where the entry of
/// `editions` for the document's version has no `migrate`. Problems are about what the
/// answers have become and have no line.
pub fn migrate(definition: &[u8], answers: &[u8]) -> Data<'static> {
    match migrated(definition, answers) {
        Ok(value) => accepted(value, &[]),
        Err(found) => refused(&found),
    }
}

fn migrated(definition: &[u8], answers: &[u8]) -> Result<Data<'static>, Vec<Problem>> {
    let (instrument, _) = Instrument::compile(definition)?;
    let found = migration::migrate(&instrument, &json::parse(answers, ANSWERS_BYTES)?)?;
    let left = found.left.into_iter().map(Data::Owned).collect::<Vec<_>>();
    Ok(object! { "answers" => link::document(&instrument, &found.response), "left" => left })
}
