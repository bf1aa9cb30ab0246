//! Questionnaires of other tools.

use super::{accepted, refused};
use crate::data::{Data, object};
use crate::import::{self, Wishes};
use crate::instrument::Instrument;
use crate::problem::Problem;
use crate::text::joined;

/// Reads questionnaires of another tool: `Reply<{definition, losses, assumptions}>`.
///
/// `format` is `csv`, `pemm`, `axes`, `surveyjs`, `samm`, `limesurvey`, `gift`,
/// `moodle` or `qti`; `files` are paths, or names, with their bytes, at most [`crate::limits::SOURCE_FILES`]
/// of [`crate::limits::SOURCE_BYTES`] together. `weights` names how choices of
/// SurveyJS carry weights, `score`, `suffix`, `value` or `none`, and `language` which
/// language is taken; `""` leaves both to the source.
///
/// `definition` is JSON text that the gate accepts; `losses` are `{at, construct,
/// sentence, instead}`, `assumptions` `{at, sentence}`, in the order of the source.
/// What the gate would refuse is refused, with its problems and no line: they are
/// about the definition.
pub fn import(format: &str, files: &[(&str, &[u8])], weights: &str, language: &str) -> Data<'static> {
    let wishes = Wishes { weights, language };
    let read = import::import(format, files, &wishes).and_then(|imported| {
        let (_, warnings) = Instrument::compile(imported.definition.as_bytes()).map_err(placed)?;
        Ok((imported, warnings))
    });
    match read {
        Ok((imported, warnings)) => accepted(value(imported), &warnings),
        Err(found) => refused(&found),
    }
}

/// Problems of the definition that was made: their places are none of the source.
fn placed(mut found: Vec<Problem>) -> Vec<Problem> {
    for problem in &mut found {
        (problem.line, problem.column) = (0, 0);
        let at = if problem.at.is_empty() { "its start" } else { problem.at.as_str() };
        problem.message = joined(&["in the definition made of it, at ", at, ": ", &problem.message]);
    }
    found
}

fn value(imported: import::Imported) -> Data<'static> {
    let losses = imported.losses.into_iter().map(|loss| {
        object! {
            "at" => loss.at,
            "construct" => loss.construct,
            "sentence" => loss.sentence,
            "instead" => loss.instead,
        }
    });
    let assumptions = imported.assumptions.into_iter();
    let assumptions = assumptions.map(|made| object! { "at" => made.at, "sentence" => made.sentence });
    object! {
        "definition" => imported.definition,
        "losses" => losses.collect::<Vec<_>>(),
        "assumptions" => assumptions.collect::<Vec<_>>(),
    }
}
