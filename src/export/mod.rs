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

/// A format, for those who choose one, and what writes it.
pub(crate) struct Format {
    pub(crate) id: &'static str,
    pub(crate) title: &'static str,
    /// How the name of a file of its own ends: behind the identifier of the definition.
    pub(crate) end: &'static str,
    write: fn(&Instrument, &mut Losses) -> Written,
}

/// What a format is written as.
enum Written {
    One(String),
    /// A package.
    Several(Vec<File>),
}

/// The formats.
pub(crate) const FORMATS: [Format; 5] = [
    Format {
        id: "canonical",
        title: "The definition itself, its fields in one order, without its compiled form",
        end: ".json",
        write: |instrument, _| Written::One(canonical::text(&instrument.words)),
    },
    Format {
        id: "surveyjs",
        title: "JSON of SurveyJS",
        end: ".surveyjs.json",
        write: |instrument, losses| Written::One(surveyjs::text(instrument, losses)),
    },
    Format {
        id: "gift",
        title: "Questions of Moodle as text",
        end: ".gift.txt",
        write: |instrument, losses| Written::One(gift::text(instrument, losses)),
    },
    Format {
        id: "qti3",
        title: "A package of QTI 3, a .zip",
        end: ".zip",
        write: |instrument, losses| Written::Several(qti::files(instrument, losses)),
    },
    Format {
        id: "csv",
        title: "A table with a question a row, as `import` reads it",
        end: ".csv",
        write: |instrument, losses| Written::One(table::text(instrument, losses)),
    },
];

/// Writes the files of a format.
///
/// # Errors
/// `unknown-export`: there is no such format.
pub(crate) fn export(instrument: &Instrument, format: &str) -> Result<Exported, Vec<Problem>> {
    let Some(format) = FORMATS.iter().find(|known| known.id == format) else {
        let help = "use canonical, surveyjs, gift, qti3 or csv";
        return Err(refusal("unknown-export", &["there is no format ", &quoted(format)], help));
    };
    let mut losses = Losses::default();
    let told = if format.id == "canonical" { None } else { pipes::told(instrument, format.id, &mut losses) };
    let instrument = told.as_ref().unwrap_or(instrument);
    let files = match (format.write)(instrument, &mut losses) {
        Written::One(text) => {
            vec![File { name: joined(&[instrument.words.get("id").text(), format.end]), text }]
        }
        Written::Several(files) => files,
    };
    Ok(Exported { files, losses: losses.into_list() })
}
