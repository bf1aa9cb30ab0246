//! What a bundle is refused for, beside what the gate says of its definition.

use crate::problem::{Problem, did_you_mean, quoted, refusal, suggest};
use crate::text::joined;

/// A definition that the gate reads and the writer of pages does not.
pub(crate) fn unreadable(error: &serde_json::Error) -> Vec<Problem> {
    refusal("json-syntax", &[&error.to_string()], "write it anew with `tautline export canonical`")
}

/// A kit that does not fit this program.
pub(crate) fn kit(message: &[&str]) -> Vec<Problem> {
    refusal(
        "bad-kit",
        message,
        "use the program of a release, which `cargo xtask dist` makes, or the kit of one of the same version",
    )
}

/// Files that no archive takes.
pub(crate) fn too_large() -> Vec<Problem> {
    refusal("too-large", &["the files do not fit into an archive"], "leave some of them out")
}

/// A theme that the kit does not have.
pub(crate) fn theme(name: &str, known: &[&str]) -> Vec<Problem> {
    unknown("unknown-theme", "theme", name, known)
}

/// A language that the kit has no words in.
pub(crate) fn language(name: &str, known: &[&str]) -> Vec<Problem> {
    unknown("unknown-language", "catalogue of words in", name, known)
}

fn unknown(code: &'static str, what: &str, name: &str, known: &[&str]) -> Vec<Problem> {
    let help = suggest(
        did_you_mean(name, &mut known.iter().copied()),
        &joined(&["use one of ", &known.join(", "), ", or leave it out"]),
    );
    refusal(code, &["there is no ", what, " ", &quoted(name)], &help)
}
