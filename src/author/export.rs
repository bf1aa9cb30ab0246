//! Definitions in other formats.

use super::{accepted, refused};
use crate::data::{Data, object};
use crate::export::{self, Exported};
use crate::instrument::Instrument;

/// A definition in another format: `Reply<{files, losses}>`.
///
/// `format` is `canonical`, `surveyjs`, `gift`, `qti3` or `csv`. `files` are
/// `{name, text}`: one, or those of a package, its manifest first. `losses` are
/// `{at, construct, sentence, instead}`, in the order of finding, `at` a JSON
/// pointer into the definition. `unknown-export` refuses any other format; a
/// definition that the gate refuses is refused with its problems.
pub fn export(format: &str, definition: &[u8]) -> Data<'static> {
    let written = Instrument::compile(definition)
        .and_then(|(instrument, warnings)| Ok((export::export(&instrument, format)?, warnings)));
    match written {
        Ok((exported, warnings)) => accepted(value(exported), &warnings),
        Err(found) => refused(&found),
    }
}

fn value(exported: Exported) -> Data<'static> {
    let files = exported.files.into_iter().map(|file| object! { "name" => file.name, "text" => file.text });
    let losses = exported.losses.into_iter().map(|loss| {
        object! {
            "at" => loss.at,
            "construct" => loss.construct,
            "sentence" => loss.sentence,
            "instead" => loss.instead,
        }
    });
    object! { "files" => files.collect::<Vec<_>>(), "losses" => losses.collect::<Vec<_>>() }
}
