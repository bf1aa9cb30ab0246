//! The schema of definitions and the page of reference: as they are checked in, and as others read them.
//!
//! Both files in `www` are generated: `cargo xtask bless` renews them, look at the changes before a commit.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed, its helpers included")]

mod support;

use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tautline::api::Assessment;
use tautline::author;

const ALL_KINDS: &str = include_str!("definitions/valid/all-kinds.json");

fn at(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn printed(command: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_tautline")).arg(command).output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// Compares what a command prints with a file, or renews the file.
#[track_caller]
fn is_current(command: &str, file: &str) {
    let printed = printed(command);
    if std::env::var_os("TAUTLINE_BLESS").is_some() {
        fs::write(at(file), &printed).unwrap();
    }
    let found = fs::read_to_string(at(file)).unwrap_or_default();
    assert!(printed == found, "{file} is not what `tautline {command}` prints: run `cargo xtask bless`");
}

#[test]
fn the_schema_is_current() {
    is_current("schema", "www/definition.schema.json");
}

#[test]
fn the_page_is_current() {
    is_current("reference", "www/reference.html");
}

/// The schema as a program that knows nothing of us reads it.
fn schema() -> jsonschema::Validator {
    jsonschema::draft7::new(&serde_json::from_str(&author::schema()).unwrap()).unwrap()
}

#[test]
fn the_schema_accepts_what_the_gate_accepts() {
    let schema = schema();
    let mut flagship: Value = serde_json::from_str(support::FLAGSHIP).unwrap();
    flagship["$schema"] = json!("./definition.schema.json");
    flagship["compiled"] = json!("AgFB");
    let minimal = include_str!("definitions/valid/minimal.json");
    for definition in [flagship, serde_json::from_str(ALL_KINDS).unwrap(), serde_json::from_str(minimal).unwrap()] {
        let errors: Vec<String> = schema.iter_errors(&definition).map(|error| error.to_string()).collect();
        assert_eq!(errors, [""; 0]);
    }
}

/// What is wrong in the form alone, by the code in the name of the fixture.
const FORM: [&str; 11] = [
    "bad-address",
    "bad-fingerprint",
    "bad-version",
    "control-character",
    "empty-text",
    "missing-field--license",
    "not-whole",
    "unknown-field",
    "unknown-word",
    "wrong-type",
    "out-of-range--weight",
];

/// What only the gate knows.
const MEANING: [&str; 9] = [
    "cycle",
    "unknown-reference",
    "unknown-name",
    "expression-type",
    "expression-syntax",
    "repeated-value",
    "bad-levels",
    "bad-pair",
    "missing-field--severity",
];

#[test]
fn the_schema_refuses_what_is_wrong_in_form_and_leaves_the_rest_to_the_gate() {
    let schema = schema();
    let (mut form, mut meaning) = (0, 0);
    for entry in fs::read_dir(at("tests/definitions/invalid")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let Ok(definition) = serde_json::from_slice::<Value>(&fs::read(&path).unwrap()) else { continue };
        let begins = |list: &[&str]| list.iter().any(|start| name.starts_with(start));
        if begins(&FORM) {
            form += 1;
            assert!(!schema.is_valid(&definition), "{name}");
        } else if begins(&MEANING) {
            meaning += 1;
            assert!(schema.is_valid(&definition), "{name}");
        }
    }
    assert!(form >= 12 && meaning >= 30, "{form} {meaning}");
}

/// Adds a field to each object at a path that lacks it; how many there were.
fn add(root: &mut Value, path: &[&str], name: &str, value: &Value) -> usize {
    match (root, path.split_first()) {
        (Value::Array(list), _) => list.iter_mut().map(|entry| add(entry, path, name, value)).sum(),
        (Value::Object(fields), None) if !fields.contains_key(name) => {
            fields.insert(name.into(), value.clone());
            1
        }
        (Value::Object(fields), Some((first, rest))) => {
            fields.get_mut(*first).map_or(0, |inner| add(inner, rest, name, value))
        }
        _ => 0,
    }
}

#[test]
fn a_default_written_out_changes_nothing() {
    let reference = author::reference();
    let reference = support::json(reference);
    let plain: Value = serde_json::from_str(ALL_KINDS).unwrap();
    let score = |definition: &Value| {
        let assessment = Assessment::load(definition.to_string().as_bytes());
        assert_eq!(assessment.problems(), []);
        let answers = json!({"answers": {"C1": 2, "C2": "red", "N1": 3.5, "N2": 40, "D1": {"x": 5, "y": 5, "z": 0},
            "R1": ["y", "x", "z"], "G1": {"x": 1, "y": 4}, "L1": 1}, "role": "three"});
        let finished = support::accepted(assessment.finish(answers.to_string().as_bytes()));
        let compiled = support::accepted(assessment.compiled());
        // The first digits of the compiled form are over the definition as it is written.
        (finished, compiled.as_str().unwrap().chars().skip(13).collect::<String>())
    };
    let (mut written, mut places) = (plain.clone(), 0);
    for area in reference["areas"].as_array().unwrap() {
        for field in area["fields"].as_array().unwrap() {
            let default = field["default"].as_str().unwrap();
            for path in [&field["path"], &field["also"]].map(|path| path.as_str().unwrap().replace("[]", "")) {
                let path: Vec<&str> = path.split('.').collect();
                if let Some((name, outer)) =
                    path.split_last().filter(|(name, _)| !default.is_empty() && !name.is_empty())
                {
                    places += add(&mut written, outer, name, &serde_json::from_str(default).unwrap());
                }
            }
        }
    }
    assert!(places >= 20, "{places}");
    assert_eq!(score(&written), score(&plain));
}

#[test]
fn the_page_leads_everywhere_it_says_and_runs_nothing() {
    let page = printed("reference");
    let attributes = |name: &str| -> Vec<String> {
        page.split(&format!(" {name}=\"")).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
    };
    let (ids, links) = (attributes("id"), attributes("href"));
    let known: BTreeSet<&String> = ids.iter().collect();
    assert_eq!(known.len(), ids.len(), "an anchor occurs twice");
    assert!(ids.len() > 200 && links.len() > ids.len(), "{} {}", ids.len(), links.len());
    for link in &links {
        assert!(link.strip_prefix('#').is_some_and(|id| known.contains(&id.to_owned())), "{link} leads nowhere");
    }
    for forbidden in ["<script", " style=", " on", "<img", "<link", "javascript:", "url(", "@import"] {
        let inside_a_tag =
            page.split('<').any(|tag| ["<", tag.split('>').next().unwrap()].concat().contains(forbidden));
        assert!(!inside_a_tag, "{forbidden}");
    }
    assert!(page.contains("default-src &#39;none&#39;") && page.contains("name=\"viewport\""));
    for words in ["1 to 200 characters", "at most 500 entries", "0.000001 to 1000000", "exactly one of"] {
        assert!(page.contains(words), "{words}");
    }
}

/// A definition that has what the examples of functions name.
fn named_in_examples() -> Value {
    let five: Value = (1..=5).map(|n| json!({"value": n, "label": "x"})).collect();
    let words: Value = ["mail", "meetings"].iter().map(|id| json!({"value": id, "label": id})).collect();
    let choice = |id: &str| json!({"id": id, "text": "?", "kind": {"choice": {"set": "five"}}});
    let other = |id: &str, kind: Value| json!({"id": id, "text": "?", "kind": kind});
    let share = json!({"allocation": {"total": 10, "set": "words"}});
    let scale = |id: &str, item: &str| json!({"id": id, "title": "S", "higher": "more", "members": [{"item": item}], "missing": {"scored": 1}});
    json!({
        "format": 1, "id": "pulse", "version": "1.0", "title": "Pulse", "language": "en", "license": "CC0", "dont_know": "?",
        "dimensions": [{"id": "pace", "title": "Pace"}, {"id": "clarity", "title": "Clarity"}],
        "choice_sets": [{"id": "five", "choices": five}, {"id": "words", "choices": words}],
        "items": [choice("W1"), choice("W2"), other("H1", share.clone()), other("H2", share),
            other("P7", json!({"ranking": {"set": "words"}})), other("P8", json!({"grid": {"rows": "words", "set": "five"}}))],
        "pages": [{"title": "Page", "items": ["W1", "W2", "H1", "H2", "P7", "P8"]}],
        "lists": [{"id": "week", "items": ["W1", "W2"]}],
        "scales": [scale("pace.felt", "W1"), scale("clarity.felt", "W2")],
        "composites": [{"id": "gap", "title": "Gap", "each": "dimension", "expression": "this.felt - 50"}],
    })
}

#[test]
fn the_examples_of_functions_can_be_computed() {
    let language = support::json(author::reference())["language"].clone();
    for function in language["functions"].as_array().unwrap() {
        let (name, example) = (function["name"].as_str().unwrap(), function["example"].as_str().unwrap());
        assert!(example.starts_with(&format!("{name}(")), "{example}");
        let mut definition = named_in_examples();
        if name == "known" {
            definition["notes"] = json!([{"id": "n", "when": example, "text": "x"}]);
        } else {
            let composites = definition["composites"].as_array_mut().unwrap();
            composites.push(json!({"id": "c", "title": "C", "expression": example}));
        }
        let assessment = Assessment::load(definition.to_string().as_bytes());
        assert_eq!(assessment.problems(), [], "{example}");
    }
}
