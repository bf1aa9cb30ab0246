//! Whether links and answers of the old edition still open, and what the versions should say.

use super::{Effect, Two};
use crate::data::{Data, object};
use crate::instrument::Instrument;
use crate::json::Node;

/// An edition by its names.
pub(super) fn identity(instrument: &Instrument) -> Data<'static> {
    let word = |field: &str| instrument.words.get(field).text().to_owned();
    object! { "id" => word("id"), "version" => word("version"), "title" => word("title"), "fingerprint" => instrument.mark() }
}

/// The entry of `editions` that names an edition.
fn named<'e>(by: &'e Instrument, edition: &Instrument) -> Option<&'e Node> {
    by.words.get("editions").list().iter().find(|entry| entry.get("fingerprint").text() == edition.mark())
}

/// Result links of the old edition on a page with the new one.
pub(super) fn links(two: Two<'_>) -> Data<'static> {
    let Two { old, new } = two;
    let entry = entry(old);
    let (open, text, add) = match named(new, old) {
        _ if old.fingerprint == new.fingerprint => {
            ("directly", "they open: the fingerprint is the same".to_owned(), String::new())
        }
        Some(known) if !known.get("src").is_null() => {
            let src = known.get("src").text();
            ("by_edition", format!("they are known, and the page offers to open them with `{src}`"), String::new())
        }
        Some(_) => {
            let text = "they are known but do not open: the page says which edition they belong to; with `src` it would \
                offer to open them there";
            ("named", text.into(), entry)
        }
        None => {
            ("no", "they are taken for links of another assessment; name the old edition in `editions`".into(), entry)
        }
    };
    object! { "open" => open, "text" => text, "add" => add }
}

/// What the new edition should say of an old one, as JSON. The name of the file is a proposal.
fn entry(old: &Instrument) -> String {
    let word = |field: &str| old.words.get(field).text();
    let (id, version, mark) = (word("id"), word("version"), old.mark());
    format!("{{\"version\": \"{version}\", \"fingerprint\": \"{mark}\", \"src\": \"./{id}-{version}.json\"}}")
}

/// Answers documents of the old edition: read by the major number alone.
pub(super) fn answers(two: Two<'_>) -> Data<'static> {
    let same = major(two.old) == major(two.new) && id(two.old) == id(two.new);
    let text = if same {
        "files with answers are read, as far as their items and answers are still there"
    } else {
        "files with answers are refused: they belong to another edition"
    };
    object! { "read" => same, "text" => text }
}

fn id(instrument: &Instrument) -> &str {
    instrument.words.get("id").text()
}

/// Major and minor number of a version.
fn numbers(version: &str) -> (u32, u32) {
    let (major, minor) = version.split_once('.').unwrap_or((version, ""));
    (major.parse().unwrap_or(0), minor.parse().unwrap_or(0))
}

fn version(instrument: &Instrument) -> (u32, u32) {
    numbers(instrument.words.get("version").text())
}

fn major(instrument: &Instrument) -> u32 {
    version(instrument).0
}

/// What is wrong, or probably not meant, with the two as editions of one instrument.
pub(super) fn findings(two: Two<'_>, worst: Option<Effect>) -> Vec<Data<'static>> {
    let Two { old, new } = two;
    let (before, now, same) = (version(old), version(new), old.fingerprint == new.fingerprint);
    let mut found = Vec::new();
    let mut find = |is: bool, severity: &'static str, id: &'static str, text: &str, help: &str| {
        if is {
            found.push(
                object! { "severity" => severity, "id" => id, "text" => text.to_owned(), "help" => help.to_owned() },
            );
        }
    };
    let scores = worst == Some(Effect::Scores);
    find(
        id(old) != id(new),
        "error",
        "other_id",
        "the identifiers differ: these are two instruments",
        "keep `id` for every edition of one instrument",
    );
    find(now < before, "error", "older_version", "the version went down", "raise it, or swap the two files");
    find(
        now == before && !same,
        "error",
        "same_version",
        "two fingerprints under one version: nobody can tell the editions apart",
        "raise the version",
    );
    find(
        scores && now.0 == before.0,
        "error",
        "major",
        "scores change and the major number does not: saved answers would be scored anew without a word",
        &format!("make it {}.0", before.0.saturating_add(1)),
    );
    find(
        scores && same,
        "error",
        "hidden_change",
        "scores change and the fingerprint does not: links of the old edition open and show other scores",
        "give a changed list, or an item that is asked or no longer asked, a new identifier",
    );
    find(
        now == before && same && worst.is_some(),
        "warning",
        "same_version_other_words",
        "what is read differs under one version",
        "raise the minor number",
    );
    find(
        now.0 > before.0 && !scores,
        "warning",
        "major_without_need",
        "the major number was raised though no score changes: saved answers are refused for nothing",
        &format!("{}.{} would do", before.0, before.1.saturating_add(1)),
    );
    for edition in old.words.get("editions").list() {
        let mark = edition.get("fingerprint").text();
        let kept = new.words.get("editions").list().iter().any(|entry| entry.get("fingerprint").text() == mark);
        let text = format!("edition `{}` ({mark}) is no longer named", edition.get("version").text());
        find(!kept && mark != new.mark(), "warning", "forgotten_edition", &text, "take its entry of `editions` over");
    }
    let stated = named(new, old).map(|entry| numbers(entry.get("version").text()));
    find(
        stated.is_some_and(|stated| stated != before),
        "warning",
        "other_version_named",
        "`editions` names the old edition under another version",
        "correct `version` in that entry",
    );
    found
}
