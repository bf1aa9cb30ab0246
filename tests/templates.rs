//! The templates to begin with: nothing to be said against any of them, and all that they can say is said to somebody.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed, its helpers included")]

mod support;

use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use support::{accepted, json};
use tautline::api::Assessment;
use tautline::author;

const NAMES: [&str; 5] = ["check", "maturity", "profile", "quiz", "survey"];

fn bytes(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/instruments/templates");
    fs::read(folder.join(name).with_extension("json")).unwrap()
}

fn read(name: &str) -> Value {
    serde_json::from_slice(&bytes(name)).unwrap()
}

fn list<'v>(value: &'v Value, pointer: &str) -> &'v [Value] {
    value.pointer(pointer).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

#[test]
fn the_templates_are_those_listed_here() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/instruments/templates");
    let mut files: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    files.sort();
    assert_eq!(files, NAMES.map(|name| format!("{name}.json")));
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    for name in NAMES {
        assert_eq!((&read(name)["id"], &read(name)["license"]), (&json!(name), &json!("CC0-1.0")));
        assert!(readme.contains(&format!("`{name}`")), "the README does not name {name}");
    }
}

#[test]
fn nothing_is_to_be_said_against_them() {
    for name in NAMES {
        let reply = json(author::check(&bytes(name)));
        assert_eq!(reply["ok"]["warnings"], json!([]), "{name}");
        assert_eq!(reply["ok"]["value"]["silenced"], json!([]), "{name}");
        let canonical = accepted(author::export("canonical", &bytes(name)));
        assert_eq!(canonical["files"][0]["text"].as_str().unwrap().as_bytes(), bytes(name), "{name}");
    }
}

#[test]
fn they_hold_what_they_are_for() {
    let lengths = |name: &str, lists: &[&str]| -> Vec<usize> {
        let definition = read(name);
        lists.iter().map(|pointer| list(&definition, pointer).len()).collect()
    };
    assert_eq!(lengths("check", &["/items", "/scales", "/bands/0/levels", "/advice/rules"]), [10, 2, 3, 3]);
    assert_eq!(lengths("maturity", &["/items", "/scales", "/bands/0/levels", "/bands/0/levels/2/gates"]), [9, 3, 3, 2]);
    assert_eq!(lengths("profile", &["/items", "/scales", "/archetypes/list"]), [12, 3, 4]);
    assert_eq!(lengths("quiz", &["/items", "/scales"]), [5, 1]);
    assert_eq!(lengths("survey", &["/items", "/scales"]), [5, 0]);
    for item in list(&read("quiz"), "/items") {
        let choices = list(item, "/kind/choice/choices");
        assert_eq!((choices.len(), list(item, "/correct/choices").len()), (4, 1));
        let explained = choices.iter().filter(|choice| choice["feedback"].is_string()).count();
        assert_eq!((explained, item["feedback"]["right"].is_string()), (3, true));
    }
}

#[test]
fn everything_that_they_can_say_is_said_to_somebody_and_nothing_to_all() {
    for name in NAMES {
        let found = accepted(Assessment::load(&bytes(name)).simulate("mixed", 500, 1));
        assert_eq!((&found["never"], &found["always"]), (&json!([]), &json!([])), "{name}");
    }
}
