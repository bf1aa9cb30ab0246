//! The sample instruments: accepted without a warning, every part of them in use, and
//! each worked example as `tests/vectors/samples.py` computes it from the definition.
#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed, its helpers included"
)]

mod support;

use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use support::{accepted, close};
use tautline::api::Assessment;

const NAMES: [&str; 6] =
    ["blog-quiz", "data-maturity", "everyday-character", "safety-training", "team-health", "working-styles"];
const DEFINITIONS: &str = "www/instruments/samples";
const EXAMPLES: &str = "tests/vectors/samples";

fn at(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn bytes(folder: &str, name: &str) -> Vec<u8> {
    fs::read(at(folder).join(name).with_extension("json")).unwrap()
}

fn read(folder: &str, name: &str) -> Value {
    serde_json::from_slice(&bytes(folder, name)).unwrap()
}

fn sample(name: &str) -> Assessment {
    let assessment = Assessment::load(&bytes(DEFINITIONS, name));
    assert_eq!(assessment.problems(), [], "{name}");
    assessment
}

/// Each example with where it stands.
fn examples(name: &str) -> Vec<(String, Value)> {
    let list = read(EXAMPLES, name).as_array().unwrap().clone();
    list.into_iter().map(|example| (format!("{name}: {}", example["name"]), example)).collect()
}

fn document(name: &str, example: &Value) -> Vec<u8> {
    let seed = example["seed"].as_u64().unwrap_or(0);
    json!({"instrument": name, "version": "1.0", "role": example["role"], "seed": seed, "answers": example["answers"]})
        .to_string()
        .into_bytes()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn ids(value: &Value) -> BTreeSet<&str> {
    list(value).iter().map(|entry| entry["id"].as_str().unwrap()).collect()
}

/// Looks up by `key` in a list of a reply what an object of expectations names, all of it.
#[track_caller]
fn each(given: &Value, key: &str, expected: &Value, place: &str, check: impl Fn(&Value, &Value, &str)) {
    let none = serde_json::Map::new();
    let expected = expected.as_object().unwrap_or(&none);
    assert_eq!(list(given).len(), expected.len(), "{place}");
    for entry in list(given) {
        let id = entry[key].as_str().unwrap();
        check(entry, &expected[id], &format!("{place}, {id}"));
    }
}

fn check_band(given: &Value, expected: &Value, place: &str) {
    assert_eq!(given["level"], expected["level"], "{place}");
    assert_eq!(given["raw"].as_f64(), expected["raw"].as_f64(), "{place}");
    let gates: Vec<_> = list(&given["gates"]).iter().map(|gate| &gate["id"]).collect();
    assert_eq!(gates, list(&expected["gates"]).iter().collect::<Vec<_>>(), "{place}");
}

fn check_quiz(given: &Value, expected: &Value, place: &str) {
    close(&given["marks"], &expected["marks"], place);
    close(&given["of"], &expected["of"], place);
    assert_eq!(given["passed"], expected["passed"], "{place}");
}

fn check_nearest(given: &Value, expected: &Value, place: &str) {
    let first = &given["list"][0];
    assert_eq!(given["known"], json!(!expected.is_null()), "{place}");
    if !expected.is_null() {
        assert_eq!(first["id"], expected["id"], "{place}");
    }
    close(&first["distance"], &expected["distance"], place);
}

fn check(result: &Value, expected: &Value, place: &str) {
    let value = |given: &Value, expected: &Value, place: &str| close(&given["value"], expected, place);
    each(&result["scales"], "id", &expected["scales"], place, value);
    each(&result["metrics"], "id", &expected["composites"], place, value);
    each(&result["bands"], "id", &expected["bands"], place, check_band);
    if !expected["states"].is_null() {
        each(&result["states"], "dimension", &expected["states"], place, |state, id, place| {
            assert_eq!(state["id"], *id, "{place}");
        });
    }
    check_quiz(&result["report"]["quiz"], &expected["quiz"], place);
    match result["report"].get("archetypes") {
        Some(archetypes) => check_nearest(archetypes, &expected["nearest"], place),
        None => assert!(expected.get("nearest").is_none(), "{place}"),
    }
    for ids in ["advice", "notes"] {
        assert_eq!(list(&result[ids]), list(&expected[ids]), "{place}");
    }
}

#[test]
fn the_samples_are_those_listed_here() {
    for folder in [DEFINITIONS, EXAMPLES] {
        let files = fs::read_dir(at(folder)).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let listed = NAMES.iter().map(|name| format!("{name}.json"));
        assert_eq!(files.collect::<BTreeSet<_>>(), listed.collect(), "{folder}");
    }
    let readme = fs::read_to_string(at("README.md")).unwrap();
    for name in NAMES {
        assert_eq!(read(DEFINITIONS, name)["id"], name);
        assert_eq!(read(DEFINITIONS, name)["license"], "CC0-1.0", "{name}");
        assert!(readme.contains(&format!("`{name}`")), "the README does not name {name}");
    }
}

#[test]
fn every_example_has_the_numbers_computed_elsewhere() {
    for name in NAMES {
        let assessment = sample(name);
        let examples = examples(name);
        assert!(examples.len() >= 6, "{name}");
        for (place, example) in &examples {
            let result = accepted(assessment.finish(&document(name, example)));
            check(&result, &example["expected"], place);
        }
    }
}

#[test]
fn the_program_that_computes_them_still_does() {
    let ran = Command::new("python3").arg(at("tests/vectors/samples.py")).output().unwrap();
    assert!(ran.status.success(), "{}{}", String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
}

#[test]
fn every_example_comes_back_from_its_link_and_from_the_compiled_form() {
    for name in NAMES {
        let assessment = sample(name);
        let compiled = accepted(assessment.compiled());
        let opened = Assessment::open(&bytes(DEFINITIONS, name), compiled.as_str().unwrap().as_bytes());
        for (place, example) in examples(name) {
            let document = document(name, &example);
            let score = accepted(assessment.score(&document));
            assert_eq!(accepted(opened.score(&document)), score, "{place}");
            let link = accepted(assessment.link(&document));
            let back = accepted(assessment.open_link(link.as_str().unwrap()));
            assert_eq!(accepted(assessment.score(back.as_str().unwrap().as_bytes())), score, "{place}");
        }
    }
}

#[test]
fn what_is_explained_of_a_scale_is_what_it_is_divided_by() {
    for name in NAMES {
        let assessment = sample(name);
        for (place, example) in examples(name) {
            for (id, value) in example["expected"]["scales"].as_object().unwrap() {
                let explained = accepted(assessment.explain(&document(name, &example), id));
                let number = |field: &str| explained[field].as_f64().unwrap();
                let divided = value.as_f64().map(|_| number("sum") / number("weight"));
                close(&json!(divided), value, &format!("{place}, {id}"));
            }
        }
    }
}

/// Every text of a value, with the name of the field it stands in.
fn walk<'v>(value: &'v Value, field: &'v str, into: &mut Vec<(&'v str, &'v str)>) {
    match value {
        Value::String(text) => into.push((field, text)),
        Value::Array(entries) => entries.iter().for_each(|entry| walk(entry, field, into)),
        Value::Object(fields) => fields.iter().for_each(|(field, value)| walk(value, field, into)),
        _ => {}
    }
}

/// The names in what stands in these fields.
fn named<'v>(value: &'v Value, fields: &[&str]) -> BTreeSet<&'v str> {
    let mut texts = Vec::new();
    walk(value, "", &mut texts);
    let words = |text: &'v str| text.split(|c: char| !c.is_ascii_alphanumeric() && !"_.".contains(c));
    texts.into_iter().filter(|(field, _)| fields.contains(field)).flat_map(|(_, text)| words(text)).collect()
}

#[test]
fn every_choice_set_is_asked() {
    for name in NAMES {
        let definition = read(DEFINITIONS, name);
        let asked = named(&definition["items"], &["set", "rows"]);
        assert_eq!(ids(&definition["choice_sets"]), asked.iter().copied().collect(), "{name}");
    }
}

#[test]
fn every_scale_is_read_by_something() {
    for name in NAMES {
        let definition = read(DEFINITIONS, name);
        let fields = ["parent", "expression", "when", "require", "severity", "scale", "of"];
        let read = named(&definition, &fields);
        for scale in list(&definition["scales"]) {
            let id = scale["id"].as_str().unwrap();
            let each = id.split_once('.').map(|(_, name)| format!("each.{name}"));
            let is_facet = !scale["parent"].is_null();
            assert!(is_facet || read.contains(id) || each.is_some_and(|each| read.contains(&*each)), "{name}: {id}");
        }
    }
}

#[test]
fn every_item_is_scored_or_needs_no_score() {
    for name in NAMES {
        let definition = read(DEFINITIONS, name);
        let scored = named(&definition["scales"], &["item"]);
        let items = list(&definition["items"]);
        assert!((6..=24).contains(&scored.len()), "{name}");
        for item in items {
            let id = item["id"].as_str().unwrap();
            let unscored = ["note", "info"].iter().any(|kind| item["kind"].get(kind).is_some());
            assert_eq!(scored.contains(id), !unscored, "{name}: {id}");
        }
    }
}

/// By scale and direction the weights of its members.
fn balance(scale: &Value) -> (f64, f64) {
    let weight = |key: &str| {
        let members = list(&scale["members"]).iter().filter(|member| member["key"].as_str().unwrap_or("+") == key);
        members.map(|member| member["weight"].as_f64().unwrap_or(1.0)).sum()
    };
    (weight("+"), weight("-"))
}

#[test]
fn who_agrees_with_everything_lands_in_the_middle() {
    for name in ["everyday-character", "team-health", "working-styles"] {
        for scale in list(&read(DEFINITIONS, name)["scales"]) {
            let (plus, minus) = balance(scale);
            assert_eq!(plus.to_bits(), minus.to_bits(), "{name}: {}", scale["id"]);
        }
    }
}

#[test]
fn what_is_wrong_is_explained_and_every_advice_has_a_first_step() {
    for name in NAMES {
        let definition = read(DEFINITIONS, name);
        for item in list(&definition["items"]).iter().filter(|item| !item["correct"].is_null()) {
            let (kind, id) = (&item["kind"], &item["id"]);
            let choices = list(&kind["choice"]["choices"]);
            let wrong = choices.iter().filter(|choice| !list(&item["correct"]["choices"]).contains(&choice["value"]));
            assert!(item["feedback"]["right"].is_string(), "{name}: {id}");
            let each = !choices.is_empty() && wrong.clone().all(|choice| choice["feedback"].is_string());
            assert!(each || item["feedback"]["wrong"].is_string(), "{name}: {id}");
        }
        for rule in list(&definition["advice"]["rules"]) {
            assert!(rule["first_step"].as_str().unwrap().len() > 40, "{name}: {}", rule["id"]);
            // Names of picks are filled in elsewhere, but not in titles.
            assert!(!rule["title"].as_str().unwrap().contains('{'), "{name}: {}", rule["id"]);
        }
    }
}
