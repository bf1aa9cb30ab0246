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

use proptest::prelude::*;
use serde_json::{Value, json as written};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use support::{FLAGSHIP, accepted, json, refused};
use tautline::api::Assessment;
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
        ("never-used", "/choice_sets/1", reason),
        ("few-items", "/scales/0/members", reason),
        ("few-items", "/scales/1/members", reason),
    ];
    assert_eq!(silenced, expected);
    assert!(value["silenced"].as_array().unwrap().iter().all(|entry| entry["problem"]["line"].as_f64() > Some(1.0)));
}

#[test]
fn what_is_silenced_decides_no_score() {
    let mut definition: Value = serde_json::from_str(FLAGSHIP).unwrap();
    definition["silenced"] = written!([{"rule": "few-items", "at": "index", "reason": "x"}]);
    let [with, without] =
        [definition.to_string(), FLAGSHIP.into()].map(|text| accepted(author::check(text.as_bytes())));
    assert_eq!(with["fingerprint"], without["fingerprint"]);
    let said = findings(definition.to_string().as_bytes());
    assert_eq!(said.iter().map(|problem| problem["code"].as_str().unwrap()).collect::<Vec<_>>(), ["silences-nothing"]);
}

/// Where a tree can be changed: every place in it.
fn places(node: &Value, path: &str, into: &mut Vec<String>) {
    into.push(path.to_owned());
    if let Value::Array(nodes) = node {
        for (n, node) in nodes.iter().enumerate() {
            places(node, &format!("{path}/{n}"), into);
        }
    }
    for (key, node) in node.as_object().into_iter().flatten() {
        places(node, &format!("{path}/{key}"), into);
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
        statements::definition(limits::ITEMS, &|n| if n % 2 == 0 { "Same.".into() } else { format!("We do not {n}.") });
    let found = findings(definition.as_bytes());
    assert_eq!(found.len(), limits::PROBLEMS);
    assert!(found.iter().all(|problem| problem["code"] == "duplicate-wording"), "{found:?}");
}

#[test]
fn sentences_with_one_stem_are_told_apart() {
    let definition = statements::definition(limits::ITEMS, &statements::sentence);
    for finding in findings(definition.as_bytes()) {
        assert!(["hard-to-read", "long-assessment"].contains(&finding["code"].as_str().unwrap()), "{finding}");
    }
}

/// Numbers of the definition below, and what can be made of them.
fn number() -> impl Strategy<Value = String> {
    let names = ["A1", "A2", "N1", "plan", "short", "index", "gap", "stage", "points(A3)", "dont_know(all)", "seconds"];
    let constants = ["0", "1", "2.5", "10", "50", "60", "100", "(-50)"];
    let leaf = prop_oneof![3 => prop::sample::select(names.to_vec()), 2 => prop::sample::select(constants.to_vec())];
    leaf.prop_map(String::from).prop_recursive(3, 12, 2, |inner| {
        let signs = prop::sample::select(vec!["+", "-", "*", "/"]);
        let functions = ["min", "max", "sum", "mean", "geomean", "lowest", "highest", "deviation", "count"];
        prop_oneof![
            (inner.clone(), signs, inner.clone()).prop_map(|(a, sign, b)| format!("({a} {sign} {b})")),
            (prop::sample::select(functions.to_vec()), inner.clone(), inner.clone())
                .prop_map(|(function, a, b)| format!("{function}({a}, {b})")),
            inner.clone().prop_map(|a| format!("abs({a})")),
            inner.prop_map(|a| format!("(-{a})")),
        ]
    })
}

fn condition() -> impl Strategy<Value = String> {
    let signs = prop::sample::select(vec!["<", "<=", ">", ">=", "==", "!="]);
    let leaf = prop_oneof![
        6 => (number(), signs, number()).prop_map(|(a, sign, b)| format!("{a} {sign} {b}")),
        1 => number().prop_map(|a| format!("known({a})")),
        1 => prop::sample::select(vec!["role == 'cio'", "role == 'ceo'", "W1 == 'red'", "W1 != 'blue'", "A1 == 4", "true"])
            .prop_map(String::from),
    ];
    leaf.prop_recursive(3, 8, 2, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} and {b})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} or {b})")),
            inner.prop_map(|a| format!("not ({a})")),
        ]
    })
}

/// Each condition as one note, and its opposite as another.
fn with_notes(conditions: &[String]) -> Value {
    let choice = |set: &str| written!({"choice": {"set": set}});
    let numbers: Vec<Value> = (1..5).map(|n| written!({"value": n, "label": "L"})).collect();
    let words: Vec<Value> = ["red", "blue"].iter().map(|word| written!({"value": word, "label": "L"})).collect();
    let item = |id: &str, kind: Value| written!({"id": id, "text": id, "kind": kind});
    let scale = |id: &str, members: &[(&str, &str)]| {
        let members: Vec<Value> = members.iter().map(|(item, key)| written!({"item": item, "key": key})).collect();
        written!({"id": id, "title": "S", "higher": "more", "members": members, "missing": {"scored": 0.6}})
    };
    let level = |id: &str, from: f64| written!({"id": id, "title": "L", "from": from, "text": "L"});
    let note = |id: String, when: String| written!({"id": id, "when": when, "text": "N."});
    let notes = conditions.iter().enumerate();
    let notes = notes
        .flat_map(|(n, when)| [note(format!("y{n}"), when.clone()), note(format!("n{n}"), format!("not ({when})"))]);
    written!({
        "format": 1, "id": "x", "version": "1.0", "title": "T", "language": "en", "license": "CC0", "dont_know": "?",
        "roles": [{"id": "cio", "label": "CIO"}, {"id": "ceo", "label": "CEO"}],
        "choice_sets": [{"id": "four", "choices": numbers}, {"id": "words", "choices": words}],
        "items": [
            item("A1", choice("four")), item("A2", choice("four")), item("A3", choice("four")), item("W1", choice("words")),
            item("N1", written!({"number": {"min": -2, "max": 9}})),
        ],
        "pages": [{"title": "P", "items": ["A1", "A2", "A3", "W1", "N1"]}],
        "scales": [scale("plan", &[("A1", "+"), ("A2", "+"), ("A3", "-")]), scale("short", &[("A1", "+"), ("A2", "-")])],
        "composites": [
            {"id": "index", "title": "I", "expression": "max(10, plan)"},
            {"id": "gap", "title": "G", "expression": "plan - short", "range": [-60, 60]},
        ],
        "bands": [{"id": "stage", "title": "B", "of": "index", "levels": [level("a", 10.0), level("b", 40.0), level("c", 90.0)]}],
        "lists": [{"id": "all", "items": ["A1", "A2", "A3"]}],
        "notes": notes.collect::<Vec<Value>>(),
    })
}

/// Sheets with every kind of gap, the ends of all domains among them.
fn sheets() -> Vec<String> {
    let mut sheets = Vec::new();
    for n in 0..96_usize {
        let pick = |k: usize, of: &[&str]| of[(n * 31 + n / 7 + k * k * 17 + n * k) % of.len()].to_owned();
        let four = |k| pick(k, &["1", "2", "3", "4", "4", "\"dk\"", "1", "null"]);
        let (word, share) = (pick(4, &["\"red\"", "\"blue\"", "null"]), pick(5, &["-2", "0", "5", "9", "null"]));
        let (role, seconds) = (pick(6, &["\"cio\"", "\"ceo\"", "null"]), pick(7, &["0", "60", "31536000", "null"]));
        sheets.push(format!(
            r#"{{"answers": {{"A1": {}, "A2": {}, "A3": {}, "W1": {word}, "N1": {share}}}, "role": {role}, "active_seconds": {seconds}}}"#,
            four(1), four(2), four(3)
        ));
    }
    sheets
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn what_is_said_to_be_impossible_never_happens(conditions in proptest::collection::vec(condition(), 6)) {
        let definition = with_notes(&conditions).to_string();
        let core = Assessment::load(definition.as_bytes());
        prop_assert_eq!(core.problems(), []);
        let mut impossible = BTreeSet::new();
        for finding in findings(definition.as_bytes()) {
            let at = finding["at"].as_str().unwrap().split('/').nth(2).and_then(|n| n.parse::<usize>().ok());
            match (finding["code"].as_str().unwrap(), at) {
                ("never-true", Some(n)) => drop(impossible.insert([format!("y{}", n / 2), format!("n{}", n / 2)][n % 2].clone())),
                // Where a condition is always true its opposite never is.
                ("always-true", Some(n)) => drop(impossible.insert([format!("n{}", n / 2), format!("y{}", n / 2)][n % 2].clone())),
                _ => {}
            }
        }
        for sheet in sheets() {
            for note in accepted(core.score(sheet.as_bytes()))["notes"].as_array().unwrap() {
                prop_assert!(!impossible.contains(note.as_str().unwrap()), "{} {} {:?}", note, sheet, conditions);
            }
        }
    }
}
