//! Where definitions and answers come from.

use crate::ending::Failure;
use std::ffi::OsStr;
use std::fs::File;
use std::io::{Read, stdin};
use std::path::{Path, PathBuf};
use tautline::Data;
use tautline::api::Assessment;
use tautline::limits;

/// The built-in assessment and its name on the command line.
const FLAGSHIP: (&str, &[u8]) = ("bt-synchronization", include_bytes!("../../www/instruments/bt-synchronization.json"));

/// An input as it was named.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// `-`.
    Stdin,
    /// The built-in definition.
    Flagship,
    /// A path.
    File(PathBuf),
}

impl Source {
    /// A definition: `-`, a path, or the name of the built-in one. A file that
    /// exists wins over the name.
    pub(crate) fn definition(argument: &OsStr) -> Self {
        let path = Path::new(argument);
        if argument == FLAGSHIP.0 && (!path.exists() || path.is_dir()) {
            return Source::Flagship;
        }
        Source::answers(argument)
    }

    /// Answers: `-` or a path.
    pub(crate) fn answers(argument: &OsStr) -> Self {
        if argument == "-" { Source::Stdin } else { Source::File(argument.into()) }
    }

    /// What to call it in messages.
    pub(crate) fn name(&self) -> String {
        match self {
            Source::Stdin => "<stdin>".into(),
            Source::Flagship => FLAGSHIP.0.into(),
            Source::File(path) => path.display().to_string().replace(char::is_control, "\u{fffd}"),
        }
    }

    /// Opens it.
    ///
    /// # Errors
    /// A file that cannot be opened.
    pub(crate) fn open(&self) -> Result<Box<dyn Read>, Failure> {
        Ok(match self {
            Source::Stdin => Box::new(stdin().lock()),
            Source::Flagship => Box::new(FLAGSHIP.1),
            Source::File(path) => Box::new(File::open(path).map_err(|error| Failure::reading(&self.name(), &error))?),
        })
    }

    /// Reads all of it, but no more than one byte beyond `limit`: enough for
    /// the core to refuse it as too large.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub(crate) fn read(&self, limit: usize) -> Result<Vec<u8>, Failure> {
        let mut bytes = Vec::new();
        let most = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
        let read = self.open()?.take(most).read_to_end(&mut bytes);
        read.map_err(|error| Failure::reading(&self.name(), &error))?;
        Ok(bytes)
    }
}

/// A definition and answers, both read.
pub(crate) struct Inputs {
    pub(crate) assessment: Assessment,
    pub(crate) definition: Source,
    pub(crate) answers: Source,
    /// Whether the definition gives advice.
    pub(crate) has_advice: bool,
}

impl Inputs {
    /// Reads the definition; the answers are only named.
    ///
    /// # Errors
    /// Standard input named twice; a definition that cannot be read.
    pub(crate) fn load(definition: &OsStr, answers: &OsStr) -> Result<Self, Failure> {
        let (definition, answers) = (Source::definition(definition), Source::answers(answers));
        if definition == Source::Stdin && answers == Source::Stdin {
            let sentence = "only one of the two inputs can come from standard input; name a file for the other";
            return Err(Failure::Sentence(sentence.into()));
        }
        let bytes = definition.read(limits::DEFINITION_BYTES)?;
        // What is no JSON is refused by the core, with its places.
        let root: serde_json::Value = serde_json::from_slice(&bytes).unwrap_or_default();
        let has_advice = root.get("advice").is_some();
        Ok(Inputs { assessment: Assessment::load(&bytes), definition, answers, has_advice })
    }

    /// The problems of the definition, if it was refused.
    pub(crate) fn refusal(&self) -> Option<Data<'_>> {
        let reply = self.assessment.check();
        if *reply.get("refused") == Data::Null { None } else { Some(reply) }
    }
}
