//! Rules of quality: each file of `tests/lint` is accepted by the gate, and what
//! is said of it stands beside it, a line each. `CODE--what.json` shows a rule,
//! `CODE--not-what.json` a near miss, of which nothing is said.
//!
//! To add one, write both files by hand.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed, its helpers included"
)]

#[path = "support/statements.rs"]
mod statements;
mod support;

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use support::{FLAGSHIP, accepted, json, refused};
use tautline::{author, limits};

fn files(folder: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let paths = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = paths.filter(|path| path.extension().is_some_and(|end| end == "json")).collect();
    files.sort();
    files
}

fn name(file: &Path) -> String {
    file.file_stem().unwrap().to_string_lossy().into_owned()
}

/// What is said of a definition.
fn findings(definition: &[u8]) -> Vec<Value> {
    let reply = json(author::check(definition));
    assert!(reply.get("refused").is_none(), "{reply}");
    reply["ok"]["warnings"].as_array().unwrap().clone()
}

fn line(problem: &Value) -> String {
    let word = |field: &str| problem[field].as_str().unwrap();
    let (line, column) = (problem["line"].as_f64().unwrap(), problem["column"].as_f64().unwrap());
    let [at, severity, code, message, help] = ["at", "severity", "code", "message", "help"].map(word);
    format!("{line}:{column} {at} {severity}[{code}] {message} | {help}\n")
}

#[test]
fn each_rule_finds_what_it_is_for_and_leaves_alone_what_it_is_not() {
    let files = files("tests/lint");
    assert!(files.len() >= 50);
    for file in files {
        let said: String = findings(&fs::read(&file).unwrap()).iter().map(line).collect();
        assert_eq!(said, fs::read_to_string(file.with_extension("txt")).unwrap(), "{}", name(&file));
    }
}

#[test]
fn every_rule_is_shown_and_nearly_missed() {
    let names: Vec<String> = files("tests/lint").iter().map(|file| name(file)).collect();
    let rules = json(author::rules());
    let codes: BTreeSet<&str> = rules.as_array().unwrap().iter().map(|rule| rule["code"].as_str().unwrap()).collect();
    assert_eq!(codes.len(), rules.as_array().unwrap().len());
    for code in &codes {
        let shown = |start: &str| names.iter().any(|name| name.starts_with(&format!("{code}--{start}")));
        assert!(shown("") && shown("not-"), "{code}");
    }
    for file in files("tests/lint") {
        let (name, said) = (name(&file), fs::read_to_string(file.with_extension("txt")).unwrap());
        let (code, what) = name.split_once("--").unwrap();
        assert!(codes.contains(code), "{code}");
        assert_eq!(said.contains(&format!("[{code}]")), !what.starts_with("not-"), "{name}");
    }
}

#[test]
fn rules_say_why_and_what_to_do() {
    for rule in json(author::rules()).as_array().unwrap() {
        for field in ["why", "mend"] {
            let text = rule[field].as_str().unwrap();
            assert!(text.ends_with('.') && !text.contains("  "), "{rule}");
        }
        assert!(!rule["example"].as_str().unwrap().contains('\n'), "{rule}");
        assert!(["warning", "note"].contains(&rule["severity"].as_str().unwrap()), "{rule}");
    }
}

#[test]
fn nothing_is_said_of_the_flagship() {
    assert_eq!(findings(FLAGSHIP.as_bytes()), [] as [Value; 0]);
    let value = accepted(author::check(FLAGSHIP.as_bytes()));
    assert_eq!(value["id"], "bt-synchronization");
    assert_eq!(value["silenced"], Value::Array(Vec::new()));
}

#[test]
fn the_gate_comes_first() {
    let definition = FLAGSHIP.replace("this.tension - this.practice", "this.tensoin - this.practice");
    let problems = refused(author::check(definition.as_bytes()));
    assert!(problems.iter().all(|problem| problem["severity"] == "error"), "{problems:?}");
    assert_eq!(refused(author::check(b"{"))[0]["code"], "json-syntax");
}

#[test]
fn what_is_silenced_is_told_apart_with_its_reason() {
    let file =
        fs::read(files("tests/lint").iter().find(|file| name(file).starts_with("silences-nothing--not")).unwrap());
    let value = accepted(author::check(&file.unwrap()));
    let silenced: Vec<(&str, &str, &str)> = value["silenced"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| (&entry["problem"], entry["reason"].as_str().unwrap()))
        .map(|(problem, reason)| (problem["code"].as_str().unwrap(), problem["at"].as_str().unwrap(), reason))
        .collect();
    let reason = "It is meant so.";
    let expected = [
        ("few-items", "/scales/0/members", reason),
        ("few-items", "/scales/1/members", reason),
        ("never-used", "/choice_sets/1", reason),
    ];
    assert_eq!(silenced, expected);
    assert!(value["silenced"].as_array().unwrap().iter().all(|entry| entry["problem"]["line"].as_f64() > Some(1.0)));
}

/// Where a tree can be changed: every place in it.
fn places(node: &Value, path: &str, into: &mut Vec<String>) {
    into.push(path.to_owned());
    match node {
        Value::Array(nodes) => {
            nodes.iter().enumerate().for_each(|(n, node)| places(node, &format!("{path}/{n}"), into))
        }
        Value::Object(fields) => {
            fields.iter().for_each(|(key, node)| places(node, &format!("{path}/{key}"), into));
        }
        _ => {}
    }
}

/// Valid and nearly valid definitions, made of others by one change at every place.
#[test]
fn whatever_passes_the_gate_is_read_in_peace() {
    let mut read = 0;
    let kinds =
        ["never-true--", "always-true--for", "level-", "never-used--not", "yes-sayer--a-scale", "equal-points--two"];
    let shown = files("tests/lint").into_iter().filter(|file| kinds.iter().any(|kind| name(file).starts_with(kind)));
    for file in files("tests/definitions/valid").into_iter().chain(shown) {
        let text = fs::read_to_string(&file).unwrap();
        let written: Value = serde_json::from_str(&text).unwrap();
        let mut paths = Vec::new();
        places(&written, "", &mut paths);
        for path in paths {
            let here = written.pointer(&path).unwrap();
            for other in others(here) {
                let mut changed = written.clone();
                *changed.pointer_mut(&path).unwrap() = other;
                let reply = json(author::check(changed.to_string().as_bytes()));
                read += usize::from(reply.get("ok").is_some());
                for finding in reply["ok"]["warnings"].as_array().into_iter().flatten() {
                    assert!(finding["line"].as_f64() > Some(0.0), "{path}: no place: {finding}");
                    assert!(changed.pointer(finding["at"].as_str().unwrap()).is_some(), "{path}: {finding}");
                }
            }
        }
    }
    assert!(read > 2_000, "{read}");
}

/// What could stand instead: an end of what is allowed, something shorter, something odd.
fn others(node: &Value) -> Vec<Value> {
    match node {
        Value::Number(_) => [0.0, 1.0, -50.0, 1e9].into_iter().map(Value::from).collect(),
        Value::Array(nodes) => {
            let shorter = nodes.get(1..).map(<[Value]>::to_vec).unwrap_or_default();
            let longer = nodes.iter().chain(nodes.first()).cloned().collect();
            vec![Value::Array(Vec::new()), Value::Array(shorter), Value::Array(longer)]
        }
        Value::String(text) => {
            let odd = ["' n't", "计划 . !?:\u{2019}", "1 / (A1 - A1) > 0", "0 * plan"];
            odd.into_iter().map(Value::from).chain([Value::from(text.repeat(3))]).collect()
        }
        _ => vec![Value::Null],
    }
}

#[test]
fn no_more_is_listed_than_the_limit_and_the_graver_findings_first() {
    let definition =
        statements(limits::ITEMS, &|n| if n % 2 == 0 { "Same.".into() } else { format!("We do not {n}.") });
    let found = findings(definition.as_bytes());
    assert_eq!(found.len(), limits::PROBLEMS);
    assert!(found.iter().all(|problem| problem["code"] == "duplicate-wording"), "{found:?}");
}
