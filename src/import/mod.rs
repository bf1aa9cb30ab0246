//! Questionnaires of other tools as definitions, each with a report of what was
//! not carried over.
//!
//! ```text
//! files --> tree or table --[one module per format]--> Draft --> definition text, losses, assumptions
//! ```
//!
//! A format's module reads the source with total accessors and puts what it finds
//! into a [`draft::Draft`]; the draft makes identifiers, shares sets of choices,
//! keeps texts within the limits and writes the definition. Whatever a source
//! says and a definition cannot is a [`Loss`]: nothing is left out in silence.
//! What was decided for the author is an [`Assumption`]. The gate has the last
//! word: the facade refuses an import that it does not accept.
//!
//! The sources are hostile: their size is limited, none is read recursively
//! without a bound, XML with a DTD is refused, aliases of YAML are counted.

mod archive;
mod axes;
mod choices;
mod condition;
mod definition;
mod draft;
mod gift;
mod guess;
mod identifiers;
mod limesurvey;
mod moodle;
mod pemm;
mod pipes;
mod plain;
mod qti;
mod quiz;
mod report;
mod samm;
mod script;
mod source;
mod surveyjs;
mod table;
mod translate;
mod worth;
mod written;
mod xml;
mod yaml;

use crate::limits;
use crate::problem::{Problem, did_you_mean, quoted, refusal, suggest};
pub(crate) use guess::guess;
use report::Report;
pub(crate) use report::{Assumption, Loss};

/// A file: its path inside the folder that was given, or its name, and its bytes.
pub(crate) type File<'f> = (&'f str, &'f [u8]);

/// What a user asks for beside the format.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Wishes<'w> {
    /// How choices carry weights: `score`, `suffix`, `value`, `none`; empty: recognised.
    pub(crate) weights: &'w str,
    /// Which language is taken where a source holds several; empty: the main one.
    pub(crate) language: &'w str,
}

/// A source read: the definition, and what became of the rest.
pub(crate) struct Imported {
    /// JSON text, fields in the order of the schema, with a line feed at the end.
    pub(crate) definition: String,
    pub(crate) losses: Vec<Loss>,
    pub(crate) assumptions: Vec<Assumption>,
}

/// What reads a format.
type Reader = fn(&[File<'_>], &Wishes<'_>, &mut Report) -> Result<draft::Draft, Vec<Problem>>;

/// A format, for those who choose one, and what reads it.
pub(crate) struct Format {
    pub(crate) id: &'static str,
    pub(crate) title: &'static str,
    /// How the names of its files end.
    pub(crate) ends: &'static [&'static str],
    /// Whether a source may be several files.
    pub(crate) several: bool,
    read: Reader,
}

/// The formats.
pub(crate) const FORMATS: [Format; 9] = [
    Format {
        id: "csv",
        title: "A table of questions, CSV or .xlsx",
        ends: &[".csv", ".tsv", ".xlsx"],
        several: false,
        read: table::read,
    },
    Format {
        id: "pemm",
        title: "YAML of the Platform Engineering Maturity Model's assessment",
        ends: &[".yaml", ".yml"],
        several: false,
        read: pemm::read,
    },
    Format {
        id: "axes",
        title: "Statements with effects on axes, JSON or script (8values and its family)",
        ends: &[".js", ".json"],
        several: true,
        read: axes::read,
    },
    Format { id: "surveyjs", title: "JSON of SurveyJS", ends: &[".json"], several: false, read: surveyjs::read },
    Format {
        id: "samm",
        title: "A folder of YAML of OWASP SAMM",
        ends: &[".yml", ".yaml"],
        several: true,
        read: samm::read,
    },
    Format {
        id: "limesurvey",
        title: "A survey structure of LimeSurvey (.lss)",
        ends: &[".lss"],
        several: false,
        read: limesurvey::read,
    },
    Format {
        id: "gift",
        title: "A quiz in GIFT, the text format of Moodle",
        ends: &[".gift", ".txt"],
        several: false,
        read: gift::read,
    },
    Format { id: "moodle", title: "A quiz in the XML of Moodle", ends: &[".xml"], several: false, read: moodle::read },
    Format {
        id: "qti",
        title: "Items of QTI 3, a file, a folder or a package (.zip)",
        ends: &[".xml", ".zip"],
        several: true,
        read: qti::read,
    },
];

/// The conventions of weights by name.
const WEIGHTS: [&str; 5] = ["", "score", "suffix", "value", "none"];

/// Reads files of a format.
///
/// # Errors
/// `unknown-import`: a format or a convention that does not exist. `too-large`,
/// `too-many`: beyond the limits of sources. `bad-source`: not of that format.
/// `nothing-imported`: no question was found. Those of the JSON reader.
pub(crate) fn import(format: &str, files: &[File<'_>], wishes: &Wishes<'_>) -> Result<Imported, Vec<Problem>> {
    let Some(known) = FORMATS.iter().find(|known| known.id == format) else {
        let help = suggest(
            did_you_mean(format, &mut FORMATS.iter().map(|known| known.id)),
            "use csv, pemm, axes, surveyjs, samm, limesurvey, gift, moodle or qti",
        );
        return Err(refusal("unknown-import", &["there is no format ", &quoted(format)], &help));
    };
    if !WEIGHTS.contains(&wishes.weights) {
        let message = ["there is no convention of weights ", &quoted(wishes.weights)];
        return Err(refusal("unknown-import", &message, "use score, suffix, value or none"));
    }
    within_limits(files)?;
    let mut report = Report::default();
    let mut draft = (known.read)(files, wishes, &mut report)?;
    if draft.is_empty() {
        let help = "see in the README what is carried over from this format";
        return Err(refusal("nothing-imported", &["no question that can be carried over"], help));
    }
    let definition = draft.written(&mut report);
    let (losses, assumptions) = report.into_lists();
    Ok(Imported { definition, losses, assumptions })
}

fn within_limits(files: &[File<'_>]) -> Result<(), Vec<Problem>> {
    if files.len() > limits::SOURCE_FILES {
        let message = ["more than ", &limits::SOURCE_FILES.to_string(), " files"];
        return Err(refusal("too-many", &message, "give the folder that holds the questions only"));
    }
    let bytes = files.iter().fold(0_usize, |sum, (_, bytes)| sum.saturating_add(bytes.len()));
    if bytes > limits::SOURCE_BYTES {
        let message = ["the source has more than ", &limits::SOURCE_BYTES.to_string(), " bytes"];
        return Err(refusal("too-large", &message, "split it into several"));
    }
    Ok(())
}
