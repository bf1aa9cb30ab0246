//! How a command ends.

use std::io;
use std::path::Path;

/// A command that did what it could.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    /// Everything was accepted.
    Done,
    /// An input was refused; its problems have been printed.
    Refused,
    /// The output is written, and something of the input is not in it; that has been printed.
    Lossy,
}

/// A command that could not go on.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The reader of standard output has gone.
    Closed,
    /// Wrong usage, or a file that cannot be read or written.
    Sentence(String),
}

impl Failure {
    /// Writing to standard output failed.
    #[expect(clippy::needless_pass_by_value, reason = "handed to `map_err`")]
    pub(crate) fn writing(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Failure::Closed;
        }
        Failure::Sentence(format!("cannot write the output: {error}"))
    }

    /// Writing JSON to standard output failed.
    pub(crate) fn writing_json(error: serde_json::Error) -> Self {
        Failure::writing(error.into())
    }

    /// Writing a file or a folder failed.
    pub(crate) fn writing_to(path: &Path, error: &io::Error) -> Self {
        Failure::Sentence(format!(
            "cannot write {}: {error}",
            path.display().to_string().replace(char::is_control, "\u{fffd}")
        ))
    }

    /// Reading a file failed.
    pub(crate) fn reading(name: &str, error: &io::Error) -> Self {
        Failure::Sentence(format!("cannot read {name}: {error}"))
    }
}
