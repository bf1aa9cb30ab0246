//! Definitions in other languages.

use super::{accepted, refused};
use crate::api::problems;
use crate::data::{Data, object};
use crate::instrument::Instrument;
use crate::json;
use crate::limits::DEFINITION_BYTES;
use crate::problem::{Problem, quoted, refusal};
use crate::translation::{self, Translated};
use crate::written;

/// A definition in another language: `Reply<{definition, done, missing, same, strange}>`.
///
/// `translation` is JSON of the shape that [`template`] gives; without one it is that of
/// the field `translations` of the definition, and `no-translation` if there is none.
/// `definition` is JSON text that the gate accepts, with the fingerprint of the original;
/// `done` counts the texts that were replaced, `missing` are pointers into the definition
/// to those that were not and stay as they are, `same` pointers into the translation to
/// those that read alike, `strange` problems of what does not belong to the definition.
pub fn translate(definition: &[u8], translation: Option<&[u8]>, language: &str) -> Data<'static> {
    match translated(definition, translation, language) {
        Ok(found) => {
            let pointers = |list: Vec<String>| list.into_iter().map(Data::Owned).collect::<Vec<_>>();
            let value = object! {
                "definition" => written::json(&found.definition),
                "done" => found.done,
                "missing" => pointers(found.missing),
                "same" => pointers(found.same),
                "strange" => problems(&found.strange.into_list()),
            };
            accepted(value, &[])
        }
        Err(found) => refused(&found),
    }
}

/// The texts of a definition, in the shape of a translation: `Reply<string>`. What is
/// translated is written over; the rest can stay out.
pub fn template(definition: &[u8], language: &str) -> Data<'static> {
    match Instrument::compile(definition) {
        Ok((instrument, _)) => {
            accepted(Data::Owned(written::json(&translation::template(&instrument.words, language))), &[])
        }
        Err(found) => refused(&found),
    }
}

fn translated(definition: &[u8], translation: Option<&[u8]>, language: &str) -> Result<Translated, Vec<Problem>> {
    let (instrument, _) = Instrument::compile(definition)?;
    let found = match translation {
        Some(bytes) => translation::translate(&instrument.words, &json::parse(bytes, DEFINITION_BYTES)?, language),
        None => {
            let own = translation::own(&instrument.words, language).ok_or_else(|| {
                let message = ["the definition has no translation into ", &*quoted(language)];
                refusal("no-translation", &message, "name a file with it, or add it to `translations`")
            })?;
            translation::translate(&instrument.words, own, language)
        }
    };
    // A text that is too long or not what it looks like is refused as everywhere.
    Instrument::compile(written::json(&found.definition).as_bytes())?;
    Ok(found)
}
