//! Definitions in the formats of other tools, and in the one order of their own.
//!
//! Every format is a function of the checked [`Instrument`]; none can fail. What
//! a format cannot carry is a [`Loss`]: where it stands in the definition, what
//! it is, why it is not carried and what stands in its place.
//!
//! | module | format |
//! | --- | --- |
//! | `canonical` | the definition itself, fields in the order of the schema |
//! | `surveyjs` | JSON of `SurveyJS` |
//! | `gift` | questions of Moodle as text |
//! | `qti` | a package of QTI 3.0.1 |
//! | `table` | a row of CSV for each question, as the import reads it |

mod canonical;
mod gift;
mod losses;
mod pipes;
mod qti;
mod question;
mod surveyjs;
mod table;
mod tree;

use crate::instrument::Instrument;
use crate::problem::{Problem, quoted, refusal};
use crate::text::joined;
pub(crate) use losses::Loss;
use losses::Losses;

/// A file of a format.
#[derive(Debug)]
pub(crate) struct File {
    /// Path in the package, or how a file of its own may be called.
    pub(crate) name: String,
    pub(crate) text: String,
}

/// What a definition has become.
#[derive(Debug, Default)]
pub(crate) struct Exported {
    /// One file, or those of a package.
    pub(crate) files: Vec<File>,
    /// In the order of finding.
    pub(crate) losses: Vec<Loss>,
}

/// Writes the files of a format.
///
/// # Errors
/// `unknown-export`: there is no such format.
pub(crate) fn export(instrument: &Instrument, format: &str) -> Result<Exported, Vec<Problem>> {
    let mut losses = Losses::default();
    let told = if format == "canonical" { None } else { pipes::told(instrument, format, &mut losses) };
    let instrument = told.as_ref().unwrap_or(instrument);
    let files = match format {
        "canonical" => vec![single(instrument, ".json", canonical::text(&instrument.words))],
        "surveyjs" => vec![single(instrument, ".surveyjs.json", surveyjs::text(instrument, &mut losses))],
        "gift" => vec![single(instrument, ".gift.txt", gift::text(instrument, &mut losses))],
        "qti3" => qti::files(instrument, &mut losses),
        "csv" => vec![single(instrument, ".csv", table::text(instrument, &mut losses))],
        _ => {
            let help = "use canonical, surveyjs, gift, qti3 or csv";
            return Err(refusal("unknown-export", &["there is no format ", &quoted(format)], help));
        }
    };
    Ok(Exported { files, losses: losses.into_list() })
}

fn single(instrument: &Instrument, ending: &str, text: String) -> File {
    File { name: joined(&[instrument.words.get("id").text(), ending]), text }
}
