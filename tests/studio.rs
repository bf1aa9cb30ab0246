//! What the studio asks of the facade for authors beyond what other tests ask.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed, its helpers included")]

mod support;

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use support::{FLAGSHIP, accepted, json, same};
use tautline::api::Assessment;
use tautline::author;

/// The files of a folder and what is below it.
fn below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() { found.extend(below(&path)) } else { found.push(path) }
    }
    found
}

fn ids(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|entry| entry["id"].as_str().unwrap()).collect()
}

#[test]
fn every_source_of_the_tests_is_guessed() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import");
    let formats = json(author::formats());
    for format in formats["imports"].as_array().unwrap() {
        let id = format["id"].as_str().unwrap();
        let ends: Vec<&str> = format["ends"].as_array().unwrap().iter().map(|end| end.as_str().unwrap()).collect();
        let files = below(&folder.join(id)).into_iter().map(|path| (path.to_string_lossy().into_owned(), path));
        let files: Vec<_> = files.filter(|(name, _)| ends.iter().any(|end| name.ends_with(end))).collect();
        let sources = files.iter().filter(|(name, _)| !name.ends_with(".losses.txt"));
        let guessed: BTreeSet<_> = sources.map(|(name, path)| author::guess(name, &fs::read(path).unwrap())).collect();
        assert_eq!(guessed, BTreeSet::from([Some(id)]), "{id}");
    }
}

#[test]
fn names_that_say_nothing_are_guessed_by_what_is_inside() {
    for (name, text, expected) in [
        ("a", "<?xml version=\"1.0\"?>\n<!-- x --><quiz/>", Some("moodle")),
        ("a.XML", "<qti-assessment-test identifier=\"t\">", Some("qti")),
        ("a.xml", "<imsmd:manifest>", Some("qti")),
        ("a.xml", "<svg/>", None),
        ("a.xml", "<document\n>", Some("limesurvey")),
        ("a", "\u{feff} {\"elements\": []}", Some("surveyjs")),
        ("a.json", "{\"list\": [{\"effect\": {}}]}", Some("axes")),
        ("a.json", "{\"list\": [{}]}", None),
        ("a.json", "{\"list\": [", None),
        ("a.zip", "PK\u{3}\u{4}", Some("qti")),
        ("questions.CSV", "", Some("csv")),
        ("notes.txt", "no brace", None),
        ("notes.txt", "Who? {=I}", Some("gift")),
        ("a.yaml", "x: 1\ncategories:\n", Some("pemm")),
        ("a.yaml", "type: Question", Some("samm")),
        ("", "", None),
        ("a.json", FLAGSHIP, None),
    ] {
        assert_eq!(author::guess(name, text.as_bytes()), expected, "{name}: {}", text.get(..20).unwrap_or(text));
    }
}

#[test]
fn what_is_exported_as_one_of_the_imported_formats_is_guessed() {
    for (format, expected) in
        [("surveyjs", Some("surveyjs")), ("gift", Some("gift")), ("csv", Some("csv")), ("canonical", None)]
    {
        let file = &accepted(author::export(format, FLAGSHIP.as_bytes()))["files"][0];
        let guessed = author::guess(file["name"].as_str().unwrap(), file["text"].as_str().unwrap().as_bytes());
        assert_eq!(guessed, expected, "{format}");
    }
}

#[test]
fn every_format_that_is_listed_is_known() {
    let formats = json(author::formats());
    assert_eq!(
        ids(&formats["imports"]),
        ["csv", "pemm", "axes", "surveyjs", "samm", "limesurvey", "gift", "moodle", "qti"]
    );
    assert_eq!(ids(&formats["exports"]), ["canonical", "surveyjs", "gift", "qti3", "csv"]);
    for format in formats["exports"].as_array().unwrap() {
        let (id, end) = (format["id"].as_str().unwrap(), format["end"].as_str().unwrap());
        let files = accepted(author::export(id, FLAGSHIP.as_bytes()))["files"].clone();
        match files.as_array().unwrap().as_slice() {
            [file] => assert_eq!(file["name"], format!("bt-synchronization{end}")),
            files => assert_eq!((end, files.len() > 2), (".zip", true), "{id}"),
        }
    }
}

#[test]
fn what_is_published_needs_no_gate_and_says_the_same() {
    let text = accepted(author::published(FLAGSHIP.as_bytes())).as_str().unwrap().to_owned();
    let mut published: Value = serde_json::from_str(&text).unwrap();
    let compiled = published["compiled"].as_str().unwrap().to_owned();
    let open = Assessment::open(text.as_bytes(), compiled.as_bytes());
    assert_eq!(json(open.check())["ok"]["value"]["id"], "bt-synchronization");
    assert_eq!(Assessment::load(text.as_bytes()).problems(), []);
    let again = accepted(author::published(text.as_bytes()));
    assert_eq!(again, text);
    let mut before: Value = serde_json::from_str(FLAGSHIP).unwrap();
    for definition in [&mut before, &mut published] {
        definition.as_object_mut().unwrap().remove("compiled");
    }
    same(&published, &before, "published");
    assert_eq!(text.lines().count(), 1);
}
