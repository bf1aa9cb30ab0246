//! Rules of the house that no compiler checks.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed, its helpers included")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn at(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

/// All files below a folder with this ending.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![at(folder)];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == ending) {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

/// Definitions of which something is said, or what.
fn spoken_of(ending: &str) -> Vec<PathBuf> {
    ["tests/definitions/invalid", "tests/wide/invalid", "tests/lint"].map(|folder| files(folder, ending)).concat()
}

/// What pages are written with reads like a code.
fn of_pages(word: &str) -> bool {
    word.starts_with("data-") || ["color-scheme", "http-equiv", "no-referrer", "utf-8"].contains(&word)
}

/// Quoted words joined by `-`: in the core these are problem codes, or names of what pages have.
fn codes(source: &str) -> BTreeSet<String> {
    let kebab = |word: &&str| {
        word.contains('-')
            && word
                .split('-')
                .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
    };
    source.split('"').filter(kebab).filter(|word| !of_pages(word)).map(String::from).collect()
}

#[test]
fn every_problem_code_is_shown_by_a_test() {
    let mut raised = BTreeSet::from(["cycle".to_owned()]);
    for file in files("src", "rs").iter().filter(|file| !file.starts_with(at("src/cli"))) {
        raised.extend(codes(read(file).split("#[cfg(test)]").next().unwrap()));
    }
    assert!(raised.len() > 50, "{raised:?}");
    let mut shown: BTreeSet<String> = [
        "tests/answers.rs",
        "tests/benchmarks.rs",
        "tests/bundle.rs",
        "tests/compiled.rs",
        "tests/definitions.rs",
        "tests/export.rs",
        "tests/groups.rs",
        "tests/import.rs",
        "tests/links.rs",
        "tests/migration.rs",
        "tests/quiz.rs",
        "tests/simulate.rs",
        "tests/translate.rs",
    ]
    .iter()
    .flat_map(|file| codes(&read(&at(file))))
    .collect();
    shown.extend(
        read(&at("tests/vectors/link.csv")).split(',').filter(|cell| cell.starts_with("link-")).map(Into::into),
    );
    for file in spoken_of("json") {
        shown.extend(file.file_stem().unwrap().to_string_lossy().split("--").next().map(String::from));
    }
    let missing: Vec<_> = raised.difference(&shown).collect();
    assert!(missing.is_empty(), "no test shows {missing:?}");
}

#[test]
fn fixtures_come_in_pairs() {
    for (ending, other) in [("json", "txt"), ("txt", "json")] {
        for file in spoken_of(ending) {
            assert!(file.with_extension(other).is_file(), "{} stands alone", file.display());
            assert!(file.to_string_lossy().contains("--"), "{} does not say what it shows", file.display());
        }
    }
}

#[test]
fn tests_run_once_and_all_of_them() {
    for file in files("tests", "rs").iter().filter(|file| !file.ends_with("house.rs")) {
        for word in ["#[ignore", "sleep(", "retry"] {
            assert!(!read(file).contains(word), "{}: {word}", file.display());
        }
    }
}

#[test]
fn the_door_to_the_browser_stays_thin() {
    let lines = read(&at("src/wasm/mod.rs")).lines().count();
    assert!(lines <= 120, "{lines} lines");
}
